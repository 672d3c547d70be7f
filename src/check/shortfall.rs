//! Whether a version's number is large enough for what has changed in it.

use super::history::stated_bump;
use crate::model::change::{Bump, Change, compare};
use crate::model::{Entity as _, EventType, Excepted, Exception, Status, Version};
use crate::resolve::Tables;

/// A number that is too small.
pub(super) struct Shortfall<'t> {
    /// The published version right below.
    pub(super) base: &'t Version,
    /// The published version since which the changes are counted: the base, or an
    /// older one with the same first number.
    pub(super) since: &'t Version,
    /// What the number says.
    pub(super) stated: Bump,
    /// What the changes require.
    pub(super) required: Bump,
    /// The changes that aren't excepted.
    pub(super) changes: Vec<Change>,
}

/// Judges the version at a place in the list, against the highest published one
/// below it and every published one with the same first number.
pub(super) fn shortfall<'t>(
    tables: &Tables,
    event_type: &'t EventType,
    at: usize,
) -> Option<Shortfall<'t>> {
    let version = event_type.versions.get(at)?;
    let mut worst: Option<Shortfall<'t>> = None;
    for (base, since, stated) in held_against(event_type, at) {
        let mut changes = compare(since, version);
        changes.retain(|change| !is_excepted(tables, event_type, version, change));
        let required = changes.iter().map(|change| change.requires).max();
        let required = required.unwrap_or(Bump::None);
        // A version further down has had smaller bumps since; only what breaks its
        // promise as a whole matters against it.
        let enough = stated_bump(since, version);
        if required > enough && worst.as_ref().is_none_or(|it| required > it.required) {
            worst = Some(Shortfall {
                base,
                since,
                stated,
                required,
                changes,
            });
        }
    }
    worst
}

/// What a version is held against: the base, the version itself, what its number
/// says.
fn held_against(
    event_type: &EventType,
    at: usize,
) -> impl Iterator<Item = (&Version, &Version, Bump)> {
    let version = event_type.versions.get(at);
    let below = event_type.versions.get(at + 1..).unwrap_or_default();
    let number = version.map(|version| &version.number.value);
    // What stands in the wrong order is another rule's business.
    let mut published = below
        .iter()
        .filter(move |it| it.status != Status::Draft && Some(&it.number.value) < number);
    let base = published.next();
    let major = number.map(|number| number.major);
    base.into_iter()
        .chain(published.filter(move |it| Some(it.number.major) == major))
        .filter_map(move |since| Some((base?, since, stated_bump(base?, version?))))
}

fn is_excepted(
    tables: &Tables,
    event_type: &EventType,
    version: &Version,
    change: &Change,
) -> bool {
    tables.policy.exceptions.iter().any(|exception| {
        *exception.entry.value == *event_type.id()
            && exception.version.value == version.number.value
            && is_for(exception, change)
    })
}

/// Whether an exception names a change by its rule and path.
fn is_for(exception: &Exception, change: &Change) -> bool {
    let Excepted::Change(rule) = exception.rule.value else {
        return false;
    };
    let path = exception.path.as_ref();
    rule.name == change.rule.name && path.is_some_and(|path| *path.value == *change.path)
}

/// Whether the number would be too small for a change without its exception.
pub(super) fn is_needed(tables: &Tables, exception: &Exception) -> bool {
    let Some(event_type) = tables.event_type(&exception.entry.value) else {
        return false;
    };
    let is_meant = |it: &Version| it.number.value == exception.version.value;
    let Some(at) = event_type.versions.iter().position(is_meant) else {
        return false;
    };
    held_against(event_type, at).any(|(_, since, _)| {
        let version = &event_type.versions[at];
        let enough = stated_bump(since, version);
        let changes = compare(since, version);
        changes
            .iter()
            .any(|change| is_for(exception, change) && change.requires > enough)
    })
}
