//! Publishing: drafts become published, and what is published is locked.
//!
//! Entries are changed as texts, at the places where their values stand, so that
//! comments and formatting stay as their author wrote them.

mod adopt;
mod change;
mod edit;

pub use adopt::adopt;
pub use change::{Change, Refusal, bump, deprecate, retire};

use crate::diagnostic::{Diagnostic, has_errors};
use crate::model::{
    Entity as _, EventType, Lock, Status, Version, canonical, matches_prefix, write_lock,
};
use crate::resolve::Tables;
use crate::source::{FileId, MAX_FILE, Overlay, Source};
use edit::Edit;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What publishing would do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The new content of each file that changes, by path.
    pub files: BTreeMap<String, String>,
    /// The versions that are published: id and number.
    pub published: Vec<(String, semver::Version)>,
    /// The versions that were published already and are now locked.
    pub locked: Vec<(String, semver::Version)>,
}

/// What stands in the way of publishing.
#[derive(Debug)]
pub struct Refused {
    /// The findings.
    pub findings: Vec<Diagnostic>,
    /// The paths of the files that were read, by [`FileId`].
    pub files: Vec<String>,
    /// The files as they would have been, where the findings' places are.
    pub changed: BTreeMap<String, String>,
}

/// Plans to publish the drafts of some event types, on a certain day. `chosen`
/// are ids or whole parts of ids; all event types when there are none. Drafts
/// with a pre-release number (`2.0.0-rc.1`) stay drafts.
///
/// # Errors
/// When anything would be wrong with the catalogue afterwards.
pub fn plan(source: &dyn Source, chosen: &[String], day: Date) -> Result<Plan, Refused> {
    let (tables, findings) = crate::read(source);
    if has_errors(&findings) {
        return Err(Refused {
            findings,
            files: tables.files,
            changed: BTreeMap::new(),
        });
    }
    let mut plan = Plan::default();
    let is_chosen = |it: &EventType| {
        chosen.is_empty() || chosen.iter().any(|prefix| matches_prefix(it.id(), prefix))
    };
    // What is adopted is published by the template; the lock says since when.
    let own = tables.event_types.iter().filter(|it| it.adopted.is_none());
    for event_type in own.filter(|it| is_chosen(it)) {
        publish_drafts(source, &tables, event_type, day, &mut plan);
    }
    let (after, findings) = crate::read(&Overlay::new(source, &plan.files));
    if has_errors(&findings) {
        return Err(Refused {
            findings,
            files: after.files,
            changed: plan.files,
        });
    }
    lock_published(&after, is_chosen, &mut plan);
    let mut checked = crate::check_as_of(&Overlay::new(source, &plan.files), None, day);
    // What other producers have still to lock stands in nobody's way.
    checked.findings.retain(|it| it.code.number != "K0323");
    if has_errors(&checked.findings) {
        let (findings, files) = (checked.findings, checked.files);
        return Err(Refused {
            findings,
            files,
            changed: plan.files,
        });
    }
    Ok(plan)
}

/// Gives each draft of an event type that can be published its status and date.
fn publish_drafts(
    source: &dyn Source,
    tables: &Tables,
    event_type: &EventType,
    day: Date,
    plan: &mut Plan,
) {
    let is_ready = |it: &&Version| it.status == Status::Draft && it.number.pre.is_empty();
    let drafts: Vec<&Version> = event_type.versions.iter().filter(is_ready).collect();
    if drafts.is_empty() {
        return;
    }
    let path = path_of(tables, event_type.id_span().file);
    let Some(mut edit) = open(source, path) else {
        return;
    };
    let day = day.to_string();
    for version in drafts {
        let number = &version.number.value;
        let done = edit.set(number, "status", Status::Published.key(), "version")
            && edit.set(number, "published", &day, "status");
        if done {
            plan.published
                .push((event_type.id().to_owned(), number.clone()));
        }
    }
    plan.files.insert(path.to_owned(), edit.into_text());
}

/// A file of the source, to be changed.
fn open(source: &dyn Source, path: &str) -> Option<Edit> {
    let bytes = source.read(path, MAX_FILE).ok()?;
    Some(Edit::new(String::from_utf8(bytes).ok()?))
}

/// Locks all that is published by the producers of the chosen event types: a
/// lock with gaps would guard nothing in them.
fn lock_published(tables: &Tables, is_chosen: impl Fn(&EventType) -> bool, plan: &mut Plan) {
    let Some(config) = &tables.config else { return };
    for producer in &tables.producers {
        let own = tables.under(producer.id());
        if !own.iter().any(&is_chosen) {
            continue;
        }
        let lock: Option<&Lock> = tables
            .locks
            .iter()
            .find(|lock| *lock.producer == *producer.id());
        let languages: Box<[usize]> = lock.map_or_else(
            || (0..config.languages.len()).collect(),
            |lock| lock.languages.clone(),
        );
        let mut lines: Vec<_> = lock
            .map(|lock| lock.lines.iter())
            .into_iter()
            .flatten()
            .map(|line| {
                (
                    line.id.value.to_string(),
                    line.version.clone(),
                    line.hash.to_string(),
                    line.date,
                )
            })
            .collect();
        let known = lines.len();
        for event_type in own {
            for version in event_type
                .versions
                .iter()
                .filter(|it| it.status != Status::Draft)
            {
                let number = &version.number.value;
                let stands = |line: &(String, semver::Version, String, Date)| {
                    line.0 == event_type.id() && line.1 == *number
                };
                let Some(date) = version
                    .published
                    .as_ref()
                    .filter(|_| !lines[..known].iter().any(stands))
                else {
                    continue;
                };
                let id = event_type.id().to_owned();
                if !plan.published.contains(&(id.clone(), number.clone())) {
                    plan.locked.push((id.clone(), number.clone()));
                }
                lines.push((
                    id,
                    number.clone(),
                    canonical::hash(version, &languages, &tables.codelists),
                    date.value,
                ));
            }
        }
        if lines.len() > known {
            let codes = languages
                .iter()
                .filter_map(|at| config.languages.get(*at))
                .map(|code| &**code);
            let path = format!("catalogue/producers/{}/published.lock", producer.id());
            plan.files.insert(path, write_lock(codes, lines));
        }
    }
}

fn path_of(tables: &Tables, file: FileId) -> &str {
    tables.files.get(file.0 as usize).map_or("", String::as_str)
}
