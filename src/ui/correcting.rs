//! Tickets that put others right, on their way to the journal: only once they are written does
//! anything move, and one correction waits for the one before it.

use super::{
    drafts::Paper,
    event::{Effect, News},
    members,
    notice::Notice,
    screen::Turn,
    shop::Shop,
};
use crate::domain::{
    asking::{PastTicket, SoldLine},
    basket::{Basket, What},
    ids::Uid,
    money::Money,
    ticket::{Payment, Ticket},
    views::{Recorded, WriteTrouble},
};

/// Tickets to be written together, and what is said and done once they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The tickets and their names in the journal: the same when they are asked for again.
    pub tickets: Vec<(Uid, Box<Ticket>)>,
    /// What is said then; `name` is filled with the first one's.
    pub done: Notice,
    /// Whether the first one is printed.
    pub paper: Paper,
}

impl Correction {
    /// The name under which the answer comes.
    pub fn uid(&self) -> Option<Uid> {
        self.tickets.first().map(|it| it.0)
    }
}

/// Asks the store to write a correction; refused while another is on its way.
pub fn write(correction: Correction, shop: &mut Shop) -> Turn {
    if shop.voids.correction.is_some() {
        shop.say(Notice::warning("refund-under-way"));
        return Turn::bell();
    }
    let effect = Effect::Correct(correction.tickets.clone());
    shop.voids.correction = Some(correction);
    Turn::with(vec![effect])
}

/// Follows what became of it.
pub(super) fn told(news: &News, shop: &mut Shop) -> Vec<Effect> {
    let is = |it: &mut Correction, uid: Uid| it.uid() == Some(uid);
    match news {
        News::Corrected(recorded) => {
            let first = recorded.first().map(|it| it.uid);
            let mine = shop
                .voids
                .correction
                .take_if(|it| first.is_some_and(|uid| is(it, uid)));
            mine.map_or_else(Vec::new, |it| written(it, recorded, shop))
        }
        News::NotCorrected(uid, trouble) => {
            let word = refused_word(*trouble);
            if shop.voids.correction.take_if(|it| is(it, *uid)).is_some() {
                shop.say(Notice::alarm(word));
                return vec![Effect::Bell];
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What is said when the journal refuses that something comes back.
pub(super) const fn refused_word(trouble: WriteTrouble) -> &'static str {
    match trouble {
        WriteTrouble::NoteUsed => "refund-note-used",
        WriteTrouble::FundShort => "refund-fund-short",
        WriteTrouble::AccountShort => "refund-account-short",
        WriteTrouble::AccountClosed => "refund-account-closed",
        _ if trouble.lasts() => "refund-taken-twice",
        _ => "refund-not-written",
    }
}

fn written(correction: Correction, recorded: &[Recorded], shop: &mut Shop) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (_, ticket) in &correction.tickets {
        shop.take_from_stock(ticket);
        effects.extend(members::look_again(ticket));
    }
    let names: Vec<(u64, String)> = recorded.iter().filter_map(|it| it.ticket.clone()).collect();
    if let Some((number, _)) = names.last() {
        shop.next_number = number + 1;
    }
    let name = names.first().map(|it| it.1.clone()).unwrap_or_default();
    shop.say(correction.done.with("name", name.clone()));
    let moves = |it: &(Uid, Box<Ticket>)| !it.1.lines.is_empty() && shop.opens_drawer(&it.1);
    if correction.tickets.iter().any(moves) {
        effects.push(Effect::OpenDrawer);
    }
    if correction.paper == Paper::Asked {
        effects.push(Effect::Print { ticket: name });
    }
    effects
}

/// Whether a line already lies in a ticket that is open or aside, to be taken back there.
pub fn lies_open(sold: &SoldLine, shop: &Shop) -> bool {
    let parked = shop.drafts.parked.iter().map(|it| &it.basket);
    let baskets = shop.drafts.desks.iter().chain(parked);
    baskets
        .flat_map(Basket::lines)
        .any(|line| matches!(&line.what, What::Back(back) if back.place == sold.place))
}

/// Why nothing of this ticket can come back or be moved, as a sentence; none if it can.
pub fn refusal(past: &PastTicket, shop: &Shop) -> Option<Notice> {
    let detail = &past.detail;
    let refused = |word| Notice::warning(word).with("name", detail.ticket.name.clone());
    if let Some(original) = &detail.ticket.reverses {
        return Some(refused("void-of-a-void").with("original", original.name.clone()));
    }
    if let Some(by) = &detail.reversed_by {
        return Some(refused("void-again").with("by", by.clone()));
    }
    if past.lines.is_empty() {
        return Some(refused("refund-no-lines"));
    }
    shop.voids.refusal_now(&detail.ticket.name)
}

/// Why this line cannot come back or be moved; none if it can.
pub fn line_refusal(sold: &SoldLine, shop: &Shop) -> Option<Notice> {
    let label = sold.line.label.as_str();
    let refused = |word| Notice::warning(word).with("label", label);
    if sold.line.takes_back.is_some() {
        return Some(refused("refund-of-a-refund"));
    }
    if sold.line.paid < Money::ZERO || !crate::domain::back::may_come_back(&sold.line) {
        return Some(refused("refund-gave-money"));
    }
    if !sold.can_come_back() {
        return Some(refused("refund-all-back"));
    }
    lies_open(sold, shop).then(|| refused("refund-lies-open"))
}

/// Whether the ticket stands as it was recorded, so that it can be voided whole: nothing of it
/// came back, moved, or was paid otherwise since.
pub fn is_as_recorded(past: &PastTicket) -> bool {
    let own = |it: &SoldLine| it.place.ticket.seq == past.detail.seq;
    let sum = |rows: &[Payment], row: &Payment| -> Money {
        let same = rows.iter().filter(|it| it.tender == row.tender);
        same.map(|it| it.cents).sum()
    };
    let recorded = &past.detail.ticket.payments;
    let same_means = recorded
        .iter()
        .chain(&past.paid_by)
        .all(|row| sum(recorded, row) == sum(&past.paid_by, row));
    !past.is_touched() && past.lines.iter().all(own) && same_means
}
