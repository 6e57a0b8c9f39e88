//! The worked tickets of the money page, and what must hold for every ticket.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

mod goods;

mod back;
mod paying;
mod properties;
mod sellers;
mod vectors;
mod worked;
