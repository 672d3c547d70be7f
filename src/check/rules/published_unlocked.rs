//! ## What it checks
//!
//! Where a producer has a `published.lock`, every version that is published, deprecated or retired
//! stands in it.
//!
//! ## Why
//!
//! It is the lock that shows that a version hasn't changed since it was published. A version that
//! isn't in the lock can be changed without anybody noticing.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!
//! # now
//! versions:
//!   - version: 1.1.0
//!     status: published         # written by hand: 1.1.0 isn't in the lock
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! What stands above the line `# now` is what was published with `katalog publish`; below it is
//! what the file says now.
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!
//! # now
//! versions:
//!   - version: 1.1.0
//!     status: draft             # until it is published with katalog publish
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## How to fix
//!
//! Run `katalog publish` with the id of the event type. It writes the status, the date and the line
//! in the lock.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Där en producent har en `published.lock` står varje version som är publicerad, utfasas eller är
//! avvecklad i den.
//!
//! ## Varför
//!
//! Det är låset som visar att en version inte har ändrats sedan den publicerades. En version som
//! inte står i låset kan ändras utan att någon märker det.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!
//! # nu
//! versions:
//!   - version: 1.1.0
//!     status: published         # skriven för hand: 1.1.0 står inte i låset
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! Ovanför raden `# nu` står det som publicerades med `katalog publish`, och under den det som
//! filen säger nu.
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!
//! # nu
//! versions:
//!   - version: 1.1.0
//!     status: draft             # tills den publiceras med katalog publish
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Så rättar du
//!
//! Kör `katalog publish` med händelsetypens id. Kommandot skriver status, datum och raden i låset.

use crate::check::locked;
use crate::diagnostic::Diagnostic;
use crate::model::Process;
use crate::resolve::Tables;
use crate::say;
use std::collections::BTreeSet;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let mut adopted = BTreeSet::new();
    for lock in &tables.locks {
        for (event_type, version) in locked::missing(tables, lock) {
            // Told of elsewhere: it must not be published at all (prerelease-published),
            // or it was, with another number (published-removed).
            let is_renumbered = locked::is_renumbered(tables, event_type, version);
            if !version.number.value.pre.is_empty() || is_renumbered {
                continue;
            }
            let (id, number) = (&event_type.id.value, &version.number.value);
            if event_type.adopted.is_some() {
                adopted.insert(event_type.process.index);
                continue;
            }
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
    for at in adopted {
        out.extend(
            tables
                .processes
                .get(at as usize)
                .and_then(unlocked_adoption),
        );
    }
}

/// That a process follows a version of a template which its producer hasn't locked.
/// Told of once, however many event types it has.
fn unlocked_adoption(process: &Process) -> Option<Diagnostic> {
    let (id, adopted) = (&process.id.value, process.adopted.as_deref()?);
    let template = &adopted.template.name;
    let message = say!(
        "det som {id} har tagit över från mallen {template} står inte i producentens published.lock",
        "what {id} has adopted from the template {template} isn't in the producer's published.lock"
    );
    let finding = Diagnostic::new("K0323", adopted.span, message);
    Some(finding.help(say!("kör katalog publish {id}", "run katalog publish {id}")))
}
