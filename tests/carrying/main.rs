//! What leaves the till: bundles in the outbox, copies on sticks, the inspector's copy; with a disk
//! that refuses and a stick that goes away, and the commands that do it without a screen.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod command;
mod inspector;
#[path = "../kit/mod.rs"]
mod kit;
mod outbox;
mod threads;
mod yard;
