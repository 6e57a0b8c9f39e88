//! What leaves the till as files: bundles of closings, their copies on a stick, longer periods, a
//! copy for an inspector. The screens ask for it, a thread beside the till does it.

use super::{notice::Notice, words::Words};

/// What is to be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carry {
    /// Write the bundle of a closing, by what people call it, into the outbox: again gives the
    /// same bytes.
    Bundle(String),
    /// Write the bundles of all closings that have none in the outbox: the plug was pulled, or the
    /// disk was full, right after a Z.
    Missing,
    /// Look where bundles could go: sticks that are plugged in, and the folders of the settings.
    Look,
    /// Copy every bundle that a folder lacks.
    Sync(String),
    /// The sums of the closings between two market days, `YYYY-MM-DD`, both included, into the
    /// folder `exports` beside the outbox; with the names of members, for the treasurer's eyes.
    Period {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// The running report as a table, into the folder `exports`.
    RunningReport,
    /// A copy of all data that nobody can write to, for an inspector, into a folder.
    Copy(String),
    /// Check the whole journal.
    Verify,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// A bundle is whole in the outbox, under this path.
    Bundled {
        /// The closing, by what people call it.
        closing: String,
        /// Where it is.
        path: String,
    },
    /// The bundle of this closing could not be written; the closing itself is safe in the journal.
    NotBundled(String, CarryTrouble),
    /// Where bundles could go.
    Places(Vec<Place>),
    /// So many of so many files are copied.
    Copying {
        /// The bundle that is being copied.
        bundle: String,
        /// Files that are there and were compared.
        done: u64,
        /// Files in all.
        of: u64,
    },
    /// All is copied and compared: the stick may be taken out.
    Synced {
        /// Where to.
        path: String,
        /// How many bundles were copied this time.
        bundles: u64,
    },
    /// The copying stopped; the next one finishes it.
    NotSynced(String, CarryTrouble),
    /// A period or a report is in the folder `exports`, under this path.
    Exported(String),
    /// It could not be written.
    NotExported(CarryTrouble),
    /// The inspector's copy is there, under this path.
    Copied(String),
    /// It could not be made.
    NotCopied(CarryTrouble),
    /// The whole journal was checked: how many entries, and the first sentence of what is wrong.
    Verified {
        /// How many entries were looked at.
        entries: u64,
        /// What is wrong, in words; none if all holds.
        wrong: Option<String>,
    },
    /// It could not be checked.
    NotVerified,
}

/// Where bundles could go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The folder.
    pub path: String,
    /// What people call it.
    pub name: String,
}

/// Why something could not be carried out; what is in the journal is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarryTrouble {
    /// No room where it should go.
    NoRoom,
    /// Nothing can be written there.
    ReadOnly,
    /// What it should go to is not there any more.
    Vanished,
    /// Something else of the same name is there and was left alone.
    Conflict,
    /// What it should be made from is not there: no such closing, no day in the period.
    Nothing,
    /// The key of that time is not there any more: the bundle that was made then is the only one.
    NoKey,
    /// So much is being carried already that this was not taken on.
    Busy,
    /// Anything else, told in the log.
    Other,
}

impl CarryTrouble {
    /// The word of the locale for the reason, as the end of a sentence.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoRoom => "carry-no-room",
            Self::ReadOnly => "carry-read-only",
            Self::Vanished => "carry-vanished",
            Self::Conflict => "carry-conflict",
            Self::Nothing => "carry-nothing",
            Self::NoKey => "carry-no-key",
            Self::Busy => "carry-busy",
            Self::Other => "carry-other",
        }
    }
}

impl Carried {
    /// What there is to say of it; nothing where a screen shows it in its own way.
    pub fn notice(&self, words: &Words) -> Option<Notice> {
        let why = |word, trouble: &CarryTrouble| {
            Notice::alarm(word).with("why", words.say(trouble.word()))
        };
        Some(match self {
            Self::Bundled { closing, path } => Notice::done("carry-bundled")
                .with("closing", closing.as_str())
                .with("path", path.as_str()),
            Self::NotBundled(closing, trouble) => {
                why("carry-not-bundled", trouble).with("closing", closing.as_str())
            }
            Self::Copying { bundle, done, of } => Notice::done("carry-copying")
                .with("bundle", bundle.as_str())
                .with("done", done.to_string())
                .with("of", of.to_string()),
            Self::Synced { path, bundles } => Notice::done("carry-synced")
                .with("path", path.as_str())
                .with("count", bundles.to_string()),
            Self::NotSynced(path, trouble) => {
                why("carry-not-synced", trouble).with("path", path.as_str())
            }
            Self::Exported(path) => Notice::done("carry-exported").with("path", path.as_str()),
            Self::NotExported(trouble) => why("carry-not-exported", trouble),
            Self::Copied(path) => Notice::done("carry-copied").with("path", path.as_str()),
            Self::NotCopied(trouble) => why("carry-not-copied", trouble),
            Self::Verified { entries, wrong } => {
                let entries = entries.to_string();
                match wrong {
                    None => Notice::done("carry-verified"),
                    Some(wrong) => Notice::alarm("carry-broken").with("wrong", wrong.as_str()),
                }
                .with("entries", entries)
            }
            Self::NotVerified => Notice::alarm("carry-not-verified"),
            Self::Places(_) => return None,
        })
    }

    /// What is said of it in one row where no screen shows it: somebody went on selling meanwhile,
    /// or the till made up for something at its start.
    pub fn aside(&self, words: &Words) -> Option<Notice> {
        let why = |word, trouble: &CarryTrouble| {
            Some(Notice::alarm(word).with("why", words.say(trouble.word())))
        };
        match self {
            Self::NotBundled(closing, trouble) => {
                let notice = why("carry-aside-not-bundled", trouble)?;
                Some(notice.with("closing", closing.as_str()))
            }
            Self::Synced { .. } | Self::Copied(_) => Some(Notice::done("carry-aside-copied")),
            Self::NotSynced(_, trouble) | Self::NotCopied(trouble) => {
                why("carry-aside-not-copied", trouble)
            }
            Self::NotExported(trouble) => why("carry-not-exported", trouble),
            Self::Verified { wrong: Some(_), .. } | Self::NotVerified => self.notice(words),
            Self::Verified { wrong: None, .. }
            | Self::Bundled { .. }
            | Self::Places(_)
            | Self::Copying { .. }
            | Self::Exported(_) => None,
        }
    }
}
