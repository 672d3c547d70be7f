//! The order that events should come in.

use super::answer::{moment, text};
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use serde_json::Value;
use std::cmp::Ordering;
use std::sync::OnceLock;

/// What is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// A text, by its field.
    Text(&'static str),
    /// A truth value, by its field.
    Truth(&'static str),
    /// The instant.
    Time,
}

/// Ways to order texts without regard to case. The standard doesn't say which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    /// By the code points of the small letters.
    Small,
    /// By the code points of the capital letters.
    Capital,
    /// As in a Swedish dictionary.
    Swedish,
}

impl Text {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Small, Self::Capital, Self::Swedish];

    fn compare(self, a: &str, b: &str) -> Ordering {
        match self {
            Self::Small => a.to_lowercase().cmp(&b.to_lowercase()),
            Self::Capital => a.to_uppercase().cmp(&b.to_uppercase()),
            Self::Swedish => match swedish() {
                Some(collator) => collator.compare(a, b),
                None => Self::Small.compare(a, b),
            },
        }
    }
}

fn swedish() -> Option<&'static CollatorBorrowed<'static>> {
    static COLLATOR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let made = COLLATOR.get_or_init(|| {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Secondary);
        Collator::try_new(locale!("sv").into(), options).ok()
    });
    made.as_ref()
}

impl Key {
    /// The name of the field.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::Text(field) | Self::Truth(field) => field,
            Self::Time => "tidpunkt",
        }
    }

    fn compare(self, a: &Value, b: &Value, alphabet: Text) -> Ordering {
        match self {
            Self::Text(field) => alphabet.compare(text(a, field), text(b, field)),
            Self::Truth(field) => {
                let truth = |it: &Value| it[field].as_bool().unwrap_or(false);
                truth(a).cmp(&truth(b))
            }
            Self::Time => {
                let instant = |it: &Value| moment(it).map(|it| it.instant);
                instant(a).cmp(&instant(b))
            }
        }
    }
}

/// The first event that stands after one that it should stand before.
pub(super) fn first_wrong(events: &[Value], keys: &[(Key, bool)], alphabet: Text) -> Option<usize> {
    let compare = |a: &Value, b: &Value| {
        let orders = keys.iter().map(|(key, up)| {
            let order = key.compare(a, b, alphabet);
            if *up { order } else { order.reverse() }
        });
        orders.fold(Ordering::Equal, Ordering::then)
    };
    let pairs = events.windows(2);
    let wrong = pairs.map(|pair| compare(&pair[0], &pair[1]) == Ordering::Greater);
    wrong
        .enumerate()
        .find(|(_, wrong)| *wrong)
        .map(|(at, _)| at + 1)
}

/// Whether a key tells any two events apart.
pub(super) fn tells_apart(events: &[Value], key: Key) -> bool {
    let mut pairs = events.windows(2);
    pairs.any(|pair| key.compare(&pair[0], &pair[1], Text::Small) != Ordering::Equal)
}

/// Whether texts sorted by their bytes would be wrong in every alphabet.
pub(super) fn case_matters(events: &[Value], key: Key) -> bool {
    let mut sorted = events.to_vec();
    sorted.sort_by(|a, b| text(a, key.field()).cmp(text(b, key.field())));
    let wrong = |alphabet| first_wrong(&sorted, &[(key, true)], alphabet).is_some();
    Text::ALL.into_iter().all(wrong)
}
