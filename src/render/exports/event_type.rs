//! An event type with all its versions, and each version by itself.

use super::json::Json;
use super::{event_type_path, schema_path, version_path};
use crate::model::{
    Address, Attribute, Bounds, CodeValue, EventType, Section, Truth, Type, Version,
};
use crate::render::Kind;
use crate::render::context::Cx;

/// All versions of an event type in one file.
pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        (0_u32..)
            .take(site.catalogue.event_types.len())
            .map(|at| (at, 0))
            .collect()
    },
    per_language: false,
    path: |cx, item, _| event_type_path(&cx.catalogue.event_types[item as usize]),
    render: |cx, item, _, out| {
        let it = &cx.catalogue.event_types[item as usize];
        Json::document(cx, out, |json| {
            heading(cx, it, json);
            json.text("current", &it.current().number.to_string());
            json.list("versions", &it.versions, |json, version| {
                json.object_item(|json| members(cx, it, version, json));
            });
        });
        Ok(())
    },
};

/// One version in a file.
pub(in crate::render) static VERSION_KIND: Kind = Kind {
    plan: crate::render::pages::event_type::all_versions,
    per_language: false,
    path: |cx, item, part| {
        let it = &cx.catalogue.event_types[item as usize];
        version_path(it, &it.versions[usize::from(part)])
    },
    render: |cx, item, part, out| {
        let it = &cx.catalogue.event_types[item as usize];
        Json::document(cx, out, |json| {
            heading(cx, it, json);
            members(cx, it, &it.versions[usize::from(part)], json);
        });
        Ok(())
    },
};

/// What it is, and where it belongs.
fn heading(cx: &Cx<'_>, it: &EventType, json: &mut Json<'_, '_>) {
    let process = cx.catalogue.get(&it.process);
    json.text("id", &it.id);
    json.text(
        "page",
        &cx.absolute(&cx.url(&Address::entity(Section::EventTypes, &it.id))),
    );
    json.text("producer", process.producer_id());
    json.text("process", &process.id);
    if let (Some((template, _)), Some(adopted)) = (cx.catalogue.followed(it), &process.adopted) {
        super::templates::adopts(template, adopted, json);
    }
}

fn truth(json: &mut Json<'_, '_>, key: &str, truth: Truth) {
    match truth {
        Truth::Varies => json.text(key, "varies"),
        known => json.plain(key, known.key()),
    }
}

/// Everything that a version says.
fn members(cx: &Cx<'_>, it: &EventType, version: &Version, json: &mut Json<'_, '_>) {
    json.text("version", &version.number.to_string());
    json.text("status", version.status.key());
    let date =
        |date: &Option<crate::source::Spanned<jiff::civil::Date>>| date.as_ref().map(|d| d.value);
    json.some_text("published", date(&version.published));
    json.some_text("deprecated", date(&version.deprecated));
    json.some_text("sunset", date(&version.sunset));
    json.some_text("retired", date(&version.retired));
    json.some_text(
        "replacedBy",
        version
            .replaced_by
            .as_ref()
            .map(|other| &cx.catalogue.get(other).id.value),
    );
    json.some_local("advice", version.advice.as_ref());
    json.some_local("changes", version.changes.as_ref());
    json.some_local("migration", version.migration.as_ref());
    json.some_text(
        "semanticChange",
        version.semantic_change.as_ref().map(|change| &change.value),
    );
    json.local("title", &version.title);
    json.local("description", &version.description);
    json.text("category", &cx.catalogue.get(&version.category).id);
    let ids = version
        .authorizations
        .iter()
        .map(|it| &*cx.catalogue.get(it).id.value);
    json.texts("authorizations", ids);
    truth(
        json,
        "requiresCustomerAction",
        version.requires_customer_action,
    );
    truth(json, "closesCase", version.closes_case);
    json.texts("tags", version.tags.iter().map(|tag| &*tag.value));
    attributes(cx, "attributes", &version.attributes, json);
    attributes(cx, "references", &version.references, json);
    json.list("examples", &version.examples, |json, example| {
        json.object_item(|json| {
            json.local("title", &example.title);
            json.json("event", &example.json);
        });
    });
    json.text("schema", &cx.file_url(&schema_path(it, version)));
}

fn attributes(cx: &Cx<'_>, key: &str, all: &[Attribute], json: &mut Json<'_, '_>) {
    json.list(key, all, |json, attribute| {
        json.object_item(|json| {
            json.text("name", &attribute.name.value);
            type_members(cx, &attribute.ty, json);
            json.plain("required", attribute.required);
            if attribute.deprecated {
                json.plain("deprecated", true);
            }
            json.local("description", &attribute.description);
        });
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
    json.text("type", ty.key());
    match ty {
        Type::String { length, pattern } => {
            bounds(json, ("minLength", "maxLength"), length);
            json.some_text("pattern", pattern.as_ref().map(|pattern| &pattern.value));
        }
        Type::Integer(range) | Type::Number(range) => bounds(json, ("minimum", "maximum"), range),
        Type::Code(codes) => {
            json.plain("open", codes.open);
            match &codes.list {
                Some(list) => json.text("codelist", &cx.catalogue.get(list).id),
                None => code_values("values", &codes.values, json),
            }
        }
        Type::Object(nested) => attributes(cx, "attributes", nested, json),
        Type::Array { items, count } => {
            bounds(json, ("minItems", "maxItems"), count);
            json.object("items", |json| type_members(cx, items, json));
        }
        Type::Boolean | Type::Date | Type::DateTime | Type::Uri => {}
    }
}

/// The codes of a list.
pub(super) fn code_values(key: &str, values: &[CodeValue], json: &mut Json<'_, '_>) {
    json.list(key, values, |json, code| {
        json.object_item(|json| {
            json.text("value", &code.value.value);
            json.local("title", &code.title);
            json.some_local("description", code.description.as_ref());
        });
    });
}
