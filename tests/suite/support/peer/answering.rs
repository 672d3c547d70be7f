//! How the producer for tests answers a question.

use super::Fault as F;
use super::{CUSTOMER, Producer, Reply};
use serde_json::{Map, Value, json};
use std::cmp::Ordering;

/// The tags of the event types, as the catalogue of the tests has them.
const TAGS: &[(&str, &[&str])] = &[
    ("REFKOM.BYGGLOV.MOTTAGEN", &["bygglov"]),
    (
        "REFKOM.BYGGLOV.KOMPLETTERING",
        &["bygglov", "komplettering"],
    ),
    ("REFKOM.FORSKOLA.ERBJUDEN", &["forskola"]),
];

/// The hours of Swedish time from UTC at an instant of the years that the events are of.
fn hours(utc: &str) -> i64 {
    let summer = [
        ("2026-03-29T01", "2026-10-25T01"),
        ("2027-03-28T01", "2027-10-31T01"),
    ];
    if summer.iter().any(|(from, to)| (*from..*to).contains(&utc)) {
        2
    } else {
        1
    }
}

/// An instant in seconds and more, and its day in Sweden and in UTC.
fn instant(event: &Value) -> (jiff::Timestamp, String, String) {
    let instant: jiff::Timestamp = event["tidpunkt"].as_str().unwrap().parse().unwrap();
    let utc = instant.to_string();
    let swedish = instant + jiff::SignedDuration::from_hours(hours(&utc));
    (
        instant,
        swedish.to_string()[..10].to_owned(),
        utc[..10].to_owned(),
    )
}

impl Producer {
    pub(super) fn answer(&self, question: &Value, language: Option<&str>) -> Reply {
        let inner = &question["fraga"];
        let parties = inner["parter"].as_array().unwrap();
        let mut entries = Vec::new();
        for party in parties {
            let entry = self.entry(party, inner);
            let nothing = entry["totaltAntalKundhandelser"] == 0;
            if nothing
                && self.has(F::NothingIs404)
                && parties.len() == 1
                && party["kund"]["identifierare"] != CUSTOMER
            {
                return self.error(404, "Not found");
            }
            if !(nothing && self.has(F::NoEmptyEntries)) {
                entries.push(entry);
            }
        }
        if self.has(F::EntriesReversed) {
            entries.reverse();
        }
        let row = |party: &Value| {
            json!({
                "producent": if self.has(F::TwoNames) { "Byggnadsnämnden" } else { "Referenskommunen" },
                "part": party,
                "status": if self.has(F::RowNotOk) { "KLAR" } else { "OK" },
                "httpCode": 200,
            })
        };
        let rows: Vec<Value> = match self.has(F::OneRow) {
            true => parties.iter().take(1).map(row).collect(),
            false => parties.iter().map(row).collect(),
        };
        let mut answer = json!({
            "kundhandelser": entries,
            "metadata": self.metadata(inner, language),
            "delfragor": rows,
        });
        if self.has(F::NoRows) {
            answer.as_object_mut().unwrap().remove("delfragor");
        }
        let kind = if self.has(F::AnswerAsText) {
            "text/plain"
        } else {
            "application/json"
        };
        Reply {
            status: if self.has(F::Partial) { 206 } else { 200 },
            headers: vec![("content-type", kind.to_owned())],
            body: answer.to_string().into_bytes(),
        }
    }

    fn metadata(&self, inner: &Value, language: Option<&str>) -> Value {
        let mut metadata: Map<String, Value> = inner.as_object().unwrap().clone();
        if let Some(language) = language
            && !self.has(F::NoLanguage)
        {
            metadata.insert("onskatSprak".to_owned(), json!(language));
        }
        for (fault, name) in [
            (F::TagsNotRepeated, "taggar"),
            (F::DatesNotRepeated, "slutDatum"),
            (F::TreatmentNotRepeated, "behandling"),
            (F::PartiesNotRepeated, "parter"),
        ] {
            if self.has(fault) {
                metadata.remove(name);
            }
        }
        if self.has(F::TagsAlwaysRepeated) {
            metadata.entry("taggar").or_insert(json!([]));
        }
        Value::Object(metadata)
    }

    fn entry(&self, party: &Value, inner: &Value) -> Value {
        let fits = |event: &&Value| self.belongs(event, party) && self.is_asked_for(event, inner);
        let mut events: Vec<&Value> = self.events.iter().filter(fits).collect();
        self.sort(&mut events, &inner["behandling"]["sortering"]);
        let keys = inner["behandling"]["sortering"]
            .as_array()
            .map_or(0, Vec::len);
        if keys > 1 && self.has(F::SortingLoses) {
            events.pop();
        }
        let total = events.len();
        let page = &inner["behandling"]["paginering"];
        let offset = usize::try_from(page["offset"].as_u64().unwrap_or(0)).unwrap();
        let offset = if self.has(F::OffsetOneLess) {
            offset.saturating_sub(1)
        } else {
            offset
        };
        let limit = page["limit"].as_u64().filter(|_| !self.has(F::NoLimit));
        let limit = limit.map_or(usize::MAX, |it| usize::try_from(it).unwrap());
        let shown: Vec<&Value> = events.into_iter().skip(offset).take(limit).collect();
        let total = if self.has(F::TotalOfPage) {
            shown.len()
        } else {
            total
        };
        let total = total + usize::from(self.has(F::TotalOneMore));
        let mut shown: Vec<Value> = shown.into_iter().cloned().collect();
        if self.has(F::NewIds) {
            let number = self
                .answered
                .fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            for (at, event) in shown.iter_mut().enumerate() {
                event["kundhandelseId"] = json!(format!("REFKOM-{number}-{at}"));
            }
        }
        let part = if self.has(F::PartNotRepeated) {
            json!({ "kund": { "identifierare": CUSTOMER, "typ": "Kund" } })
        } else {
            party.clone()
        };
        json!({ "part": part, "totaltAntalKundhandelser": total, "kundhandelserForPart": shown })
    }

    /// Whether an event belongs to a party.
    fn belongs(&self, event: &Value, party: &Value) -> bool {
        let customer = party
            .get("kund")
            .map(|it| it["identifierare"] == CUSTOMER && it.get("tillagg").is_none());
        let case = party.get("arende").map(|it| {
            let (wanted, kind) = (it["identifierare"].as_str().unwrap(), &it["typ"]);
            let own = event["referenser"]["diarienummer"].as_str();
            own.is_some_and(|own| match self.has(F::CaseByBeginning) {
                true => own.starts_with(wanted),
                false => own == wanted && kind == "Diarienummer",
            })
        });
        match (customer, case) {
            (Some(customer), Some(case)) if self.has(F::EitherMatches) => customer || case,
            (customer, case) => customer.unwrap_or(true) && case.unwrap_or(true),
        }
    }

    /// Whether an event is as the question asks.
    fn is_asked_for(&self, event: &Value, inner: &Value) -> bool {
        let kind = event["kundhandelseTyp"].as_str().unwrap();
        let texts = |name: &str| -> Option<Vec<String>> {
            let list = inner[name].as_array()?;
            Some(
                list.iter()
                    .map(|it| it.as_str().unwrap().to_owned())
                    .collect(),
            )
        };
        if let Some(types) = texts("kundhandelseTyper") {
            let matches = |it: &String| match self.has(F::TypesByCharacters) {
                true => kind.starts_with(it.as_str()),
                false => kind == it || kind.starts_with(&format!("{it}.")),
            };
            let fits = match self.has(F::AllTypes) {
                true => types.iter().all(matches),
                false => types.iter().any(matches),
            };
            if !fits && !self.has(F::TypesIgnored) {
                return false;
            }
        }
        if let Some(tags) = texts("taggar") {
            let own = TAGS
                .iter()
                .find(|(id, _)| *id == kind)
                .map_or(&[][..], |it| it.1);
            let has = |it: &String| own.contains(&it.as_str());
            let fits = match self.has(F::AllTags) {
                true => tags.iter().all(has),
                false => tags.iter().any(has),
            };
            if self.has(F::QuoteEscapes) && tags.iter().any(|it| it.contains('\'')) {
                return true;
            }
            if !fits && !self.has(F::TagsIgnored) {
                return false;
            }
        }
        let (_, swedish, utc) = instant(event);
        let day = if self.has(F::DaysInUtc) { utc } else { swedish };
        let (start, end) = (inner["startDatum"].as_str(), inner["slutDatum"].as_str());
        let early = start.is_some_and(|start| match self.has(F::StartNotIncluded) {
            true => *day <= *start,
            false => *day < *start,
        });
        let late = end.is_some_and(|end| match self.has(F::EndNotIncluded) {
            true => *day >= *end,
            false => *day > *end,
        });
        let minute_too_soon = self.has(F::EndsAMinuteSoon)
            && Some(&*day) == end
            && event["tidpunkt"].as_str().unwrap().contains("T23:59");
        !early && !late && !minute_too_soon
    }

    fn sort(&self, events: &mut [&Value], sorting: &Value) {
        let newest = json!([{ "attribut": "TIDPUNKT", "stigande": self.has(F::OldestFirst) }]);
        let keys = sorting.as_array().or(newest.as_array()).unwrap();
        let keys = if self.has(F::FirstKeyOnly) {
            &keys[..1]
        } else {
            keys
        };
        events.sort_by(|a, b| {
            keys.iter().fold(Ordering::Equal, |order, key| {
                let next = self.compare(a, b, key["attribut"].as_str().unwrap());
                let up =
                    key["stigande"] != false || self.has(F::AlwaysAscending) && !sorting.is_null();
                order.then(if up { next } else { next.reverse() })
            })
        });
    }

    fn compare(&self, a: &Value, b: &Value, attribute: &str) -> Ordering {
        let field = match attribute {
            "RUBRIK" => "rubrik",
            "BESKRIVNING" => "beskrivning",
            "PRODUCENT" => "producent",
            "KUNDHANDELSETYP" => "kundhandelseTyp",
            "PRODUCENTARENDETKRAVERKUNDATGARD" => "producentarendetKraverKundatgard",
            "PRODUCENTARENDETKLART" => "producentarendetKlart",
            _ => "tidpunkt",
        };
        let text = |it: &Value| it[field].as_str().unwrap_or("").to_owned();
        match field {
            "tidpunkt" if self.has(F::TimeAsText) => text(a).cmp(&text(b)),
            "tidpunkt" => instant(a).0.cmp(&instant(b).0),
            _ if a[field].is_boolean() => {
                let order = a[field].as_bool().cmp(&b[field].as_bool());
                if self.has(F::TrueFirst) {
                    order.reverse()
                } else {
                    order
                }
            }
            _ if self.has(F::CaseSensitive) => text(a).cmp(&text(b)),
            _ => text(a).to_lowercase().cmp(&text(b).to_lowercase()),
        }
    }
}
