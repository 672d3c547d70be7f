//! Questions, right ones and wrong ones, made by changing the simplest one.

use super::http::Sent;
use reqwest::Url;
use serde_json::{Map, Value, json};

/// The header that follows a question through the whole chain.
pub(super) const CORRELATION: &str = "skv_client_correlation_id";

/// The type of what is sent.
const JSON: &[u8] = b"application/json";

/// A question that is being made.
#[derive(Clone)]
pub(super) struct Question(pub(super) Value);

impl Question {
    /// The simplest question: everything about a party.
    pub(super) fn about(party: Value, user: &str) -> Self {
        Self(json!({ "fraga": { "parter": [party] }, "anvandare": user }))
    }

    /// The same with a value at a JSON pointer; objects on the way are made.
    #[must_use]
    pub(super) fn with(mut self, pointer: &str, value: Value) -> Self {
        let mut at = &mut self.0;
        for step in pointer.split('/').skip(1) {
            if let (Value::Array(items), Ok(number)) = (&mut *at, step.parse::<usize>()) {
                if items.len() <= number {
                    items.resize(number + 1, Value::Null);
                }
            } else if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            at = match at {
                Value::Array(items) => {
                    match step.parse().ok().and_then(|it: usize| items.get_mut(it)) {
                        Some(item) => item,
                        None => return self,
                    }
                }
                _ => &mut at[step],
            };
        }
        *at = value;
        self
    }

    /// The same without what stands at a JSON pointer.
    #[must_use]
    pub(super) fn without(mut self, pointer: &str) -> Self {
        if let Some((parent, name)) = pointer.rsplit_once('/')
            && let Some(Value::Object(map)) = self.0.pointer_mut(parent)
        {
            map.shift_remove(name);
        }
        self
    }

    /// The same with a sorting: attributes, each with whether it is ascending.
    #[must_use]
    pub(super) fn sorted(self, keys: &[(&str, bool)]) -> Self {
        let keys = keys
            .iter()
            .map(|(attribute, ascending)| json!({ "attribut": attribute, "stigande": ascending }));
        self.with("/fraga/behandling/sortering", keys.collect())
    }

    /// The same with a page.
    #[must_use]
    pub(super) fn page(self, offset: usize, limit: Option<usize>) -> Self {
        let page = match limit {
            Some(limit) => json!({ "offset": offset, "limit": limit }),
            None => json!({ "offset": offset }),
        };
        self.with("/fraga/behandling/paginering", page)
    }

    /// The same with event types.
    #[must_use]
    pub(super) fn types(self, types: &[&str]) -> Self {
        self.with("/fraga/kundhandelseTyper", json!(types))
    }

    /// The same with tags.
    #[must_use]
    pub(super) fn tags(self, tags: &[&str]) -> Self {
        self.with("/fraga/taggar", json!(tags))
    }

    /// The same with dates; those that are left out stay as they are.
    #[must_use]
    pub(super) fn dates(mut self, start: Option<&str>, end: Option<&str>) -> Self {
        if let Some(start) = start {
            self = self.with("/fraga/startDatum", json!(start));
        }
        if let Some(end) = end {
            self = self.with("/fraga/slutDatum", json!(end));
        }
        self
    }
}

impl Sent {
    /// A call with a body.
    pub(super) fn post(url: &Url, body: Vec<u8>, correlation: &str) -> Self {
        Self {
            method: "POST",
            url: url.clone(),
            headers: vec![
                ("content-type", JSON.to_vec()),
                ("accept", JSON.to_vec()),
                ("accept-language", b"sv".to_vec()),
                (CORRELATION, correlation.as_bytes().to_vec()),
            ],
            body,
        }
    }

    /// The same without a header.
    #[must_use]
    pub(super) fn without(mut self, header: &str) -> Self {
        self.headers.retain(|(name, _)| *name != header);
        self
    }

    /// The same with another value of a header.
    #[must_use]
    pub(super) fn with(self, header: &'static str, value: &[u8]) -> Self {
        let mut sent = self.without(header);
        sent.headers.push((header, value.to_vec()));
        sent
    }

    /// The same by another method.
    #[must_use]
    pub(super) fn by(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_set_and_taken_away_where_they_stand() {
        let question = Question::about(json!({ "kund": {} }), "1")
            .with("/fraga/parter/1/arende", json!(true))
            .sorted(&[("TIDPUNKT", false)])
            .page(3, None)
            .without("/anvandare");
        assert_eq!(
            question.0,
            json!({ "fraga": {
                "parter": [{ "kund": {} }, { "arende": true }],
                "behandling": {
                    "sortering": [{ "attribut": "TIDPUNKT", "stigande": false }],
                    "paginering": { "offset": 3 },
                },
            } })
        );
    }
}
