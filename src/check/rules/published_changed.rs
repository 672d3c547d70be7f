//! ## What it checks
//!
//! A published version is as it was when it was published: its content has the hash that stands in
//! the producer's `published.lock`. Status, dates, `replacedBy`, `advice` and the formatting of the
//! file may change, and the text of a language that is new to the site may be added. Nothing else
//! may change.
//!
//! ## Why
//!
//! Consumers have programmed against the version, and have copied its examples and its schema. If
//! it changes, they have no way to notice.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut fattat, en: Decision made }
//! # now
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut, en: Decision }
//! ```
//!
//! What stands above the line `# now` is what was published; below it is what the file says now.
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut fattat, en: Decision made }
//! # now
//! versions:
//!   - version: 1.0.1            # the new text is a new version
//!     status: draft
//!     title: { sv: Beslut, en: Decision }
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## How to fix
//!
//! Undo the change in the published version, and make it in a new version above. If the file is
//! under version control, `git diff` shows what was changed.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En publicerad version är som den var när den publicerades: innehållet har den kontrollsumma som
//! står i producentens `published.lock`. Status, datum, `replacedBy`, `advice` och filens
//! formatering får ändras, och texten på ett språk som är nytt på webbplatsen får läggas till.
//! Inget annat får ändras.
//!
//! ## Varför
//!
//! Konsumenter har programmerat mot versionen, och har kopierat dess exempel och schema. Om den
//! ändras har de inget sätt att märka det.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut fattat, en: Decision made }
//! # nu
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut, en: Decision }
//! ```
//!
//! Ovanför raden `# nu` står det som publicerades, och under den det som filen säger nu.
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut fattat, en: Decision made }
//! # nu
//! versions:
//!   - version: 1.0.1            # den nya texten är en ny version
//!     status: draft
//!     title: { sv: Beslut, en: Decision }
//!   - version: 1.0.0
//!     status: published
//!     title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## Så rättar du
//!
//! Återställ den publicerade versionen, och gör ändringen i en ny version ovanför. Om filen är
//! versionshanterad visar `git diff` vad som har ändrats.

use crate::check::against::in_both;
use crate::check::between::rewritten;
use crate::check::locked;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, LockLine, Status, Type, Version, canonical};
use crate::resolve::Tables;
use crate::say;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A version whose content isn't that of its line in a lock.
struct Changed<'t> {
    line: &'t LockLine,
    version: &'t Version,
}

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let changed: Vec<Changed<'_>> = tables
        .locks
        .par_iter()
        .flat_map_iter(|lock| {
            lock.lines.iter().filter_map(|line| {
                let version = locked::version(tables, line)?;
                let is_same =
                    || canonical::hash(version, &lock.languages, &tables.codelists) == *line.hash;
                let fine = version.status == Status::Draft || is_same();
                (!fine).then_some(Changed { line, version })
            })
        })
        .collect();
    let blamed = blamed_lists(tables, &changed);
    for list in &blamed {
        out.push(of_list(tables, list, &changed));
    }
    for Changed { line, version } in changed {
        let lists = closed_lists(version);
        if lists.iter().any(|name| blamed.contains(name)) {
            continue;
        }
        let (id, number, date) = (&line.id.value, &line.version, line.date);
        let entry = tables.event_type(id);
        let follows = entry.and_then(|entry| tables.followed(entry));
        let help = match &*lists {
            _ if let Some((template, own)) = follows => {
                let (template, file) = (template.id(), own.id.span.file.0 as usize);
                let file = tables.files.get(file).map_or("", String::as_str);
                say!(
                    "ta tillbaka ändringen i mallen {template} ({file}) eller under `overrides` här; `git diff` visar den. Nya texter får gälla från nästa version: `from: VERSION`",
                    "take back the change in the template {template} ({file}) or under `overrides` here; `git diff` shows it. New texts may hold from the next version on: `from: VERSION`"
                )
            }
            [] => say!(
                "ta tillbaka ändringen här; `git diff` visar den. Kör sedan katalog bump {id} och gör den i det nya utkastet",
                "take back the change here; `git diff` shows it. Then run katalog bump {id} and make it in the new draft"
            ),
            lists => {
                let lists = lists.join(", ");
                say!(
                    "ta tillbaka ändringen här eller i en kodlista som versionen är sluten till ({lists}); `git diff` visar den. Kör sedan katalog bump {id} och gör den i det nya utkastet",
                    "take back the change here or in a code list that the version is closed to ({lists}); `git diff` shows it. Then run katalog bump {id} and make it in the new draft"
                )
            }
        };
        out.push(
            Diagnostic::new(
                "K0321",
                version.number.span,
                say!(
                    "versionen {number} publicerades {date} och har ändrats sedan dess",
                    "the version {number} was published on {date} and has been changed since"
                ),
            )
            .related(
                line.span,
                say!("så som den publicerades", "as it was published"),
            )
            .help(help),
        );
    }
}

/// The shared code lists that a version is closed to.
fn closed_lists(version: &Version) -> Vec<&str> {
    fn see<'t>(ty: &'t Type, out: &mut Vec<&'t str>) {
        match ty {
            Type::Code(codes) if !codes.open => out.extend(codes.list.iter().map(|it| &*it.name)),
            Type::Object(attributes) => attributes.iter().for_each(|it| see(&it.ty, out)),
            Type::Array { items, .. } => see(items, out),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for attribute in version.attributes.iter().chain(version.references.iter()) {
        see(&attribute.ty, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The code lists that must have changed: every locked version that is closed to
/// one of them differs, and there are several.
fn blamed_lists<'t>(tables: &'t Tables, changed: &[Changed<'t>]) -> Vec<&'t str> {
    let mut users: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for changed in changed {
        for list in closed_lists(changed.version) {
            users.entry(list).or_default().0 += 1;
        }
    }
    if users.is_empty() {
        return Vec::new();
    }
    for line in tables.locks.iter().flat_map(|lock| &lock.lines) {
        let version = locked::version(tables, line);
        for list in version.map(closed_lists).unwrap_or_default() {
            if let Some(count) = users.get_mut(list) {
                count.1 += 1;
            }
        }
    }
    let blamed = users.into_iter();
    let blamed = blamed.filter(|(_, (changed, all))| changed == all && *all > 1);
    blamed.map(|(list, _)| list).collect()
}

fn of_list(tables: &Tables, name: &str, changed: &[Changed<'_>]) -> Diagnostic {
    let users = changed
        .iter()
        .filter(|it| closed_lists(it.version).contains(&name));
    let count = users.count();
    let message = say!(
        "kodlistan {name} har ändrats, men {count} publicerade versioner är slutna till den som den var",
        "the code list {name} has been changed, but {count} published versions are closed to it as it was"
    );
    let list = tables.codelists.iter().find(|it| it.id() == name);
    let finding = match list {
        Some(list) => Diagnostic::new("K0321", list.id.span, message),
        None => Diagnostic::of_path("K0321", name, message),
    };
    finding.help(say!(
        "ta tillbaka ändringen i listan och skriv en ny kodlista, som nya versioner kan peka på; `git diff` visar vad som ändrats",
        "take back the change in the list and write a new code list, which new versions can point to; `git diff` shows what was changed"
    ))
}

/// What was published earlier and no lock knows of.
pub(in crate::check) fn check_against(tables: &Tables, base: &Tables, out: &mut Vec<Diagnostic>) {
    let languages: Vec<usize> = base
        .config
        .iter()
        .flat_map(|config| 0..config.languages.len())
        .collect();
    for (was, is) in in_both(base, tables) {
        let (old, new) = (was.version, is.version);
        if old.status == Status::Draft || new.status == Status::Draft || is.is_locked(tables) {
            continue;
        }
        let was = canonical::hash(old, &languages, &base.codelists);
        if was == canonical::hash(new, &languages, &tables.codelists) {
            continue;
        }
        let (id, number) = (is.entry.id(), &new.number.value);
        let mut finding = Diagnostic::new(
            "K0321",
            new.number.span,
            say!(
                "versionen {number} var redan publicerad och har ändrats",
                "the version {number} was published already and has been changed"
            ),
        )
        .help(say!(
            "ta tillbaka ändringen här. Kör sedan katalog bump {id} och gör den i det nya utkastet",
            "take back the change here. Then run katalog bump {id} and make it in the new draft"
        ));
        for change in rewritten(old, new) {
            if let Some(span) = change.new_span {
                finding = finding.related(span, change.line());
            }
        }
        out.push(finding);
    }
}
