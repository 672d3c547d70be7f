//! The difference between two versions of an event type, as elementary changes.
//!
//! One engine for all who ask: the checks, the pages that compare versions, the
//! change log and `katalog diff` show its result. What each change requires is
//! the versioning policy's first section: producers send and consumers read, so a
//! change keeps the promise when everything that is valid under the new version
//! is valid under the old one.

mod attributes;
mod codes;
mod rules;
mod types;

pub use rules::{Breaks, Bump, ChangeRule, RULES, rule};

use super::{LocalText, Truth, Version};
use crate::source::Span;

/// One elementary change.
#[derive(Debug, Clone)]
pub struct Change {
    /// What kind of change it is.
    pub rule: &'static ChangeRule,
    /// What changed, such as `attributes.bilagor[].namn`.
    pub path: String,
    /// What it was, in short; nothing for what is new.
    pub old: Option<String>,
    /// What it is, in short; nothing for what is gone.
    pub new: Option<String>,
    /// The bump that it requires: the rule's, or what the author declares.
    pub requires: Bump,
    /// Where it stands in the older version.
    pub old_span: Option<Span>,
    /// Where it stands in the newer version.
    pub new_span: Option<Span>,
}

/// All changes from an older version to a newer one, in the order in which they
/// stand in an entry.
pub fn compare(old: &Version, new: &Version) -> Vec<Change> {
    let mut changes = Changes(Vec::new());
    changes.text("title", Some(&old.title), Some(&new.title));
    changes.text(
        "description",
        Some(&old.description),
        Some(&new.description),
    );
    let (was, is) = (&old.category, &new.category);
    if was.name != is.name {
        changes.add(
            "category-changed",
            "category",
            (&was.name, was.span),
            (&is.name, is.span),
        );
    }
    changes.authorizations(old, new);
    let spans = (old.number.span, new.number.span);
    let truths = [
        (
            "customer-action-changed",
            "requiresCustomerAction",
            old.requires_customer_action,
            new.requires_customer_action,
        ),
        (
            "closes-case-changed",
            "closesCase",
            old.closes_case,
            new.closes_case,
        ),
    ];
    for (rule, path, was, is) in truths {
        changes.truth(rule, path, (was, spans.0), (is, spans.1));
    }
    changes.tags(old, new);
    attributes::compare("attributes", &old.attributes, &new.attributes, &mut changes);
    attributes::compare("references", &old.references, &new.references, &mut changes);
    changes.examples(old, new);
    if let Some(declared) = &new.semantic_change {
        let requires = if &*declared.value == "major" {
            Bump::Major
        } else {
            Bump::Minor
        };
        let mut change = changes.made("semantic-change", "semanticChange");
        change.requires = requires;
        change.new = Some(declared.value.to_string());
        change.new_span = Some(declared.span);
        changes.0.push(change);
    }
    changes.0
}

/// The largest bump that any of the changes requires.
pub fn required_bump(changes: &[Change]) -> Bump {
    changes
        .iter()
        .map(|change| change.requires)
        .max()
        .unwrap_or(Bump::None)
}

/// The changes that have been found so far.
struct Changes(Vec<Change>);

impl Changes {
    fn made(&self, name: &str, path: &str) -> Change {
        let rule = rule(name);
        Change {
            rule,
            path: path.to_owned(),
            old: None,
            new: None,
            requires: rule.requires,
            old_span: None,
            new_span: None,
        }
    }

    /// Something that was and is, with where it stands.
    fn add(
        &mut self,
        rule: &str,
        path: &str,
        (old, old_span): (&str, Span),
        (new, new_span): (&str, Span),
    ) {
        let mut change = self.made(rule, path);
        (change.old, change.new) = (Some(old.to_owned()), Some(new.to_owned()));
        (change.old_span, change.new_span) = (Some(old_span), Some(new_span));
        self.0.push(change);
    }

    /// Something that was and is no more.
    fn gone(&mut self, rule: &str, path: &str, old: &str, span: Span) {
        let mut change = self.made(rule, path);
        change.old = Some(old.to_owned());
        change.old_span = Some(span);
        self.0.push(change);
    }

    /// Something that is new.
    fn came(&mut self, rule: &str, path: &str, new: &str, span: Span) {
        let mut change = self.made(rule, path);
        change.new = Some(new.to_owned());
        change.new_span = Some(span);
        self.0.push(change);
    }

    /// A text in any language.
    fn text(&mut self, path: &str, old: Option<&LocalText>, new: Option<&LocalText>) {
        if same_text(old, new) {
            return;
        }
        let mut change = self.made("text-changed", path);
        let first = |text: &LocalText| text.get(super::Lang::FIRST).to_owned();
        (change.old, change.new) = (old.map(first), new.map(first));
        (change.old_span, change.new_span) = (old.map(|text| text.span), new.map(|text| text.span));
        self.0.push(change);
    }

    fn truth(&mut self, rule: &str, path: &str, old: (Truth, Span), new: (Truth, Span)) {
        if old.0 != new.0 {
            self.add(rule, path, (old.0.key(), old.1), (new.0.key(), new.1));
        }
    }

    fn authorizations(&mut self, old: &Version, new: &Version) {
        let has = |list: &[super::Ref<super::Authorization>], name: &str| {
            list.iter().any(|it| *it.name == *name)
        };
        for it in old
            .authorizations
            .iter()
            .filter(|it| !has(&new.authorizations, &it.name))
        {
            self.gone("authorization-removed", "authorizations", &it.name, it.span);
        }
        for it in new
            .authorizations
            .iter()
            .filter(|it| !has(&old.authorizations, &it.name))
        {
            self.came("authorization-added", "authorizations", &it.name, it.span);
        }
        let names = |version: &Version| -> Vec<Box<str>> {
            version
                .authorizations
                .iter()
                .map(|it| it.name.clone())
                .collect()
        };
        self.order(
            "authorizations",
            &names(old),
            &names(new),
            (old.number.span, new.number.span),
        );
    }

    fn tags(&mut self, old: &Version, new: &Version) {
        let has = |version: &Version, tag: &str| version.tags.iter().any(|it| *it.value == *tag);
        for tag in old.tags.iter().filter(|tag| !has(new, &tag.value)) {
            self.gone("tag-removed", "tags", &tag.value, tag.span);
        }
        for tag in new.tags.iter().filter(|tag| !has(old, &tag.value)) {
            self.came("tag-added", "tags", &tag.value, tag.span);
        }
    }

    /// Examples are texts: they show the version, and promise nothing of their own.
    fn examples(&mut self, old: &Version, new: &Version) {
        let same = old.examples.len() == new.examples.len()
            && old.examples.iter().zip(&new.examples).all(|(old, new)| {
                old.json == new.json && same_text(Some(&old.title), Some(&new.title))
            });
        if !same {
            let mut change = self.made("text-changed", "examples");
            change.old_span = old.examples.first().map(|example| example.title.span);
            change.new_span = new.examples.first().map(|example| example.title.span);
            self.0.push(change);
        }
    }

    /// The order of what both lists have.
    fn order<T: PartialEq + AsRef<str>>(
        &mut self,
        path: &str,
        old: &[T],
        new: &[T],
        spans: (Span, Span),
    ) {
        let old: Vec<&str> = old
            .iter()
            .filter(|it| new.contains(it))
            .map(AsRef::as_ref)
            .collect();
        let new: Vec<&str> = new
            .iter()
            .map(AsRef::as_ref)
            .filter(|it| old.contains(it))
            .collect();
        if old != new {
            self.add(
                "order-changed",
                path,
                (&old.join(", "), spans.0),
                (&new.join(", "), spans.1),
            );
        }
    }
}

/// Whether two texts are the same in all languages.
fn same_text(old: Option<&LocalText>, new: Option<&LocalText>) -> bool {
    match (old, new) {
        (None, None) => true,
        (Some(old), Some(new)) => {
            let texts = |text: &LocalText| -> Vec<Option<Box<str>>> {
                text.by_lang
                    .iter()
                    .map(|text| text.as_ref().map(|text| text.value.clone()))
                    .collect()
            };
            texts(old) == texts(new)
        }
        _ => false,
    }
}
