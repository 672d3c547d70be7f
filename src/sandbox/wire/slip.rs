//! What is wrong with JSON that was sent: every slip, with the path of its field.

use crate::diagnostic::{Message, Tongue};
use crate::say;
use serde_json::{Map, Value};

/// How many slips a message tells of; the rest are counted.
const SHOWN: usize = 5;

/// The slips of a body, in the order in which they were found.
#[derive(Debug, Default)]
pub(in crate::sandbox) struct Slips {
    all: Vec<(String, Message)>,
}

impl Slips {
    /// Adds one: what is wrong reads on from the path, as in "… ska vara en text".
    pub(in crate::sandbox) fn add(&mut self, path: impl Into<String>, why: Message) {
        self.all.push((path.into(), why));
    }

    /// Whether nothing is wrong.
    pub(in crate::sandbox) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many there are.
    pub(in crate::sandbox) fn count(&self) -> usize {
        self.all.len()
    }

    /// All of them in one sentence.
    pub(in crate::sandbox) fn tell(&self, tongue: Tongue) -> String {
        let told = self.all.iter().take(SHOWN);
        let told: Vec<String> = told
            .map(|(path, why)| format!("{path} {}", why.in_tongue(tongue)))
            .collect();
        let mut text = told.join("; ");
        if let Some(more) = self.all.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let more = say!(" (och {more} fel till)", " (and {more} more slips)");
            text.push_str(more.in_tongue(tongue));
        }
        text
    }
}

/// A JSON object and where it stands.
#[derive(Clone, Copy)]
pub(in crate::sandbox) struct Object<'v> {
    map: &'v Map<String, Value>,
    path: &'v str,
}

impl<'v> Object<'v> {
    /// The object that a value is, or a slip.
    pub(in crate::sandbox) fn of(
        value: &'v Value,
        path: &'v str,
        slips: &mut Slips,
    ) -> Option<Self> {
        match value {
            Value::Object(map) => Some(Self { map, path }),
            _ => {
                slips.add(
                    path,
                    say!("ska vara ett JSON-objekt", "must be a JSON object"),
                );
                None
            }
        }
    }

    /// The path of one of its fields.
    pub(in crate::sandbox) fn path(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// A field that may be left out.
    pub(in crate::sandbox) fn get(&self, key: &str) -> Option<&'v Value> {
        self.map.get(key)
    }

    /// A field that must be there.
    pub(in crate::sandbox) fn need(&self, key: &str, slips: &mut Slips) -> Option<&'v Value> {
        let found = self.map.get(key);
        if found.is_none() {
            slips.add(self.path(key), say!("saknas", "is missing"));
        }
        found
    }

    /// A text that must be there, of so many characters.
    pub(in crate::sandbox) fn text(
        &self,
        key: &str,
        length: std::ops::RangeInclusive<usize>,
        slips: &mut Slips,
    ) -> Option<&'v str> {
        let value = self.need(key, slips)?;
        text(value, &self.path(key), length, slips)
    }

    /// A text that may be left out.
    pub(in crate::sandbox) fn optional_text(
        &self,
        key: &str,
        length: std::ops::RangeInclusive<usize>,
        slips: &mut Slips,
    ) -> Option<&'v str> {
        let value = self.get(key)?;
        text(value, &self.path(key), length, slips)
    }

    /// A truth value that must be there.
    pub(in crate::sandbox) fn truth(&self, key: &str, slips: &mut Slips) -> Option<bool> {
        let value = self.need(key, slips)?;
        let found = value.as_bool();
        if found.is_none() {
            slips.add(
                self.path(key),
                say!(
                    "ska vara true eller false, utan citattecken",
                    "must be true or false, without quotation marks"
                ),
            );
        }
        found
    }

    /// One of some words, which must be there.
    pub(in crate::sandbox) fn word<T: Copy>(
        &self,
        key: &str,
        words: &[(&'static str, T)],
        slips: &mut Slips,
    ) -> Option<T> {
        let value = self.need(key, slips)?;
        let found = value
            .as_str()
            .and_then(|text| words.iter().find(|(word, _)| *word == text));
        if found.is_none() {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let words = words.join(", ");
            slips.add(
                self.path(key),
                say!("ska vara något av {words}", "must be one of {words}"),
            );
        }
        found.map(|(_, meaning)| *meaning)
    }
}

/// A text of so many characters.
pub(super) fn text<'v>(
    value: &'v Value,
    path: &str,
    length: std::ops::RangeInclusive<usize>,
    slips: &mut Slips,
) -> Option<&'v str> {
    let Value::String(text) = value else {
        slips.add(path, say!("ska vara en text", "must be a text"));
        return None;
    };
    let (least, most) = (*length.start(), *length.end());
    let count = text.chars().count();
    if count < least {
        slips.add(path, say!("får inte vara tom", "must not be empty"));
    } else if count > most {
        slips.add(
            path,
            say!(
                "har {count} tecken, men får ha högst {most}",
                "has {count} characters, but may have {most} at most"
            ),
        );
    } else {
        return Some(text);
    }
    None
}

/// The items of a list of so many, each with its path.
pub(super) fn items<'v>(
    value: &'v Value,
    path: &str,
    count: std::ops::RangeInclusive<usize>,
    slips: &mut Slips,
) -> Option<impl Iterator<Item = (String, &'v Value)> + use<'v>> {
    let Value::Array(list) = value else {
        slips.add(path, say!("ska vara en lista", "must be a list"));
        return None;
    };
    let (least, most) = (*count.start(), *count.end());
    if !count.contains(&list.len()) {
        let found = list.len();
        let why = if most == usize::MAX {
            say!(
                "ska ha minst {least} värde",
                "must have at least {least} value"
            )
        } else {
            say!(
                "har {found} värden, men ska ha {least}–{most}",
                "has {found} values, but must have {least}–{most}"
            )
        };
        slips.add(path, why);
        return None;
    }
    let path = path.to_owned();
    let numbered = list.iter().enumerate();
    Some(numbered.map(move |(at, item)| (format!("{path}[{at}]"), item)))
}
