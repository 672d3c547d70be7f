//! ## What it checks
//!
//! Every version that stands in a producer's `published.lock` is still in the catalogue, and hasn't
//! become a draft again.
//!
//! ## Why
//!
//! An id never changes its meaning and is never used again, and a published version keeps its
//! address for ever. Anyone who reads an old event must be able to look it up.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!
//! # now
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml: the file has been deleted
//! ```
//!
//! What stands above the line `# now` is what was published; below it is what the catalogue holds
//! now.
//!
//! ## Passes
//!
//! ```yaml
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     published: 2024-10-01
//!
//! # now
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml
//! versions:
//!   - version: 1.0.0
//!     status: retired
//!     published: 2024-10-01
//!     deprecated: 2025-01-15
//!     sunset: 2026-01-31
//!     retired: 2026-02-01
//! ```
//!
//! ## How to fix
//!
//! Restore the file or the version, for instance with `git checkout`. What is no longer used is
//! first deprecated and later retired, and stays in the catalogue.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje version som står i en producents `published.lock` finns kvar i katalogen, och har inte
//! blivit utkast igen.
//!
//! ## Varför
//!
//! Ett id ändrar aldrig betydelse och används aldrig på nytt, och en publicerad version har kvar
//! sin adress för alltid. Den som läser en gammal händelse ska kunna slå upp den.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!
//! # nu
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml: filen har tagits bort
//! ```
//!
//! Ovanför raden `# nu` står det som publicerades, och under den det som katalogen innehåller nu.
//!
//! ## Rätt
//!
//! ```yaml
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     published: 2024-10-01
//!
//! # nu
//! # REFKOM/BYGGLOV/SLUTBESKED.yaml
//! versions:
//!   - version: 1.0.0
//!     status: retired
//!     published: 2024-10-01
//!     deprecated: 2025-01-15
//!     sunset: 2026-01-31
//!     retired: 2026-02-01
//! ```
//!
//! ## Så rättar du
//!
//! Hämta tillbaka filen eller versionen, till exempel med `git checkout`. Det som inte längre
//! används fasas först ut och avvecklas sedan, och finns kvar i katalogen.

use crate::check::locked;
use crate::diagnostic::{Diagnostic, Message};
use crate::model::{Entity as _, EventType, LockLine, Status, Version};
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
                    .help(say!(
                        "skriv `status: published` och `published: {date}` igen, och ta tillbaka det som ändrats; ändra i stället i ett nytt utkast, som katalog bump {id} skriver",
                        "write `status: published` and `published: {date}` again, and take back what was changed; make changes in a new draft instead, which katalog bump {id} writes"
                    )),
                ),
                Some(_) => {}
                // Its file is there but broken, which has been told of.
                None if tables.broken.iter().any(|name| *name == **id) => {}
                None => out.push(match locked::renumbered(tables, lock, line) {
                    Some(now) => renumbered(line, now),
                    None => Diagnostic::new(
                        "K0322",
                        line.span,
                        say!(
                            "{id} {number} publicerades {date}, men finns inte längre i katalogen",
                            "{id} {number} was published on {date}, but is no longer in the catalogue"
                        ),
                    )
                    .help(take_back(tables, id)),
                }),
            }
        }
    }
}

/// A version that has another number than when it was published.
fn renumbered(line: &LockLine, version: &Version) -> Diagnostic {
    let (id, number, date, now) = (
        &line.id.value,
        &line.version,
        line.date,
        &version.number.value,
    );
    Diagnostic::new(
        "K0322",
        version.number.span,
        say!(
            "versionen publicerades {date} som {number}, men har nu numret {now}",
            "the version was published on {date} as {number}, but now has the number {now}"
        ),
    )
    .related(line.span, say!("så som den publicerades", "as it was published"))
    .help(say!(
        "skriv `version: {number}`, och ta tillbaka det som ändrats i övrigt; ändra i stället i ett nytt utkast, som katalog bump {id} skriver",
        "write `version: {number}`, and take back whatever else was changed; make changes in a new draft instead, which katalog bump {id} writes"
    ))
}

/// What was published earlier, is gone, and no lock knows of.
pub(in crate::check) fn check_against(tables: &Tables, base: &Tables, out: &mut Vec<Diagnostic>) {
    for was in &base.event_types {
        let id = was.id();
        let is_broken = tables.broken.iter().any(|name| name == id);
        let entry = tables.event_type(id);
        for version in &was.versions {
            let number = &version.number.value;
            let stays = |it: &EventType| it.version(number).is_some();
            if version.status == Status::Draft
                || is_broken
                || entry.is_some_and(stays)
                || tables.is_locked(id, number)
            {
                continue;
            }
            let message = say!(
                "{id} {number} var publicerad, men finns inte längre i katalogen",
                "{id} {number} was published, but is no longer in the catalogue"
            );
            let finding = match (entry, base.files.get(version.span.file.0 as usize)) {
                (Some(entry), _) => Diagnostic::new("K0322", entry.id.span, message),
                (None, Some(path)) => Diagnostic::of_path("K0322", path, message),
                (None, None) => continue,
            };
            out.push(finding.help(take_back(tables, id)));
        }
    }
}

/// What to do about something of an event type that is gone.
fn take_back(tables: &Tables, id: &str) -> Message {
    let process = id.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    let process = tables.processes.iter().find(|it| *it.id.value == *process);
    if let Some(adopted) = process.and_then(|it| it.adopted.as_ref()) {
        let template = &adopted.template.name;
        return say!(
            "ta tillbaka det som ändrats i mallen {template} (git checkout catalogue/common/templates/{template}): det som har publicerats står kvar hos dem som följer mallen",
            "take back what was changed in the template {template} (git checkout catalogue/common/templates/{template}): what has been published stays with those who follow the template"
        );
    }
    if let Some(entry) = tables.event_type(id) {
        let file = entry.id.span.file.0 as usize;
        let path = tables.files.get(file).map_or("", String::as_str);
        return say!(
            "ta tillbaka {path} som den var (git checkout); en ny version skrivs ovanför de gamla (katalog bump {id}), som fasas ut men står kvar",
            "take {path} back as it was (git checkout); a new version is written above the old ones (katalog bump {id}), which are deprecated but stay"
        );
    }
    let path = format!("catalogue/producers/{}.yaml", id.replace('.', "/"));
    say!(
        "ta tillbaka {path} (git checkout); det som inte ska användas längre fasas ut (katalog deprecate {id} --sunset ÅÅÅÅ-MM-DD) och står kvar",
        "take {path} back (git checkout); what is no longer to be used is deprecated (katalog deprecate {id} --sunset YYYY-MM-DD) and stays"
    )
}
