//! From a basket to priced lines: who pays what, and whose each cent is (`MONEY.md`).

use std::collections::HashMap;

use super::{
    basket::{Adjustment, Basket, Line, Off, Tariff, What},
    catalogue::{Catalogue, OWN_PRODUCER, Producer, QuantityPrice, Stocked},
    ids::Id,
    label::Label,
    money::{Money, Percent},
    quantity::Unit,
    settings::{Bearer, Rules},
    ticket::{Discount, LineKind, Owner, Party, Share, TicketLine, VatRow},
};

/// A basket with its prices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priced {
    /// The lines as the ticket will have them; a deposit follows its goods.
    pub lines: Vec<TicketLine>,
    /// For each of `lines`, the line of the basket it comes from.
    pub from: Vec<usize>,
    /// VAT per seller and rate.
    pub vat: Vec<VatRow>,
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
    /// The customer's tariff, if it is not the fair price.
    pub tariff: Option<&'a Tariff>,
}

/// Prices a basket; every cent of every line has an owner.
pub fn price(basket: &Basket, list: PriceList<'_>) -> Result<Priced, TooMuch> {
    let bases = bases(basket.lines())?;
    let mut drafts: Vec<Draft<'_>> = Vec::with_capacity(bases.len());
    for (at, (line, base)) in basket.lines().iter().zip(bases).enumerate() {
        let draft = Draft::new(at, line, base, list);
        let deposit = draft.deposit()?;
        drafts.push(draft);
        drafts.extend(deposit);
    }
    adjust(
        &mut drafts,
        basket.adjustment(),
        list.rules.ticket_discounts,
    );
    let mut priced = Priced::default();
    for draft in drafts {
        priced.from.push(draft.at);
        priced.lines.push(draft.line());
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

/// A line on its way from the basket to the ticket.
struct Draft<'a> {
    at: usize,
    source: &'a Line,
    kind: LineKind,
    label: Label,
    unit_price: Money,
    base: Money,
    /// What the tariff adds (or takes) for the pot.
    gap: Money,
    discounts: Vec<Discount>,
    seller: Party,
    commission: Percent,
    department: Option<Party>,
    owner: Owner,
}

impl<'a> Draft<'a> {
    fn new(at: usize, source: &'a Line, base: Money, list: PriceList<'_>) -> Self {
        let (kind, producer, department) = match &source.what {
            What::Goods(product) => (
                LineKind::Goods,
                list.catalogue.producer(&product.producer),
                product.department.as_ref(),
            ),
            What::Quick { key, .. } => (
                LineKind::Quick,
                key.producer
                    .as_ref()
                    .and_then(|id| list.catalogue.producer(id)),
                key.department.as_ref(),
            ),
            What::Free { .. } => (LineKind::Goods, list.catalogue.own(), None),
            What::DepositBack { .. } => (LineKind::DepositBack, list.catalogue.own(), None),
        };
        let owner = match (&source.what, producer) {
            (What::DepositBack { .. }, _) => Owner::Deposit,
            (What::Quick { .. }, None) => Owner::Unattributed,
            _ => Owner::Producer,
        };
        let seller = producer.or_else(|| list.catalogue.own());
        let tariff = list
            .tariff
            .filter(|_| kind != LineKind::DepositBack && source.price.is_none());
        let asked = tariff.map_or(base, |it| base.percent_to_step(it.percent, it.step));
        let mut draft = Self {
            at,
            source,
            kind,
            label: source.label().clone(),
            unit_price: source.unit_price(),
            base,
            gap: asked - base,
            discounts: Vec::new(),
            seller: party(seller, source.label()),
            commission: seller.map_or(Percent(0), |it| it.commission),
            department: department
                .and_then(|id| list.catalogue.department(id))
                .map(|it| Party {
                    id: it.id.clone(),
                    name: it.name.clone(),
                }),
            owner,
        };
        if let Some(off) = source.discount {
            let cents = off_of(off, asked);
            draft.take_off(Bearer::Producer, cents);
        }
        draft
    }

    /// The jar of this line: outside VAT, the customer's when it comes back.
    fn deposit(&self) -> Result<Option<Self>, TooMuch> {
        let Some(unit_price) = self.source.product().and_then(|product| product.deposit) else {
            return Ok(None);
        };
        let base = unit_price.times(self.source.quantity).ok_or(TooMuch)?;
        Ok(Some(Self {
            kind: LineKind::Deposit,
            label: self.label.clone(),
            seller: self.seller.clone(),
            department: self.department.clone(),
            discounts: Vec::new(),
            unit_price,
            base,
            gap: Money::ZERO,
            owner: Owner::Deposit,
            ..*self
        }))
    }

    fn paid(&self) -> Money {
        self.base + self.gap - self.discounts.iter().map(|it| it.cents).sum()
    }

    fn is_goods(&self) -> bool {
        matches!(self.kind, LineKind::Goods | LineKind::Quick)
    }

    fn take_off(&mut self, by: Bearer, cents: Money) {
        if cents != Money::ZERO {
            self.discounts.push(Discount { by, cents });
        }
    }

    fn borne(&self, by: Bearer) -> Money {
        let mine = |it: &&Discount| it.by == by;
        self.discounts.iter().filter(mine).map(|it| it.cents).sum()
    }

    fn shares(&self) -> Vec<Share> {
        let earned = self.base - self.borne(Bearer::Producer);
        let kept = match self.owner {
            Owner::Producer => earned.percent(self.commission),
            _ => Money::ZERO,
        };
        let producer = (self.owner == Owner::Producer).then(|| self.seller.id.clone());
        [
            (Owner::Commission, None, kept - self.borne(Bearer::Coop)),
            (self.owner, producer, earned - kept),
            (Owner::Pot, None, self.gap - self.borne(Bearer::Pot)),
        ]
        .into_iter()
        .filter(|(.., cents)| *cents != Money::ZERO)
        .map(|(to, id, cents)| Share { to, id, cents })
        .collect()
    }

    fn line(self) -> TicketLine {
        let (paid, is_goods) = (self.paid(), self.is_goods());
        let shares = self.shares();
        let product = self.source.product().filter(|_| is_goods);
        let vat = match (&self.source.what, is_goods) {
            (What::Goods(product), true) => Some(product.vat),
            (What::Quick { key, .. }, true) => Some(key.vat),
            (What::Free { vat, .. }, true) => Some(*vat),
            _ => None,
        };
        TicketLine {
            kind: self.kind,
            product: product.map(|it| it.id.clone()),
            code: product.and_then(|it| it.code),
            label: self.label,
            quantity: self.source.quantity,
            unit: if is_goods {
                self.source.unit().clone()
            } else {
                Unit::Piece
            },
            price: self.unit_price,
            base: self.base,
            discounts: self.discounts,
            paid,
            vat,
            net: paid,
            seller: self.seller,
            department: self.department,
            shares,
            from_stock: product.is_some_and(|it| it.stock == Stocked::Counted),
        }
    }
}

/// A producer by name; a catalogue without any producer names the goods themselves.
fn party(producer: Option<&Producer>, otherwise: &Label) -> Party {
    producer.map_or_else(
        || Party {
            id: Id::known(OWN_PRODUCER),
            name: otherwise.clone(),
        },
        |it| Party {
            id: it.id.clone(),
            name: it.name.clone(),
        },
    )
}

/// What comes off an amount, never more than the amount itself.
fn off_of(off: Off, asked: Money) -> Money {
    match off {
        Off::Percent(percent) => asked.percent(percent.min(Percent::WHOLE)),
        Off::Amount(amount) if asked < Money::ZERO => -amount.abs().min(asked.abs()),
        Off::Amount(amount) => amount.abs().min(asked),
    }
}

/// Allots what was agreed for the whole ticket to its goods lines by largest remainder.
fn adjust(drafts: &mut [Draft<'_>], adjustment: Option<Adjustment>, by: Bearer) {
    let goods: Money = drafts
        .iter()
        .filter(|it| it.is_goods())
        .map(Draft::paid)
        .sum();
    let off = match adjustment {
        None => return,
        Some(Adjustment::Agreed(total)) => drafts.iter().map(Draft::paid).sum::<Money>() - total,
        Some(Adjustment::Off(off)) => off_of(off, goods),
    };
    let weights: Vec<u64> = drafts
        .iter()
        .filter(|it| it.is_goods())
        .map(|it| it.paid().cents().unsigned_abs())
        .collect();
    let parts = off.share(&weights);
    for (draft, part) in drafts.iter_mut().filter(|it| it.is_goods()).zip(parts) {
        draft.take_off(by, part);
    }
}

/// VAT once per seller and rate, and each line's amount without VAT so that they add up to it.
fn vat_table(lines: &mut [TicketLine]) -> Vec<VatRow> {
    let mut table: Vec<VatRow> = Vec::new();
    for line in lines.iter() {
        let Some(rate) = line.vat else { continue };
        match table
            .iter_mut()
            .find(|row| row.rate == rate && row.seller == line.seller)
        {
            Some(row) => row.paid += line.paid,
            None => table.push(VatRow {
                seller: line.seller.clone(),
                rate,
                paid: line.paid,
                tax: Money::ZERO,
                net: Money::ZERO,
            }),
        }
    }
    for row in &mut table {
        row.tax = row.rate.tax_inside(row.paid);
        row.net = row.paid - row.tax;
        let mine = |line: &&mut TicketLine| line.vat == Some(row.rate) && line.seller == row.seller;
        let paid: Vec<Money> = lines
            .iter_mut()
            .filter(mine)
            .map(|line| line.paid)
            .collect();
        let nets = row.net.share_net(&paid, row.rate);
        for (line, net) in lines.iter_mut().filter(mine).zip(nets) {
            line.net = net;
        }
    }
    table.sort_by(|a, b| (&a.seller.name, a.rate).cmp(&(&b.seller.name, b.rate)));
    table
}
