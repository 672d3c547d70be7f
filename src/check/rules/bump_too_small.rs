//! ## What it checks
//!
//! The number of a new version grows at least as much as its changes require. It
//! is held against the highest published version below it, and against every
//! published version with the same first number. Removing or renaming an
//! attribute requires a new first number, adding one a new second number, and a
//! changed text a new third number. Below 1.0.0 a change that breaks consumers
//! requires a new second number.
//!
//! ## Why
//!
//! A published event type is a promise to everyone who programs against it. A
//! consumer that was made for 1.0.0 must be able to read every event of 1.1.0.
//! The number is how it knows.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0        # the attribute senastDatum has been removed
//!     attributes: []
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0        # the attribute senastDatum has been removed
//!     attributes: []
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version the number that the message names, or take back the change
//! that requires it. `katalog diff` shows all changes between two versions.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En ny versions nummer höjs minst så mycket som ändringarna kräver. Den jämförs
//! med den högsta publicerade versionen under den, och med alla publicerade
//! versioner med samma första siffra. Att ta bort eller byta namn på ett attribut
//! kräver ny första siffra, att lägga till ett kräver ny andra siffra, och en
//! ändrad text ny tredje siffra. Under 1.0.0 kräver en ändring som stör
//! konsumenterna ny andra siffra.
//!
//! ## Varför
//!
//! En publicerad händelsetyp är ett löfte till alla som programmerar mot den. En
//! konsument som är byggd för 1.0.0 ska kunna läsa varje händelse av 1.1.0. Det
//! är numret som säger det.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0        # attributet senastDatum har tagits bort
//!     attributes: []
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0        # attributet senastDatum har tagits bort
//!     attributes: []
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen det nummer som meddelandet nämner, eller ta tillbaka ändringen
//! som kräver det. `katalog diff` visar alla ändringar mellan två versioner.

use crate::check::history::{bump_in_words, severity, stated_bump};
use crate::diagnostic::{Diagnostic, Message};
use crate::model::change::{Bump, Change, compare, required_bump};
use crate::model::{EventType, Status, Version};
use crate::resolve::Tables;
use crate::say;

/// Changes that are named one by one; the rest are counted.
const SHOWN: usize = 5;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for (at, version) in event_type.versions.iter().enumerate() {
        let below = event_type.versions[at + 1..].iter();
        let number = &version.number.value;
        let mut published = below.filter(|it| {
            // What stands in the wrong order is another rule's business.
            it.status != Status::Draft && it.number.value < *number
        });
        let Some(base) = published.next() else {
            continue;
        };
        let stated = stated_bump(base, version);
        let mut worst: Option<(Bump, &Version, Vec<Change>)> = None;
        let same_major = published.filter(|it| it.number.major == number.major);
        for older in std::iter::once(base).chain(same_major) {
            let changes = compare(older, version);
            let required = required_bump(&changes);
            // A version further down has had smaller bumps since; only what
            // breaks its promise as a whole matters against it.
            let enough = if std::ptr::eq(older, base) {
                stated
            } else {
                stated_bump(older, version)
            };
            if required > enough && worst.as_ref().is_none_or(|(bump, ..)| required > *bump) {
                worst = Some((required, older, changes));
            }
        }
        if let Some((required, older, changes)) = worst {
            out.push(finding(
                event_type, version, base, older, stated, required, &changes,
            ));
        }
    }
}

fn finding(
    event_type: &EventType,
    version: &Version,
    base: &Version,
    older: &Version,
    stated: Bump,
    required: Bump,
    changes: &[Change],
) -> Diagnostic {
    let number = &version.number.value;
    let from = &older.number.value;
    let next = required.next(&base.number.value);
    let (stated, wanted) = (bump_in_words(stated), bump_in_words(required));
    let (stated_sv, stated_en) = (&stated.sv, &stated.en);
    let (wanted_sv, wanted_en) = (&wanted.sv, &wanted.en);
    let deciding: Vec<&Change> = changes
        .iter()
        .filter(|change| change.requires == required)
        .collect();
    let more = deciding.len().saturating_sub(SHOWN);
    let id = &event_type.id.value;
    let rest = match more {
        0 => Message {
            sv: String::new(),
            en: String::new(),
        },
        n => say!(
            " ({n} ändringar till kräver det)",
            " ({n} more changes require it)"
        ),
    };
    let (rest_sv, rest_en) = (&rest.sv, &rest.en);
    let mut finding = Diagnostic::new(
        "K0305",
        version.number.span,
        say!(
            "versionen {number} är {stated_sv}, men ändringarna sedan {from} kräver {wanted_sv}: {next}{rest_sv}",
            "the version {number} is {stated_en}, but the changes since {from} require {wanted_en}: {next}{rest_en}"
        ),
    )
    .severity(severity(version))
    .help(say!(
        "skriv `version: {next}`, eller ta tillbaka det som ändrats; alla ändringar visas av: katalog diff {id}@{from} {id}@{number}",
        "write `version: {next}`, or take back what was changed; see all changes with: katalog diff {id}@{from} {id}@{number}"
    ));
    for change in deciding.into_iter().take(SHOWN) {
        let told = crate::check::changes::tell(change);
        if let Some(span) = change.new_span.or(change.old_span) {
            finding = finding.related(span, told);
        }
    }
    finding
}
