//! Putting a recorded ticket right: refunds, exchanges, other means, the right producer.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]
#![expect(clippy::too_many_lines, reason = "a picture has 24 lines")]

#[path = "../kit/mod.rs"]
mod kit;

mod attributed;
mod goods;
mod parts;
mod scan;
mod till;
mod till_moved;
