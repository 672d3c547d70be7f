//! ## What it checks
//!
//! A version that is deprecated or retired has a last day, `sunset`.
//!
//! ## Why
//!
//! A deprecation without a last day is no plan. Consumers need to know until when they can count on
//! the event, and the producer until when it must be sent.
//!
//! ## Fails
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! sunset: 2027-03-31
//! ```
//!
//! ## How to fix
//!
//! Decide the last day together with those who fetch the event, and write it as `sunset`. `katalog
//! deprecate` does it all at once.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En version som är utfasad eller avvecklad har en sista dag, `sunset`.
//!
//! ## Varför
//!
//! En utfasning utan sista dag är ingen plan. Konsumenterna behöver veta hur länge de kan räkna med
//! händelsen, och producenten hur länge den måste skickas.
//!
//! ## Fel
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! sunset: 2027-03-31
//! ```
//!
//! ## Så rättar du
//!
//! Bestäm den sista dagen tillsammans med dem som hämtar händelsen, och skriv den som `sunset`.
//! `katalog deprecate` gör allt på en gång.

use crate::check::history::is_retired_unannounced;
use crate::check::history::status_in_words;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let months = tables.policy.notice_months;
    for version in &event_type.versions {
        // What was retired without notice is told of by retired-too-early.
        let is_unannounced = is_retired_unannounced(version);
        if version.status < Status::Deprecated || version.sunset.is_some() || is_unannounced {
            continue;
        }
        let number = &version.number.value;
        let status = status_in_words(version.status);
        let (sv, en) = (status.sv, status.en);
        out.push(
            Diagnostic::new(
                "K0334",
                version.status_span,
                say!(
                    "{number} är {sv}, men har ingen sista dag",
                    "{number} is {en}, but has no last day"
                ),
            )
            .help(say!(
                "lägg till `sunset: ÅÅÅÅ-MM-DD` under status, minst {months} månader efter `deprecated`",
                "add `sunset: YYYY-MM-DD` below the status, at least {months} months after `deprecated`"
            )),
        );
    }
}
