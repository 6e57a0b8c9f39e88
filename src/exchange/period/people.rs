//! What names people: the members' table, and the page that explains the folder.

use crate::{
    domain::{
        asking::AccountRow,
        ids::Id,
        money::Money,
        period::{Account, Period},
    },
    exchange::{
        french::{day, euros},
        sheet::{Cell, sheet},
    },
};

use super::About;

/// Members with their names, for the treasurer's eyes. The reference under which the journal and
/// the bundles know an account stands here only where nobody knows any more whose it was: beside a
/// name it would lead from there to a ticket and its tariff.
pub(super) fn members(period: &Period, accounts: &[AccountRow]) -> Vec<u8> {
    let mut rows = vec![
        [
            "Numéro",
            "Nom",
            "Solde au début €",
            "Entré €",
            "Sorti €",
            "Solde à la fin €",
        ]
        .map(Cell::text)
        .to_vec(),
    ];
    let mut known: Vec<(String, Vec<Cell>)> = Vec::new();
    for (id, account) in &period.members {
        if *account != Account::default() {
            let (name, mut row) = whose(id, accounts);
            row.extend(
                [account.before, account.came, account.went, account.after()].map(Cell::Money),
            );
            known.push((name, row));
        }
    }
    known.sort_by(|one, other| one.0.cmp(&other.0));
    rows.extend(known.into_iter().map(|it| it.1));
    sheet(&rows)
}

/// Number and name, and what they are sorted by.
fn whose(id: &Id, accounts: &[AccountRow]) -> (String, Vec<Cell>) {
    let known = accounts.iter().find(|it| it.member.id == *id);
    let Some(contact) = known.and_then(|it| it.contact.as_ref()) else {
        let name = format!("(fiche effacée, compte {id})");
        // After the letters of all names.
        return (
            format!("\u{10ffff}{id}"),
            vec![Cell::Empty, Cell::Text(name)],
        );
    };
    let names: Vec<&str> = contact.people.iter().map(|it| it.name.as_str()).collect();
    let name = names.join(", ");
    let number = Cell::code(contact.number.to_string());
    (name.to_lowercase(), vec![number, Cell::Text(name)])
}

/// The page that says what the folder is.
pub(super) fn readme(period: &Period, about: About<'_>) -> Vec<u8> {
    let mut lines = vec![
        format!("{} · caisse {}", about.stall, about.till),
        format!(
            "Du {} au {}, jours de marché compris.",
            day(&period.from),
            day(&period.to)
        ),
        String::new(),
    ];
    lines.extend(sums(period));
    lines.push(String::new());
    lines.extend(missing(period));
    lines.extend(
        [
            "days.csv           une ligne par clôture (ticket Z)",
            "producers.csv      par producteur : ventes, part commune, équilibre, part, réglé",
            "producers-vat.csv  par producteur et taux de TVA",
            "articles.csv       par producteur et article",
            "vat.csv            par taux de TVA",
            "means.csv          par moyen de paiement",
            "cash.csv           apports, sorties, prélèvements, dépenses",
            "departments.csv    par rayon",
            "tariffs.csv        par tarif : ce que les clients ont payé, l’équilibre",
            "others.csv         argent d’autrui : comptes, fonds solidaire, consignes, avoirs",
            "members.csv        comptes des adhérents, avec leurs noms",
            "",
            "members.csv contient des noms : il est pour la trésorerie, pas pour un dossier partagé.",
            "Supprimez-le quand les comptes sont faits.",
            "Ces fichiers ne sont pas signés : les dossiers de clôture (outbox) font foi.",
        ]
        .map(str::to_owned),
    );
    lines.push(String::new());
    let at = about.at.local();
    lines.push(format!(
        "Fait le {} par {}.",
        at.strftime("%d/%m/%Y à %H:%M"),
        about.version
    ));
    // Windows' editor wants the mark and both signs at a line's end.
    let mut page = String::from("\u{feff}");
    for line in lines {
        page.push_str(&line);
        page.push_str("\r\n");
    }
    page.into_bytes()
}

fn sums(period: &Period) -> Vec<String> {
    let figures = &period.figures;
    let tax: Money = figures.vat.iter().map(|it| it.tax).sum();
    let mut lines = vec![
        format!(
            "Chiffre d’affaires TTC : {} · dont TVA : {} · tickets : {}",
            euros(figures.turnover),
            euros(tax),
            figures.tickets
        ),
        format!(
            "Part commune : {} · équilibre des tarifs : {}",
            euros(figures.commission + figures.flats),
            euros(figures.pot)
        ),
    ];
    let names = || period.closings.first().zip(period.closings.last());
    if let Some((first, last)) = names() {
        lines.push(format!(
            "Somme de {} clôtures, de {} à {}.",
            period.closings.len(),
            first.name,
            last.name
        ));
    }
    lines
}

/// Days that are not in it: nobody may take the sums for more than they are.
fn missing(period: &Period) -> Vec<String> {
    if period.open.is_empty() {
        return Vec::new();
    }
    let days: Vec<String> = period.open.iter().map(|it| day(it)).collect();
    vec![
        format!(
            "IL MANQUE, vendu mais pas encore clôturé : {}.",
            days.join(", ")
        ),
        "Clôturez, puis refaites ce dossier.".to_owned(),
        String::new(),
    ]
}
