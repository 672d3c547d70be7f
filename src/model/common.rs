//! What all producers share: categories, authorization object types, code lists
//! and the concept model.

use super::{CodeValue, Entity, LocalText, Ref};
use crate::source::{Span, Spanned};
use jiff::civil::Date;

/// An event category (kundhändelsekategori): a class of event types that means
/// the same whoever the producer is.
#[derive(Debug)]
pub struct Category {
    /// Its id, such as `RECEIVED`.
    pub id: Spanned<Box<str>>,
    /// Its place in the usual course of a case.
    pub order: i64,
    /// Whether it may be used.
    pub standing: Standing,
    /// Its name.
    pub title: LocalText,
    /// What it means to the customer (Markdown).
    pub description: LocalText,
}

/// Whether something that others name may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Not decided yet: only drafts may name it.
    Draft,
    /// In use.
    #[default]
    Published,
    /// Since this day only what was published before may name it.
    Retired(Date),
}

impl Standing {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Retired(_) => "retired",
        }
    }
}

/// An authorization object type (behörighetsobjektstyp): a right that a user
/// may hold to read events about a customer.
#[derive(Debug)]
pub struct Authorization {
    /// Its id, such as `SIGNATORY`.
    pub id: Spanned<Box<str>>,
    /// Its place in lists.
    pub order: i64,
    /// What the right rests on.
    pub kind: AuthorizationKind,
    /// What kind of customer it is a right for.
    pub customer: CustomerKind,
    /// Whether it may be used.
    pub standing: Standing,
    /// Its name.
    pub title: LocalText,
    /// Who holds it, and how that is known (Markdown).
    pub description: LocalText,
    /// Those whose events its holders may read too.
    pub includes: Box<[Ref<Authorization>]>,
    /// Those that it includes by way of others too, in order, set by the resolve stage.
    pub(crate) all_included: Box<[u32]>,
}

/// What a right to read rests on, in the order of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuthorizationKind {
    /// The user is the customer.
    Own,
    /// A law or a court makes the user represent the customer.
    Representative,
    /// The user may sign for the organisation.
    Signatory,
    /// The customer has given the user a power of attorney (fullmakt).
    PowerOfAttorney,
    /// The customer has let a legal person read, and no more (juridiskt läsombud).
    ReadProxy,
}

impl AuthorizationKind {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [
        Self::Own,
        Self::Representative,
        Self::Signatory,
        Self::PowerOfAttorney,
        Self::ReadProxy,
    ];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Representative => "representative",
            Self::Signatory => "signatory",
            Self::PowerOfAttorney => "power-of-attorney",
            Self::ReadProxy => "read-proxy",
        }
    }
}

/// Kinds of customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustomerKind {
    /// A natural person.
    Person,
    /// A legal person.
    Organisation,
    /// Either.
    Both,
}

impl CustomerKind {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Both => "both",
        }
    }
}

/// A list of codes that several attributes point to.
#[derive(Debug)]
pub struct CodeList {
    /// Its id, such as `CHANNEL`.
    pub id: Spanned<Box<str>>,
    /// Whether it may be used.
    pub standing: Standing,
    /// Its name.
    pub title: LocalText,
    /// What it is for (Markdown).
    pub description: LocalText,
    /// The codes, in the author's order.
    pub values: Box<[CodeValue]>,
}

/// The parts of the concept model, each with a diagram of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Who takes part.
    Actors,
    /// What happens, and in what.
    Events,
    /// Who may read.
    Authorization,
    /// How events are asked for and handed out.
    Exchange,
    /// What the catalogue describes, and how that may change.
    Catalogue,
    /// What is written down about the building block.
    Documents,
}

impl Area {
    /// All of them, in the order of the diagrams.
    pub const ALL: [Self; 6] = [
        Self::Actors,
        Self::Events,
        Self::Authorization,
        Self::Exchange,
        Self::Catalogue,
        Self::Documents,
    ];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Events => "events",
            Self::Authorization => "authorization",
            Self::Exchange => "exchange",
            Self::Catalogue => "catalogue",
            Self::Documents => "documents",
        }
    }
}

/// A concept of the concept model (begreppsmodell).
#[derive(Debug)]
pub struct Concept {
    /// Its id, such as `kundhandelse`.
    pub id: Spanned<Box<str>>,
    /// The part of the model that it belongs to.
    pub area: Area,
    /// The preferred term.
    pub term: LocalText,
    /// Other terms for it, by language.
    pub alternatives: Box<[Terms]>,
    /// The definition: nearest broader concept and what sets it apart.
    pub definition: LocalText,
    /// Notes (Markdown).
    pub notes: Option<LocalText>,
    /// Examples.
    pub examples: Box<[LocalText]>,
    /// Where the definition comes from.
    pub source: Option<LocalText>,
    /// How it relates to other concepts.
    pub relations: Box<[Relation]>,
}

/// Terms in one language.
pub type Terms = Box<[Spanned<Box<str>>]>;

/// A relation from one concept to another.
#[derive(Debug)]
pub struct Relation {
    /// What kind.
    pub kind: RelationKind,
    /// The other concept.
    pub to: Ref<Concept>,
    /// Words for the relation, read from this concept to the other.
    pub label: Option<LocalText>,
    /// All of it.
    pub span: Span,
}

/// Kinds of relation, as in terminology work (ISO 704).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationKind {
    /// The other concept is broader.
    Generic,
    /// The other concept is the whole.
    Partitive,
    /// They belong together in another way.
    Associative,
}

impl RelationKind {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Generic => "generic",
            Self::Partitive => "partitive",
            Self::Associative => "associative",
        }
    }
}

macro_rules! entities {
    ($($type:ty)*) => {$(
        impl Entity for $type {
            fn id(&self) -> &str { &self.id.value }
            fn id_span(&self) -> Span { self.id.span }
        }
    )*};
}

entities!(
    Category Authorization CodeList Concept super::CaseArea
    super::Producer super::Process super::EventType super::Consumer super::Requirement
    super::TestCustomer
);
