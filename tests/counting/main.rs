//! The first half of a closing: what waits, what was not sold, the blind count, the difference.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod difference;
mod kill;
mod market;
mod pictures;
mod typed;
mod waiting;
