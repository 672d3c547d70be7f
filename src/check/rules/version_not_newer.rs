//! ## What it checks
//!
//! The versions of an event type stand with the newest first: each number is greater than the one
//! below it in the file, and no number is there twice.
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
//!   - version: 1.1.0            # newer, but stands below
//!     tags: [bygglov]
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     tags: [bygglov]
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
//! En händelsetyps versioner står med den nyaste först: varje nummer är större än det som står
//! under i filen, och inget nummer finns två gånger.
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
//!   - version: 1.1.0            # nyare, men står under
//!     tags: [bygglov]
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     tags: [bygglov]
//!   - version: 1.0.0
//! ```
//!
//! ## Så rättar du
//!
//! Flytta upp blocket med den nyare versionen, eller ge den nya versionen ett
//! nummer som är större än det som står under.

use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType, Status};
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
        } else if pair[0].status == Status::Draft && pair[1].status != Status::Draft {
            let id = event_type.id();
            Diagnostic::new(
                "K0303",
                newer.span,
                say!(
                    "utkastet {upper} står över {lower}, men numret är lägre",
                    "the draft {upper} stands above {lower}, but its number is lower"
                ),
            )
            .help(say!(
                "kör katalog bump {id}, som ger utkastet ett nummer efter {lower}",
                "run katalog bump {id}, which gives the draft a number after {lower}"
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
