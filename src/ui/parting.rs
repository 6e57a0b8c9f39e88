//! What stays in the drawers and what leaves, made of what was counted and what was typed; with it
//! the closing as it will be written.

use super::{closing::ClosingDraft, entry::number, shop::Shop};
use crate::domain::{
    closing::{
        DayState, Decided, Envelope, Left, MeansRow,
        float::{self, Proposal},
    },
    day::Pieces,
    money::Money,
    settings::{Rules, TenderKind},
};

/// The drawer of euros, parted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parting {
    /// What should be there and what was found; none where the stall takes no cash.
    pub cash: Option<MeansRow>,
    /// What was counted piece by piece.
    pub counted: Vec<Pieces>,
    /// What the float should come to.
    pub target: Money,
    /// What stays, what goes, what is to be brought.
    pub proposal: Proposal,
}

/// Parts the drawer as the draft says, or as the rules propose.
pub fn parting(day: &DayState, draft: &ClosingDraft, shop: &Shop) -> Parting {
    let rules = &shop.settings.rules;
    let Some(cash) = drawer(day, shop) else {
        return Parting::default();
    };
    let held = cash.held().max(Money::ZERO);
    let (counted, other) = pieces(day, &cash, held);
    let target = typed(&draft.float.leave, shop).unwrap_or_else(|| target(day, &cash, rules));
    let proposal = match &draft.float.pieces {
        Some(kept) if !counted.is_empty() => {
            float::keep(&counted, other, kept, &rules.float_pieces)
        }
        _ => float::propose(&counted, other, target, &rules.float_pieces),
    };
    Parting {
        cash: Some(cash),
        counted,
        target,
        proposal,
    }
}

/// The drawer of euros that is counted by the piece, where a stall has a second one.
fn drawer(day: &DayState, shop: &Shop) -> Option<MeansRow> {
    let mut rows = day.means();
    rows.retain(|it| it.kind == TenderKind::Cash);
    let first = shop.settings.cash().map(|it| &it.id);
    let at = rows.iter().position(|it| Some(&it.tender) == first);
    rows.into_iter().nth(at.unwrap_or_default())
}

/// Which pieces there are, and what besides. Where less is there than was counted, because a
/// producer was paid since, nobody knows by which pieces: then none is.
fn pieces(day: &DayState, cash: &MeansRow, held: Money) -> (Vec<Pieces>, Money) {
    let counted = day.count.as_ref().and_then(|it| it.count.of(&cash.tender));
    let counted = counted.map(|it| it.pieces.clone()).unwrap_or_default();
    let other = held - Pieces::sum(&counted).unwrap_or(Money::ZERO);
    if other < Money::ZERO {
        return (Vec::new(), held);
    }
    (counted, other)
}

/// The float of the rules, else the one of this morning, else what was left then.
fn target(day: &DayState, cash: &MeansRow, rules: &Rules) -> Money {
    let drawer = day.figures.drawer(&cash.tender);
    let before = drawer.map(|it| it.float.unwrap_or(it.start));
    rules.float.or(before).unwrap_or(Money::ZERO)
}

/// The sum that was typed; none of what is no sum.
pub fn typed(text: &str, shop: &Shop) -> Option<Money> {
    let cents = number(text, shop.digits).ok()?.cents().ok()?;
    Money::from_cents(cents)
}

/// Who takes the envelope: initials, or nobody.
pub fn taker<'a>(draft: &'a ClosingDraft, shop: &'a Shop) -> &'a str {
    draft.float.by.as_deref().unwrap_or(&shop.operator)
}

/// What is decided as the draft stands now.
pub fn decided(day: &DayState, draft: &ClosingDraft, shop: &Shop) -> Decided {
    let parting = parting(day, draft, shop);
    let mut decided = Decided {
        reason: draft.reason,
        cheques: draft.cheques.clone(),
        bring: parting.proposal.bring.clone(),
        ..Decided::default()
    };
    let mut papers = Vec::new();
    let parted = parting.cash.as_ref().map(|it| &it.tender);
    for row in day.means() {
        let held = row.held().max(Money::ZERO);
        match row.kind {
            TenderKind::Cash if Some(&row.tender) == parted => {
                let pile = &parting.proposal.leave;
                decided
                    .left
                    .push(left(&row, pile.total(), pile.all_pieces()));
            }
            // Notes of a local currency have a drawer of their own, and stay in it; so do the euros
            // of a second tin.
            TenderKind::Local | TenderKind::Cash => decided.left.push(left(&row, held, Vec::new())),
            TenderKind::Cheque | TenderKind::Token | TenderKind::Meal | TenderKind::Other => {
                papers.extend((held > Money::ZERO).then(|| left(&row, held, Vec::new())));
            }
            // A slip of the terminal is no money.
            TenderKind::Card | TenderKind::Account | TenderKind::CreditNote | TenderKind::Fund => {}
        }
    }
    let cash = parting.proposal.take.total();
    if cash > Money::ZERO || !papers.is_empty() {
        decided.envelope = Some(Envelope {
            by: taker(draft, shop).to_owned(),
            cash,
            pieces: parting.proposal.take.all_pieces(),
            papers,
        });
    }
    decided
}

fn left(row: &MeansRow, cents: Money, pieces: Vec<Pieces>) -> Left {
    Left {
        tender: row.tender.clone(),
        name: row.name.clone(),
        kind: row.kind,
        cents,
        pieces,
    }
}
