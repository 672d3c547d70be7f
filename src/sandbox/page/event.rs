//! One event of an answer, as far as the page shows it.

use super::text::without_numbers;
use crate::model::{Entity as _, EventType};
use crate::resolve::Catalogue;
use jiff::Timestamp;
use serde_json::{Map, Value};

/// An event that the user may read.
pub(super) struct Event {
    /// About whom, as an index into the catalogue.
    pub(super) customer: usize,
    /// Its type, as an index into the catalogue.
    pub(super) event_type: usize,
    /// `kundhandelseId`.
    pub(super) id: String,
    /// `rubrik`, as the producer wrote it.
    pub(super) headline: String,
    /// `beskrivning`.
    pub(super) text: String,
    /// `sprak`, if it is a code that a page can name.
    pub(super) language: Option<String>,
    /// `producent`.
    pub(super) producer: String,
    /// `tidpunkt`, when it can be understood.
    pub(super) at: Option<Timestamp>,
    /// `tidpunkt` as it was written.
    pub(super) written: String,
    /// `producentarendetKraverKundatgard`.
    pub(super) action: bool,
    /// `producentarendetKlart`.
    pub(super) closed: bool,
    /// `utokadInformation`.
    pub(super) information: Map<String, Value>,
    /// The numbers in `referenser`, by name.
    pub(super) references: Vec<(String, String)>,
}

impl Event {
    /// Reads an event; nothing when the catalogue doesn't know its type, because then
    /// nobody can tell who may read it.
    pub(super) fn read(catalogue: &Catalogue, customer: usize, event: &Value) -> Option<Self> {
        let text = |name: &str| {
            let text = event.get(name).and_then(Value::as_str).unwrap_or("");
            without_numbers(catalogue, text)
        };
        let truth = |name: &str| event.get(name).and_then(Value::as_bool).unwrap_or(false);
        let object = |name: &str| event.get(name).and_then(Value::as_object);
        let id = event.get("kundhandelseTyp")?.as_str()?;
        let event_type = catalogue
            .event_types
            .binary_search_by(|it| it.id().cmp(id))
            .ok()?;
        let references = object("referenser").into_iter().flatten();
        let references = references.filter_map(|(name, value)| {
            let value = match value {
                Value::String(text) => text.trim().to_owned(),
                Value::Number(number) => number.to_string(),
                _ => return None,
            };
            (!value.is_empty()).then(|| (name.clone(), without_numbers(catalogue, &value)))
        });
        let written = text("tidpunkt");
        Some(Self {
            customer,
            event_type,
            id: text("kundhandelseId"),
            headline: text("rubrik"),
            text: text("beskrivning"),
            language: Some(text("sprak")).filter(|code| is_language(code)),
            producer: text("producent"),
            at: written.parse().ok(),
            written,
            action: truth("producentarendetKraverKundatgard"),
            closed: truth("producentarendetKlart"),
            information: object("utokadInformation").cloned().unwrap_or_default(),
            references: references.collect(),
        })
    }

    /// Its type.
    pub(super) fn kind<'c>(&self, catalogue: &'c Catalogue) -> &'c EventType {
        &catalogue.event_types[self.event_type]
    }
}

/// Whether this is a code of ISO 639-1.
fn is_language(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase())
}
