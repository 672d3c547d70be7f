//! The list of everything: where a program begins.

use super::json::Json;
use super::{CHANGES, INDEX, REGISTER, event_type_path, schema_path, table_path, version_path};
use crate::model::{Lang, Section};
use crate::render::Kind;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: false,
    path: |_, _, _| INDEX.to_owned(),
    render: |cx, _, _, out| {
        let catalogue = cx.catalogue;
        let config = catalogue.config();
        Json::document(cx, out, |json| {
            json.local("title", &config.title);
            json.local("description", &config.description);
            json.local("publisher", &config.publisher);
            json.some_local("notice", config.notice.as_ref());
            json.text("standardVersion", &config.standard_version);
            json.texts("languages", config.languages.iter().map(|code| &**code));
            json.text("page", &cx.absolute(&cx.file_url("")));
            json.text(
                "licence",
                "https://creativecommons.org/publicdomain/zero/1.0/",
            );
            json.object("counts", |json| {
                json.plain("eventTypes", catalogue.event_types.len());
                let versions: usize = catalogue
                    .event_types
                    .iter()
                    .map(|it| it.versions.len())
                    .sum();
                json.plain("versions", versions);
                json.plain("producers", catalogue.producers.len());
                json.plain("processes", catalogue.processes.len());
                json.plain("areas", catalogue.areas.len());
                json.plain("consumers", catalogue.consumers.len());
                json.plain("categories", catalogue.categories.len());
                json.plain("authorizations", catalogue.authorizations.len());
                json.plain("concepts", catalogue.concepts.len());
                json.plain("codelists", catalogue.codelists.len());
                json.plain("templates", catalogue.templates.len());
            });
            json.object("links", |json| {
                for section in Section::TABLES {
                    json.text(section.key(), &cx.file_url(&table_path(section)));
                }
                json.text("processes", &cx.file_url("api/v1/processes.json"));
                json.text("register", &cx.file_url(REGISTER));
                json.text("changes", &cx.file_url(CHANGES));
            });
            let order = &cx.site.orders.of(Lang::FIRST).event_types.items;
            let mut by_id: Vec<u32> = order.clone();
            by_id.sort_unstable();
            json.list("eventTypes", by_id, |json, at| {
                let it = &catalogue.event_types[at as usize];
                let current = it.current();
                json.object_item(|json| {
                    json.text("id", &it.id);
                    json.text("version", &current.number.to_string());
                    json.text("status", current.status.key());
                    json.local("title", &current.title);
                    json.text("category", &catalogue.get(&current.category).id);
                    json.text("json", &cx.file_url(&event_type_path(it)));
                    json.list("versions", &it.versions, |json, version| {
                        json.object_item(|json| {
                            json.text("version", &version.number.to_string());
                            json.text("status", version.status.key());
                            json.text("json", &cx.file_url(&version_path(it, version)));
                            json.text("schema", &cx.file_url(&schema_path(it, version)));
                        });
                    });
                });
            });
        });
        Ok(())
    },
};
