//! What hangs on the cable: printer and drawer. No SQL and no screen in here.

pub mod spool;

pub mod port;
pub mod trouble;

mod device;
mod file;
mod network;
mod wire;

pub mod encode;
pub mod layout;

pub mod codec;
pub mod profile;
