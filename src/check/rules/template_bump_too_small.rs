//! ## What it checks
//!
//! The number of a template's version grows at least as much as the changes of its event types
//! require: a new event type is a minor version, one that is taken away a major version, and
//! otherwise the template's number grows as that of the event type which has changed the most.
//!
//! ## Why
//!
//! Producers follow a template by a range of versions, `^1.2`. The range lets in what keeps the
//! promises to consumers and keeps out what breaks them. That is so only if the number says how
//! large the change is.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # too small: BESLUT has a new minor version
//!     eventTypes: { BESLUT: 1.1.0 }
//!   - version: 1.0.0
//!     eventTypes: { BESLUT: 1.0.0 }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     eventTypes: { BESLUT: 1.1.0 }
//!   - version: 1.0.0
//!     eventTypes: { BESLUT: 1.0.0 }
//! ```
//!
//! ## How to fix
//!
//! Write the number that the finding gives. If the template's version is published already, take
//! the change back and make it in a new version.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Numret på en malls version växer minst så mycket som ändringarna i dess händelsetyper kräver:
//! en ny händelsetyp är en mindre version, en borttagen en huvudversion, och annars växer mallens
//! nummer som numret på den händelsetyp som har ändrats mest.
//!
//! ## Varför
//!
//! Producenterna följer en mall genom ett intervall av versioner, `^1.2`. Intervallet släpper in
//! det som håller löftena till konsumenterna och stänger ute det som bryter dem. Så är det bara om
//! numret säger hur stor ändringen är.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # för litet: BESLUT har en ny mindre version
//!     eventTypes: { BESLUT: 1.1.0 }
//!   - version: 1.0.0
//!     eventTypes: { BESLUT: 1.0.0 }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     eventTypes: { BESLUT: 1.1.0 }
//!   - version: 1.0.0
//!     eventTypes: { BESLUT: 1.0.0 }
//! ```
//!
//! ## Så rättar du
//!
//! Skriv det nummer som meddelandet anger. Är mallens version redan publicerad: ta tillbaka
//! ändringen och gör den i en ny version.

use crate::check::history::{bump_in_words, grown};
use crate::diagnostic::{Diagnostic, Message};
use crate::model::change::Bump;
use crate::model::{Pin, TemplateVersion};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for template in &tables.templates {
        for pair in template.versions.windows(2) {
            let [newer, older] = pair else { continue };
            let (old, new) = (&older.number.value, &newer.number.value);
            let Some((required, reason)) = required(older, newer) else {
                continue;
            };
            // What isn't there has been told of, and another version may be meant.
            let is_there = |pin: &Pin| {
                let mut events = template.event_types().iter();
                let event = events.find(|it| it.short() == &*pin.event.value);
                event.is_some_and(|it| it.version(&pin.version.value).is_some())
            };
            if !newer.event_types.iter().all(is_there) {
                continue;
            }
            if grown(old, new) >= required {
                continue;
            }
            let next = required.next(old);
            let (bump, Message { sv, en }) = (bump_in_words(required), reason);
            let (bump_sv, bump_en) = (bump.sv, bump.en);
            out.push(
                Diagnostic::new(
                    "K0915",
                    newer.number.span,
                    say!(
                        "{new} är för litet: {sv}, och det kräver {bump_sv}",
                        "{new} is too small: {en}, and that requires {bump_en}"
                    ),
                )
                .related(
                    older.number.span,
                    say!("versionen före", "the version before"),
                )
                .help(say!("skriv `version: {next}`", "write `version: {next}`")),
            );
        }
    }
}

/// The largest change between two versions of a template, and what it is.
fn required(older: &TemplateVersion, newer: &TemplateVersion) -> Option<(Bump, Message)> {
    let mut found: Option<(Bump, Message)> = None;
    let mut see = |bump: Bump, reason: Message| {
        if found.as_ref().is_none_or(|(largest, _)| bump > *largest) {
            found = Some((bump, reason));
        }
    };
    for pin in &newer.event_types {
        let (event, is) = (&pin.event.value, &pin.version.value);
        match older.version_of(event) {
            None => see(
                Bump::Minor,
                say!(
                    "händelsetypen {event} är ny",
                    "the event type {event} is new"
                ),
            ),
            Some(was) if was > is => see(
                Bump::Major,
                say!(
                    "{event} gick från {was} till {is}",
                    "{event} went from {was} to {is}"
                ),
            ),
            Some(was) => see(
                grown(was, is),
                say!(
                    "{event} gick från {was} till {is}",
                    "{event} went from {was} to {is}"
                ),
            ),
        }
    }
    for pin in &older.event_types {
        let event = &pin.event.value;
        if newer.version_of(event).is_none() {
            see(
                Bump::Major,
                say!(
                    "händelsetypen {event} är borttagen",
                    "the event type {event} has been taken away"
                ),
            );
        }
    }
    found
}
