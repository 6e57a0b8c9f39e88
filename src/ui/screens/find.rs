//! What letters find: articles, members and tickets, as one list.

use super::super::{
    entry::{Number, number},
    shop::Shop,
};
use crate::domain::{
    catalogue::{Code, Product},
    ids::Id,
    views::TicketRow,
};

/// So many rows are listed at most: no screen has more.
pub(super) const LISTED: usize = 60;
/// Members and tickets leave room for articles, whatever was typed.
const OF_A_KIND: usize = 20;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// An article: its place in the catalogue.
    Article(usize),
    /// A member.
    Member(Id),
    /// A ticket of the day.
    Ticket(Box<TicketRow>),
}

impl Hit {
    /// The member it is, if it is one.
    pub(super) const fn member(&self) -> Option<&Id> {
        match self {
            Self::Member(id) => Some(id),
            Self::Article(_) | Self::Ticket(_) => None,
        }
    }
}

/// Articles of which the code is typed or the name begins so, then members, then tickets, and what
/// merely has the letters at the end. Nothing typed: what sells most.
pub(super) fn hits(typed: &str, tickets: &[TicketRow], shop: &Shop) -> Vec<Hit> {
    let listed = shop.index.list(typed, LISTED);
    if typed.trim().is_empty() {
        return listed.into_iter().map(Hit::Article).collect();
    }
    // The upper row of a French keyboard types digits without Shift.
    let digits = number(typed, shop.digits).ok().and_then(Number::whole);
    let digits = digits.map_or_else(|| typed.to_owned(), |it| it.to_string());
    let mut articles: Vec<usize> = coded(&digits, shop).into_iter().collect();
    for place in shop.index.beginning(typed, LISTED) {
        if !articles.contains(&place) {
            articles.push(place);
        }
    }
    let scattered: Vec<usize> = listed
        .into_iter()
        .filter(|place| !articles.contains(place))
        .collect();
    let mut members = shop.members.find(typed, OF_A_KIND);
    if let Some(numbered) = shop.members.by_number(&digits) {
        members.retain(|row| row.member.id != numbered.member.id);
        members.insert(0, numbered);
    }
    let tickets = tickets.iter().filter(|row| is_called(row, &digits));
    let article = |place: usize| Hit::Article(place);
    articles
        .into_iter()
        .map(article)
        .chain(
            members
                .into_iter()
                .map(|row| Hit::Member(row.member.id.clone())),
        )
        .chain(
            tickets
                .take(OF_A_KIND)
                .map(|row| Hit::Ticket(Box::new(row.clone()))),
        )
        .chain(scattered.into_iter().map(article))
        .collect()
}

/// The articles alone, as where an amount stands before the name.
pub(super) fn articles(typed: &str, shop: &Shop) -> Vec<Hit> {
    let coded = coded(typed, shop);
    let listed = shop.index.list(typed, LISTED).into_iter();
    coded
        .into_iter()
        .chain(listed.filter(|place| Some(*place) != coded))
        .map(Hit::Article)
        .collect()
}

fn coded(typed: &str, shop: &Shop) -> Option<usize> {
    let product = shop.catalogue.by_code(Code::parse(typed)?)?;
    let same = |it: &Product| it.id == product.id;
    shop.catalogue.products().iter().position(same)
}

/// Whether a ticket's number, or its name with the till's letter, begins so.
fn is_called(row: &TicketRow, typed: &str) -> bool {
    let typed = typed.trim().to_uppercase();
    row.number.to_string().starts_with(&typed) || row.name.to_uppercase().starts_with(&typed)
}
