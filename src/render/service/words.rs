//! Types and constraints of schemas in words.

use super::url;
use super::view::View;
use crate::model::Bounds;
use crate::model::service::{Additional, Schema, SchemaType, Service};
use crate::render::context::Cx;
use crate::render::html::{escaped, link};

/// How many lists within lists are told of; nobody writes more.
const DEEPEST: usize = 4;

/// The type of a schema with a link to the one it is named by, as HTML.
pub(in crate::render) fn type_html(cx: &Cx<'_>, service: &Service, schema: &Schema) -> String {
    typed(cx, service, &View::of(service, schema), 0)
}

fn typed(cx: &Cx<'_>, service: &Service, view: &View<'_>, depth: usize) -> String {
    let name = view.name();
    let link = name.map(|name| link(&url(cx, service, &format!("schemas/{name}")), name));
    if let (Some(items), true) = (view.items(), depth < DEEPEST) {
        let items = typed(cx, service, &View::of(service, items), depth + 1);
        let list = escaped(cx.t("type-array")).replace("{items}", &items);
        return match link {
            Some(link) => format!("{link}: {list}"),
            None => list,
        };
    }
    let format = view.first(|it| it.format.as_ref());
    let words: Vec<&str> = view
        .types()
        .iter()
        .map(|ty| match (ty, format.map(|it| &*it.value)) {
            (SchemaType::String, Some(known @ ("date" | "date-time" | "uri"))) => {
                cx.t(&format!("type-{known}"))
            }
            _ => cx.t(&format!("type-{}", ty.key())),
        })
        .collect();
    let words = escaped(&words.join(&format!(" {} ", cx.t("or"))));
    match (link, words.is_empty()) {
        (Some(link), true) => link,
        // That a name stands for an object goes without saying.
        (Some(link), false) if *view.types() == [SchemaType::Object] => link,
        (Some(link), false) => format!("{words} {link}"),
        (None, true) => {
            let choice = view
                .parts
                .iter()
                .any(|it| !it.any_of.is_empty() || !it.one_of.is_empty());
            escaped(cx.t(if choice { "type-choice" } else { "type-any" }))
        }
        (None, false) => words,
    }
}

/// What a value must keep to besides its type, each in a few words.
pub(in crate::render) fn constraints(cx: &Cx<'_>, view: &View<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for schema in &view.parts {
        own_constraints(cx, schema, &mut out);
    }
    // A schema and the one it refers to may say the same.
    let mut seen = std::collections::HashSet::new();
    out.retain(|it: &String| seen.insert(it.clone()));
    out
}

fn own_constraints(cx: &Cx<'_>, it: &Schema, out: &mut Vec<String>) {
    let bounds = [
        ("length", shown(&it.length)),
        ("imum", shown(&it.range)),
        ("items", shown(&it.count)),
        ("properties", shown(&it.size)),
    ];
    for (key, bound) in bounds {
        out.extend(within(cx, key, bound));
    }
    let (above, below) = shown(&it.exclusive);
    for (key, bound) in [("constraint-above", above), ("constraint-below", below)] {
        out.extend(bound.map(|value| cx.fill(key, &[("value", &value)])));
    }
    let mut one = |key: &str, value: &str| out.push(cx.fill(key, &[("value", value)]));
    if let Some(pattern) = &it.pattern {
        one("constraint-pattern", &pattern.value);
    }
    if let Some(format) = &it.format
        && !["date", "date-time", "uri"].contains(&&*format.value)
    {
        one("constraint-format", &format.value);
    }
    if let Some(constant) = &it.constant {
        one("constraint-const", &constant.shown());
    }
    if let Some(default) = &it.default {
        one("constraint-default", &default.shown());
    }
    if it.unique {
        one("constraint-unique", "");
    }
    if it.read_only {
        one("constraint-read-only", "");
    }
    if it.write_only {
        one("constraint-write-only", "");
    }
    if let Some(Additional::Any(false)) = &it.additional {
        one("constraint-closed", "");
    }
    for rule in &it.dependent {
        let needs: Vec<&str> = rule.needs.iter().map(|it| &*it.value).collect();
        let values = [
            ("property", &*rule.property.value),
            ("needs", &needs.join(", ")),
        ];
        out.push(cx.fill("constraint-dependent", &values));
    }
    for (key, parts) in [
        ("constraint-any-of", &it.any_of),
        ("constraint-one-of", &it.one_of),
    ] {
        if let Some(names) = only_required(parts) {
            out.push(cx.fill(key, &[("value", &names.join(", "))]));
        }
    }
}

/// A lower and an upper bound in one, where there are both.
fn within(cx: &Cx<'_>, key: &str, bounds: (Option<String>, Option<String>)) -> Option<String> {
    let fill = |key: &str, value: &str| Some(cx.fill(key, &[("value", value)]));
    let one = |side: &str| match key {
        "imum" => format!("constraint-{side}imum"),
        _ => format!("constraint-{side}-{key}"),
    };
    match bounds {
        (Some(min), Some(max)) if min == max => fill(&format!("constraint-in-{key}"), &min),
        (Some(min), Some(max)) => fill(&format!("constraint-in-{key}"), &format!("{min}–{max}")),
        (Some(min), None) => fill(&one("min"), &min),
        (None, Some(max)) => fill(&one("max"), &max),
        (None, None) => None,
    }
}

fn shown<N: std::fmt::Display>(bounds: &Bounds<N>) -> (Option<String>, Option<String>) {
    let show = |bound: &Option<N>| bound.as_ref().map(N::to_string);
    (show(&bounds.min), show(&bounds.max))
}

/// The names of properties of which one is required, where alternatives say no
/// more than that.
fn only_required(parts: &[Schema]) -> Option<Vec<String>> {
    let names = parts.iter().map(|part| {
        let plain = part.types.is_empty() && part.properties.is_empty() && part.reference.is_none();
        let names: Vec<&str> = part.required.iter().map(|it| &*it.value).collect();
        (plain && !names.is_empty()).then(|| names.join(" + "))
    });
    let names: Option<Vec<String>> = names.collect();
    names.filter(|names| !names.is_empty())
}

/// The alternatives of a schema that are schemas of their own, as HTML.
pub(in crate::render) fn alternatives(
    cx: &Cx<'_>,
    service: &Service,
    view: &View<'_>,
) -> Option<String> {
    let (key, parts) = view.first(|it| {
        [("schema-any-of", &it.any_of), ("schema-one-of", &it.one_of)]
            .into_iter()
            .find(|(_, parts)| !parts.is_empty() && only_required(parts).is_none())
    })?;
    let all: Vec<String> = parts.iter().map(|it| type_html(cx, service, it)).collect();
    Some(escaped(cx.t(key)).replace("{value}", &all.join(", ")))
}
