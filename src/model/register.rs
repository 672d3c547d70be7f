//! The connection register: what an actor has signed, passed and fulfilled before it
//! may exchange events for real.

use super::{EditionNumber, LocalText, Ref};
use crate::source::Spanned;
use jiff::civil::Date;

/// An agreement that an actor has signed.
#[derive(Debug)]
pub struct SignedAgreement {
    /// The name of the template.
    pub template: Spanned<Box<str>>,
    /// The version of the template.
    pub version: Spanned<EditionNumber>,
    /// The day it was signed.
    pub signed: Spanned<Date>,
}

/// A conformance test that an actor's service has passed.
#[derive(Debug)]
pub struct Conformance {
    /// The day.
    pub passed: Spanned<Date>,
    /// The version of the standard that it was held against.
    pub standard_version: Spanned<Box<str>>,
}

/// Something that private consumers must fulfil.
#[derive(Debug)]
pub struct Requirement {
    /// Its id, such as `ENCRYPTION`.
    pub id: Spanned<Box<str>>,
    /// Its place in lists.
    pub order: i64,
    /// What kind of requirement it is.
    pub kind: RequirementKind,
    /// What is required.
    pub title: LocalText,
    /// Why (Markdown).
    pub description: LocalText,
    /// What shows that it is fulfilled.
    pub evidence: LocalText,
}

/// Kinds of requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RequirementKind {
    /// On the service.
    Technical,
    /// On those who run it.
    Organisational,
    /// On what they do with the events.
    Legal,
}

impl RequirementKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Technical, Self::Organisational, Self::Legal];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Technical => "technical",
            Self::Organisational => "organisational",
            Self::Legal => "legal",
        }
    }
}

/// A requirement that a private consumer fulfils.
#[derive(Debug)]
pub struct Fulfilment {
    /// Which.
    pub requirement: Ref<Requirement>,
    /// The day on which that was shown.
    pub fulfilled: Spanned<Date>,
    /// What shows it.
    pub evidence: LocalText,
}
