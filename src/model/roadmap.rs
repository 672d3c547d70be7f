//! The roadmap: what is promised for each period, and what of it the site delivers.

use super::LocalText;
use crate::source::Spanned;

/// The roadmap.
#[derive(Debug)]
pub struct Roadmap {
    /// Its name.
    pub title: LocalText,
    /// What it is (Markdown).
    pub description: LocalText,
    /// The periods, in order.
    pub periods: Box<[Period]>,
}

/// A period of the roadmap.
#[derive(Debug)]
pub struct Period {
    /// When it is.
    pub when: LocalText,
    /// What it is about.
    pub title: LocalText,
    /// More about it (Markdown).
    pub description: LocalText,
    /// What is promised.
    pub items: Box<[Promise]>,
}

/// A promise of the roadmap.
#[derive(Debug)]
pub struct Promise {
    /// What must exist (Markdown).
    pub text: LocalText,
    /// How far it has come.
    pub progress: Progress,
    /// What of it the site delivers, and what not (Markdown).
    pub note: Option<LocalText>,
    /// Where on the site it is.
    pub links: Box<[PromiseLink]>,
    /// What in the catalogue tells how far it has come.
    pub measures: Box<[Measure]>,
}

/// Something in the catalogue that is counted against the aims of the roadmap: actors
/// in production, what is published, and what ties it together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// All producers.
    Producers,
    /// Producers that are state agencies.
    StateAgencies,
    /// Producers that are regions.
    Regions,
    /// Producers that are municipalities.
    Municipalities,
    /// All consumers.
    Consumers,
    /// Consumers run by public actors.
    PublicConsumers,
    /// Consumers run by private actors.
    PrivateConsumers,
    /// Producer processes.
    Processes,
    /// Event types in use.
    EventTypes,
    /// Template processes.
    Templates,
    /// Producers that follow a template.
    Adopters,
    /// Customer case areas.
    Areas,
    /// Producer processes that are a part of, or may follow on, another producer's.
    LinkedProcesses,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Producers,
        Self::StateAgencies,
        Self::Regions,
        Self::Municipalities,
        Self::Consumers,
        Self::PublicConsumers,
        Self::PrivateConsumers,
        Self::Processes,
        Self::EventTypes,
        Self::Templates,
        Self::Adopters,
        Self::Areas,
        Self::LinkedProcesses,
    ];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Producers => "producers",
            Self::StateAgencies => "state-agencies",
            Self::Regions => "regions",
            Self::Municipalities => "municipalities",
            Self::Consumers => "consumers",
            Self::PublicConsumers => "public-consumers",
            Self::PrivateConsumers => "private-consumers",
            Self::Processes => "processes",
            Self::EventTypes => "event-types",
            Self::Templates => "templates",
            Self::Adopters => "adopters",
            Self::Areas => "areas",
            Self::LinkedProcesses => "linked-processes",
        }
    }
}

/// How far a promise has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It is on the site.
    Delivered,
    /// Some of it is.
    Partly,
    /// It will be.
    Planned,
    /// It is for others to deliver.
    Elsewhere,
}

impl Progress {
    /// All of them, from the most to the least that the site delivers.
    pub const ALL: [Self; 4] = [
        Self::Delivered,
        Self::Partly,
        Self::Planned,
        Self::Elsewhere,
    ];

    /// The word in the source files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Partly => "partly",
            Self::Planned => "planned",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// A link to what keeps a promise.
#[derive(Debug)]
pub struct PromiseLink {
    /// What it leads to.
    pub title: LocalText,
    /// The address, as links within the site are written.
    pub to: Spanned<Box<str>>,
}
