//! The store as the app meets it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod counter;
mod damage;
mod journal;
mod property;
mod refusals;
mod selling;
mod wreck;
