//! The Z as rows: what was sold, what should be in the drawers and what was there, what was given
//! up, what stays and what leaves.

mod money;

use super::page::{Page, row};
use crate::exchange::french;
use crate::{
    domain::{
        figures::{Figures, Number},
        ids::hex,
        money::{Money, Percent},
    },
    exchange::{
        bundle::{
            column::{Column, Named, Sheet, euros, text, whole},
            period::Period,
        },
        sheet::Cell,
    },
};

const COLUMNS: &[Column] = &[
    text("Rubrique"),
    text("Libellé"),
    whole("Nombre"),
    euros("Montant €"),
    text("Précision"),
];

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut page = Page::default();
    let closing = &period.segment.closing;
    let figures = &closing.figures;
    head(&mut page, period);
    sales(&mut page, figures);
    money::means(&mut page, closing);
    money::moved(&mut page, figures);
    parties(&mut page, figures);
    money::others(&mut page, figures);
    given_up(&mut page, figures);
    page.section("Tickets en retard");
    for late in &closing.late {
        let title = format!("Marché du {}", late.span);
        page.add(row(title).number(late.tickets).amount(late.turnover));
    }
    money::decided(&mut page, closing);
    chain(&mut page, period);
    let named = Named {
        name: "people-closing",
        path: "closing.csv",
        title: "La clôture (ticket Z), rubrique par rubrique",
        columns: COLUMNS,
        key: &[],
    };
    named.for_people(page.done())
}

fn head(page: &mut Page, period: &Period) {
    let closing = &period.segment.closing;
    let heading = &period.end.heading;
    page.section("Clôture");
    page.add(row("Ticket Z").number(closing.number).code(&*closing.name));
    page.add(row("Jour de marché").cell(Cell::day(&closing.label)));
    page.add(row("Clôturé le").cell(Cell::Moment(heading.at)));
    page.add(row("Opérateur").text(&*heading.operator));
    page.add(row("Caisse").cell((&period.identity.name).into()));
    page.add(row("Identifiant de la caisse").text(&*heading.till));
    page.add(row("Époque").number(heading.epoch));
    page.add(row("Logiciel").text(&*closing.version));
    if let Some(opened) = &closing.figures.opened {
        page.add(row("Marché").label(opened.market.as_ref()));
        let weather = opened.weather.map(french::weather);
        page.add(row("Météo").text(weather.unwrap_or_default()));
    }
    if let Some((first, last)) = &closing.figures.named {
        page.add(row("Premier ticket").code(&**first));
        page.add(row("Dernier ticket").code(&**last));
    }
    if let Some((first, last)) = closing.figures.between {
        page.add(row("Premier ticket à").cell(Cell::Moment(first)));
        page.add(row("Dernier ticket à").cell(Cell::Moment(last)));
    }
}

fn sales(page: &mut Page, figures: &Figures) {
    page.section("Ventes");
    let turnover = row("Chiffre d’affaires TTC").number(figures.tickets);
    page.add(turnover.amount(figures.turnover));
    page.add(row("Lignes vendues").number(figures.lines));
    page.add(row("Ticket moyen").amount(figures.average()));
    page.add(row("Repris, déjà déduit").amount(figures.back));
    page.section("TVA");
    for it in &figures.vat {
        let rate = french::vat(it.rate);
        page.add(row(format!("{rate} : TTC")).amount(it.paid));
        page.add(row(format!("{rate} : HT")).amount(it.net));
        page.add(row(format!("{rate} : taxe")).amount(it.tax));
    }
}

fn parties(page: &mut Page, figures: &Figures) {
    page.section("Rayons");
    for it in &figures.departments {
        let name = it.name.as_ref();
        let name = name.map_or_else(|| "Sans rayon".to_owned(), ToString::to_string);
        page.add(row(name).amount(it.paid));
    }
    page.section("Tarifs");
    for it in &figures.tariffs {
        let name = it.name.as_ref();
        let name = name.map_or_else(|| "Prix affiché".to_owned(), ToString::to_string);
        let said = row(name).number(it.tickets).amount(it.paid);
        page.add(said.cell(Cell::text(share_of(it.percent))));
    }
    page.section("Producteurs");
    for it in &figures.producers {
        let name = &it.name;
        page.add(row(format!("{name} : ventes")).amount(it.sales));
        page.add(row(format!("{name} : commission")).amount(it.commission));
        page.add(row(format!("{name} : équilibre")).amount(it.pot));
        page.add(row(format!("{name} : sa part")).amount(it.share));
    }
    page.section("Coopérative");
    page.add(row("Commission sur les ventes").amount(figures.commission));
    page.add(row("Forfaits retenus sur les règlements").amount(figures.flats));
    page.add(row("Équilibre des tarifs").amount(figures.pot));
}

/// `65 % du prix affiché`.
fn share_of(percent: Percent) -> String {
    format!("{} % du prix affiché", percent.plain().replace('.', ","))
}

fn given_up(page: &mut Page, figures: &Figures) {
    page.section("Contrôle");
    let mut add = |title: &str, it: Number| {
        page.add(row(title).number(it.number).amount(it.cents));
    };
    add("Tickets annulés", figures.voids);
    add("Lignes retirées avant paiement", figures.lines_given_up);
    add("Paniers abandonnés", figures.baskets_given_up);
    let opened = row("Ouvertures du tiroir sans vente");
    page.add(opened.number(figures.drawer_openings));
    page.add(row("Duplicatas imprimés").number(figures.duplicates));
}

fn chain(page: &mut Page, period: &Period) {
    let closing = &period.segment.closing;
    page.section("Totaux perpétuels");
    let perpetual = |title: &str, total: i64| match Money::try_from(total) {
        Ok(amount) => row(title).amount(amount),
        Err(_) => row(title).text(total.to_string()),
    };
    page.add(perpetual("Algébrique", closing.total.algebraic_cents));
    page.add(perpetual("En valeur absolue", closing.total.absolute_cents));
    page.section("Chaîne");
    match &closing.previous {
        Some(before) => {
            page.add(row("Clôture précédente").code(&*before.name));
            page.add(row("Empreinte de la précédente").text(&*before.hash));
        }
        None => page.add(row("Clôture précédente").text("aucune, c’est la première")),
    }
    page.add(row("Empreinte de cette clôture").text(hex(&period.end.hash)));
    page.add(row("Repère imprimé").code(period.end.extract()));
    let entries = row("Écritures du journal");
    page.add(entries.number(period.segment.entries.len()));
}
