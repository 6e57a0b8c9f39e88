//! What people do with other people's money, in any order.

use etal::{
    domain::{
        asking::{Ask, Found, PastTicket},
        ids::Id,
        journal::Fact,
        member::MoveReason,
        money::Money,
        ticket::{Owner, Returned, Ticket, TicketLine},
        views::TicketRow,
    },
    store::Store,
};
use proptest::prelude::*;

use crate::{
    books::notes,
    counter::cents,
    market::{Market, gift, jar_back, label, moves, shared, top_up},
};

/// Something somebody does with money.
#[derive(Clone, Debug)]
pub enum MoneyDeed {
    TopUp(usize, i64),
    /// Articles on an account.
    Tab(usize, u32, u32),
    Transfer(usize, usize, i64),
    Adjust(usize, i64),
    Gift(i64),
    /// As much of an article as the fund has.
    FromFund(u32),
    Shared(i64),
    Jar(u32),
    /// A part of a line of a past ticket, by a means.
    Refund(usize, usize, u32, &'static str, Returned),
    /// The newest note that is worth something pays an article.
    SpendNote(u32),
    Means(usize),
    Reattribute(usize, usize),
    /// A part of what is due to a producer.
    Settle(usize, i64),
}

pub const MEMBERS: [&str; 3] = ["MARIE", "PAUL", "ZOE"];
pub const PRODUCERS: [&str; 2] = ["ANA", "BRUNO"];

pub fn money_deed() -> impl Strategy<Value = MoneyDeed> {
    use MoneyDeed as It;
    let who = 0..MEMBERS.len();
    let code = || prop::sample::select(vec![1u32, 2, 4, 5, 7]);
    let by = prop::sample::select(vec!["cash", "credit_note", "account"]);
    let returned = prop::sample::select(vec![Returned::OnSale, Returned::Lost]);
    prop_oneof![
        2 => (who.clone(), -3_000..5_000i64).prop_map(|(who, paid)| It::TopUp(who, paid)),
        2 => (who.clone(), code(), 1..5u32).prop_map(|(who, code, n)| It::Tab(who, code, n)),
        1 => (who.clone(), who.clone(), 1..900i64).prop_map(|(a, b, c)| It::Transfer(a, b, c)),
        1 => (who, -900..900i64).prop_map(|(who, paid)| It::Adjust(who, paid)),
        1 => (1..900i64).prop_map(It::Gift),
        1 => code().prop_map(It::FromFund),
        2 => (1..900i64).prop_map(It::Shared),
        1 => (1..5u32).prop_map(It::Jar),
        5 => (any::<usize>(), any::<usize>(), 1..4u32, by, returned)
            .prop_map(|(a, b, n, by, what)| It::Refund(a, b, n, by, what)),
        3 => code().prop_map(It::SpendNote),
        1 => any::<usize>().prop_map(It::Means),
        2 => (any::<usize>(), any::<usize>()).prop_map(|(a, b)| It::Reattribute(a, b)),
        3 => (0..PRODUCERS.len(), 0..=100i64).prop_map(|(who, part)| It::Settle(who, part)),
    ]
}

/// Opens the accounts.
pub fn begin(market: &mut Market) {
    for member in MEMBERS {
        market.open_account(member);
    }
}

/// What the deed has to say to the journal; nothing if it has nothing to act on.
pub fn said(deed: &MoneyDeed, market: &Market) -> Option<Fact> {
    use MoneyDeed as It;
    let ticket = |it: Ticket| Some(Fact::Ticket(Box::new(it)));
    match deed {
        It::TopUp(who, paid) => {
            let lines = vec![top_up(MEMBERS[*who], *paid)];
            ticket(market.ticket(lines, &[("card", *paid, None)]))
        }
        It::Tab(who, code, pieces) => {
            let lines = vec![market.goods(*code, *pieces)];
            ticket(paid_by(market, lines, ("account", Some(MEMBERS[*who]))))
        }
        It::Transfer(from, to, paid) => {
            let moved = [(MEMBERS[*from], -paid), (MEMBERS[*to], *paid)];
            Some(Fact::Member(moves(&moved, Some(MoveReason::Transfer))))
        }
        It::Adjust(who, paid) => {
            let moved = [(MEMBERS[*who], *paid)];
            Some(Fact::Member(moves(&moved, Some(MoveReason::Goodwill))))
        }
        It::Gift(paid) => ticket(paid_by(market, vec![gift(*paid)], ("cash", None))),
        It::FromFund(code) => {
            let lines = vec![market.goods(*code, 1)];
            let total = market.ticket(lines.clone(), &[]).total;
            let used = market.sums().fund.min(total);
            let rest = total - used;
            let paid = [("fund", used.cents(), None), ("cash", rest.cents(), None)];
            ticket(market.ticket(lines, &paid))
        }
        It::Shared(paid) => ticket(paid_by(market, vec![shared(*paid)], ("card", None))),
        It::Jar(pieces) => {
            let lines = vec![market.goods(5, *pieces), jar_back(20)];
            ticket(paid_by(market, lines, ("cash", None)))
        }
        It::Refund(pick, line, pieces, by, returned) => {
            let (past, line) = open_line(market, *pick, *line)?;
            let left = past.lines[line].line.quantity - past.lines[line].before;
            let most = u32::try_from(left.thousandths() / 1_000).ok()?;
            let name = &past.detail.ticket.name;
            let back = market.back(name, line, (*pieces).min(most), *returned);
            let of = (*by == "account").then_some(MEMBERS[0]);
            ticket(paid_by(market, vec![back], (by, of)))
        }
        It::SpendNote(code) => ticket(note_spent(market, *code)?),
        It::Means(pick) => ticket(other_means(market, *pick)?),
        It::Reattribute(pick, line) => {
            let (past, line) = open_line(market, *pick, *line)?;
            let stands = &past.lines[line];
            stands.line.kind.is_sold().then_some(())?;
            ticket(market.reattributed(&past.detail.ticket.name, line, "BRUNO"))
        }
        It::Settle(who, part) => {
            let mut settlement = market.settling(PRODUCERS[*who], None)?;
            let paid = settlement.due.cents() * part / 100;
            if paid > 0 {
                let cash = market.counter.settings.tender(&Id::known("cash"))?;
                settlement.give(cents(paid), cash, Money::MAX).unwrap();
            }
            Some(Fact::Settlement(Box::new(settlement)))
        }
    }
}

/// A credit note pays an article: its rest is a new one, or cash fills what is missing.
fn note_spent(market: &Market, code: u32) -> Option<Ticket> {
    let note = notes(&market.store)
        .into_iter()
        .rfind(|it| it.1 > Money::ZERO)?;
    let lines = vec![market.goods(code, 1)];
    let total = market.ticket(lines.clone(), &[]).total;
    let rest = total - note.1;
    let by = if rest > Money::ZERO {
        "cash"
    } else {
        "credit_note"
    };
    let mut paid = vec![("credit_note", note.1.cents(), Some(note.0.as_str()))];
    if rest != Money::ZERO {
        paid.push((by, rest.cents(), None));
    }
    Some(market.ticket(lines, &paid))
}

/// Another means for a past ticket.
fn other_means(market: &Market, pick: usize) -> Option<Ticket> {
    let past = past(market, pick)?;
    let from = past.paid_by.iter().find(|it| it.cents > Money::ZERO)?;
    let of = from.of.as_ref().map(Id::as_str);
    if from.kind.owner().is_some() || past.detail.reversed_by.is_some() {
        return None;
    }
    let paid = from.cents.cents();
    let back = (from.tender.as_str(), -paid, of);
    let mut changed = market.ticket(vec![], &[back, ("other", paid, None)]);
    changed.corrects = Some(market.place(&past.detail.ticket.name));
    Some(changed)
}

/// A ticket that one means pays whole.
fn paid_by(
    market: &Market,
    lines: Vec<etal::domain::basket::Line>,
    (tender, of): (&str, Option<&str>),
) -> Ticket {
    let total = market.ticket(lines.clone(), &[]).total.cents();
    let paid = [(tender, total, of)];
    market.ticket(lines, if total == 0 { &[] } else { &paid })
}

fn past(market: &Market, pick: usize) -> Option<PastTicket> {
    let rows: Vec<TicketRow> = crate::property::days()
        .iter()
        .flat_map(|day| market.store.tickets(day).unwrap())
        .collect();
    let row = rows.get(pick.checked_rem(rows.len())?)?;
    Some(market.past(&row.name))
}

/// A line of a past ticket of which something in whole pieces can come back.
fn open_line(market: &Market, pick: usize, line: usize) -> Option<(PastTicket, usize)> {
    let past = past(market, pick)?;
    let line = line.checked_rem(past.lines.len())?;
    let stands = &past.lines[line];
    let left = stands.line.quantity - stands.before;
    let open = etal::domain::back::may_come_back(&stands.line)
        && stands.line.paid >= Money::ZERO
        && past.detail.reversed_by.is_none()
        && left.thousandths() >= 1_000
        && left.is_whole();
    open.then_some((past, line))
}

/// Whether something was done later to a ticket: such a one is not voided any more.
pub fn is_touched(store: &Store, name: &str) -> bool {
    let Found::Past(_, Some(past)) = store.answer(&Ask::Past(name.to_owned())).unwrap() else {
        panic!("{name}");
    };
    let same = |(row, line): (&etal::domain::asking::SoldLine, &TicketLine)| {
        row.before == etal::domain::quantity::Quantity::ZERO && row.line == *line
    };
    let tickets = &past.detail.ticket;
    past.detail.reversed_by.is_some()
        || tickets.corrects.is_some()
        || !past.lines.iter().zip(&tickets.lines).all(same)
        || tickets
            .payments
            .iter()
            .any(|it| it.kind.owner() == Some(Owner::CreditNote))
}

impl Market {
    /// The ticket that gives what is left of a line of a past one to another producer.
    pub fn reattributed(&self, name: &str, line: usize, to: &str) -> Ticket {
        let stands = self.past(name).lines[line].clone();
        let left = stands.line.quantity - stands.before;
        let pieces = u32::try_from(left.thousandths() / 1_000).unwrap();
        let back = self.back(name, line, pieces, Returned::OnSale);
        let mut ticket = self.ticket(vec![back], &[]);
        ticket.lines[0].returned = None;
        let mut anew = ticket.lines[0].clone();
        anew.takes_back = None;
        anew.stands_for = Some(stands.place.clone());
        anew.quantity = -anew.quantity;
        for cents in [&mut anew.base, &mut anew.paid, &mut anew.net] {
            *cents = -*cents;
        }
        anew.discounts.clear();
        anew.seller.id = Id::known(to);
        anew.seller.name = label(to);
        anew.shares = vec![etal::domain::ticket::Share {
            to: Owner::Producer,
            id: Some(Id::known(to)),
            cents: anew.paid,
        }];
        for mut row in ticket.vat.clone() {
            row.seller = anew.seller.clone();
            (row.paid, row.tax, row.net) = (-row.paid, -row.tax, -row.net);
            ticket.vat.push(row);
        }
        ticket.lines.push(anew);
        ticket.total = Money::ZERO;
        ticket.corrects = Some(stands.place.ticket);
        ticket
    }
}
