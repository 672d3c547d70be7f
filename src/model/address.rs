//! Permanent addresses: where each thing stands on the site, whatever it is
//! called and however often the site is rebuilt.
//!
//! Addresses are the same in all languages; the first language stands at the
//! root and each of the others below its code (`/en/…`).

use super::EditionNumber;

/// The parts of a site, each a folder at the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Event types.
    EventTypes,
    /// Producers and their processes.
    Producers,
    /// Event categories.
    Categories,
    /// Authorization object types.
    Authorizations,
    /// Customer case areas.
    Areas,
    /// Consumers.
    Consumers,
    /// The concept model.
    Concepts,
    /// The connection guide.
    Guide,
    /// Code lists.
    CodeLists,
    /// Template processes.
    Templates,
    /// Agreement templates, which are no part of the catalogue.
    Agreements,
    /// The service description, which is no part of the catalogue.
    Service,
}

impl Section {
    /// Those whose entities have a file of their own in the machine-readable
    /// catalogue, but for event types, which have many.
    pub const TABLES: [Self; 8] = [
        Self::Producers,
        Self::Categories,
        Self::Authorizations,
        Self::Consumers,
        Self::Concepts,
        Self::CodeLists,
        Self::Templates,
        Self::Areas,
    ];

    /// The name in addresses and in the strings of a theme.
    pub fn key(self) -> &'static str {
        match self {
            Self::EventTypes => "event-types",
            Self::Producers => "producers",
            Self::Categories => "categories",
            Self::Authorizations => "authorizations",
            Self::Areas => "areas",
            Self::Consumers => "consumers",
            Self::Concepts => "concepts",
            Self::Guide => "guide",
            Self::CodeLists => "codelists",
            Self::Templates => "templates",
            Self::Service => "service-description",
            Self::Agreements => "agreements",
        }
    }
}

/// The folder of the diagrams among the concepts, and so no concept's id.
pub const DIAGRAMS: &str = "diagram";

/// A page's address below the language: `event-types/SKV/X/Y/`, or nothing for
/// the start page. Always ends in `/` unless it is empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address(pub String);

impl Address {
    /// The start page.
    pub fn start() -> Self {
        Self(String::new())
    }

    /// The first page of a section.
    pub fn section(section: Section) -> Self {
        Self(format!("{}/", section.key()))
    }

    /// A thing in a section: a category, a concept, a producer, a process
    /// (`SKV.X`) or an event type (`SKV.X.Y`). Each part of an id is a folder.
    pub fn entity(section: Section, id: &str) -> Self {
        let key = section.key();
        let mut path = String::with_capacity(key.len() + id.len() + 2);
        path.push_str(key);
        path.push('/');
        path.extend(id.chars().map(|c| if c == '.' { '/' } else { c }));
        path.push('/');
        Self(path)
    }

    /// A certain version of an event type.
    pub fn version(id: &str, number: &semver::Version) -> Self {
        let mut address = Self::entity(Section::EventTypes, id);
        address.0.push_str(&format!("{number}/"));
        address
    }

    /// All comparisons of an event type's versions.
    pub fn comparisons(id: &str) -> Self {
        let mut address = Self::entity(Section::EventTypes, id);
        address.0.push_str("compare/");
        address
    }

    /// The comparison of two versions of an event type. Each number is a folder:
    /// no host, file system or proxy takes `..` or a sign for anything else.
    pub fn comparison(id: &str, old: &semver::Version, new: &semver::Version) -> Self {
        let mut address = Self::comparisons(id);
        address.0.push_str(&format!("{old}/{new}/"));
        address
    }

    /// The diagrams of the concept model.
    pub fn diagrams() -> Self {
        Self::entity(Section::Concepts, DIAGRAMS)
    }

    /// A version of the service description, or a page below it: `schemas/Kund`.
    pub fn service(number: &EditionNumber, page: &str) -> Self {
        let mut address = Self::section(Section::Service);
        address.0.push_str(&format!("{number}/"));
        if !page.is_empty() {
            address.0.push_str(&format!("{page}/"));
        }
        address
    }

    /// A certain version of an agreement template.
    pub fn agreement(name: &str, number: EditionNumber) -> Self {
        let mut address = Self::entity(Section::Agreements, name);
        address.0.push_str(&format!("{number}/"));
        address
    }

    /// A page of text.
    pub fn page(slug: &str) -> Self {
        Self(format!("{slug}/"))
    }
}
