//! Answers, and the events in them.

use super::case::{Judged, Not};
use super::http::Exchange;
use super::swedish::Moment;
use crate::diagnostic::Message;
use crate::say;
use serde_json::Value;
use std::collections::BTreeSet;
use std::rc::Rc;

/// An answer to a question: a call that was answered with events, or with none.
#[derive(Clone)]
pub(super) struct Answer {
    /// The call.
    pub(super) exchange: Rc<Exchange>,
    /// The body.
    pub(super) json: Rc<Value>,
}

/// How many ids are told of one by one.
const TOLD: usize = 5;

impl Answer {
    /// The events of a party, by its place in the answer.
    pub(super) fn of_party(&self, at: usize) -> &[Value] {
        let entry = &self.json["kundhandelser"][at]["kundhandelserForPart"];
        entry.as_array().map_or(&[], Vec::as_slice)
    }

    /// The events of the first party.
    pub(super) fn events(&self) -> &[Value] {
        self.of_party(0)
    }

    /// The number before paging of a party, by its place.
    pub(super) fn total_of(&self, at: usize) -> Option<u64> {
        self.json["kundhandelser"][at]["totaltAntalKundhandelser"].as_u64()
    }

    /// The ids of the first party's events, in order.
    pub(super) fn ids(&self) -> Vec<&str> {
        self.events().iter().map(id).collect()
    }

    /// Something else than was demanded.
    pub(super) fn fails(&self, what: Message) -> Judged {
        Err(Not::met(what, &self.exchange))
    }

    /// Demands that the first party's events are these, in any order, and that the total
    /// says how many they are.
    pub(super) fn holds_just(&self, expected: &BTreeSet<&str>) -> Judged {
        self.party_holds(0, expected)
    }

    /// The same of any party.
    pub(super) fn party_holds(&self, at: usize, expected: &BTreeSet<&str>) -> Judged {
        let found: BTreeSet<&str> = self.of_party(at).iter().map(id).collect();
        let missing: Vec<&str> = expected.difference(&found).copied().collect();
        let many: Vec<&str> = found.difference(expected).copied().collect();
        if missing.is_empty() && many.is_empty() {
            return self.totals(at, expected.len());
        }
        let (count, right) = (found.len(), expected.len());
        let mut what = say!(
            "svaret har {count} kundhändelser, men ska ha {right}",
            "the answer has {count} events, but must have {right}"
        );
        for (ids, sv, en) in [
            (missing, "saknas", "missing"),
            (many, "hör inte dit", "don't belong"),
        ] {
            if !ids.is_empty() {
                let list = listed(&ids);
                what.sv.push_str(&format!("; {sv}: {list}"));
                what.en.push_str(&format!("; {en}: {list}"));
            }
        }
        self.fails(what)
    }

    /// Demands a total of a party.
    pub(super) fn totals(&self, at: usize, expected: usize) -> Judged {
        let total = self.total_of(at);
        if total == Some(expected as u64) {
            return Ok(());
        }
        let total = total.map_or("–".to_owned(), |it| it.to_string());
        self.fails(say!(
            "totaltAntalKundhandelser är {total}, men ska vara {expected}",
            "totaltAntalKundhandelser is {total}, but must be {expected}"
        ))
    }

    /// Demands that there are no events.
    pub(super) fn is_empty(&self) -> Judged {
        self.holds_just(&BTreeSet::new())
    }
}

/// An event's id.
pub(super) fn id(event: &Value) -> &str {
    text(event, "kundhandelseId")
}

/// An event's type.
pub(super) fn kind(event: &Value) -> &str {
    text(event, "kundhandelseTyp")
}

/// A text of an event.
pub(super) fn text<'e>(event: &'e Value, name: &str) -> &'e str {
    event[name].as_str().unwrap_or("")
}

/// When an event happened.
pub(super) fn moment(event: &Value) -> Option<Moment> {
    Moment::read(event["tidpunkt"].as_str()?)
}

/// The ids of those events that are as they should be.
pub(super) fn ids_where(events: &[Value], fine: impl Fn(&Value) -> bool) -> BTreeSet<&str> {
    events.iter().filter(|it| fine(it)).map(id).collect()
}

/// Whether an event type lies under a pattern of whole parts.
pub(super) fn lies_under(kind: &str, pattern: &str) -> bool {
    let mut parts = kind.split('.');
    pattern.split('.').all(|part| parts.next() == Some(part))
}

/// Some ids, and how many more there are.
pub(super) fn listed(ids: &[&str]) -> String {
    let mut list = ids[..ids.len().min(TOLD)].join(", ");
    if ids.len() > TOLD {
        list.push_str(&format!(" + {}", ids.len() - TOLD));
    }
    list
}
