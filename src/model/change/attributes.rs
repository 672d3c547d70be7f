//! Changes of attributes, at every depth.

use super::{Changes, same_text, types};
use crate::model::{Attribute, Lang, Type};

/// How alike two names must be for one to have become the other, when nothing
/// but the type tells that they are the same attribute (Jaro–Winkler, 0 to 1).
const ALIKE: f64 = 0.85;

/// Changes between two lists of attributes below a path.
pub(super) fn compare(path: &str, old: &[Attribute], new: &[Attribute], changes: &mut Changes) {
    let mut gone = Vec::new();
    let mut came = Vec::new();
    level(path, old, new, &mut gone, &mut came, changes);
    pair_up(gone, came, changes);
}

/// An attribute that only one of the versions has, with its path.
struct Lone<'a> {
    path: String,
    attribute: &'a Attribute,
}

/// Compares one level, and the levels below what both have.
fn level<'a>(
    path: &str,
    old: &'a [Attribute],
    new: &'a [Attribute],
    gone: &mut Vec<Lone<'a>>,
    came: &mut Vec<Lone<'a>>,
    changes: &mut Changes,
) {
    let find = |list: &'a [Attribute], name: &str| list.iter().find(|it| *it.name.value == *name);
    for was in old {
        let path = format!("{path}.{}", was.name.value);
        match find(new, &was.name.value) {
            Some(is) => both(&path, was, is, gone, came, changes),
            None => gone.push(Lone {
                path,
                attribute: was,
            }),
        }
    }
    for is in new.iter().filter(|is| find(old, &is.name.value).is_none()) {
        came.push(Lone {
            path: format!("{path}.{}", is.name.value),
            attribute: is,
        });
    }
    let names = |list: &[Attribute]| -> Vec<Box<str>> {
        list.iter().map(|it| it.name.value.clone()).collect()
    };
    if let (Some(first_old), Some(first_new)) = (old.first(), new.first()) {
        changes.order(
            path,
            &names(old),
            &names(new),
            (first_old.name.span, first_new.name.span),
        );
    }
}

/// Compares an attribute that both versions have.
fn both<'a>(
    path: &str,
    was: &'a Attribute,
    is: &'a Attribute,
    gone: &mut Vec<Lone<'a>>,
    came: &mut Vec<Lone<'a>>,
    changes: &mut Changes,
) {
    let spans = (was.name.span, is.name.span);
    let word = |required: bool| if required { "required" } else { "optional" };
    if was.required != is.required {
        let rule = if is.required {
            "required-tightened"
        } else {
            "required-relaxed"
        };
        changes.add(
            rule,
            path,
            (word(was.required), spans.0),
            (word(is.required), spans.1),
        );
    }
    types::compare(path, &was.ty, &is.ty, spans, changes);
    if let (Some(old), Some(new)) = (objects(&was.ty), objects(&is.ty)) {
        let suffix = "[]".repeat(lists(&was.ty));
        level(&format!("{path}{suffix}"), old, new, gone, came, changes);
    }
    if is.deprecated && !was.deprecated {
        changes.came("deprecated-set", path, "deprecated", is.name.span);
    } else if was.deprecated && !is.deprecated {
        changes.gone("text-changed", path, "deprecated", was.name.span);
    }
    changes.text(
        &format!("{path}.description"),
        Some(&was.description),
        Some(&is.description),
    );
}

/// The attributes of an object, or of the objects in a list of them.
fn objects(ty: &Type) -> Option<&[Attribute]> {
    match ty {
        Type::Object(attributes) => Some(attributes),
        Type::Array { items, .. } => objects(items),
        _ => None,
    }
}

/// How many lists stand around a type.
fn lists(ty: &Type) -> usize {
    match ty {
        Type::Array { items, .. } => 1 + lists(items),
        _ => 0,
    }
}

/// Tells what was renamed or moved from what was removed and what was added.
fn pair_up(gone: Vec<Lone<'_>>, mut came: Vec<Lone<'_>>, changes: &mut Changes) {
    for was in gone {
        let best = came
            .iter()
            .enumerate()
            .filter_map(|(at, is)| Some((likeness(&was, is)?, at)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let (old, old_span) = (&was.attribute.name.value, was.attribute.name.span);
        match best {
            Some((_, at)) => {
                let is = came.remove(at);
                let new = is.attribute;
                changes.add(
                    "attribute-renamed",
                    &was.path,
                    (&was.path, old_span),
                    (&is.path, new.name.span),
                );
            }
            None => changes.gone("attribute-removed", &was.path, old, old_span),
        }
    }
    for is in came {
        let word = if is.attribute.required {
            "required"
        } else {
            "optional"
        };
        changes.came("attribute-added", &is.path, word, is.attribute.name.span);
    }
}

/// How sure it is that one attribute became the other; nothing when they are
/// two attributes.
fn likeness(was: &Lone<'_>, is: &Lone<'_>) -> Option<f64> {
    let (old, new) = (was.attribute, is.attribute);
    if old.ty.key() != new.ty.key() {
        return None;
    }
    let (old_name, new_name) = (&old.name.value, &new.name.value);
    if old_name.eq_ignore_ascii_case(new_name) {
        // Another place, or another case.
        return Some(3.0);
    }
    let parent = |path: &str| path.rsplit_once('.').map_or(0, |(parent, _)| parent.len());
    let same_place = was.path[..parent(&was.path)] == is.path[..parent(&is.path)];
    if !same_place {
        return None;
    }
    let long_enough = old.description.get(Lang::FIRST).chars().count() >= 12;
    if long_enough && same_text(Some(&old.description), Some(&new.description)) {
        return Some(2.0);
    }
    let alike = strsim::jaro_winkler(old_name, new_name);
    (alike >= ALIKE).then_some(alike)
}
