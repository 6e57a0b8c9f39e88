//! What the stallholder sees and presses. Pure: events in, effects out, a frame drawn from `&self`.

pub mod big;
pub mod burst;
pub mod canvas;
pub mod entry;
pub mod figures;
pub mod foot;
pub mod keys;
pub mod room;
pub mod rows;
pub mod text;
pub mod theme;
pub mod words;
