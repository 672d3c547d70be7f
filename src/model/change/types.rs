//! Changes of what a value may be.

use super::{Changes, codes};
use crate::model::{Bounds, Type, pattern};
use crate::source::Span;

/// Changes between two types at a path.
pub(super) fn compare(
    path: &str,
    old: &Type,
    new: &Type,
    spans: (Span, Span),
    changes: &mut Changes,
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
            bounds(path, ("minLength", "maxLength"), was, is, spans, changes);
            let text = |pattern: &Option<crate::source::Spanned<Box<str>>>| {
                pattern
                    .as_ref()
                    .map(|pattern| (pattern.value.clone(), pattern.span))
            };
            patterns(
                &format!("{path}.pattern"),
                text(old_pattern),
                text(new_pattern),
                changes,
            );
        }
        (Type::Integer(was), Type::Integer(is)) | (Type::Number(was), Type::Number(is)) => {
            bounds(path, ("minimum", "maximum"), was, is, spans, changes);
        }
        (Type::Code(was), Type::Code(is)) => codes::compare(path, was, is, spans, changes),
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
            bounds(
                path,
                ("minItems", "maxItems"),
                old_count,
                new_count,
                spans,
                changes,
            );
            compare(&format!("{path}[]"), was, is, spans, changes);
        }
        _ if old.key() == new.key() => {}
        _ => {
            let rule = match (old, new) {
                (Type::Integer(_), Type::Number(_))
                | (Type::Date | Type::DateTime | Type::Uri | Type::Code(_), Type::String { .. }) => {
                    "type-widened"
                }
                (Type::Number(_), Type::Integer(_))
                | (Type::String { .. }, Type::Date | Type::DateTime | Type::Uri | Type::Code(_)) => {
                    "type-narrowed"
                }
                _ => "type-changed",
            };
            changes.add(rule, path, (old.key(), spans.0), (new.key(), spans.1));
        }
    }
}

/// A lower bound that falls, or an upper one that rises, lets more through;
/// removing a bound loosens it.
fn bounds<N: PartialOrd + Copy + std::fmt::Display>(
    path: &str,
    keys: (&str, &str),
    old: &Bounds<N>,
    new: &Bounds<N>,
    spans: (Span, Span),
    changes: &mut Changes,
) {
    let sides = [
        (keys.0, old.min, new.min, true),
        (keys.1, old.max, new.max, false),
    ];
    for (key, was, is, is_lower) in sides {
        let tighter = match (was, is) {
            (None, None) => continue,
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (Some(was), Some(is)) if was == is => continue,
            (Some(was), Some(is)) => (is > was) == is_lower,
        };
        let rule = if tighter {
            "bound-tightened"
        } else {
            "bound-loosened"
        };
        let mut change = changes.made(rule, &format!("{path}.{key}"));
        change.old = was.map(|n| n.to_string());
        change.new = is.map(|n| n.to_string());
        (change.old_span, change.new_span) = (Some(spans.0), Some(spans.1));
        changes.0.push(change);
    }
}

type Pattern = Option<(Box<str>, Span)>;

fn patterns(path: &str, old: Pattern, new: Pattern, changes: &mut Changes) {
    match (old, new) {
        (None, Some((new, span))) => changes.came("pattern-added", path, &new, span),
        (Some((old, span)), None) => changes.gone("pattern-removed", path, &old, span),
        (Some(old), Some(new)) if old.0 != new.0 => {
            let rule = if pattern::is_narrower(&new.0, &old.0) {
                "pattern-narrowed"
            } else {
                "pattern-changed"
            };
            changes.add(rule, path, (&old.0, old.1), (&new.0, new.1));
        }
        _ => {}
    }
}
