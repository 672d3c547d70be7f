//! Producer processes: the kinds of case at a producer.

use super::{EventType, LocalText, Producer, Ref, Standing};
use crate::source::{Span, Spanned};

/// A producer process (producentprocess, producentärendetyp).
#[derive(Debug)]
pub struct Process {
    /// Its id: the producer's prefix and its own name, `REFKOM.BYGGLOV`.
    pub id: Spanned<Box<str>>,
    /// The producer whose process it is.
    pub producer: Ref<Producer>,
    /// Whether it may be used.
    pub standing: Standing,
    /// Its name.
    pub title: LocalText,
    /// What such a case is about, how it begins and ends (Markdown).
    pub description: LocalText,
    /// The process that it is a part of.
    pub parent: Option<Ref<Process>>,
    /// What it rests on.
    pub legal_basis: Box<[LegalBasis]>,
    /// The states that a case can be in.
    pub states: Box<[State]>,
    /// What leads from one state to another.
    pub transitions: Box<[Transition]>,
    /// Its event types by id, set by the resolve stage.
    pub(crate) event_types: Vec<Ref<EventType>>,
    /// The processes that are parts of it, set by the resolve stage.
    pub(crate) children: Vec<Ref<Process>>,
}

impl Process {
    /// Its event types, by id.
    pub fn event_types(&self) -> &[Ref<EventType>] {
        &self.event_types
    }

    /// The processes that are parts of it.
    pub fn children(&self) -> &[Ref<Process>] {
        &self.children
    }

    /// The id of its producer: the first part of its own.
    pub fn producer_id(&self) -> &str {
        self.id.split('.').next().unwrap_or("")
    }
}

/// A law, ordinance or regulation.
#[derive(Debug)]
pub struct LegalBasis {
    /// Its name and number.
    pub title: LocalText,
    /// Where it can be read.
    pub url: Option<Box<str>>,
}

/// A state of a case.
#[derive(Debug)]
pub struct State {
    /// Its id within the process.
    pub id: Spanned<Box<str>>,
    /// Its name.
    pub title: LocalText,
    /// Whether the case is over.
    pub end: bool,
    /// Whether the customer has the ball.
    pub customer_acts: bool,
}

/// A step of a case: an event that leads to a state.
#[derive(Debug)]
pub struct Transition {
    /// The event type.
    pub event: Ref<EventType>,
    /// The states it can happen in, as indexes into [`Process::states`]; none
    /// when the case begins with it.
    pub from: Box<[u16]>,
    /// The state it leads to, as an index into [`Process::states`].
    pub to: u16,
    /// The whole transition.
    pub span: Span,
}
