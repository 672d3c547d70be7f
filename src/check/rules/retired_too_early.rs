//! ## What it checks
//!
//! A version isn't retired before its sunset, the last day on which it may be
//! used.
//!
//! ## Why
//!
//! The sunset is a promise. A consumer that has planned to change over by that
//! day must not find that the events have stopped before it.
//!
//! ## Fails
//!
//! ```yaml
//! status: retired
//! deprecated: 2025-03-01
//! sunset: 2026-03-31
//! retired: 2026-02-15
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! status: retired
//! deprecated: 2025-03-01
//! sunset: 2026-03-31
//! retired: 2026-04-01
//! ```
//!
//! ## How to fix
//!
//! Let the version stay deprecated until its sunset, or correct the date if it is
//! wrong. A sunset that has been published may not be moved to an earlier day.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En version avvecklas inte före sin sista dag, `sunset`.
//!
//! ## Varför
//!
//! Den sista dagen är ett löfte. En konsument som har planerat att gå över till
//! den dagen ska inte upptäcka att händelserna redan har upphört.
//!
//! ## Fel
//!
//! ```yaml
//! status: retired
//! deprecated: 2025-03-01
//! sunset: 2026-03-31
//! retired: 2026-02-15
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! status: retired
//! deprecated: 2025-03-01
//! sunset: 2026-03-31
//! retired: 2026-04-01
//! ```
//!
//! ## Så rättar du
//!
//! Låt versionen stå kvar som utfasad till sin sista dag, eller rätta datumet om
//! det är fel. En sista dag som har publicerats får inte flyttas till en tidigare
//! dag.

use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        let (Some(sunset), Some(retired)) = (&version.sunset, &version.retired) else {
            continue;
        };
        let (last, day, number) = (sunset.value, retired.value, &version.number.value);
        if day >= last {
            continue;
        }
        out.push(
            Diagnostic::new(
                "K0310",
                retired.span,
                say!(
                    "{number} avvecklades {day}, men får användas till och med {last}",
                    "{number} was retired on {day}, but may be used up to and including {last}"
                ),
            )
            .related(sunset.span, say!("den sista dagen", "the last day"))
            .help(say!(
                "skriv `retired: {last}` eller en senare dag; är den dagen inte förbi: ta bort raden och skriv `status: deprecated`",
                "write `retired: {last}` or a later day; if that day is still to come: remove the line and write `status: deprecated`"
            )),
        );
    }
}
