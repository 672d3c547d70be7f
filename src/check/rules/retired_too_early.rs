//! ## What it checks
//!
//! A version isn't retired before its sunset, the last day on which it may be
//! used, and not without having been deprecated first.
//!
//! ## Why
//!
//! The sunset is a promise. A consumer that has planned to change over by that day must not find
//! that the events have already stopped.
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
//! A version that was never deprecated is published until `katalog deprecate` has
//! given it a sunset.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En version avvecklas inte före sin sista dag, `sunset`, och inte utan att först
//! ha fasats ut.
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
//! dag. En version som aldrig har fasats ut är publicerad tills `katalog deprecate`
//! har gett den en sista dag.

use crate::check::history::is_retired_unannounced;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType, Version};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        if is_retired_unannounced(version) {
            out.push(unannounced(tables, event_type, version));
        }
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

fn unannounced(tables: &Tables, event_type: &EventType, version: &Version) -> Diagnostic {
    let (id, number) = (event_type.id(), &version.number.value);
    let months = tables.policy.notice_months;
    Diagnostic::new(
        "K0310",
        version.status_span,
        say!(
            "{number} är avvecklad utan att först ha fasats ut",
            "{number} is retired without having been deprecated first"
        ),
    )
    .help(say!(
        "skriv `status: published` och ta bort datumet `retired`, och kör sedan katalog deprecate {id}@{number} --sunset ÅÅÅÅ-MM-DD, med en sista dag minst {months} månader fram",
        "write `status: published` and remove the date `retired`, and then run katalog deprecate {id}@{number} --sunset YYYY-MM-DD, with a last day at least {months} months ahead"
    ))
}
