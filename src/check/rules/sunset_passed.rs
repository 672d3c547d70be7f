//! ## What it checks
//!
//! A deprecated version hasn't passed its sunset, the last day on which it may be used. That is
//! judged on the day of the check, or on the day that `--as-of` names, and gives only a warning.
//!
//! ## Why
//!
//! After the last day nobody may rely on the version. The catalogue should say so, and not let it
//! look as if it were still in use.
//!
//! ## Fails
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2024-03-01
//! sunset: 2025-03-31         # long ago
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! status: retired
//! deprecated: 2024-03-01
//! sunset: 2025-03-31
//! retired: 2025-04-01
//! ```
//!
//! ## How to fix
//!
//! Retire the version: write `status: retired`, and the day as `retired`. If events of the version
//! are still sent, move `sunset` to a later day.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En version som utfasas har inte passerat sin sista dag, `sunset`. Det bedöms
//! den dag som kontrollen görs, eller den dag som `--as-of` anger, och ger bara
//! en varning.
//!
//! ## Varför
//!
//! Efter den sista dagen får ingen lita på versionen. Katalogen ska säga det, och
//! inte låta den se ut att vara i bruk.
//!
//! ## Fel
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2024-03-01
//! sunset: 2025-03-31         # för länge sedan
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! status: retired
//! deprecated: 2024-03-01
//! sunset: 2025-03-31
//! retired: 2025-04-01
//! ```
//!
//! ## Så rättar du
//!
//! Avveckla versionen: skriv `status: retired`, och dagen som `retired`. Skickas händelser av
//! versionen fortfarande: flytta fram `sunset`.

use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType, Status};
use crate::resolve::Tables;
use crate::say;
use jiff::civil::Date;

pub(in crate::check) fn check(
    _: &Tables,
    event_type: &EventType,
    as_of: Date,
    out: &mut Vec<Diagnostic>,
) {
    for version in &event_type.versions {
        let Some(sunset) = &version.sunset else {
            continue;
        };
        let (id, last, number) = (event_type.id(), sunset.value, &version.number.value);
        if version.status != Status::Deprecated || last >= as_of {
            continue;
        }
        out.push(
            Diagnostic::new(
                "K0311",
                sunset.span,
                say!(
                    "{number} fick användas till och med {last}, men är inte avvecklad",
                    "{number} could be used up to and including {last}, but hasn't been retired"
                ),
            )
            .related(
                version.status_span,
                say!("status står här", "the status is here"),
            )
            .help(say!(
                "kör katalog retire {id}; skickas händelsen fortfarande: flytta fram `sunset`",
                "run katalog retire {id}; if the event is still sent: move `sunset` to a later day"
            )),
        );
    }
}
