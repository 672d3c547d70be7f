//! What differs between two schemas, and where schemas are used.

use super::compare::{Difference, ServiceChange, Subject};
use super::compare_operations::required;
use super::{ApiRef, Component, Json, OrRef, Schema, Service};
use crate::model::Bounds;
use crate::model::pattern::is_narrower;
use serde_json::Value;
use std::collections::BTreeMap;

/// For each named schema, whether it is part of a question and of an answer.
pub(super) fn sides(service: &Service) -> BTreeMap<&str, (bool, bool)> {
    let mut sides: BTreeMap<(&'static str, &str), (bool, bool)> = BTreeMap::new();
    let mut open = Vec::new();
    for reference in &service.refs {
        // What stands in an operation itself is a question, but for its answers.
        if let (None, Some(name)) = (&reference.within, reference.name()) {
            let answered = service.operations.iter().any(|it| {
                it.responses.iter().any(|own| {
                    let same = |it: &ApiRef| it.target.span == reference.target.span;
                    own.value.reference().is_some_and(same)
                })
            });
            let is_answer = answered || is_within_answer(service, reference);
            open.push(((reference.kind.key(), name), (!is_answer, is_answer)));
        }
    }
    while let Some((component, (asked, answered))) = open.pop() {
        let known = sides.entry(component).or_default();
        let joined = (known.0 || asked, known.1 || answered);
        if *known == joined {
            continue;
        }
        *known = joined;
        for reference in &service.refs {
            let within = reference.within.as_ref();
            let here = within.is_some_and(|(kind, name)| (kind.key(), &**name) == component);
            if let (true, Some(name)) = (here, reference.name()) {
                open.push(((reference.kind.key(), name), joined));
            }
        }
    }
    let schemas = sides.into_iter();
    let schemas = schemas.filter(|((kind, _), _)| *kind == Component::Schema.key());
    schemas.map(|((_, name), sides)| (name, sides)).collect()
}

/// Whether a reference in an operation stands within one of its answers.
fn is_within_answer(service: &Service, reference: &ApiRef) -> bool {
    let responses = service.operations.iter().flat_map(|it| &it.responses);
    responses.into_iter().any(|own| match &own.value {
        OrRef::Here(it) => it.span.holds(reference.target.span),
        OrRef::Ref(_) => false,
    })
}

/// Keywords that are compared as they are written, without their texts.
const WHOLE: [&str; 7] = [
    "additionalProperties",
    "allOf",
    "anyOf",
    "dependentRequired",
    "not",
    "oneOf",
    "uniqueItems",
];

/// Compares schemas that are used on the same sides.
pub(super) struct Compare<'o> {
    sides: (bool, bool),
    documents: &'o [Value; 2],
    out: &'o mut Vec<ServiceChange>,
}

impl<'o> Compare<'o> {
    /// `sides` tells whether the schemas are part of a question and of an answer.
    pub(super) fn new(
        sides: (bool, bool),
        documents: &'o [Value; 2],
        out: &'o mut Vec<ServiceChange>,
    ) -> Self {
        Self {
            sides,
            documents,
            out,
        }
    }

    fn add(&mut self, subject: Subject, path: &str, what: Difference) {
        let (asked, answered) = self.sides;
        self.out.push(ServiceChange {
            subject,
            path: path.to_owned(),
            what,
            asked,
            answered,
        });
    }

    /// Two schemas as they are written; what they refer to is compared by itself.
    pub(super) fn schema(&mut self, path: &str, old: &Schema, new: &Schema, subject: Subject) {
        let [from, to] = self.documents;
        let whole = |document: &Value, at: &Schema, key: &str| {
            let schema = document.pointer(&at.pointer);
            schema.and_then(|it| it.get(key)).map(without_texts)
        };
        for key in WHOLE {
            if whole(from, old, key) != whole(to, new, key) {
                let what = Difference::Changed(key, String::new(), String::new());
                self.add(subject, path, what);
            }
        }
        let mut add = |what| self.add(subject, path, what);
        let (from, to) = (type_of(old), type_of(new));
        if from != to {
            add(Difference::Changed("type", from, to));
        }
        values(old, new, &mut add);
        bounds(
            ["minLength", "maxLength"],
            &old.length,
            &new.length,
            &mut add,
        );
        bounds(["minimum", "maximum"], &old.range, &new.range, &mut add);
        let exclusive = ["exclusiveMinimum", "exclusiveMaximum"];
        bounds(exclusive, &old.exclusive, &new.exclusive, &mut add);
        bounds(["minItems", "maxItems"], &old.count, &new.count, &mut add);
        let size = ["minProperties", "maxProperties"];
        bounds(size, &old.size, &new.size, &mut add);
        patterns(old, new, &mut add);
        let format = |it: &Schema| it.format.as_ref().map(|it| it.value.to_string());
        word("format", format(old), format(new), &mut add);
        let constant = |it: &Schema| it.constant.as_ref().map(Json::shown);
        word("const", constant(old), constant(new), &mut add);
        if new.deprecated && !old.deprecated {
            add(Difference::Deprecated);
        }
        let needs = |it: &Schema, name: &str| it.required.iter().any(|own| &*own.value == name);
        for property in &new.properties {
            let name = &*property.name.value;
            let path = format!("{path}.{name}");
            let before = old.properties.iter().find(|it| *it.name.value == *name);
            match before {
                None if needs(new, name) => {
                    self.add(Subject::Property, &path, Difference::AddedRequired);
                }
                None => self.add(Subject::Property, &path, Difference::Added),
                Some(before) => {
                    required(needs(old, name), needs(new, name), &mut |what| {
                        self.add(Subject::Property, &path, what);
                    });
                    self.schema(&path, &before.schema, &property.schema, Subject::Property);
                }
            }
        }
        for property in &old.properties {
            let name = &property.name.value;
            if !new.properties.iter().any(|it| it.name.value == *name) {
                let path = format!("{path}.{name}");
                self.add(Subject::Property, &path, Difference::Removed);
            }
        }
        if let (Some(old), Some(new)) = (&old.items, &new.items) {
            self.schema(&format!("{path}[]"), old, new, subject);
        }
    }
}

/// A part of a schema without what only explains it.
fn without_texts(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let explains = |key: &str| {
                ["title", "description", "examples", "example"].contains(&key)
                    || key.starts_with("x-")
            };
            let kept = map
                .iter()
                .filter(|(key, it)| !explains(key) || it.is_object());
            let kept = kept.filter(|(key, _)| !key.starts_with("x-"));
            kept.map(|(key, it)| (key.clone(), without_texts(it)))
                .collect()
        }
        Value::Array(items) => items.iter().map(without_texts).collect(),
        other => other.clone(),
    }
}

/// The type of a schema in a word: the name that it refers to, or its types.
fn type_of(schema: &Schema) -> String {
    match schema.reference.as_ref().and_then(|it| it.name()) {
        Some(name) => name.to_owned(),
        None => {
            let words: Vec<&str> = schema.types.iter().map(|it| it.key()).collect();
            words.join(" | ")
        }
    }
}

fn values(old: &Schema, new: &Schema, add: &mut impl FnMut(Difference)) {
    let all = |it: &Schema| -> Option<Vec<String>> {
        let values = it.values.as_ref()?;
        Some(values.value.iter().map(Json::shown).collect())
    };
    match (all(old), all(new)) {
        (Some(from), Some(to)) => {
            let added = to.iter().filter(|it| !from.contains(it));
            added.for_each(|it| add(Difference::ValueAdded(it.clone())));
            let removed = from.iter().filter(|it| !to.contains(it));
            removed.for_each(|it| add(Difference::ValueRemoved(it.clone())));
        }
        (None, Some(to)) => add(Difference::Tightened("enum", String::new(), to.join(", "))),
        (Some(from), None) => add(Difference::Loosened("enum", from.join(", "), String::new())),
        (None, None) => {}
    }
}

/// A pattern that matches less than the other is told of as such, where it can be shown.
fn patterns(old: &Schema, new: &Schema, add: &mut impl FnMut(Difference)) {
    let text = |it: &Schema| it.pattern.as_ref().map(|it| it.value.to_string());
    if let (Some(from), Some(to)) = (text(old), text(new))
        && from != to
    {
        let (narrower, wider) = (is_narrower(&to, &from), is_narrower(&from, &to));
        return match (narrower, wider) {
            (true, true) => {}
            (true, false) => add(Difference::Tightened("pattern", from, to)),
            (false, true) => add(Difference::Loosened("pattern", from, to)),
            (false, false) => add(Difference::Changed("pattern", from, to)),
        };
    }
    word("pattern", text(old), text(new), add);
}

/// A bound that comes lets less through; how two patterns or forms relate isn't told.
fn word(
    key: &'static str,
    from: Option<String>,
    to: Option<String>,
    add: &mut impl FnMut(Difference),
) {
    match (from, to) {
        (Some(from), Some(to)) if from != to => add(Difference::Changed(key, from, to)),
        (None, Some(to)) => add(Difference::Tightened(key, String::new(), to)),
        (Some(from), None) => add(Difference::Loosened(key, from, String::new())),
        _ => {}
    }
}

fn bounds<N: PartialOrd + Copy + std::fmt::Display>(
    [low, high]: [&'static str; 2],
    old: &Bounds<N>,
    new: &Bounds<N>,
    add: &mut impl FnMut(Difference),
) {
    let pairs = [
        (low, old.min, new.min, false),
        (high, old.max, new.max, true),
    ];
    for (key, from, to, more_is_looser) in pairs {
        let loosened = match (from, to) {
            (Some(from), Some(to)) if from == to => continue,
            (Some(from), Some(to)) => (to > from) == more_is_looser,
            (None, Some(_)) => false,
            (Some(_), None) => true,
            (None, None) => continue,
        };
        let show = |bound: Option<N>| bound.map_or_else(String::new, |it| it.to_string());
        add(match loosened {
            true => Difference::Loosened(key, show(from), show(to)),
            false => Difference::Tightened(key, show(from), show(to)),
        });
    }
}
