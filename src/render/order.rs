//! In what order things stand in lists, by the rules of each language.

use crate::model::{Entity as _, EventType, Lang, Process};
use crate::resolve::Catalogue;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use jiff::civil::Date;
use std::ops::Range;

/// Rows on one page of a long list.
const ROWS: usize = 60;

/// The orders that many pages share, made once.
pub(super) struct Orders {
    by_lang: Vec<Order>,
}

/// The orders in one language.
pub(super) struct Order {
    /// Producers by name.
    pub(super) producers: Vec<u32>,
    /// Processes by producer, then by title.
    pub(super) processes: Vec<u32>,
    /// Event types by producer and process, then as they come in a case.
    pub(super) event_types: Paged,
    /// The same for those of each category.
    pub(super) by_category: Vec<Paged>,
    /// The same for those that each authorization object type may read.
    pub(super) by_authorization: Vec<Paged>,
}

/// A long list and where its pages begin and end.
pub(super) struct Paged {
    pub(super) items: Vec<u32>,
    pub(super) pages: Vec<Range<usize>>,
    /// What changed last among the items.
    pub(super) latest: Option<Latest>,
}

/// A version that changed last among several.
#[derive(Clone, Copy)]
pub(super) struct Latest {
    pub(super) date: Date,
    /// The event type.
    pub(super) event_type: u32,
    /// Which of its versions.
    pub(super) version: usize,
}

/// What changed last among some event types; of several on the same day the one
/// with the least id, in its newest version.
pub(super) fn latest(
    catalogue: &Catalogue,
    items: impl IntoIterator<Item = u32>,
) -> Option<Latest> {
    let mut best: Option<Latest> = None;
    for event_type in items {
        let versions = &catalogue.event_types[event_type as usize].versions;
        for (version, date) in versions
            .iter()
            .enumerate()
            .filter_map(|(n, v)| Some((n, v.changed()?)))
        {
            let newer =
                best.is_none_or(|found| (date, found.event_type) > (found.date, event_type));
            if newer {
                best = Some(Latest {
                    date,
                    event_type,
                    version,
                });
            }
        }
    }
    best
}

impl Orders {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let mut by_lang: Vec<Order> = Vec::new();
        for lang in catalogue.config().langs() {
            let order = Order::new(catalogue, lang, by_lang.first());
            by_lang.push(order);
        }
        Self { by_lang }
    }

    pub(super) fn of(&self, lang: Lang) -> &Order {
        &self.by_lang[lang.index()]
    }
}

impl Order {
    /// The orders of a language. `first` are those of the first language, which
    /// decide what stands on which page: a page must show the same things in all
    /// languages, or the switch between them would lead somewhere else.
    fn new(catalogue: &Catalogue, lang: Lang, first: Option<&Self>) -> Self {
        let producers = sorted(catalogue, lang, &catalogue.producers, |p| {
            p.actor.name.get(lang)
        });
        let mut processes = Vec::with_capacity(catalogue.processes.len());
        for &producer in &producers {
            let own = catalogue.producers[producer as usize].processes();
            let first = own.first().map_or(0, |process| process.index);
            // A producer's processes stand together, because all are sorted by id.
            let own = &catalogue.processes[first as usize..first as usize + own.len()];
            let order = sorted(catalogue, lang, own, |p| p.title.get(lang));
            processes.extend(order.into_iter().map(|at| at + first));
        }
        let all: Vec<u32> = processes
            .iter()
            .flat_map(|&at| in_course(catalogue, &catalogue.processes[at as usize]))
            .collect();
        let mut by_category = vec![Vec::new(); catalogue.categories.len()];
        let mut by_authorization = vec![Vec::new(); catalogue.authorizations.len()];
        for &at in &all {
            let version = catalogue.event_types[at as usize].current();
            by_category[version.category.index as usize].push(at);
            let mut seen: Vec<u32> = version.authorizations.iter().map(|a| a.index).collect();
            seen.extend(catalogue.inheriting(&seen));
            seen.sort_unstable();
            seen.dedup();
            seen.iter()
                .for_each(|a| by_authorization[*a as usize].push(at));
        }
        let mut rank = vec![0_usize; catalogue.event_types.len()];
        for (place, &at) in all.iter().enumerate() {
            rank[at as usize] = place;
        }
        let paged = |items, same: Option<&Paged>| match same {
            Some(same) => same.reordered(&rank),
            None => Paged::new(catalogue, items),
        };
        let several = |lists: Vec<Vec<u32>>, same: Option<&Vec<Paged>>| {
            let lists = lists.into_iter().enumerate();
            lists
                .map(|(at, items)| paged(items, same.map(|same| &same[at])))
                .collect()
        };
        Self {
            producers,
            processes,
            event_types: paged(all, first.map(|first| &first.event_types)),
            by_category: several(by_category, first.map(|first| &first.by_category)),
            by_authorization: several(by_authorization, first.map(|first| &first.by_authorization)),
        }
    }
}

impl Paged {
    /// Divides a list so that the event types of a process stay together.
    fn new(catalogue: &Catalogue, items: Vec<u32>) -> Self {
        let process = |at: &u32| catalogue.event_types[*at as usize].process.index;
        let mut pages = Vec::new();
        let (mut start, mut end) = (0, 0);
        for chunk in items.chunk_by(|a, b| process(a) == process(b)) {
            if end > start && end + chunk.len() - start > ROWS {
                pages.push(start..end);
                start = end;
            }
            end += chunk.len();
        }
        pages.push(start..end);
        let latest = latest(catalogue, items.iter().copied());
        Self {
            items,
            pages,
            latest,
        }
    }

    /// The same pages with what stands on each in another order.
    fn reordered(&self, rank: &[usize]) -> Self {
        let mut items = self.items.clone();
        for page in &self.pages {
            items[page.clone()].sort_by_key(|at| rank[*at as usize]);
        }
        Self {
            items,
            pages: self.pages.clone(),
            latest: self.latest,
        }
    }

    /// The items of a page, counted from 0.
    pub(super) fn page(&self, number: u16) -> &[u32] {
        &self.items[self.pages[usize::from(number)].clone()]
    }

    /// How many pages there are; at least one.
    pub(super) fn count(&self) -> u16 {
        u16::try_from(self.pages.len()).unwrap_or(u16::MAX)
    }
}

/// How many pages of so many rows a list takes that may be cut anywhere.
pub(super) fn plain_pages(items: usize, rows: usize) -> u16 {
    u16::try_from(items.div_ceil(rows).max(1)).unwrap_or(u16::MAX)
}

/// The part of such a list that a page holds.
pub(super) fn plain_page<T>(items: &[T], number: u16, rows: usize) -> &[T] {
    let start = (usize::from(number) * rows).min(items.len());
    &items[start..(start + rows).min(items.len())]
}

/// The event types of a process in the order in which they first come in a
/// case, by its transitions; those that are on none come last, by id.
pub(super) fn in_course(catalogue: &Catalogue, process: &Process) -> Vec<u32> {
    let rank = |at: u32| {
        let step = process
            .transitions
            .iter()
            .position(|step| step.event.index == at);
        (step.unwrap_or(usize::MAX), at)
    };
    let mut own: Vec<u32> = process.event_types().iter().map(|it| it.index).collect();
    own.sort_by_key(|&at| rank(at));
    debug_assert!(
        own.iter()
            .all(|at| catalogue.event_types.get(*at as usize).is_some())
    );
    own
}

/// The collation rules of a language: Swedish has å, ä and ö last, and numbers
/// within text are in the order of their values.
pub(super) fn collator(catalogue: &Catalogue, lang: Lang) -> Option<CollatorBorrowed<'static>> {
    let mut locale: Locale = catalogue.config().code(lang).parse().ok()?;
    if let (Ok(key), Ok(value)) = ("kn".parse(), "true".parse()) {
        locale.extensions.unicode.keywords.set(key, value);
    }
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(locale.into(), options).ok()
}

/// The indexes of some things in the order of their names.
pub(super) fn sorted<T>(
    catalogue: &Catalogue,
    lang: Lang,
    items: &[T],
    name: impl Fn(&T) -> &str,
) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(items.len()).collect();
    let collator = collator(catalogue, lang);
    order.sort_by(|&a, &b| {
        let (a, b) = (name(&items[a as usize]), name(&items[b as usize]));
        match &collator {
            Some(collator) => collator.compare(a, b),
            None => a.cmp(b),
        }
    });
    order
}

/// An event type and its id, for lists that need both.
pub(super) fn event_type(catalogue: &Catalogue, at: u32) -> &EventType {
    let found = &catalogue.event_types[at as usize];
    debug_assert!(!found.id().is_empty());
    found
}
