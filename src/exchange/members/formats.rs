//! The columns of each format, and how their cells are read.

use crate::{
    domain::{label::Label, money::Money},
    exchange::{
        amount,
        columns::{Cell, Columns, Titles},
        listed::{self, Refused, Told, said, told},
        refusals::{AccountReason, Reason, Refusal},
        table::Record,
    },
};

use super::{
    MemberFormat,
    row::{Row, SaidPerson},
};

/// Our own, `docs/import-members.md`, and Camap's and Cagette's.
pub const ETAL: Titles = &[
    (
        "number",
        &[
            "numero",
            "n",
            "no",
            "num",
            "numero d adherent",
            "numero adherent",
        ],
    ),
    (
        "name",
        &["nom", "nom et prenom", "nom prenom", "adherent", "member"],
    ),
    ("first_name", &["prenom"]),
    (
        "phone",
        &[
            "telephone",
            "tel",
            "portable",
            "mobile",
            "telephone portable",
        ],
    ),
    ("email", &["e mail", "mail", "courriel"]),
    (
        "opening_balance",
        &["solde", "solde d ouverture", "solde initial", "balance"],
    ),
    (
        "limit",
        &["ardoise", "plafond", "limite", "plafond d ardoise"],
    ),
    ("name_2", &["nom 2", "second name", "nom conjoint"]),
    ("first_name_2", &["prenom 2", "prenom conjoint"]),
    (
        "phone_2",
        &["telephone 2", "portable 2", "telephone portable conjoint"],
    ),
    (
        "email_2",
        &["e mail 2", "mail 2", "courriel 2", "e mail conjoint"],
    ),
    ("cards", &["card", "carte", "cartes", "numero de carte"]),
    (
        "year",
        &["annee", "adhesion", "annee d adhesion", "membership"],
    ),
];

/// Foodsoft's ordergroups.
pub const FOODSOFT: Titles = &[
    ("number", &["id"]),
    ("name", &[]),
    ("opening_balance", &["account balance"]),
    ("contact_person", &["contact person"]),
    ("phone", &[]),
];

/// Reads a row.
pub fn read(
    format: MemberFormat,
    columns: &Columns,
    record: &Record,
    row: usize,
) -> Result<Row, Vec<Refusal>> {
    let cell = |name| columns.cell(record, name);
    let mut refused = Refused::default();
    refused.keep(columns.check_width(record));
    let number = refused.keep(said(cell("number"), number)).flatten();
    let phone = refused.keep(told(cell("phone"), phone));
    let email = refused.keep(told(cell("email"), email));
    let cards = refused.keep(told(cell("cards"), cards));
    let limit = refused.keep(told(cell("limit"), limit));
    let year = refused.keep(told(cell("year"), year));
    let opening = refused.keep(said(cell("opening_balance"), amount::money));
    let (name, mut mended) = name(cell("name"), cell("first_name"), &mut refused);
    let second = refused.keep(second(&cell));
    if let Some((_, second_mended)) = &second {
        mended |= second_mended;
    }
    let (Some(name), true) = (name, refused.0.is_empty()) else {
        return Err(refused.0);
    };
    let first = SaidPerson {
        name,
        phone: phone.unwrap_or(Told::Nothing),
        email: email.unwrap_or(Told::Nothing),
    };
    let second = second.map_or(Told::Nothing, |it| it.0);
    let (first, second) = match format {
        MemberFormat::Etal | MemberFormat::Camap => (first, second),
        MemberFormat::Foodsoft => group(first, cell("contact_person")),
    };
    Ok(Row {
        place: row,
        line: record.line,
        number,
        first,
        second,
        cards: cards.unwrap_or(Told::Nothing),
        limit: limit.unwrap_or(Told::Nothing),
        year: year.unwrap_or(Told::Nothing),
        opening: opening.flatten(),
        mended,
    })
}

/// Family name, then first name.
fn name(family: Cell<'_>, first: Cell<'_>, refused: &mut Refused) -> (Option<Label>, bool) {
    let whole = format!("{} {}", family.text, first.text);
    if let Some((name, mended)) = listed::name(&whole) {
        return (Some(name), mended);
    }
    let missing = Reason::Account(AccountReason::NameMissing);
    refused.0.push(family.refused(missing));
    (None, false)
}

/// The second person of the household, if the row says something of one.
fn second<'a>(
    cell: &impl Fn(&'static str) -> Cell<'a>,
) -> Result<(Told<SaidPerson>, bool), Refusal> {
    let (family, first) = (cell("name_2"), cell("first_name_2"));
    let phone = told(cell("phone_2"), phone)?;
    let email = told(cell("email_2"), email)?;
    if matches!(family.text, "-" | "–" | "—") {
        return Ok((Told::None, false));
    }
    let whole = format!("{} {}", family.text, first.text);
    let said = [&phone, &email]
        .into_iter()
        .any(|it| matches!(it, Told::Is(_)));
    match listed::name(&whole) {
        Some((name, mended)) => Ok((Told::Is(SaidPerson { name, phone, email }), mended)),
        None if said => Err(family.refused(Reason::Account(AccountReason::NameMissing))),
        None => Ok((Told::Nothing, false)),
    }
}

/// An ordergroup has a name of its own; who answers for it is a second person, and whose the
/// telephone is.
fn group(group: SaidPerson, contact: Cell<'_>) -> (SaidPerson, Told<SaidPerson>) {
    let Some((name, _)) = listed::name(contact.text).filter(|it| it.0 != group.name) else {
        return (group, Told::Nothing);
    };
    let person = SaidPerson {
        name,
        phone: group.phone,
        email: Told::Nothing,
    };
    let group = SaidPerson {
        phone: Told::Nothing,
        ..group
    };
    (group, Told::Is(person))
}

/// What people say at the till: short, without blanks.
fn number(text: &str) -> Result<Label, Reason> {
    let text = amount::unprotected(text);
    let fits = (1..=12).contains(&text.chars().count()) && !text.contains(char::is_whitespace);
    Label::new(text)
        .filter(|_| fits)
        .ok_or(Reason::Account(AccountReason::Number))
}

fn phone(text: &str) -> Result<Label, Reason> {
    let text = amount::unprotected(text);
    let wrong = Reason::Account(AccountReason::Phone);
    let known = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+.-()/".contains(c);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < 3 || !text.chars().all(known) {
        return Err(wrong);
    }
    Label::new(text).ok_or(wrong)
}

fn email(text: &str) -> Result<Label, Reason> {
    let wrong = Reason::Account(AccountReason::Email);
    let Some((who, host)) = text.split_once('@') else {
        return Err(wrong);
    };
    let blank = text.contains(|c: char| c.is_whitespace() || c == ',' || c == ';');
    if who.is_empty() || host.len() < 3 || host.contains('@') || blank {
        return Err(wrong);
    }
    Label::new(text)
        .filter(|it| it.as_str() == text)
        .ok_or(wrong)
}

/// What scanners read on cards, one after the other.
fn cards(text: &str) -> Result<Vec<Label>, Reason> {
    let mut cards: Vec<Label> = Vec::new();
    for card in amount::unprotected(text).split_whitespace() {
        let card = amount::unprotected(card);
        if card.contains(['+', ',']) {
            return Err(Reason::Account(AccountReason::CardRounded));
        }
        let fits = (4..=32).contains(&card.len()) && card.bytes().all(|it| it.is_ascii_graphic());
        let card = Label::new(card).filter(|_| fits);
        let card = card.ok_or(Reason::Account(AccountReason::Card))?;
        if !cards.contains(&card) {
            cards.push(card);
        }
    }
    Ok(cards)
}

fn limit(text: &str) -> Result<Money, Reason> {
    let limit = amount::money(text)?;
    if limit < Money::ZERO {
        return Err(Reason::Negative);
    }
    Ok(limit)
}

fn year(text: &str) -> Result<u16, Reason> {
    let year = amount::unprotected(text).parse().ok();
    year.filter(|it| (1900..=2999).contains(it))
        .ok_or(Reason::Account(AccountReason::Year))
}
