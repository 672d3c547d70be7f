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
//! and its date. If it is still wanted, give it a number above the published
//! version and move it to the top.
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
//! tillbaka status och datum. Behövs det fortfarande: ge det ett nummer över den
//! publicerade versionen och flytta det överst.

use crate::check::history::{oldest_first, published};
use crate::diagnostic::Diagnostic;
use crate::model::change::{compare, required_bump};
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
        let next = required_bump(&compare(newest, draft)).next(top);
        let status = newest.status.key();
        out.push(
            Diagnostic::new(
                "K0308",
                draft.status_span,
                say!(
                    "{number} är ett utkast, fast den senare versionen {top} inte är det",
                    "{number} is a draft, although the later version {top} isn't"
                ),
            )
            .related(
                newest.status_span,
                say!("{top} har status {status}", "the status of {top} is {status}"),
            )
            .help(say!(
                "ta bort blocket för {number}, eller skriv `version: {next}` och flytta det överst; har {number} varit publicerad: skriv `status: published` och datumet igen",
                "remove the block of {number}, or write `version: {next}` and move it to the top; if {number} has been published: write `status: published` and the date again"
            )),
        );
    }
}
