//! Programs in a real terminal: what they are sent, what they show, and what becomes of both when
//! either dies.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod closing;
mod folders;
mod market;
mod pty;
mod screen;
mod till;
