//! What was typed after `etal`.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Parser, ValueExt};

use super::keeper::Agreed;
use crate::domain::money::VatRate;

/// What was asked for, and on which data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The folder of the data, if one was given.
    pub data: Option<PathBuf>,
    /// How answers are written.
    pub answers: Answers,
    /// What is to be done.
    pub task: Task,
}

/// How a command answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// In sentences.
    Words,
    /// In JSON, for programs.
    Json,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Say what there is.
    Help,
    /// Say which errors `etal ring` answers.
    HelpRing,
    /// Say which version.
    Version,
    /// Open the till.
    Till,
    /// Open the sample market.
    Demo {
        /// What becomes of the one that was.
        fresh: Fresh,
    },
    /// Take a file of products in.
    ImportProducts(ImportProducts),
    /// Take a file of members in.
    ImportMembers(ImportMembers),
    /// Record sales without a screen.
    Ring {
        /// The file; none is standard input.
        file: Option<PathBuf>,
        /// What becomes of the rest after a refused line.
        strict: Strict,
    },
    /// Show what decides money.
    SettingsShow,
    /// Change what decides money.
    SettingsApply {
        /// The file.
        file: PathBuf,
        /// Whether it is only tried.
        dry_run: DryRun,
    },
    /// Check the journal and all that was made from it.
    Verify {
        /// How much is checked.
        full: Full,
    },
    /// Make everything anew from the journal.
    Rebuild,
    /// Take a forgotten keeper's PIN away.
    KeeperReset {
        /// Whether it was agreed to already.
        agreed: Agreed,
    },
    /// A command of the plan that this version has not.
    NotThere(String),
}

/// What becomes of the sample market that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// It goes on.
    Continue,
    /// It is put away, and a new one begins.
    Anew,
}

/// Whether something is only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DryRun {
    /// Say what would be; write nothing.
    Yes,
    /// Do it.
    No,
}

/// What becomes of the lines after a refused one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strict {
    /// They are left.
    Yes,
    /// They are rung.
    No,
}

/// How much is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Every signature.
    Yes,
    /// Every hash, and the signature of the head.
    No,
}

/// How a file of products is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProducts {
    /// The file.
    pub file: PathBuf,
    /// Its format, if it is not to be told from the header.
    pub from: Option<String>,
    /// Whether it is only tried.
    pub dry_run: DryRun,
    /// Whether good rows are taken where others are refused.
    pub skip_bad: bool,
    /// The VAT rate of products for which the file has none.
    pub vat: Option<VatRate>,
    /// Whether the stock in the file is taken as delivered.
    pub stock: bool,
}

/// How a file of members is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportMembers {
    /// The file.
    pub file: PathBuf,
    /// Its format, if it is not to be told from the header.
    pub from: Option<String>,
    /// Whether it is only tried.
    pub dry_run: DryRun,
    /// Whether good rows are taken where others are refused.
    pub skip_bad: bool,
}

/// What cannot be understood; the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usage {
    /// No such command.
    UnknownCommand(String),
    /// No such option.
    UnknownOption(String),
    /// A command or an option wants something more.
    Missing(String),
    /// Not what the option takes.
    BadValue(String),
    /// More than the command takes.
    TooMuch(String),
}

/// Commands that scripts may rely on one day, and that this version has not.
const PLANNED: [&str; 8] = [
    "open", "close", "report", "export", "sync", "backup", "restore", "archive",
];

/// Everything that can stand on the line, before it is known which command it belongs to.
#[derive(Default)]
struct Line {
    data: Option<PathBuf>,
    words: Vec<OsString>,
    options: Vec<&'static str>,
    from: Option<String>,
    vat: Option<String>,
}

const FLAGS: [&str; 8] = [
    "fresh", "dry-run", "skip-bad", "stock", "strict", "full", "json", "yes",
];

impl Arguments {
    /// Reads the line.
    pub fn read(mut parser: Parser) -> Result<Self, Usage> {
        let mut line = Line::default();
        while let Some(argument) = parser.next().map_err(unreadable)? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    let about_ring = line.words.iter().any(|word| word == "ring");
                    let task = if about_ring {
                        Task::HelpRing
                    } else {
                        Task::Help
                    };
                    return Ok(Self::only(task));
                }
                Arg::Short('V') | Arg::Long("version") => return Ok(Self::only(Task::Version)),
                Arg::Long("data") => line.data = Some(value(&mut parser, "--data")?.into()),
                Arg::Long("from") => line.from = Some(text(&mut parser, "--from")?),
                Arg::Long("vat") => line.vat = Some(text(&mut parser, "--vat")?),
                Arg::Long(name) => match FLAGS.into_iter().find(|flag| *flag == name) {
                    Some(flag) => line.options.push(flag),
                    None => return Err(Usage::UnknownOption(format!("--{name}"))),
                },
                Arg::Short(letter) => return Err(Usage::UnknownOption(format!("-{letter}"))),
                Arg::Value(word) => line.words.push(word),
            }
        }
        line.understood()
    }

    const fn only(task: Task) -> Self {
        Self {
            data: None,
            answers: Answers::Words,
            task,
        }
    }
}

impl Line {
    fn understood(mut self) -> Result<Arguments, Usage> {
        let answers = if self.take("json") {
            Answers::Json
        } else {
            Answers::Words
        };
        self.words.reverse();
        let command = self.word();
        let task = match command.as_deref() {
            None => Task::Till,
            Some("help") if self.word().as_deref() == Some("ring") => Task::HelpRing,
            Some("help") => {
                self.words.clear();
                Task::Help
            }
            Some("demo") => Task::Demo {
                fresh: if self.take("fresh") {
                    Fresh::Anew
                } else {
                    Fresh::Continue
                },
            },
            Some("import") => self.import()?,
            Some("settings") => self.settings()?,
            Some("ring") => Task::Ring {
                file: Some(self.path("ring FILE|-")?).filter(|file| file.as_os_str() != "-"),
                strict: if self.take("strict") {
                    Strict::Yes
                } else {
                    Strict::No
                },
            },
            Some("verify") => Task::Verify {
                full: if self.take("full") {
                    Full::Yes
                } else {
                    Full::No
                },
            },
            Some("rebuild") => Task::Rebuild,
            Some("keeper") => self.keeper()?,
            Some(planned) if PLANNED.contains(&planned) => {
                return Ok(Arguments::only(Task::NotThere(planned.to_owned())));
            }
            Some(other) => return Err(Usage::UnknownCommand(other.to_owned())),
        };
        self.nothing_left()?;
        Ok(Arguments {
            data: self.data,
            answers,
            task,
        })
    }

    fn import(&mut self) -> Result<Task, Usage> {
        match self.word().as_deref() {
            Some("products") => {}
            Some("members") => {
                return Ok(Task::ImportMembers(ImportMembers {
                    file: self.path("import members FILE")?,
                    from: self.from.take(),
                    dry_run: self.dry_run(),
                    skip_bad: self.take("skip-bad"),
                }));
            }
            Some("orders") => return Ok(Task::NotThere("import orders".to_owned())),
            Some(other) => return Err(Usage::UnknownCommand(format!("import {other}"))),
            None => return Err(Usage::Missing("import products|members FILE".to_owned())),
        }
        let vat = self.vat.take();
        let vat = vat
            .map(|text| VatRate::parse(&text).ok_or(Usage::BadValue(format!("--vat {text}"))))
            .transpose()?;
        Ok(Task::ImportProducts(ImportProducts {
            file: self.path("import products FILE")?,
            from: self.from.take(),
            dry_run: self.dry_run(),
            skip_bad: self.take("skip-bad"),
            vat,
            stock: self.take("stock"),
        }))
    }

    fn settings(&mut self) -> Result<Task, Usage> {
        match self.word().as_deref() {
            Some("show") => Ok(Task::SettingsShow),
            Some("apply") => Ok(Task::SettingsApply {
                file: self.path("settings apply FILE")?,
                dry_run: self.dry_run(),
            }),
            Some(other) => Err(Usage::UnknownCommand(format!("settings {other}"))),
            None => Err(Usage::Missing("settings show|apply FILE".to_owned())),
        }
    }

    fn keeper(&mut self) -> Result<Task, Usage> {
        match self.word().as_deref() {
            Some("reset") => Ok(Task::KeeperReset {
                agreed: if self.take("yes") {
                    Agreed::Already
                } else {
                    Agreed::Ask
                },
            }),
            Some(other) => Err(Usage::UnknownCommand(format!("keeper {other}"))),
            None => Err(Usage::Missing("keeper reset".to_owned())),
        }
    }

    fn dry_run(&mut self) -> DryRun {
        if self.take("dry-run") {
            DryRun::Yes
        } else {
            DryRun::No
        }
    }

    /// The next word, as text; a name that is not text is a file's and not a command's.
    fn word(&mut self) -> Option<String> {
        self.words
            .pop()
            .map(|word| word.to_string_lossy().into_owned())
    }

    fn path(&mut self, usage: &str) -> Result<PathBuf, Usage> {
        self.words
            .pop()
            .map(PathBuf::from)
            .ok_or_else(|| Usage::Missing(usage.to_owned()))
    }

    fn take(&mut self, flag: &str) -> bool {
        let before = self.options.len();
        self.options.retain(|it| *it != flag);
        before != self.options.len()
    }

    /// Whatever the command did not take is said, not ignored.
    fn nothing_left(&self) -> Result<(), Usage> {
        if let Some(word) = self.words.last() {
            return Err(Usage::TooMuch(word.to_string_lossy().into_owned()));
        }
        if let Some(flag) = self.options.first() {
            return Err(Usage::TooMuch(format!("--{flag}")));
        }
        let left = [("--from", &self.from), ("--vat", &self.vat)];
        match left.iter().find(|(_, value)| value.is_some()) {
            Some((option, _)) => Err(Usage::TooMuch((*option).to_owned())),
            None => Ok(()),
        }
    }
}

fn value(parser: &mut Parser, option: &str) -> Result<OsString, Usage> {
    parser
        .value()
        .map_err(|_| Usage::Missing(option.to_owned()))
}

fn text(parser: &mut Parser, option: &str) -> Result<String, Usage> {
    value(parser, option)?
        .string()
        .map_err(|_| Usage::BadValue(option.to_owned()))
}

fn unreadable(error: lexopt::Error) -> Usage {
    match error {
        lexopt::Error::UnexpectedValue { option, .. } => Usage::TooMuch(option),
        other => Usage::BadValue(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
