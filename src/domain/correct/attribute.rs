//! Giving what was sold to the right producer, at the right VAT rate: the customer's total stays.

use super::{Stamp, blank};
use crate::domain::{
    asking::SoldLine,
    back::may_come_back,
    catalogue::{Catalogue, OWN_PRODUCER, Producer},
    ids::Id,
    money::{Money, VatRate},
    quantity::Quantity,
    seller::{Mandate, Seller},
    settings::{Bearer, Rules},
    ticket::{Owner, Party, Returned, Share, Ticket, TicketLine, VatRow},
};

/// Whose the goods are, and what VAT they carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct To {
    /// The producer; none leaves it as it is.
    pub producer: Option<Id>,
    /// The rate of the goods; none leaves it as it is. A seller who owes no VAT has rate zero
    /// all the same.
    pub vat: Option<VatRate>,
}

/// Why lines cannot be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeRefusal {
    /// Nothing is left of them, or nothing of it was sold.
    NothingLeft,
    /// All of it is so already.
    Same,
    /// No such producer.
    NoProducer,
}

/// A line as it stands, and the one that will stand for it.
type Pair = (TicketLine, TicketLine);

/// A correcting ticket, and how many lines it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attributed {
    /// The ticket.
    pub ticket: Ticket,
    /// How many lines it moves.
    pub lines: usize,
}

/// The ticket that moves what is left of lines: each is taken back whole and another stands for
/// it, which pays the same. Lines that are so already are left alone.
pub fn reattributed(
    lines: &[SoldLine],
    to: &To,
    (catalogue, rules): (&Catalogue, &Rules),
    stamp: Stamp<'_>,
) -> Result<Attributed, AttributeRefusal> {
    let producer = match &to.producer {
        None => None,
        Some(id) => Some(catalogue.producer(id).ok_or(AttributeRefusal::NoProducer)?),
    };
    let open: Vec<&SoldLine> = lines
        .iter()
        .filter(|it| it.line.kind.is_sold() && may_come_back(&it.line))
        .filter(|it| it.left() > Quantity::ZERO)
        .collect();
    let first = open.first().ok_or(AttributeRefusal::NothingLeft)?;
    let mut ticket = blank(first.place.ticket.clone(), stamp);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut names: Vec<&Producer> = Vec::new();
    for sold in &open {
        let day = sold.at.business_day(rules.day_starts_at);
        let back = sold
            .back(sold.line.from_stock.then_some(Returned::OnSale))
            .line(sold.left());
        let stands = replaced(sold, &back, (producer, to.vat), (catalogue, &day));
        if is_same(&back, &stands) {
            continue;
        }
        for party in [&back.seller, &stands.seller] {
            let known = catalogue.producer(&party.id);
            names.extend(known.filter(|it| names.iter().all(|name| name.id != it.id)));
        }
        pairs.push((back, stands));
    }
    if pairs.is_empty() {
        return Err(AttributeRefusal::Same);
    }
    let today = first.at.business_day(rules.day_starts_at);
    ticket.sellers = names.into_iter().map(|it| Seller::of(it, &today)).collect();
    taxed(&mut pairs);
    let count = pairs.len();
    ticket.lines = pairs
        .into_iter()
        .flat_map(|(back, stands)| [back, stands])
        .collect();
    ticket.vat = table(&ticket.lines);
    Ok(Attributed {
        ticket,
        lines: count,
    })
}

/// The line that stands for what `back` takes away.
fn replaced(
    sold: &SoldLine,
    back: &TicketLine,
    (producer, vat): (Option<&Producer>, Option<VatRate>),
    (catalogue, day): (&Catalogue, &str),
) -> TicketLine {
    let mut line = back.clone();
    line.quantity = -back.quantity;
    line.base = -back.base;
    line.paid = -back.paid;
    line.net = -back.net;
    for discount in &mut line.discounts {
        discount.cents = -discount.cents;
    }
    for share in &mut line.shares {
        share.cents = -share.cents;
    }
    line.takes_back = None;
    line.returned = None;
    line.stands_for = Some(sold.place.clone());
    if let Some(producer) = producer {
        line.shares = shares(&line, producer, catalogue);
        let seller = match producer.mandate {
            Mandate::Opaque | Mandate::Resale => catalogue.own().unwrap_or(producer),
            Mandate::Own | Mandate::Transparent => producer,
        };
        line.seller = Party {
            id: seller.id.clone(),
            name: seller.name.clone(),
        };
    }
    if producer.is_some() || vat.is_some() {
        let rate = vat.or_else(|| rate(&line, catalogue)).unwrap_or_default();
        let status = catalogue
            .producer(&line.seller.id)
            .and_then(|it| it.status_on(day));
        line.vat = Some(status.map_or(rate, |it| it.rate(rate)));
    }
    line
}

/// What rate the goods have: the line's own; where its seller owed none, the article's.
fn rate(line: &TicketLine, catalogue: &Catalogue) -> Option<VatRate> {
    line.vat.filter(|it| *it != VatRate(0)).or_else(|| {
        let product = line.product.as_ref().and_then(|id| catalogue.product(id));
        product.map(|it| it.vat).or(line.vat)
    })
}

/// What the producer earns is the same as before, less what is kept of this one; the pot's part
/// and what the co-op gave away stay.
fn shares(line: &TicketLine, producer: &Producer, catalogue: &Catalogue) -> Vec<Share> {
    let of = |owner: Owner| -> Money {
        let mine = line.shares.iter().filter(|it| it.to == owner);
        mine.map(|it| it.cents).sum()
    };
    let by_coop: Money = line
        .discounts
        .iter()
        .filter(|it| it.by == Bearer::Coop)
        .map(|it| it.cents)
        .sum();
    let earned = of(Owner::Producer) + of(Owner::Unattributed) + of(Owner::Commission) + by_coop;
    let kept = earned.percent(producer.commission);
    let whose = match producer.mandate {
        Mandate::Resale => catalogue
            .own()
            .map_or_else(|| Id::known(OWN_PRODUCER), |it| it.id.clone()),
        Mandate::Own | Mandate::Transparent | Mandate::Opaque => producer.id.clone(),
    };
    [
        (Owner::Commission, None, kept - by_coop),
        (Owner::Producer, Some(whose), earned - kept),
        (Owner::Pot, None, of(Owner::Pot)),
    ]
    .into_iter()
    .filter(|(.., cents)| *cents != Money::ZERO)
    .map(|(to, id, cents)| Share { to, id, cents })
    .collect()
}

fn is_same(back: &TicketLine, stands: &TicketLine) -> bool {
    let turned = |it: &Share| Share {
        cents: -it.cents,
        ..it.clone()
    };
    let before: Vec<Share> = back.shares.iter().map(turned).collect();
    (back.seller.id == stands.seller.id) && back.vat == stands.vat && before == stands.shares
}

/// Amounts without VAT where the rate is another: once per seller and rate, as on any ticket.
fn taxed(pairs: &mut [Pair]) {
    let mut rates: Vec<(Party, VatRate)> = Vec::new();
    for (back, stands) in pairs.iter() {
        if let Some(rate) = stands.vat
            && back.vat != stands.vat
            && !rates.contains(&(stands.seller.clone(), rate))
        {
            rates.push((stands.seller.clone(), rate));
        }
    }
    for (seller, rate) in rates {
        let mut group: Vec<&mut TicketLine> = pairs
            .iter_mut()
            .filter(|(back, _)| back.vat != Some(rate))
            .map(|(_, stands)| stands)
            .filter(|it| it.vat == Some(rate) && it.seller == seller)
            .collect();
        let paid: Vec<Money> = group.iter().map(|it| it.paid).collect();
        let whole: Money = paid.iter().copied().sum();
        let nets = (whole - rate.tax_inside(whole)).share_net(&paid, rate);
        for (line, net) in group.iter_mut().zip(nets) {
            line.net = net;
        }
    }
}

/// The VAT table of lines whose amounts without VAT are known.
fn table(lines: &[TicketLine]) -> Vec<VatRow> {
    let mut table: Vec<VatRow> = Vec::new();
    for line in lines {
        let Some(rate) = line.vat else { continue };
        let tax = line.paid - line.net;
        let same = |row: &&mut VatRow| row.rate == rate && row.seller == line.seller;
        if let Some(row) = table.iter_mut().find(same) {
            row.paid += line.paid;
            row.net += line.net;
            row.tax += tax;
        } else {
            table.push(VatRow {
                seller: line.seller.clone(),
                rate,
                paid: line.paid,
                tax,
                net: line.net,
            });
        }
    }
    table.sort_by(|a, b| (&a.seller.name, a.rate).cmp(&(&b.seller.name, b.rate)));
    table
}

/// What a correcting ticket moves: whose cents, and which VAT, before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// What the customers paid for it.
    pub paid: Money,
    /// Per owner: before, after.
    pub owners: Vec<((Owner, Option<Id>), Money, Money)>,
    /// Per rate, the VAT inside: before, after.
    pub vat: Vec<(VatRate, Money, Money)>,
}

/// What a correcting ticket moves, summed up.
pub fn moved(ticket: &Ticket) -> Moved {
    let mut sums = Moved::default();
    for line in &ticket.lines {
        let is_before = line.takes_back.is_some();
        let sides = |cents: Money| {
            if is_before {
                (-cents, Money::ZERO)
            } else {
                (Money::ZERO, cents)
            }
        };
        sums.paid += sides(line.paid).1;
        for share in &line.shares {
            let key = (share.to, share.id.clone());
            let (before, after) = sides(share.cents);
            add(&mut sums.owners, key, before, after);
        }
        if let Some(rate) = line.vat {
            let (before, after) = sides(line.paid - line.net);
            add(&mut sums.vat, rate, before, after);
        }
    }
    sums
}

fn add<K: PartialEq>(rows: &mut Vec<(K, Money, Money)>, key: K, before: Money, after: Money) {
    match rows.iter_mut().find(|row| row.0 == key) {
        Some(row) => {
            row.1 += before;
            row.2 += after;
        }
        None => rows.push((key, before, after)),
    }
}

impl Moved {
    /// Adds what another ticket moves.
    pub fn add(&mut self, other: Self) {
        self.paid += other.paid;
        for (owner, before, after) in other.owners {
            add(&mut self.owners, owner, before, after);
        }
        for (rate, before, after) in other.vat {
            add(&mut self.vat, rate, before, after);
        }
    }
}
