//! A longer period: its files add up to the Z of its closings, and name members for one reader.

use std::collections::BTreeMap;

use etal::{
    app::periods::gather,
    domain::{
        asking::{AccountRow, Ask, Found},
        figures::Figures,
        ids::Id,
        journal::Fact,
        money::Money,
        period::Period,
        ticket::Returned,
        time::Moment,
    },
    exchange::period::{About, files, write},
    store::StoreError,
};
use proptest::prelude::*;

use crate::{
    counter::cents,
    market::{Market, contact, label, market, member, shared, top_up},
};

fn gathered(market: &Market, from: &str, to: &str) -> Option<Period> {
    let ask = |ask: Ask| -> Result<Found, StoreError> { market.store.answer(&ask) };
    gather((from, to), ask).unwrap()
}

/// The cells of a table, titles first, as a spreadsheet reads them.
fn table(files: &[(&str, Vec<u8>)], name: &str) -> Vec<Vec<String>> {
    let bytes = &files.iter().find(|it| it.0 == name).unwrap().1;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(b';')
        .from_reader(&bytes[3..]);
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|it| row(it.unwrap())).collect()
}

/// The sum of a column.
fn column(files: &[(&str, Vec<u8>)], name: &str, title: &str) -> Money {
    let rows = table(files, name);
    let at = rows[0].iter().position(|it| it == title).unwrap();
    let amounts = rows[1..].iter().map(|row| Money::parse(&row[at]).unwrap());
    amounts.sum()
}

fn made(market: &Market, period: &Period) -> Vec<(&'static str, Vec<u8>)> {
    let stall = label("Marché de Die");
    let accounts: Vec<AccountRow> = market.accounts();
    let about = About {
        stall: &stall,
        till: "A",
        at: Moment::parse("2026-12-01T20:00:00+01:00").unwrap(),
        version: "etal 0.1.0",
        accounts: &accounts,
    };
    files(period, about)
}

/// What the Z of some closings say, added up.
fn z_sums(market: &Market, names: &[&str]) -> Figures {
    let mut sum = Figures::default();
    for name in names {
        match market
            .store
            .answer(&Ask::Closing((*name).to_owned()))
            .unwrap()
        {
            Found::Closing(_, Some(seen)) => sum.add(&seen.closing.figures),
            other => panic!("{other:?}"),
        }
    }
    sum
}

/// Whether every table of a period adds up to the Z of its closings.
fn adds_up(files: &[(&str, Vec<u8>)], z: &Figures) {
    for (name, title) in [
        ("days.csv", "Chiffre d’affaires €"),
        ("producers.csv", "Ventes €"),
        ("articles.csv", "Ventes €"),
        ("vat.csv", "TTC €"),
        ("departments.csv", "Ventes €"),
        ("tariffs.csv", "Ventes €"),
    ] {
        assert_eq!(column(files, name, title), z.turnover, "{name}");
    }
    let tax: Money = z.vat.iter().map(|it| it.tax).sum();
    assert_eq!(column(files, "vat.csv", "TVA €"), tax);
    assert_eq!(column(files, "days.csv", "dont TVA €"), tax);
    let brought: Money = z.tenders.iter().map(|it| it.cents).sum();
    assert_eq!(column(files, "means.csv", "Encaissé €"), brought);
    assert_eq!(
        column(files, "producers.csv", "Part commune €"),
        z.commission
    );
    let settled: Money = z.settled.iter().map(|it| it.cents).sum();
    assert_eq!(column(files, "producers.csv", "Réglé €"), settled);
    let (came, went) = z.owner(etal::domain::ticket::Owner::Account);
    assert_eq!(column(files, "members.csv", "Entré €"), came);
    assert_eq!(column(files, "members.csv", "Sorti €"), went);
}

/// An October of two markets, with an account, a refund, a shared amount, a settlement; then a
/// market in November that nobody closed.
fn october() -> Market {
    let mut market = market();
    market.until("2026-10-03T08:00:00+02:00");
    let change = etal::domain::member::MemberChange::of(None, member("M1"));
    let card = contact("M1", "0117", "=Bron Marie", &[]);
    let proposal = market.proposal(Fact::Member(change));
    market.store.save_member(proposal, Some(&card)).unwrap();
    market.sell(vec![top_up("M1", 2_000)], &[("cash", 2_000, None)]);
    let sold = market.sell(
        vec![market.goods(1, 3), market.goods(4, 2)],
        &[("account", 511, Some("M1"))],
    );
    market.closes("2026-10-03T13:00:00+02:00");
    market.until("2026-10-10T08:00:00+02:00");
    let back = market.back(&sold, 0, 1, Returned::OnSale);
    market.sell(vec![back, market.goods(2, 1)], &[("cash", 1, None)]);
    market.sell(vec![shared(450)], &[("card", 450, None)]);
    market.closes("2026-10-10T13:00:00+02:00");
    market.until("2026-11-07T08:00:00+01:00");
    market.sell(vec![market.goods(7, 1)], &[("cash", 107, None)]);
    market
}

#[test]
fn a_month_adds_up_to_its_z_and_names_what_is_not_closed() {
    let market = october();
    let period = gathered(&market, "2026-10-01", "2026-11-30").unwrap();
    let files = made(&market, &period);
    adds_up(&files, &z_sums(&market, &["A-Z1", "A-Z2"]));
    let members = table(&files, "members.csv");
    assert_eq!(
        members[1],
        ["'0117", "'=Bron Marie", "0,00", "20,00", "5,11", "14,89"]
    );
    let readme = files.iter().find(|it| it.0 == "LISEZMOI.txt").unwrap();
    let readme = String::from_utf8(readme.1.clone()).unwrap();
    assert!(readme.contains("IL MANQUE"), "{readme}");
    assert!(readme.contains("07/11/2026"), "{readme}");
    assert!(
        readme.contains("Somme de 2 clôtures, de A-Z1 à A-Z2."),
        "{readme}"
    );
    assert_eq!(gathered(&market, "2026-11-01", "2026-11-30"), None);
}

#[test]
fn an_account_goes_on_where_the_month_before_left_it() {
    let mut market = october();
    market.closes("2026-11-07T13:00:00+01:00");
    let october = gathered(&market, "2026-10-01", "2026-10-31").unwrap();
    let november = gathered(&market, "2026-11-01", "2026-11-30").unwrap();
    let id = Id::known("M1");
    assert_eq!(october.members[&id].after(), cents(1_489));
    assert_eq!(november.members[&id].before, cents(1_489));
    assert_eq!(november.members[&id].after().cents(), market.balance("M1"));
}

#[test]
fn neither_a_reference_nor_a_tariff_stands_beside_a_name() {
    let market = october();
    let period = gathered(&market, "2026-10-01", "2026-10-31").unwrap();
    for (name, bytes) in made(&market, &period) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("M1"), "{name}: {text}");
        assert_eq!(text.contains("Bron"), name == "members.csv", "{name}");
    }
}

#[test]
fn the_files_lie_in_a_folder_of_their_own_and_are_replaced() {
    let market = october();
    let period = gathered(&market, "2026-10-01", "2026-10-31").unwrap();
    let dir = tempfile::tempdir().unwrap();
    let files = made(&market, &period);
    let folder = etal::exchange::period::folder(&period);
    for _ in 0..2 {
        let path = write(dir.path(), &folder, &files).unwrap();
        assert_eq!(path, dir.path().join("exports/2026-10-01_2026-10-31"));
        let mut there: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for entry in std::fs::read_dir(path).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            there.insert(name, std::fs::read(entry.path()).unwrap());
        }
        let wanted = files
            .iter()
            .map(|(name, it)| ((*name).to_owned(), it.clone()));
        assert_eq!(there, wanted.collect());
    }
    assert!(!dir.path().join("outbox").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn whatever_is_sold_a_period_is_its_closings(
        days in prop::collection::vec(prop::collection::vec((0..5_usize, 1..4_u32, 0..3_u8), 0..6), 1..4),
    ) {
        let mut market = market();
        let mut names = Vec::new();
        for (sales, day) in days.iter().zip(1..) {
            market.until(&format!("2026-10-{day:02}T08:00:00+02:00"));
            for (article, pieces, means) in sales {
                let code = [1, 2, 4, 5, 7][*article];
                let goods = market.goods(code, *pieces);
                let price = i64::from(100 + code) + if code == 5 { 20 } else { 0 };
                let paid = price * i64::from(*pieces);
                let tender = ["cash", "card", "cheque"][usize::from(*means)];
                market.sell(vec![goods], &[(tender, paid, None)]);
            }
            if !sales.is_empty() {
                market.closes(&format!("2026-10-{day:02}T13:00:00+02:00"));
                names.push(format!("A-Z{}", names.len() + 1));
            }
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let period = gathered(&market, "2026-10-01", "2026-10-31");
        prop_assert_eq!(period.is_some(), !names.is_empty());
        if let Some(period) = period {
            adds_up(&made(&market, &period), &z_sums(&market, &names));
        }
    }
}
