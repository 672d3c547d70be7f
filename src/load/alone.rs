//! Files that are read by themselves, without the rest of a site.

use super::decode::{self, Decoder};
use super::{config, event_type, read::empty, yaml};
use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::source::FileId;
use std::sync::Arc;

/// The words of a theme: a flat list of keys and texts.
pub(crate) fn words(file: FileId, text: &str, out: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let no_languages = Arc::default();
    let mut decoder = Decoder::new(file, "", text, &no_languages);
    let words = match yaml::parse(file, text, &mut decoder.findings) {
        Some(root) => decoder.words(&root),
        None => Vec::new(),
    };
    out.append(&mut decoder.findings);
    words
}

/// An event type whose file is looked at by itself, wherever it lies: its id is
/// the one that it says.
pub fn event_type_alone(text: &str) -> (Option<EventType>, Vec<Diagnostic>) {
    let languages = config::default_languages();
    let mut decoder = Decoder::new(FileId(0), "", text, &languages);
    let Some(root) = yaml::parse(FileId(0), text, &mut decoder.findings) else {
        if decoder.findings.is_empty() {
            decoder.findings.push(empty(FileId(0), ""));
        }
        return (None, decoder.findings);
    };
    let id = match &root.value {
        yaml::Value::Map(pairs) => pairs.iter().find(|pair| pair.key == "id"),
        _ => None,
    };
    let id = id
        .and_then(|pair| decode::scalar(&pair.value))
        .unwrap_or("")
        .to_owned();
    let event_type = event_type::event_type(&mut decoder, &root, &id);
    (event_type, decoder.findings)
}

/// A YAML file as compact JSON; nothing when its syntax is broken.
pub fn yaml_as_json(text: &str) -> Option<String> {
    let no_languages = Arc::default();
    let mut decoder = Decoder::new(FileId(0), "", text, &no_languages);
    let root = yaml::parse(FileId(0), text, &mut decoder.findings)?;
    let (mut json, mut spans) = (String::with_capacity(text.len()), Vec::new());
    super::example::to_json(&mut decoder, &root, &mut json, &mut spans);
    Some(json)
}
