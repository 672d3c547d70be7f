//! The index (indexlösning): which producers have events for a customer or in a case, so
//! that a question goes only to them.
//!
//! It holds no events and no identifiers: only hashes of identifiers under a key that is
//! drawn anew each time the sandbox starts, and how many events each producer has under them.

use super::wire::{Case, Customer, Party};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

/// A keyed hash of an identifier.
type Mark = [u8; 16];

/// Which producers have what.
pub(super) struct Index {
    key: [u8; 32],
    /// How many events each producer has under a mark.
    marks: RwLock<HashMap<Mark, Vec<(u16, u32)>>>,
    /// Questions that the relay has asked it.
    questions: AtomicU64,
    /// Calls to producers that were made.
    made: AtomicU64,
    /// Calls to producers that would have been made without it.
    without: AtomicU64,
}

/// What the index has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) marks: usize,
    pub(super) questions: u64,
    pub(super) made: u64,
    pub(super) without: u64,
}

impl Index {
    /// An empty index.
    ///
    /// # Errors
    /// When the system has no random numbers to give.
    pub(super) fn new() -> std::io::Result<Self> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(std::io::Error::other)?;
        Ok(Self {
            key,
            marks: RwLock::default(),
            questions: AtomicU64::new(0),
            made: AtomicU64::new(0),
            without: AtomicU64::new(0),
        })
    }

    fn mark(&self, parts: &[&[u8]]) -> Option<Mark> {
        let mut hash = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        for part in parts {
            hash.update(part);
            hash.update(&[0]);
        }
        hash.finalize().into_bytes().first_chunk().copied()
    }

    /// The same number is the same customer whatever business it is asked about.
    fn customer(&self, customer: &Customer) -> Option<Mark> {
        self.mark(&[b"kund", &[customer.kind as u8], customer.number.as_bytes()])
    }

    fn case(&self, case: &Case) -> Option<Mark> {
        self.mark(&[b"arende", &[case.kind as u8], case.reference.as_bytes()])
    }

    fn marks_of(&self, party: &Party) -> impl Iterator<Item = Mark> {
        let customer = party.customer.as_ref().and_then(|it| self.customer(it));
        let case = party.case.as_ref().and_then(|it| self.case(it));
        customer.into_iter().chain(case)
    }

    /// Notes that a producer has got an event of a party.
    pub(super) fn add(&self, producer: u16, party: &Party) {
        let mut marks = self.marks.write().unwrap_or_else(PoisonError::into_inner);
        for mark in self.marks_of(party) {
            let counts = marks.entry(mark).or_default();
            match counts.iter_mut().find(|(it, _)| *it == producer) {
                Some((_, count)) => *count += 1,
                None => counts.push((producer, 1)),
            }
        }
    }

    /// Notes that an event of a party is gone from a producer.
    pub(super) fn remove(&self, producer: u16, party: &Party) {
        let mut marks = self.marks.write().unwrap_or_else(PoisonError::into_inner);
        for mark in self.marks_of(party) {
            let Some(counts) = marks.get_mut(&mark) else {
                continue;
            };
            for (_, count) in counts.iter_mut().filter(|(it, _)| *it == producer) {
                *count = count.saturating_sub(1);
            }
            counts.retain(|(_, count)| *count > 0);
            if counts.is_empty() {
                marks.remove(&mark);
            }
        }
    }

    /// The producers that have events of a party: of both its customer and its case when it
    /// has both.
    pub(super) fn producers(&self, party: &Party) -> BTreeSet<u16> {
        let marks = self.marks.read().unwrap_or_else(PoisonError::into_inner);
        let sets = self.marks_of(party).map(|mark| -> BTreeSet<u16> {
            let counts = marks.get(&mark).into_iter().flatten();
            counts.map(|(producer, _)| *producer).collect()
        });
        sets.reduce(|a, b| &a & &b).unwrap_or_default()
    }

    /// How many identifiers each producer has events under.
    pub(super) fn by_producer(&self) -> HashMap<u16, usize> {
        let marks = self.marks.read().unwrap_or_else(PoisonError::into_inner);
        let mut all = HashMap::new();
        for (producer, _) in marks.values().flatten() {
            *all.entry(*producer).or_default() += 1;
        }
        all
    }

    /// Notes what a question cost, with and without the index.
    pub(super) fn tally(&self, made: usize, without: usize) {
        self.questions.fetch_add(1, Ordering::Relaxed);
        self.made.fetch_add(made as u64, Ordering::Relaxed);
        self.without.fetch_add(without as u64, Ordering::Relaxed);
    }

    /// What it has done so far.
    pub(super) fn told(&self) -> Tally {
        let marks = self.marks.read().unwrap_or_else(PoisonError::into_inner);
        Tally {
            marks: marks.len(),
            questions: self.questions.load(Ordering::Relaxed),
            made: self.made.load(Ordering::Relaxed),
            without: self.without.load(Ordering::Relaxed),
        }
    }
}
