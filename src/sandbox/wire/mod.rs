//! The wire contract (standard 6.1): questions, events and answers as they go over
//! HTTP, and what is wrong with those that break it.
//!
//! Everything is read by hand from JSON, so that each slip is told with the path of its
//! field, all of them at once, and never with the value: it may be somebody's number.

mod answer;
mod event;
mod order;
mod party;
mod question;
mod slip;
mod time;

pub(super) use answer::{PartEvents, PartialRow, write_answer};
pub(super) use event::{Event, read_event};
pub(super) use order::{Found, sort};
pub(super) use party::{Case, Customer, Party, read_party};
pub(super) use question::{Question, read_question};
pub(super) use slip::Slips;

/// The operation that every producer and the relay offer.
pub(super) const OPERATION: &str = "kundhandelseFragaSynkron";

/// The header that follows a question through all calls.
pub(super) const CORRELATION: &str = "skv_client_correlation_id";

/// The version of the standard that the sandbox implements.
pub(super) const STANDARD: &str = "6.1";
