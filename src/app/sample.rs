//! The sample market: made from files of the same formats that a real stall would bring, with a
//! few market days behind it, so that everything on the screens is alive.

use std::collections::HashMap;

use crate::{
    domain::{
        basket::{Basket, Line},
        catalogue::{Catalogue, Product},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        money::Money,
        pay::{At, Tendering, likely_sums},
        price::{PriceList, price},
        quantity::Quantity,
        settings::Settings,
        ticket::Ticket,
        time::Moment,
    },
    exchange::{
        products::{BadRows, ProductFile, StockWanted, import},
        report::ProductImport,
        settings as settings_file,
    },
    store::{Store, StoreError},
};

const SETTINGS: &str = include_str!("../../assets/sample/settings.toml");
const PRODUCTS: &str = include_str!("../../assets/sample/products.csv");
const DAY_MS: i64 = 24 * 3_600_000;
/// A customer every three minutes.
const CUSTOMER_MS: i64 = 180_000;

/// Why there is no sample market.
#[derive(Debug, thiserror::Error)]
pub enum SampleTrouble {
    /// The store refused it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The files that come with the program do not read: a mistake of ours.
    #[error("the sample market's own files do not read")]
    Files,
}

/// Fills a new store with the sample market: its settings and articles, the two Saturdays before
/// `at`, and the first customers of that day. The same moment and seed make the same market.
pub fn fill(store: &mut Store, at: Moment, seed: [u8; 32]) -> Result<(), SampleTrouble> {
    let mut market = Market {
        mint: Mint::new(seed),
        dice: Dice(0x0e7a1),
        at,
    };
    let brought = market.furnish(store)?;
    let (catalogue, settings) = (store.catalogue()?, store.settings()?);
    for (days_ago, customers) in [(14, 58), (7, 71), (0, 6)] {
        let left = store.left()?;
        let mut entries = market.deliveries(&brought, &left, days_ago, customers);
        entries.extend(market.day(days_ago, customers, &catalogue, &settings));
        store.append_all(entries)?;
    }
    Ok(())
}

struct Market {
    mint: Mint,
    dice: Dice,
    at: Moment,
}

impl Market {
    /// Settings and products from the files that a stall would bring; answers what is brought to
    /// each market.
    fn furnish(&mut self, store: &mut Store) -> Result<ProductImport, SampleTrouble> {
        let (settings, catalogue) = (store.settings()?, store.catalogue()?);
        let (decides, rest) = settings_file::read(SETTINGS, &settings, &catalogue, &mut self.mint)
            .map_err(|_| SampleTrouble::Files)?;
        let facts = vec![Fact::Settings(decides), Fact::Catalogue(rest)];
        self.write(store, facts, two_weeks_before(self.at))?;
        let (settings, catalogue) = (store.settings()?, store.catalogue()?);
        let file = ProductFile {
            bytes: PRODUCTS.as_bytes(),
            format: None,
            vat: None,
            bad_rows: BadRows::Refuse,
            stock: StockWanted::Yes,
            catalogue: &catalogue,
            settings: &settings,
        };
        let read = import(&file, &mut self.mint).map_err(|_| SampleTrouble::Files)?;
        if !read.refused.is_empty() {
            return Err(SampleTrouble::Files);
        }
        let change = Fact::Catalogue(read.change.clone());
        self.write(store, vec![change], two_weeks_before(self.at))?;
        Ok(read)
    }

    /// What the growers unload in the morning: up to what they always bring.
    fn deliveries(
        &mut self,
        brought: &ProductImport,
        left: &HashMap<Id, Quantity>,
        days_ago: i64,
        customers: i64,
    ) -> Vec<Proposal> {
        let moves = brought.deliveries(|id| left.get(id).copied().unwrap_or_default());
        if moves.moves.is_empty() {
            return Vec::new();
        }
        let at = before(self.at, days_ago * DAY_MS + (customers + 20) * CUSTOMER_MS);
        vec![self.proposal(Fact::Stock(moves), at)]
    }

    fn write(
        &mut self,
        store: &mut Store,
        facts: Vec<Fact>,
        at: Moment,
    ) -> Result<(), SampleTrouble> {
        let proposals = facts
            .into_iter()
            .map(|fact| self.proposal(fact, at))
            .collect();
        store.append_all(proposals)?;
        Ok(())
    }

    fn proposal(&mut self, fact: Fact, at: Moment) -> Proposal {
        Proposal {
            uid: self.mint.uid(),
            at,
            operator: "Léa".to_owned(),
            fact,
        }
    }

    /// A market day's tickets, the last one a few minutes before this time of the day.
    fn day(
        &mut self,
        days_ago: i64,
        customers: i64,
        catalogue: &Catalogue,
        settings: &Settings,
    ) -> Vec<Proposal> {
        let mut tickets = Vec::new();
        for customer in 0..customers {
            let ago = days_ago * DAY_MS + (customers - customer) * CUSTOMER_MS;
            let at = before(self.at, ago);
            if let Some(ticket) = self.ticket(at, catalogue, settings) {
                tickets.push(self.proposal(Fact::Ticket(Box::new(ticket)), at));
            }
        }
        tickets
    }

    fn ticket(&mut self, at: Moment, catalogue: &Catalogue, settings: &Settings) -> Option<Ticket> {
        let mut basket = Basket::new(self.mint.uid());
        for _ in 0..=self.dice.below(4) {
            let product = self.favourite(catalogue)?;
            let quantity = if product.unit.divides() {
                Quantity::from_thousandths(150 + 5 * i64::from(self.dice.below(200)))
            } else {
                Quantity::pieces(1 + self.dice.below(3) * self.dice.below(2))
            };
            basket.add(Line::goods(product, quantity)).ok()?;
        }
        let list = PriceList {
            catalogue,
            rules: &settings.rules,
            day: &at.business_day(settings.rules.day_starts_at),
        };
        let priced = price(&basket, list).ok()?;
        let mut paying = Tendering::new(priced.total);
        let by_rules = At::of(settings);
        if self.dice.below(3) == 0 {
            paying
                .pay(settings.tender_by_letter('C')?, None, &by_rules)
                .ok()?;
        } else {
            let given = likely_sums(priced.total).last().copied();
            let given = given.unwrap_or(priced.total).max(Money::ZERO);
            paying.pay(settings.cash()?, Some(given), &by_rules).ok()?;
        }
        basket.opened_ms = at.utc_ms - 40_000;
        Some(priced.ticket(&basket, paying.settled()?, super::VERSION))
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
}

fn two_weeks_before(at: Moment) -> Moment {
    before(at, 15 * DAY_MS)
}

fn before(at: Moment, ms: i64) -> Moment {
    Moment {
        utc_ms: at.utc_ms - ms,
        ..at
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
