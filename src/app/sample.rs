//! The sample market: made from files of the same formats that a real stall would bring, with a
//! few market days behind it, so that everything on the screens is alive.

mod customers;
mod till;

use std::collections::HashMap;

use crate::{
    domain::{
        day::Weather,
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        member::Member,
        money::Money,
        quantity::Quantity,
        time::Moment,
    },
    exchange::{
        members::{self, MemberFile},
        products::{BadRows, ProductFile, StockWanted, import},
        report::ProductImport,
        settings as settings_file,
    },
    store::{Store, StoreError},
};

use customers::{Customers, Stall};
use till::Missing;

const SETTINGS: &str = include_str!("../../assets/sample/settings.toml");
const PRODUCTS: &str = include_str!("../../assets/sample/products.csv");
const MEMBERS: &str = include_str!("../../assets/sample/members.csv");
/// Who is at the till: the operators of the settings in turn, a day each.
const OPERATORS: [&str; 2] = ["LM", "BA"];
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

/// Fills a new store with the sample market: its settings, articles and members, the two Saturdays
/// before `at`, each opened, counted and closed, and the first customers of that day. The same moment and seed make the same market.
pub fn fill(store: &mut Store, at: Moment, seed: [u8; 32]) -> Result<(), SampleTrouble> {
    let mut market = Market {
        mint: Mint::new(seed),
        operator: "LM",
        at,
    };
    let brought = market.furnish(store)?;
    let mut customers = Customers::of(market.members(store)?);
    let (catalogue, settings) = (store.catalogue()?, store.settings()?);
    let stall = Stall {
        catalogue: &catalogue,
        settings: &settings,
    };
    let days = OPERATORS.into_iter().cycle().zip([
        (14, 58, Weather::Sun),
        (7, 71, Weather::Clouds),
        (0, 6, Weather::Cold),
    ]);
    for (operator, (days_ago, count, sky)) in days {
        market.operator = operator;
        let left = store.left()?;
        let mut entries = market.deliveries(&brought, &left, days_ago, count);
        let early = before(at, days_ago * DAY_MS + (count + 10) * CUSTOMER_MS);
        market.banked(store, &settings, early)?;
        entries.extend(market.morning(&settings, sky, early));
        entries.extend(market.day(days_ago, count, &mut customers, stall));
        store.append_all(entries)?;
        // A quarter of an hour after the last customer.
        let late = before(at, days_ago * DAY_MS - 5 * CUSTOMER_MS);
        match days_ago {
            0 => {}
            14 => market.evening(store, &settings, Missing::Coin, late)?,
            _ => market.evening(store, &settings, Missing::Nothing, late)?,
        }
    }
    Ok(())
}

struct Market {
    mint: Mint,
    operator: &'static str,
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
            operator: self.operator.to_owned(),
            fact,
        }
    }

    /// The members from a list that a co-op would bring; answers what stands on their accounts.
    fn members(&mut self, store: &mut Store) -> Result<Vec<(Member, Money)>, SampleTrouble> {
        let file = MemberFile {
            bytes: MEMBERS.as_bytes(),
            format: None,
            bad_rows: BadRows::Refuse,
            accounts: &[],
        };
        let read = members::import(&file, &mut self.mint).map_err(|_| SampleTrouble::Files)?;
        if !read.refused.is_empty() {
            return Err(SampleTrouble::Files);
        }
        let mut accounts = Vec::new();
        let mut changes = Vec::new();
        for entry in read.entries {
            let opening = entry.change.moves.iter().map(|it| it.cents).sum();
            accounts.extend(entry.change.members.first().map(|it| (it.clone(), opening)));
            let proposal = self.proposal(Fact::Member(entry.change), two_weeks_before(self.at));
            changes.push((proposal, entry.contact));
        }
        store.save_members(changes)?;
        Ok(accounts)
    }

    /// A market day's tickets, the last one a few minutes before this time of the day.
    fn day(
        &mut self,
        days_ago: i64,
        count: i64,
        customers: &mut Customers,
        stall: Stall<'_>,
    ) -> Vec<Proposal> {
        let mut tickets = Vec::new();
        for customer in 0..count {
            let ago = days_ago * DAY_MS + (count - customer) * CUSTOMER_MS;
            let at = before(self.at, ago);
            if let Some(ticket) = customers.ticket(at, stall, &mut self.mint) {
                tickets.push(self.proposal(Fact::Ticket(Box::new(ticket)), at));
            }
        }
        tickets
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{
        domain::{
            asking::{Ask, Found},
            label::Label,
            settings::TenderKind,
            ticket::{LineKind, Ticket},
        },
        store::{Depth, Opening},
    };

    fn market() -> Store {
        let at = Moment::parse("2026-11-21T10:42:00+01:00").unwrap();
        let opening = Opening {
            dir: Path::new(""),
            machine: "machine".to_owned(),
            version: "etal test".to_owned(),
            at,
            seed: [7; 32],
            stall: Label::new("Marché de Die").unwrap(),
            till_name: Label::new("A").unwrap(),
        };
        let (mut store, _) = Store::in_memory(&opening).unwrap();
        fill(&mut store, at, [11; 32]).unwrap();
        store
    }

    fn tickets(store: &Store) -> Vec<Ticket> {
        let named = (1..=135).map(|number| store.ticket_named(&format!("A-{number}")));
        named.map(|it| it.unwrap().unwrap().ticket).collect()
    }

    #[test]
    fn the_sample_market_shows_what_a_solidarity_market_does() {
        let store = market();
        assert_eq!(store.tickets_given(), 135);
        assert!(store.verify(Depth::Full).unwrap().is_clean());
        let tickets = tickets(&store);
        let paid = |kind| {
            tickets
                .iter()
                .any(|it| it.payments.iter().any(|it| it.kind == kind))
        };
        for kind in [
            TenderKind::Cash,
            TenderKind::Card,
            TenderKind::Account,
            TenderKind::Token,
            TenderKind::Fund,
        ] {
            assert!(paid(kind), "{kind:?}");
        }
        let sold = |kind| {
            tickets
                .iter()
                .any(|it| it.lines.iter().any(|it| it.kind == kind))
        };
        for kind in [
            LineKind::Deposit,
            LineKind::DepositBack,
            LineKind::TopUp,
            LineKind::Gift,
        ] {
            assert!(sold(kind), "{kind:?}");
        }
        let mut percents: Vec<_> = tickets.iter().filter_map(|it| it.tariff.as_ref()).collect();
        percents.sort_by_key(|it| it.percent);
        percents.dedup_by_key(|it| it.percent);
        assert_eq!(percents.len(), 2, "less and more than the fair price");
    }

    #[test]
    fn nobody_at_the_sample_market_spends_what_is_not_there() {
        let store = market();
        let Ok(Found::Members(accounts)) = store.answer(&Ask::Members) else {
            panic!("no members");
        };
        assert_eq!(accounts.len(), 12);
        for account in &accounts {
            let floor = Money::ZERO - account.member.limit;
            assert!(account.balance >= floor, "{account:?}");
        }
        assert_eq!(
            tickets(&store),
            tickets(&market()),
            "always the same market"
        );
    }
}
