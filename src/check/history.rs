//! How the versions of an event type follow on one another, and event types on
//! those that they replace: what several rules ask.

use crate::diagnostic::{Message, Severity};
use crate::model::change::Bump;
use crate::model::{EventType, Status, Version};
use crate::resolve::Tables;
use crate::say;

/// All versions, oldest first by their numbers, whatever their order in the file.
pub(super) fn oldest_first(event_type: &EventType) -> Vec<&Version> {
    let mut versions: Vec<_> = event_type.versions.iter().rev().collect();
    versions.sort_by(|a, b| a.number.value.cmp(&b.number.value));
    versions
}

/// Those that aren't drafts, oldest first.
pub(super) fn published(event_type: &EventType) -> Vec<&Version> {
    let mut versions = oldest_first(event_type);
    versions.retain(|it| it.status != Status::Draft);
    versions
}

/// Of some versions, oldest first, those that aren't drafts and have a lower
/// number than a certain one.
pub(super) fn published_below<'a>(
    versions: &[&'a Version],
    version: &Version,
) -> impl DoubleEndedIterator<Item = &'a Version> {
    let below = versions
        .iter()
        .filter(|it| it.status != Status::Draft && it.number.value < version.number.value);
    below.copied()
}

/// Every version that has a published one below it, after the highest of those:
/// the one that it is held against.
pub(super) fn with_base(event_type: &EventType) -> Vec<(&Version, &Version)> {
    let versions = oldest_first(event_type);
    let bases = versions.iter().map(|version| {
        let base = published_below(&versions, version).next_back();
        base.map(|base| (base, *version))
    });
    bases.flatten().collect()
}

/// The three numbers of a version.
pub(super) fn three(number: &semver::Version) -> (u64, u64, u64) {
    (number.major, number.minor, number.patch)
}

/// How bad it is when something is missing: a draft may be unfinished.
pub(super) fn severity(version: &Version) -> Severity {
    match version.status {
        Status::Draft => Severity::Warning,
        _ => Severity::Error,
    }
}

/// What the number says: how much it has grown.
pub(super) fn stated_bump(older: &Version, newer: &Version) -> Bump {
    grown(&older.number.value, &newer.number.value)
}

/// How much a number has grown.
pub(super) fn grown(old: &semver::Version, new: &semver::Version) -> Bump {
    if new.major > old.major {
        Bump::Major
    } else if new.minor > old.minor {
        // Below 1.0.0 the second number is the one that breaks.
        if old.major == 0 {
            Bump::Major
        } else {
            Bump::Minor
        }
    } else if new.patch > old.patch {
        if old.major == 0 {
            Bump::Minor
        } else {
            Bump::Patch
        }
    } else {
        Bump::None
    }
}

/// Whether a version was retired without ever having been deprecated.
pub(super) fn is_retired_unannounced(version: &Version) -> bool {
    version.status == Status::Retired && version.deprecated.is_none() && version.sunset.is_none()
}

/// A bump in words.
pub(super) fn bump_in_words(bump: Bump) -> Message {
    match bump {
        Bump::None => say!("samma nummer", "the same number"),
        Bump::Patch => say!("en rättelse", "a patch"),
        Bump::Minor => say!("en mindre version", "a minor version"),
        Bump::Major => say!("en huvudversion", "a major version"),
    }
}

/// A status in words, as what a version is.
pub(super) fn status_in_words(status: Status) -> Message {
    match status {
        Status::Draft => say!("utkast", "a draft"),
        Status::Published => say!("publicerad", "published"),
        Status::Deprecated => say!("utfasad", "deprecated"),
        Status::Retired => say!("avvecklad", "retired"),
    }
}

/// How a text is written, in the languages of the site: `{ sv: …, en: … }`.
pub(super) fn texts(tables: &Tables) -> String {
    let Some(config) = &tables.config else {
        return "{ sv: …, en: … }".to_owned();
    };
    let texts: Vec<_> = config
        .languages
        .iter()
        .map(|code| format!("{code}: …"))
        .collect();
    format!("{{ {} }}", texts.join(", "))
}

/// What an event type is replaced by now: the place of that in the list.
pub(super) fn replacement(tables: &Tables, event_type: &EventType) -> Option<usize> {
    let reference = event_type.current().replaced_by.as_ref()?;
    tables.find(reference).map(|_| reference.index as usize)
}
