//! Producers and consumers: the actors that are connected.

use super::{Conformance, Fulfilment, LocalText, Ref, SignedAgreement};
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
    /// Its organisation number; those of invented actors belong to nobody.
    pub organisation_number: Option<Spanned<Box<str>>>,
    /// Where it is connected.
    pub environments: Box<[Environment]>,
    /// The agreement that it has signed.
    pub agreement: Option<SignedAgreement>,
    /// The conformance test that its service has passed.
    pub conformance: Option<Conformance>,
}

impl Actor {
    /// Its environments for real that are or have been open, in the author's order.
    pub fn in_production(&self) -> impl Iterator<Item = &Environment> {
        let real = |it: &&Environment| it.name.value == EnvironmentName::Production;
        let opened = |it: &&Environment| it.status != EnvironmentStatus::Planned;
        self.environments.iter().filter(real).filter(opened)
    }

    /// First day in production.
    pub fn connected(&self) -> Option<Date> {
        self.in_production().map(|it| it.since.value).min()
    }

    /// The day from which it isn't in production any more.
    pub fn disconnected(&self) -> Option<Date> {
        let days: Option<Vec<Date>> = self
            .in_production()
            .map(|it| it.closed.as_ref().map(|day| day.value))
            .collect();
        days?.into_iter().max()
    }
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
    /// A private actor, which can be a consumer only.
    Private,
}

impl ActorKind {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 4] = [
        Self::StateAgency,
        Self::Region,
        Self::Municipality,
        Self::Private,
    ];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::StateAgency => "state-agency",
            Self::Region => "region",
            Self::Municipality => "municipality",
            Self::Private => "private",
        }
    }
}

/// An environment that an actor is connected in.
#[derive(Debug)]
pub struct Environment {
    /// Which.
    pub name: Spanned<EnvironmentName>,
    /// Whether it is in use.
    pub status: EnvironmentStatus,
    /// Where questions are sent; only producers have one.
    pub endpoint: Option<Spanned<Box<str>>>,
    /// The version of the standard that is used there.
    pub standard_version: Spanned<Box<str>>,
    /// The day it was opened, or is to be.
    pub since: Spanned<Date>,
    /// The day from which it is closed.
    pub closed: Option<Spanned<Date>>,
}

/// Whether an environment is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnvironmentStatus {
    /// Not yet.
    Planned,
    /// In use.
    Open,
    /// Not any more.
    Closed,
}

impl EnvironmentStatus {
    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
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
    /// The requirements that it fulfils, when it is private.
    pub requirements: Box<[Fulfilment]>,
}

impl Producer {
    /// Its processes, by id.
    pub fn processes(&self) -> &[Ref<Process>] {
        &self.processes
    }
}
