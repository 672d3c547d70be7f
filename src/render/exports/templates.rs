//! Template processes: a file with all of them, and one for each.

use super::json::Json;
use super::{entity_path, table_path};
use crate::model::{Address, Adopted, Section, Template};
use crate::render::Kind;
use crate::render::context::Cx;

/// Item 0 is the file with all of them; the others follow in order.
pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        let count = site.catalogue.templates.len();
        (0_u32..).take(count + 1).map(|item| (item, 0)).collect()
    },
    per_language: false,
    path: |cx, item, _| match item.checked_sub(1) {
        None => table_path(Section::Templates),
        Some(at) => {
            let it = &cx.catalogue.templates[at as usize];
            entity_path(Section::Templates, &it.id)
        }
    },
    render: |cx, item, _, out| {
        Json::document(cx, out, |json| match item.checked_sub(1) {
            None => json.list("templates", &cx.catalogue.templates, |json, it| {
                json.object_item(|json| template(cx, it, json));
            }),
            Some(at) => template(cx, &cx.catalogue.templates[at as usize], json),
        });
        Ok(())
    },
};

/// What an adopted process or event type follows.
pub(super) fn adopts(template: &Template, adopted: &Adopted, json: &mut Json<'_, '_>) {
    json.object("adopts", |json| {
        json.text("template", &template.id);
        json.some_text(
            "version",
            adopted.version(template).map(|it| &it.number.value),
        );
        json.text("range", &adopted.range.to_string());
        json.text("since", &adopted.since.to_string());
    });
}

fn template(cx: &Cx<'_>, it: &Template, json: &mut Json<'_, '_>) {
    json.text("id", &it.id);
    let page = Address::entity(Section::Templates, &it.id);
    json.text("page", &cx.absolute(&cx.url(&page)));
    json.text("kind", it.kind.key());
    json.text("current", &it.current().number.to_string());
    json.local("title", &it.title);
    json.local("description", &it.description);
    json.list("legalBasis", &it.legal_basis, |json, basis| {
        json.object_item(|json| {
            json.local("title", &basis.title);
            json.some_text("url", basis.url.as_deref());
        });
    });
    json.list("versions", &it.versions, |json, version| {
        json.object_item(|json| {
            json.text("version", &version.number.to_string());
            json.text("status", version.status.key());
            json.some_text("published", version.published.as_ref().map(|day| day.value));
            json.some_local("changes", version.changes.as_ref());
            json.object("eventTypes", |json| {
                for pin in &version.event_types {
                    json.text(&pin.event.value, &pin.version.to_string());
                }
            });
        });
    });
    let adopters = it.adopters().iter().map(|own| cx.catalogue.get(own));
    json.texts("adopters", adopters.map(|process| &*process.id.value));
}
