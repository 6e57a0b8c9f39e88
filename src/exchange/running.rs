//! The running report as one table for people: what is not closed yet, beside the market before.

use crate::domain::{
    asking::{Like, Sums},
    figures::{Figures, TariffRow},
    money::Money,
    ticket::Owner,
};

use super::{
    french,
    sheet::{Cell, sheet},
};

/// The table; every row says what it is about, how many, how much, and how much it had been at the
/// same hour of the market before.
pub fn table(sums: &Sums, like: Option<&Like>) -> Vec<u8> {
    let before = like.map_or_else(
        || "Dernier marché, même heure €".to_owned(),
        |it| format!("Le {}, même heure €", french::day(&it.label)),
    );
    let mut rows = vec![
        ["Rubrique", "Libellé", "Nombre", "Montant €", &before]
            .map(Cell::text)
            .to_vec(),
    ];
    let then = like.map(|it| &it.so_far);
    let figures = &sums.figures;
    rows.extend(first(figures, then));
    rows.extend(hours(figures, like));
    rows.extend(means(figures, then));
    rows.extend(vat(figures, then));
    rows.extend(parties(sums, then));
    rows.extend(others(sums));
    sheet(&rows)
}

type Row = Vec<Cell>;

fn row(part: &str, name: impl Into<String>, number: Option<u64>, sum: Money) -> Row {
    let number = number.and_then(|it| i64::try_from(it).ok());
    vec![
        Cell::text(part),
        Cell::text(name),
        number.map_or(Cell::Empty, Cell::Whole),
        Cell::Money(sum),
    ]
}

/// The same of the market before, if it is known.
fn beside(mut row: Row, then: Option<Money>) -> Row {
    row.push(then.map_or(Cell::Empty, Cell::Money));
    row
}

fn first(now: &Figures, then: Option<&Figures>) -> Vec<Row> {
    let turnover = row("Recette", "TTC", Some(now.tickets), now.turnover);
    let average = row("Recette", "panier moyen", None, now.average());
    vec![
        beside(turnover, then.map(|it| it.turnover)),
        beside(average, then.map(Figures::average)),
    ]
}

/// The hours of this market so far; of the one before its whole day.
fn hours(now: &Figures, like: Option<&Like>) -> Vec<Row> {
    let then = |hour: u8| {
        let whole = &like?.whole;
        let found = whole.hours.iter().find(|it| it.span == hour);
        Some(found.map_or(Money::ZERO, |it| it.turnover))
    };
    let hour = |it: &crate::domain::figures::SpanRow<u8>| {
        let name = format!("{:02} h", it.span);
        beside(
            row("Heure", name, Some(it.tickets), it.turnover),
            then(it.span),
        )
    };
    now.hours.iter().map(hour).collect()
}

fn means(now: &Figures, then: Option<&Figures>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for it in &now.tenders {
        let same = |before: &&crate::domain::figures::TenderRow| {
            (&before.tender, &before.name) == (&it.tender, &it.name)
        };
        let before = then.map(|then| {
            let found = then.tenders.iter().find(same);
            found.map_or(Money::ZERO, |it| it.cents)
        });
        let name = french::means(it.name.as_ref(), it.kind);
        let number = u64::try_from(it.number).ok();
        rows.push(beside(row("Moyen", name, number, it.cents), before));
    }
    rows
}

fn vat(now: &Figures, then: Option<&Figures>) -> Vec<Row> {
    let mut rows = Vec::new();
    for it in &now.vat {
        let rate = it.rate.plain().replace('.', ",");
        let before = then.and_then(|then| then.vat.iter().find(|row| row.rate == it.rate));
        for (what, sum, before) in [
            ("TTC", it.paid, before.map(|it| it.paid)),
            ("TVA", it.tax, before.map(|it| it.tax)),
            ("HT", it.net, before.map(|it| it.net)),
        ] {
            let name = format!("{rate} % {what}");
            rows.push(beside(row("TVA", name, None, sum), before));
        }
    }
    rows
}

fn parties(sums: &Sums, then: Option<&Figures>) -> Vec<Row> {
    let now = &sums.figures;
    let mut rows = Vec::new();
    for it in &now.departments {
        let before = then.and_then(|then| then.departments.iter().find(|row| row.id == it.id));
        let name = it.name.as_ref().map_or("(sans rayon)", |it| it.as_str());
        rows.push(beside(
            row("Rayon", name, None, it.paid),
            before.map(|it| it.paid),
        ));
    }
    for it in &now.producers {
        let before = then.and_then(|then| then.producers.iter().find(|row| row.id == it.id));
        for (what, sum, before) in [
            ("ventes", it.sales, before.map(|it| it.sales)),
            (
                "part commune",
                it.commission,
                before.map(|it| it.commission),
            ),
            ("part", it.share, before.map(|it| it.share)),
        ] {
            let name = format!("{}, {what}", it.name);
            rows.push(beside(row("Producteur", name, None, sum), before));
        }
    }
    for it in &now.tariffs {
        let same = |row: &&TariffRow| (row.percent, &row.name) == (it.percent, &it.name);
        let before = then.and_then(|then| then.tariffs.iter().find(same));
        let name = it.name.as_ref().map_or("juste", |it| it.as_str());
        rows.push(beside(
            row("Tarif", name, Some(it.tickets), it.paid),
            before.map(|it| it.paid),
        ));
    }
    for (_, takings) in &sums.producers {
        for it in &takings.sold {
            let mut row = row("Article", it.label.as_str(), None, it.paid);
            if let Some(number) = row.get_mut(2) {
                *number = Cell::Quantity(it.quantity);
            }
            rows.push(beside(row, None));
        }
    }
    rows
}

fn others(sums: &Sums) -> Vec<Row> {
    let figures = &sums.figures;
    let mut rows = vec![
        row("Équilibre des tarifs", "en cours", None, figures.pot),
        row("Fonds solidaire", "solde", None, sums.fund),
        row("Comptes adhérents", "solde", None, sums.accounts.0),
        row(
            "Comptes adhérents",
            "ardoises",
            Some(sums.accounts.1),
            -sums.accounts.2,
        ),
    ];
    let (came, went) = figures.owner(Owner::Unattributed);
    rows.push(row("À attribuer", "à un producteur", None, came - went));
    for (what, number) in [
        ("tickets annulés", figures.voids),
        ("lignes abandonnées", figures.lines_given_up),
        ("paniers abandonnés", figures.baskets_given_up),
    ] {
        rows.push(row("Contrôle", what, Some(number.number), number.cents));
    }
    rows.into_iter().map(|it| beside(it, None)).collect()
}
