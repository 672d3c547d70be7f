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

mod against;
mod agreements;
mod cases;
mod cli;
mod codes;
mod commands;
mod comparing;
mod conform;
mod conform_reports;
mod conform_sandbox;
mod consumer;
mod consumer_html;
mod content;
mod determinism;
mod diagrams;
mod formats;
mod forward;
mod generated;
mod golden;
mod made;
mod mutants;
mod oracle;
mod output;
mod pages;
mod paging;
mod policy;
mod public;
mod random;
mod sandbox;
mod schema;
mod service;
mod slips;
mod support;
mod theme;
mod tidy;
mod transcripts;
mod wire;
