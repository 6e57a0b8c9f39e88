//! The store as the app meets it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod books;
#[path = "../kit/bundles.rs"]
mod bundles;
mod closer;
mod closing;
mod closing_forged;
mod closing_periods;
mod closing_refused;
mod counter;
mod damage;
mod deeds;
mod drawer;
mod held_back;
mod journal;
mod like;
mod market;
mod members;
mod no_goods;
mod paid_by;
mod periods;
mod property;
mod refusals;
mod selling;
mod settling;
mod taken_back;
mod wreck;
