//! What stands in a lock, and what should.

use crate::model::{Entity as _, EventType, Lock, LockLine, Status, Version};
use crate::resolve::Tables;

/// The version that a line of a lock is about, if it is still there.
pub(super) fn version<'t>(tables: &'t Tables, line: &LockLine) -> Option<&'t Version> {
    let at = tables
        .event_types
        .binary_search_by(|it| it.id().cmp(&line.id.value))
        .ok()?;
    tables.event_types[at]
        .versions
        .iter()
        .find(|it| it.number.value == line.version)
}

/// The versions of a lock's producer that are published and don't stand in it.
pub(super) fn missing<'t>(
    tables: &'t Tables,
    lock: &'t Lock,
) -> impl Iterator<Item = (&'t EventType, &'t Version)> {
    let event_types = tables.under(&lock.producer).iter();
    event_types
        .flat_map(|it| it.versions.iter().map(move |version| (it, version)))
        .filter(|(it, version)| {
            let stands = |line: &LockLine| {
                *line.id.value == *it.id.value && line.version == version.number.value
            };
            version.status != Status::Draft && !lock.lines.iter().any(stands)
        })
}
