//! The service description as files: as its author wrote it, and as JSON in each
//! language for programs that know nothing of several languages.

use crate::model::{Address, Lang, Service};
use crate::render::Kind;
use crate::render::code::{Form, print_json};
use crate::render::context::Cx;
use crate::render::markdown::internal_url;
use serde_json::{Map, Value};

/// The author's own file.
pub(in crate::render) static YAML_KIND: Kind = Kind {
    plan: |site| crate::render::pages::one_each(site.catalogue.services.len()),
    per_language: false,
    path: |cx, item, _| yaml_path(&cx.catalogue.services[item as usize]),
    render: |cx, item, _, out| {
        let it = &cx.catalogue.services[item as usize];
        out.extend_from_slice(it.source.as_bytes());
        Ok(())
    },
};

/// The same as JSON, in one language.
pub(in crate::render) static JSON_KIND: Kind = Kind {
    plan: |site| crate::render::pages::one_each(site.catalogue.services.len()),
    per_language: true,
    path: |cx, item, _| json_path(cx, &cx.catalogue.services[item as usize]),
    render: |cx, item, _, out| {
        let it = &cx.catalogue.services[item as usize];
        let value: Value = serde_json::from_str(&it.json).unwrap_or_default();
        let value = Localised::new(cx).part(value);
        let mut text = String::with_capacity(it.json.len() * 2);
        print_json(&value.to_string(), Form::Plain, 0, &mut text);
        text.push('\n');
        out.extend_from_slice(text.as_bytes());
        Ok(())
    },
};

/// The path of the author's file.
pub(in crate::render) fn yaml_path(it: &Service) -> String {
    format!("{}openapi.yaml", Address::service(&it.number.value, "").0)
}

/// The path of the JSON in a language.
pub(in crate::render) fn json_path(cx: &Cx<'_>, it: &Service) -> String {
    cx.path_below(&Address::service(&it.number.value, ""), "openapi.json")
}

/// Keys whose values are mappings from names that the author chose.
const NAMES: &[&str] = &[
    "paths",
    "properties",
    "schemas",
    "parameters",
    "headers",
    "requestBodies",
    "responses",
    "examples",
    "securitySchemes",
    "content",
    "variables",
    "scopes",
    "dependentRequired",
];

/// Keys whose values are data, which nothing may change.
const DATA: &[&str] = &["example", "value", "default", "const", "enum"];

/// Keys of ours whose texts are given by language.
const BY_LANGUAGE: &[&str] = &["x-changes", "x-filled-by", "x-typical-errors"];

/// Puts the texts of one language where programs look for them.
struct Localised<'c> {
    /// The key of each language but the first, and whether it is the one.
    keys: Vec<(String, bool)>,
    own: &'c str,
    first: &'c str,
    cx: &'c Cx<'c>,
}

impl<'c> Localised<'c> {
    fn new(cx: &'c Cx<'c>) -> Self {
        let config = cx.catalogue.config();
        let others = config.langs().skip(1);
        Self {
            keys: others
                .map(|lang| (["x-", config.code(lang)].concat(), lang == cx.lang))
                .collect(),
            own: config.code(cx.lang),
            first: config.code(Lang::FIRST),
            cx,
        }
    }

    /// A part of the document.
    fn part(&self, value: Value) -> Value {
        match value {
            Value::Object(map) => Value::Object(self.object(map)),
            Value::Array(items) => items.into_iter().map(|it| self.part(it)).collect(),
            other => other,
        }
    }

    fn object(&self, mut map: Map<String, Value>) -> Map<String, Value> {
        let mut own = Map::new();
        for (key, is_own) in &self.keys {
            if let (Some(Value::Object(texts)), true) = (map.shift_remove(key), is_own) {
                own = texts;
            }
        }
        for (key, text) in own {
            map.insert(key, text);
        }
        let member = |(key, value): (String, Value)| {
            let value = match (&*key, value) {
                (key, value) if DATA.contains(&key) => value,
                // The examples of a schema are a list of data.
                ("examples", Value::Array(items)) => Value::Array(items),
                (key, value) if BY_LANGUAGE.contains(&key) => self.texts(value),
                (key, Value::Object(names)) if NAMES.contains(&key) => {
                    let named = names.into_iter().map(|(name, it)| (name, self.part(it)));
                    Value::Object(named.collect())
                }
                ("description", Value::String(text)) => self.text(&text).into(),
                (_, value) => self.part(value),
            };
            (key, value)
        };
        map.into_iter().map(member).collect()
    }

    /// A text, or a list of texts, by language.
    fn texts(&self, value: Value) -> Value {
        match value {
            Value::Array(items) => items.into_iter().map(|it| self.texts(it)).collect(),
            Value::Object(mut by_lang) => {
                let own = by_lang.shift_remove(self.own);
                let own = own.or_else(|| by_lang.shift_remove(self.first));
                match own {
                    Some(Value::String(text)) => self.text(&text).into(),
                    other => other.unwrap_or_default(),
                }
            }
            other => other,
        }
    }

    /// A Markdown text for readers outside the site: its links name the host, and its
    /// terms are plain words.
    fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 64);
        let mut rest = text;
        while let Some(at) = rest.find("](/") {
            out.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            let end = rest.find([')', ' ', '\n']).unwrap_or(rest.len());
            out.push_str(&self.cx.absolute(&internal_url(self.cx, &rest[..end])));
            rest = &rest[end..];
        }
        out.push_str(rest);
        without_terms(&out)
    }
}

/// A text in which `[[shown|term]]` and `[[term]]` are only what is shown.
fn without_terms(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((term, following)) = after.split_once("]]") else {
            break;
        };
        out.push_str(before);
        let shown = term.split('|').next().unwrap_or(term);
        out.push_str(shown.trim_end_matches('\\'));
        rest = following;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::without_terms;

    #[test]
    fn terms_become_words() {
        assert_eq!(
            without_terms("a [[kunden|kund]] b [[kund]]"),
            "a kunden b kund"
        );
        assert_eq!(without_terms("a [[x\\|y]] [[b"), "a x [[b");
    }
}
