//! Étal, the till of solidarity markets. `ARCHITECTURE.md` draws the house; these are its rooms, bottom first.

pub mod domain;

pub mod devices;
pub mod exchange;
pub mod store;
pub mod ui;

pub mod app;
