//! ## What it checks
//!
//! A draft stands above every version that is published, deprecated or retired. A status only goes
//! forward: from draft to published, then deprecated, then retired.
//!
//! ## Why
//!
//! A draft is what comes next. Below a published version, a draft has either been forgotten, or it
//! is a published version that somebody has turned back into a draft. In the latter case consumers
//! lose what they were promised.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.1
//!     status: draft             # but 1.1.0 has already been published
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.1
//!     status: draft
//!     tags: [bygglov]
//!   - version: 1.1.0
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## How to fix
//!
//! Remove the draft if it was never published. If it was, restore its status and its date. If its
//! changes are still wanted, make them in a new draft at the top that starts from the newest
//! version.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett utkast står ovanför alla versioner som är publicerade, utfasas eller är avvecklade. En
//! status går bara framåt: från utkast till publicerad, sedan utfasad och sedan avvecklad.
//!
//! ## Varför
//!
//! Ett utkast är det som kommer härnäst. Under en publicerad version är ett utkast antingen
//! bortglömt, eller en publicerad version som någon har gjort till utkast igen. I det senare fallet
//! blir konsumenterna av med det som de har lovats.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.1
//!     status: draft             # men 1.1.0 är redan publicerad
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.1
//!     status: draft
//!     tags: [bygglov]
//!   - version: 1.1.0
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Så rättar du
//!
//! Ta bort utkastet om det aldrig har publicerats. Har det publicerats: återställ dess status och
//! datum. Behövs ändringarna fortfarande: gör dem i ett nytt utkast överst, utifrån den nyaste
//! versionen.

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
        // One that stands above what is published has the wrong number: version-not-newer.
        let is_above = draft.span.start < newest.span.start;
        if draft.status != Status::Draft || number >= top || is_above {
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
