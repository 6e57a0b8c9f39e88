//! Who comes to the sample market: what they take, what they say about the price, and how they
//! pay.

use std::collections::HashMap;

use crate::{
    app::VERSION,
    domain::{
        asking::Used,
        basket::{Basket, Line, What},
        catalogue::{Catalogue, Product},
        ids::{Id, Mint},
        label::Label,
        member::Member,
        money::{Money, Percent},
        pay::{At, Tendering, likely_sums},
        price::{PriceList, Priced, price},
        quantity::Quantity,
        settings::{Settings, Tariff, Tariffed, Tender, TenderKind},
        ticket::{LineKind, Owner, Payment, Ticket},
        time::Moment,
    },
};

/// What the stall sells, and by which rules.
#[derive(Clone, Copy)]
pub(super) struct Stall<'a> {
    pub catalogue: &'a Catalogue,
    pub settings: &'a Settings,
}

/// Everybody who might come.
pub(super) struct Customers {
    dice: Dice,
    /// Members in the order of their numbers.
    members: Vec<Member>,
    balances: HashMap<Id, Money>,
    fund: Money,
    /// What the fund gave on the day of the last customer.
    given: (String, Money),
    /// Jars at people's homes, in thousandths of a jar, by the cents that each costs.
    jars: HashMap<i64, i64>,
}

impl Customers {
    /// The members with what stands on their accounts, and an empty fund.
    pub(super) fn of(accounts: Vec<(Member, Money)>) -> Self {
        let balances = accounts.iter().map(|(it, sum)| (it.id.clone(), *sum));
        Self {
            dice: Dice(0x0e7a1),
            balances: balances.collect(),
            members: accounts.into_iter().map(|it| it.0).collect(),
            fund: Money::ZERO,
            given: (String::new(), Money::ZERO),
            jars: HashMap::new(),
        }
    }

    /// What the next one buys, paid.
    pub(super) fn ticket(
        &mut self,
        at: Moment,
        stall: Stall<'_>,
        mint: &mut Mint,
    ) -> Option<Ticket> {
        let mut basket = Basket::new(mint.uid());
        for _ in 0..=self.dice.below(4) {
            let product = self.favourite(stall.catalogue)?;
            let quantity = if product.unit.divides() {
                Quantity::from_thousandths(150 + 5 * i64::from(self.dice.below(200)))
            } else {
                Quantity::pieces(1 + self.dice.below(3) * self.dice.below(2))
            };
            basket.add(Line::goods(product, quantity)).ok()?;
        }
        basket.charge(self.tariff(stall.settings));
        self.besides(&mut basket, stall.settings);
        let day = at.business_day(stall.settings.rules.day_starts_at);
        let list = PriceList {
            catalogue: stall.catalogue,
            rules: &stall.settings.rules,
            day: &day,
        };
        let member = self.member();
        let mut priced = price(&basket, list).ok()?;
        if let Some(member) = &member
            && self.may_spend(member) < priced.total
            && self.dice.below(2) == 0
        {
            // Who has not enough on the account brings it up and pays all by card.
            let line = What::TopUp {
                member: member.id.clone(),
                label: Label::new("Recharge")?,
                amount: Money::from_cents(3_000)?,
            };
            basket.add(Line::of(line, Quantity::ONE)).ok()?;
            priced = price(&basket, list).ok()?;
        }
        if self.given.0 != day {
            self.given = (day.clone(), Money::ZERO);
        }
        let payments = self.payments(&priced, member.as_ref(), stall.settings)?;
        basket.opened_ms = at.utc_ms - 40_000;
        let ticket = priced.ticket(&basket, payments, VERSION);
        self.remember(&ticket);
        Some(ticket)
    }

    /// What people take: the first articles of the list more often than the last.
    fn favourite(&mut self, catalogue: &Catalogue) -> Option<Product> {
        let products = catalogue.products();
        let count = u32::try_from(products.len()).ok()?;
        let place = self.dice.below(count).min(self.dice.below(count));
        let product = products.get(usize::try_from(place).ok()?)?.clone();
        let is_dear = product.price.cents() > 2_000 && self.dice.below(4) > 0;
        if is_dear {
            self.favourite(catalogue)
        } else {
            Some(product)
        }
    }

    /// Of ten, two pay less and one pays more.
    fn tariff(&mut self, settings: &Settings) -> Option<Tariffed> {
        let other = |it: &&Tariff| it.percent != Percent::WHOLE;
        let mut others = settings.tariffs.iter().filter(other);
        let tariff = match self.dice.below(10) {
            0 | 1 => others.next(),
            2 => others.next_back(),
            _ => None,
        };
        tariff.map(|it| Tariffed {
            id: it.id.clone(),
            name: it.name.clone(),
            percent: it.percent,
            step: settings.rules.tariff_step,
        })
    }

    /// Jars that come back with those who buy much, and something for the fund.
    fn besides(&mut self, basket: &mut Basket, settings: &Settings) {
        let (jars, gives) = (self.dice.below(4), self.dice.below(12) == 0);
        let kind = settings.deposits.first();
        let at_home = kind.and_then(|it| self.jars.get_mut(&it.price.cents()));
        let jars = Quantity::pieces(jars);
        if jars != Quantity::ZERO
            && basket.lines().len() > 2
            && let (Some(kind), Some(at_home)) = (kind, at_home)
            && *at_home >= jars.thousandths()
        {
            *at_home -= jars.thousandths();
            let what = What::DepositBack {
                label: kind.name.clone(),
                deposit: kind.price,
            };
            let _ = basket.add(Line::of(what, jars));
        }
        if gives
            && let Some(label) = Label::new("Don au fonds solidaire")
            && let Some(amount) = Money::from_cents(100 + 100 * i64::from(self.dice.below(3)))
        {
            let _ = basket.add(Line::of(What::Gift { label, amount }, Quantity::ONE));
        }
    }

    /// Every third customer is a member.
    fn member(&mut self) -> Option<Member> {
        let count = u32::try_from(self.members.len()).ok()?;
        let place = self.dice.below(3 * count.max(1));
        self.members.get(usize::try_from(place).ok()?).cloned()
    }

    fn may_spend(&self, member: &Member) -> Money {
        let balance = self.balances.get(&member.id).copied();
        member.may_spend(balance.unwrap_or_default())
    }

    fn payments(
        &mut self,
        priced: &Priced,
        member: Option<&Member>,
        settings: &Settings,
    ) -> Option<Vec<Payment>> {
        let by = |kind: TenderKind| settings.tenders.iter().find(|it| it.kind == kind);
        let mut paying = Tendering::new(priced.total);
        let fund = by(TenderKind::Fund)?;
        let used = Used {
            fund: self.fund,
            by_tender: vec![(fund.id.clone(), self.given.1)],
        };
        let at = At {
            lines: &priced.lines,
            member: member.map(|it| &it.id),
            may_spend: member.map(|it| self.may_spend(it)),
            used: Some(&used),
            ..At::of(settings)
        };
        let topped_up = at.topped_up() != Money::ZERO;
        if !topped_up && member.is_some() && at.may_spend >= Some(priced.total) {
            paying.pay(by(TenderKind::Account)?, None, &at).ok()?;
            return paying.settled();
        }
        let five = Money::from_cents(500)?;
        if self.dice.below(15) == 0 && priced.total > five {
            // An empty fund refuses: then the customer pays all of it.
            let _ = paying.pay(fund, Some(five), &at);
        }
        if self.dice.below(15) == 0 && paying.left() > five {
            let token: &Tender = by(TenderKind::Token)?;
            let tokens = Money::from_cents(200 + 100 * i64::from(self.dice.below(3)));
            paying.pay(token, tokens, &at).ok()?;
        }
        if topped_up || self.dice.below(3) == 0 {
            paying.pay(by(TenderKind::Card)?, None, &at).ok()?;
        } else {
            let given = likely_sums(paying.left()).last().copied();
            let given = given.unwrap_or(paying.left());
            paying.pay(settings.cash()?, Some(given), &at).ok()?;
        }
        paying.settled()
    }

    /// What the ticket leaves on accounts and in the fund.
    fn remember(&mut self, ticket: &Ticket) {
        for payment in &ticket.payments {
            match (payment.kind, &payment.of) {
                (TenderKind::Fund, _) => {
                    self.fund += -payment.cents;
                    self.given.1 += payment.cents;
                }
                (TenderKind::Account, Some(id)) => {
                    *self.balances.entry(id.clone()).or_default() += -payment.cents;
                }
                _ => {}
            }
        }
        let sold = ticket.lines.iter();
        for line in sold.filter(|it| it.kind == LineKind::Deposit) {
            *self.jars.entry(line.price.cents()).or_default() += line.quantity.thousandths();
        }
        for share in ticket.lines.iter().flat_map(|it| &it.shares) {
            match (share.to, &share.id) {
                (Owner::Fund, _) => self.fund += share.cents,
                (Owner::Account, Some(id)) => {
                    *self.balances.entry(id.clone()).or_default() += share.cents;
                }
                _ => {}
            }
        }
    }
}

/// Numbers that look thrown and are the same in each sample market.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 33).unwrap_or_default();
        high % sides.max(1)
    }
}
