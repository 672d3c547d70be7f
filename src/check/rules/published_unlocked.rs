//! ## What it checks
//!
//! Where a producer has a `published.lock`, every version that is published, deprecated or retired stands in it.
//!
//! ## Why
//!
//! The lock is what shows that a version hasn't changed since it was published. A version that isn't in it can be changed
//! without anybody noticing.
//!
//! ## Fails
//!
//! ```yaml
//! - version: 1.1.0
//!   status: published        # written by hand: the lock doesn't have 1.1.0
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! - version: 1.1.0
//!   status: draft            # until `katalog publish` publishes it
//! ```
//!
//! ## How to fix
//!
//! Run `katalog publish` with the id of the event type. It sets the status, the date and the line in the lock.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Där en producent har en `published.lock` står varje version som är publicerad, utfasas eller är avvecklad i den.
//!
//! ## Varför
//!
//! Det är låset som visar att en version inte har ändrats sedan den publicerades. En version som inte står där kan ändras utan
//! att någon märker det.
//!
//! ## Fel
//!
//! ```yaml
//! - version: 1.1.0
//!   status: published        # skriven för hand: låset har inte 1.1.0
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! - version: 1.1.0
//!   status: draft            # tills `katalog publish` publicerar den
//! ```
//!
//! ## Så rättar du
//!
//! Kör `katalog publish` med händelsetypens id. Kommandot sätter status, datum och raden i låset.

use crate::check::locked;
use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for lock in &tables.locks {
        for (event_type, version) in locked::missing(tables, lock) {
            let (id, number) = (&event_type.id.value, &version.number.value);
            out.push(
                Diagnostic::new(
                    "K0323",
                    version.status_span,
                    say!(
                        "versionen {number} är publicerad men står inte i producentens published.lock",
                        "the version {number} is published but isn't in the producer's published.lock"
                    ),
                )
                .help(say!("kör katalog publish {id}", "run katalog publish {id}")),
            );
        }
    }
}
