//! Producer processes: the kinds of case at a producer.

use super::{Adopted, EventType, LocalText, Producer, Ref, Standing};
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
    /// The processes of any producers that it may follow on: a case of this kind can
    /// begin when one of theirs has ended, or because of something that happened in it.
    pub follows: Box<[Ref<Process>]>,
    /// What it rests on.
    pub legal_basis: Box<[LegalBasis]>,
    /// The states that a case can be in.
    pub states: Box<[State]>,
    /// What leads from one state to another.
    pub transitions: Box<[Transition]>,
    /// The template that it follows, when it was adopted.
    pub adopted: Option<Box<Adopted>>,
    /// Its event types by id, set by the resolve stage.
    pub(crate) event_types: Vec<Ref<EventType>>,
    /// The processes that are parts of it, set by the resolve stage.
    pub(crate) children: Vec<Ref<Process>>,
    /// The processes that may follow on it, set by the resolve stage.
    pub(crate) followers: Vec<Ref<Process>>,
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

    /// The processes that may follow on it, by id.
    pub fn followers(&self) -> &[Ref<Process>] {
        &self.followers
    }

    /// Whether a case can begin in a state, by its index.
    pub fn begins_in(&self, state: u16) -> bool {
        self.transitions
            .iter()
            .any(|step| step.from.is_empty() && step.to == state)
    }

    /// The id of its producer: the first part of its own.
    pub fn producer_id(&self) -> &str {
        self.id.split('.').next().unwrap_or("")
    }
}

/// A law, ordinance or regulation.
#[derive(Debug, Clone)]
pub struct LegalBasis {
    /// Its name and number.
    pub title: LocalText,
    /// Where it can be read.
    pub url: Option<Box<str>>,
}

/// A state of a case.
#[derive(Debug, Clone)]
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

/// The states that a case with these steps can begin in.
pub fn begins(steps: &[&Transition]) -> Vec<u16> {
    let first = steps.iter().filter(|step| step.from.is_empty());
    first.map(|step| step.to).collect()
}

/// For each of so many states whether it is among `begin` or can be reached from there.
/// `turn` gives the direction of a step from one state to another.
pub fn reached(
    states: usize,
    steps: &[&Transition],
    begin: Vec<u16>,
    turn: impl Fn(u16, u16) -> (u16, u16),
) -> Vec<bool> {
    let mut reached = vec![false; states];
    let mut next = begin;
    while let Some(at) = next.pop() {
        if std::mem::replace(&mut reached[usize::from(at)], true) {
            continue;
        }
        for step in steps {
            let steps = step.from.iter().map(|from| turn(*from, step.to));
            next.extend(steps.filter(|(from, _)| *from == at).map(|(_, to)| to));
        }
    }
    reached
}
