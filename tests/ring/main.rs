//! `etal ring`: lines in, answers out, tickets in a store in memory.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod command;
mod pipe;
mod refused;
mod selling;
mod solidarity;
mod stall;
