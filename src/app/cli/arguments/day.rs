//! What is asked for about a market day: opening, closing, reports, bundles.

use std::path::PathBuf;

use super::{Task, Usage, line::Line};
use crate::domain::{
    closing::{DifferenceReason, Level},
    day::Weather,
    ids::Id,
    label::Label,
    money::Money,
};

/// What is done about market days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayTask {
    /// Open a market day.
    Open(OpenDay),
    /// Close a day, or a month or a year that is over.
    Close(Closes),
    /// Write bundles again, or a copy of one elsewhere.
    Export(Exported),
    /// Write the tables of a longer period.
    ExportPeriod {
        /// The first market day, `YYYY-MM-DD`.
        from: String,
        /// The last one.
        to: String,
    },
    /// Copy the bundles out of the till.
    Sync {
        /// Where to; none for all folders of the settings and all sticks.
        to: Option<PathBuf>,
    },
    /// Say what an inspector asks first.
    Control {
        /// The folder for a copy that nobody can write to.
        copy: Option<PathBuf>,
    },
}

/// How a day is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenDay {
    /// What is in the drawer, if it was counted.
    pub float: Option<Money>,
    /// Which market.
    pub market: Option<Label>,
    /// How the sky is.
    pub weather: Option<Weather>,
    /// The initials of who opens it.
    pub by: Option<Label>,
}

/// What is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closes {
    /// A day.
    Day(CloseDay),
    /// A month or a year that is over.
    Period(Level, Option<Label>),
}

/// How a day is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseDay {
    /// What cash was found.
    pub cash: CashSaid,
    /// What was found of other means of payment.
    pub found: Vec<FoundOf>,
    /// Why it differs.
    pub reason: Option<DifferenceReason>,
    /// What stays in the drawer; the rest leaves.
    pub leave: Option<Money>,
    /// The initials of who closes it and takes the money.
    pub by: Option<Label>,
    /// What becomes of a difference above the limit.
    pub over_limit: OverLimit,
}

/// What cash was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CashSaid {
    /// So much in all.
    Total(Money),
    /// As a file lists the notes and coins.
    File(PathBuf),
}

/// What was found of a means of payment other than cash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundOf {
    /// The means' name for machines.
    pub tender: Id,
    /// How many pieces of paper, where they were counted.
    pub number: Option<u32>,
    /// What they come to.
    pub total: Money,
}

/// What becomes of a difference above the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverLimit {
    /// The day is not closed.
    Refused,
    /// Somebody has seen it and closes all the same.
    Accepted,
}

/// Which bundle is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Of which closings.
    pub which: Which,
    /// A folder that gets a copy.
    pub to: Option<PathBuf>,
}

/// Which closings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The last one.
    Last,
    /// The one of this name.
    Named(String),
    /// Those of a market day, `YYYY-MM-DD`.
    Day(String),
}

/// What is told, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Of what.
    pub what: Reported,
    /// The market day, `YYYY-MM-DD`, if it is not what is open.
    pub day: Option<String>,
    /// A file for spreadsheets besides.
    pub csv: Option<PathBuf>,
}

/// Of what there is a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reported {
    /// Balances and debts, with names.
    Members,
    /// What producers are owed.
    Producers,
    /// How the open period or a market day stands.
    X,
    /// A closing.
    Z(Which),
}

impl Line {
    /// `open [--float 150] [--market NAME] [--weather sun] [--by LEA]`
    pub(super) fn open(&mut self) -> Result<Task, Usage> {
        Ok(Task::Day(DayTask::Open(OpenDay {
            float: self.amount("float")?,
            market: self.read("market", Label::new)?,
            weather: self.read("weather", |text| {
                Weather::ALL.into_iter().find(|it| it.id() == text)
            })?,
            by: self.read("by", Label::new)?,
        })))
    }

    /// `close --cash TOTAL|--count FILE …`, or `close --month|--year`
    pub(super) fn close(&mut self) -> Result<Task, Usage> {
        for (flag, level) in [("month", Level::Month), ("year", Level::Year)] {
            if self.take(flag) {
                let by = self.read("by", Label::new)?;
                return Ok(Task::Day(DayTask::Close(Closes::Period(level, by))));
            }
        }
        let cash = match (self.amount("cash")?, self.file("count")) {
            (Some(total), None) => CashSaid::Total(total),
            (None, Some(file)) => CashSaid::File(file),
            (Some(_), Some(_)) => return Err(Usage::TooMuch("--count".to_owned())),
            (None, None) => {
                return Err(Usage::Missing(
                    "close --cash TOTAL | --count FILE".to_owned(),
                ));
            }
        };
        Ok(Task::Day(DayTask::Close(Closes::Day(CloseDay {
            cash,
            found: self.found()?,
            reason: self.read("reason", |text| {
                let mut all = DifferenceReason::ALL.into_iter();
                all.find(|it| it.id() == text)
            })?,
            leave: self.amount("leave")?,
            by: self.read("by", Label::new)?,
            over_limit: if self.take("accept-difference") {
                OverLimit::Accepted
            } else {
                OverLimit::Refused
            },
        }))))
    }

    /// `--card 215.40`, `--cheque 3:84.50`, `--means token=12:60`
    fn found(&mut self) -> Result<Vec<FoundOf>, Usage> {
        let mut found: Vec<FoundOf> = Vec::new();
        for option in ["card", "cheque", "means"] {
            while let Some(it) = self.read(option, |text| {
                let (tender, said) = match option {
                    "means" => text.split_once('=')?,
                    option => (option, text),
                };
                found_of(tender, said)
            })? {
                if found.iter().any(|before| before.tender == it.tender) {
                    return Err(Usage::TooMuch(format!("--{option}")));
                }
                found.push(it);
            }
        }
        Ok(found)
    }

    /// `export day [--date DAY | --closing A-Z31] [--to FOLDER]`
    pub(super) fn export(&mut self) -> Result<Task, Usage> {
        match self.word().as_deref() {
            Some("day") => {}
            Some("period") => return self.export_period(),
            Some(planned @ ("fec" | "livre" | "hledger")) => {
                return Ok(Task::NotThere(format!("export {planned}")));
            }
            Some(other) => return Err(Usage::UnknownCommand(format!("export {other}"))),
            None => return Err(Usage::Missing("export day".to_owned())),
        }
        let day = self.day("date")?;
        let closing = self.text("closing")?;
        let which = match (day, closing) {
            (Some(_), Some(_)) => return Err(Usage::TooMuch("--closing".to_owned())),
            (Some(day), None) => Which::Day(day),
            (None, Some(name)) => Which::Named(name),
            (None, None) => Which::Last,
        };
        let to = self.file("to");
        Ok(Task::Day(DayTask::Export(Exported { which, to })))
    }

    /// `export period --from DAY --to DAY`
    fn export_period(&mut self) -> Result<Task, Usage> {
        let missing = |option: &str| Usage::Missing(format!("export period --{option}"));
        let from = self.day("from")?.ok_or_else(|| missing("from"))?;
        let to = self.day("to")?.ok_or_else(|| missing("to"))?;
        if to < from {
            return Err(Usage::BadValue(format!("--to {to}")));
        }
        Ok(Task::Day(DayTask::ExportPeriod { from, to }))
    }

    /// `report members|producers [--csv FILE]`, `report x [--date DAY]`, `report z [NAME|last]`
    pub(super) fn report(&mut self) -> Result<Task, Usage> {
        let what = match self.word().as_deref() {
            Some("members") => Reported::Members,
            Some("producers") => Reported::Producers,
            Some("x") => Reported::X,
            Some("z") => Reported::Z(match self.word().as_deref() {
                None | Some("last") => Which::Last,
                Some(name) => Which::Named(name.to_owned()),
            }),
            Some("stock") => return Ok(Task::NotThere("report stock".to_owned())),
            Some(other) => return Err(Usage::UnknownCommand(format!("report {other}"))),
            None => return Err(Usage::Missing("report members|producers|x|z".to_owned())),
        };
        let (mut day, mut csv) = (None, None);
        match what {
            Reported::X => {
                day = self.day("date")?;
                if day.is_none() {
                    day = self.day("day")?;
                }
            }
            Reported::Members | Reported::Producers => csv = self.file("csv"),
            Reported::Z(_) => {}
        }
        Ok(Task::Report(Report { what, day, csv }))
    }

    /// An amount that is not below nothing.
    fn amount(&mut self, option: &str) -> Result<Option<Money>, Usage> {
        self.read(option, amount)
    }

    /// A day as `YYYY-MM-DD`.
    fn day(&mut self, option: &str) -> Result<Option<String>, Usage> {
        self.read(option, |text| {
            let read: jiff::civil::Date = text.parse().ok()?;
            (read.to_string() == text).then(|| text.to_owned())
        })
    }
}

fn amount(text: &str) -> Option<Money> {
    Money::parse(text).filter(|it| *it >= Money::ZERO)
}

/// `84.50`, or `3:84.50` where there are three.
fn found_of(tender: &str, said: &str) -> Option<FoundOf> {
    let (number, total) = match said.split_once(':') {
        Some((number, total)) => (Some(number.parse().ok()?), total),
        None => (None, said),
    };
    Some(FoundOf {
        tender: Id::known(tender),
        number,
        total: amount(total)?,
    })
}
