//! All code lists.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Section};
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::CodeLists)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::CodeLists);
        let frame = Frame::new(
            *cx,
            "codelists",
            &address,
            cx.t("title-codelists"),
            cx.t("description-codelists"),
        )
        .section(Section::CodeLists)
        .json(&exports::table_path(Section::CodeLists));
        let table = &cx.catalogue.codelists;
        let order = order::sorted(cx.catalogue, cx.lang, table, |it| it.title.get(cx.lang));
        let rows = order.iter().map(|at| {
            let it = &table[*at as usize];
            Row {
                id: &it.id,
                title: cx.text(&it.title),
                summary_html: cx.markdown(&it.description),
                url: cx.url(&Address::entity(Section::CodeLists, &it.id)),
                count: it.values.len(),
            }
        });
        let context = Context {
            page: frame.done(),
            codelists: rows.collect(),
        };
        render(cx, "codelists.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    codelists: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    summary_html: String,
    url: String,
    count: usize,
}
