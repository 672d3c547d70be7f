//! The program `katalog`: arguments in, exit code out.

#![forbid(unsafe_code)]

use std::process::ExitCode;

/// Pages are made of many small strings; see tests/bench/README.md for what this
/// allocator saves.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    katalog::cli::run(std::env::args_os().collect())
}
