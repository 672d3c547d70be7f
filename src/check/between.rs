//! What has happened to a catalogue between two states of it.

use crate::model::change::{Bump, Change, compare, required_bump};
use crate::model::{CodeList, Entity, EventType, Status, Version};
use crate::resolve::{Stored, Tables};

/// All differences between two states of a catalogue.
#[derive(Debug)]
pub struct Between<'t> {
    /// Event types that came, went or changed, by id.
    pub event_types: Vec<EntryChange<'t>>,
    /// Other entities that came or went.
    pub others: Vec<OtherChange<'t>>,
    /// Values that came into code lists or went from them.
    pub codes: Vec<CodeChange<'t>>,
}

/// What has happened to an event type.
#[derive(Debug)]
pub struct EntryChange<'t> {
    /// Its id.
    pub id: &'t str,
    /// Whether it is new, or gone.
    pub presence: Presence,
    /// What has happened to its versions, newest first.
    pub versions: Vec<VersionChange<'t>>,
}

/// Whether something is in both states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Only in the later one.
    Added,
    /// Only in the earlier one.
    Removed,
    /// In both.
    Kept,
}

impl Presence {
    /// The word in machine-readable output.
    pub fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Kept => "changed",
        }
    }
}

/// What has happened to a version.
#[derive(Debug)]
pub struct VersionChange<'t> {
    /// The version as it is, or as it was if it is gone.
    pub version: &'t Version,
    /// Whether it is new, or gone.
    pub presence: Presence,
    /// The status that it had, if that has changed.
    pub was: Option<Status>,
    /// The version that a new one is compared with: the highest published one
    /// below it.
    pub since: Option<&'t Version>,
    /// The changes: of a new version since that one, of another since it was.
    pub changes: Vec<Change>,
}

/// An entity that came or went.
#[derive(Debug)]
pub struct OtherChange<'t> {
    /// The kind, as its list is called in the JSON catalogue.
    pub kind: &'static str,
    /// Its id.
    pub id: &'t str,
    /// Whether it is new or gone.
    pub presence: Presence,
}

/// A value of a code list that came or went.
#[derive(Debug)]
pub struct CodeChange<'t> {
    /// The code list.
    pub list: &'t str,
    /// The value.
    pub value: &'t str,
    /// Whether it is new or gone.
    pub presence: Presence,
}

impl Between<'_> {
    /// The largest bump that any new version's changes require.
    pub fn requires(&self) -> Bump {
        let versions = self.event_types.iter().flat_map(|entry| &entry.versions);
        let bumps = versions.map(|version| required_bump(&version.changes));
        bumps.max().unwrap_or(Bump::None)
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.event_types.is_empty() && self.others.is_empty() && self.codes.is_empty()
    }
}

/// Compares two states of a catalogue.
pub fn between<'t>(base: &'t Tables, tables: &'t Tables) -> Between<'t> {
    let mut event_types: Vec<EntryChange<'t>> = Vec::new();
    for is in &tables.event_types {
        let was = base.event_type(is.id());
        let versions = versions(was, is);
        let presence = was.map_or(Presence::Added, |_| Presence::Kept);
        if presence == Presence::Added || !versions.is_empty() {
            event_types.push(EntryChange {
                id: is.id(),
                presence,
                versions,
            });
        }
    }
    for was in &base.event_types {
        if tables.event_type(was.id()).is_none() {
            event_types.push(EntryChange {
                id: was.id(),
                presence: Presence::Removed,
                versions: Vec::new(),
            });
        }
    }
    event_types.sort_by_key(|entry| entry.id);
    let mut others = Vec::new();
    came_and_went::<crate::model::Producer>(base, tables, "producers", &mut others);
    came_and_went::<crate::model::Process>(base, tables, "processes", &mut others);
    came_and_went::<crate::model::Category>(base, tables, "categories", &mut others);
    came_and_went::<crate::model::Authorization>(base, tables, "authorizations", &mut others);
    came_and_went::<CodeList>(base, tables, "codelists", &mut others);
    came_and_went::<crate::model::Concept>(base, tables, "concepts", &mut others);
    came_and_went::<crate::model::Consumer>(base, tables, "consumers", &mut others);
    Between {
        event_types,
        others,
        codes: codes(base, tables),
    }
}

fn versions<'t>(was: Option<&'t EventType>, is: &'t EventType) -> Vec<VersionChange<'t>> {
    let old = was.map_or(&[][..], |was| &was.versions);
    let mut found = Vec::new();
    for (at, version) in is.versions.iter().enumerate() {
        let number = &version.number.value;
        let Some(before) = old.iter().find(|it| it.number.value == *number) else {
            let mut below = is.versions[at + 1..].iter();
            let since = below.find(|it| it.status != Status::Draft);
            found.push(VersionChange {
                version,
                presence: Presence::Added,
                was: None,
                since,
                changes: since.map_or_else(Vec::new, |since| compare(since, version)),
            });
            continue;
        };
        let was = (before.status != version.status).then_some(before.status);
        let changes = rewritten(before, version);
        if was.is_some() || !changes.is_empty() || dates(before) != dates(version) {
            found.push(VersionChange {
                version,
                presence: Presence::Kept,
                was,
                since: None,
                changes,
            });
        }
    }
    for before in old {
        let number = &before.number.value;
        if is.version(number).is_none() {
            found.push(VersionChange {
                version: before,
                presence: Presence::Removed,
                was: None,
                since: None,
                changes: Vec::new(),
            });
        }
    }
    found
}

/// The changes of a version since it was otherwise. What its author declares
/// about the version before it is no change of its own.
pub(super) fn rewritten(before: &Version, version: &Version) -> Vec<Change> {
    let declared = |it: &Version| it.semantic_change.as_ref().map(|it| it.value.clone());
    let mut changes = compare(before, version);
    if declared(before) == declared(version) {
        changes.retain(|change| change.rule.name != "semantic-change");
    }
    changes
}

/// The days in a version's life.
fn dates(version: &Version) -> [Option<jiff::civil::Date>; 4] {
    [
        &version.published,
        &version.deprecated,
        &version.sunset,
        &version.retired,
    ]
    .map(|day| day.as_ref().map(|day| day.value))
}

fn came_and_went<'t, T: Stored + 't>(
    base: &'t Tables,
    tables: &'t Tables,
    kind: &'static str,
    out: &mut Vec<OtherChange<'t>>,
) {
    let lacks = |tables: &Tables, id: &str| !T::table(tables).iter().any(|it| it.id() == id);
    for (from, other, presence) in [
        (tables, base, Presence::Added),
        (base, tables, Presence::Removed),
    ] {
        let lone = T::table(from).iter().map(Entity::id);
        let lone = lone.filter(|id| lacks(other, id));
        out.extend(lone.map(|id| OtherChange { kind, id, presence }));
    }
}

fn codes<'t>(base: &'t Tables, tables: &'t Tables) -> Vec<CodeChange<'t>> {
    let mut found = Vec::new();
    for is in &tables.codelists {
        let Some(was) = base.codelists.iter().find(|it| it.id() == is.id()) else {
            continue;
        };
        for (from, other, presence) in [(is, was, Presence::Added), (was, is, Presence::Removed)] {
            let has = |value: &str| other.values.iter().any(|it| &*it.value.value == value);
            let values = from.values.iter().map(|it| &*it.value.value);
            found.extend(values.filter(|value| !has(value)).map(|value| CodeChange {
                list: is.id(),
                value,
                presence,
            }));
        }
    }
    found
}
