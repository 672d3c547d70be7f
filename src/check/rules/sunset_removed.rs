//! ## What it checks
//!
//! A version that has been deprecated keeps its last day, `sunset`. It is held against an earlier
//! state of the catalogue, which `--against` names.
//!
//! ## Why
//!
//! Whoever has read that a version will go, and when, must be able to find that day again. Without
//! it nobody knows how long there is.
//!
//! ## Fails
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//!   deprecated: 2025-03-01
//!   sunset: 2027-03-31
//! # now
//! - version: 1.0.0
//!   status: deprecated
//!   deprecated: 2025-03-01
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//!   deprecated: 2024-03-01
//!   sunset: 2026-03-31
//! # now
//! - version: 1.0.0
//!   status: retired
//!   deprecated: 2024-03-01
//!   sunset: 2026-03-31
//!   retired: 2026-04-01
//! ```
//!
//! ## How to fix
//!
//! Write the day that the message names again.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En version som har fasats ut har kvar sin sista dag, `sunset`. Den jämförs med ett tidigare läge
//! av katalogen, som `--against` pekar ut.
//!
//! ## Varför
//!
//! Den som har läst att en version ska försvinna, och när, ska kunna hitta den dagen igen. Utan den
//! vet ingen hur lång tid som är kvar.
//!
//! ## Fel
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//!   deprecated: 2025-03-01
//!   sunset: 2027-03-31
//! # nu
//! - version: 1.0.0
//!   status: deprecated
//!   deprecated: 2025-03-01
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//!   deprecated: 2024-03-01
//!   sunset: 2026-03-31
//! # nu
//! - version: 1.0.0
//!   status: retired
//!   deprecated: 2024-03-01
//!   sunset: 2026-03-31
//!   retired: 2026-04-01
//! ```
//!
//! ## Så rättar du
//!
//! Skriv dit den dag som meddelandet nämner igen.

use crate::check::against::in_both;
use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, base: &Tables, out: &mut Vec<Diagnostic>) {
    for (was, is) in in_both(base, tables) {
        let (Some(old), None) = (&was.version.sunset, &is.version.sunset) else {
            continue;
        };
        if is.version.status < was.version.status {
            // The status went back, and its dates with it.
            continue;
        }
        // The day doesn't just lack; it was there.
        let lacks = |it: &Diagnostic| it.code.number == "K0334" && is.holds(it);
        out.retain(|it| !lacks(it));
        let (number, old) = (&is.version.number.value, old.value);
        out.push(
            Diagnostic::new(
                "K0332",
                is.version.status_span,
                say!(
                    "versionen {number} hade {old} som sista dag, som inte längre står där",
                    "the version {number} had {old} as its last day, which no longer stands there"
                ),
            )
            .help(say!(
                "skriv `sunset: {old}` igen",
                "write `sunset: {old}` again"
            )),
        );
    }
}
