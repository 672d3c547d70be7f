//! The log of the catalogue: what has happened to its versions, newest first.

use crate::model::change::Bump;
use crate::model::{EventType, Status, Version};
use crate::resolve::Catalogue;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::ops::Range;

/// Entries on one page: fewer than rows of a list, because each has a text.
const ROWS: usize = 50;

/// Everything that has a date, newest first; on the same day by id, and the
/// newest version first. The same in every language.
pub(super) struct Log {
    entries: Vec<Entry>,
}

/// Something that happened to a version.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) date: Date,
    /// The event type.
    event_type: u32,
    /// Which of its versions.
    version: u16,
    pub(super) happened: Happened,
}

/// What happened, in the order in which it comes in a version's life.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Happened {
    Published,
    Deprecated,
    Retired,
}

impl Happened {
    /// The word in addresses of news and in machine-readable output.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Published => Status::Published.key(),
            Self::Deprecated => Status::Deprecated.key(),
            Self::Retired => Status::Retired.key(),
        }
    }
}

impl Log {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let mut entries = Vec::new();
        for (event_type, it) in (0_u32..).zip(&catalogue.event_types) {
            for (version, it) in (0..=u16::MAX).zip(&it.versions) {
                let dates = [
                    (Happened::Published, &it.published),
                    (Happened::Deprecated, &it.deprecated),
                    (Happened::Retired, &it.retired),
                ];
                entries.extend(dates.into_iter().filter_map(|(happened, date)| {
                    Some(Entry {
                        date: date.as_ref()?.value,
                        event_type,
                        version,
                        happened,
                    })
                }));
            }
        }
        entries.sort_unstable_by_key(|it| {
            let newest = (Reverse(it.date), it.event_type, it.version);
            (newest, Reverse(it.happened))
        });
        Self { entries }
    }

    /// All entries, newest first.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The latest entries, at most so many.
    pub(super) fn latest(&self, most: usize) -> &[Entry] {
        &self.entries[..most.min(self.entries.len())]
    }

    /// The entries of a page, counted from 0.
    pub(super) fn page(&self, number: u16) -> &[Entry] {
        let start = (usize::from(number) * ROWS).min(self.entries.len());
        &self.entries[start..(start + ROWS).min(self.entries.len())]
    }

    /// How many pages there are; at least one.
    pub(super) fn pages(&self) -> u16 {
        u16::try_from(self.entries.len().div_ceil(ROWS).max(1)).unwrap_or(u16::MAX)
    }

    /// The years that have entries, newest first, each with where they stand.
    pub(super) fn years(&self) -> Vec<(i16, Range<usize>)> {
        let mut years = Vec::new();
        let mut start = 0;
        for chunk in self.entries.chunk_by(|a, b| a.date.year() == b.date.year()) {
            years.push((chunk[0].date.year(), start..start + chunk.len()));
            start += chunk.len();
        }
        years
    }
}

impl Entry {
    /// The event type.
    pub(super) fn event_type<'c>(&self, catalogue: &'c Catalogue) -> &'c EventType {
        &catalogue.event_types[self.event_type as usize]
    }

    /// Which of its versions, as an index.
    pub(super) fn at(&self) -> usize {
        usize::from(self.version)
    }

    /// The version.
    pub(super) fn version<'c>(&self, catalogue: &'c Catalogue) -> &'c Version {
        &self.event_type(catalogue).versions[self.at()]
    }

    /// What kind of news it is: `new` for the first version of an event type,
    /// how the number grew for another, and otherwise the new status.
    pub(super) fn kind(&self, catalogue: &Catalogue) -> &'static str {
        if self.happened != Happened::Published {
            return self.happened.key();
        }
        let number = |at: usize| &self.event_type(catalogue).versions[at].number.value;
        match self.before(catalogue) {
            None => "new",
            Some(before) => grown(number(before), number(self.at())).key(),
        }
    }

    /// The version before one that was published, as an index.
    pub(super) fn before(&self, catalogue: &Catalogue) -> Option<usize> {
        let before = self.at() + 1;
        let exists = before < self.event_type(catalogue).versions.len();
        (exists && self.happened == Happened::Published).then_some(before)
    }
}

/// How much a number is larger than an older one.
pub(super) fn grown(old: &semver::Version, new: &semver::Version) -> Bump {
    if new.major != old.major {
        Bump::Major
    } else if new.minor != old.minor {
        Bump::Minor
    } else {
        Bump::Patch
    }
}
