//! JSON Schema 2020-12 of a whole wire event of one version.
//!
//! Objects are open, as the standard says: consumers ignore what they don't
//! know. Codes of an open list are named for readers and generators, but other
//! codes are valid too.

use super::json::Json;
use super::schema_path;
use crate::model::{Attribute, Bounds, CodeList, Lang, LocalText, Status, Truth, Type};
use crate::render::Kind;
use crate::render::context::Cx;

pub(in crate::render) static KIND: Kind = Kind {
    plan: crate::render::pages::event_type::all_versions,
    per_language: false,
    path: |cx, item, part| {
        let it = &cx.catalogue.event_types[item as usize];
        schema_path(it, &it.versions[usize::from(part)])
    },
    render: |cx, item, part, out| {
        let it = &cx.catalogue.event_types[item as usize];
        let version = &it.versions[usize::from(part)];
        Json::document(cx, out, |json| {
            json.text("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.text("$id", &cx.absolute(&cx.file_url(&schema_path(it, version))));
            json.text(
                "title",
                &format!("{} {}", it.id.value, version.number.value),
            );
            json.text("description", first(&version.description));
            if matches!(version.status, Status::Deprecated | Status::Retired) {
                json.plain("deprecated", true);
            }
            json.text("type", "object");
            let has_required = |all: &[Attribute]| all.iter().any(|attribute| attribute.required);
            let mut required = vec![
                "kundhandelseId",
                "rubrik",
                "beskrivning",
                "sprak",
                "producent",
                "tidpunkt",
                "kundhandelseTyp",
                "producentarendetKraverKundatgard",
                "producentarendetKlart",
                "version",
            ];
            if has_required(&version.attributes) {
                required.push("utokadInformation");
            }
            if has_required(&version.references) {
                required.push("referenser");
            }
            json.texts("required", required);
            json.object("properties", |json| {
                text(json, "kundhandelseId", Some(100));
                text(json, "rubrik", Some(255));
                text(json, "beskrivning", None);
                json.object("sprak", |json| {
                    json.text("type", "string");
                    json.text("pattern", "^[a-z]{2}$");
                });
                text(json, "producent", None);
                json.object("tidpunkt", |json| {
                    json.text("type", "string");
                    json.text("format", "date-time");
                    json.text("pattern", "\\+0[12]:00$");
                });
                json.object("kundhandelseTyp", |json| json.text("const", &it.id));
                truth(
                    json,
                    "producentarendetKraverKundatgard",
                    version.requires_customer_action,
                );
                truth(json, "producentarendetKlart", version.closes_case);
                json.object("version", |json| {
                    json.text("type", "string");
                    json.text("pattern", "^[0-9]+\\.[0-9]+$");
                });
                json.object("utokadInformation", |json| {
                    object(cx, &version.attributes, json)
                });
                json.object("referenser", |json| object(cx, &version.references, json));
            });
        });
        Ok(())
    },
};

/// A schema is in one language: the first.
fn first(text: &LocalText) -> &str {
    text.get(Lang::FIRST)
}

fn text(json: &mut Json<'_, '_>, name: &str, longest: Option<u64>) {
    json.object(name, |json| {
        json.text("type", "string");
        json.plain("minLength", 1);
        json.some_plain("maxLength", longest);
    });
}

fn truth(json: &mut Json<'_, '_>, name: &str, truth: Truth) {
    json.object(name, |json| match truth {
        Truth::Varies => json.text("type", "boolean"),
        known => json.plain("const", known.key()),
    });
}

fn object(cx: &Cx<'_>, attributes: &[Attribute], json: &mut Json<'_, '_>) {
    json.text("type", "object");
    let required: Vec<&str> = attributes
        .iter()
        .filter(|it| it.required)
        .map(|it| &*it.name.value)
        .collect();
    if !required.is_empty() {
        json.texts("required", required);
    }
    json.object("properties", |json| {
        for attribute in attributes {
            json.object(&attribute.name.value, |json| {
                type_members(cx, &attribute.ty, json);
                json.text("description", first(&attribute.description));
                if attribute.deprecated {
                    json.plain("deprecated", true);
                }
            });
        }
    });
}

fn bounds<N: std::fmt::Display + Copy>(
    json: &mut Json<'_, '_>,
    keys: (&str, &str),
    bounds: &Bounds<N>,
) {
    json.some_plain(keys.0, bounds.min);
    json.some_plain(keys.1, bounds.max);
}

fn type_members(cx: &Cx<'_>, ty: &Type, json: &mut Json<'_, '_>) {
    match ty {
        Type::String { length, pattern } => {
            json.text("type", "string");
            bounds(json, ("minLength", "maxLength"), length);
            json.some_text("pattern", pattern.as_ref().map(|pattern| &pattern.value));
        }
        Type::Integer(range) | Type::Number(range) => {
            json.text("type", ty.key());
            bounds(json, ("minimum", "maximum"), range);
        }
        Type::Boolean => json.text("type", "boolean"),
        Type::Date | Type::DateTime | Type::Uri => {
            json.text("type", "string");
            json.text("format", ty.key());
        }
        Type::Code(codes) => {
            let shared = codes
                .list
                .as_ref()
                .map(|list| -> &CodeList { cx.catalogue.get(list) });
            let values = shared.map_or(&codes.values, |list| &list.values);
            let names = values.iter().map(|code| &*code.value.value);
            json.text("type", "string");
            if codes.open {
                json.list("anyOf", [true, false], |json, named| {
                    json.object_item(|json| {
                        if named {
                            json.texts("enum", names.clone());
                        } else {
                            json.text("type", "string");
                        }
                    });
                });
            } else {
                json.texts("enum", names);
            }
        }
        Type::Object(nested) => object(cx, nested, json),
        Type::Array { items, count } => {
            json.text("type", "array");
            bounds(json, ("minItems", "maxItems"), count);
            json.object("items", |json| type_members(cx, items, json));
        }
    }
}
