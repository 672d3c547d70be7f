//! Which versions of an event type are compared with which, and where.

use crate::model::{Address, EventType};
use crate::render::Site;

/// How many of an event type's newest versions are compared each with each.
/// Older ones are compared with the next one, with the newest and with the one
/// that is in use.
pub(super) const EACH: usize = 10;

/// Every comparison of every event type.
pub(super) fn plan(site: &Site) -> Vec<(u32, u16)> {
    let all = (0_u32..).zip(&site.catalogue.event_types);
    all.flat_map(|(at, it)| {
        (0..=u16::MAX)
            .zip(pairs(it))
            .map(move |(part, _)| (at, part))
    })
    .collect()
}

/// The comparisons of an event type, each as the indexes of an older and a newer
/// version; versions stand newest first.
pub(super) fn pairs(event_type: &EventType) -> impl Iterator<Item = (usize, usize)> + use<> {
    let current = event_type.current_index();
    (1..event_type.versions.len()).flat_map(move |older| {
        newer_of(older, current)
            .into_iter()
            .map(move |it| (older, it))
    })
}

/// The versions that an older one is compared with, newest first.
fn newer_of(older: usize, current: usize) -> Vec<usize> {
    if older < EACH {
        return (0..older).collect();
    }
    let mut newer = vec![0];
    newer.extend((current > 0 && current + 1 < older).then_some(current));
    newer.push(older - 1);
    newer
}

/// The comparison that a part of an event type's pages is.
pub(super) fn pair(event_type: &EventType, part: u16) -> (usize, usize) {
    let found = pairs(event_type).nth(usize::from(part));
    found.unwrap_or_else(|| unreachable!("only planned pages are made"))
}

/// Where two versions, as indexes, are compared.
pub(in crate::render) fn address(event_type: &EventType, older: usize, newer: usize) -> Address {
    let number = |at: usize| &event_type.versions[at].number.value;
    Address::comparison(&event_type.id, number(older), number(newer))
}

#[cfg(test)]
mod tests {
    use super::{EACH, newer_of};

    #[test]
    fn every_version_leads_to_every_newer_one() {
        for (count, current) in [(2, 0), (10, 1), (14, 0), (14, 1), (30, 12)] {
            for older in 1..count {
                let newer = newer_of(older, current);
                assert!(newer.is_sorted_by(|a, b| a < b), "{older}: {newer:?}");
                assert!(newer.iter().all(|it| *it < older), "{older}: {newer:?}");
                // The next one, so that there is a chain; the newest; the one in use.
                assert!(newer.contains(&(older - 1)) && newer.contains(&0));
                assert!(older <= current || newer.contains(&current));
                assert!(newer.len() == older || older >= EACH);
            }
        }
    }
}
