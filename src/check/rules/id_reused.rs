//! ## What it checks
//!
//! An event type all of whose versions were retired isn't taken into use again. A version that is
//! published later than the day on which the last of the others was retired needs an id of its own.
//!
//! ## Why
//!
//! A retired event type stays in the catalogue as a record of what events once meant, and old
//! events with its id are still shown to people. If the id came back after a time in which it meant
//! nothing, nobody could tell old events from new ones.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     semanticChange: major
//!     published: 2026-05-01
//!   - version: 1.0.0
//!     status: retired
//!     deprecated: 2024-01-15
//!     sunset: 2025-06-30
//!     retired: 2025-07-01
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     semanticChange: major
//!     published: 2025-03-01
//!   - version: 1.0.0
//!     status: retired
//!     deprecated: 2024-01-15
//!     sunset: 2025-06-30
//!     retired: 2025-07-01
//! ```
//!
//! ## How to fix
//!
//! Write the new event type in a file of its own with a new id, and remove the version here. In the
//! retired versions, `replacedBy` may name the new one.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En händelsetyp vars alla versioner har avvecklats tas inte i bruk igen. En version som
//! publiceras senare än den dag då den sista av de andra avvecklades behöver ett eget id.
//!
//! ## Varför
//!
//! En avvecklad händelsetyp finns kvar i katalogen som en uppgift om vad händelserna en gång
//! betydde, och gamla händelser med dess id visas fortfarande. Om id:t kom tillbaka efter en tid då
//! det inte betydde något skulle ingen kunna skilja gamla händelser från nya.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     semanticChange: major
//!     published: 2026-05-01
//!   - version: 1.0.0
//!     status: retired
//!     deprecated: 2024-01-15
//!     sunset: 2025-06-30
//!     retired: 2025-07-01
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     status: published
//!     semanticChange: major
//!     published: 2025-03-01
//!   - version: 1.0.0
//!     status: retired
//!     deprecated: 2024-01-15
//!     sunset: 2025-06-30
//!     retired: 2025-07-01
//! ```
//!
//! ## Så rättar du
//!
//! Skriv den nya händelsetypen i en egen fil med ett nytt id, och ta bort versionen här. I de
//! avvecklade versionerna får `replacedBy` nämna den nya.

use crate::check::history::oldest_first;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let versions = oldest_first(event_type);
    for (at, version) in versions.iter().enumerate() {
        let below: Vec<_> = versions[..at]
            .iter()
            .filter(|it| it.status != Status::Draft)
            .collect();
        // The day from which nothing of it was in use; none if something still is.
        let days: Option<Vec<_>> = below
            .iter()
            .map(|it| it.retired.as_ref().filter(|_| it.status == Status::Retired))
            .collect();
        let Some(last) = days.and_then(|days| days.into_iter().max_by_key(|day| day.value)) else {
            continue;
        };
        let is_draft = version.status == Status::Draft;
        let (number, day) = (&version.number.value, last.value);
        let later = version.published.as_ref().is_some_and(|it| it.value > day);
        if !is_draft && !later {
            continue;
        }
        out.push(
            Diagnostic::new(
                "K0324",
                version.number.span,
                say!(
                    "händelsetypen var helt avvecklad från {day}, så id:t kan inte tas i bruk igen med {number}",
                    "the event type was wholly retired from {day}, so the id can't be taken into use again with {number}"
                ),
            )
            .related(last.span, say!("den sista avvecklades här", "the last one was retired here"))
            .help(say!(
                "skriv den nya händelsetypen i en egen fil med ett nytt id, och ta bort versionen {number} här",
                "write the new event type in a file of its own with a new id, and remove the version {number} here"
            )),
        );
        // What comes above stands on the same slip.
        return;
    }
}
