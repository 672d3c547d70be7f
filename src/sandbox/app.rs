//! All that the sandbox has in hand: producers with their events, the index, the rights and
//! the register.

use super::clients::Clients;
use super::content::Content;
use super::fault::Fault;
use super::index::Index;
use super::keep::{Change, Keep};
use super::page::Page;
use super::reply::Refused;
use super::rights::Rights;
use super::site::Served;
use super::store::Cache;
use super::wire::{Customer, Event, Slips, read_event};
use crate::model::{Lang, TestCustomer};
use crate::resolve::Catalogue;
use hyper::header::HeaderValue;
use jiff::civil::Date;
use reqwest::Url;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

/// What the sandbox runs with.
pub(super) struct App {
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) site: Arc<Served>,
    pub(super) content: Content,
    /// In the order of the catalogue, which is that of their prefixes.
    pub(super) producers: Vec<Seat>,
    by_prefix: HashMap<Box<str>, u16>,
    pub(super) index: Index,
    /// Whether the relay asks the index.
    pub(super) use_index: bool,
    pub(super) rights: Rights,
    pub(super) page: Page,
    /// Whether the producers themselves ask who the user is, and not only the relay.
    pub(super) authorize: bool,
    /// Which consumers may call; nobody is asked when there is none.
    pub(super) clients: Option<Clients>,
    /// How long the relay waits for a producer.
    pub(super) time_limit: Duration,
    pub(super) as_of: Date,
    pub(super) calls: super::call::Caller,
    keep: Option<Arc<Keep>>,
    /// Questions of the consumer page.
    correlations: AtomicU64,
    /// Changes are made one after the other, so that memory and file always say the same.
    writing: tokio::sync::Mutex<()>,
}

/// A producer's place in the sandbox.
pub(super) struct Seat {
    pub(super) prefix: Box<str>,
    /// Its name in Swedish, as in its events.
    pub(super) name: Box<str>,
    cache: RwLock<Cache>,
    pub(super) fault: Option<Fault>,
    /// Where it is when it runs somewhere else.
    pub(super) elsewhere: Option<Url>,
}

impl Seat {
    /// Its events, for reading.
    pub(super) fn events(&self) -> RwLockReadGuard<'_, Cache> {
        self.cache.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What an [`App`] is made of, beside the catalogue.
pub(super) struct Parts {
    pub(super) page: Page,
    pub(super) site: Arc<Served>,
    pub(super) index: Index,
    pub(super) use_index: bool,
    pub(super) authorize: bool,
    pub(super) clients: Option<Clients>,
    pub(super) time_limit: Duration,
    pub(super) as_of: Date,
    pub(super) calls: super::call::Caller,
    pub(super) keep: Option<Arc<Keep>>,
    pub(super) faults: std::collections::BTreeMap<String, Fault>,
    pub(super) elsewhere: HashMap<String, Url>,
}

impl App {
    pub(super) fn new(catalogue: Arc<Catalogue>, mut parts: Parts) -> Self {
        let producers: Vec<Seat> = catalogue
            .producers
            .iter()
            .map(|producer| Seat {
                prefix: producer.id.value.clone(),
                name: producer.actor.name.get(Lang::FIRST).into(),
                cache: RwLock::default(),
                fault: parts.faults.remove(&*producer.id.value),
                elsewhere: parts.elsewhere.remove(&*producer.id.value),
            })
            .collect();
        let numbered = producers.iter().zip(0_u16..);
        let by_prefix = numbered
            .map(|(seat, at)| (seat.prefix.clone(), at))
            .collect();
        Self {
            content: Content::new(Arc::clone(&catalogue), Arc::clone(&parts.site)),
            rights: Rights::new(Arc::clone(&catalogue), parts.as_of),
            site: parts.site,
            producers,
            by_prefix,
            page: parts.page,
            correlations: AtomicU64::new(0),
            index: parts.index,
            use_index: parts.use_index,
            authorize: parts.authorize,
            clients: parts.clients,
            time_limit: parts.time_limit,
            as_of: parts.as_of,
            calls: parts.calls,
            keep: parts.keep,
            writing: tokio::sync::Mutex::new(()),
            catalogue,
        }
    }

    /// A producer by its prefix, with its number.
    pub(super) fn producer(&self, prefix: &str) -> Option<(u16, &Seat)> {
        let at = *self.by_prefix.get(prefix)?;
        Some((at, &self.producers[usize::from(at)]))
    }

    /// The correlation id of the consumer page's next question.
    pub(super) fn next_correlation(&self) -> HeaderValue {
        let earlier = self.correlations.fetch_add(1, Ordering::Relaxed);
        let id = HeaderValue::from_str(&format!("consumer-page-{}", earlier + 1));
        id.unwrap_or(HeaderValue::from_static("consumer-page"))
    }

    /// Reads the events that a producer is to be fed with, or tells all that is wrong.
    pub(super) fn read_events(&self, seat: &Seat, list: &[Value]) -> Result<Vec<Event>, Slips> {
        let mut slips = Slips::default();
        let mut events = Vec::with_capacity(list.len());
        let mut places: HashMap<Box<str>, usize> = HashMap::new();
        for (at, value) in list.iter().enumerate() {
            let path = format!("[{at}]");
            let Some(event) = read_event(value, &path, &mut slips) else {
                continue;
            };
            self.content
                .check(&event, &seat.prefix, &seat.name, &path, &mut slips);
            if let Some(earlier) = places.insert(event.id.clone(), at) {
                slips.add(
                    format!("{path}.kundhandelseId"),
                    crate::say!(
                        "är densamma som i [{earlier}]",
                        "is the same as in [{earlier}]"
                    ),
                );
            }
            events.push(event);
        }
        if slips.is_empty() {
            Ok(events)
        } else {
            Err(slips)
        }
    }

    /// Feeds a producer: all events or none, kept on the disk before they are seen.
    pub(super) async fn feed(&self, at: u16, events: Vec<Event>) -> Result<usize, Refused> {
        let seat = &self.producers[usize::from(at)];
        let count = events.len();
        let _turn = self.writing.lock().await;
        if self.keep.is_some() {
            let fed: Vec<(Box<str>, String)> = events
                .iter()
                .map(|event| (event.id.clone(), self.fed(event)))
                .collect();
            let prefix = seat.prefix.clone();
            self.kept(move |keep| {
                let changes = fed.iter().map(|(id, fed)| Change::Put { id, fed });
                let changes: Vec<Change> = changes.collect();
                keep.write(&prefix, &changes)
            })
            .await?;
        }
        self.put(at, events);
        Ok(count)
    }

    /// Takes an event away. Says whether it was there.
    pub(super) async fn forget(&self, at: u16, id: &str) -> Result<bool, Refused> {
        let seat = &self.producers[usize::from(at)];
        let _turn = self.writing.lock().await;
        if seat.events().get(id).is_none() {
            return Ok(false);
        }
        let (prefix, name) = (seat.prefix.clone(), id.to_owned());
        self.kept(move |keep| keep.write(&prefix, &[Change::Remove { id: &name }]))
            .await?;
        let mut cache = seat.cache.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(stored) = cache.remove(id) {
            self.index.remove(at, stored.party());
        }
        Ok(true)
    }

    /// Puts events in memory, where questions find them.
    fn put(&self, at: u16, events: Vec<Event>) {
        let seat = &self.producers[usize::from(at)];
        let mut cache = seat.cache.write().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            let tags = self.tags(&event);
            self.index.add(at, &event.party);
            if let Some(replaced) = cache.put(event, tags) {
                self.index.remove(at, replaced.party());
            }
        }
    }

    /// The tags of an event: its own, or those of its type.
    fn tags(&self, event: &Event) -> Vec<Box<str>> {
        match &event.tags {
            Some(tags) => tags.clone(),
            None => {
                let event_type = self.content.event_type(&event.event_type);
                let tags = event_type
                    .into_iter()
                    .flat_map(|it| it.current().tags.iter());
                tags.map(|tag| tag.value.clone()).collect()
            }
        }
    }

    /// An event as it was fed, to be kept.
    fn fed(&self, event: &Event) -> String {
        let mut map = event.json.clone();
        map.insert("part".to_owned(), event.party.json());
        let tags = self.tags(event);
        let tags = tags.iter().map(|tag| Value::from(&**tag)).collect();
        map.insert("taggar".to_owned(), Value::Array(tags));
        Value::Object(map).to_string()
    }

    /// Writes to the file, when there is one, without holding up other work.
    async fn kept(
        &self,
        write: impl FnOnce(&Keep) -> rusqlite::Result<()> + Send + 'static,
    ) -> Result<(), Refused> {
        let Some(keep) = self.keep.clone() else {
            return Ok(());
        };
        let done = tokio::task::spawn_blocking(move || write(&keep)).await;
        match done {
            Ok(Ok(())) => Ok(()),
            _ => Err(super::reply::refused(500, None)),
        }
    }

    /// Puts back what was kept. What doesn't fit the catalogue any more is left in the file
    /// and counted.
    pub(super) fn restore(&self, keep: &Keep) -> rusqlite::Result<(usize, usize)> {
        let (mut back, mut left) = (0, 0);
        keep.read(|producer, fed| {
            let read = || {
                let (at, seat) = self.producer(producer)?;
                let value: Value = serde_json::from_str(fed).ok()?;
                let events = self.read_events(seat, std::slice::from_ref(&value)).ok()?;
                Some((at, events))
            };
            match read() {
                Some((at, events)) => {
                    back += 1;
                    self.put(at, events);
                }
                None => left += 1,
            }
        })?;
        Ok((back, left))
    }
}

impl Customer {
    /// A test person or organisation, as it goes over the wire.
    pub(super) fn of(customer: &TestCustomer) -> Self {
        Self {
            number: customer.number.value.clone(),
            kind: customer.kind.into(),
            supplement: customer.supplement.as_ref().map(|it| it.value.clone()),
        }
    }
}
