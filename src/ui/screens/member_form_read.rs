//! What a filled-in card says, or the field that says nothing usable.

use super::{
    super::{
        entry::{Number, number},
        notice::Notice,
        shop::Shop,
    },
    member_form::{Field, MemberForm},
};
use crate::domain::{
    asking::AccountRow,
    label::Label,
    member::{Contact, Member, MemberChange, Person, Standing},
    members::Taken,
    money::Money,
};

/// The years in which a membership can be paid for.
const YEARS: std::ops::RangeInclusive<u16> = 1990..=2200;

type Refusal = (Field, Notice);

/// The account and its card as they are filled in, and what changes by it.
pub(super) fn read(
    form: &MemberForm,
    shop: &mut Shop,
) -> Result<(MemberChange, AccountRow), Refusal> {
    let people = people(form)?;
    let number = Label::new(form.value(Field::Number))
        .ok_or((Field::Number, Notice::warning("member-form-no-number")))?;
    let limit = limit(form, shop)?;
    let year = year(form)?;
    let before = form.before.as_ref();
    let id = before.map_or_else(|| shop.mint.id(), |row| row.member.id.clone());
    let member = Member {
        id: id.clone(),
        limit,
        year,
        state: before.map_or(Standing::Open, |row| row.member.state),
    };
    let contact = Contact {
        member: id,
        number,
        people,
        cards: form.cards.clone(),
    };
    taken(&contact, shop)?;
    let mut change = MemberChange::of(before.map(|row| &row.member), member.clone());
    if change.is_empty() {
        // Only the card beside the journal changes; the journal knows that it did.
        change.members.push(member.clone());
    }
    let row = AccountRow {
        member,
        contact: Some(contact),
        balance: before.map_or(Money::ZERO, |row| row.balance),
    };
    Ok((change, row))
}

fn people(form: &MemberForm) -> Result<Vec<Person>, Refusal> {
    let label = |field| Label::new(form.value(field));
    let missing = Notice::warning("member-form-no-name");
    let mut people = vec![Person {
        name: label(Field::Name).ok_or((Field::Name, missing.clone()))?,
        phone: label(Field::Phone),
        email: label(Field::Email),
    }];
    let (phone, email) = (label(Field::OtherPhone), label(Field::OtherEmail));
    match label(Field::OtherName) {
        Some(name) => people.push(Person { name, phone, email }),
        None if phone.is_some() || email.is_some() => return Err((Field::OtherName, missing)),
        None => {}
    }
    Ok(people)
}

fn limit(form: &MemberForm, shop: &Shop) -> Result<Money, Refusal> {
    let typed = form.value(Field::Limit).trim();
    if typed.is_empty() {
        return Ok(Money::ZERO);
    }
    let cents = number(typed, shop.digits).and_then(Number::cents).ok();
    let no_amount = Notice::warning("member-form-limit").with("typed", typed);
    cents
        .and_then(Money::from_cents)
        .ok_or((Field::Limit, no_amount))
}

fn year(form: &MemberForm) -> Result<Option<u16>, Refusal> {
    let typed = form.value(Field::Year).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let year = typed.parse().ok().filter(|year| YEARS.contains(year));
    let no_year = Notice::warning("member-form-year").with("typed", typed);
    year.map(Some).ok_or((Field::Year, no_year))
}

fn taken(contact: &Contact, shop: &Shop) -> Result<(), Refusal> {
    let Some((taken, other)) = shop.members.taken(contact) else {
        return Ok(());
    };
    let name = shop.member_name(other);
    Err(match taken {
        Taken::Number => {
            let notice = Notice::warning("member-form-number-taken");
            let number = contact.number.as_str();
            (
                Field::Number,
                notice.with("number", number).with("name", name),
            )
        }
        Taken::Card(card) => {
            let notice = Notice::warning("member-form-card-taken");
            let notice = notice.with("code", card.as_str()).with("name", name);
            (Field::Cards, notice)
        }
    })
}

/// A scanned card for this member, unless it is an article's barcode or somebody else's card.
pub(super) fn card(code: &str, form: &MemberForm, shop: &Shop) -> Result<Label, Notice> {
    if let Some(product) = shop.catalogue.by_barcode(code) {
        return Err(Notice::warning("member-form-card-article")
            .with("code", code)
            .with("label", product.label.as_str()));
    }
    let card = Label::new(code).ok_or(Notice::warning("entry-unreadable"))?;
    if form.cards.contains(&card) {
        return Err(Notice::warning("member-form-card-there").with("code", code));
    }
    match shop.members.by_card(code) {
        Some(row) if row.member.id != form.id => Err(Notice::warning("member-form-card-taken")
            .with("code", code)
            .with("name", shop.member_name(row))),
        _ => Ok(card),
    }
}

/// The digit a key of the French upper row stands for without Shift, in a field of digits; a
/// number may have a dash.
pub(super) fn digit(c: char, field: Field, shop: &Shop) -> Option<char> {
    let digits = match field {
        Field::Phone | Field::OtherPhone | Field::Year => true,
        Field::Number => c != '-',
        Field::Name
        | Field::Email
        | Field::OtherName
        | Field::OtherEmail
        | Field::Cards
        | Field::Limit => false,
    };
    let typed = digits.then(|| number(&c.to_string(), shop.digits).ok())?;
    char::from_digit(u32::try_from(typed?.whole()?).ok()?, 10)
}

/// A text that may be missing.
pub(super) fn said(label: Option<&Label>) -> String {
    label.map(ToString::to_string).unwrap_or_default()
}

/// The name with capital first letters: in a queue nobody presses Shift.
pub(super) fn capitalised(name: &str) -> String {
    let mut begins = true;
    name.chars()
        .flat_map(|c| {
            let big = std::mem::replace(&mut begins, matches!(c, ' ' | '-' | '’' | '\''));
            let text: String = if big {
                c.to_uppercase().collect()
            } else {
                c.to_string()
            };
            text.chars().collect::<Vec<_>>()
        })
        .collect()
}
