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
        tables.is_locked(self.entry.id(), &self.version.number.value)
    }

    /// Where its last day stands, or should.
    pub(super) fn sunset_span(&self) -> Span {
        let sunset = self.version.sunset.as_ref();
        sunset.map_or(self.version.status_span, |day| day.span)
    }

    /// Whether a finding is about something in it.
    pub(super) fn holds(&self, finding: &Diagnostic) -> bool {
        matches!(finding.place, Place::Span(span) if self.version.span.holds(span))
    }
}

/// Each version that both states have: as it was, and as it is.
pub(super) fn in_both<'t>(
    base: &'t Tables,
    tables: &'t Tables,
) -> impl Iterator<Item = (Moment<'t>, Moment<'t>)> {
    base.event_types
        .iter()
        .filter_map(|was| Some((was, tables.event_type(was.id())?)))
        .flat_map(|(was, is)| {
            was.versions.iter().filter_map(move |version| {
                let number = &version.number.value;
                let now = is.version(number)?;
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
