//! The fields of the count: which means of payment are counted, and what the typed digits say.

use super::{CountWay, Typed, TypedMeans};
use crate::{
    domain::{
        closing::DayState,
        day::{Count, Counting, EURO_CENTS, PIECES_MAX, Pieces},
        figures::DrawerRow,
        ids::Id,
        money::Money,
        settings::{Counted, Settings, Tender, TenderKind},
    },
    ui::{
        entry::{DigitRow, Refusal, number},
        notice::Notice,
    },
};

/// What is counted at this closing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// The drawer of euros.
    pub cash: Option<Tender>,
    /// Everything else that came or went in the period.
    pub means: Vec<Tender>,
}

/// A field of the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// How many of a note or coin, by its place in [`EURO_CENTS`].
    Pieces(usize),
    /// Rolls, rarer notes and the rest of the cash.
    Other,
    /// The cash in one sum.
    Total,
    /// How many cheques, vouchers or tokens, by the place of the means in the form.
    Number(usize),
    /// How much of a means, by its place in the form.
    Sum(usize),
}

impl Form {
    /// Means with something expected, or that came and went; the cash always.
    pub fn of(day: &DayState, settings: &Settings) -> Self {
        let is_cash = |it: &&Tender| it.kind == TenderKind::Cash;
        let cash = settings.tenders.iter().find(is_cash).cloned();
        let drawers = day.figures.drawers.iter().filter(|it| moved(it, day));
        let tenders = drawers.map(|drawer| {
            let known = settings.tender(&drawer.tender).cloned();
            // A means that the settings have no more is counted as its kind usually is.
            known.unwrap_or_else(|| Tender {
                name: drawer.name.clone(),
                ..Tender::of(drawer.tender.clone(), None, drawer.kind)
            })
        });
        let is_counted = |it: &Tender| it.counted != Counted::No;
        let means = tenders.filter(is_counted);
        let id = cash.as_ref().map(|it| it.id.clone());
        let mut means: Vec<Tender> = means.filter(|it| Some(&it.id) != id.as_ref()).collect();
        let place = |id: &Id| settings.tenders.iter().position(|it| it.id == *id);
        means.sort_by_key(|it| place(&it.id).unwrap_or(usize::MAX));
        Self { cash, means }
    }

    /// The fields in the order of Enter.
    pub fn fields(&self, way: CountWay) -> Vec<Field> {
        let mut fields = Vec::new();
        if self.cash.is_some() {
            match way {
                CountWay::Pieces => {
                    fields.extend((0..EURO_CENTS.len()).map(Field::Pieces));
                    fields.push(Field::Other);
                }
                CountWay::Total => fields.push(Field::Total),
            }
        }
        for (at, tender) in self.means.iter().enumerate() {
            match tender.counted {
                Counted::Total | Counted::Denominations | Counted::No => {
                    fields.push(Field::Sum(at));
                }
                Counted::Pieces if tender.unit.is_some() => fields.push(Field::Number(at)),
                Counted::NumberAndTotal | Counted::Pieces => {
                    fields.extend([Field::Number(at), Field::Sum(at)]);
                }
            }
        }
        fields
    }

    /// What is in a field.
    pub fn text<'a>(&self, field: Field, typed: &'a Typed) -> &'a str {
        let means = |at: usize| {
            let tender = self.means.get(at)?;
            typed.means.iter().find(|it| it.tender == tender.id)
        };
        match field {
            Field::Pieces(at) => typed.pieces.get(at).map(String::as_str),
            Field::Other => Some(typed.other.as_str()),
            Field::Total => Some(typed.total.as_str()),
            Field::Number(at) => means(at).map(|it| it.number.as_str()),
            Field::Sum(at) => means(at).map(|it| it.total.as_str()),
        }
        .unwrap_or_default()
    }

    /// The same, to be typed in.
    pub fn text_mut<'a>(&self, field: Field, typed: &'a mut Typed) -> Option<&'a mut String> {
        match field {
            Field::Pieces(at) => typed.pieces.get_mut(at),
            Field::Other => Some(&mut typed.other),
            Field::Total => Some(&mut typed.total),
            Field::Number(at) | Field::Sum(at) => {
                let id = &self.means.get(at)?.id;
                if !typed.means.iter().any(|it| it.tender == *id) {
                    typed.means.push(TypedMeans {
                        tender: id.clone(),
                        number: String::new(),
                        total: String::new(),
                    });
                }
                let row = typed.means.iter_mut().find(|it| it.tender == *id)?;
                match field {
                    Field::Number(_) => Some(&mut row.number),
                    _ => Some(&mut row.total),
                }
            }
        }
    }

    /// Whether what is in a field can be so.
    pub fn check(&self, field: Field, typed: &Typed) -> Result<(), Notice> {
        let text = self.text(field, typed);
        match field {
            Field::Pieces(at) => piece(at, text).map(drop),
            Field::Number(_) => whole(text).map(drop),
            Field::Other | Field::Total | Field::Sum(_) => amount(text).map(drop),
        }
    }

    /// The cash as far as it can be read.
    pub fn so_far(&self, typed: &Typed) -> Money {
        match typed.way {
            CountWay::Total => amount(&typed.total).ok().flatten(),
            CountWay::Pieces => {
                let pieces: Vec<Pieces> = pieces(typed).filter_map(Result::ok).collect();
                let other = amount(&typed.other).ok().flatten().unwrap_or(Money::ZERO);
                Pieces::sum(&pieces).map(|sum| sum + other)
            }
        }
        .unwrap_or(Money::ZERO)
    }

    /// The count, or which field cannot be so and why. A means of which nothing was typed was not
    /// counted.
    pub fn count(&self, typed: &Typed) -> Result<Count, (Field, Notice)> {
        for field in self.fields(typed.way) {
            self.check(field, typed).map_err(|notice| (field, notice))?;
        }
        let mut means = Vec::new();
        if let Some(tender) = &self.cash {
            means.extend(cash(tender, typed)?);
        }
        for (at, tender) in self.means.iter().enumerate() {
            means.extend(self.other_means(at, tender, typed)?);
        }
        Ok(Count { means })
    }

    fn other_means(
        &self,
        at: usize,
        tender: &Tender,
        typed: &Typed,
    ) -> Result<Option<Counting>, (Field, Notice)> {
        let fields = self.fields(typed.way);
        let number = whole(self.text(Field::Number(at), typed));
        let number = number.map_err(|it| (Field::Number(at), it))?;
        if !fields.contains(&Field::Sum(at)) {
            let worth = tender.unit.unwrap_or(Money::ZERO);
            let total = number.map(|count| Pieces { worth, count }.total());
            let too_much = || (Field::Number(at), Notice::warning("close-too-much"));
            return match total {
                None => Ok(None),
                Some(total) => Ok(Some(Counting {
                    number,
                    ..counting(tender, total.ok_or_else(too_much)?)
                })),
            };
        }
        let total = amount(self.text(Field::Sum(at), typed));
        match (number, total.map_err(|it| (Field::Sum(at), it))?) {
            (None, None) => Ok(None),
            (Some(0), None) => Ok(Some(Counting {
                number: Some(0),
                ..counting(tender, Money::ZERO)
            })),
            (Some(_), None) => Err((Field::Sum(at), Notice::warning("close-sum-missing"))),
            (number, Some(total)) => Ok(Some(Counting {
                number: number.filter(|_| fields.contains(&Field::Number(at))),
                ..counting(tender, total)
            })),
        }
    }
}

/// The cash as it was typed; nothing typed, not counted.
fn cash(tender: &Tender, typed: &Typed) -> Result<Option<Counting>, (Field, Notice)> {
    if typed.way == CountWay::Total {
        let total = amount(&typed.total).map_err(|it| (Field::Total, it))?;
        return Ok(total.map(|total| counting(tender, total)));
    }
    let empty = |it: &String| it.trim().is_empty();
    if typed.pieces.iter().all(empty) && empty(&typed.other) {
        return Ok(None);
    }
    let pieces: Result<Vec<Pieces>, Notice> = pieces(typed).collect();
    let pieces = pieces.map_err(|it| (Field::Pieces(0), it))?;
    let other = amount(&typed.other).map_err(|it| (Field::Other, it))?;
    let other = other.unwrap_or(Money::ZERO);
    let sum = Pieces::sum(&pieces).map(|sum| sum + other);
    let total = sum.filter(|it| *it <= Money::MAX);
    let total = total.ok_or((Field::Other, Notice::warning("close-too-much")))?;
    Ok(Some(Counting {
        pieces,
        other,
        ..counting(tender, total)
    }))
}

fn pieces(typed: &Typed) -> impl Iterator<Item = Result<Pieces, Notice>> {
    let fields = typed.pieces.iter().enumerate();
    fields.filter_map(|(at, text)| piece(at, text).transpose())
}

/// So many notes or coins of the kind at this place, or none where nothing is typed.
fn piece(at: usize, text: &str) -> Result<Option<Pieces>, Notice> {
    let worth = EURO_CENTS.get(at).copied().and_then(Money::from_cents);
    let (Some(count), Some(worth)) = (whole(text)?, worth) else {
        return Ok(None);
    };
    let pieces = Pieces { worth, count };
    match pieces.total() {
        Some(_) if count > 0 => Ok(Some(pieces)),
        Some(_) => Ok(None),
        None => Err(Notice::warning("close-too-much")),
    }
}

/// Whether there is something to count in a drawer.
fn moved(drawer: &DrawerRow, day: &DayState) -> bool {
    let figures = &day.figures;
    let zero = (drawer.start, drawer.expected) == (Money::ZERO, Money::ZERO);
    !zero || figures.tenders.iter().any(|it| it.tender == drawer.tender)
}

fn counting(tender: &Tender, total: Money) -> Counting {
    Counting {
        tender: tender.id.clone(),
        name: tender.name.clone(),
        kind: tender.kind,
        pieces: Vec::new(),
        other: Money::ZERO,
        number: None,
        total,
    }
}

/// How many, or none where nothing is typed.
fn whole(text: &str) -> Result<Option<u32>, Notice> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let too_many = || Notice::warning("close-too-many").with("most", PIECES_MAX.to_string());
    let digits = text.chars().all(|c| c.is_ascii_digit());
    if digits && text.trim_start_matches('0').len() > 6 {
        return Err(too_many());
    }
    let number = number(text, DigitRow::AsTyped).map_err(refused)?;
    let whole = number.whole().ok_or(Notice::warning("close-whole"))?;
    let count = u32::try_from(whole).ok();
    let count = count.filter(|it| *it <= PIECES_MAX);
    count.map(Some).ok_or_else(too_many)
}

const fn refused(refusal: Refusal) -> Notice {
    Notice::warning(match refusal {
        Refusal::TooLarge => "close-too-much",
        Refusal::TooFine | Refusal::NotCents => "close-two-decimals",
        Refusal::Unreadable | Refusal::CodeLength | Refusal::Zero | Refusal::NotWhole => {
            "close-unreadable"
        }
    })
}

/// How much, or none where nothing is typed.
fn amount(text: &str) -> Result<Option<Money>, Notice> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = number(text, DigitRow::AsTyped).map_err(refused)?;
    let cents = number.cents().map_err(refused)?;
    Money::from_cents(cents)
        .map(Some)
        .ok_or(Notice::warning("close-too-much"))
}
