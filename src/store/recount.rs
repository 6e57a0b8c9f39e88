//! Closings made again from their entries while the journal is walked: what each says must be what
//! those before it come to.

use std::{collections::HashMap, mem};

use super::{chain::Fault, names};
use crate::domain::{
    closing::{Closed, Closing, DayState, Earlier, Level},
    figures::Fold,
    ids::hex,
    journal::{Entry, Fact},
    settlement::Place,
};

/// The open periods of all tills, as far as the journal was walked.
#[derive(Default)]
pub(super) struct Recount {
    tills: HashMap<String, Till>,
}

/// What one till has not closed yet.
#[derive(Default)]
struct Till {
    /// What stands in front of its numbers in this epoch.
    prefix: String,
    fold: Fold,
    /// The last entry that is no closing.
    last: Option<Place>,
    /// Whether something in the open period does not hold: its closing is not blamed for it.
    doubtful: bool,
    day: Option<Closed>,
    month: Option<Closed>,
    year: Option<Closed>,
    /// The days that no month covers, and the months that no year does.
    days: Vec<(Place, Closing)>,
    months: Vec<(Place, Closing)>,
}

impl Recount {
    /// Takes in what an entry says that holds; answers what is wrong with it if it is a closing
    /// that does not say what it should.
    pub fn add(&mut self, entry: &Entry, fact: &Fact) -> Option<Fault> {
        let heading = &entry.heading;
        // A copy of the till's name for each entry would be made only to be thrown away.
        if !self.tills.contains_key(&heading.till) {
            self.tills.insert(heading.till.clone(), Till::default());
        }
        let till = self.tills.get_mut(&heading.till)?;
        if let Fact::Closing(closing) = fact {
            return till.is_wrong(entry, closing).then_some(Fault::Closing);
        }
        if let Fact::Identity(identity) = fact {
            till.prefix = names::prefix(identity.name.as_str(), heading.epoch);
        }
        till.fold.add(heading, fact);
        till.last = Some(place(entry));
        None
    }

    /// Something of a till does not hold.
    pub fn doubt(&mut self, till: &str) {
        if let Some(till) = self.tills.get_mut(till) {
            till.doubtful = true;
        }
    }
}

fn place(entry: &Entry) -> Place {
    Place {
        epoch: entry.heading.epoch,
        seq: entry.heading.seq,
    }
}

impl Till {
    /// Whether a closing does not say what it should. What follows is held against what it says all
    /// the same, so that only the wrong one is named.
    fn is_wrong(&mut self, entry: &Entry, says: &Closing) -> bool {
        let made = match says.level {
            Level::Day => self.day(entry, says),
            Level::Month => of_period(says, self.month.as_ref(), &mem::take(&mut self.days)),
            Level::Year => of_period(says, self.year.as_ref(), &mem::take(&mut self.months)),
        };
        let part = (place(entry), says.clone());
        let last = match says.level {
            Level::Day => {
                self.days.push(part);
                &mut self.day
            }
            Level::Month => {
                self.months.push(part);
                &mut self.month
            }
            Level::Year => &mut self.year,
        };
        let before = last.replace(closed(entry, says));
        let number = before.map_or(0, |it| it.number) + 1;
        let right = made.is_some_and(|made| {
            let made = Closing {
                number,
                name: names::closing_name(&self.prefix, says.level, number),
                ..made
            };
            made == *says && made.adds_up()
        });
        // Where something cannot be read, who can tell what it came to?
        let doubtful = says.level == Level::Day && mem::take(&mut self.doubtful);
        !right && !doubtful
    }

    /// The closing of the open period; none if there is nothing to close, if nobody decided, or if
    /// an entry of the period is left out.
    fn day(&mut self, entry: &Entry, says: &Closing) -> Option<Closing> {
        let left = says.decided.as_ref().map_or(&[][..], |it| &it.left);
        let folded = mem::replace(&mut self.fold, Fold::after(left)).done();
        let whole = self.last.is_none_or(|last| last <= says.up_to) && says.up_to < place(entry);
        let state = DayState {
            label: folded.label()?,
            figures: folded.figures,
            count: folded.count,
            before: self.day.clone(),
            since: folded.since,
            latest: entry.heading.at,
            up_to: says.up_to,
            due: Vec::new(),
        };
        let decided = says.decided.clone()?;
        whole.then(|| state.closing(decided, &says.version))
    }
}

/// The closing of a month or a year, of its parts. Which month it is the store saw by the day after
/// it; here its name is taken as it stands.
fn of_period(
    says: &Closing,
    before: Option<&Closed>,
    parts: &[(Place, Closing)],
) -> Option<Closing> {
    let previous = before.map(|it| it.earlier.clone());
    let label = says.label.clone();
    Closing::of_period(says.level, label, previous, parts, &says.version)
}

fn closed(entry: &Entry, says: &Closing) -> Closed {
    let decided = says.decided.as_ref();
    Closed {
        earlier: Earlier {
            name: says.name.clone(),
            place: place(entry),
            hash: hex(&entry.hash),
        },
        number: says.number,
        at: entry.heading.at,
        label: says.label.clone(),
        left: decided.map(|it| it.left.clone()).unwrap_or_default(),
        total: says.total,
        market: None,
    }
}
