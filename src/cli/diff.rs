//! `katalog diff OLD NEW`: the changes between two versions of an event type.

use super::{Outcome, Voice, open_root, path_of, say_line};
use crate::check::tell;
use crate::diagnostic::{Diagnostic, Message, Tongue, has_errors, nearest};
use crate::model::change::{Bump, Change, compare, required_bump};
use crate::model::{Entity as _, EventType, Version};
use crate::resolve::Tables;
use crate::say;
use crate::source::MAX_FILE;
use crate::source::{Disk, Source as _};
use serde::Serialize;
use std::path::Path;

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let mut sides = Sides {
        matches,
        voice,
        tables: None,
    };
    let argument = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let old = match sides.side(argument("old")) {
        Ok(side) => side,
        Err(outcome) => return outcome,
    };
    let new = match sides.side(argument("new")) {
        Ok(side) => side,
        Err(outcome) => return outcome,
    };
    let (Some(was), Some(is)) = (sides.version(&old), sides.version(&new)) else {
        return Outcome::Failed(say!(
            "det finns inget att jämföra",
            "there is nothing to compare"
        ));
    };
    let changes = compare(was, is);
    let format = matches
        .get_one::<String>("format")
        .map_or("human", String::as_str);
    let names = (old.name(was), new.name(is));
    let text = match format {
        "json" => json(&changes),
        "markdown" => markdown(voice, names, &changes),
        _ => human(voice, names, &changes),
    };
    say_line(text.trim_end());
    Outcome::Fine
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
    fn version<'s>(&'s self, side: &'s Side) -> Option<&'s Version> {
        match side {
            Side::InCatalogue(at, version) => self
                .tables
                .as_ref()?
                .event_types
                .get(*at)?
                .versions
                .get(*version),
            Side::File(event_type) => event_type.versions.first(),
        }
    }

    fn side(&mut self, argument: &str) -> Result<Side, Outcome> {
        match argument.split_once('@') {
            Some((id, number)) => self.in_catalogue(id, number),
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
        let told = tell(change);
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
        let told = tell(change);
        let told = voice.choose(&told).replace('|', "\\|").replace('\n', " ");
        text.push_str(&format!("| {} | {told} |\n", change.requires.key()));
    }
    text
}

fn json(changes: &[Change]) -> String {
    #[derive(Serialize)]
    struct Row<'c> {
        rule: &'static str,
        path: &'c str,
        old: Option<&'c str>,
        new: Option<&'c str>,
        requires: &'static str,
        breaks: &'static str,
    }
    #[derive(Serialize)]
    struct Report<'c> {
        requires: &'static str,
        changes: Vec<Row<'c>>,
    }
    fn row(change: &Change) -> Row<'_> {
        let Change {
            rule,
            path,
            old,
            new,
            requires,
            ..
        } = change;
        Row {
            rule: rule.name,
            path,
            old: old.as_deref(),
            new: new.as_deref(),
            requires: requires.key(),
            breaks: rule.breaks.key(),
        }
    }
    let report = Report {
        requires: required_bump(changes).key(),
        changes: changes.iter().map(row).collect(),
    };
    // A report of texts always has a JSON form.
    serde_json::to_string_pretty(&report).unwrap_or_default()
}
