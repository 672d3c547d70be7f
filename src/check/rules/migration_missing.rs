//! ## What it checks
//!
//! The first version with a new first number, such as 2.0.0, says in `migration` what a consumer
//! must do to change over to it. So does a pre-release such as 2.0.0-rc.1, and so does the version
//! that comes after the pre-releases. In a draft, its absence is only a warning.
//!
//! ## Why
//!
//! A new first number breaks what consumers have built. They need to know what to do, in which
//! order, and what happens in the meantime to events of the old version.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     changes: { sv: Datumet har fått ett tydligare namn., en: The date has a clearer name. }
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     status: published
//!     attributes:
//!       - { name: datum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     changes: { sv: Datumet har fått ett tydligare namn., en: The date has a clearer name. }
//!     migration:
//!       sv: Läs `beslutsdatum` i stället för `datum`.
//!       en: Read `beslutsdatum` instead of `datum`.
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     status: published
//!     attributes:
//!       - { name: datum, type: date, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Add `migration`, and say step by step what a consumer has to change. If nothing has to be done,
//! say so.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den första versionen med en ny första siffra, som 2.0.0, berättar i
//! `migration` vad en konsument ska göra för att gå över till den. Det gör också
//! en förhandsversion, som 2.0.0-rc.1, och den version som kommer efter
//! förhandsversionerna. I ett utkast är det bara en varning när det saknas.
//!
//! ## Varför
//!
//! En ny första siffra stör det som konsumenterna har byggt. De behöver veta vad
//! de ska göra, i vilken ordning, och vad som gäller för händelser av den gamla
//! versionen under tiden.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     changes: { sv: Datumet har fått ett tydligare namn., en: The date has a clearer name. }
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     status: published
//!     attributes:
//!       - { name: datum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     changes: { sv: Datumet har fått ett tydligare namn., en: The date has a clearer name. }
//!     migration:
//!       sv: Läs `beslutsdatum` i stället för `datum`.
//!       en: Read `beslutsdatum` instead of `datum`.
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     status: published
//!     attributes:
//!       - { name: datum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till `migration`, och berätta steg för steg vad en konsument behöver ändra. Behöver inget
//! göras: skriv det.

use crate::check::history::{oldest_first, severity, texts};
use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let versions = oldest_first(event_type);
    for (at, version) in versions.iter().enumerate() {
        let number = &version.number.value;
        let below = &versions[..at];
        let Some(before) = below.iter().rfind(|it| it.number.major < number.major) else {
            continue;
        };
        let mut same = below.iter().filter(|it| it.number.major == number.major);
        let first = same.all(|it| !it.number.pre.is_empty());
        if !first || version.migration.is_some() {
            continue;
        }
        let texts = texts(tables);
        let (from, to) = (before.number.major, number.major);
        out.push(
            Diagnostic::new(
                "K0318",
                version.number.span,
                say!(
                    "det står inte hur konsumenterna går över från {from}.x till {number}",
                    "nothing says how consumers change over from {from}.x to {number}"
                ),
            )
            .severity(severity(version))
            .related(before.number.span, say!("versionen före {to}.x", "the version before {to}.x"))
            .help(say!(
                "lägg till en rad `migration: {texts}` i den versionen, som säger vad en konsument ska göra; behöver inget göras: skriv det",
                "add a line `migration: {texts}` to that version, which says what a consumer must do; if nothing has to be done: say so"
            )),
        );
    }
}
