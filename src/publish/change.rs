//! The next version of an event type, and the end of one: what `katalog bump`,
//! `katalog deprecate` and `katalog retire` write.

use super::{edit::Edit, open, path_of};
use crate::diagnostic::{Diagnostic, Message, Severity, nearest};
use crate::model::change::{Bump, compare, required_bump};
use crate::model::{Entity as _, EventType, Status, Version};
use crate::resolve::Tables;
use crate::say;
use crate::source::{Overlay, Source};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A file that is changed.
#[derive(Debug)]
pub struct Change {
    /// The new content, by path: one file.
    pub files: BTreeMap<String, String>,
    /// What was done, for the person who asked.
    pub done: Vec<Message>,
}

/// Why nothing was changed.
#[derive(Debug)]
pub enum Refusal {
    /// What was asked for can't be done, and this is why and what to do.
    Asked(Message),
    /// The file would have had these errors.
    Found {
        /// The errors.
        findings: Vec<Diagnostic>,
        /// The paths of the files that were read.
        files: Vec<String>,
        /// The file as it would have been.
        changed: BTreeMap<String, String>,
    },
}

/// Gives an event type its next version: a draft copied from the newest version,
/// or, when the newest isn't published yet, the number that its content requires.
/// `wanted` is a bump that the author asks for.
///
/// # Errors
/// When there is no such event type, or the wanted bump is too small.
pub fn bump(source: &dyn Source, id: &str, wanted: Option<Bump>) -> Result<Change, Refusal> {
    let (tables, findings) = crate::read(source);
    let event_type = named(&tables, id, &findings)?;
    let newest = &event_type.versions[0];
    if newest.status == Status::Retired {
        return Err(Refusal::Asked(say!(
            "{id} är avvecklad, och dess id används inte igen\n  skriv den nya händelsetypen i en egen fil med ett nytt id",
            "{id} is retired, and its id isn't used again\n  write the new event type in a file of its own with a new id"
        )));
    }
    let is_locked = tables.is_locked(id, &newest.number.value);
    let mut below = event_type.versions[1..].iter();
    let base = below.find(|it| it.status != Status::Draft);
    let number = &newest.number.value;
    let (path, mut edit) = file_of(source, &tables, event_type)?;
    let unfinished = newest.status == Status::Draft;
    let too_small = |base: &&Version| {
        let required = required_bump(&compare(base, newest));
        *number < required.next(&base.number.value)
    };
    let renumbers = match base {
        Some(base) if !is_locked => (unfinished || too_small(&base)).then_some(base),
        _ => None,
    };
    if unfinished && renumbers.is_none() {
        return Err(Refusal::Asked(say!(
            "{id} är inte publicerad än: {number} är dess första version\n  ändra den som den är; när den är klar publiceras den av katalog publish {id}",
            "{id} isn't published yet: {number} is its first version\n  change it as it is; when it is done, katalog publish {id} publishes it"
        )));
    }
    let Some(base) = renumbers else {
        let next = wanted.unwrap_or(Bump::Patch).next(number);
        if !edit.copy_as_draft(number, &next) {
            return Err(in_braces(&path));
        }
        let done = say!(
            "{path}: versionen {next} är ett nytt utkast efter {number}\n  gör ändringarna i den och beskriv dem i `changes`; kör sedan katalog bump {id} igen, så får den det nummer som de kräver",
            "{path}: the version {next} is a new draft after {number}\n  make the changes in it and describe them in `changes`; then run katalog bump {id} again, and it gets the number that they require"
        );
        return finish(source, path, edit, vec![done]);
    };
    let required = required_bump(&compare(base, newest)).max(Bump::Patch);
    let least = required.next(&base.number.value);
    let next = wanted.map_or_else(|| least.clone(), |wanted| wanted.next(&base.number.value));
    if next < least {
        let from = &base.number.value;
        return Err(Refusal::Asked(say!(
            "{next} är för litet: ändringarna sedan {from} kräver {least}\n  kör katalog bump {id} utan val, eller se ändringarna med katalog diff {id}@{from} {id}@{number}",
            "{next} is too small: the changes since {from} require {least}\n  run katalog bump {id} without an option, or see the changes with katalog diff {id}@{from} {id}@{number}"
        )));
    }
    let done = if next == *number {
        say!(
            "{path}: {number} är redan det nummer som ändringarna kräver",
            "{path}: {number} is the number that the changes require already"
        )
    } else {
        say!(
            "{path}: {number} blev {next}",
            "{path}: {number} became {next}"
        )
    };
    if !edit.set(number, "version", &next.to_string(), "version") {
        return Err(in_braces(&path));
    }
    let mut done = vec![done];
    if next.major > base.number.value.major && newest.migration.is_none() {
        done.push(say!(
            "  lägg till `migration`, som säger hur konsumenterna går över",
            "  add `migration`, which says how consumers change over"
        ));
    }
    // The number is the right one, whatever else is still to be written.
    Ok(Change {
        files: BTreeMap::from([(path, edit.into_text())]),
        done,
    })
}

/// Deprecates the published versions of an event type, or one that `ID@VERSION`
/// names.
///
/// # Errors
/// When there is nothing to deprecate, or the policy doesn't let it be done so.
pub fn deprecate(
    source: &dyn Source,
    name: &str,
    day: Date,
    sunset: Date,
    replaced_by: Option<&str>,
) -> Result<Change, Refusal> {
    let (tables, findings) = crate::read(source);
    let (id, one) = split(name)?;
    let event_type = named(&tables, id, &findings)?;
    let (path, mut edit) = file_of(source, &tables, event_type)?;
    let mut done = Vec::new();
    let versions = chosen(event_type, one.as_ref(), Status::Published)?;
    let says = |it: &&Version| it.replaced_by.is_some() || it.advice.is_some();
    if replaced_by.is_none() && !versions.iter().any(says) && one.is_none() {
        return Err(Refusal::Asked(say!(
            "det står inte vad som ska användas i stället för {id}\n  lägg till --replaced-by ID med händelsetypen som tar över; finns ingen: skriv först `advice` i den nyaste versionen",
            "nothing says what to use in place of {id}\n  add --replaced-by ID with the event type that takes its place; if there is none, first write `advice` in the newest version"
        )));
    }
    for version in versions {
        let number = &version.number.value;
        let status = Status::Deprecated.key();
        let mut fine = edit.set(number, "status", status, "version")
            && edit.set(number, "deprecated", &day.to_string(), "published")
            && edit.set(number, "sunset", &sunset.to_string(), "deprecated");
        if let Some(other) = replaced_by {
            fine = fine && edit.set(number, "replacedBy", other, "sunset");
        }
        if !fine {
            return Err(in_braces(&path));
        }
        done.push(say!(
            "{path}: {number} utfasas från {day}, med {sunset} som sista dag",
            "{path}: {number} is deprecated from {day}, with {sunset} as its last day"
        ));
    }
    finish(source, path, edit, done)
}

/// Retires the deprecated versions of an event type whose last day has passed, or
/// one that `ID@VERSION` names.
///
/// # Errors
/// When there is nothing to retire, or its last day hasn't passed.
pub fn retire(source: &dyn Source, name: &str, day: Date) -> Result<Change, Refusal> {
    let (tables, findings) = crate::read(source);
    let (id, one) = split(name)?;
    let event_type = named(&tables, id, &findings)?;
    let (path, mut edit) = file_of(source, &tables, event_type)?;
    let mut done = Vec::new();
    let mut first: Option<Date> = None;
    for version in chosen(event_type, one.as_ref(), Status::Deprecated)? {
        let Some(sunset) = version.sunset.as_ref().map(|it| it.value) else {
            continue;
        };
        if day <= sunset {
            first = Some(first.map_or(sunset, |it| it.min(sunset)));
            continue;
        }
        let number = &version.number.value;
        let fine = edit.set(number, "status", Status::Retired.key(), "version")
            && edit.set(number, "retired", &day.to_string(), "sunset");
        if !fine {
            return Err(in_braces(&path));
        }
        done.push(say!(
            "{path}: {number} är avvecklad från {day}",
            "{path}: {number} is retired from {day}"
        ));
    }
    match first {
        Some(sunset) if done.is_empty() => Err(Refusal::Asked(say!(
            "{id} kan inte avvecklas än: dess sista dag är {sunset}\n  kör samma kommando dagen efter",
            "{id} can't be retired yet: its last day is {sunset}\n  run the same command on the day after"
        ))),
        _ => finish(source, path, edit, done),
    }
}

/// `ID` or `ID@VERSION`.
fn split(name: &str) -> Result<(&str, Option<semver::Version>), Refusal> {
    let Some((id, number)) = name.split_once('@') else {
        return Ok((name, None));
    };
    match number.parse() {
        Ok(number) => Ok((id, Some(number))),
        Err(_) => Err(Refusal::Asked(say!(
            "`{number}` är inget versionsnummer\n  skriv tre tal med punkter, som {id}@1.0.0",
            "`{number}` is not a version number\n  write three numbers with dots, such as {id}@1.0.0"
        ))),
    }
}

/// The event type with an id.
fn named<'t>(
    tables: &'t Tables,
    id: &str,
    findings: &[Diagnostic],
) -> Result<&'t EventType, Refusal> {
    if let Some(found) = tables.event_type(id) {
        return Ok(found);
    }
    // Its file is there but can't be read.
    if tables.broken.iter().any(|name| name == id) {
        return Err(Refusal::Found {
            findings: findings.to_vec(),
            files: tables.files.clone(),
            changed: BTreeMap::new(),
        });
    }
    Err(Refusal::Asked(
        match nearest(id, tables.event_types.iter().map(EventType::id)) {
            Some(near) => say!(
                "händelsetypen `{id}` finns inte; menade du `{near}`?",
                "there is no event type `{id}`; did you mean `{near}`?"
            ),
            None => say!(
                "händelsetypen `{id}` finns inte i katalogen\n  skriv hela id:t, som REFKOM.BYGGLOV.BESLUT",
                "there is no event type `{id}` in the catalogue\n  write the whole id, such as REFKOM.BYGGLOV.BESLUT"
            ),
        },
    ))
}

/// The versions of an event type with a status, or the one that was asked for.
fn chosen<'t>(
    event_type: &'t EventType,
    one: Option<&semver::Version>,
    status: Status,
) -> Result<Vec<&'t Version>, Refusal> {
    let id = event_type.id();
    let versions = event_type.versions.iter();
    let named = |it: &&Version| one.is_none_or(|one| it.number.value == *one);
    let named: Vec<&Version> = versions.filter(named).collect();
    let found: Vec<&Version> = named
        .iter()
        .copied()
        .filter(|it| it.status == status)
        .collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let word = status.key();
    let listed = |versions: &mut dyn Iterator<Item = &Version>| -> String {
        let all = versions.map(|it| format!("{} ({})", it.number.value, it.status.key()));
        all.collect::<Vec<_>>().join(", ")
    };
    Err(Refusal::Asked(match one {
        Some(number) if named.is_empty() => {
            let all = listed(&mut event_type.versions.iter());
            say!(
                "{id} har ingen version {number}; versionerna är {all}",
                "{id} has no version {number}; its versions are {all}"
            )
        }
        _ => {
            let all = listed(&mut named.iter().copied());
            let hint = hint(id, &named, status);
            let (sv, en) = (hint.sv, hint.en);
            say!(
                "ingen version av {id} har status {word}: {all}\n  {sv}",
                "no version of {id} has the status {word}: {all}\n  {en}"
            )
        }
    }))
}

/// What to do when no version has the status that a command takes.
fn hint(id: &str, versions: &[&Version], status: Status) -> Message {
    let has = |status| versions.iter().any(|it| it.status == status);
    if status == Status::Deprecated && has(Status::Published) {
        say!(
            "fasa ut den först: katalog deprecate {id} --sunset ÅÅÅÅ-MM-DD",
            "deprecate it first: katalog deprecate {id} --sunset YYYY-MM-DD"
        )
    } else if versions.iter().all(|it| it.status == Status::Draft) {
        say!(
            "ett utkast har ingen börjat använda: ta bort det ur filen i stället",
            "nobody uses a draft yet: remove it from the file instead"
        )
    } else {
        say!(
            "det är redan gjort, så inget behöver ändras",
            "that has been done already, so nothing needs to be changed"
        )
    }
}

fn file_of(
    source: &dyn Source,
    tables: &Tables,
    event_type: &EventType,
) -> Result<(String, Edit), Refusal> {
    if let Some((template, own)) = tables.followed(event_type) {
        let (id, template) = (event_type.id(), template.id());
        let file = path_of(tables, own.id_span().file);
        return Err(Refusal::Asked(say!(
            "{id} följer mallen {template}, som bestämmer dess versioner\n  ändra mallen: {file}",
            "{id} follows the template {template}, which decides its versions\n  change the template: {file}"
        )));
    }
    let path = path_of(tables, event_type.id_span().file).to_owned();
    let gone = || {
        say!(
            "`{path}` kan inte läsas\n  kör kommandot igen",
            "`{path}` can't be read\n  run the command again"
        )
    };
    let edit = open(source, &path).ok_or_else(|| Refusal::Asked(gone()))?;
    Ok((path, edit))
}

fn in_braces(path: &str) -> Refusal {
    Refusal::Asked(say!(
        "versionen i {path} är skriven inom klamrar och kan inte ändras av kommandot\n  skriv den med en nyckel på varje rad, eller gör ändringen för hand",
        "the version in {path} is written within braces and can't be changed by the command\n  write it with a key on each line, or make the change by hand"
    ))
}

/// The change, unless it would put new errors into the catalogue.
fn finish(
    source: &dyn Source,
    path: String,
    edit: Edit,
    done: Vec<Message>,
) -> Result<Change, Refusal> {
    let files = BTreeMap::from([(path, edit.into_text())]);
    let before = crate::check(source, None).findings;
    let after = crate::check(&Overlay::new(source, &files), None);
    let is_new = |it: &Diagnostic| {
        let same = |old: &Diagnostic| old.code == it.code && old.message == it.message;
        it.severity == Severity::Error && !before.iter().any(same)
    };
    let findings: Vec<_> = after.findings.into_iter().filter(is_new).collect();
    if findings.is_empty() {
        Ok(Change { files, done })
    } else {
        Err(Refusal::Found {
            findings,
            files: after.files,
            changed: files,
        })
    }
}
