//! `etal ring`: lines in, answers out, tickets in a store in memory.

mod command;
mod pipe;
mod refused;
mod selling;
mod solidarity;
mod stall;
