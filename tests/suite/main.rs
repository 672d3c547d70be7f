//! The integration tests: one program, a module for each concern.
//!
//! Cases are data under `tests/cases/`, and what is expected of them stands in
//! files beside them. `UPDATE=1 cargo test --test suite` writes those files
//! anew; read the difference as carefully as the code that caused it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test that panics fails, and tests bring their own files"
)]

mod cases;
mod cli;
mod codes;
mod content;
mod determinism;
mod golden;
mod made;
mod mutants;
mod oracle;
mod output;
mod paging;
mod public;
mod schema;
mod support;
mod theme;
mod tidy;
