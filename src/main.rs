//! The program `katalog`: arguments in, exit code out.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    katalog::cli::run(std::env::args_os().collect())
}
