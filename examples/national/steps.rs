//! The steps of a case that give rise to events, with the sentences that their texts are combined from.
//!
//! In every text `{s}` stands for what the case is about and `{p}` for the producer.

use super::steps_early::EARLY;
use super::steps_late::LATE;

/// A step; its number is its place in [`EARLY`] and, after that, [`LATE`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Received,
    Started,
    SupplementRequested,
    SupplementReceived,
    Referred,
    Booked,
    Offered,
    Decided,
    Paid,
    Reminded,
    Appealed,
    Closed,
    /// Only a draft so far: stands outside the flow.
    Progress,
    /// Long retired: stands outside the flow.
    FirstNotice,
}

/// What is particular to a step. Lists of texts are flat: Swedish, English, Swedish, English …
pub(crate) struct Step {
    pub id: &'static str,
    pub category: &'static str,
    pub title: [&'static str; 2],
    /// Does the customer have to act?
    pub acts: Acts,
    /// First sentence: when the event is sent.
    pub when: &'static [&'static str],
    /// Second: what the customer should understand.
    pub meaning: &'static [&'static str],
    /// Third: what comes next.
    pub next: &'static [&'static str],
    /// `rubrik` and `beskrivning` of the example event.
    pub message: [&'static str; 2],
    /// Attributes that always belong to this step.
    pub attributes: &'static [&'static str],
}

/// Values of `requiresCustomerAction`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Acts {
    Never,
    Always,
    Varies,
}

/// The step of a kind.
pub(crate) fn step(kind: Kind) -> &'static Step {
    let number = kind as usize;
    if number < EARLY.len() {
        &EARLY[number]
    } else {
        &LATE[number - EARLY.len()]
    }
}
