//! ## What it checks
//!
//! The last day of a version, `sunset`, isn't moved to an earlier day once it has been told. It is
//! held against an earlier state of the catalogue, which `--against` names. A later day is fine.
//!
//! ## Why
//!
//! The day is a promise. A consumer that has planned its work by it must be able to count on the
//! event until then.
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
//!   sunset: 2026-12-31
//! ```
//!
//! ## Passes
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
//!   sunset: 2027-09-30
//! ```
//!
//! ## How to fix
//!
//! Write the day that the message names, or a later one.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En versions sista dag, `sunset`, flyttas inte till en tidigare dag när den väl har angetts. Den
//! jämförs med ett tidigare läge av katalogen, som `--against` pekar ut. En senare dag går bra.
//!
//! ## Varför
//!
//! Dagen är ett löfte. En konsument som har planerat sitt arbete efter den ska kunna räkna med
//! händelsen till dess.
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
//!   sunset: 2026-12-31
//! ```
//!
//! ## Rätt
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
//!   sunset: 2027-09-30
//! ```
//!
//! ## Så rättar du
//!
//! Skriv den dag som meddelandet nämner, eller en senare.

use crate::check::against::in_both;
use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, base: &Tables, out: &mut Vec<Diagnostic>) {
    for (was, is) in in_both(base, tables) {
        let (Some(old), Some(new)) = (&was.version.sunset, &is.version.sunset) else {
            continue;
        };
        if new.value >= old.value {
            continue;
        }
        let (number, old, new) = (&is.version.number.value, old.value, new.value);
        out.push(
            Diagnostic::new(
                "K0329",
                is.sunset_span(),
                say!(
                    "sista dagen för versionen {number} har flyttats från {old} till {new}, som är tidigare",
                    "the last day of the version {number} has been moved from {old} to {new}, which is earlier"
                ),
            )
            .help(say!(
                "skriv `sunset: {old}` eller en senare dag",
                "write `sunset: {old}` or a later day"
            )),
        );
    }
}
