//! The relay's answer: the events that the user may read, and who did not answer.
//!
//! What an answer doesn't hold may still exist. How that is told stands in the guide's
//! chapter on errors; who may read what stands in its chapter on authorization.

use super::event::Event;
use super::whom::Readable;
use super::{Answer, Overview, Rights};
use crate::model::Producer;
use crate::resolve::Catalogue;
use serde_json::Value;
use std::collections::BTreeMap;

/// How much of what was asked for was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Everybody who was asked answered.
    Whole,
    /// Somebody didn't.
    Partial,
    /// Nobody did.
    Nothing,
}

/// What came of a question.
pub(super) struct Heard {
    pub(super) outcome: Outcome,
    /// Who did not answer, by name, and about whom.
    pub(super) silent: BTreeMap<String, Vec<usize>>,
    /// The status code, when something was answered.
    pub(super) status: Option<u16>,
    /// What the user may read.
    pub(super) events: Vec<Event>,
    /// How many events are of types that the catalogue doesn't have.
    pub(super) unknown: usize,
}

impl Heard {
    /// Whether a producer may be among those who didn't answer.
    pub(super) fn is_silent(&self, catalogue: &Catalogue, producer: usize) -> bool {
        let is_called = |it: &Producer, name: &str| {
            let names = it.actor.name.by_lang.iter().flatten();
            name == &*it.id.value || names.into_iter().any(|own| &*own.value == name)
        };
        match self.outcome {
            Outcome::Whole => false,
            Outcome::Nothing => true,
            Outcome::Partial if self.silent.is_empty() => true,
            // A name that the catalogue doesn't have may be anybody's.
            Outcome::Partial => self.silent.keys().any(|name| {
                let all = &catalogue.producers;
                is_called(&all[producer], name) || !all.iter().any(|it| is_called(it, name))
            }),
        }
    }
}

/// Reads an answer to a question about some customers.
pub(super) fn read(
    catalogue: &Catalogue,
    view: &Overview,
    rights: &dyn Rights,
    whom: &[Readable],
    answer: Option<&Answer>,
) -> Heard {
    let mut heard = Heard {
        outcome: Outcome::Nothing,
        silent: BTreeMap::new(),
        status: answer.map(|answer| answer.status),
        events: Vec::new(),
        unknown: 0,
    };
    let Some(answer) = answer.filter(|it| matches!(it.status, 200 | 206)) else {
        return heard;
    };
    let Some(parties) = list(&answer.body, "kundhandelser") else {
        return heard;
    };
    let mut answered = false;
    for row in list(&answer.body, "delfragor").into_iter().flatten() {
        if row.get("httpCode").and_then(Value::as_u64) == Some(200) {
            answered = true;
            continue;
        }
        let name = row.get("producent").and_then(Value::as_str).unwrap_or("");
        let about = heard.silent.entry(name.trim().to_owned()).or_default();
        about.extend(customer(catalogue, whom, row));
        about.sort_unstable();
        about.dedup();
    }
    for party in parties {
        let events = list(party, "kundhandelserForPart").map_or(&[][..], Vec::as_slice);
        answered |= !events.is_empty();
        let Some(customer) = customer(catalogue, whom, party) else {
            continue;
        };
        for event in events {
            match Event::read(catalogue, customer, event) {
                None => heard.unknown += 1,
                Some(event) if rights.may_read(view.user, customer, event.event_type) => {
                    heard.events.push(event);
                }
                // The guide: throw it away. That it exists may say too much already.
                Some(_) => {}
            }
        }
    }
    heard.outcome = match (heard.silent.is_empty(), answered) {
        (true, _) if answer.status == 200 => Outcome::Whole,
        (true, _) | (false, true) => Outcome::Partial,
        (false, false) => Outcome::Nothing,
    };
    once(&mut heard.events);
    heard
}

/// Each event once, the newest first; those at the same instant as they were answered.
fn once(events: &mut Vec<Event>) {
    events.sort_by_key(|event| std::cmp::Reverse(event.at));
    let mut seen = std::collections::HashSet::new();
    events.retain(|event| {
        event.id.is_empty()
            || seen.insert((event.customer, event.producer.clone(), event.id.clone()))
    });
}

/// The customer, among those asked about, that a part of an answer is about.
fn customer(catalogue: &Catalogue, whom: &[Readable], part: &Value) -> Option<usize> {
    let own = part.get("part")?.get("kund")?;
    let text = |name: &str| own.get(name).and_then(Value::as_str);
    let all = whom.iter().map(|it| it.customer);
    let mut all = all.filter(|at| {
        let it = &catalogue.customers[*at];
        let supplement = it.supplement.as_ref().map(|own| &*own.value);
        text("identifierare") == Some(&*it.number.value)
            && text("typ") == Some(it.kind.wire())
            && text("tillagg") == supplement
    });
    all.next()
}

fn list<'v>(value: &'v Value, name: &str) -> Option<&'v Vec<Value>> {
    value.get(name)?.as_array()
}
