//! The only place where rooms meet: arguments, clock, terminal, effects and the loop.

use std::process::ExitCode;

pub mod clerk;
pub mod clock;
pub mod terminal;
pub mod till;

/// Runs what the command line asks for; the exit code is 0 done, 1 refused or failed, 2 wrong usage.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
