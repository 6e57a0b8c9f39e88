//! The screens beside the sale, through the whole program: keys in, pictures out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod kit;

#[path = "screens/lists.rs"]
mod lists;

#[path = "screens/stock.rs"]
mod stock;

#[path = "screens/journal.rs"]
mod journal;

#[path = "screens/about.rs"]
mod about;

#[path = "screens/any.rs"]
mod any;
