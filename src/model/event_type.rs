//! Event types and their versions.

use super::{Attribute, Authorization, Category, LocalText, Process, Ref};
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;
use std::sync::Arc;

/// An event type (kundhändelsetyp) with all its versions.
#[derive(Debug)]
pub struct EventType {
    /// Its id, `REFKOM.BYGGLOV.BESLUT`.
    pub id: Spanned<Box<str>>,
    /// The process that it belongs to.
    pub process: Ref<Process>,
    /// Its versions, newest first; never empty.
    pub versions: Box<[Version]>,
    /// The event type of a template that it follows, when it was adopted.
    pub adopted: Option<FromTemplate>,
}

impl EventType {
    /// The version with a number.
    pub fn version(&self, number: &semver::Version) -> Option<&Version> {
        self.versions.iter().find(|it| it.number.value == *number)
    }

    /// The version that a reader should see first: the newest that isn't a
    /// draft, or the newest draft when nothing else exists.
    pub fn current(&self) -> &Version {
        &self.versions[self.current_index()]
    }

    /// The index of [`Self::current`].
    pub fn current_index(&self) -> usize {
        self.versions
            .iter()
            .position(|v| v.status != Status::Draft)
            .unwrap_or(0)
    }

    /// The id without the producer and the process.
    pub fn short(&self) -> &str {
        self.id.splitn(3, '.').nth(2).unwrap_or(&self.id)
    }
}

/// Which event type of which template an adopted one follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FromTemplate {
    /// Index into the catalogue's templates.
    pub template: u32,
    /// Index into the template's event types.
    pub event: u32,
}

/// One version of an event type. What those who adopt a template have alike is shared.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number.
    pub number: Spanned<semver::Version>,
    /// Where it is in its life.
    pub status: Status,
    /// Where the status stands.
    pub status_span: Span,
    /// When it was published.
    pub published: Option<Spanned<Date>>,
    /// When it was deprecated.
    pub deprecated: Option<Spanned<Date>>,
    /// Its last day of use.
    pub sunset: Option<Spanned<Date>>,
    /// When it was retired.
    pub retired: Option<Spanned<Date>>,
    /// The event type to use instead.
    pub replaced_by: Option<Ref<EventType>>,
    /// What to use instead, or why nothing (Markdown).
    pub advice: Option<LocalText>,
    /// What is new (Markdown).
    pub changes: Option<LocalText>,
    /// What a consumer must do (Markdown).
    pub migration: Option<LocalText>,
    /// A change of meaning that the author declares.
    pub semantic_change: Option<Spanned<Box<str>>>,
    /// Its name.
    pub title: LocalText,
    /// When it is sent and what it means (Markdown).
    pub description: LocalText,
    /// Its category.
    pub category: Ref<Category>,
    /// Who may read it: any of these.
    pub authorizations: Arc<[Ref<Authorization>]>,
    /// Whether the customer must act (`producentarendetKraverKundatgard`).
    pub requires_customer_action: Truth,
    /// Whether the case is over (`producentarendetKlart`).
    pub closes_case: Truth,
    /// What questions may select it by.
    pub tags: Arc<[Spanned<Box<str>>]>,
    /// What `utokadInformation` holds.
    pub attributes: Arc<[Attribute]>,
    /// What `referenser` holds.
    pub references: Arc<[Attribute]>,
    /// Events as they go over the wire.
    pub examples: Box<[Example]>,
    /// The codes of the languages that its texts can be in, in the order of
    /// [`LocalText::by_lang`]. All versions of a site share one list.
    pub languages: Arc<[Box<str>]>,
    /// The whole block.
    pub span: Span,
}

impl Version {
    /// The day of its latest change of status, for "last changed".
    pub fn changed(&self) -> Option<Date> {
        let dates = [&self.retired, &self.deprecated, &self.published];
        dates.into_iter().flatten().map(|date| date.value).next()
    }
}

/// Where a version is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Not a promise yet.
    Draft,
    /// In use.
    Published,
    /// In use, and on its way out.
    Deprecated,
    /// No longer in use; kept as a record.
    Retired,
}

impl Status {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Deprecated => "deprecated",
            Self::Retired => "retired",
        }
    }
}

/// What a boolean field of an event may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// Always `true`.
    True,
    /// Always `false`.
    False,
    /// Either, by the case.
    Varies,
}

impl Truth {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::True => "true",
            Self::False => "false",
            Self::Varies => "varies",
        }
    }
}

/// An example of an event.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it shows.
    pub title: LocalText,
    /// The event as compact JSON, keys in the author's order.
    pub json: Box<str>,
    /// The place of every value in the JSON, in the order in which the values
    /// begin: an object or list before what it holds.
    pub spans: Arc<[(u32, u32)]>,
    /// The file they are places in.
    pub file: FileId,
    /// Where in the JSON a template's example got the producer's name: from which byte
    /// up to which.
    pub named: Box<[(u32, u32)]>,
}
