//! The difference between two versions of an event type, as elementary changes.
//!
//! One engine for all who ask: the checks, the pages that compare versions, the
//! change log and `katalog diff` show its result. What each change requires is
//! the versioning policy's first section: producers send and consumers read, so a
//! change keeps the promise when everything that is valid under the new version
//! is valid under the old one.

mod attributes;
mod codes;
mod found;
mod path;
mod rules;
mod tell;
mod types;

pub use rules::{Breaks, Bump, ChangeRule, Mirror, RULES, by_name};

use super::{EventType, Truth, Version};
use crate::source::Span;
use found::{Changes, made, only_in};
use path::Path;

/// The JSON Schema of what `katalog diff --format json` writes.
pub const DIFF_SCHEMA: &str = include_str!("diff.schema.json");

/// One elementary change.
#[derive(Debug, Clone)]
pub struct Change {
    /// What kind of change it is.
    pub rule: &'static ChangeRule,
    /// What changed. It begins with a field of the version, and goes down from there:
    ///
    /// | part | means | such as |
    /// | --- | --- | --- |
    /// | `.name` | an attribute | `attributes.bilagor`, `references.diarienummer` |
    /// | `[]` | the items of a list | `attributes.bilagor[].namn`, `attributes.rutor[][]` |
    /// | `=CODE` | one of the codes | `attributes.utfall=BIFALL#title` |
    /// | `#field` | a field of the attribute or the code | `attributes.namn#maxLength` |
    /// | `.xx` after a text | that language alone | `title.en`, `attributes.namn#description.en` |
    ///
    /// Names of attributes hold only letters and digits, so no two parts of a
    /// version have the same path. What concerns a whole attribute (that it came,
    /// its type, whether it is required, its list of codes, the order of its parts)
    /// has the attribute's own path. A renaming has the old path, and everything
    /// else that changed in what was renamed has the new one.
    pub path: String,
    /// What it was, in short; nothing for what is new.
    pub old: Option<String>,
    /// What it is, in short; nothing for what is gone.
    pub new: Option<String>,
    /// The bump that it requires: the rule's, or what the author declares.
    pub requires: Bump,
    /// Who must act on it, or breaks: whom the rule names, unless nobody needs to.
    pub breaks: Breaks,
    /// Where it stands in the older version.
    pub old_span: Option<Span>,
    /// Where it stands in the newer version.
    pub new_span: Option<Span>,
}

/// All changes from an older version to a newer one: first those of the event
/// type as a whole, then those of its attributes.
pub fn compare(old: &Version, new: &Version) -> Vec<Change> {
    compared(old, new).list
}

/// All changes from a version of one event type to a version of another, or of
/// the same one: also that their processes differ.
pub fn compare_entries(
    old_entry: &EventType,
    old: &Version,
    new_entry: &EventType,
    new: &Version,
) -> Vec<Change> {
    let mut changes = compared(old, new);
    let (was, is) = (&old_entry.process, &new_entry.process);
    if was.name != is.name {
        changes.add(
            "process-changed",
            &Path::root("process"),
            (&was.name, was.span),
            (&is.name, is.span),
        );
    }
    changes.list
}

fn compared<'a>(old: &'a Version, new: &'a Version) -> Changes<'a> {
    let mut changes = Changes::new(&old.languages, &new.languages);
    changes.text(&Path::root("title"), Some(&old.title), Some(&new.title));
    changes.text(
        &Path::root("description"),
        Some(&old.description),
        Some(&new.description),
    );
    let (was, is) = (&old.category, &new.category);
    if was.name != is.name {
        changes.add(
            "category-changed",
            &Path::root("category"),
            (&was.name, was.span),
            (&is.name, is.span),
        );
    }
    authorizations(old, new, &mut changes);
    let spans = (old.number.span, new.number.span);
    let mut truth = |rule, path, was: Truth, is: Truth| {
        if was != is {
            changes.add(
                rule,
                &Path::root(path),
                (was.key(), spans.0),
                (is.key(), spans.1),
            );
        }
    };
    truth(
        "customer-action-changed",
        "requiresCustomerAction",
        old.requires_customer_action,
        new.requires_customer_action,
    );
    truth(
        "closes-case-changed",
        "closesCase",
        old.closes_case,
        new.closes_case,
    );
    tags(old, new, &mut changes);
    attributes::compare(old, new, &mut changes);
    examples(old, new, &mut changes);
    if let Some(declared) = &new.semantic_change {
        let mut change = made("semantic-change", &Path::root("semanticChange"));
        change.new = Some(declared.value.to_string());
        change.new_span = Some(declared.span);
        change.requires = match &*declared.value {
            "major" => Bump::Major,
            _ => Bump::Minor,
        };
        changes.list.push(change);
    }
    changes
}

/// The largest bump that any of the changes requires.
pub fn required_bump(changes: &[Change]) -> Bump {
    changes
        .iter()
        .map(|change| change.requires)
        .max()
        .unwrap_or(Bump::None)
}

fn authorizations(old: &Version, new: &Version, changes: &mut Changes<'_>) {
    let path = Path::root("authorizations");
    let (old_all, new_all) = (&*old.authorizations, &*new.authorizations);
    for it in only_in(old_all, new_all, |it| &it.name) {
        changes.gone("authorization-removed", &path, &it.name, it.span);
    }
    for it in only_in(new_all, old_all, |it| &it.name) {
        changes.came("authorization-added", &path, &it.name, it.span);
    }
    let spans = (old.number.span, new.number.span);
    changes.order(&path, old_all, new_all, |it| &it.name, spans);
}

/// A question gets the events that have one of its tags: their order is nothing.
fn tags(old: &Version, new: &Version, changes: &mut Changes<'_>) {
    let path = Path::root("tags");
    for tag in only_in(&old.tags, &new.tags, |tag| &tag.value) {
        changes.gone("tag-removed", &path, &tag.value, tag.span);
    }
    for tag in only_in(&new.tags, &old.tags, |tag| &tag.value) {
        changes.came("tag-added", &path, &tag.value, tag.span);
    }
}

/// Examples are texts: they show the version, and promise nothing of their own.
fn examples(old: &Version, new: &Version, changes: &mut Changes<'_>) {
    let same =
        old.examples.len() == new.examples.len()
            && old.examples.iter().zip(&new.examples).all(|(old, new)| {
                old.json == new.json && changes.same_text(&old.title, &new.title)
            });
    if !same {
        let mut change = made("text-changed", &Path::root("examples"));
        change.old_span = old.examples.first().map(|example| example.title.span);
        change.new_span = new.examples.first().map(|example| example.title.span);
        changes.list.push(change);
    }
}
