//! From a basket to priced lines: who pays what, and whose each cent is (`MONEY.md`).

mod draft;

use std::collections::HashMap;

use super::{
    basket::{Adjustment, Basket, Line, What},
    catalogue::{Catalogue, QuantityPrice},
    ids::Id,
    money::Money,
    seller::Seller,
    settings::{Bearer, Rules},
    ticket::{Owner, Payment, Ticket, TicketLine, VatRow},
};
use draft::{Draft, off_of};

/// A basket with its prices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priced {
    /// The lines as the ticket will have them; a deposit follows its goods.
    pub lines: Vec<TicketLine>,
    /// For each of `lines`, the line of the basket it comes from.
    pub from: Vec<usize>,
    /// VAT per seller and rate.
    pub vat: Vec<VatRow>,
    /// Everybody whose goods are on it.
    pub sellers: Vec<Seller>,
    /// What the customer owes.
    pub total: Money,
}

impl Priced {
    /// What the customer pays for a line of the basket, without its deposit.
    pub fn paid(&self, basket_line: usize) -> Money {
        self.from
            .iter()
            .position(|from| *from == basket_line)
            .and_then(|at| self.lines.get(at))
            .map_or(Money::ZERO, |line| line.paid)
    }
}

impl Priced {
    /// The ticket of a basket that is paid so; the store will give it its number.
    pub fn ticket(&self, basket: &Basket, payments: Vec<Payment>, version: &str) -> Ticket {
        Ticket {
            number: 0,
            name: String::new(),
            lines: self.lines.clone(),
            vat: self.vat.clone(),
            payments,
            total: self.total,
            opened_ms: basket.opened_ms,
            version: version.to_owned(),
            reverses: None,
            corrects: None,
            sellers: self.sellers.clone(),
            paper: None,
            tariff: basket.tariff().cloned(),
        }
    }
}

/// A line or a total beyond what a till can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// What pricing looks up besides the basket.
#[derive(Clone, Copy)]
pub struct PriceList<'a> {
    /// Producers and departments by name.
    pub catalogue: &'a Catalogue,
    /// Who bears what.
    pub rules: &'a Rules,
    /// The market day, `YYYY-MM-DD`: VAT statuses have dates.
    pub day: &'a str,
}

/// Prices a basket; every cent of every line has an owner.
pub fn price(basket: &Basket, list: PriceList<'_>) -> Result<Priced, TooMuch> {
    let bases = bases(basket.lines())?;
    let mut items: Vec<Item<'_>> = Vec::with_capacity(bases.len());
    for (at, (line, base)) in basket.lines().iter().zip(bases).enumerate() {
        if let What::Back(back) = &line.what {
            let back = back.line(line.quantity);
            items.push(Item::Back(at, Box::new(back)));
            continue;
        }
        let draft = Draft::new(at, line, base, basket, list);
        let deposit = draft.deposit()?;
        items.push(Item::Draft(draft));
        items.extend(deposit.map(Item::Draft));
    }
    adjust(&mut items, basket.adjustment(), list.rules.ticket_discounts);
    let mut priced = Priced {
        sellers: sellers(&items, list),
        ..Priced::default()
    };
    for item in items {
        let (at, line) = match item {
            Item::Draft(draft) => (draft.at, draft.line()),
            Item::Back(at, line) => (at, *line),
        };
        priced.from.push(at);
        priced.lines.push(line);
    }
    priced.total = priced.lines.iter().map(|line| line.paid).sum();
    if priced.total.abs() > Money::MAX {
        return Err(TooMuch);
    }
    priced.vat = vat_table(&mut priced.lines);
    Ok(priced)
}

/// Quantity × unit price of each line; quantity prices count an article's pieces over the whole
/// ticket and share what they come to by pieces.
fn bases(lines: &[Line]) -> Result<Vec<Money>, TooMuch> {
    let mut bases = lines
        .iter()
        .map(|line| line.unit_price().times(line.quantity).ok_or(TooMuch))
        .collect::<Result<Vec<Money>, TooMuch>>()?;
    // Also where lines take each other back: every part of the ticket must be read again later.
    if bases.iter().map(|base| base.abs()).sum::<Money>() > Money::MAX {
        return Err(TooMuch);
    }
    // An article whose price changed meanwhile is another: what lies there keeps its price.
    let mut together: HashMap<(&Id, Money, &[QuantityPrice]), Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(product) = line.product()
            && !product.quantity_prices.is_empty()
            && line.price.is_none()
            && line.quantity.is_whole()
            && line.quantity.thousandths() > 0
        {
            let offer = (&product.id, product.price, &*product.quantity_prices);
            together.entry(offer).or_default().push(at);
        }
    }
    for ((_, price, quantity_prices), places) in &together {
        let pieces: Vec<u64> = places
            .iter()
            .filter_map(|at| lines.get(*at))
            .map(|line| line.quantity.thousandths().unsigned_abs() / 1000)
            .collect();
        let mut left: u64 = pieces.iter().sum();
        let mut cents: i64 = 0;
        for step in quantity_prices.iter().rev() {
            let count = u64::from(step.count.max(1));
            cents = cents.saturating_add(times(step.price, left / count));
            left %= count;
        }
        let whole = Money::from_cents(cents.saturating_add(times(*price, left)));
        for (place, part) in places.iter().zip(whole.ok_or(TooMuch)?.share(&pieces)) {
            if let Some(base) = bases.get_mut(*place) {
                *base = part;
            }
        }
    }
    Ok(bases)
}

fn times(price: Money, count: u64) -> i64 {
    price
        .cents()
        .saturating_mul(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A line of the ticket to be: priced anew, or an earlier one taken back as it was.
enum Item<'a> {
    Draft(Draft<'a>),
    Back(usize, Box<TicketLine>),
}

impl Item<'_> {
    fn paid(&self) -> Money {
        match self {
            Self::Draft(draft) => draft.paid(),
            Self::Back(_, line) => line.paid,
        }
    }
}

/// A kind of deposit in shares and ledgers: its unit price in cents.
pub fn deposit_id(price: Money) -> Id {
    Id::known(&price.abs().cents().to_string())
}

/// Everybody whose goods are on the ticket and everybody in whose name they are sold, in the
/// order in which they come.
fn sellers(items: &[Item<'_>], list: PriceList<'_>) -> Vec<Seller> {
    let mut sellers: Vec<Seller> = Vec::new();
    for item in items {
        let (seller, whose) = match item {
            Item::Draft(draft) if draft.kind.is_sold() => (&draft.seller.id, draft.whose.as_ref()),
            Item::Back(_, line) if line.kind.is_sold() => {
                let hers = line.shares.iter().find(|it| it.to == Owner::Producer);
                (&line.seller.id, hers.and_then(|it| it.id.as_ref()))
            }
            Item::Draft(_) | Item::Back(..) => continue,
        };
        for id in whose.into_iter().chain([seller]) {
            if sellers.iter().all(|it| it.id != *id)
                && let Some(producer) = list.catalogue.producer(id)
            {
                sellers.push(Seller::of(producer, list.day));
            }
        }
    }
    sellers
}

/// Allots what was agreed for the whole ticket to its goods lines by largest remainder.
fn adjust(items: &mut [Item<'_>], adjustment: Option<Adjustment>, rule: Bearer) {
    let whole: Money = items.iter().map(Item::paid).sum();
    let mut goods: Vec<&mut Draft<'_>> = items
        .iter_mut()
        .filter_map(|item| match item {
            Item::Draft(draft) if draft.kind.is_sold() => Some(draft),
            Item::Draft(_) | Item::Back(..) => None,
        })
        .collect();
    let (off, by) = match adjustment {
        None => return,
        Some(Adjustment::Agreed(total, by)) => (whole - total, by.unwrap_or(rule)),
        Some(Adjustment::Off(off, by)) => {
            let paid: Money = goods.iter().map(|it| it.paid()).sum();
            (off_of(off, paid), by.unwrap_or(rule))
        }
    };
    let weights: Vec<u64> = goods
        .iter()
        .map(|it| it.paid().cents().unsigned_abs())
        .collect();
    for (draft, part) in goods.iter_mut().zip(off.share(&weights)) {
        draft.take_off(by, part);
    }
}

/// VAT once per seller and rate, and each line's amount without VAT so that they add up to it.
/// What is taken back keeps the cents it had.
fn vat_table(lines: &mut [TicketLine]) -> Vec<VatRow> {
    let mut table: Vec<VatRow> = Vec::new();
    for line in lines.iter() {
        let Some(rate) = line.vat else { continue };
        if table
            .iter()
            .all(|row| row.rate != rate || row.seller != line.seller)
        {
            table.push(VatRow {
                seller: line.seller.clone(),
                rate,
                paid: Money::ZERO,
                tax: Money::ZERO,
                net: Money::ZERO,
            });
        }
    }
    for row in &mut table {
        let (mut fresh, back): (Vec<_>, Vec<_>) = lines
            .iter_mut()
            .filter(|line| line.vat == Some(row.rate) && line.seller == row.seller)
            .partition(|line| line.takes_back.is_none());
        let paid: Vec<Money> = fresh.iter().map(|line| line.paid).collect();
        let fresh_paid: Money = paid.iter().copied().sum();
        let fresh_net = fresh_paid - row.rate.tax_inside(fresh_paid);
        let nets = fresh_net.share_net(&paid, row.rate);
        for (line, net) in fresh.iter_mut().zip(nets) {
            line.net = net;
        }
        row.paid = fresh_paid + back.iter().map(|line| line.paid).sum();
        row.net = fresh_net + back.iter().map(|line| line.net).sum();
        row.tax = row.paid - row.net;
    }
    table.sort_by(|a, b| (&a.seller.name, a.rate).cmp(&(&b.seller.name, b.rate)));
    table
}
