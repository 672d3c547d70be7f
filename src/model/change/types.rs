//! Changes of what a value may be.

use super::found::{Changes, made};
use super::path::Path;
use super::{Breaks, attributes, codes};
use crate::model::{Bounds, Codes, Type, pattern};
use crate::source::{Span, Spanned};
use std::fmt::Display;

/// Every day that exists, and the 29th of February of every year.
const DATE: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9])))";

/// Every time of day with its offset, RFC 3339, after the day.
const TIME: &str = "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:[.][0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";

/// Every absolute URI, and other texts like it.
const URI: &str = "^[A-Za-z][A-Za-z0-9+.-]*:[!-~]*$";

/// Every value that a list of codes can hold.
const CODE: &str = "^[A-Z0-9_]+$";

/// Changes between two types at a path.
pub(super) fn compare<'a>(
    path: &Path<'_>,
    old: &'a Type,
    new: &'a Type,
    spans: (Span, Span),
    changes: &mut Changes<'a>,
) {
    match (old, new) {
        (
            Type::String {
                length: was,
                pattern: old_pattern,
            },
            Type::String {
                length: is,
                pattern: new_pattern,
            },
        ) => {
            counts(path, ("minLength", "maxLength"), was, is, spans, changes);
            let path = path.field("pattern");
            patterns(&path, old_pattern.as_ref(), new_pattern.as_ref(), changes);
        }
        (Type::Integer(was) | Type::Number(was), Type::Integer(is) | Type::Number(is)) => {
            if old.key() != new.key() {
                exchanged(path, old, new, spans, changes);
            }
            let number = |ty| matches!(ty, &Type::Number(_));
            let same = |bounds: &Bounds<f64>| *bounds;
            let whole = |bounds: &Bounds<f64>| Bounds {
                min: bounds.min.map(f64::ceil),
                max: bounds.max.map(f64::floor),
            };
            let keys = ("minimum", "maximum");
            if number(old) && number(new) {
                bounds(path, keys, (was, is), same, spans, changes);
            } else {
                bounds(path, keys, (was, is), whole, spans, changes);
            }
        }
        (Type::Code(was), Type::Code(is)) => codes::compare(path, was, is, spans, changes),
        (Type::Object(was), Type::Object(is)) => attributes::level(path, was, is, changes),
        (
            Type::Array {
                items: was,
                count: old_count,
            },
            Type::Array {
                items: is,
                count: new_count,
            },
        ) => {
            let keys = ("minItems", "maxItems");
            counts(path, keys, old_count, new_count, spans, changes);
            compare(&path.items(), was, is, spans, changes);
        }
        _ if old.key() == new.key() => {}
        _ => exchanged(path, old, new, spans, changes),
    }
}

/// One type for another: narrower when all that the new one lets through was
/// let through before, wider when it is the other way round.
fn exchanged(
    path: &Path<'_>,
    old: &Type,
    new: &Type,
    spans: (Span, Span),
    changes: &mut Changes<'_>,
) {
    let (narrower, wider) = (within(new, old), within(old, new));
    let rule = match (narrower, wider) {
        (true, _) => "type-narrowed",
        (false, true) => "type-widened",
        (false, false) => "type-changed",
    };
    let mut change = made(rule, path);
    (change.old, change.new) = (Some(old.key().to_owned()), Some(new.key().to_owned()));
    (change.old_span, change.new_span) = (Some(spans.0), Some(spans.1));
    if narrower && wider {
        // An open list of codes and any text are the same values.
        change.breaks = Breaks::Nobody;
    }
    changes.list.push(change);
}

/// Whether every value of one type is sure to be a value of another. Bounds of
/// numbers are told by themselves.
fn within(inner: &Type, outer: &Type) -> bool {
    match outer {
        Type::Number(_) => matches!(inner, Type::Integer(_)),
        Type::Code(Codes { open: true, .. }) => matches!(
            inner,
            Type::String { .. } | Type::Date | Type::DateTime | Type::Uri
        ),
        Type::String { length, pattern } => {
            let pattern = pattern.as_ref().map(|pattern| &*pattern.value);
            fits(inner, length, pattern)
        }
        _ => false,
    }
}

/// Whether every value of a type is sure to be a text of that length in which
/// the pattern matches.
fn fits(ty: &Type, length: &Bounds<u64>, pattern: Option<&str>) -> bool {
    // What the values look like, and how short and long they may be.
    let (form, shortest, longest) = match ty {
        Type::Date => (format!("^{DATE}$"), 10, Some(10)),
        Type::DateTime => (format!("^{DATE}{TIME}$"), 20, None),
        Type::Uri => (URI.to_owned(), 2, None),
        Type::Code(codes) if codes.open => (String::new(), 0, None),
        Type::Code(codes) if codes.list.is_some() => (CODE.to_owned(), 1, None),
        Type::Code(codes) => {
            return codes.values.iter().all(|code| {
                let value = &*code.value.value;
                let characters = value.chars().count() as u64;
                length.min.is_none_or(|min| min <= characters)
                    && length.max.is_none_or(|max| characters <= max)
                    && pattern.is_none_or(|pattern| {
                        pattern::compile(pattern).is_ok_and(|regex| regex.is_match(value))
                    })
            });
        }
        _ => return false,
    };
    let long = |max| longest.is_some_and(|longest| longest <= max);
    length.min.is_none_or(|min| min <= shortest)
        && length.max.is_none_or(long)
        && pattern.is_none_or(|pattern| pattern::is_narrower(&form, pattern))
}

/// Bounds of a length or a number of items, which is never less than 0.
fn counts(
    path: &Path<'_>,
    keys: (&str, &str),
    old: &Bounds<u64>,
    new: &Bounds<u64>,
    spans: (Span, Span),
    changes: &mut Changes<'_>,
) {
    let effective = |bounds: &Bounds<u64>| Bounds {
        min: bounds.min.filter(|min| *min > 0),
        max: bounds.max,
    };
    bounds(path, keys, (old, new), effective, spans, changes);
}

/// A lower bound that falls, or an upper one that rises, lets more through;
/// removing a bound loosens it. One that is only written otherwise, as `0.5` for
/// whole numbers that was `1`, is a change of text.
fn bounds<N: PartialOrd + Copy + Display>(
    path: &Path<'_>,
    keys: (&str, &str),
    (old, new): (&Bounds<N>, &Bounds<N>),
    effective: impl Fn(&Bounds<N>) -> Bounds<N>,
    spans: (Span, Span),
    changes: &mut Changes<'_>,
) {
    let (was, is) = (effective(old), effective(new));
    let sides = [
        (keys.0, (old.min, new.min), (was.min, is.min), true),
        (keys.1, (old.max, new.max), (was.max, is.max), false),
    ];
    for (key, (old, new), sides, is_lower) in sides {
        if old == new {
            continue;
        }
        let rule = match sides {
            (was, is) if was == is => "text-changed",
            (None, _) => "bound-tightened",
            (Some(was), Some(is)) if (is > was) == is_lower => "bound-tightened",
            _ => "bound-loosened",
        };
        let mut change = made(rule, &path.field(key));
        change.old = old.map(|n| n.to_string());
        change.new = new.map(|n| n.to_string());
        (change.old_span, change.new_span) = (Some(spans.0), Some(spans.1));
        changes.list.push(change);
    }
}

type Pattern<'a> = Option<&'a Spanned<Box<str>>>;

/// No pattern is one that every text matches. Two patterns that match the same
/// texts are one pattern in other words.
fn patterns(path: &Path<'_>, old: Pattern<'_>, new: Pattern<'_>, changes: &mut Changes<'_>) {
    let (was, is) = (
        old.map(|pattern| &*pattern.value),
        new.map(|pattern| &*pattern.value),
    );
    if was == is {
        return;
    }
    let narrower = |new: Option<&str>, old: Option<&str>| {
        pattern::is_narrower(new.unwrap_or(""), old.unwrap_or(""))
    };
    let narrowed = narrower(is, was);
    let rule = match (was, is) {
        _ if narrowed && narrower(was, is) => "text-changed",
        (None, _) => "pattern-added",
        (_, None) => "pattern-removed",
        _ if narrowed => "pattern-narrowed",
        _ => "pattern-changed",
    };
    let mut change = made(rule, path);
    (change.old, change.new) = (was.map(str::to_owned), is.map(str::to_owned));
    change.old_span = old.map(|pattern| pattern.span);
    change.new_span = new.map(|pattern| pattern.span);
    changes.list.push(change);
}
