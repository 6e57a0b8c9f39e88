//! From the words and options of a command line to what they ask for.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Parser, ValueExt};

use super::{
    Answers, Arguments, DryRun, Fresh, Full, ImportMembers, ImportProducts, Report, Reported,
    Strict, Task, Usage,
};
use crate::{app::cli::keeper::Agreed, domain::money::VatRate};

/// Commands that scripts may rely on one day, and that this version has not.
const PLANNED: [&str; 7] = [
    "open", "close", "export", "sync", "backup", "restore", "archive",
];

/// Everything that can stand on the line, before it is known which command it belongs to.
#[derive(Default)]
struct Line {
    data: Option<PathBuf>,
    words: Vec<OsString>,
    options: Vec<&'static str>,
    from: Option<String>,
    vat: Option<String>,
    day: Option<String>,
    csv: Option<PathBuf>,
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
                Arg::Long("day") => line.day = Some(text(&mut parser, "--day")?),
                Arg::Long("csv") => line.csv = Some(value(&mut parser, "--csv")?.into()),
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
            // Most often the file's name: what it holds was left out.
            Some(_) | None => {
                return Err(Usage::Missing("import products|members FILE".to_owned()));
            }
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

    fn report(&mut self) -> Result<Task, Usage> {
        let what = match self.word().as_deref() {
            Some("members") => Reported::Members,
            Some("producers") => Reported::Producers,
            Some("x") => Reported::X,
            Some(planned @ ("z" | "stock")) => {
                return Ok(Task::NotThere(format!("report {planned}")));
            }
            Some(other) => return Err(Usage::UnknownCommand(format!("report {other}"))),
            None => return Err(Usage::Missing("report members|producers|x".to_owned())),
        };
        let is_x = what == Reported::X;
        let day = if is_x { self.day.take() } else { None };
        if let Some(day) = &day {
            let read: Option<jiff::civil::Date> = day.parse().ok();
            if read.is_none_or(|it| it.to_string() != *day) {
                return Err(Usage::BadValue(format!("--day {day}")));
            }
        }
        let csv = if is_x { None } else { self.csv.take() };
        Ok(Task::Report(Report { what, day, csv }))
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
        let left = [
            ("--from", self.from.is_some()),
            ("--vat", self.vat.is_some()),
            ("--day", self.day.is_some()),
            ("--csv", self.csv.is_some()),
        ];
        match left.iter().find(|(_, there)| *there) {
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
