//! ## What it checks
//!
//! A draft stands above all versions that have been published, are deprecated or
//! retired. A status only goes forward: from draft to published, deprecated and
//! retired.
//!
//! ## Why
//!
//! A draft is what comes next. Below a published version it is either forgotten,
//! or a published version that somebody has turned back into a draft, and then
//! consumers lose what they were promised.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.2.0
//!     status: published
//!   - version: 1.1.0
//!     status: draft
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.2.0
//!     status: draft
//!   - version: 1.1.0
//!     status: published
//! ```
//!
//! ## How to fix
//!
//! Remove the draft if it was never published. If it was, give it back its status
//! and its date. If its changes are still wanted, make them in a new draft at the
//! top, from the newest version.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett utkast står ovanför alla versioner som är publicerade, utfasas eller är
//! avvecklade. En status går bara framåt: från utkast till publicerad, utfasad
//! och avvecklad.
//!
//! ## Varför
//!
//! Ett utkast är det som kommer härnäst. Under en publicerad version är det
//! antingen bortglömt, eller en publicerad version som någon har gjort till
//! utkast igen, och då blir konsumenterna av med det som de har lovats.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.2.0
//!     status: published
//!   - version: 1.1.0
//!     status: draft
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.2.0
//!     status: draft
//!   - version: 1.1.0
//!     status: published
//! ```
//!
//! ## Så rättar du
//!
//! Ta bort utkastet om det aldrig har publicerats. Har det publicerats: ge
//! tillbaka status och datum. Behövs ändringarna fortfarande: gör dem i ett nytt
//! utkast överst, utifrån den nyaste versionen.

use crate::check::history::{oldest_first, published};
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let Some(newest) = published(event_type).pop() else {
        return;
    };
    let top = &newest.number.value;
    for draft in oldest_first(event_type) {
        let number = &draft.number.value;
        if draft.status != Status::Draft || number >= top {
            continue;
        }
        let status = newest.status.key();
        out.push(
            Diagnostic::new(
                "K0308",
                draft.status_span,
                say!(
                    "{number} är ett utkast, men den senare versionen {top} har redan publicerats",
                    "{number} is a draft, but the later version {top} has already been published"
                ),
            )
            .related(
                newest.status_span,
                say!("{top} har status {status}", "the status of {top} is {status}"),
            )
            .help(say!(
                "ta bort blocket för {number}; behövs ändringarna: gör dem i ett nytt utkast överst, utifrån {top}; har {number} varit publicerad: skriv `status: published` och datumet igen",
                "remove the block of {number}; if its changes are needed: make them in a new draft at the top, from {top}; if {number} has been published: write `status: published` and the date again"
            )),
        );
    }
}
