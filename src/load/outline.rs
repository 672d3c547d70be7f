//! Where the parts of an event type's versions stand in its file, for commands
//! that change the file as text.

use super::yaml::{self, Node, Value};
use crate::source::FileId;
use std::ops::Range;

/// One version as it is written.
#[derive(Debug, Clone)]
pub struct Outline {
    /// The bytes of the whole version, without the dash before it.
    pub range: Range<usize>,
    /// Whether each key stands on a line of its own, not within braces.
    pub is_block: bool,
    /// Its keys in the author's order.
    pub keys: Vec<Key>,
}

/// A key of a version and its value.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub name: String,
    /// The bytes of the key.
    pub key: Range<usize>,
    /// The bytes of the value.
    pub value: Range<usize>,
}

/// The versions of an event type, in the order of the file; nothing when it can't
/// be read.
pub fn outline(text: &str) -> Option<Vec<Outline>> {
    let root = yaml::parse(FileId(0), text, &mut Vec::new())?;
    let Value::Map(pairs) = &root.value else {
        return None;
    };
    let versions = pairs.iter().find(|pair| pair.key == "versions")?;
    let Value::List(items) = &versions.value.value else {
        return None;
    };
    items.iter().map(|item| version(text, item)).collect()
}

fn version(text: &str, item: &Node<'_>) -> Option<Outline> {
    let Value::Map(pairs) = &item.value else {
        return None;
    };
    let keys = pairs.iter().map(|pair| Key {
        name: pair.key.to_string(),
        key: pair.key_range.clone(),
        // What a block of text ends with is left to what follows.
        value: trimmed(text, &pair.value.range),
    });
    let range = trimmed(text, &item.range);
    Some(Outline {
        is_block: !text.get(range.clone())?.starts_with('{'),
        keys: keys.collect(),
        range,
    })
}

fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or("");
    range.start..range.start + inside.trim_end().len()
}
