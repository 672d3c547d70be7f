//! A catalogue held against an earlier state of it.

use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Entity as _, EventType, Version};
use crate::resolve::Tables;
use crate::source::Span;

/// A version and the event type that it is of.
#[derive(Clone, Copy)]
pub(super) struct Moment<'t> {
    pub(super) entry: &'t EventType,
    pub(super) version: &'t Version,
}

impl Moment<'_> {
    /// Whether the producer's lock has a line for it.
    pub(super) fn is_locked(&self, tables: &Tables) -> bool {
        is_locked(tables, self.entry.id(), &self.version.number.value)
    }

    /// Where its last day stands, or should.
    pub(super) fn sunset_span(&self) -> Span {
        let sunset = self.version.sunset.as_ref();
        sunset.map_or(self.version.status_span, |day| day.span)
    }

    /// Whether a finding is about something in it.
    pub(super) fn holds(&self, finding: &Diagnostic) -> bool {
        let own = self.version.span;
        matches!(&finding.place, Place::Span(span)
            if span.file == own.file && span.start >= own.start && span.end <= own.end)
    }
}

/// Each version that both states have: as it was, and as it is.
pub(super) fn in_both<'t>(
    base: &'t Tables,
    tables: &'t Tables,
) -> impl Iterator<Item = (Moment<'t>, Moment<'t>)> {
    base.event_types
        .iter()
        .filter_map(|was| Some((was, entry(tables, was.id())?)))
        .flat_map(|(was, is)| {
            was.versions.iter().filter_map(move |version| {
                let number = &version.number.value;
                let now = is.versions.iter().find(|it| it.number.value == *number)?;
                let was = Moment {
                    entry: was,
                    version,
                };
                let is = Moment {
                    entry: is,
                    version: now,
                };
                Some((was, is))
            })
        })
}

/// The event type with an id.
pub(super) fn entry<'t>(tables: &'t Tables, id: &str) -> Option<&'t EventType> {
    let all = &tables.event_types;
    let at = all.binary_search_by(|it| it.id().cmp(id)).ok()?;
    all.get(at)
}

/// Whether a producer's lock has a line for a version.
pub(super) fn is_locked(tables: &Tables, id: &str, number: &semver::Version) -> bool {
    let producer = id.split('.').next().unwrap_or(id);
    let lock = tables.locks.iter().find(|it| &*it.producer == producer);
    lock.is_some_and(|lock| lock.line(id, number).is_some())
}
