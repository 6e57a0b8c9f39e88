//! How a day stands that may be closed, and the closing it makes: always the same one from the
//! same entries and the same decisions, so that the store can make it again and compare.

use serde::{Deserialize, Serialize};

use super::{
    ChequeSeen, Closing, DifferenceReason, Earlier, Envelope, Left, Level, MeansRow, Perpetual,
};
use crate::domain::{
    day::Pieces,
    figures::{CountSeen, DrawerRow, Figures, SpanRow},
    label::Label,
    money::Money,
    settings::TenderKind,
    settlement::Place,
    time::Moment,
};

/// The open period of a till: everything since its last closing of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayState {
    /// What its entries come to.
    pub figures: Figures,
    /// The last count in it.
    pub count: Option<CountSeen>,
    /// The closing before it; none as long as none was closed.
    pub before: Option<Closed>,
    /// The market day it would close under: that of its latest ticket or opening, else today.
    pub label: String,
    /// When its first ticket, opening or movement of cash was; none while there is nothing to
    /// close.
    pub since: Option<Moment>,
    /// When the last entry of this till was made.
    pub latest: Moment,
    /// The last entry there is.
    pub up_to: Place,
    /// The month and the year that are over and not closed yet, `2026-10` and `2025`.
    pub due: Vec<(Level, String)>,
}

/// A closing of a day, as the period after it goes on from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Which.
    pub earlier: Earlier,
    /// Its number.
    pub number: u64,
    /// When.
    pub at: Moment,
    /// Its market day.
    pub label: String,
    /// What it left in the drawers.
    pub left: Vec<Left>,
    /// The totals since the first sale.
    pub total: Perpetual,
    /// How it was opened, which the next opening proposes again.
    pub market: Option<Label>,
}

/// What somebody decides at the closing of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Why what was found differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<DifferenceReason>,
    /// Cheques held against the pile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cheques: Vec<ChequeSeen>,
    /// What stays in the drawers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Left>,
    /// What leaves with somebody; none if nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub envelope: Option<Envelope>,
    /// Notes and coins to bring to the next market.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bring: Vec<Pieces>,
}

impl DayState {
    /// Per means of payment that is counted by hand: what should be there now, and what is. What
    /// was counted goes on: what came and went after the count is added to it, and what was only
    /// put right is not.
    pub fn means(&self) -> Vec<MeansRow> {
        let mut rows: Vec<MeansRow> = self
            .figures
            .drawers
            .iter()
            .map(|drawer| self.means_row(drawer))
            .collect();
        // Found, and no ticket ever brought it.
        let counted = self.count.iter().flat_map(|it| &it.count.means);
        for found in counted {
            if !rows.iter().any(|it| it.tender == found.tender) {
                rows.push(MeansRow {
                    tender: found.tender.clone(),
                    name: found.name.clone(),
                    kind: found.kind,
                    expected: Money::ZERO,
                    counted: Some(found.total),
                    number: found.number,
                });
            }
        }
        rows.sort_by(|one, other| (one.kind, &one.tender).cmp(&(other.kind, &other.tender)));
        rows
    }

    fn means_row(&self, drawer: &DrawerRow) -> MeansRow {
        let found = self.count.as_ref().and_then(|seen| {
            let found = seen.count.of(&drawer.tender)?;
            let since = seen.since.iter().find(|it| it.0 == drawer.tender);
            let since = since.map_or(Money::ZERO, |it| it.1);
            Some((found.total + since, found.number))
        });
        MeansRow {
            tender: drawer.tender.clone(),
            name: drawer.name.clone(),
            kind: drawer.kind,
            expected: drawer.expected,
            counted: found.map(|it| it.0),
            number: found.and_then(|it| it.1),
        }
    }

    /// Tickets of market days that were closed before.
    pub fn late(&self) -> Vec<SpanRow<String>> {
        let Some(before) = &self.before else {
            return Vec::new();
        };
        let days = self.figures.days.iter();
        days.filter(|it| it.span <= before.label && it.span < self.label)
            .cloned()
            .collect()
    }

    /// The closing of this period. What stays and what leaves must be what is there; see
    /// [`Closing::adds_up`].
    pub fn closing(&self, decided: Decided, version: &str) -> Closing {
        let total = self
            .before
            .as_ref()
            .map_or_else(Perpetual::default, |it| it.total);
        Closing {
            level: Level::Day,
            number: 0,
            name: String::new(),
            label: self.label.clone(),
            previous: self.before.as_ref().map(|it| it.earlier.clone()),
            up_to: self.up_to,
            late: self.late(),
            means: self.means(),
            decided: Some(decided),
            total: total.after(&self.figures),
            figures: self.figures.clone(),
            version: version.to_owned(),
        }
    }

    /// Decides nothing that a person would: cash stays as float up to `float`, the rest leaves,
    /// nothing is said of cheques.
    pub fn plainly(&self, float: Money, by: &str) -> Decided {
        let mut decided = Decided::default();
        let mut papers = Vec::new();
        let mut cash = Money::ZERO;
        for row in self.means() {
            let held = row.held().max(Money::ZERO);
            let left = |cents| Left {
                tender: row.tender.clone(),
                name: row.name.clone(),
                kind: row.kind,
                cents,
                pieces: Vec::new(),
            };
            match row.kind {
                TenderKind::Cash => {
                    let stays = held.min(float);
                    decided.left.push(left(stays));
                    cash += held - stays;
                }
                TenderKind::Local => decided.left.push(left(held)),
                TenderKind::Cheque | TenderKind::Token | TenderKind::Meal | TenderKind::Other => {
                    papers.extend((held > Money::ZERO).then(|| left(held)));
                }
                // A slip of the terminal is no money.
                TenderKind::Card
                | TenderKind::Account
                | TenderKind::CreditNote
                | TenderKind::Fund => {}
            }
        }
        if cash > Money::ZERO || !papers.is_empty() {
            decided.envelope = Some(Envelope {
                by: by.to_owned(),
                cash,
                pieces: Vec::new(),
                papers,
            });
        }
        decided
    }
}

impl Closing {
    /// The sums of closings of the level below: a month of its days, a year of its months. None
    /// without any.
    pub fn of_period(
        level: Level,
        label: String,
        previous: Option<Earlier>,
        parts: &[(Place, Self)],
        version: &str,
    ) -> Option<Self> {
        let (up_to, last) = parts.last()?;
        let mut figures = Figures::default();
        for (_, part) in parts {
            figures.add(&part.figures);
        }
        Some(Self {
            level,
            number: 0,
            name: String::new(),
            label,
            previous,
            up_to: *up_to,
            figures,
            late: Vec::new(),
            means: Vec::new(),
            decided: None,
            total: last.total,
            version: version.to_owned(),
        })
    }

    /// A month or a year that somebody closes by hand; the store adds it up.
    pub fn asked(level: Level, label: String, version: &str) -> Self {
        Self {
            level,
            number: 0,
            name: String::new(),
            label,
            previous: None,
            up_to: Place { epoch: 1, seq: 1 },
            figures: Figures::default(),
            late: Vec::new(),
            means: Vec::new(),
            decided: None,
            total: Perpetual::default(),
            version: version.to_owned(),
        }
    }

    /// Whether what stays and what leaves is what is there, of every means of payment that lies
    /// in a drawer, nothing is said of a means twice, and no pieces are worth something else than
    /// their sum.
    pub fn adds_up(&self) -> bool {
        let Some(decided) = &self.decided else {
            return self.level != Level::Day;
        };
        let envelope = decided.envelope.as_ref();
        let papers = || envelope.into_iter().flat_map(|it| &it.papers);
        let every = decided.left.iter().chain(papers());
        let whole = every.clone().all(|it| {
            it.cents >= Money::ZERO
                && (it.pieces.is_empty() || Pieces::sum(&it.pieces) == Some(it.cents))
        });
        let euros = envelope.is_none_or(|it| {
            it.cash >= Money::ZERO
                && (it.pieces.is_empty() || Pieces::sum(&it.pieces) == Some(it.cash))
        });
        let once = decided.left.iter().enumerate().all(|(at, it)| {
            let mut later = decided.left.iter().skip(at + 1);
            later.all(|other| other.tender != it.tender)
        });
        // Nothing stays of what nobody knows to be there: the next market would begin with it.
        let known = every.clone().all(|it| {
            let same = |row: &&MeansRow| (&row.tender, row.kind) == (&it.tender, it.kind);
            it.cents == Money::ZERO || self.means.iter().any(|row| same(&row))
        });
        let stays = |row: &MeansRow| -> Money {
            let every = every.clone().filter(|it| it.tender == row.tender);
            every.map(|it| it.cents).sum()
        };
        let (cash, rest): (Vec<_>, Vec<_>) =
            (self.means.iter()).partition(|row| row.kind == TenderKind::Cash);
        let held = |row: &&MeansRow| row.held().max(Money::ZERO);
        let euros_held: Money = cash.iter().map(held).sum();
        let euros_stay: Money = cash.iter().map(|row| stays(row)).sum();
        let leaves = envelope.map_or(Money::ZERO, |it| it.cash);
        let each = rest.iter().all(|row| match row.kind {
            TenderKind::Card | TenderKind::Account | TenderKind::CreditNote | TenderKind::Fund => {
                stays(row) == Money::ZERO
            }
            TenderKind::Cash
            | TenderKind::Cheque
            | TenderKind::Other
            | TenderKind::Local
            | TenderKind::Token
            | TenderKind::Meal => stays(row) == held(row),
        });
        whole && euros && once && known && each && euros_stay + leaves == euros_held
    }
}
