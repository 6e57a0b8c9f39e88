//! In whose name goods are sold, and what VAT that seller owes on that day.

use etal::domain::{
    basket::Basket,
    catalogue::{Catalogue, CatalogueChange, Product},
    ids::Id,
    money::{Percent, VatRate},
    price::{PriceList, Priced, price},
    quantity::Unit,
    seller::{DatedStatus, Mandate, VatStatus},
    settings::{Bearer, Earns, Rules},
    ticket::Owner,
};

use super::goods::{
    basket, carrots, catalogue, cents, pieces_of, product, settings, share, tariff,
};

fn market(change: impl Fn(&mut etal::domain::catalogue::Producer)) -> Catalogue {
    let mut market = catalogue();
    let mut producer = market.producer(&Id::known("A")).unwrap().clone();
    change(&mut producer);
    market.apply(&CatalogueChange {
        producers: vec![producer],
        ..CatalogueChange::default()
    });
    market
}

fn since(status: VatStatus, from: &str) -> DatedStatus {
    DatedStatus {
        status,
        from: from.to_owned(),
    }
}

fn on(day: &str, catalogue: &Catalogue, rules: &Rules, basket: &Basket) -> Priced {
    let list = PriceList {
        catalogue,
        rules,
        day,
    };
    price(basket, list).unwrap()
}

fn jam() -> Product {
    product("jam", "A", Unit::Piece, 500)
}

/// She passes the threshold in the middle of the year: from that day on her goods carry VAT.
#[test]
fn a_producer_under_the_franchise_owes_no_vat_until_the_day_she_does() {
    let market = market(|it| {
        it.status = vec![
            since(VatStatus::Liable, "2026-07-01"),
            since(VatStatus::Franchise, "2020-01-01"),
        ];
    });
    let (rules, basket) = (settings().rules, basket(vec![pieces_of(jam(), 1)]));
    let before = on("2026-06-30", &market, &rules, &basket);
    assert_eq!(before.lines[0].vat, Some(VatRate(0)));
    assert_eq!(before.vat[0].tax, cents(0));
    assert_eq!(before.vat[0].paid, cents(500), "turnover all the same");
    assert_eq!(before.sellers[0].status, Some(VatStatus::Franchise));
    let after = on("2026-07-01", &market, &rules, &basket);
    assert_eq!(after.lines[0].vat, Some(VatRate(550)));
    assert_eq!(after.vat[0].tax, cents(26));
}

#[test]
fn under_a_transparent_mandate_the_producer_sells_and_under_an_opaque_one_the_stall() {
    let (rules, basket) = (settings().rules, basket(vec![pieces_of(jam(), 1)]));
    let sold = |mandate| {
        let market = market(|it| {
            it.mandate = mandate;
            it.status = vec![since(VatStatus::Franchise, "2020-01-01")];
        });
        on("2026-11-21", &market, &rules, &basket)
    };
    let transparent = sold(Mandate::Transparent);
    assert_eq!(transparent.lines[0].seller.id, Id::known("A"));
    assert_eq!(transparent.lines[0].vat, Some(VatRate(0)));
    // In its own name the stall owes the VAT, whatever she is; the money is still hers.
    let opaque = sold(Mandate::Opaque);
    assert_eq!(opaque.lines[0].seller.id, Id::known("stall"));
    assert_eq!(opaque.lines[0].vat, Some(VatRate(550)));
    let hers = |sold: &Priced| sold.lines[0].shares.last().unwrap().id.clone();
    assert_eq!(hers(&opaque), Some(Id::known("A")));
    assert_eq!(share(&opaque, 0, Owner::Producer), 460);
    // Bought goods are the stall's.
    let resale = sold(Mandate::Resale);
    assert_eq!(hers(&resale), Some(Id::known("stall")));
    assert_eq!(share(&resale, 0, Owner::Commission), 0);
}

#[test]
fn each_discount_is_borne_by_whom_one_says() {
    use etal::domain::basket::Off;
    let rules = settings().rules;
    let shares = |borne| {
        let mut line = pieces_of(carrots(), 3);
        line.discount = Some(Off::Percent(Percent(1_000)));
        line.borne = borne;
        let sold = on("2026-11-21", &catalogue(), &rules, &basket(vec![line]));
        assert_eq!(sold.total, cents(540));
        [Owner::Producer, Owner::Commission, Owner::Pot].map(|owner| share(&sold, 0, owner))
    };
    assert_eq!(shares(None), [497, 43, 0], "the producer, as the rules say");
    assert_eq!(shares(Some(Bearer::Pot)), [552, 48, -60]);
    assert_eq!(shares(Some(Bearer::Coop)), [552, -12, 0]);
}

/// A market without a pot: who sells at « accessible » shares the customer's luck.
#[test]
fn a_producer_may_earn_what_the_tariff_asks() {
    let rules = Rules {
        producer_earns: Earns::Tariff,
        ..settings().rules
    };
    let mut basket = basket(vec![pieces_of(carrots(), 3)]);
    basket.charge(Some(tariff(6_500)));
    let sold = on("2026-11-21", &catalogue(), &rules, &basket);
    assert_eq!(sold.total, cents(390));
    assert_eq!(share(&sold, 0, Owner::Commission), 31);
    assert_eq!(share(&sold, 0, Owner::Producer), 359);
    assert_eq!(share(&sold, 0, Owner::Pot), 0);
}
