//! A case at a producer: whose it is, and the numbers that it is known by.

use super::random::Random;
use crate::model::{Process, TestCustomer};
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The most characters of a case's number.
const LONGEST: usize = 100;

/// The references that a question may name a case by, the best first, and their words
/// in the standard.
const KINDS: [(&str, &str); 4] = [
    ("diarienummer", "Diarienummer"),
    ("arendenummer", "Producentarendereferens"),
    ("kvittensnummer", "Kvittensnummer"),
    ("konsumentreferens", "Konsumentreferens"),
];

/// Whose a case is.
pub(super) struct Party {
    number: Box<str>,
    kind: &'static str,
    supplement: Option<Box<str>>,
}

impl Party {
    pub(super) fn new(number: &str, kind: &'static str) -> Self {
        Self {
            number: number.into(),
            kind,
            supplement: None,
        }
    }

    pub(super) fn of(customer: &TestCustomer) -> Self {
        Self {
            supplement: customer.supplement.as_ref().map(|it| it.value.clone()),
            ..Self::new(&customer.number, customer.kind.wire())
        }
    }
}

/// A case, and what it draws its numbers from.
pub(super) struct Case<'r> {
    /// Its number here: what its events' ids begin with.
    pub(super) id: String,
    party: Party,
    year: i16,
    /// Its own numbers, by the name of the reference.
    numbers: BTreeMap<String, String>,
    random: &'r mut Random,
}

/// A reference of an event: its name, what the example has and what the case has.
pub(super) struct Reference {
    name: String,
    old: Value,
    new: String,
}

impl Reference {
    /// The field of the event.
    pub(super) fn as_field(&self) -> (String, Value) {
        let value = match &self.old {
            Value::String(_) => json!(self.new),
            other => other.clone(),
        };
        (self.name.clone(), value)
    }

    /// What is to be written in place of what in the event's texts.
    pub(super) fn as_pair(&self) -> (&str, &str) {
        // No text holds this, so what is no text is never looked for.
        (self.old.as_str().unwrap_or("\u{0}"), &self.new)
    }
}

impl<'r> Case<'r> {
    /// The case with an ordinal number in the sandbox, begun on a day.
    pub(super) fn new(
        process: &Process,
        party: Party,
        ordinal: usize,
        begun: Date,
        random: &'r mut Random,
    ) -> Self {
        // Ids have only letters that take one byte.
        let name: String = process.id.replace('.', "-").chars().take(60).collect();
        let year = begun.year();
        Self {
            id: format!("{name}-{year}-{ordinal:05}"),
            party,
            year,
            numbers: BTreeMap::new(),
            random,
        }
    }

    /// The references of an event with this example, with the case's own numbers.
    pub(super) fn references(&mut self, example: &Value) -> Vec<Reference> {
        let fields = example.get("referenser").and_then(Value::as_object);
        let mut all = Vec::new();
        for (name, old) in fields.into_iter().flatten() {
            let mut new = String::new();
            if let Some(old) = old.as_str() {
                new = match self.numbers.get(name) {
                    Some(known) => known.clone(),
                    None => numbered(old, self.year, self.random),
                };
                self.numbers.insert(name.clone(), new.clone());
            }
            let (name, old) = (name.clone(), old.clone());
            all.push(Reference { name, old, new });
        }
        all
    }

    /// Whom and what the case's events are about (`part`).
    pub(super) fn part(&self) -> Value {
        let mut customer = Map::new();
        customer.insert("identifierare".to_owned(), json!(self.party.number));
        customer.insert("typ".to_owned(), json!(self.party.kind));
        if let Some(supplement) = &self.party.supplement {
            customer.insert("tillagg".to_owned(), json!(supplement));
        }
        let known = KINDS.iter().find_map(|(name, word)| {
            let number = self.numbers.get(*name)?;
            (number.chars().count() <= LONGEST).then_some((number, *word))
        });
        let (number, word) = known.unwrap_or((&self.id, "Producentarendereferens"));
        json!({ "kund": customer, "arende": { "identifierare": number, "typ": word } })
    }
}

/// A number in the form of another: of the case's year, and with other digits last.
fn numbered(form: &str, year: i16, random: &mut Random) -> String {
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for (at, byte) in form.bytes().enumerate() {
        match groups.last_mut() {
            _ if !byte.is_ascii_digit() => {}
            Some((_, end)) if *end == at => *end = at + 1,
            _ => groups.push((at, at + 1)),
        }
    }
    let is_year = |(start, end): &(usize, usize)| {
        let digits = form.get(*start..*end).unwrap_or("");
        matches!(digits.len(), 4 | 6 | 10) && digits.starts_with("202")
    };
    let mut bytes = form.as_bytes().to_vec();
    let year = format!("{year:04}");
    for (start, _) in groups.iter().filter(|it| is_year(it)) {
        for (place, digit) in bytes.iter_mut().skip(*start).zip(year.bytes()) {
            *place = digit;
        }
    }
    // The longest of the others is the running number; of a number that is all in one, the
    // end of it.
    let others = groups.iter().filter(|it| !is_year(it));
    let running = others.max_by_key(|(start, end)| end - start);
    if let Some((start, end)) = running.or(groups.last()) {
        let count = (end - start).min(5);
        for place in bytes.iter_mut().take(*end).skip(end - count) {
            *place = b'0' + u8::try_from(random.below(10)).unwrap_or(0);
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| form.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Random, numbered};

    #[test]
    fn a_number_keeps_its_form() {
        for (form, kept) in [
            ("BYGG-2026-00123", "BYGG-2025-"),
            ("FN-2026/0042", "FN-2025/"),
            ("RM2026001234", "RM20250"),
            ("EB-202604-0031", "EB-202504-"),
            ("D-2026-00012345:1", "D-2025-000"),
            ("TSV 2026-11802", "TSV 2025-"),
        ] {
            let number = numbered(form, 2025, &mut Random::new(1));
            assert_eq!(number.len(), form.len(), "{number}");
            assert!(number.starts_with(kept), "{number}");
            assert_ne!(number, form);
        }
        let number = numbered("81244/2026", 2025, &mut Random::new(1));
        assert!(number.ends_with("/2025"), "{number}");
        assert_eq!(numbered("åäö", 2025, &mut Random::new(1)), "åäö");
    }
}
