//! ## What it checks
//!
//! The number of a new version grows at least as much as its changes require. It is held against
//! the highest published version below it, and against every published version with the same first
//! number. Removing or renaming an attribute requires a new first number, adding one a new second
//! number, and a changed text a new third number. Below 1.0.0 a change that breaks consumers
//! requires a new second number, and any other change a new third one.
//!
//! The policy page lists every kind of change. Each has a page of its own, which this command also
//! prints: `katalog explain attribute-removed`.
//!
//! ## Why
//!
//! A published event type is a promise to everyone who programs against it. A consumer that was
//! built for 1.0.0 must be able to read every event of 1.1.0, so what is valid under 1.1.0 must be
//! valid under 1.0.0. It is the number that tells the consumer whether the promise still holds.
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
//! Give the version the number that the message names, or undo the change that requires it.
//! `katalog diff` shows every change between two versions.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En ny versions nummer höjs minst så mycket som ändringarna kräver. Den jämförs med den högsta
//! publicerade versionen under den, och med alla publicerade versioner med samma första siffra. Att
//! ta bort ett attribut eller byta namn på det kräver ny första siffra, att lägga till ett kräver
//! ny andra siffra, och en ändrad text ny tredje siffra. Under 1.0.0 kräver en ändring som stör
//! konsumenterna ny andra siffra, och alla andra ändringar ny tredje siffra.
//!
//! Sidan om versionshanteringspolicyn listar alla slags ändringar. Var och en har en egen sida, som
//! också visas av till exempel `katalog explain attribute-removed`.
//!
//! ## Varför
//!
//! En publicerad händelsetyp är ett löfte till alla som programmerar mot den. En konsument som är
//! byggd för 1.0.0 ska kunna läsa varje händelse av 1.1.0. Därför ska det som är giltigt enligt
//! 1.1.0 också vara giltigt enligt 1.0.0. Numret talar om för konsumenten om löftet fortfarande
//! gäller.
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
//! Ge versionen det nummer som meddelandet nämner, eller gör den ändring ogjord som kräver det.
//! `katalog diff` visar alla ändringar mellan två versioner.

use crate::check::history::{bump_in_words, severity, texts};
use crate::check::locked::is_renumbered;
use crate::check::shortfall::{Shortfall, shortfall};
use crate::diagnostic::{Diagnostic, Message};
use crate::model::change::Change;
use crate::model::{EventType, Status, Version};
use crate::resolve::Tables;
use crate::say;

/// Changes that are named one by one; the rest are counted.
const SHOWN: usize = 5;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for (at, version) in event_type.versions.iter().enumerate() {
        // A number below that of a published version is wrong whatever has changed.
        let number = &version.number.value;
        let below = event_type.versions[at..].iter();
        let mut published = below.filter(|it| it.status != Status::Draft);
        let is_below = published.any(|it| it.number.value > *number);
        if is_below || is_renumbered(tables, event_type, version) {
            continue;
        }
        if let Some(found) = shortfall(tables, event_type, at) {
            out.push(finding(tables, event_type, version, &found));
        }
    }
}

fn finding(
    tables: &Tables,
    event_type: &EventType,
    version: &Version,
    found: &Shortfall<'_>,
) -> Diagnostic {
    let number = &version.number.value;
    let from = &found.since.number.value;
    let required = found.required;
    let next = required.next(&found.base.number.value);
    let (stated, wanted) = (bump_in_words(found.stated), bump_in_words(required));
    let (stated_sv, stated_en) = (&stated.sv, &stated.en);
    let (wanted_sv, wanted_en) = (&wanted.sv, &wanted.en);
    let deciding: Vec<&Change> = found
        .changes
        .iter()
        .filter(|change| change.requires == required)
        .collect();
    let more = deciding.len().saturating_sub(SHOWN);
    let id = &event_type.id.value;
    let rest = match more {
        0 => Message::default(),
        n => say!(
            " ({n} ändringar till kräver det)",
            " ({n} more changes require it)"
        ),
    };
    let (rest_sv, rest_en) = (&rest.sv, &rest.en);
    // Otherwise that is what the next run asks for.
    let also = if next.major > found.base.number.value.major && version.migration.is_none() {
        let texts = texts(tables);
        say!(
            " och lägg till en rad `migration: {texts}`, som säger hur konsumenterna går över,",
            " and add a line `migration: {texts}`, which says how consumers change over,"
        )
    } else {
        Message::default()
    };
    let (also_sv, also_en) = (&also.sv, &also.en);
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
        "kör katalog bump {id}, som skriver `version: {next}`,{also_sv} eller ta tillbaka det som ändrats; alla ändringar visas av: katalog diff {id}@{from} {id}@{number}",
        "run katalog bump {id}, which writes `version: {next}`,{also_en} or take back what was changed; see all changes with: katalog diff {id}@{from} {id}@{number}"
    ));
    for change in deciding.into_iter().take(SHOWN) {
        let told = change.line();
        if let Some(span) = change.new_span.or(change.old_span) {
            finding = finding.related(span, told);
        }
    }
    finding
}
