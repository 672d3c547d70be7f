//! What stands in a lock, and what should.

use crate::model::{Entity as _, EventType, Lock, LockLine, Status, Version};
use crate::resolve::Tables;

/// The version that a line of a lock is about, if it is still there.
pub(super) fn version<'t>(tables: &'t Tables, line: &LockLine) -> Option<&'t Version> {
    tables.event_type(&line.id.value)?.version(&line.version)
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
            let number = &version.number.value;
            version.status != Status::Draft && lock.line(it.id(), number).is_none()
        })
}

/// The version that a line of a lock is about, if it has got another number since:
/// it isn't locked, and was published on the day that the line tells of.
pub(super) fn renumbered<'t>(
    tables: &'t Tables,
    lock: &Lock,
    line: &LockLine,
) -> Option<&'t Version> {
    if version(tables, line).is_some() {
        return None;
    }
    let id = &line.id.value;
    let mut versions = tables.event_type(id)?.versions.iter();
    versions.find(|it| {
        let is_locked = lock.line(id, &it.number.value).is_some();
        let published = it.published.as_ref().map(|day| day.value);
        it.status != Status::Draft && !is_locked && published == Some(line.date)
    })
}

/// Whether a version has another number than when it was published: then nothing
/// that its number says is to be judged.
pub(super) fn is_renumbered(tables: &Tables, event_type: &EventType, version: &Version) -> bool {
    tables.lock_of(event_type.id()).is_some_and(|lock| {
        let own = lock.lines_of(event_type.id()).iter();
        let mut found = own.filter_map(|line| renumbered(tables, lock, line));
        found.any(|it| std::ptr::eq(it, version))
    })
}
