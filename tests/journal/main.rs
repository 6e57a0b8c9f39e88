//! Putting a recorded ticket right: refunds, exchanges, other means, the right producer.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod attributed;
mod goods;
mod parts;
