//! `katalog diff OLD NEW`: the changes between two versions of an event type, or
//! between two catalogues.

use super::base::read_base;
use super::{Outcome, Voice, open_root, path_of, say_line, trees};
use crate::check::between;
use crate::diagnostic::{Diagnostic, Message, Tongue, has_errors, nearest};
use crate::model::change::{Bump, Change, compare_entries, required_bump};
use crate::model::{Entity as _, EventType, Version, is_event_type_id};
use crate::resolve::Tables;
use crate::say;
use crate::source::MAX_FILE;
use crate::source::{Disk, Source as _};
use serde::Serialize;
use std::path::Path;

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let argument = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let (old, new) = (argument("old"), argument("new"));
    let format = argument("format");
    let text = match (is_entry(old), is_entry(new)) {
        (true, true) => pair(matches, voice, (old, new), format),
        (false, false) => trees(matches, voice, (old, new), format),
        _ => Err(Outcome::Failed(say!(
            "`{old}` och `{new}` går inte att jämföra: det ena är en händelsetyp och det andra en hel katalog\n  skriv två av samma slag: ID@VERSION eller en fil, eller två mappar eller versioner i git",
            "`{old}` and `{new}` can't be compared: one is an event type and the other a whole catalogue\n  write two of a kind: ID@VERSION or a file, or two folders or commits in git"
        ))),
    };
    match text {
        Ok(text) => {
            say_line(text.trim_end());
            Outcome::Fine
        }
        Err(outcome) => outcome,
    }
}

/// Whether an argument names an event type, rather than a whole catalogue. A file
/// that doesn't exist is told of as such.
fn is_entry(argument: &str) -> bool {
    let id = argument.split_once('@').map_or(argument, |(id, _)| id);
    let path = Path::new(argument);
    is_event_type_id(id)
        || path.is_file()
        || path.extension().is_some_and(|ending| ending == "yaml")
}

/// The changes between two versions.
fn pair(
    matches: &clap::ArgMatches,
    voice: Voice,
    (old, new): (&str, &str),
    format: &str,
) -> Result<String, Outcome> {
    let mut sides = Sides {
        matches,
        voice,
        tables: None,
    };
    let (old, new) = (sides.side(old)?, sides.side(new)?);
    let nothing = || {
        Outcome::Failed(say!(
            "det finns inget att jämföra",
            "there is nothing to compare"
        ))
    };
    let (old_entry, was) = sides.version(&old).ok_or_else(nothing)?;
    let (new_entry, is) = sides.version(&new).ok_or_else(nothing)?;
    let changes = compare_entries(old_entry, was, new_entry, is);
    let names = (old.name(was), new.name(is));
    Ok(match format {
        "json" => json(&changes),
        "markdown" => markdown(voice, names, &changes),
        _ => human(voice, names, &changes),
    })
}

/// The differences between two catalogues.
fn trees(
    matches: &clap::ArgMatches,
    voice: Voice,
    (old, new): (&str, &str),
    format: &str,
) -> Result<String, Outcome> {
    let root = path_of(matches, "root", ".");
    let (was, is) = (read_base(&root, old)?, read_base(&root, new)?);
    let found = between(&was, &is);
    Ok(match format {
        "json" => trees::json(&found),
        "markdown" => trees::markdown(voice, &found),
        _ => trees::human(voice, &found),
    })
}

/// One side of the comparison.
enum Side {
    /// A version of the catalogue's, by the indexes of its event type and of itself.
    InCatalogue(usize, usize),
    /// The newest version of a file by itself.
    File(Box<EventType>),
}

impl Side {
    fn name(&self, version: &Version) -> String {
        match self {
            Self::File(event_type) => format!("{}@{}", event_type.id(), version.number.value),
            Self::InCatalogue(..) => version.number.value.to_string(),
        }
    }
}

struct Sides<'m> {
    matches: &'m clap::ArgMatches,
    voice: Voice,
    /// The catalogue, read when a side first needs it.
    tables: Option<Tables>,
}

impl Sides<'_> {
    fn version<'s>(&'s self, side: &'s Side) -> Option<(&'s EventType, &'s Version)> {
        let (event_type, version) = match side {
            Side::InCatalogue(at, version) => {
                (self.tables.as_ref()?.event_types.get(*at)?, *version)
            }
            Side::File(event_type) => (&**event_type, 0),
        };
        Some((event_type, event_type.versions.get(version)?))
    }

    fn side(&mut self, argument: &str) -> Result<Side, Outcome> {
        match argument.split_once('@') {
            Some((id, number)) => self.in_catalogue(id, number),
            None if is_event_type_id(argument) => self.in_catalogue(argument, ""),
            None => self.file(argument),
        }
    }

    fn in_catalogue(&mut self, id: &str, number: &str) -> Result<Side, Outcome> {
        if self.tables.is_none() {
            let source = open_root(&path_of(self.matches, "root", "."))?;
            let (tables, findings) = crate::read(&source);
            // What is wrong elsewhere is no hindrance, but without the entry
            // there is nothing to say.
            let known = tables.event_types.iter().any(|it| it.id() == id);
            if !known && has_errors(&findings) {
                self.voice.print(&source, &tables.files, &findings);
                return Err(Outcome::Findings);
            }
            self.tables = Some(tables);
        }
        let event_types = self
            .tables
            .as_ref()
            .map_or(&[][..], |tables| &tables.event_types);
        let Ok(at) = event_types.binary_search_by(|it| it.id().cmp(id)) else {
            return Err(Outcome::Failed(
                match nearest(id, event_types.iter().map(|it| it.id())) {
                    Some(near) => say!(
                        "händelsetypen `{id}` finns inte; menade du `{near}`?",
                        "there is no event type `{id}`; did you mean `{near}`?"
                    ),
                    None => say!(
                        "händelsetypen `{id}` finns inte i katalogen",
                        "there is no event type `{id}` in the catalogue"
                    ),
                },
            ));
        };
        let versions = &event_types[at].versions;
        let found = versions
            .iter()
            .position(|version| version.number.to_string() == number);
        found
            .map(|version| Side::InCatalogue(at, version))
            .ok_or_else(|| {
                let all: Vec<_> = versions
                    .iter()
                    .map(|version| version.number.to_string())
                    .collect();
                let all = all.join(", ");
                if number.is_empty() {
                    return Outcome::Failed(say!(
                        "`{id}` behöver en version, som {id}@1.0.0; versionerna är {all}",
                        "`{id}` needs a version, such as {id}@1.0.0; its versions are {all}"
                    ));
                }
                Outcome::Failed(say!(
                    "`{id}` har ingen version `{number}`; versionerna är {all}",
                    "`{id}` has no version `{number}`; its versions are {all}"
                ))
            })
    }

    fn file(&self, path: &str) -> Result<Side, Outcome> {
        let full = Path::new(path);
        let (Some(folder), Some(name)) = (
            full.parent(),
            full.file_name().and_then(|name| name.to_str()),
        ) else {
            return Err(no_file(path));
        };
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let source = Disk::open(folder).map_err(|_| no_file(path))?;
        let bytes = source.read(name, MAX_FILE).map_err(|_| no_file(path))?;
        let text = String::from_utf8_lossy(&bytes);
        let (event_type, findings): (_, Vec<Diagnostic>) = crate::load::event_type_alone(&text);
        match event_type {
            Some(event_type) => Ok(Side::File(Box::new(event_type))),
            None => {
                self.voice.print(&source, &[name.to_owned()], &findings);
                Err(Outcome::Findings)
            }
        }
    }
}

fn no_file(path: &str) -> Outcome {
    Outcome::Failed(say!(
        "`{path}` går inte att läsa\n  skriv ID@VERSION, som REFKOM.BYGGLOV.BESLUT@1.0.0, eller sökvägen till en händelsetyps fil",
        "`{path}` can't be read\n  write ID@VERSION, such as REFKOM.BYGGLOV.BESLUT@1.0.0, or the path of an event type's file"
    ))
}

/// What the changes require together, in words.
fn verdict(changes: &[Change]) -> Message {
    match required_bump(changes) {
        Bump::None => say!("ingen ny version krävs", "no new version is required"),
        Bump::Patch => say!(
            "ändringarna kräver ny tredje siffra (rättelse)",
            "the changes require a new third number (patch)"
        ),
        Bump::Minor => say!(
            "ändringarna kräver ny andra siffra (mindre version)",
            "the changes require a new second number (minor)"
        ),
        Bump::Major => say!(
            "ändringarna kräver ny första siffra (huvudversion)",
            "the changes require a new first number (major)"
        ),
    }
}

fn human(voice: Voice, (old, new): (String, String), changes: &[Change]) -> String {
    let verdict = verdict(changes);
    let mut text = format!("{old} → {new}: {}\n", voice.choose(&verdict));
    for change in changes {
        let told = change.line();
        text.push_str(&format!(
            "  {:<6} {}\n",
            change.requires.key(),
            voice.choose(&told)
        ));
    }
    text
}

fn markdown(voice: Voice, (old, new): (String, String), changes: &[Change]) -> String {
    let verdict = verdict(changes);
    let head = match voice.tongue {
        Tongue::Swedish => "| kräver | ändring |",
        Tongue::English => "| requires | change |",
    };
    let mut text = format!(
        "**{old} → {new}**: {}\n\n{head}\n| --- | --- |\n",
        voice.choose(&verdict)
    );
    for change in changes {
        let told = change.line();
        let told = voice.choose(&told).replace('|', "\\|").replace('\n', " ");
        text.push_str(&format!("| {} | {told} |\n", change.requires.key()));
    }
    text
}

/// A change in machine-readable output.
#[derive(Serialize)]
pub(super) struct Row<'c> {
    rule: &'static str,
    path: &'c str,
    old: Option<&'c str>,
    new: Option<&'c str>,
    requires: &'static str,
    breaks: &'static str,
}

/// Changes in machine-readable output.
pub(super) fn rows(changes: &[Change]) -> Vec<Row<'_>> {
    let rows = changes.iter().map(|change| Row {
        rule: change.rule.name,
        path: &change.path,
        old: change.old.as_deref(),
        new: change.new.as_deref(),
        requires: change.requires.key(),
        breaks: change.breaks.key(),
    });
    rows.collect()
}

fn json(changes: &[Change]) -> String {
    #[derive(Serialize)]
    struct Report<'c> {
        requires: &'static str,
        changes: Vec<Row<'c>>,
    }
    let report = Report {
        requires: required_bump(changes).key(),
        changes: rows(changes),
    };
    // A report of texts always has a JSON form.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}
