//! The integration tests: one program, a module for each concern.
//!
//! Cases are data under `tests/cases/`, and what is expected of them stands in
//! files beside them. `UPDATE=1 cargo test --test suite` writes those files
//! anew; read the difference as carefully as the code that caused it.

mod cases;
mod made;
mod support;
