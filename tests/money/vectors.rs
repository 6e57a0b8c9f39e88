//! VAT inside prices, computed by hand once (reference on the law, section 7): per ticket, seller
//! and rate, half a cent away from zero.

use etal::domain::{
    basket::{Adjustment, Basket, Line, Off, What},
    money::{Percent, VatRate},
    price::Priced,
    quantity::{Quantity, Unit},
};

use super::goods::{basket, cents, label, priced, product, weight_of};

const FOOD: VatRate = VatRate(550);
const MEALS: VatRate = VatRate(1_000);
const CRAFTS: VatRate = VatRate(2_000);

fn line(price: i64, count: u32, vat: VatRate) -> Line {
    let what = What::Free {
        label: label("x"),
        price: cents(price),
        vat,
    };
    Line::of(what, Quantity::pieces(count))
}

fn rung(lines: Vec<Line>) -> Priced {
    priced(&basket(lines), None)
}

/// Per rate: VAT included, VAT, without VAT.
fn table(priced: &Priced) -> Vec<(u16, i64, i64, i64)> {
    let row = |row: &etal::domain::ticket::VatRow| {
        let (paid, tax, net) = (row.paid.cents(), row.tax.cents(), row.net.cents());
        (row.rate.0, paid, tax, net)
    };
    priced.vat.iter().map(row).collect()
}

#[test]
fn tax_is_taken_once_per_rate_and_never_line_by_line() {
    for (price, count, rate, tax) in [
        (99, 10, FOOD, 52),
        (120, 7, FOOD, 44),
        // Line by line it would be double.
        (10, 20, FOOD, 10),
        (45, 13, MEALS, 53),
    ] {
        let lines = (0..count).map(|_| line(price, 1, rate)).collect();
        let one_by_one = rung(lines);
        let together = rung(vec![line(price, count, rate)]);
        let paid = price * i64::from(count);
        assert_eq!(table(&one_by_one), [(rate.0, paid, tax, paid - tax)]);
        assert_eq!(table(&together), table(&one_by_one));
        let nets: i64 = one_by_one.lines.iter().map(|it| it.net.cents()).sum();
        assert_eq!(nets, paid - tax, "the lines add up to the table");
    }
}

#[test]
fn three_rates_on_one_ticket() {
    let ticket = rung(vec![
        line(237, 1, FOOD),
        line(349, 1, FOOD),
        line(115, 1, FOOD),
        line(450, 1, MEALS),
        line(690, 1, MEALS),
        line(2_400, 1, CRAFTS),
        line(85, 1, CRAFTS),
    ]);
    assert_eq!(
        table(&ticket),
        [
            (550, 701, 37, 664),
            (1_000, 1_140, 104, 1_036),
            (2_000, 2_485, 414, 2_071),
        ]
    );
}

#[test]
fn half_a_cent_goes_away_from_zero_on_the_way_back_too() {
    let weighed = |grams, price| {
        let goods = product("g", "A", Unit::Kilogram, price);
        rung(vec![weight_of(goods, grams)]).total
    };
    assert_eq!(weighed(735, 320), cents(235));
    assert_eq!(weighed(125, 100), cents(13));
    assert_eq!(weighed(-125, 100), cents(-13));
}

#[test]
fn ten_percent_off_four_lines_is_shared_by_largest_remainder() {
    let mut basket: Basket = basket(vec![
        line(237, 1, FOOD),
        line(349, 1, FOOD),
        line(450, 1, MEALS),
        line(2_400, 1, CRAFTS),
    ]);
    let off = Off::Percent(Percent(1_000));
    basket.adjust(Some(Adjustment::Off(off, None)));
    let ticket = priced(&basket, None);
    let off: Vec<i64> = ticket
        .lines
        .iter()
        .map(|it| it.discounts[0].cents.cents())
        .collect();
    assert_eq!(off, [24, 35, 45, 240]);
    assert_eq!(off.iter().sum::<i64>(), 344);
}
