//! Cases: events of the same case held together, and whom each waits for.

use super::event::Event;
use super::{Cx, Rights};
use crate::model::Status;
use crate::resolve::Catalogue;
use std::collections::HashMap;

/// Names of references, those that tell a case best first.
const NAMES: [&str; 4] = [
    "diarienummer",
    "arendenummer",
    "kvittensnummer",
    "konsumentreferens",
];

/// The customer's own name for something, which several cases may share.
const SHARED: &str = "konsumentreferens";

/// A case, or an event that names none and stands by itself.
pub(super) struct Case<'a> {
    /// About whom, as an index into the catalogue.
    pub(super) customer: usize,
    /// Its kind, as an index into the catalogue.
    pub(super) process: usize,
    /// What it is referred to by: name and number.
    pub(super) reference: Option<(&'a str, &'a str)>,
    /// What has happened, the newest first; never empty.
    pub(super) events: Vec<&'a Event>,
    /// Whom it waits for.
    pub(super) state: State,
}

/// Whom a case waits for, by its latest event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The customer, or whoever acts for it.
    Customer,
    /// The producer.
    Producer,
    /// Nobody: it is closed.
    Closed,
}

impl State {
    /// The end of its words' keys and of its class.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Producer => "producer",
            Self::Closed => "closed",
        }
    }
}

/// The cases of events that are sorted with the newest first, in the same order.
pub(super) fn cases<'a>(catalogue: &Catalogue, events: &'a [Event]) -> Vec<Case<'a>> {
    let mut group: Vec<usize> = (0..events.len()).collect();
    let mut first = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        let process = event.kind(catalogue).process.index;
        for (name, value) in identifying(event) {
            let other = *first
                .entry((event.customer, process, name, value))
                .or_insert(at);
            let (a, b) = (root(&group, at), root(&group, other));
            group[a.max(b)] = a.min(b);
        }
    }
    let mut cases: Vec<Case<'a>> = Vec::new();
    let mut place: HashMap<usize, usize> = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        match place.get(&root(&group, at)) {
            Some(own) => cases[*own].events.push(event),
            None => {
                place.insert(at, cases.len());
                cases.push(Case {
                    customer: event.customer,
                    process: event.kind(catalogue).process.index as usize,
                    reference: None,
                    events: vec![event],
                    state: state(event),
                });
            }
        }
    }
    for case in &mut cases {
        case.reference = best(&case.events);
    }
    cases
}

/// The least event of the case that an event belongs to, as far as is known.
fn root(group: &[usize], mut at: usize) -> usize {
    while group[at] != at {
        at = group[at];
    }
    at
}

/// The references that only events of the same case share.
fn identifying(event: &Event) -> impl Iterator<Item = (&str, &str)> {
    let alone = event.references.len() == 1;
    let all = event.references.iter();
    let all = all.filter(move |(name, _)| alone || name != SHARED);
    all.map(|(name, value)| (name.as_str(), value.as_str()))
}

fn best<'a>(events: &[&'a Event]) -> Option<(&'a str, &'a str)> {
    let rank = |name: &str| NAMES.iter().position(|own| *own == name);
    let all = events.iter().flat_map(|event| &event.references);
    let best = all.min_by_key(|(name, _)| rank(name).unwrap_or(NAMES.len()));
    best.map(|(name, value)| (name.as_str(), value.as_str()))
}

fn state(latest: &Event) -> State {
    match (latest.closed, latest.action) {
        (true, _) => State::Closed,
        (false, true) => State::Customer,
        (false, false) => State::Producer,
    }
}

impl<'a> Case<'a> {
    /// Its latest event.
    pub(super) fn latest(&self) -> &'a Event {
        self.events[0]
    }

    /// The producer, as an index into the catalogue.
    pub(super) fn producer(&self, catalogue: &Catalogue) -> usize {
        catalogue.processes[self.process].producer.index as usize
    }

    /// Whether something may have happened in it that the user may not read: there are
    /// event types in use in such cases that none of the user's rights is enough for.
    pub(super) fn may_hide(&self, cx: &Cx<'_>, user: usize, rights: &dyn Rights) -> bool {
        let events = cx.catalogue.processes[self.process].event_types();
        self.customer != user
            && events.iter().any(|event| {
                let used = cx.catalogue.get(event).current().status;
                matches!(used, Status::Published | Status::Deprecated)
                    && !rights.may_read(user, self.customer, event.index as usize)
            })
    }
}
