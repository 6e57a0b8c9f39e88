//! The only place where rooms meet: arguments, clock, terminal, effects and the loop.

use crate::domain::label::Label;

pub mod carrier;
pub mod clerk;
pub mod cli;
pub mod clock;
pub mod desk;
pub mod folders;
pub mod keeper;
pub mod left_open;
pub mod machine;
pub mod owed;
mod pages;
pub mod paint;
pub mod periods;
pub mod ring;
pub mod sample;
pub mod terminal;
pub mod till;

/// The program and its version, as tickets keep it.
pub const VERSION: &str = concat!("etal ", env!("CARGO_PKG_VERSION"));

/// The letter in front of ticket numbers of a new till.
pub fn till_name() -> Label {
    Label::new("A").unwrap_or_else(|| unreachable!("a letter is a label"))
}
