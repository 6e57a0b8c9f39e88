//! Whose goods were sold, what their producers are owed and given, and what the paper says of it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod market;

mod papers;
mod pictures;
mod receipts;
mod settlements;
mod settling;
mod takings;
