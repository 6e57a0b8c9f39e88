//! From the words and options of a command line to what they ask for.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Parser};

use super::{
    Answers, Arguments, DayTask, DryRun, Fresh, Full, ImportMembers, ImportProducts, Strict, Task,
    Usage,
};
use crate::{app::cli::keeper::Agreed, domain::money::VatRate};

/// Commands that scripts may rely on one day, and that this version has not.
const PLANNED: [&str; 3] = ["backup", "restore", "archive"];

/// Everything that can stand on the line, before it is known which command it belongs to.
#[derive(Default)]
pub(super) struct Line {
    words: Vec<OsString>,
    options: Vec<&'static str>,
    /// Options with what follows them, in their order.
    values: Vec<(&'static str, OsString)>,
}

const FLAGS: [&str; 11] = [
    "fresh",
    "dry-run",
    "skip-bad",
    "stock",
    "strict",
    "full",
    "json",
    "yes",
    "accept-difference",
    "month",
    "year",
];

/// Options that something follows.
const VALUED: [&str; 20] = [
    "data", "from", "vat", "day", "date", "csv", "float", "market", "weather", "by", "cash",
    "count", "card", "cheque", "means", "reason", "leave", "closing", "to", "copy",
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
                Arg::Long(name) => {
                    let known = |it: &&str| *it == name;
                    if let Some(flag) = FLAGS.into_iter().find(known) {
                        line.options.push(flag);
                    } else if let Some(option) = VALUED.into_iter().find(known) {
                        let value = parser
                            .value()
                            .map_err(|_| Usage::Missing(format!("--{option}")))?;
                        line.values.push((option, value));
                    } else {
                        return Err(Usage::UnknownOption(format!("--{name}")));
                    }
                }
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
        let data = self.file("data");
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
            Some("report") => self.report()?,
            Some("verify") => Task::Verify {
                full: if self.take("full") {
                    Full::Yes
                } else {
                    Full::No
                },
            },
            Some("rebuild") => Task::Rebuild,
            Some("keeper") => self.keeper()?,
            Some("open") => self.open()?,
            Some("close") => self.close()?,
            Some("export") => self.export()?,
            Some("sync") => Task::Day(DayTask::Sync {
                to: self.file("to"),
            }),
            Some("control") => Task::Day(DayTask::Control {
                copy: self.file("copy"),
            }),
            Some(planned) if PLANNED.contains(&planned) => {
                return Ok(Arguments::only(Task::NotThere(planned.to_owned())));
            }
            Some(other) => return Err(Usage::UnknownCommand(other.to_owned())),
        };
        self.nothing_left()?;
        Ok(Arguments {
            data,
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
                    from: self.text("from")?,
                    dry_run: self.dry_run(),
                    skip_bad: self.take("skip-bad"),
                }));
            }
            Some("orders") => return Ok(Task::NotThere("import orders".to_owned())),
            // Most often the file's name: what it holds was left out.
            Some(_) | None => {
                return Err(Usage::Missing("import products|members FILE".to_owned()));
            }
        }
        let vat = self.read("vat", VatRate::parse)?;
        Ok(Task::ImportProducts(ImportProducts {
            file: self.path("import products FILE")?,
            from: self.text("from")?,
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
    pub(super) fn word(&mut self) -> Option<String> {
        self.words
            .pop()
            .map(|word| word.to_string_lossy().into_owned())
    }

    pub(super) fn path(&mut self, usage: &str) -> Result<PathBuf, Usage> {
        self.words
            .pop()
            .map(PathBuf::from)
            .ok_or_else(|| Usage::Missing(usage.to_owned()))
    }

    pub(super) fn take(&mut self, flag: &str) -> bool {
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
        match self.values.first() {
            Some((option, _)) => Err(Usage::TooMuch(format!("--{option}"))),
            None => Ok(()),
        }
    }

    /// What follows an option, the first time it is there; a second one is left, and said.
    pub(super) fn value(&mut self, option: &str) -> Option<OsString> {
        let at = self.values.iter().position(|it| it.0 == option)?;
        Some(self.values.remove(at).1)
    }

    /// The same as a file's or a folder's name.
    pub(super) fn file(&mut self, option: &str) -> Option<PathBuf> {
        self.value(option).map(PathBuf::from)
    }

    /// The same as text.
    pub(super) fn text(&mut self, option: &str) -> Result<Option<String>, Usage> {
        let text = self.value(option).map(OsString::into_string);
        text.transpose()
            .map_err(|_| Usage::BadValue(format!("--{option}")))
    }

    /// The same as something that can be read from text.
    pub(super) fn read<T>(
        &mut self,
        option: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Usage> {
        let Some(text) = self.text(option)? else {
            return Ok(None);
        };
        match read(&text) {
            Some(value) => Ok(Some(value)),
            None => Err(Usage::BadValue(format!("--{option} {text}"))),
        }
    }
}

fn unreadable(error: lexopt::Error) -> Usage {
    match error {
        lexopt::Error::UnexpectedValue { option, .. } => Usage::TooMuch(option),
        other => Usage::BadValue(other.to_string()),
    }
}
