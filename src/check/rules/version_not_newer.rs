//! ## What it checks
//!
//! The versions of an event type stand with the newest first, each number
//! greater than the next one in the file, and none twice.
//!
//! ## Why
//!
//! Readers, consumers and the tool itself find the newest version at the top and
//! the history below it in order.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!   - version: 1.1.0
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!   - version: 1.0.0
//! ```
//!
//! ## How to fix
//!
//! Move the block of the newer version up, or give the new version a number
//! greater than the one below it.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En händelsetyps versioner står med den nyaste först. Varje nummer är större
//! än nästa i filen, och inget nummer finns två gånger.
//!
//! ## Varför
//!
//! Läsare, konsumenter och verktyget självt hittar den nyaste versionen överst
//! och historiken i ordning under den.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!   - version: 1.1.0
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!   - version: 1.0.0
//! ```
//!
//! ## Så rättar du
//!
//! Flytta upp blocket med den nyare versionen, eller ge den nya versionen ett
//! nummer som är större än det som står under.

use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for pair in event_type.versions.windows(2) {
        let (newer, older) = (&pair[0].number, &pair[1].number);
        let (upper, lower) = (&newer.value, &older.value);
        if upper > lower {
            continue;
        }
        let finding = if upper == lower {
            Diagnostic::new(
                "K0303",
                newer.span,
                say!(
                    "versionen {upper} finns två gånger",
                    "the version {upper} is given twice"
                ),
            )
            .help(say!(
                "ge den nya versionen ett högre nummer, eller ta bort den ena",
                "give the new version a higher number, or remove one of them"
            ))
        } else {
            Diagnostic::new(
                "K0303",
                newer.span,
                say!(
                    "versionen {upper} står över {lower}, som är nyare",
                    "the version {upper} stands above {lower}, which is newer"
                ),
            )
            .help(say!(
                "flytta blocket för {lower} så att det står överst",
                "move the block of {lower} so that it comes first"
            ))
        };
        out.push(finding.related(older.span, say!("den andra versionen", "the other version")));
    }
}
