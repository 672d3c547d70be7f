//! All event categories.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Section};
use crate::render::{Kind, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Categories)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Categories);
        let frame = Frame::new(
            *cx,
            "categories",
            &address,
            cx.t("title-categories"),
            cx.t("description-categories"),
        )
        .section(Section::Categories)
        .json(&exports::table_path(Section::Categories))
        .latest(cx.site.orders.of(cx.lang).event_types.latest);
        let by_category = &cx.site.orders.of(cx.lang).by_category;
        let categories = cx
            .catalogue
            .categories
            .iter()
            .zip(by_category)
            .map(|(it, list)| Row {
                id: &it.id,
                title: cx.text(&it.title),
                summary_html: cx.markdown(&it.description),
                url: cx.url(&Address::entity(Section::Categories, &it.id)),
                count: list.items.len(),
            });
        let context = Context {
            page: frame.done(),
            categories: categories.collect(),
        };
        render(cx, "categories.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    categories: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    summary_html: String,
    url: String,
    count: usize,
}
