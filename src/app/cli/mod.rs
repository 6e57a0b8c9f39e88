//! The command line: what was asked for, done, and told in one sentence where it could not be.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

mod arguments;
mod check;
mod demo;
mod import;
mod keeper;
mod members;
mod refusal;
mod report;
mod ring;
mod settings;

use self::{
    arguments::{Arguments, Task, Usage},
    refusal::Refusal,
};
use super::{
    desk,
    folders::{Folders, Market},
    machine::Machine,
};
use crate::{
    domain::label::Label,
    exchange::said::Said,
    store::{Opened, Store},
    ui::words::{Language, Words},
};

/// Runs what the command line asks for; the exit code is 0 done, 1 refused or failed, 2 wrong
/// usage.
pub fn run() -> ExitCode {
    let words = Words::of(language_of_the_system());
    let arguments = match Arguments::read(lexopt::Parser::from_env()) {
        Ok(arguments) => arguments,
        Err(usage) => {
            complain(&usage_sentence(&usage, &words));
            return ExitCode::from(2);
        }
    };
    let mut out = io::stdout().lock();
    match act(&arguments, &words, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        // Nobody reads any more (`etal … | head`): there is nobody to tell it to.
        Err(Refusal::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            complain(&refusal.sentence(&words));
            ExitCode::FAILURE
        }
    }
}

fn act(arguments: &Arguments, words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    let given = arguments.data.as_deref();
    match &arguments.task {
        Task::Help => help(words, out),
        Task::HelpRing => {
            writeln!(out, "{}", words.say("cli-help-ring-shape"))?;
            writeln!(out, "{RING_LINE}\n{RING_ANSWER}\n")?;
            writeln!(out, "{}", words.say("cli-help-ring-more"))?;
            writeln!(out, "{RING_MORE}\n")?;
            writeln!(out, "{}", words.say("cli-help-ring-errors"))?;
            Ok(writeln!(out, "{}", super::ring::ERRORS.join("\n"))?)
        }
        Task::Version => Ok(writeln!(out, "{}", super::VERSION)?),
        Task::Till => {
            let folders = folders(given, Market::Real)?;
            let market = demo::market_of(&folders);
            sell(&folders, market)
        }
        Task::Demo { fresh } => {
            let folders = folders(given, Market::Sample)?;
            demo::prepare(&folders, *fresh)?;
            sell(&folders, Market::Sample)
        }
        Task::ImportProducts(asked) => on_data(given, words, |store| {
            import::products(asked, store, arguments.answers, words, out)
        }),
        Task::ImportMembers(asked) => on_data(given, words, |store| {
            members::members(asked, store, arguments.answers, words, out)
        }),
        Task::SettingsShow => {
            let (store, _) = open_store(&folders(given, Market::Real)?, words)?;
            settings::show(&store, words, out)
        }
        Task::SettingsApply { file, dry_run } => {
            let (mut store, _) = open_store(&folders(given, Market::Real)?, words)?;
            let done = settings::apply(file, *dry_run, &mut store, words, out);
            store.close()?;
            done
        }
        Task::Ring { file, strict } => {
            let (mut store, _) = open_store(&folders(given, Market::Real)?, words)?;
            let done = ring::sales(file.as_deref(), *strict, &mut store, words, out);
            store.close()?;
            done
        }
        Task::Report(asked) => on_data(given, words, |store| {
            report::report(asked, store, arguments.answers, words, out)
        }),
        Task::Verify { full } => {
            let (store, _) = open_store(&folders(given, Market::Real)?, words)?;
            let done = check::verify(&store, *full, arguments.answers, words, out);
            store.close()?;
            done
        }
        Task::KeeperReset { agreed } => {
            let (mut store, _) = open_store(&folders(given, Market::Real)?, words)?;
            let done = keeper::reset(*agreed, &mut store, words, out);
            store.close()?;
            done
        }
        Task::Rebuild => {
            let folders = folders(given, Market::Real)?;
            check::rebuild(&folders, arguments.answers, words, out)
        }
        Task::NotThere(command) => Err(Refusal::NotThere(command.clone())),
    }
}

/// Does something with the data of a stall, and puts all of it on the disk.
fn on_data(
    given: Option<&Path>,
    words: &Words,
    work: impl FnOnce(&mut Store) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let (mut store, _) = open_store(&folders(given, Market::Real)?, words)?;
    let done = work(&mut store);
    store.close()?;
    done
}

fn folders(given: Option<&Path>, market: Market) -> Result<Folders, Refusal> {
    Folders::find(given, market).map_err(|_| Refusal::NoHome)
}

fn sell(folders: &Folders, market: Market) -> Result<(), Refusal> {
    let (machine, troubles) = Machine::load(&folders.settings_file);
    let language = machine.language.unwrap_or_else(language_of_the_system);
    let spoken = Words::of(language);
    let (store, opened) = open_store(folders, &spoken)?;
    for trouble in &troubles {
        desk::log_line(&folders.log_file, &format!("etal.toml: {trouble:?}"));
    }
    desk::open(
        store,
        &desk::Start {
            opened,
            settings_troubles: troubles,
        },
        folders,
        &machine,
        market,
        (language, spoken),
    )
    .map_err(Refusal::from)
}

/// Opens the data; a new stall is called as the language says until somebody names it.
fn open_store(folders: &Folders, words: &Words) -> Result<(Store, Opened), Refusal> {
    let name = Label::new(&words.say("cli-new-stall")).ok_or(Refusal::NoHome)?;
    let opening = desk::store_opening(folders, &name)?;
    Ok(Store::open(&opening)?)
}

/// A line for `etal ring`, and its answer.
const RING_LINE: &str = r#"{"lines":[{"code":"12","qty":"3"},{"code":"31","qty":"0.860"},{"quick":"L","amount":"4.50"},{"label":"Panier","price":"2.37","vat":"5.5"}],"payments":[{"tender":"cash","given":"50"}],"at":"2026-11-21T10:42:00+01:00","uid":"6f1c…32 hex"}"#;
/// What a solidarity market says besides.
const RING_MORE: &str = r#"{"member":"0117","tariff":"S","discount":"5%","borne":"pot","lines":[{"code":"12","discount":"0.50","borne":"coop"},{"top_up":"20"},{"top_up":"10","member":"118"},{"gift":"2"},{"deposit_back":"0.20","qty":"3"}],"payments":[{"tender":"token","pieces":"3"},{"tender":"credit_note","note":"A-42V"},{"tender":"fund","given":"5"},{"tender":"account"}]}"#;
const RING_ANSWER: &str =
    r#"{"ticket":"A-42","number":42,"seq":97,"total_cents":1588,"change_cents":3412,"hash":"…"}"#;

/// What can be typed, and what it does.
fn help(words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    let lines = [
        ("etal", words.say("cli-help-till")),
        ("etal demo [--fresh]", words.say("cli-help-demo")),
        ("etal import products FILE", words.say("cli-help-import")),
        (
            "  --dry-run  --skip-bad  --vat 5,5  --stock  --from FORMAT",
            words.say("cli-help-import-options"),
        ),
        ("etal import members FILE", words.say("cli-help-members")),
        (
            "  --dry-run  --skip-bad  --from FORMAT",
            words.say("cli-help-members-options"),
        ),
        ("etal settings show", words.say("cli-help-settings-show")),
        (
            "etal settings apply FILE [--dry-run]",
            words.say("cli-help-settings-apply"),
        ),
        ("etal ring FILE|- [--strict]", words.say("cli-help-ring")),
        (
            "etal report members|producers|x",
            words.say("cli-help-report"),
        ),
        (
            "  --csv FILE  --day DAY",
            words.say("cli-help-report-options"),
        ),
        ("etal verify [--full]", words.say("cli-help-verify")),
        ("etal keeper reset [--yes]", words.say("keeper-cli-help")),
        ("etal rebuild", words.say("cli-help-rebuild")),
    ];
    for (typed, does) in &lines {
        // Options that reach into the second column are explained below it.
        if typed.len() > 38 {
            writeln!(out, "{typed}\n{:<38} {does}", "")?;
        } else {
            writeln!(out, "{typed:<38} {does}")?;
        }
    }
    Ok(writeln!(out, "\n{}", words.say("cli-help-everywhere"))?)
}

/// A sentence that another room left to be put into words.
fn say(said: &Said, words: &Words) -> String {
    let blanks: Vec<(&str, &str)> = said
        .args
        .iter()
        .map(|(blank, text)| (*blank, text.as_str()))
        .collect();
    words.say_with(said.id, &blanks)
}

/// The language the environment asks for, French where it asks for none.
fn language_of_the_system() -> Language {
    Language::of_locale(sys_locale::get_locale().as_deref())
}

fn usage_sentence(usage: &Usage, words: &Words) -> String {
    let (id, what) = match usage {
        Usage::UnknownCommand(what) => ("cli-unknown-command", what),
        Usage::UnknownOption(what) => ("cli-unknown-option", what),
        Usage::Missing(what) => ("cli-missing", what),
        Usage::BadValue(what) => ("cli-bad-value", what),
        Usage::TooMuch(what) => ("cli-too-much", what),
    };
    words.say_with(id, &[("what", what)])
}

/// One sentence for the person at the keyboard; a closed stderr has no reader to miss it.
fn complain(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "etal: {sentence}");
}
