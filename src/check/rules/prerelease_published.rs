//! ## What it checks
//!
//! A version whose number has an addition, such as `2.0.0-rc.1`, is a draft.
//!
//! ## Why
//!
//! The addition says that the version isn't finished: it may change until the number stands by itself.
//! Something that may change can't be promised to consumers.
//!
//! ## Fails
//!
//! ```yaml
//! version: 1.0.0-rc.1
//! status: published
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! version: 1.0.0-rc.1
//! status: draft
//! ```
//!
//! ## How to fix
//!
//! Let it be a draft, or write the number without its addition when the content is settled.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En version vars nummer har ett tillägg, som `2.0.0-rc.1`, är ett utkast.
//!
//! ## Varför
//!
//! Tillägget säger att versionen inte är färdig: den kan ändras tills numret står för sig självt. Det som
//! kan ändras går inte att lova konsumenterna.
//!
//! ## Fel
//!
//! ```yaml
//! version: 1.0.0-rc.1
//! status: published
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! version: 1.0.0-rc.1
//! status: draft
//! ```
//!
//! ## Så rättar du
//!
//! Låt den vara ett utkast, eller skriv numret utan tillägg när innehållet är bestämt.

use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        let number = &version.number.value;
        if number.pre.is_empty() || version.status == Status::Draft {
            continue;
        }
        let whole = semver::Version::new(number.major, number.minor, number.patch);
        let status = version.status.key();
        out.push(
            Diagnostic::new(
                "K0333",
                version.number.span,
                say!(
                    "{number} är en förhandsversion, men status är {status}",
                    "{number} is a pre-release, but the status is {status}"
                ),
            )
            .related(
                version.status_span,
                say!("status står här", "the status is here"),
            )
            .help(say!(
                "skriv `status: draft` och ta bort datumet `published`, eller skriv `version: {whole}` om innehållet är bestämt",
                "write `status: draft` and remove the date `published`, or write `version: {whole}` if the content is settled"
            )),
        );
    }
}
