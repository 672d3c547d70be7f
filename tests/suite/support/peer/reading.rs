//! How the producer for tests reads a question.

use super::Fault as F;
use super::{CUSTOMER, Producer, Reply};
use jiff::civil::Date;
use serde_json::{Value, json};

const KINDS: &[&str] = &["Personnummer", "Organisationsnummer", "Samordningsnummer"];
const REFERENCES: &[&str] = &[
    "Konsumentreferens",
    "Producentarendereferens",
    "Diarienummer",
    "Kvittensnummer",
];
const ATTRIBUTES: &[&str] = &[
    "RUBRIK",
    "BESKRIVNING",
    "PRODUCENT",
    "TIDPUNKT",
    "KUNDHANDELSETYP",
    "PRODUCENTARENDETKRAVERKUNDATGARD",
    "PRODUCENTARENDETKLART",
];

/// Nothing, or the field that is wrong.
type Fine = Result<(), String>;

fn fine(is: bool, field: &str) -> Fine {
    if is { Ok(()) } else { Err(field.to_owned()) }
}

fn digits(value: &Value, count: usize) -> bool {
    let text = value.as_str().unwrap_or("");
    text.len() == count && text.bytes().all(|it| it.is_ascii_digit())
}

impl Producer {
    /// Reads a question. One that takes anything answers what it can't read as if it
    /// asked for everything.
    pub(super) fn read(&self, body: &[u8]) -> Result<Value, Reply> {
        let read = self.strictly(body);
        let everything = || {
            let kund = json!({ "identifierare": CUSTOMER, "typ": "Personnummer" });
            json!({ "fraga": { "parter": [{ "kund": kund }] }, "anvandare": CUSTOMER })
        };
        match self.has(F::TakesAnything) {
            true => Ok(read.unwrap_or_else(|_| everything())),
            false => read,
        }
    }

    fn strictly(&self, body: &[u8]) -> Result<Value, Reply> {
        let lossy = String::from_utf8_lossy(body);
        let body = if self.has(F::LossyText) {
            lossy.as_bytes()
        } else {
            body
        };
        let mut all = serde_json::Deserializer::from_slice(body).into_iter::<Value>();
        let first = all.next();
        let more = all.next().is_some();
        let status = if self.has(F::BadJsonIs500) { 500 } else { 400 };
        let question = match first {
            Some(Ok(question)) if question.is_object() => question,
            Some(Ok(_)) => return Err(self.error(400, "Bad request: frågan är inget objekt")),
            _ => return Err(self.error(status, "Bad request: frågan går inte att läsa")),
        };
        if more && !self.has(F::TrailingText) {
            return Err(self.error(status, "Bad request: frågan följs av något mer"));
        }
        match self.examined(&question) {
            Ok(()) => Ok(question),
            Err(field) => {
                let number = question["fraga"]["parter"][0]["kund"]["identifierare"].as_str();
                let number = match self.has(F::NumberInMessage) {
                    true => format!(" ({})", number.unwrap_or("")),
                    false => String::new(),
                };
                Err(self.error(400, &format!("Bad request: {field} är fel{number}")))
            }
        }
    }

    fn examined(&self, question: &Value) -> Fine {
        let inner = &question["fraga"];
        fine(inner.is_object(), "fraga")?;
        if !self.has(F::AnyUser) {
            fine(digits(&question["anvandare"], 12), "anvandare")?;
        }
        let parties = inner["parter"].as_array().ok_or("fraga.parter")?;
        let most = match self.fault {
            Some(F::ManyParties) => usize::MAX,
            Some(F::TenOfEach) => 10,
            _ => 100,
        };
        fine((1..=most).contains(&parties.len()), "fraga.parter")?;
        for (at, party) in parties.iter().enumerate() {
            if at == 0 || !self.has(F::FirstPartyOnly) {
                self.party(party)
                    .map_err(|it| format!("fraga.parter[{at}]{it}"))?;
            }
        }
        self.list(
            &inner["kundhandelseTyper"],
            "fraga.kundhandelseTyper",
            |it| self.is_pattern(it),
        )?;
        self.list(&inner["taggar"], "fraga.taggar", |it| {
            it.as_str().is_some_and(|it| !it.is_empty())
        })?;
        let (start, end) = (&inner["startDatum"], &inner["slutDatum"]);
        fine(self.is_date(start), "fraga.startDatum")?;
        fine(self.is_date(end), "fraga.slutDatum")?;
        if let (Some(start), Some(end)) = (start.as_str(), end.as_str()) {
            fine(
                start <= end || self.has(F::StartAfterEnd),
                "fraga.startDatum",
            )?;
        }
        self.treatment(&inner["behandling"])
    }

    fn party(&self, party: &Value) -> Fine {
        let (kund, arende) = (&party["kund"], &party["arende"]);
        if kund.is_null() && arende.is_null() {
            return fine(self.has(F::EmptyParty), "");
        }
        fine(!kund.is_null() || !self.has(F::CustomerRequired), ".kund")?;
        if !kund.is_null() {
            let number = &kund["identifierare"];
            let right = match self.has(F::AnyNumber) {
                true => number.is_string(),
                false => digits(number, 12),
            };
            fine(right, ".kund.identifierare")?;
            let kind = kund["typ"].as_str();
            let right = kind.is_some_and(|it| KINDS.contains(&it) || self.has(F::AnyKind));
            fine(right, ".kund.typ")?;
            let supplement = &kund["tillagg"];
            let longest = if self.has(F::ShortSupplement) { 3 } else { 20 };
            let right = supplement
                .as_str()
                .is_some_and(|it| (1..=longest).contains(&it.len()));
            fine(supplement.is_null() || right, ".kund.tillagg")?;
        }
        if !arende.is_null() {
            let reference = arende["identifierare"].as_str().unwrap_or("");
            let length = match self.has(F::LengthInBytes) {
                true => reference.len(),
                false => reference.chars().count(),
            };
            fine((1..=100).contains(&length), ".arende.identifierare")?;
            let kind = arende["typ"].as_str().unwrap_or("");
            fine(REFERENCES.contains(&kind), ".arende.typ")?;
        }
        Ok(())
    }

    fn list(&self, list: &Value, field: &str, right: impl Fn(&Value) -> bool) -> Fine {
        if list.is_null() {
            return Ok(());
        }
        let items = list.as_array().ok_or(field)?;
        let most = if self.has(F::TenOfEach) { 10 } else { 100 };
        fine(items.len() <= most && items.iter().all(right), field)
    }

    fn is_pattern(&self, value: &Value) -> bool {
        let mut text = value.as_str().unwrap_or("").to_owned();
        if self.has(F::AnyCase) {
            text = text.to_uppercase();
        }
        let (first, rest) = text.split_once('.').unwrap_or((&text, "A"));
        let rest_fine = rest
            .bytes()
            .all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || b"_.".contains(&it));
        !first.is_empty()
            && first.bytes().all(|it| it.is_ascii_uppercase())
            && (!rest.is_empty() || self.has(F::TrailingStop))
            && rest_fine
            && text.len() <= 200
    }

    fn is_date(&self, value: &Value) -> bool {
        if value.is_null() {
            return true;
        }
        let text = value.as_str().unwrap_or("");
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(at, it)| match at {
                4 | 7 => it == b'-',
                _ => it.is_ascii_digit(),
            });
        // One that lets any day up to 31 pass doesn't know the calendar.
        let loose = self.has(F::AnyDay) && text.ends_with("-29");
        let leap = text.ends_with("-02-29") && self.has(F::NoLeapDays);
        shape && !leap && (loose || text.parse::<Date>().is_ok())
    }

    /// The most events of a page.
    fn page(&self) -> u64 {
        if self.has(F::SmallPages) { 100 } else { 1000 }
    }

    fn treatment(&self, treatment: &Value) -> Fine {
        let (sorting, page) = (&treatment["sortering"], &treatment["paginering"]);
        if !sorting.is_null() {
            let keys = sorting.as_array().ok_or("fraga.behandling.sortering")?;
            fine(!keys.is_empty(), "fraga.behandling.sortering")?;
            for key in keys {
                let attribute = key["attribut"].as_str().unwrap_or("");
                fine(
                    ATTRIBUTES.contains(&attribute)
                        && !(self.has(F::NoProducerSort) && attribute == "PRODUCENT"),
                    "fraga.behandling.sortering[0].attribut",
                )?;
                let ascending = key["stigande"].is_boolean() || self.has(F::AscendingByDefault);
                fine(ascending, "fraga.behandling.sortering[0].stigande")?;
            }
        }
        if !page.is_null() {
            if !self.has(F::UnsortedPages) {
                fine(
                    !sorting.is_null(),
                    "fraga.behandling.paginering kräver sortering och",
                )?;
            }
            fine(
                page["offset"].is_u64(),
                "fraga.behandling.paginering.offset",
            )?;
            let limit = &page["limit"];
            let right = limit
                .as_u64()
                .is_some_and(|it| (1..=self.page()).contains(&it) || self.has(F::AnyLimit));
            fine(
                limit.is_null() || right,
                "fraga.behandling.paginering.limit",
            )?;
        }
        Ok(())
    }
}
