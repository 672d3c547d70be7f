//! All template processes.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Section};
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.templates.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0)],
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Templates)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Templates);
        let title = cx.t("title-templates");
        let frame = Frame::new(
            *cx,
            "templates",
            &address,
            title,
            cx.t("description-templates"),
        )
        .section(Section::Templates)
        .json(&exports::table_path(Section::Templates));
        let table = &cx.catalogue.templates;
        let order = order::sorted(cx.catalogue, cx.lang, table, |it| it.title.get(cx.lang));
        let rows = order.iter().map(|at| {
            let it = &table[*at as usize];
            let version = it.current();
            Row {
                id: &it.id,
                title: cx.text(&it.title),
                description_html: cx.markdown(&it.description),
                url: cx.url(&Address::entity(Section::Templates, &it.id)),
                kind: cx.t(&format!("kind-{}", it.kind.key())),
                version: version.number.to_string(),
                status: version.status.key(),
                status_label: cx.t(&format!("status-{}", version.status.key())),
                event_types: version.event_types.len(),
                adopters: it.adopters().len(),
            }
        });
        let context = Context {
            page: frame.done(),
            templates: rows.collect(),
        };
        render(cx, "templates.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    templates: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    url: String,
    kind: &'s str,
    version: String,
    status: &'static str,
    status_label: &'s str,
    event_types: usize,
    adopters: usize,
}
