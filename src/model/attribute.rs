//! Attributes: what `utokadInformation` and `referenser` of an event hold.

use super::{CodeList, LocalText, Ref};
use crate::source::Spanned;

/// One attribute of an event type.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Its name in JSON.
    pub name: Spanned<Box<str>>,
    /// What it may hold.
    pub ty: Type,
    /// Whether every event has it.
    pub required: bool,
    /// Whether it is on its way out.
    pub deprecated: bool,
    /// What it means (Markdown).
    pub description: LocalText,
}

/// What a value may be, with the bounds that its type can have.
#[derive(Debug, Clone)]
pub enum Type {
    /// Text.
    String {
        /// Shortest and longest, in characters.
        length: Bounds<u64>,
        /// A regular expression that it must contain a match of.
        pattern: Option<Spanned<Box<str>>>,
    },
    /// A whole number.
    Integer(Bounds<f64>),
    /// A number.
    Number(Bounds<f64>),
    /// `true` or `false`.
    Boolean,
    /// A day, RFC 3339 `full-date`.
    Date,
    /// A day and time with offset, RFC 3339 `date-time`.
    DateTime,
    /// An absolute URI, RFC 3986.
    Uri,
    /// One of some codes.
    Code(Codes),
    /// Named values of its own.
    Object(Box<[Attribute]>),
    /// A list.
    Array {
        /// What each of its items may be.
        items: Box<Type>,
        /// Fewest and most items.
        count: Bounds<u64>,
    },
}

impl Type {
    /// The word in the source files.
    pub fn key(&self) -> &'static str {
        match self {
            Self::String { .. } => "string",
            Self::Integer(_) => "integer",
            Self::Number(_) => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::DateTime => "date-time",
            Self::Uri => "uri",
            Self::Code(_) => "code",
            Self::Object(_) => "object",
            Self::Array { .. } => "array",
        }
    }
}

/// A lower and an upper bound, both inclusive.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bounds<N> {
    /// The least that is allowed.
    pub min: Option<N>,
    /// The most that is allowed.
    pub max: Option<N>,
}

/// The codes that an attribute may hold.
#[derive(Debug, Clone)]
pub struct Codes {
    /// Whether other codes may come without a new major version.
    pub open: bool,
    /// Codes of its own; empty when a list is pointed to.
    pub values: Box<[CodeValue]>,
    /// The shared list.
    pub list: Option<Ref<CodeList>>,
}

/// One code.
#[derive(Debug, Clone)]
pub struct CodeValue {
    /// As it goes over the wire.
    pub value: Spanned<Box<str>>,
    /// Its name.
    pub title: LocalText,
    /// What it means.
    pub description: Option<LocalText>,
}
