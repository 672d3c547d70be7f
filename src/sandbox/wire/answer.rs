//! Answers: the events of each party, the question as it was understood, and how it went
//! at each producer.

use serde_json::{Map, Value};

/// The events of a party.
#[derive(Debug)]
pub(in crate::sandbox) struct PartEvents<'a> {
    /// The party, as it stood in the question.
    pub(in crate::sandbox) part: Value,
    /// How many events there are before they are divided into pages.
    pub(in crate::sandbox) total: usize,
    /// Those of the page, each as it goes over the wire.
    pub(in crate::sandbox) events: Vec<&'a str>,
}

/// How it went when a producer was asked about a party.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct PartialRow {
    pub(in crate::sandbox) producer: String,
    pub(in crate::sandbox) part: Value,
    /// The status code.
    pub(in crate::sandbox) code: u16,
    /// What went wrong; nothing when it went well.
    pub(in crate::sandbox) message: Option<String>,
}

impl PartialRow {
    fn json(&self) -> Value {
        let mut map = Map::new();
        map.insert("producent".to_owned(), self.producer.as_str().into());
        map.insert("part".to_owned(), self.part.clone());
        let status = if self.message.is_none() { "OK" } else { "FEL" };
        map.insert("status".to_owned(), status.into());
        map.insert("httpCode".to_owned(), self.code.into());
        if let Some(message) = &self.message {
            map.insert("message".to_owned(), message.as_str().into());
        }
        Value::Object(map)
    }
}

/// Writes an answer. Events are copied as they are: they were checked when they came.
pub(in crate::sandbox) fn write_answer(
    parts: &[PartEvents],
    mut echo: Map<String, Value>,
    language: Option<&str>,
    rows: &[PartialRow],
) -> String {
    let length: usize = parts
        .iter()
        .flat_map(|part| &part.events)
        .map(|it| it.len() + 1)
        .sum();
    let mut text = String::with_capacity(length + 1024);
    text.push_str("{\"kundhandelser\":[");
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str("{\"part\":");
        text.push_str(&part.part.to_string());
        text.push_str(",\"totaltAntalKundhandelser\":");
        text.push_str(&part.total.to_string());
        text.push_str(",\"kundhandelserForPart\":[");
        for (at, event) in part.events.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            text.push_str(event);
        }
        text.push_str("]}");
    }
    text.push_str("],\"metadata\":");
    if let Some(language) = language {
        let treatment = echo.shift_remove("behandling");
        echo.insert("onskatSprak".to_owned(), language.into());
        if let Some(treatment) = treatment {
            echo.insert("behandling".to_owned(), treatment);
        }
    }
    text.push_str(&Value::Object(echo).to_string());
    text.push_str(",\"delfragor\":");
    let rows: Vec<Value> = rows.iter().map(PartialRow::json).collect();
    text.push_str(&Value::Array(rows).to_string());
    text.push('}');
    text
}
