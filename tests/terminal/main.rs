//! Programs in a real terminal: what they are sent, what they show, and what becomes of both when
//! either dies.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod closing;
mod closing_refused;
mod folders;
mod market;
mod pty;
mod screen;
#[path = "../kit/stick.rs"]
mod stick;
mod till;
