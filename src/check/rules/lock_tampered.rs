//! ## What it checks
//!
//! A line in a `published.lock` stays as it was when it was written. The lock is held against
//! an earlier state of the catalogue, which `--against` names; without it, this isn't checked.
//! New lines may come, but none may go or be changed.
//!
//! ## Why
//!
//! The lock is what shows that a published version hasn't been changed. Whoever could take a
//! line out of it, or write another hash, could change what consumers rely on without anyone
//! being told.
//!
//! ## Fails
//!
//! ```yaml
//! - version: 1.0.0
//!   status: published
//! # now
//! # catalogue/producers/REFKOM/published.lock
//! # katalog published.lock 1; languages: sv en
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! - version: 1.0.0
//!   status: published
//! # now
//! - version: 1.1.0
//!   status: draft
//! - version: 1.0.0
//!   status: published
//! ```
//!
//! ## How to fix
//!
//! Take the lock back as it was, for instance with `git checkout main -- PATH`, and let
//! `katalog publish` write what is new. If the content of a published version was changed, take
//! that back too, and make the change in a new version.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En rad i en `published.lock` står kvar som den skrevs. Låset jämförs med ett tidigare läge av
//! katalogen, som `--against` pekar ut; utan det görs kontrollen inte. Nya rader får tillkomma,
//! men ingen får försvinna eller ändras.
//!
//! ## Varför
//!
//! Det är låset som visar att en publicerad version inte har ändrats. Den som kunde ta bort en
//! rad, eller skriva en annan kontrollsumma, skulle kunna ändra det som konsumenterna litar på
//! utan att någon fick veta det.
//!
//! ## Fel
//!
//! ```yaml
//! - version: 1.0.0
//!   status: published
//! # nu
//! # catalogue/producers/REFKOM/published.lock
//! # katalog published.lock 1; languages: sv en
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! - version: 1.0.0
//!   status: published
//! # nu
//! - version: 1.1.0
//!   status: draft
//! - version: 1.0.0
//!   status: published
//! ```
//!
//! ## Så rättar du
//!
//! Ta tillbaka låset som det var, till exempel med `git checkout main -- SÖKVÄG`, och låt
//! `katalog publish` skriva det som är nytt. Om innehållet i en publicerad version har ändrats tar
//! du tillbaka det också, och gör ändringen i en ny version.

use crate::diagnostic::{Diagnostic, Message, Place};
use crate::model::{Lock, LockLine};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;

pub(in crate::check) fn check(tables: &Tables, base: &Tables, out: &mut Vec<Diagnostic>) {
    for was in &base.locks {
        let path = base.files.get(was.file.0 as usize);
        let Some(path) = path.map(String::as_str) else {
            continue;
        };
        match tables.locks.iter().find(|it| it.producer == was.producer) {
            Some(is) => held_against(path, was, is, (base, tables), out),
            // It is there but broken, which has been told of.
            None if tables.files.iter().any(|file| file == path) => {}
            None => out.push(
                Diagnostic::of_path(
                    "K0327",
                    path,
                    say!("låset har tagits bort", "the lock has been removed"),
                )
                .help(take_back(path)),
            ),
        }
    }
}

/// Reports what of an earlier lock a later one lacks or says otherwise.
fn held_against(
    path: &str,
    was: &Lock,
    is: &Lock,
    (base, tables): (&Tables, &Tables),
    out: &mut Vec<Diagnostic>,
) {
    if codes(base, was) != codes(tables, is) {
        let message = say!(
            "språken i låsets rubrik har ändrats",
            "the languages in the lock's heading have been changed"
        );
        // Then no hash is right, and that isn't the versions' fault.
        out.retain(|it| !is_of_lock(it, tables, &is.producer, None));
        let heading = Span::start_of(is.file);
        out.push(Diagnostic::new("K0327", heading, message).help(take_back(path)));
    }
    for line in &was.lines {
        let (id, number) = (&line.id.value, &line.version);
        let order = |it: &LockLine| (&it.id.value, &it.version).cmp(&(id, number));
        let found = is.lines.binary_search_by(order);
        let (span, message) = match found.map(|at| &is.lines[at]) {
            Ok(now) if (&now.hash, now.date) == (&line.hash, line.date) => continue,
            Ok(now) => (
                now.span,
                say!(
                    "raden för {id} {number} har ändrats i låset",
                    "the line of {id} {number} has been changed in the lock"
                ),
            ),
            Err(at) => {
                // Where the line stood: before the one that now stands there.
                let beside = is.lines.get(at).or(is.lines.last());
                (
                    beside.map_or(Span::start_of(is.file), |line| line.span),
                    say!(
                        "raden för {id} {number} har tagits bort ur låset",
                        "the line of {id} {number} has been removed from the lock"
                    ),
                )
            }
        };
        out.retain(|it| !is_of_lock(it, tables, id, Some(number)));
        out.push(Diagnostic::new("K0327", span, message).help(take_back(path)));
    }
}

/// Whether a finding is that versions and their lock don't agree, and stands in a
/// version that the lock lies about.
fn is_of_lock(
    finding: &Diagnostic,
    tables: &Tables,
    prefix: &str,
    number: Option<&semver::Version>,
) -> bool {
    let Place::Span(span) = finding.place else {
        return false;
    };
    let versions = tables.under(prefix).iter().flat_map(|it| &it.versions);
    matches!(
        finding.code.name,
        "published-changed" | "published-unlocked"
    ) && versions
        .filter(|it| number.is_none_or(|number| it.number.value == *number))
        .any(|it| it.span.holds(span))
}

/// The languages that a lock covers.
fn codes<'t>(tables: &'t Tables, lock: &Lock) -> Vec<&'t str> {
    let languages = tables.config.as_ref().map_or(&[][..], |it| &it.languages);
    let known = lock.languages.iter().filter_map(|at| languages.get(*at));
    known.map(|code| &**code).collect()
}

fn take_back(path: &str) -> Message {
    say!(
        "ta tillbaka {path} som den var (git checkout); nya rader skrivs bara av katalog publish",
        "take {path} back as it was (git checkout); only katalog publish writes new lines"
    )
}
