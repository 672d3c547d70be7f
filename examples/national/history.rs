//! The history of an event type: which versions it has had, when, and in what state each is today.

use crate::content::{Bump, Content, Note};
use crate::dates::Day;
use crate::rng::Rng;
use crate::steps::Kind;

/// The day that the catalogue is seen from.
pub(crate) const TODAY: Day = Day::new(2026, 11, 23);

/// One version: when it was published and what has become of it.
pub(crate) struct Version {
    pub number: String,
    pub state: State,
    pub note: Option<Note>,
    /// Is it the first of a new major?
    pub migrates: bool,
    pub content: Content,
}

/// Where a version is in its life.
#[derive(Clone, Copy)]
pub(crate) enum State {
    Draft,
    Published(Day),
    Deprecated(Day, Notice),
    Retired(Day, Notice, Day),
}

/// The notice given when something is deprecated.
#[derive(Clone, Copy)]
pub(crate) struct Notice {
    pub deprecated: Day,
    pub sunset: Day,
    pub instead: Instead,
}

/// What to use instead.
#[derive(Clone, Copy)]
pub(crate) enum Instead {
    /// Another event type of the process.
    EventType(Kind),
    /// A later major version.
    Major,
}

/// How the versions of an event type come to be.
pub(crate) enum Life {
    /// As most: one to three versions.
    Ordinary,
    /// Only a draft so far.
    Draft,
    /// Deprecated as a whole.
    Deprecated(Kind),
    /// Retired long ago.
    Retired(Kind),
}

/// All versions, newest first, ending up in `content`.
pub(crate) fn versions(rng: &mut Rng, content: Content, life: &Life) -> Vec<Version> {
    let early = day(rng, Day::new(2024, 10, 1), Day::new(2025, 7, 31));
    let state = match *life {
        Life::Ordinary => return ordinary(rng, content, early),
        Life::Draft => State::Draft,
        Life::Deprecated(kind) => {
            let deprecated = day(rng, Day::new(2025, 12, 15), Day::new(2026, 10, 31));
            State::Deprecated(early, notice(rng, deprecated, Instead::EventType(kind)))
        }
        Life::Retired(kind) => {
            let deprecated = day(rng, Day::new(2025, 3, 1), Day::new(2025, 8, 31));
            let sunset = deprecated.plus(rng.between(366, 400));
            let notice = Notice {
                deprecated,
                sunset,
                instead: Instead::EventType(kind),
            };
            let published = day(rng, Day::new(2024, 10, 1), Day::new(2024, 12, 15));
            State::Retired(published, notice, sunset.plus(rng.between(1, 30)))
        }
    };
    vec![Version {
        number: "1.0.0".to_owned(),
        state,
        note: None,
        migrates: false,
        content,
    }]
}

/// One in three event types has two versions, one in twelve three; some of the newest are drafts.
fn ordinary(rng: &mut Rng, content: Content, first: Day) -> Vec<Version> {
    use Bump::{Major, Minor, Patch};
    const TWO: [&[Bump]; 10] = [
        &[Minor],
        &[Minor],
        &[Minor],
        &[Minor],
        &[Minor],
        &[Patch],
        &[Patch],
        &[Patch],
        &[Major],
        &[Major],
    ];
    const THREE: [&[Bump]; 5] = [
        &[Minor, Patch],
        &[Patch, Minor],
        &[Minor, Minor],
        &[Minor, Major],
        &[Major, Minor],
    ];
    let bumps: &[Bump] = match rng.below(12) {
        0 => THREE[rng.below(THREE.len())],
        1..=4 => TWO[rng.below(TWO.len())],
        _ => &[],
    };
    let draft = !bumps.is_empty() && rng.one_in(12);
    let last = day(rng, Day::new(2026, 6, 1), Day::new(2026, 11, 15));
    let days = match bumps.len() {
        0 => [if rng.one_in(2) { first } else { last }; 3],
        _ => [
            first,
            day(rng, Day::new(2025, 10, 1), Day::new(2026, 4, 30)),
            last,
        ],
    };

    // Numbers and days are known from the oldest on, contents from the newest back.
    let mut numbers = vec![(1, 0, 0)];
    for bump in bumps {
        let (major, minor, patch) = numbers.last().copied().unwrap_or((1, 0, 0));
        numbers.push(match bump {
            Patch => (major, minor, patch + 1),
            Minor => (major, minor + 1, 0),
            Major => (major + 1, 0, 0),
        });
    }
    let newest = numbers.len() - 1;
    let superseded = supersede(rng, &numbers, &days, draft);
    let mut versions = Vec::new();
    let mut now = content;
    for place in (0..=newest).rev() {
        let (major, minor, patch) = numbers[place];
        let is_draft = draft && place == newest;
        let bump = place.checked_sub(1).map(|before| bumps[before]);
        let migrates = bump == Some(Major);
        let pre = if is_draft && migrates { "-rc.1" } else { "" };
        let state = match superseded {
            _ if is_draft => State::Draft,
            Some(notice) if major == 1 => State::Deprecated(days[place], notice),
            _ => State::Published(days[place]),
        };
        let before = bump.map(|bump| now.before(rng, bump));
        let (old, note) = before.unzip();
        let number = format!("{major}.{minor}.{patch}{pre}");
        versions.push(Version {
            number,
            state,
            note,
            migrates,
            content: now,
        });
        match old {
            Some(old) => now = old,
            None => break,
        }
    }
    versions
}

/// The notice for 1.x when there is a published 2.0.0; one in three stays published beside it.
fn supersede(
    rng: &mut Rng,
    numbers: &[(u32, u32, u32)],
    days: &[Day],
    draft: bool,
) -> Option<Notice> {
    let place = numbers.iter().position(|number| number.0 == 2)?;
    if rng.one_in(3) || draft && place + 1 == numbers.len() {
        return None;
    }
    // The sunset is to lie ahead of today, so the notice was given within the last year.
    let published = days.get(place).copied()?.max(Day::new(2025, 12, 1));
    let deprecated = published.plus(rng.between(0, 30)).min(TODAY.plus(-1));
    Some(notice(rng, deprecated, Instead::Major))
}

/// A notice of 13 to 18 months.
fn notice(rng: &mut Rng, deprecated: Day, instead: Instead) -> Notice {
    Notice {
        deprecated,
        sunset: deprecated.plus(rng.between(400, 550)),
        instead,
    }
}

fn day(rng: &mut Rng, from: Day, to: Day) -> Day {
    from.plus(rng.between(0, from.until(to)))
}
