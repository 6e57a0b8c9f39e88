//! The closing of a day, from what stands in its way to the page that stays.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../kit/mod.rs"]
mod kit;

mod cheques;
mod end;
mod guards;
mod keys;
mod list;
mod page;
mod seal;
mod tins;
