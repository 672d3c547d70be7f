//! Sorting: by what questions name, and the newest first among equals.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// What events can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Attribute {
    Title,
    Description,
    Producer,
    Time,
    Type,
    Acts,
    Closed,
}

impl Attribute {
    /// The words of the standard.
    pub(super) const WORDS: [(&'static str, Self); 7] = [
        ("RUBRIK", Self::Title),
        ("BESKRIVNING", Self::Description),
        ("PRODUCENT", Self::Producer),
        ("TIDPUNKT", Self::Time),
        ("KUNDHANDELSETYP", Self::Type),
        ("PRODUCENTARENDETKRAVERKUNDATGARD", Self::Acts),
        ("PRODUCENTARENDETKLART", Self::Closed),
    ];

    fn is_text(self) -> bool {
        matches!(self, Self::Title | Self::Description | Self::Producer)
    }
}

/// What to sort by, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) struct Order {
    pub(in crate::sandbox) attribute: Attribute,
    pub(in crate::sandbox) ascending: bool,
}

impl Order {
    /// The order of an answer when the question doesn't say.
    pub(super) fn newest_first() -> Vec<Self> {
        vec![Self {
            attribute: Attribute::Time,
            ascending: false,
        }]
    }

    /// As it goes over the wire.
    pub(super) fn json(&self) -> Value {
        let words = Attribute::WORDS.iter();
        let word = words.filter(|(_, it)| *it == self.attribute).map(|it| it.0);
        let mut map = Map::new();
        map.insert("attribut".to_owned(), word.collect::<String>().into());
        map.insert("stigande".to_owned(), self.ascending.into());
        Value::Object(map)
    }
}

/// An event that answers a question: its text as it goes over the wire, and what it is
/// chosen and sorted by.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct Found<'a> {
    pub(in crate::sandbox) raw: &'a str,
    pub(in crate::sandbox) id: Cow<'a, str>,
    pub(in crate::sandbox) event_type: Cow<'a, str>,
    pub(in crate::sandbox) time: Timestamp,
    pub(in crate::sandbox) acts: bool,
    pub(in crate::sandbox) closed: bool,
}

/// The texts of an event, read only when they are sorted by.
#[derive(Deserialize, Default)]
struct Texts<'a> {
    #[serde(borrow, default)]
    rubrik: Cow<'a, str>,
    #[serde(borrow, default)]
    beskrivning: Cow<'a, str>,
    #[serde(borrow, default)]
    producent: Cow<'a, str>,
}

/// Swedish order without regard to upper and lower case.
static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Secondary);
    Collator::try_new(locale!("sv").into(), options).ok()
});

/// Sorts events. Equal ones come newest first and then by id, so that the same question
/// always gets the same order, and pages join.
pub(in crate::sandbox) fn sort(events: &mut Vec<Found>, orders: &[Order]) {
    let textual = orders.iter().any(|order| order.attribute.is_text());
    let texts = |event: &Found| -> Texts<'static> {
        if !textual {
            return Texts::default();
        }
        let read: Texts = serde_json::from_str(event.raw).unwrap_or_default();
        Texts {
            rubrik: read.rubrik.into_owned().into(),
            beskrivning: read.beskrivning.into_owned().into(),
            producent: read.producent.into_owned().into(),
        }
    };
    let mut keyed: Vec<(Texts, Found)> = events
        .drain(..)
        .map(|event| (texts(&event), event))
        .collect();
    keyed.sort_by(|a, b| {
        let by_order = orders.iter().map(|order| {
            let natural = compare(order.attribute, a, b);
            if order.ascending {
                natural
            } else {
                natural.reverse()
            }
        });
        let newest = b.1.time.cmp(&a.1.time);
        by_order
            .fold(Ordering::Equal, Ordering::then)
            .then(newest)
            .then_with(|| a.1.id.cmp(&b.1.id))
            .then_with(|| a.1.event_type.cmp(&b.1.event_type))
    });
    events.extend(keyed.into_iter().map(|(_, event)| event));
}

fn compare(attribute: Attribute, a: &(Texts, Found), b: &(Texts, Found)) -> Ordering {
    match attribute {
        Attribute::Title => text(&a.0.rubrik, &b.0.rubrik),
        Attribute::Description => text(&a.0.beskrivning, &b.0.beskrivning),
        Attribute::Producer => text(&a.0.producent, &b.0.producent),
        Attribute::Time => a.1.time.cmp(&b.1.time),
        Attribute::Type => a.1.event_type.cmp(&b.1.event_type),
        Attribute::Acts => a.1.acts.cmp(&b.1.acts),
        Attribute::Closed => a.1.closed.cmp(&b.1.closed),
    }
}

fn text(a: &str, b: &str) -> Ordering {
    match &*COLLATOR {
        Some(collator) => collator.compare(a, b),
        None => a.to_lowercase().cmp(&b.to_lowercase()),
    }
}
