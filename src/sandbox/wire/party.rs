//! Parties: whom or which case a question or an event is about.

use super::slip::{Object, Slips};
use crate::model::NumberKind;
use crate::say;
use serde_json::{Map, Value};

/// Longest identifier of a case.
const MAX_CASE: usize = 100;
/// Longest supplement of a customer.
const MAX_SUPPLEMENT: usize = 20;

/// What kind of number a customer is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::sandbox) enum CustomerKind {
    Personnummer,
    Organisationsnummer,
    Samordningsnummer,
}

/// What kind of reference a case is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::sandbox) enum CaseKind {
    Konsumentreferens,
    Producentarendereferens,
    Diarienummer,
    Kvittensnummer,
}

const CUSTOMERS: [(&str, CustomerKind); 3] = [
    ("Personnummer", CustomerKind::Personnummer),
    ("Organisationsnummer", CustomerKind::Organisationsnummer),
    ("Samordningsnummer", CustomerKind::Samordningsnummer),
];
const CASES: [(&str, CaseKind); 4] = [
    ("Konsumentreferens", CaseKind::Konsumentreferens),
    ("Producentarendereferens", CaseKind::Producentarendereferens),
    ("Diarienummer", CaseKind::Diarienummer),
    ("Kvittensnummer", CaseKind::Kvittensnummer),
];

impl From<NumberKind> for CustomerKind {
    fn from(kind: NumberKind) -> Self {
        match kind {
            NumberKind::Personal => Self::Personnummer,
            NumberKind::Coordination => Self::Samordningsnummer,
            NumberKind::Organisation => Self::Organisationsnummer,
        }
    }
}

/// A customer (kund).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::sandbox) struct Customer {
    pub(in crate::sandbox) number: Box<str>,
    pub(in crate::sandbox) kind: CustomerKind,
    /// Tells several sole traders of one person apart (`tillagg`).
    pub(in crate::sandbox) supplement: Option<Box<str>>,
}

/// A case (ärende).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::sandbox) struct Case {
    pub(in crate::sandbox) reference: Box<str>,
    pub(in crate::sandbox) kind: CaseKind,
}

/// A customer, a case, or a customer in a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(in crate::sandbox) struct Party {
    pub(in crate::sandbox) customer: Option<Customer>,
    pub(in crate::sandbox) case: Option<Case>,
}

impl Customer {
    /// A person who is known by a number only. The day of a coordination number is 60 too high.
    pub(in crate::sandbox) fn person(number: &str) -> Self {
        let kind = match number.as_bytes().get(6) {
            Some(b'6'..) => CustomerKind::Samordningsnummer,
            _ => CustomerKind::Personnummer,
        };
        Self {
            number: number.into(),
            kind,
            supplement: None,
        }
    }

    /// Whether an event of this customer is one that a question about `asked` is about. A
    /// question without a supplement is about all the businesses of a person.
    pub(in crate::sandbox) fn is_asked_by(&self, asked: &Self) -> bool {
        self.number == asked.number
            && self.kind == asked.kind
            && (asked.supplement.is_none() || asked.supplement == self.supplement)
    }

    fn json(&self) -> Value {
        let mut map = Map::new();
        map.insert("identifierare".to_owned(), (*self.number).into());
        map.insert("typ".to_owned(), word(&CUSTOMERS, self.kind).into());
        if let Some(supplement) = &self.supplement {
            map.insert("tillagg".to_owned(), (**supplement).into());
        }
        Value::Object(map)
    }
}

impl Party {
    /// Whether an event of this party is one that a question about `asked` is about: what
    /// is asked for must match, both when both are given.
    pub(in crate::sandbox) fn is_asked_by(&self, asked: &Self) -> bool {
        let customer = match (&asked.customer, &self.customer) {
            (Some(asked), Some(own)) => own.is_asked_by(asked),
            (asked, _) => asked.is_none(),
        };
        customer && (asked.case.is_none() || asked.case == self.case)
    }

    /// As it goes over the wire.
    pub(in crate::sandbox) fn json(&self) -> Value {
        let mut map = Map::new();
        if let Some(customer) = &self.customer {
            map.insert("kund".to_owned(), customer.json());
        }
        if let Some(case) = &self.case {
            let mut inner = Map::new();
            inner.insert("identifierare".to_owned(), (*case.reference).into());
            inner.insert("typ".to_owned(), word(&CASES, case.kind).into());
            map.insert("arende".to_owned(), Value::Object(inner));
        }
        Value::Object(map)
    }
}

fn word<T: PartialEq>(words: &[(&'static str, T)], meant: T) -> &'static str {
    let found = words.iter().find(|(_, meaning)| *meaning == meant);
    found.map_or("", |(word, _)| word)
}

/// Reads a party.
pub(in crate::sandbox) fn read_party(
    value: &Value,
    path: &str,
    slips: &mut Slips,
) -> Option<Party> {
    let before = slips.count();
    let object = Object::of(value, path, slips)?;
    let customer_path = object.path("kund");
    let customer = object
        .get("kund")
        .and_then(|value| read_customer(value, &customer_path, slips));
    let case_path = object.path("arende");
    let case = object
        .get("arende")
        .and_then(|value| read_case(value, &case_path, slips));
    if slips.count() > before {
        return None;
    }
    if customer.is_none() && case.is_none() {
        slips.add(
            path,
            say!(
                "måste ha kund, arende eller båda",
                "must have kund, arende or both"
            ),
        );
        return None;
    }
    Some(Party { customer, case })
}

fn read_customer(value: &Value, path: &str, slips: &mut Slips) -> Option<Customer> {
    let object = Object::of(value, path, slips)?;
    let number = twelve_digits(&object, "identifierare", slips);
    let kind = object.word("typ", &CUSTOMERS, slips);
    let supplement = object.optional_text("tillagg", 1..=MAX_SUPPLEMENT, slips);
    Some(Customer {
        number: number?.into(),
        kind: kind?,
        supplement: supplement.map(Into::into),
    })
}

fn read_case(value: &Value, path: &str, slips: &mut Slips) -> Option<Case> {
    let object = Object::of(value, path, slips)?;
    let reference = object.text("identifierare", 1..=MAX_CASE, slips);
    let kind = object.word("typ", &CASES, slips);
    Some(Case {
        reference: reference?.into(),
        kind: kind?,
    })
}

/// A number of 12 digits. It is never repeated in a message.
pub(super) fn twelve_digits<'v>(
    object: &Object<'v>,
    key: &str,
    slips: &mut Slips,
) -> Option<&'v str> {
    let value = object.need(key, slips)?;
    let number = value
        .as_str()
        .filter(|text| text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()));
    if number.is_none() {
        slips.add(
            object.path(key),
            say!(
                "ska vara en text med 12 siffror",
                "must be a text of 12 digits"
            ),
        );
    }
    number
}
