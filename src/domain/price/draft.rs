//! A line on its way from the basket to the ticket: what is asked, and whose each cent is.

use super::{PriceList, TooMuch, deposit_id};
use crate::domain::{
    basket::{Basket, Line, Off, What},
    catalogue::{Catalogue, OWN_PRODUCER, Producer, Stocked},
    ids::Id,
    label::Label,
    money::{Money, Percent, VatRate},
    quantity::Unit,
    seller::Mandate,
    settings::{Bearer, Earns},
    ticket::{Discount, LineKind, Owner, Party, Share, TicketLine},
};

/// A line on its way from the basket to the ticket.
pub(super) struct Draft<'a> {
    pub at: usize,
    source: &'a Line,
    pub kind: LineKind,
    label: Label,
    unit_price: Money,
    base: Money,
    /// What the customer is asked before discounts: the base under her tariff.
    asked: Money,
    /// What the producer's share is counted from before discounts.
    earned: Money,
    discounts: Vec<Discount>,
    pub seller: Party,
    vat: Option<VatRate>,
    commission: Percent,
    department: Option<Party>,
    owner: Owner,
    /// Whose exactly the owner's share is.
    pub whose: Option<Id>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        at: usize,
        source: &'a Line,
        base: Money,
        basket: &Basket,
        list: PriceList<'_>,
    ) -> Self {
        let (kind, producer, department, rate) = origin(&source.what, list.catalogue);
        let own = list.catalogue.own();
        let producer = producer.or(own);
        // In the stall's own name, the stall's own VAT status counts.
        let seller = match producer.map(|it| it.mandate) {
            Some(Mandate::Opaque | Mandate::Resale) => own,
            Some(Mandate::Own | Mandate::Transparent) | None => producer,
        };
        let status = seller.and_then(|it| it.status_on(list.day));
        let vat = rate.map(|rate| status.map_or(rate, |it| it.rate(rate)));
        let (owner, whose) = owner(&source.what, producer, own);
        // An amount under a quick key is the price that was agreed, as one typed for an article.
        let tariff = basket
            .tariff()
            .filter(|_| kind == LineKind::Goods && source.price.is_none());
        let asked = tariff.map_or(base, |it| base.percent_to_step(it.percent, it.step));
        let mut draft = Self {
            at,
            source,
            kind,
            label: source.label().clone(),
            unit_price: source.unit_price(),
            base,
            asked,
            earned: match list.rules.producer_earns {
                Earns::Base => base,
                Earns::Tariff => asked,
            },
            discounts: Vec::new(),
            seller: party(seller, source.label()),
            vat,
            // Of goods that the stall has bought nothing is kept back: all of it is its own.
            commission: producer
                .filter(|it| owner == Owner::Producer && it.mandate != Mandate::Resale)
                .map_or(Percent(0), |it| it.commission),
            department: department
                .and_then(|id| list.catalogue.department(id))
                .map(|it| Party {
                    id: it.id.clone(),
                    name: it.name.clone(),
                }),
            owner,
            whose,
        };
        if let Some(off) = source.discount {
            let cents = off_of(off, asked);
            draft.take_off(source.borne.unwrap_or(list.rules.line_discounts), cents);
        }
        draft
    }

    /// The jar of this line: outside VAT, the customer's when it comes back.
    pub(super) fn deposit(&self) -> Result<Option<Self>, TooMuch> {
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
            asked: base,
            earned: base,
            vat: None,
            // Nobody keeps a part of a jar.
            commission: Percent(0),
            owner: Owner::Deposit,
            whose: Some(deposit_id(unit_price)),
            ..*self
        }))
    }

    pub(super) fn paid(&self) -> Money {
        self.asked - self.discounts.iter().map(|it| it.cents).sum()
    }

    pub(super) fn take_off(&mut self, by: Bearer, cents: Money) {
        if cents != Money::ZERO {
            self.discounts.push(Discount { by, cents });
        }
    }

    fn borne(&self, by: Bearer) -> Money {
        let mine = |it: &&Discount| it.by == by;
        self.discounts.iter().filter(mine).map(|it| it.cents).sum()
    }

    fn shares(&self) -> Vec<Share> {
        let earned = self.earned - self.borne(Bearer::Producer);
        let kept = earned.percent(self.commission);
        let gap = self.asked - self.earned;
        [
            (Owner::Commission, None, kept - self.borne(Bearer::Coop)),
            (self.owner, self.whose.clone(), earned - kept),
            (Owner::Pot, None, gap - self.borne(Bearer::Pot)),
        ]
        .into_iter()
        .filter(|(.., cents)| *cents != Money::ZERO)
        .map(|(to, id, cents)| Share { to, id, cents })
        .collect()
    }

    pub(super) fn line(self) -> TicketLine {
        let (paid, is_goods) = (self.paid(), self.kind.is_sold());
        let shares = self.shares();
        let product = self.source.product().filter(|_| is_goods);
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
            vat: self.vat,
            net: paid,
            seller: self.seller,
            department: self.department,
            shares,
            from_stock: product.is_some_and(|it| it.stock == Stocked::Counted),
            takes_back: None,
            stands_for: None,
            returned: self.source.back.map(|(returned, _)| returned),
            reason: self.source.back.map(|(_, reason)| reason),
        }
    }
}

/// What kind of line it is, whose goods, where they stood, and the rate of what is sold.
fn origin<'a>(
    what: &'a What,
    catalogue: &'a Catalogue,
) -> (
    LineKind,
    Option<&'a Producer>,
    Option<&'a Id>,
    Option<VatRate>,
) {
    match what {
        What::Goods(product) => (
            LineKind::Goods,
            catalogue.producer(&product.producer),
            product.department.as_ref(),
            Some(product.vat),
        ),
        What::Quick { key, .. } => (
            LineKind::Quick,
            key.producer.as_ref().and_then(|id| catalogue.producer(id)),
            key.department.as_ref(),
            Some(key.vat),
        ),
        What::Free { vat, .. } => (LineKind::Goods, None, None, Some(*vat)),
        What::DepositBack { .. } => (LineKind::DepositBack, None, None, None),
        What::TopUp { .. } => (LineKind::TopUp, None, None, None),
        What::Gift { .. } => (LineKind::Gift, None, None, None),
        What::CreditNote { .. } => (LineKind::CreditNote, None, None, None),
        What::Back(back) => (back.original.kind, None, None, back.original.vat),
    }
}

/// Whose a line's money is, less what the co-op keeps.
fn owner(what: &What, producer: Option<&Producer>, own: Option<&Producer>) -> (Owner, Option<Id>) {
    match what {
        What::Quick { key, .. } if key.producer.is_none() => (Owner::Unattributed, None),
        What::Goods(_) | What::Quick { .. } | What::Free { .. } | What::Back(_) => {
            // Bought goods are the stall's own.
            let whose = producer.filter(|it| it.mandate != Mandate::Resale).or(own);
            let id = whose.map_or_else(|| Id::known(OWN_PRODUCER), |it| it.id.clone());
            (Owner::Producer, Some(id))
        }
        What::DepositBack { deposit, .. } => (Owner::Deposit, Some(deposit_id(*deposit))),
        What::TopUp { member, .. } => (Owner::Account, Some(member.clone())),
        What::Gift { .. } => (Owner::Fund, None),
        What::CreditNote { .. } => (Owner::CreditNote, None),
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
pub(super) fn off_of(off: Off, asked: Money) -> Money {
    match off {
        Off::Percent(percent) => asked.percent(percent.min(Percent::WHOLE)),
        Off::Amount(amount) if asked < Money::ZERO => -amount.abs().min(asked.abs()),
        Off::Amount(amount) => amount.abs().min(asked),
    }
}
