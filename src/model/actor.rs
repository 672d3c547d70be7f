//! Producers and consumers: the actors that are connected.

use super::{LocalText, Ref};
use crate::model::Process;
use crate::source::Spanned;
use jiff::civil::Date;

/// What producers and consumers have in common.
#[derive(Debug)]
pub struct Actor {
    /// Its name.
    pub name: LocalText,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// Whether it exists; the others are invented for an example.
    pub real: bool,
    /// What it does, and for whom (Markdown).
    pub description: LocalText,
    /// Its web site.
    pub website: Option<Box<str>>,
    /// The function to write to, never a person.
    pub contact_function: LocalText,
    /// Its address.
    pub contact_email: Box<str>,
    /// First day in production.
    pub connected: Option<Date>,
    /// Where it is connected.
    pub environments: Box<[Environment]>,
}

/// Kinds of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActorKind {
    /// A state agency.
    StateAgency,
    /// A region.
    Region,
    /// A municipality.
    Municipality,
    /// A consumer run by a public actor.
    Public,
    /// A consumer run by a private actor.
    Private,
}

impl ActorKind {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::StateAgency => "state-agency",
            Self::Region => "region",
            Self::Municipality => "municipality",
            Self::Public => "public",
            Self::Private => "private",
        }
    }
}

/// An environment that an actor is connected in.
#[derive(Debug)]
pub struct Environment {
    /// Which.
    pub name: EnvironmentName,
    /// Where questions are sent; only producers have one.
    pub endpoint: Option<Spanned<Box<str>>>,
    /// The version of the standard that is used there.
    pub standard_version: Box<str>,
    /// Since when.
    pub since: Date,
}

/// Environments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EnvironmentName {
    /// For testing.
    Test,
    /// For real.
    Production,
}

impl EnvironmentName {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Production => "production",
        }
    }
}

/// A producer: a public actor that hands out events.
#[derive(Debug)]
pub struct Producer {
    /// Its prefix, such as `SKV`.
    pub id: Spanned<Box<str>>,
    /// Who it is.
    pub actor: Actor,
    /// Its processes, set by the resolve stage.
    pub(crate) processes: Vec<Ref<Process>>,
}

/// A consumer: a service that fetches events and shows them.
#[derive(Debug)]
pub struct Consumer {
    /// Its id, such as `VERKSAMT`.
    pub id: Spanned<Box<str>>,
    /// Who it is.
    pub actor: Actor,
    /// What it fetches: ids, or prefixes of whole parts.
    pub event_types: Box<[Spanned<Box<str>>]>,
}

impl Producer {
    /// Its processes, by id.
    pub fn processes(&self) -> &[Ref<Process>] {
        &self.processes
    }
}
