//! All customer case areas.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Section};
use crate::render::{Kind, area, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.areas.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0)],
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Areas)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Areas);
        let (title, description) = (cx.t("title-areas"), cx.t("description-areas"));
        let frame = Frame::new(*cx, "areas", &address, title, description)
            .section(Section::Areas)
            .json(&exports::table_path(Section::Areas));
        let areas = &cx.catalogue.areas;
        let rows = order::sorted(cx.catalogue, cx.lang, areas, |it| it.title.get(cx.lang));
        let row = |at: &u32| {
            let it = &areas[*at as usize];
            Row {
                id: &it.id,
                title: cx.text(&it.title),
                description_html: cx.markdown(&it.description),
                url: cx.url(&Address::entity(Section::Areas, &it.id)),
                processes: it.processes().len(),
                event_types: area::event_types(cx, it).len(),
            }
        };
        let context = Context {
            page: frame.done(),
            areas: rows.iter().map(row).collect(),
        };
        render(cx, "areas.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    areas: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    url: String,
    processes: usize,
    event_types: usize,
}
