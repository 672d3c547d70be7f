//! ## What it checks
//!
//! A version has the dates that its status calls for: `published` unless it is a draft,
//! `deprecated` once it is deprecated, and also `retired` once it is retired. (The last day,
//! `sunset`, has a rule of its own.) It has no date that belongs to a status it hasn't reached.
//!
//! ## Why
//!
//! Consumers plan by these dates. A status without its date, or a date without
//! its status, tells them two different things.
//!
//! ## Fails
//!
//! ```yaml
//! status: published
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! status: published
//! published: 2026-03-01
//! ```
//!
//! ## How to fix
//!
//! Add the date that is missing, or change the status to the one that the dates show.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En version har de datum som dess status kräver: `published` om den inte är ett utkast,
//! `deprecated` när den utfasas, och dessutom `retired` när den är avvecklad. (Den sista dagen,
//! `sunset`, har en egen regel.) Den har inget datum som hör till en status den inte har nått.
//!
//! ## Varför
//!
//! Konsumenter planerar efter datumen. En status utan datum, eller ett datum
//! utan status, säger två olika saker.
//!
//! ## Fel
//!
//! ```yaml
//! status: published
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! status: published
//! published: 2026-03-01
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till det datum som saknas, eller ändra statusen till den som datumen visar.

use crate::check::history::is_retired_unannounced;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        // One slip, one finding: retired-too-early.
        if is_retired_unannounced(version) {
            continue;
        }
        let status = version.status.key();
        // Each date with the first status that has it.
        let dates = [
            ("published", &version.published, Status::Published),
            ("deprecated", &version.deprecated, Status::Deprecated),
            ("sunset", &version.sunset, Status::Deprecated),
            ("retired", &version.retired, Status::Retired),
        ];
        for (name, date, since) in dates {
            match date {
                // That has a rule of its own.
                None if name == "sunset" => {}
                None if version.status >= since => out.push(
                    Diagnostic::new(
                        "K0304",
                        version.status_span,
                        say!(
                            "status är {status}, men datumet `{name}` saknas",
                            "the status is {status}, but the date `{name}` is missing"
                        ),
                    )
                    .help(say!(
                        "lägg till en rad `{name}: ÅÅÅÅ-MM-DD` under status",
                        "add a line `{name}: YYYY-MM-DD` below the status"
                    )),
                ),
                Some(date) if version.status < since => out.push(
                    Diagnostic::new(
                        "K0304",
                        date.span,
                        say!(
                            "datumet `{name}` finns, men status är {status}",
                            "the date `{name}` is given, but the status is {status}"
                        ),
                    )
                    .related(
                        version.status_span,
                        say!("status står här", "the status is here"),
                    )
                    .help(say!(
                        "ta bort datumet, eller ändra status",
                        "remove the date, or change the status"
                    )),
                ),
                _ => {}
            }
        }
    }
}
