//! What differs between the operations of two versions.

use super::compare::{Difference, ServiceChange, Subject};
use super::compare_schemas::Compare;
use super::{Operation, Parameter, Service};
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) fn operations(
    old: &Service,
    new: &Service,
    documents: &[Value; 2],
    out: &mut Vec<ServiceChange>,
) {
    let mut add = |path: String, what| {
        out.push(ServiceChange {
            subject: Subject::Operation,
            path,
            what,
            asked: true,
            answered: false,
        });
    };
    for it in &new.operations {
        let id = it.id.value.to_string();
        match old.operation(&id) {
            None => add(id, Difference::Added),
            Some(before) => {
                let call = |it: &Operation| format!("{} {}", it.method, it.path.value);
                let (from, to) = (call(before), call(it));
                if from != to {
                    add(id.clone(), Difference::Changed("path", from, to));
                }
                if it.deprecated && !before.deprecated {
                    add(id, Difference::Deprecated);
                }
            }
        }
    }
    for it in &old.operations {
        if new.operation(&it.id.value).is_none() {
            add(it.id.value.to_string(), Difference::Removed);
        }
    }
    for it in &new.operations {
        if let Some(before) = old.operation(&it.id.value) {
            parameters((old, before), (new, it), documents, out);
            statuses(before, it, out);
        }
    }
}

fn parameters(
    (old, before): (&Service, &Operation),
    (new, after): (&Service, &Operation),
    documents: &[Value; 2],
    out: &mut Vec<ServiceChange>,
) {
    let all = |service: &'_ Service, it: &'_ Operation| -> BTreeSet<String> {
        let found = it
            .parameters
            .iter()
            .filter_map(|own| service.parameter(own));
        found.map(|it| it.name.value.to_string()).collect()
    };
    let names: BTreeSet<String> = all(old, before)
        .into_iter()
        .chain(all(new, after))
        .collect();
    for name in names {
        let (from, to) = (find(old, before, &name), find(new, after, &name));
        let mut add = |what| {
            out.push(ServiceChange {
                subject: Subject::Parameter,
                path: name.clone(),
                what,
                asked: true,
                answered: false,
            });
        };
        match (from, to) {
            (None, Some(it)) if it.header.required => add(Difference::AddedRequired),
            (None, Some(_)) => add(Difference::Added),
            (Some(_), None) => add(Difference::Removed),
            (Some(from), Some(to)) => {
                required(from.header.required, to.header.required, &mut add);
                if to.header.deprecated && !from.header.deprecated {
                    add(Difference::Deprecated);
                }
                if let (Some(from), Some(to)) = (&from.header.schema, &to.header.schema) {
                    let mut walk = Compare::new((true, false), documents, out);
                    walk.schema(&name, from, to, Subject::Parameter);
                }
            }
            (None, None) => {}
        }
    }
}

fn find<'s>(service: &'s Service, it: &'s Operation, name: &str) -> Option<&'s Parameter> {
    let mut all = it
        .parameters
        .iter()
        .filter_map(|own| service.parameter(own));
    all.find(|it| *it.name.value == *name)
}

fn statuses(before: &Operation, after: &Operation, out: &mut Vec<ServiceChange>) {
    let has =
        |it: &Operation, status: &str| it.responses.iter().any(|own| &*own.name.value == status);
    for (of, other, what) in [
        (after, before, Difference::Added),
        (before, after, Difference::Removed),
    ] {
        for status in of.responses.iter().map(|own| &*own.name.value) {
            if !has(other, status) {
                out.push(ServiceChange {
                    subject: Subject::Answer,
                    path: status.to_owned(),
                    what: what.clone(),
                    asked: false,
                    answered: true,
                });
            }
        }
    }
}

/// Tells of what has become required, or optional.
pub(super) fn required(from: bool, to: bool, add: &mut impl FnMut(Difference)) {
    match (from, to) {
        (false, true) => add(Difference::NowRequired),
        (true, false) => add(Difference::NowOptional),
        _ => {}
    }
}
