//! ## What it checks
//!
//! Everything in a producer's `published.lock` is still in the catalogue, and is not a draft again.
//!
//! ## Why
//!
//! An id never changes its meaning and is never used again, and a published version keeps its address for ever. Who reads an
//! old event must be able to look it up.
//!
//! ## Fails
//!
//! ```text
//! catalogue/producers/REFKOM/published.lock       REFKOM.BYGGLOV.BESLUT 1.0.0 …
//! catalogue/producers/REFKOM/BYGGLOV/BESLUT.yaml  (has been deleted)
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! - version: 1.0.0
//!   status: retired
//!   published: 2024-10-01
//!   deprecated: 2025-01-15
//!   sunset: 2026-01-31
//!   retired: 2026-02-01
//! ```
//!
//! ## How to fix
//!
//! Take the file or the version back, for instance with `git checkout`. What is no longer used is deprecated and then retired,
//! and stays as a record.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Allt som står i en producents `published.lock` finns kvar i katalogen, och är inte utkast igen.
//!
//! ## Varför
//!
//! Ett id ändrar aldrig betydelse och används aldrig på nytt, och en publicerad version har kvar sin adress för alltid. Den som
//! läser en gammal händelse ska kunna slå upp den.
//!
//! ## Fel
//!
//! ```text
//! catalogue/producers/REFKOM/published.lock       REFKOM.BYGGLOV.BESLUT 1.0.0 …
//! catalogue/producers/REFKOM/BYGGLOV/BESLUT.yaml  (har tagits bort)
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! - version: 1.0.0
//!   status: retired
//!   published: 2024-10-01
//!   deprecated: 2025-01-15
//!   sunset: 2026-01-31
//!   retired: 2026-02-01
//! ```
//!
//! ## Så rättar du
//!
//! Hämta tillbaka filen eller versionen, till exempel med `git checkout`. Det som inte längre används märks först som utfasat och
//! sedan som avvecklat, och finns kvar.

use crate::check::locked;
use crate::diagnostic::Diagnostic;
use crate::model::Status;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for lock in &tables.locks {
        for line in &lock.lines {
            let (id, number, date) = (&line.id.value, &line.version, line.date);
            match locked::version(tables, line) {
                Some(version) if version.status == Status::Draft => out.push(
                    Diagnostic::new(
                        "K0322",
                        version.status_span,
                        say!(
                            "versionen {number} publicerades {date} och kan inte bli utkast igen",
                            "the version {number} was published on {date} and can't become a draft again"
                        ),
                    )
                    .related(line.span, say!("så som den publicerades", "as it was published"))
                    .help(say!("skriv `status: published`, och gör ändringen i en ny version", "write `status: published`, and make the change in a new version")),
                ),
                Some(_) => {}
                // Its file is there but broken, which has been told of.
                None if tables.broken.iter().any(|name| *name == **id) => {}
                None => out.push(
                    Diagnostic::new(
                        "K0322",
                        line.span,
                        say!(
                            "{id} {number} publicerades {date}, men finns inte längre i katalogen",
                            "{id} {number} was published on {date}, but is no longer in the catalogue"
                        ),
                    )
                    .help(say!(
                        "hämta tillbaka den (git checkout); det som inte används längre får status retired och finns kvar",
                        "take it back (git checkout); what is no longer used gets the status retired and stays"
                    )),
                ),
            }
        }
    }
}
