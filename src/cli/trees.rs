//! `katalog diff` of two whole catalogues: what a pull request changes.

use super::Voice;
use super::diff::{Row, rows};
use crate::check::{Between, EntryChange, Presence, VersionChange};
use crate::diagnostic::Message;
use crate::model::change::{Bump, required_bump};
use crate::say;
use serde::Serialize;

/// The differences for people at a terminal.
pub(super) fn human(voice: Voice, found: &Between<'_>) -> String {
    let mut text = format!("{}\n", voice.choose(&summary(found)));
    for entry in &found.event_types {
        text.push_str(&format!("\n{}\n", voice.choose(&heading(entry))));
        for version in &entry.versions {
            text.push_str(&format!("  {}\n", voice.choose(&about(version))));
            for change in &version.changes {
                let line = change.line();
                let requires = change.requires.key();
                text.push_str(&format!("    {requires:<6} {}\n", voice.choose(&line)));
            }
        }
    }
    let rest = others(voice, found);
    if !rest.is_empty() {
        text.push_str(&format!("\n{}\n", rest.join("\n")));
    }
    text
}

/// The differences as a comment on a pull request.
pub(super) fn markdown(voice: Voice, found: &Between<'_>) -> String {
    let mut text = format!("**{}**\n", voice.choose(&summary(found)));
    let head = voice
        .choose(&say!("| kräver | ändring |", "| requires | change |"))
        .to_owned();
    for entry in &found.event_types {
        text.push_str(&format!("\n### {}\n", voice.choose(&heading(entry))));
        for version in &entry.versions {
            text.push_str(&format!("\n{}\n", voice.choose(&about(version))));
            if !version.changes.is_empty() {
                text.push_str(&format!("\n{head}\n| --- | --- |\n"));
            }
            for change in &version.changes {
                let line = change.line();
                let line = voice.choose(&line).replace('|', "\\|").replace('\n', " ");
                text.push_str(&format!("| {} | {line} |\n", change.requires.key()));
            }
        }
    }
    let rest = others(voice, found);
    if !rest.is_empty() {
        text.push('\n');
        rest.iter()
            .for_each(|line| text.push_str(&format!("- {line}\n")));
    }
    text
}

/// The differences for programs.
pub(super) fn json(found: &Between<'_>) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Report<'t> {
        requires: &'static str,
        event_types: Vec<Entry<'t>>,
        others: Vec<Other<'t>>,
        codes: Vec<Code<'t>>,
    }
    #[derive(Serialize)]
    struct Entry<'t> {
        id: &'t str,
        change: &'static str,
        versions: Vec<Version<'t>>,
    }
    #[derive(Serialize)]
    struct Version<'t> {
        version: String,
        change: &'static str,
        status: &'static str,
        was: Option<&'static str>,
        since: Option<String>,
        requires: &'static str,
        changes: Vec<Row<'t>>,
    }
    #[derive(Serialize)]
    struct Other<'t> {
        kind: &'static str,
        id: &'t str,
        change: &'static str,
    }
    #[derive(Serialize)]
    struct Code<'t> {
        codelist: &'t str,
        value: &'t str,
        change: &'static str,
    }
    let version = |it: &'_ VersionChange<'_>| -> (String, Option<String>) {
        let since = it.since.map(|since| since.number.value.to_string());
        (it.version.number.value.to_string(), since)
    };
    let entries = found.event_types.iter().map(|entry| Entry {
        id: entry.id,
        change: entry.presence.key(),
        versions: entry
            .versions
            .iter()
            .map(|it| {
                let (version, since) = version(it);
                Version {
                    version,
                    change: it.presence.key(),
                    status: it.version.status.key(),
                    was: it.was.map(crate::model::Status::key),
                    since,
                    requires: required_bump(&it.changes).key(),
                    changes: rows(&it.changes),
                }
            })
            .collect(),
    });
    let others = found.others.iter().map(|it| Other {
        kind: it.kind,
        id: it.id,
        change: it.presence.key(),
    });
    let codes = found.codes.iter().map(|it| Code {
        codelist: it.list,
        value: it.value,
        change: it.presence.key(),
    });
    let report = Report {
        requires: found.requires().key(),
        event_types: entries.collect(),
        others: others.collect(),
        codes: codes.collect(),
    };
    // A report of texts always has a JSON form.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}

fn summary(found: &Between<'_>) -> Message {
    if found.is_empty() {
        return say!("Ingenting skiljer.", "Nothing differs.");
    }
    let count = |presence| {
        let entries = found.event_types.iter();
        entries.filter(|entry| entry.presence == presence).count()
    };
    let (added, removed, changed) = (
        count(Presence::Added),
        count(Presence::Removed),
        count(Presence::Kept),
    );
    say!(
        "Händelsetyper: {added} nya, {changed} ändrade, {removed} borttagna",
        "Event types: {added} new, {changed} changed, {removed} removed"
    )
}

fn heading(entry: &EntryChange<'_>) -> Message {
    let id = entry.id;
    match entry.presence {
        Presence::Added => say!("{id} (ny)", "{id} (new)"),
        Presence::Removed => say!("{id} (borttagen)", "{id} (removed)"),
        Presence::Kept => say!("{id}", "{id}"),
    }
}

/// What has happened to a version, on one line.
fn about(it: &VersionChange<'_>) -> Message {
    let (number, status) = (&it.version.number.value, it.version.status.key());
    match (it.presence, it.since, it.was) {
        (Presence::Removed, ..) => say!("{number}: borttagen", "{number}: removed"),
        (Presence::Added, None, _) => {
            say!("{number} ({status}): ny", "{number} ({status}): new")
        }
        (Presence::Added, Some(since), _) => {
            let since = &since.number.value;
            let bump = required_bump(&it.changes);
            let next = bump.next(since);
            match bump {
                Bump::None => say!(
                    "{number} ({status}): ny; ingenting har ändrats sedan {since}",
                    "{number} ({status}): new; nothing has changed since {since}"
                ),
                _ => say!(
                    "{number} ({status}): ny; ändringarna sedan {since} kräver minst {next}",
                    "{number} ({status}): new; the changes since {since} require at least {next}"
                ),
            }
        }
        (Presence::Kept, _, Some(was)) => {
            let was = was.key();
            let sunset = it.version.sunset.as_ref().map(|day| day.value);
            match sunset {
                Some(day) => say!(
                    "{number}: {was} → {status}, sista dag {day}",
                    "{number}: {was} → {status}, last day {day}"
                ),
                None => say!("{number}: {was} → {status}", "{number}: {was} → {status}"),
            }
        }
        (Presence::Kept, _, None) if it.changes.is_empty() => {
            say!(
                "{number} ({status}): datum har ändrats",
                "{number} ({status}): dates have been changed"
            )
        }
        (Presence::Kept, ..) => {
            say!(
                "{number} ({status}): innehållet har ändrats",
                "{number} ({status}): the content has been changed"
            )
        }
    }
}

/// What has happened besides, a line each.
fn others(voice: Voice, found: &Between<'_>) -> Vec<String> {
    let mark = |presence| match presence {
        Presence::Added => '+',
        Presence::Removed => '-',
        Presence::Kept => '~',
    };
    let entities = found.others.iter().map(|it| {
        let (mark, kind, id) = (mark(it.presence), it.kind, it.id);
        format!("{mark} {kind}/{id}")
    });
    let codes = found.codes.iter().map(|it| {
        let (mark, list, value) = (mark(it.presence), it.list, it.value);
        let line = say!(
            "{mark} kodlistan {list}: `{value}`",
            "{mark} the code list {list}: `{value}`"
        );
        voice.choose(&line).to_owned()
    });
    entities.chain(codes).collect()
}
