//! The command line: what was asked for, done, and told in one sentence where it could not be.

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

mod arguments;
pub(super) mod check;
mod close;
mod control;
mod count;
mod demo;
mod help;
mod import;
mod keeper;
mod members;
mod open;
mod out;
mod period;
mod refusal;
mod report;
mod ring;
mod settings;

use self::{
    arguments::{Arguments, Closes, DayTask, Task, Usage},
    refusal::Refusal,
};
use super::{
    carrier::Carrier,
    desk,
    folders::{Folders, Market},
    machine::Machine,
};
use crate::{
    domain::{
        asking::{Ask, Found},
        closing::{ClosingSeen, DayState, Level},
        label::Label,
        settings::{Settings, Tender},
    },
    exchange::said::Said,
    store::{Opened, Store, StoreError},
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
        Task::Help => help::help(words, out),
        Task::HelpRing => help::ring(words, out),
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
        Task::Day(task) => market_day(task, arguments, words, out),
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

/// Opens and closes days, and carries out what was closed.
fn market_day(
    task: &DayTask,
    arguments: &Arguments,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let given = arguments.data.as_deref();
    let said = (arguments.answers, words);
    match task {
        DayTask::Open(asked) => on_data(given, words, |store| {
            open::open(asked, store, arguments.answers, words, out)
        }),
        DayTask::Close(Closes::Day(asked)) => on_data_with(given, words, |store, carrier| {
            close::day(asked, store, carrier, said, out)
        }),
        DayTask::Close(Closes::Period(level, by)) => on_data(given, words, |store| {
            let by = by.as_ref();
            close::period(*level, by, store, said, out)
        }),
        DayTask::Export(asked) => on_data_with(given, words, |store, carrier| {
            out::export(asked, carrier, store, said, out)
        }),
        DayTask::ExportPeriod { from, to } => on_data_with(given, words, |store, carrier| {
            period::export((from, to), carrier, store, said, out)
        }),
        DayTask::Sync { to } => on_data_with(given, words, |store, carrier| {
            out::sync(to.as_deref(), carrier, store, said, out)
        }),
        DayTask::Control { copy } => on_data_with(given, words, |store, carrier| {
            let copy = copy.as_deref();
            control::control(copy, carrier, store, said, out)
        }),
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

/// The same, with who carries data out of it.
fn on_data_with(
    given: Option<&Path>,
    words: &Words,
    work: impl FnOnce(&mut Store, &Carrier) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let folders = folders(given, Market::Real)?;
    let (machine, troubles) = Machine::load(&folders.settings_file);
    for trouble in &troubles {
        desk::log_line(&folders.log_file, &format!("etal.toml: {trouble:?}"));
    }
    let carrier = Carrier::of(&folders, &machine);
    on_data(given, words, |store| work(store, &carrier))
}

/// How the open period stands.
fn day_state(store: &Store) -> Result<DayState, StoreError> {
    match store.answer(&Ask::Day)? {
        Found::Day(state) => Ok(*state),
        other => Err(report::unasked(&other)),
    }
}

/// The last closing of a level.
fn newest(store: &Store, level: Level, words: &Words) -> Result<ClosingSeen, Refusal> {
    let ask = Ask::Closings {
        level: Some(level),
        count: 1,
    };
    match store.answer(&ask)? {
        Found::Closings(seen) => {
            let none = || Refusal::Told(words.say("cli-none-closed"));
            seen.into_iter().next().ok_or_else(none)
        }
        other => Err(report::unasked(&other).into()),
    }
}

/// The euros of the drawer as a means of payment.
fn euros(settings: &Settings) -> Result<Tender, Refusal> {
    let cash = settings.cash().cloned();
    let missing = || StoreError::Unwritable("no cash among the means of payment".to_owned());
    cash.ok_or_else(|| missing().into())
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
