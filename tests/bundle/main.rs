//! A market closed, and the folder that it becomes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[path = "../store/closer.rs"]
#[expect(dead_code, reason = "shared with the tests of the store")]
mod closer;
#[path = "../store/counter.rs"]
#[expect(dead_code, reason = "shared with the tests of the store")]
mod counter;
#[path = "../store/market.rs"]
#[expect(dead_code, reason = "shared with the tests of the store")]
mod market;

mod added_up;
mod day;
mod guarded;
mod manifest;
mod pictures;
mod same;
mod speed;
