//! The drawer beside the sales: opening, float, movements, envelopes, and what the sell screen says
//! of the day.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]
#![expect(clippy::too_many_lines, reason = "a picture has 24 lines")]

mod kit;

#[path = "cash/market.rs"]
mod market;

#[path = "cash/moving.rs"]
mod moving;
#[path = "cash/opening.rs"]
mod opening;
#[path = "cash/quiet.rs"]
mod quiet;
