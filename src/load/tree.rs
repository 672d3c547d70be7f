//! The tree of a YAML file: what stands where.

use std::borrow::Cow;
use std::ops::Range;

/// The name of a key that can't be one; no text can hold this sign.
pub(super) const NO_NAME: &str = "\u{0}";

/// A value with its place.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) range: Range<usize>,
    pub(crate) value: Value<'a>,
}

/// What a [`Node`] holds.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// Text, number, date …: `plain` tells that it stood without quotes.
    Scalar { text: Cow<'a, str>, plain: bool },
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping, in the author's order.
    Map(Vec<Pair<'a>>),
    /// Something that this YAML doesn't have, such as an alias. It has been told
    /// of where it was read, so whoever meets it says no more.
    Refused,
}

/// A key and its value.
#[derive(Debug)]
pub(crate) struct Pair<'a> {
    pub(crate) key: Cow<'a, str>,
    pub(crate) key_range: Range<usize>,
    pub(crate) value: Node<'a>,
}

impl Pair<'_> {
    /// Whether the key was refused where it was read. Any key may have been
    /// meant, so none of this mapping is missing for sure.
    pub(crate) fn is_refused(&self) -> bool {
        self.key == NO_NAME
    }
}

impl Node<'_> {
    /// Whether nothing stands here.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if text.is_empty())
    }
}
