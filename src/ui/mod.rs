//! What the stallholder sees and presses. Pure: events in, effects out, a frame drawn from `&self`.

pub mod burst;
pub mod entry;
pub mod keys;
