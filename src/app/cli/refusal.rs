//! Why a command could not be done, in one sentence that says what is safe and what to do.

use std::{io, path::PathBuf};

use super::super::{desk::DeskTrouble, sample::SampleTrouble, terminal::ScreenTrouble};
use crate::{store::StoreError, ui::words::Words};

/// Why a command could not be done.
#[derive(Debug)]
pub enum Refusal {
    /// There is no home folder to put anything into.
    NoHome,
    /// A command of the plan that this version has not.
    NotThere(String),
    /// A folder that holds real trade: the sample market does not go there.
    NotASample(PathBuf),
    /// The sample market that comes with the program does not read: a mistake of ours.
    OurSample,
    /// A file that cannot be read.
    File(PathBuf, io::Error),
    /// The data refused.
    Store(StoreError),
    /// The terminal cannot be used.
    Screen(ScreenTrouble),
    /// The system refused something.
    System(io::Error),
    /// The open ticket could not be saved when the till was left.
    TicketNotKept,
    /// The answer cannot be written.
    Output(io::Error),
    /// The command has told everything already; only the exit code is left.
    Told(String),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<SampleTrouble> for Refusal {
    fn from(trouble: SampleTrouble) -> Self {
        match trouble {
            SampleTrouble::Store(error) => Self::Store(error),
            SampleTrouble::Files => Self::OurSample,
        }
    }
}

impl From<DeskTrouble> for Refusal {
    fn from(trouble: DeskTrouble) -> Self {
        match trouble {
            DeskTrouble::Store(error) => Self::Store(error),
            DeskTrouble::Screen(trouble) => Self::Screen(trouble),
            DeskTrouble::Io(error) => Self::System(error),
            DeskTrouble::TicketNotKept => Self::TicketNotKept,
            DeskTrouble::NoRandomness => Self::System(io::Error::other("getrandom")),
        }
    }
}

impl Refusal {
    /// The sentence, in the user's language.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::NoHome => words.say("cli-no-home"),
            Self::NotThere(command) => words.say_with("cli-not-there", &[("command", command)]),
            Self::NotASample(path) => {
                words.say_with("cli-not-a-sample", &[("path", &path.display().to_string())])
            }
            Self::OurSample => words.say_with("cli-our-mistake", &[("why", "sample market")]),
            Self::File(path, error) if error.kind() == io::ErrorKind::NotFound => {
                words.say_with("cli-no-file", &[("path", &path.display().to_string())])
            }
            Self::File(path, error) => words.say_with(
                "cli-file",
                &[
                    ("path", &path.display().to_string()),
                    ("why", &error.to_string()),
                ],
            ),
            Self::Store(error) => store_sentence(error, words),
            Self::Screen(ScreenTrouble::NotATerminal) => words.say("cli-not-a-terminal"),
            Self::Screen(ScreenTrouble::Io(error)) | Self::System(error) => {
                words.say_with("cli-system", &[("why", &error.to_string())])
            }
            Self::TicketNotKept => words.say("cli-ticket-not-kept"),
            Self::Output(error) => words.say_with("cli-output", &[("why", &error.to_string())]),
            Self::Told(sentence) => sentence.clone(),
        }
    }
}

fn store_sentence(error: &StoreError, words: &Words) -> String {
    let path_and_why = |id, path: &PathBuf, why: &str| {
        words.say_with(id, &[("path", &path.display().to_string()), ("why", why)])
    };
    match error {
        StoreError::Held { by: Some(pid) } => {
            words.say_with("cli-held-by", &[("pid", &pid.to_string())])
        }
        StoreError::Held { by: None } => words.say("cli-held"),
        StoreError::Newer { found, known } => words.say_with(
            "cli-newer",
            &[("found", &found.to_string()), ("known", &known.to_string())],
        ),
        StoreError::NotOurs { path } => path_and_why("cli-not-ours", path, ""),
        StoreError::Damaged { detail } => words.say_with("cli-damaged", &[("why", detail)]),
        StoreError::Gone { path, .. } => path_and_why("cli-gone", path, ""),
        StoreError::Full => words.say("cli-full"),
        StoreError::ReadOnly { detail } => words.say_with("cli-read-only", &[("why", detail)]),
        StoreError::Folder { path, detail } => path_and_why("cli-folder", path, detail),
        StoreError::Key { path, detail } => path_and_why("cli-key", path, detail),
        StoreError::Doubtful { detail } => words.say_with("cli-doubtful", &[("why", detail)]),
        StoreError::Unbalanced(sums) => words.say_with(
            "cli-unbalanced",
            &[
                ("paid", &words.money(sums.paid)),
                ("payments", &words.money(sums.payments)),
            ],
        ),
        StoreError::NoteUsed(name) => words.say_with("cli-note-used", &[("name", name)]),
        StoreError::FundShort(has) => {
            words.say_with("cli-fund-short", &[("has", &words.money(*has))])
        }
        StoreError::AccountShort(id) => {
            words.say_with("cli-account-short", &[("account", id.as_str())])
        }
        StoreError::TakenTwice(name) => words.say_with("cli-taken-twice", &[("name", name)]),
        StoreError::NotWhole(kind) => words.say_with("cli-not-whole", &[("kind", kind)]),
        StoreError::SettledBefore(name) => {
            words.say_with("cli-settled-before", &[("name", name.as_str())])
        }
        StoreError::BalanceStands(id) => {
            words.say_with("cli-balance-stands", &[("account", id.as_str())])
        }
        StoreError::AccountClosed(id) => {
            words.say_with("cli-account-closed", &[("account", id.as_str())])
        }
        StoreError::NumberTaken { number, by } => {
            words.say_with("cli-number-taken", &[("number", number), ("by", by)])
        }
        StoreError::CardTaken { card, by } => {
            words.say_with("cli-card-taken", &[("card", card), ("by", by)])
        }
        StoreError::ClosingMoved => words.say("cli-closing-moved"),
        StoreError::NothingToClose => words.say("cli-nothing-to-close"),
        StoreError::ClosingUnsound => words.say("cli-closing-unsound"),
        StoreError::NotOver(label) => words.say_with("cli-not-over", &[("label", label)]),
        StoreError::CountUnsound => words.say("cli-count-unsound"),
        StoreError::NoSuchEnvelope(name) => {
            words.say_with("cli-no-such-envelope", &[("name", name)])
        }
        StoreError::Disk { detail } => words.say_with("cli-disk", &[("why", detail)]),
        StoreError::Unwritable(detail) | StoreError::Sqlite(detail) => {
            words.say_with("cli-our-mistake", &[("why", detail)])
        }
        StoreError::Unreadable(what) => {
            words.say_with("cli-unreadable", &[("why", &what.to_string())])
        }
    }
}
