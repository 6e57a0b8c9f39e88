//! `etal ring` without its command line: lines in, answers out, tickets in a store in memory.

mod pipe;
mod refused;
mod selling;
mod stall;
