//! Parts of an event type's page: attributes, the question.

use super::frame::Link;
use crate::model::{Address, Attribute, Bounds, CodeList, EventType, Section, Type, Version};
use crate::render::code::{Form, print_json};
use crate::render::context::Cx;
use crate::render::html::escape;
use serde::Serialize;

/// An attribute in a table. Nested ones come after the one they belong to.
#[derive(Serialize)]
pub(super) struct AttributeRow<'s> {
    name: &'s str,
    path: String,
    anchor: String,
    depth: usize,
    type_label: String,
    required: bool,
    deprecated: bool,
    constraints: Vec<String>,
    description_html: String,
    values: Vec<CodeRow<'s>>,
    values_note: Option<&'s str>,
    codelist: Option<Link>,
}

#[derive(Serialize)]
struct CodeRow<'s> {
    value: &'s str,
    title: &'s str,
    description: Option<&'s str>,
}

/// All attributes, at every depth, in order.
pub(super) fn attributes<'s>(
    cx: &Cx<'s>,
    attributes: &'s [Attribute],
    anchor: &str,
) -> Vec<AttributeRow<'s>> {
    let mut rows = Vec::with_capacity(attributes.len());
    add(cx, attributes, "", anchor, 0, &mut rows);
    rows
}

fn add<'s>(
    cx: &Cx<'s>,
    attributes: &'s [Attribute],
    parent: &str,
    anchor: &str,
    depth: usize,
    rows: &mut Vec<AttributeRow<'s>>,
) {
    for attribute in attributes {
        let name: &str = &attribute.name.value;
        let path = format!("{parent}{name}");
        let anchor = format!("{anchor}-{name}");
        let mut constraints = Vec::new();
        // A list is told of together with what it is a list of.
        let (inner, lists) = unwrap_lists(cx, &attribute.ty, &mut constraints);
        bounds(cx, inner, &mut constraints);
        let codes = match inner {
            Type::Code(codes) => Some(codes),
            _ => None,
        };
        let codelist = codes.and_then(|codes| codes.list.as_ref()).map(|list| {
            let list: &CodeList = cx.catalogue.get(list);
            Link {
                title: cx.text(&list.title).to_owned(),
                url: cx.url(&Address::entity(Section::CodeLists, &list.id)),
            }
        });
        let values = codes.map_or(&[][..], |codes| &codes.values);
        rows.push(AttributeRow {
            name,
            path: path.clone(),
            anchor: anchor.clone(),
            depth: depth.min(5),
            type_label: type_label(cx, &attribute.ty),
            required: attribute.required,
            deprecated: attribute.deprecated,
            constraints,
            description_html: cx.markdown(&attribute.description),
            values: values
                .iter()
                .map(|code| CodeRow {
                    value: &code.value.value,
                    title: cx.text(&code.title),
                    description: code.description.as_ref().map(|text| cx.text(text)),
                })
                .collect(),
            values_note: codes.map(|codes| {
                cx.t(if codes.open {
                    "codes-open"
                } else {
                    "codes-closed"
                })
            }),
            codelist,
        });
        if let Type::Object(nested) = inner {
            let path = format!("{path}{}.", "[]".repeat(lists));
            add(cx, nested, &path, &anchor, depth + 1, rows);
        }
    }
}

/// What a list holds at its innermost, and how many lists stand around it.
fn unwrap_lists<'t>(
    cx: &Cx<'_>,
    mut ty: &'t Type,
    constraints: &mut Vec<String>,
) -> (&'t Type, usize) {
    let mut lists = 0;
    while let Type::Array { items, count } = ty {
        both(
            cx,
            count,
            ("constraint-min-items", "constraint-max-items"),
            constraints,
        );
        lists += 1;
        ty = items;
    }
    (ty, lists)
}

fn type_label(cx: &Cx<'_>, ty: &Type) -> String {
    match ty {
        Type::Array { items, .. } => cx.fill("type-array", &[("items", &type_label(cx, items))]),
        other => cx.t(&format!("type-{}", other.key())).to_owned(),
    }
}

fn bounds(cx: &Cx<'_>, ty: &Type, out: &mut Vec<String>) {
    match ty {
        Type::String { length, pattern } => {
            both(
                cx,
                length,
                ("constraint-min-length", "constraint-max-length"),
                out,
            );
            if let Some(pattern) = pattern {
                out.push(cx.fill("constraint-pattern", &[("value", &pattern.value)]));
            }
        }
        Type::Integer(range) | Type::Number(range) => {
            both(cx, range, ("constraint-minimum", "constraint-maximum"), out);
        }
        _ => {}
    }
}

fn both<N: std::fmt::Display + Copy>(
    cx: &Cx<'_>,
    bounds: &Bounds<N>,
    keys: (&str, &str),
    out: &mut Vec<String>,
) {
    for (key, bound) in [(keys.0, bounds.min), (keys.1, bounds.max)] {
        if let Some(bound) = bound {
            out.push(cx.fill(key, &[("value", &bound.to_string())]));
        }
    }
}

/// The question a consumer asks to get events of a type.
#[derive(Serialize)]
pub(super) struct Question {
    json_html: String,
    curl_html: String,
}

/// An identity number from the standard's own examples, and Skatteverket's
/// organisation number with the century digits that the contract asks for.
const PERSON: (&str, &str) = ("199009090000", "Personnummer");
const ORGANISATION: (&str, &str) = ("162021005448", "Organisationsnummer");

/// The question for some event types, or prefixes of them, as compact JSON.
pub(in crate::render) fn question_json(only_organisations: bool, types: &[&str]) -> String {
    let (number, kind) = if only_organisations {
        ORGANISATION
    } else {
        PERSON
    };
    let types = types.join("\",\"");
    format!(
        "{{\"fraga\":{{\"parter\":[{{\"kund\":{{\"identifierare\":\"{number}\",\"typ\":\"{kind}\"}}}}],\
         \"kundhandelseTyper\":[\"{types}\"],\
         \"behandling\":{{\"sortering\":[{{\"attribut\":\"TIDPUNKT\",\"stigande\":false}}],\
         \"paginering\":{{\"offset\":0,\"limit\":20}}}}}},\"anvandare\":\"{}\"}}",
        PERSON.0
    )
}

/// The question, as JSON and as a command.
pub(super) fn question(cx: &Cx<'_>, event_type: &EventType, version: &Version) -> Question {
    use crate::model::{CustomerKind, EnvironmentName};
    let only_organisations = version
        .authorizations
        .iter()
        .all(|it| cx.catalogue.get(it).customer == CustomerKind::Organisation);
    let json = question_json(only_organisations, &[&event_type.id.value]);
    let mut json_html = String::with_capacity(json.len() * 3);
    print_json(&json, Form::Html, 0, &mut json_html);

    let process = cx.catalogue.get(&event_type.process);
    let environments = &cx.catalogue.get(&process.producer).actor.environments;
    let test = environments
        .iter()
        .find(|it| it.name.value == EnvironmentName::Test);
    let endpoint = test
        .or(environments.first())
        .and_then(|it| it.endpoint.as_ref());
    let endpoint = endpoint.map_or("https://producent.example", |endpoint| &endpoint.value);
    let mut curl = String::with_capacity(600);
    let mut part = |class: &str, text: &str| {
        curl.push_str("<span class=\"");
        curl.push_str(class);
        curl.push_str("\">");
        escape(text, &mut curl);
        curl.push_str("</span>");
    };
    part("hf", "curl");
    part(
        "hs",
        &format!(
            " \"{}/kundhandelseFragaSynkron\"",
            endpoint.trim_end_matches('/')
        ),
    );
    part("ho", " \\\n  --header");
    part("hs", " \"Content-Type: application/json\"");
    part("ho", " \\\n  --header");
    part("hs", " \"skv_client_correlation_id: $(uuidgen)\"");
    part("ho", " \\\n  --data");
    part("hs", " @fraga.json");
    Question {
        json_html,
        curl_html: curl,
    }
}
