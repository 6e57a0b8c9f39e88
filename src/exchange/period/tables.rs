//! The tables of a period: each adds up by itself, none has a row of sums that a spreadsheet would
//! count a second time.

use crate::{
    domain::{
        day::{CashReason, CashWay},
        figures::TenderRow,
        ids::Id,
        money::Money,
        period::{ClosedDay, Period},
    },
    exchange::{
        french,
        sheet::{Cell, sheet},
    },
};

type Rows = Vec<Vec<Cell>>;
type Table = fn(&Period) -> Rows;

/// Every table but the one with names.
pub(super) fn all(period: &Period) -> Vec<(&'static str, Vec<u8>)> {
    let tables: [(&str, Table); 10] = [
        ("days.csv", days),
        ("producers.csv", producers),
        ("producers-vat.csv", producers_vat),
        ("articles.csv", articles),
        ("vat.csv", vat),
        ("means.csv", means),
        ("cash.csv", cash),
        ("departments.csv", departments),
        ("tariffs.csv", tariffs),
        ("others.csv", others),
    ];
    let made = tables.into_iter();
    made.map(|(name, rows)| (name, sheet(&rows(period))))
        .collect()
}

fn titles(words: &[&str]) -> Vec<Cell> {
    words.iter().map(|it| Cell::text(*it)).collect()
}

fn number(number: u64) -> Cell {
    Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// One row per closing, with what each means of payment brought.
fn days(period: &Period) -> Rows {
    let mut first = titles(&[
        "Clôture",
        "Jour de marché",
        "Marché",
        "Clôturée le",
        "Tickets",
        "Chiffre d’affaires €",
        "dont TVA €",
        "Écart de comptage €",
    ]);
    let tenders: &[TenderRow] = &period.figures.tenders;
    first.extend(tenders.iter().map(|it| {
        let name = french::means(it.name.as_ref(), it.kind);
        Cell::text(format!("{name} €"))
    }));
    let row = |day: &ClosedDay| {
        let mut row = vec![
            Cell::code(day.name.clone()),
            Cell::day(&day.label),
            day.market.as_ref().map_or(Cell::Empty, Cell::from),
            Cell::Moment(day.at),
            number(day.tickets),
            Cell::Money(day.turnover),
            Cell::Money(day.tax),
            day.difference.map_or(Cell::Empty, Cell::Money),
        ];
        row.extend(tenders.iter().map(|it| Cell::Money(day.brought(it))));
        row
    };
    let mut rows = vec![first];
    rows.extend(period.closings.iter().map(row));
    rows
}

/// What a producer is called in the closings, else her name for machines.
fn producer(period: &Period, id: &Id) -> Cell {
    let known = period.figures.producers.iter().find(|it| it.id == *id);
    known.map_or_else(|| Cell::code(id.to_string()), |it| Cell::from(&it.name))
}

fn producers(period: &Period) -> Rows {
    let mut rows = vec![titles(&[
        "Producteur",
        "Ventes €",
        "Part commune €",
        "Équilibre €",
        "Part €",
        "Réglé €",
    ])];
    let settled = |id: &Id| period.settled.get(id).copied().unwrap_or_default();
    let sold = &period.figures.producers;
    rows.extend(sold.iter().map(|it| {
        vec![
            Cell::from(&it.name),
            Cell::Money(it.sales),
            Cell::Money(it.commission),
            Cell::Money(it.pot),
            Cell::Money(it.share),
            Cell::Money(settled(&it.id)),
        ]
    }));
    // Settled with, and sold nothing meanwhile.
    for (id, cents) in &period.settled {
        if !sold.iter().any(|it| it.id == *id) {
            let mut row = vec![Cell::code(id.to_string())];
            row.extend([Money::ZERO; 4].map(Cell::Money));
            row.push(Cell::Money(*cents));
            rows.push(row);
        }
    }
    rows.extend(nobodys(period).map(|cents| {
        let zero = || Cell::Money(Money::ZERO);
        let name = Cell::text("(à attribuer à un producteur)");
        vec![name, Cell::Money(cents), zero(), zero(), zero(), zero()]
    }));
    rows
}

/// What was sold under shared keys and is nobody's yet, if there is any.
fn nobodys(period: &Period) -> Option<Money> {
    Some(period.nobodys()).filter(|it| *it != Money::ZERO)
}

fn producers_vat(period: &Period) -> Rows {
    let mut rows = vec![titles(&[
        "Producteur",
        "Taux de TVA %",
        "TTC €",
        "TVA €",
        "HT €",
    ])];
    for (id, takings) in &period.takings {
        rows.extend(takings.vat.iter().map(|it| {
            vec![
                producer(period, id),
                Cell::Rate(it.rate),
                Cell::Money(it.paid),
                Cell::Money(it.tax),
                Cell::Money(it.net),
            ]
        }));
    }
    rows
}

fn articles(period: &Period) -> Rows {
    let mut rows = vec![titles(&[
        "Producteur",
        "Article",
        "Unité",
        "Quantité",
        "Ventes €",
    ])];
    for (id, takings) in &period.takings {
        rows.extend(takings.sold.iter().map(|it| {
            vec![
                producer(period, id),
                Cell::from(&it.label),
                Cell::text(french::unit(&it.unit)),
                Cell::Quantity(it.quantity),
                Cell::Money(it.paid),
            ]
        }));
    }
    rows.extend(nobodys(period).map(|cents| {
        let name = Cell::text("(à attribuer à un producteur)");
        vec![
            name,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Money(cents),
        ]
    }));
    rows
}

fn vat(period: &Period) -> Rows {
    let mut rows = vec![titles(&["Taux de TVA %", "TTC €", "TVA €", "HT €"])];
    rows.extend(period.figures.vat.iter().map(|it| {
        vec![
            Cell::Rate(it.rate),
            Cell::Money(it.paid),
            Cell::Money(it.tax),
            Cell::Money(it.net),
        ]
    }));
    rows
}

/// Whatever a means of payment was called meanwhile, it is one row under its last name.
fn means(period: &Period) -> Rows {
    let mut rows = vec![titles(&[
        "Moyen",
        "Paiements",
        "Encaissé €",
        "Réglé aux producteurs €",
        "Autres mouvements €",
        "Écart de comptage €",
    ])];
    let figures = &period.figures;
    let mut tenders: Vec<&Id> = (figures.tenders.iter().map(|it| &it.tender))
        .chain(figures.settled.iter().map(|it| &it.tender))
        .chain(figures.cash.iter().map(|it| &it.tender))
        .chain(period.differences.keys())
        .collect();
    tenders.sort_unstable();
    tenders.dedup();
    rows.extend(tenders.into_iter().map(|id| {
        let brought = figures.tenders.iter().filter(|it| it.tender == *id);
        let settled = figures.settled.iter().filter(|it| it.tender == *id);
        let moved = figures.cash.iter().filter(|it| it.tender == *id);
        let moved = moved.filter_map(|it| it.way.moves(it.cents));
        vec![
            called(period, id),
            Cell::Whole(brought.clone().map(|it| it.number).sum()),
            Cell::Money(brought.map(|it| it.cents).sum()),
            Cell::Money(settled.map(|it| it.cents).sum()),
            Cell::Money(moved.sum()),
            Cell::Money(period.differences.get(id).copied().unwrap_or_default()),
        ]
    }));
    rows
}

/// What a means of payment was called last.
fn called(period: &Period, id: &Id) -> Cell {
    let figures = &period.figures;
    let drawers = figures.drawers.iter();
    let drawer = drawers.map(|it| (&it.tender, it.name.as_ref(), it.kind));
    let rows = figures.tenders.iter().chain(&figures.settled).rev();
    let rows = rows.map(|it| (&it.tender, it.name.as_ref(), it.kind));
    let found = drawer.chain(rows).find(|it| it.0 == id);
    found.map_or_else(
        || Cell::code(id.to_string()),
        |(_, name, kind)| Cell::text(french::means(name, kind)),
    )
}

/// Cash that came and went without a sale. A float is what lay there in the morning and no
/// movement, an envelope moved when it left: neither adds up with the rest.
fn cash(period: &Period) -> Rows {
    let mut rows = vec![titles(&[
        "Mouvement",
        "Motif",
        "Moyen",
        "Nombre",
        "Montant €",
    ])];
    for row in &period.figures.cash {
        let way = match row.way {
            CashWay::Float | CashWay::Received | CashWay::Banked => continue,
            CashWay::In => "apport",
            CashWay::Out => "sortie",
            CashWay::Drop => "prélèvement",
            CashWay::PaidOut => "dépense",
            CashWay::Correction => "correction",
        };
        rows.push(vec![
            Cell::text(way),
            row.reason.map_or(Cell::Empty, |it| Cell::text(reason(it))),
            called(period, &row.tender),
            number(row.number),
            Cell::Money(row.way.moves(row.cents).unwrap_or_default()),
        ]);
    }
    rows
}

fn departments(period: &Period) -> Rows {
    let mut rows = vec![titles(&["Rayon", "Ventes €"])];
    rows.extend(period.figures.departments.iter().map(|it| {
        let name = match (&it.name, &it.id) {
            (Some(name), _) => Cell::from(name),
            (None, Some(id)) => Cell::code(id.to_string()),
            (None, None) => Cell::text("(sans rayon)"),
        };
        vec![name, Cell::Money(it.paid)]
    }));
    rows
}

fn tariffs(period: &Period) -> Rows {
    let mut rows = vec![titles(&[
        "Tarif",
        "Part du prix juste %",
        "Tickets",
        "Ventes €",
        "Équilibre €",
    ])];
    rows.extend(period.figures.tariffs.iter().map(|it| {
        vec![
            it.name.as_ref().map_or(Cell::text("juste"), Cell::from),
            Cell::Percent(it.percent),
            number(it.tickets),
            Cell::Money(it.paid),
            Cell::Money(it.pot),
        ]
    }));
    rows
}

/// Money of others that came and went: it is no turnover.
fn others(period: &Period) -> Rows {
    let mut rows = vec![titles(&["Argent d’autrui", "Entré €", "Sorti €"])];
    rows.extend(period.figures.owners.iter().map(|it| {
        vec![
            Cell::text(french::owner(it.owner)),
            Cell::Money(it.came),
            Cell::Money(it.went),
        ]
    }));
    rows
}

const fn reason(reason: CashReason) -> &'static str {
    match reason {
        CashReason::Safe => "coffre",
        CashReason::Change => "monnaie",
        CashReason::Bank => "banque",
        CashReason::Home => "emporté",
        CashReason::Place => "droit de place",
        CashReason::Purchase => "achat",
        CashReason::PaidBack => "remboursement d’une avance",
        CashReason::Coop => "argent de l’association",
        CashReason::Mistake => "erreur de saisie",
    }
}
