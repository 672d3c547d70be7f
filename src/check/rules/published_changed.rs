//! ## What it checks
//!
//! A published version is as it was when it was published: its content has the hash that stands in the producer's
//! `published.lock`. Status, dates, `replacedBy`, `advice` and the formatting of the file may change; nothing else may.
//!
//! ## Why
//!
//! Consumers have programmed against the version, and copied its examples and its schema. If it changes under them they
//! have no way to notice.
//!
//! ## Fails
//!
//! ```yaml
//! - version: 1.0.0        # published and locked
//!   status: published
//!   title: { sv: Beslut, en: Decision }        # was: Beslut fattat, Decision made
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! - version: 1.0.1        # the new text is a new version
//!   status: draft
//!   changes: { sv: Kortare rubrik., en: Shorter title. }
//!   title: { sv: Beslut, en: Decision }
//! - version: 1.0.0
//!   status: published
//!   title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## How to fix
//!
//! Take back the change in the published version, and write it as a new version above it. If the file is under version
//! control, `git diff` shows what was changed.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En publicerad version är som den var när den publicerades: innehållet har den kontrollsumma som står i producentens
//! `published.lock`. Status, datum, `replacedBy`, `advice` och filens formatering får ändras, men inget annat.
//!
//! ## Varför
//!
//! Konsumenter har programmerat mot versionen och kopierat dess exempel och schema. Om den ändras har de inget sätt att
//! märka det.
//!
//! ## Fel
//!
//! ```yaml
//! - version: 1.0.0        # publicerad och låst
//!   status: published
//!   title: { sv: Beslut, en: Decision }        # var: Beslut fattat, Decision made
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! - version: 1.0.1        # den nya texten är en ny version
//!   status: draft
//!   changes: { sv: Kortare rubrik., en: Shorter title. }
//!   title: { sv: Beslut, en: Decision }
//! - version: 1.0.0
//!   status: published
//!   title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## Så rättar du
//!
//! Ta tillbaka ändringen i den publicerade versionen, och skriv den som en ny version ovanför. Om filen är
//! versionshanterad visar `git diff` vad som har ändrats.

use crate::check::locked;
use crate::diagnostic::Diagnostic;
use crate::model::{Status, canonical};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for lock in &tables.locks {
        for line in &lock.lines {
            let Some(version) = locked::version(tables, line) else {
                continue;
            };
            if version.status == Status::Draft
                || canonical::hash(version, &lock.languages) == *line.hash
            {
                continue;
            }
            let (number, date) = (&line.version, line.date);
            out.push(
                Diagnostic::new(
                    "K0321",
                    version.number.span,
                    say!(
                        "versionen {number} publicerades {date} och har ändrats sedan dess",
                        "the version {number} was published on {date} and has been changed since"
                    ),
                )
                .related(line.span, say!("så som den publicerades", "as it was published"))
                .help(say!(
                    "ta tillbaka ändringen här, och skriv den som en ny version ovanför; `git diff` visar vad som ändrats",
                    "take back the change here, and write it as a new version above it; `git diff` shows what was changed"
                )),
            );
        }
    }
}
