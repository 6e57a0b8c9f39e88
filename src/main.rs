//! The `etal` binary: hands the arguments to the program and its answer to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    etal::app::cli::run()
}
