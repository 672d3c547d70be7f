//! Changes of attributes, at every depth.

use super::found::{Changes, made, only_in, position};
use super::path::Path;
use super::{Breaks, types};
use crate::model::{Attribute, Lang, Type, Version};
use std::mem::take;

/// How alike two names must be for one to have become the other, when nothing
/// but the type tells that they are the same attribute (Jaro–Winkler, 0 to 1).
const ALIKE: f64 = 0.85;

/// The shortest description, in characters, that tells which attribute it is of.
const TELLING: usize = 12;

/// Most pairs of attributes that are held against each other in all ways; a version
/// in which more has changed is another one altogether.
const MOST_PAIRS: usize = 10_000;

/// Attributes that only one of the versions has.
#[derive(Default)]
pub(super) struct Lone<'a> {
    gone: Vec<Found<'a>>,
    came: Vec<Found<'a>>,
}

/// An attribute and where it was found.
struct Found<'a> {
    path: String,
    attribute: &'a Attribute,
}

/// Changes between all attributes of two versions. An attribute may move from
/// `attributes` to `references`, so both are looked at together.
pub(super) fn compare<'a>(old: &'a Version, new: &'a Version, changes: &mut Changes<'a>) {
    level(
        &Path::root("attributes"),
        &old.attributes,
        &new.attributes,
        changes,
    );
    level(
        &Path::root("references"),
        &old.references,
        &new.references,
        changes,
    );
    renamed(changes);
    moved(changes);
    // What moved may have parts that were renamed.
    renamed(changes);
    let Lone { gone, came } = take(&mut changes.lone);
    for it in gone {
        let name = &it.attribute.name;
        let path = Path::root(&it.path);
        changes.gone("attribute-removed", &path, &name.value, name.span);
    }
    for it in came {
        let mut change = made("attribute-added", &Path::root(&it.path));
        change.new = Some(required(it.attribute).to_owned());
        change.new_span = Some(it.attribute.name.span);
        if !it.attribute.required {
            change.breaks = Breaks::Nobody;
        }
        changes.list.push(change);
    }
}

/// Compares the attributes of an object, and all below those that both have.
pub(super) fn level<'a>(
    path: &Path<'_>,
    old: &'a [Attribute],
    new: &'a [Attribute],
    changes: &mut Changes<'a>,
) {
    for (at, was) in old.iter().enumerate() {
        if let Some(at) = position(new, at, |it| it.name.value == was.name.value) {
            both(&path.attribute(&was.name.value), was, &new[at], changes);
        }
    }
    let found = |it: &'a Attribute| Found {
        path: path.attribute(&it.name.value).to_string(),
        attribute: it,
    };
    let Lone { gone, came } = &mut changes.lone;
    gone.extend(only_in(old, new, |it| &it.name.value).map(found));
    came.extend(only_in(new, old, |it| &it.name.value).map(found));
    if let (Some(first_old), Some(first_new)) = (old.first(), new.first()) {
        let spans = (first_old.name.span, first_new.name.span);
        changes.order(path, old, new, |it| &it.name.value, spans);
    }
}

fn required(attribute: &Attribute) -> &'static str {
    if attribute.required {
        "required"
    } else {
        "optional"
    }
}

/// Compares an attribute that both versions have.
fn both<'a>(path: &Path<'_>, was: &'a Attribute, is: &'a Attribute, changes: &mut Changes<'a>) {
    let spans = (was.name.span, is.name.span);
    if was.required != is.required {
        let rule = if is.required {
            "required-tightened"
        } else {
            "required-relaxed"
        };
        changes.add(
            rule,
            path,
            (required(was), spans.0),
            (required(is), spans.1),
        );
    }
    types::compare(path, &was.ty, &is.ty, spans, changes);
    if is.deprecated && !was.deprecated {
        changes.came("deprecated-set", path, "deprecated", spans.1);
    } else if was.deprecated && !is.deprecated {
        let path = path.field("deprecated");
        changes.gone("text-changed", &path, "deprecated", spans.0);
    }
    changes.text(
        &path.field("description"),
        Some(&was.description),
        Some(&is.description),
    );
}

/// Tells what was renamed or moved from what was removed and what was added, and
/// what else changed in it, until nothing more is found.
fn renamed(changes: &mut Changes<'_>) {
    loop {
        let Lone { gone, came } = &changes.lone;
        let pairs = pairs(gone, came, |was, is, few| likeness(was, is, few, changes));
        if pairs.is_empty() {
            return;
        }
        let Lone { gone, came } = take(&mut changes.lone);
        let mut came: Vec<_> = came.into_iter().map(Some).collect();
        for (at, was) in gone.into_iter().enumerate() {
            let partner = pairs.iter().find(|pair| pair.0 == at);
            match partner.and_then(|pair| came[pair.1].take()) {
                Some(is) => rename(&was, &is, changes),
                None => changes.lone.gone.push(was),
            }
        }
        changes.lone.came.extend(came.into_iter().flatten());
    }
}

/// Tells what was moved into an object that is new, or out of one that is gone.
fn moved<'a>(changes: &mut Changes<'a>) {
    let Lone { mut gone, mut came } = take(&mut changes.lone);
    let same = |was: &Found<'_>, is: &Found<'_>, _| {
        let same = same_name(was, is) && was.attribute.ty.key() == is.attribute.ty.key();
        same.then_some(Likeness::default())
    };
    let inner_came = inner(&came);
    let into = pairs(&gone, &inner_came, same);
    let into = outermost(into, |pair| &inner_came[pair.1].path);
    for (was, is) in &into {
        rename(&gone[*was], &inner_came[*is], changes);
    }
    gone = left(gone, |at| into.iter().any(|pair| pair.0 == at));
    let inner_gone = inner(&gone);
    let out = pairs(&inner_gone, &came, same);
    let out = outermost(out, |pair| &inner_gone[pair.0].path);
    for (was, is) in &out {
        rename(&inner_gone[*was], &came[*is], changes);
    }
    came = left(came, |at| out.iter().any(|pair| pair.1 == at));
    changes.lone.gone.extend(gone);
    changes.lone.came.extend(came);
}

/// What has not been told of.
fn left<'a>(all: Vec<Found<'a>>, told: impl Fn(usize) -> bool) -> Vec<Found<'a>> {
    let all = all.into_iter().enumerate();
    all.filter(|(at, _)| !told(*at)).map(|(_, it)| it).collect()
}

/// The pairs without those that lie within another: what is in an object moves
/// with it.
fn outermost<'p>(
    mut pairs: Vec<(usize, usize)>,
    path: impl Fn(&(usize, usize)) -> &'p str,
) -> Vec<(usize, usize)> {
    pairs.sort_by_key(|pair| path(pair).len());
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for pair in pairs {
        let within = |outer: &(usize, usize)| {
            let rest = path(&pair).strip_prefix(path(outer));
            rest.is_some_and(|rest| rest.starts_with(['.', '[']))
        };
        if !kept.iter().any(within) {
            kept.push(pair);
        }
    }
    kept
}

fn rename<'a>(was: &Found<'a>, is: &Found<'a>, changes: &mut Changes<'a>) {
    let (old, new) = (was.attribute, is.attribute);
    changes.add(
        "attribute-renamed",
        &Path::root(&was.path),
        (&was.path, old.name.span),
        (&is.path, new.name.span),
    );
    both(&Path::root(&is.path), old, new, changes);
}

/// The parts of the objects among some attributes, at every depth.
fn inner<'a>(all: &[Found<'a>]) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for it in all {
        parts(&Path::root(&it.path), &it.attribute.ty, &mut found);
    }
    found
}

fn parts<'a>(path: &Path<'_>, ty: &'a Type, found: &mut Vec<Found<'a>>) {
    match ty {
        Type::Object(attributes) => {
            for attribute in attributes {
                let path = path.attribute(&attribute.name.value);
                found.push(Found {
                    path: path.to_string(),
                    attribute,
                });
                parts(&path, &attribute.ty, found);
            }
        }
        Type::Array { items, .. } => parts(&path.items(), items, found),
        _ => {}
    }
}

/// How sure it is that one attribute became the other: the first difference
/// between two of these decides.
#[derive(Default, Clone, Copy, PartialEq, PartialOrd)]
struct Likeness {
    /// What tells: 3 the name and the place, 2 the name, 1 the description, 0 the
    /// spelling.
    by: u8,
    same_type: bool,
    alike: f64,
}

/// Pairs of those that are gone and those that came, by their places in the
/// lists: the surest pair first, and each attribute in one pair at most.
fn pairs<'a>(
    gone: &[Found<'a>],
    came: &[Found<'a>],
    likeness: impl Fn(&Found<'a>, &Found<'a>, bool) -> Option<Likeness>,
) -> Vec<(usize, usize)> {
    let few = gone.len().saturating_mul(came.len()) <= MOST_PAIRS;
    let mut sure: Vec<(Likeness, usize, usize)> = Vec::new();
    for (at, was) in gone.iter().enumerate() {
        for (to, is) in came.iter().enumerate() {
            sure.extend(likeness(was, is, few).map(|likeness| (likeness, at, to)));
        }
    }
    // The sort is stable: of two that are as sure, the first in the files wins.
    sure.sort_by(|a, b| b.0.partial_cmp(&a.0).unwrap_or(std::cmp::Ordering::Equal));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, at, to) in sure {
        if pairs.iter().all(|pair| pair.0 != at && pair.1 != to) {
            pairs.push((at, to));
        }
    }
    pairs
}

/// How sure it is that one attribute became the other; nothing when they are
/// two attributes. Among many, only their names tell.
fn likeness(was: &Found<'_>, is: &Found<'_>, few: bool, changes: &Changes<'_>) -> Option<Likeness> {
    let same_name = same_name(was, is);
    if !same_name && !few {
        return None;
    }
    let (old, new) = (was.attribute, is.attribute);
    let same_type = old.ty.key() == new.ty.key();
    let parent = |path: &str| path.rfind('.').unwrap_or(0);
    let same_place = was.path[..parent(&was.path)] == is.path[..parent(&is.path)];
    let telling = || old.description.get(Lang::FIRST).chars().count() >= TELLING;
    let alike = strsim::jaro_winkler(&old.name.value, &new.name.value);
    let by = match (same_name, same_place) {
        (true, true) => 3,
        (true, false) if same_type => 2,
        (false, true) if telling() && changes.same_text(&old.description, &new.description) => 1,
        (false, true) if same_type && alike >= ALIKE => 0,
        _ => return None,
    };
    Some(Likeness {
        by,
        same_type,
        alike,
    })
}

/// Whether two attributes are called the same, but perhaps in another case.
fn same_name(was: &Found<'_>, is: &Found<'_>) -> bool {
    let (old, new) = (&was.attribute.name, &is.attribute.name);
    old.value.eq_ignore_ascii_case(&new.value)
}
