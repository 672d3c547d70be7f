//! A producer's event cache: what it has been fed with, found by customer and by case.

use super::wire::{Case, Event, Found, Party, Question, sort};
use crate::model::matches_prefix;
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// An event in a cache.
#[derive(Debug)]
pub(super) struct Stored {
    id: Box<str>,
    event_type: Arc<str>,
    time: Timestamp,
    acts: bool,
    closed: bool,
    party: Party,
    tags: Arc<[Box<str>]>,
    /// As it is handed out.
    raw: Box<str>,
}

impl Stored {
    pub(super) fn party(&self) -> &Party {
        &self.party
    }

    pub(super) fn event_type(&self) -> &str {
        &self.event_type
    }

    /// As it was fed.
    pub(super) fn fed(&self) -> Value {
        let mut map: Map<String, Value> = serde_json::from_str(&self.raw).unwrap_or_default();
        map.insert("part".to_owned(), self.party.json());
        let tags = self.tags.iter().map(|tag| Value::from(&**tag)).collect();
        map.insert("taggar".to_owned(), Value::Array(tags));
        Value::Object(map)
    }

    fn found(&self) -> Found<'_> {
        Found {
            raw: &self.raw,
            id: Cow::Borrowed(&self.id),
            event_type: Cow::Borrowed(&self.event_type),
            time: self.time,
            acts: self.acts,
            closed: self.closed,
        }
    }

    fn answers(&self, question: &Question) -> bool {
        let any_type = question.types.is_empty()
            || question
                .types
                .iter()
                .any(|prefix| matches_prefix(&self.event_type, prefix));
        let any_tag =
            question.tags.is_empty() || question.tags.iter().any(|tag| self.tags.contains(tag));
        any_type
            && any_tag
            && question.from.is_none_or(|from| self.time >= from)
            && question.until.is_none_or(|until| self.time < until)
    }
}

/// The events of one producer.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// By `kundhandelseId`, in order, so that what is listed always comes the same way.
    events: BTreeMap<Box<str>, Arc<Stored>>,
    by_customer: HashMap<Box<str>, Vec<Arc<Stored>>>,
    by_case: HashMap<Case, Vec<Arc<Stored>>>,
    /// Event types and lists of tags, each kept once.
    types: HashSet<Arc<str>>,
    tags: HashSet<Arc<[Box<str>]>>,
}

impl Cache {
    /// How many events there are.
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// An event by its id.
    pub(super) fn get(&self, id: &str) -> Option<&Arc<Stored>> {
        self.events.get(id)
    }

    /// Puts an event in, and gives the one that it replaces.
    pub(super) fn put(&mut self, event: Event, tags: Vec<Box<str>>) -> Option<Arc<Stored>> {
        let replaced = self.remove(&event.id);
        let stored = Arc::new(Stored {
            event_type: once(&mut self.types, event.event_type.into()),
            tags: once(&mut self.tags, tags.into()),
            raw: Value::Object(event.json).to_string().into(),
            id: event.id,
            time: event.time,
            acts: event.acts,
            closed: event.closed,
            party: event.party,
        });
        if let Some(customer) = &stored.party.customer {
            let list = self.by_customer.entry(customer.number.clone());
            list.or_default().push(Arc::clone(&stored));
        }
        if let Some(case) = &stored.party.case {
            let list = self.by_case.entry(case.clone());
            list.or_default().push(Arc::clone(&stored));
        }
        self.events.insert(stored.id.clone(), stored);
        replaced
    }

    /// Takes an event away.
    pub(super) fn remove(&mut self, id: &str) -> Option<Arc<Stored>> {
        let stored = self.events.remove(id)?;
        if let Some(customer) = &stored.party.customer
            && let Some(list) = self.by_customer.get_mut(&customer.number)
        {
            list.retain(|other| !Arc::ptr_eq(other, &stored));
            if list.is_empty() {
                self.by_customer.remove(&customer.number);
            }
        }
        if let Some(case) = &stored.party.case
            && let Some(list) = self.by_case.get_mut(case)
        {
            list.retain(|other| !Arc::ptr_eq(other, &stored));
            if list.is_empty() {
                self.by_case.remove(case);
            }
        }
        Some(stored)
    }

    /// The events of a party that answer a question and may be read.
    pub(super) fn select(
        &self,
        question: &Question,
        party: &Party,
        may_read: impl Fn(&Stored) -> bool,
    ) -> Vec<Arc<Stored>> {
        let customer = party.customer.as_ref();
        let list = match (customer, &party.case) {
            (_, Some(case)) => self.by_case.get(case),
            (Some(customer), None) => self.by_customer.get(&customer.number),
            (None, None) => None,
        };
        let fits = |stored: &&Arc<Stored>| {
            stored.party.is_asked_by(party) && stored.answers(question) && may_read(stored)
        };
        list.into_iter().flatten().filter(fits).cloned().collect()
    }
}

/// The events in the order that a question asks for, with their number before they are
/// divided into pages.
pub(super) fn page<'a>(events: &'a [Arc<Stored>], question: &Question) -> (usize, Vec<&'a str>) {
    let mut found: Vec<Found> = events.iter().map(|stored| stored.found()).collect();
    sort(&mut found, &question.order);
    let total = found.len();
    let mut raw: Vec<&str> = found.into_iter().map(|it| it.raw).collect();
    if let Some(page) = question.page {
        page.of(&mut raw);
    }
    (total, raw)
}

/// The one that is kept of equal values.
fn once<T: ?Sized + Eq + std::hash::Hash>(kept: &mut HashSet<Arc<T>>, value: Arc<T>) -> Arc<T> {
    if let Some(known) = kept.get(&value) {
        return Arc::clone(known);
    }
    kept.insert(Arc::clone(&value));
    value
}
