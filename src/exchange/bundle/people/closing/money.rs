//! The Z's rows of what was taken, counted, moved, left and carried away.

use crate::exchange::french;
use crate::{
    domain::{
        closing::{Closing, Found, Left},
        day::Pieces,
        figures::{Figures, TenderRow},
    },
    exchange::bundle::people::page::{Page, Row, row},
};

/// What each means of payment brought; what should be there, and what was.
pub fn means(page: &mut Page, closing: &Closing) {
    page.section("Encaissements");
    for it in &closing.figures.tenders {
        page.add(tender(it));
    }
    page.section("Comptage");
    for it in &closing.means {
        let name = french::means(it.name.as_ref(), it.kind);
        page.add(row(format!("{name} : attendu")).amount(it.expected));
        let counted = row(format!("{name} : compté")).known(it.counted);
        let counted = match it.number {
            Some(number) => counted.number(number),
            None => counted,
        };
        page.add(match it.counted {
            Some(_) => counted,
            None => counted.text("non compté"),
        });
        if it.counted.is_some() {
            page.add(row(format!("{name} : écart")).known(it.difference()));
        }
    }
    if let Some(reason) = closing.decided.as_ref().and_then(|it| it.reason) {
        page.add(row("Raison de l’écart").text(french::difference(reason)));
    }
}

fn tender(it: &TenderRow) -> Row {
    row(french::means(it.name.as_ref(), it.kind))
        .number(it.number)
        .amount(it.cents)
}

/// What the drawers started from, and what came and went without a sale.
pub fn moved(page: &mut Page, figures: &Figures) {
    page.section("Fond de caisse");
    for it in &figures.drawers {
        let name = french::means(it.name.as_ref(), it.kind);
        if it.float.is_some() {
            page.add(row(name).amount(it.start).text("compté"));
        } else if it.start.cents() != 0 {
            page.add(row(name).amount(it.start).text("repris, non compté"));
        }
    }
    page.section("Mouvements de caisse");
    for it in &figures.cash {
        let drawer = figures.drawer(&it.tender);
        let name = drawer.map(|it| french::means(it.name.as_ref(), it.kind));
        let title = format!("{}, {}", french::way(it.way), name.unwrap_or_default());
        let moved = row(title).number(it.number).amount(it.cents);
        page.add(match it.reason {
            Some(reason) => moved.text(french::cash_reason(reason)),
            None => moved,
        });
    }
    page.section("Réglé aux producteurs");
    for it in &figures.settled {
        page.add(tender(it));
    }
}

/// What came and went of others' money.
pub fn others(page: &mut Page, figures: &Figures) {
    page.section("Argent des autres");
    for it in &figures.owners {
        let name = french::owner(it.owner);
        page.add(row(format!("{name} : entré")).amount(it.came));
        page.add(row(format!("{name} : sorti")).amount(it.went));
    }
}

/// What stays in the drawers and what leaves.
pub fn decided(page: &mut Page, closing: &Closing) {
    let Some(decided) = &closing.decided else {
        return;
    };
    page.section("Laissé en caisse");
    for it in &decided.left {
        page.add(left(it));
    }
    page.section("Enveloppe");
    if let Some(envelope) = &decided.envelope {
        page.add(row("Emportée par").text(&*envelope.by));
        let cash = row("Espèces").amount(envelope.cash);
        page.add(cash.text(pieces(&envelope.pieces)));
        for it in &envelope.papers {
            page.add(left(it));
        }
    }
    page.section("Chèques");
    for it in &decided.cheques {
        let found = match it.found {
            Found::Here => "présent",
            Found::Missing => "manquant",
        };
        let number = it.number.as_ref();
        let number = number.map_or_else(String::new, |it| format!(", n° {it}"));
        let cheque = row(format!("Ticket {}", it.ticket)).amount(it.cents);
        page.add(cheque.text(format!("{found}{number}")));
    }
    page.section("À apporter au prochain marché");
    for it in &decided.bring {
        let worth = french::euros(it.worth);
        let bring = row(format!("Pièces ou billets de {worth}")).number(it.count);
        page.add(bring.known(it.total()));
    }
}

fn left(it: &Left) -> Row {
    let name = french::means(it.name.as_ref(), it.kind);
    row(name).amount(it.cents).text(pieces(&it.pieces))
}

/// Notes and coins as `3 × 50,00 €, 4 × 20,00 €`.
fn pieces(pieces: &[Pieces]) -> String {
    let each = pieces
        .iter()
        .map(|it| format!("{} × {}", it.count, french::euros(it.worth)));
    each.collect::<Vec<_>>().join(", ")
}
