//! Template processes: a process with its event types, described once and adopted
//! by many producers.

use super::{
    ActorKind, Entity, EventType, Example, LegalBasis, LocalText, Process, Ref, Standing, State,
    Status, Transition,
};
use crate::source::{Span, Spanned};
use jiff::civil::Date;
use std::sync::Arc;

/// Where the adopter's prefix goes, in ids and examples of a template.
pub const PREFIX_PLACE: &str = "{prefix}";

/// Where the adopter's name goes, in examples of a template.
pub const PRODUCER_PLACE: &str = "{producer}";

/// A template process (mallprocess).
#[derive(Debug)]
pub struct Template {
    /// Its id, such as `BYGGLOV`: the last part of the ids of those who adopt it.
    pub id: Spanned<Box<str>>,
    /// The kind of actor that it is for.
    pub kind: ActorKind,
    /// Its name.
    pub title: LocalText,
    /// What such a case is about, how it begins and ends (Markdown).
    pub description: LocalText,
    /// What it rests on.
    pub legal_basis: Box<[LegalBasis]>,
    /// The states that a case can be in.
    pub states: Box<[State]>,
    /// What leads from one state to another.
    pub transitions: Box<[Transition]>,
    /// Its versions, newest first; never empty.
    pub versions: Box<[TemplateVersion]>,
    /// Its event types by id, set by the resolve stage. Their ids begin with
    /// [`PREFIX_PLACE`].
    pub(crate) event_types: Vec<EventType>,
    /// The processes that follow it, set by the resolve stage.
    pub(crate) adopters: Vec<Ref<Process>>,
}

impl Template {
    /// Its event types, by id.
    pub fn event_types(&self) -> &[EventType] {
        &self.event_types
    }

    /// The processes that follow it, by id.
    pub fn adopters(&self) -> &[Ref<Process>] {
        &self.adopters
    }

    /// The newest version that is published, or the newest draft.
    pub fn current(&self) -> &TemplateVersion {
        let mut published = self.versions.iter().filter(|it| it.is_published());
        published.next().unwrap_or(&self.versions[0])
    }
}

impl Entity for Template {
    fn id(&self) -> &str {
        &self.id.value
    }
    fn id_span(&self) -> Span {
        self.id.span
    }
}

/// A version of a template: which versions of its event types belong together.
#[derive(Debug)]
pub struct TemplateVersion {
    /// Its number.
    pub number: Spanned<semver::Version>,
    /// Draft or published.
    pub status: Status,
    /// When it was published.
    pub published: Option<Spanned<Date>>,
    /// What is new (Markdown).
    pub changes: Option<LocalText>,
    /// The event types with their versions, in the author's order.
    pub event_types: Box<[Pin]>,
}

impl TemplateVersion {
    /// Whether it can be adopted.
    pub fn is_published(&self) -> bool {
        self.status != Status::Draft
    }

    /// The version of an event type, by the last part of its id.
    pub fn version_of(&self, event: &str) -> Option<&semver::Version> {
        let pin = self
            .event_types
            .iter()
            .find(|pin| *pin.event.value == *event);
        pin.map(|pin| &pin.version.value)
    }
}

/// A version of an event type within a template.
#[derive(Debug)]
pub struct Pin {
    /// The last part of the event type's id.
    pub event: Spanned<Box<str>>,
    /// Its version.
    pub version: Spanned<semver::Version>,
}

/// A process that a producer takes over from a template, as it is written.
#[derive(Debug)]
pub struct Adoption {
    /// The id of the process.
    pub id: Spanned<Box<str>>,
    /// Whether it may be used.
    pub standing: Standing,
    /// A name of its own.
    pub title: Option<LocalText>,
    /// A description of its own (Markdown).
    pub description: Option<LocalText>,
    /// What it rests on, when that differs.
    pub legal_basis: Option<Box<[LegalBasis]>>,
    /// The process that it is a part of.
    pub parent: Option<Ref<Process>>,
    /// The processes that it may follow on.
    pub follows: Box<[Ref<Process>]>,
    /// What it follows.
    pub adopted: Adopted,
}

/// What an adopted process follows, and what is its own.
#[derive(Debug)]
pub struct Adopted {
    /// The template.
    pub template: Ref<Template>,
    /// The versions of the template that are followed.
    pub range: Spanned<semver::VersionReq>,
    /// The day from which they are.
    pub since: Spanned<Date>,
    /// Index of the version that is followed now, set by the resolve stage.
    pub(crate) version: u32,
    /// Texts of its own.
    pub overrides: Box<[Override]>,
    /// The whole of `adopts`.
    pub span: Span,
}

impl Adopted {
    /// The version of the template that is followed now.
    pub fn version<'t>(&self, template: &'t Template) -> Option<&'t TemplateVersion> {
        template.versions.get(self.version as usize)
    }
}

/// Texts that an adopter has in place of a template's.
#[derive(Debug)]
pub struct Override {
    /// The last part of the event type's id.
    pub event: Spanned<Box<str>>,
    /// The first version that has these texts; all when there is none.
    pub from: Option<Spanned<semver::Version>>,
    /// Its name.
    pub title: Option<LocalText>,
    /// When it is sent and what it means (Markdown).
    pub description: Option<LocalText>,
    /// Tags besides the template's.
    pub tags: Box<[Spanned<Box<str>>]>,
    /// Descriptions of attributes, by name.
    pub attributes: Box<[(Spanned<Box<str>>, LocalText)]>,
    /// Descriptions of references, by name.
    pub references: Box<[(Spanned<Box<str>>, LocalText)]>,
    /// Examples in place of the template's.
    pub examples: Option<Arc<[Example]>>,
}

impl Override {
    /// Whether it holds for a version.
    pub fn applies(&self, event: &str, version: &semver::Version) -> bool {
        let from = self.from.as_ref();
        *self.event.value == *event && from.is_none_or(|from| *version >= from.value)
    }
}
