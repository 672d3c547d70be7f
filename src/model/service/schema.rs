//! Schemas: what a value may be, by the keywords of JSON Schema 2020-12 that are read.

use super::{ApiRef, Texts};
use crate::model::{Bounds, LocalText};
use crate::source::{FileId, Span, Spanned};

/// A value that an author wrote as YAML, as JSON.
#[derive(Debug)]
pub struct Json {
    /// Compact JSON.
    pub json: Box<str>,
    /// Where each value in it stands, in the order in which they begin.
    pub spans: Box<[(u32, u32)]>,
    /// The file.
    pub file: FileId,
}

impl Json {
    /// Where the n-th value stands; the whole when there is none such.
    pub fn span(&self, at: usize) -> Span {
        let found = self.spans.get(at).or(self.spans.first());
        let (start, end) = found.copied().unwrap_or((0, 0));
        let file = self.file;
        Span { file, start, end }
    }

    /// A text without its quotes, anything else as JSON.
    pub fn shown(&self) -> String {
        match serde_json::from_str(&self.json) {
            Ok(serde_json::Value::String(text)) => text,
            _ => self.json.to_string(),
        }
    }
}

/// The types of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchemaType {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Named values.
    Object,
    /// A list.
    Array,
    /// `null`.
    Null,
}

impl SchemaType {
    /// All of them, by their words.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("string", Self::String),
        ("integer", Self::Integer),
        ("number", Self::Number),
        ("boolean", Self::Boolean),
        ("object", Self::Object),
        ("array", Self::Array),
        ("null", Self::Null),
    ];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, it)| *it == self)
            .map_or("", |it| it.0)
    }
}

/// A property of an object.
#[derive(Debug)]
pub struct Property {
    /// Its name.
    pub name: Spanned<Box<str>>,
    /// What it may hold.
    pub schema: Schema,
}

/// A property that calls for others.
#[derive(Debug)]
pub struct Dependency {
    /// Its name.
    pub property: Spanned<Box<str>>,
    /// The others.
    pub needs: Box<[Spanned<Box<str>>]>,
}

/// Properties that an object may have besides those that are named.
#[derive(Debug)]
pub enum Additional {
    /// Any, or none.
    Any(bool),
    /// Such as this.
    Schema(Box<Schema>),
}

/// What a value may be.
#[derive(Debug)]
pub struct Schema {
    /// Where it stands.
    pub span: Span,
    /// Where it stands in the document, as a JSON pointer.
    pub pointer: Box<str>,
    /// Title and description.
    pub texts: Texts,
    /// Another schema that holds too.
    pub reference: Option<ApiRef>,
    /// The types it may have; none means any.
    pub types: Box<[SchemaType]>,
    /// Its properties.
    pub properties: Box<[Property]>,
    /// The properties that must be there.
    pub required: Box<[Spanned<Box<str>>]>,
    /// Other properties.
    pub additional: Option<Additional>,
    /// What each item of a list may be.
    pub items: Option<Box<Schema>>,
    /// The values it may have.
    pub values: Option<Spanned<Box<[Json]>>>,
    /// The only value it may have.
    pub constant: Option<Json>,
    /// The value that is meant when there is none.
    pub default: Option<Json>,
    /// Examples.
    pub examples: Box<[Json]>,
    /// Such as `date-time`.
    pub format: Option<Spanned<Box<str>>>,
    /// A regular expression that must match somewhere in the text.
    pub pattern: Option<Spanned<Box<str>>>,
    /// Shortest and longest text, in characters.
    pub length: Bounds<u64>,
    /// Least and greatest number.
    pub range: Bounds<f64>,
    /// The numbers that it must lie between, without being one of them.
    pub exclusive: Bounds<f64>,
    /// Fewest and most items.
    pub count: Bounds<u64>,
    /// Fewest and most properties.
    pub size: Bounds<u64>,
    /// Whether all items must differ.
    pub unique: bool,
    /// Schemas that all hold.
    pub all_of: Box<[Schema]>,
    /// Schemas of which at least one holds.
    pub any_of: Box<[Schema]>,
    /// Schemas of which exactly one holds.
    pub one_of: Box<[Schema]>,
    /// A schema that doesn't hold.
    pub not: Option<Box<Schema>>,
    /// Properties that others call for.
    pub dependent: Box<[Dependency]>,
    /// Whether it is on its way out.
    pub deprecated: bool,
    /// Whether only the one who answers gives it.
    pub read_only: bool,
    /// Whether only the one who asks gives it.
    pub write_only: bool,
    /// Who fills it in, and from what (Markdown).
    pub filled_by: Option<LocalText>,
    /// What is often wrong, and what to do instead (Markdown).
    pub typical_errors: Box<[LocalText]>,
}

impl Schema {
    /// The schemas that a value of this one is held against too: it itself isn't
    /// among them.
    pub fn same_value(&self) -> impl Iterator<Item = &Schema> {
        let parts = self.all_of.iter().chain(&self.any_of).chain(&self.one_of);
        parts.chain(self.not.as_deref())
    }

    /// The schemas of what a value of this one holds.
    pub fn held(&self) -> impl Iterator<Item = &Schema> {
        let additional = match &self.additional {
            Some(Additional::Schema(schema)) => Some(&**schema),
            _ => None,
        };
        let properties = self.properties.iter().map(|it| &it.schema);
        properties.chain(self.items.as_deref()).chain(additional)
    }
}
