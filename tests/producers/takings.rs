//! What of a ticket's lines is a producer's.

use etal::domain::{
    basket::{Line, Off, What},
    ids::Id,
    money::Percent,
    quantity::Quantity,
    settlement::Takings,
};

use crate::{
    kit::{cents, label},
    market::{self, article, back, goods, sell},
};

fn takings(producer: &str, lines: Vec<Line>) -> Takings {
    let store = market::store();
    let (_, priced) = market::priced(lines, &store);
    Takings::of(&Id::known(producer), &priced.lines)
}

/// `(sales, commission, pot, share)` in cents.
fn sums(takings: &Takings) -> (i64, i64, i64, i64) {
    (
        takings.sales.cents(),
        takings.commission.cents(),
        takings.pot.cents(),
        takings.share.cents(),
    )
}

#[test]
fn the_worked_ticket_gives_her_what_is_left_of_the_commission() {
    let hers = takings("lac", vec![goods(12, 3_000)]);
    assert_eq!(sums(&hers), (600, 48, 0, 552));
    assert_eq!(hers.sold.len(), 1);
    assert_eq!(hers.sold[0].quantity, Quantity::pieces(3));
}

#[test]
fn an_agreed_total_borne_by_the_pot_takes_nothing_from_her() {
    let store = market::store();
    let (mut basket, _) = market::priced(vec![goods(12, 3_000)], &store);
    basket.adjust(Some(etal::domain::basket::Adjustment::Agreed(
        cents(580),
        None,
    )));
    let priced = etal::domain::price::price(
        &basket,
        etal::domain::price::PriceList {
            catalogue: &market::catalogue(),
            rules: &store.settings().unwrap().rules,
            day: market::DAY,
        },
    )
    .unwrap();
    let hers = Takings::of(&Id::known("lac"), &priced.lines);
    assert_eq!(sums(&hers), (580, 48, -20, 552));
}

#[test]
fn the_jar_is_the_customers_and_never_hers() {
    let hers = takings("cimes", vec![goods(45, 2_000)]);
    assert_eq!(sums(&hers), (1_440, 144, 0, 1_296));
    assert_eq!(hers.vat.len(), 1);
    assert_eq!(hers.vat[0].tax, cents(0), "franchise");
}

#[test]
fn what_is_sold_in_the_stalls_name_is_hers_all_the_same_and_what_it_has_bought_is_its_own() {
    let lines = vec![goods(51, 2_000), goods(7, 1_000), goods(60, 1_000)];
    assert_eq!(
        sums(&takings("noe", lines.clone())),
        (480, 96, 0, 384),
        "opaque"
    );
    assert!(takings("gros", lines.clone()).is_empty(), "resale");
    let own = takings("stall", lines);
    assert_eq!(sums(&own), (680, 0, 0, 680));
}

#[test]
fn an_amount_without_a_producer_is_nobodys_not_even_the_stalls() {
    let key = market::catalogue().quick_keys()[0].clone();
    let amount = cents(450);
    let lines = vec![Line::of(What::Quick { key, amount }, Quantity::ONE)];
    for producer in ["stall", "lac", "paul"] {
        assert!(takings(producer, lines.clone()).is_empty(), "{producer}");
    }
}

#[test]
fn what_she_gives_away_is_still_hers_to_count() {
    let mut line = goods(12, 2_000);
    line.discount = Some(Off::Percent(Percent::WHOLE));
    let hers = takings("lac", vec![line]);
    assert_eq!(sums(&hers), (0, 0, 0, 0));
    assert_eq!(hers.sold[0].quantity, Quantity::pieces(2));
}

#[test]
fn what_comes_back_counts_against_what_was_sold() {
    let mut store = market::store();
    let sold = sell(&mut store, "09:00", vec![goods(12, 3_000), goods(31, 860)]);
    let (_, priced) = market::priced(vec![back(&sold, 0, 1_000)], &store);
    let both = sold.0.lines.iter().chain(&priced.lines);
    let hers = Takings::of(&Id::known("lac"), both);
    assert_eq!(sums(&hers), (701, 56, 0, 645));
    assert_eq!(hers.sold[0].quantity, Quantity::pieces(2));
    let again = Takings::of(&Id::known("lac"), &priced.lines);
    assert_eq!(sums(&again), (-200, -16, 0, -184));
    let (_, rest) = market::priced(vec![back(&sold, 0, 3_000), back(&sold, 1, 860)], &store);
    let nothing = Takings::of(&Id::known("lac"), sold.0.lines.iter().chain(&rest.lines));
    assert_eq!(nothing, Takings::default(), "it came back whole");
}

#[test]
fn an_article_is_one_row_under_the_name_it_had_last() {
    let mut store = market::store();
    let first = sell(&mut store, "09:00", vec![goods(12, 1_000)]).0;
    let mut renamed = article(12);
    renamed.label = label("Carottes fanes");
    let line = Line::goods(renamed, Quantity::pieces(2));
    let (_, second) = market::priced(vec![line], &store);
    let hers = Takings::of(&Id::known("lac"), first.lines.iter().chain(&second.lines));
    assert_eq!(hers.sold.len(), 1);
    assert_eq!(hers.sold[0].label, label("Carottes fanes"));
    assert_eq!(hers.sold[0].quantity, Quantity::pieces(3));
}
