//! All event types, by producer and process.

use super::frame::{Frame, Page, render};
use super::parts::{Group, Pager, groups, list_page, list_title, pager};
use crate::model::{Address, Lang, Section};
use crate::render::Kind;
use crate::render::exports;
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::pages_of_list(site.orders.of(Lang::FIRST).event_types.count()),
    per_language: true,
    path: |cx, _, page| cx.page_path(&list_page(&Address::section(Section::EventTypes), page)),
    render: |cx, _, number, out| {
        let first = Address::section(Section::EventTypes);
        let address = list_page(&first, number);
        let list = &cx.site.orders.of(cx.lang).event_types;
        let title = list_title(cx, cx.t("title-event-types"), number);
        let frame = Frame::new(
            *cx,
            "event-types",
            &address,
            &title,
            cx.t("description-event-types"),
        )
        .section(Section::EventTypes)
        .json(exports::INDEX)
        .latest(list.latest);
        let context = Context {
            page: frame.done(),
            total: list.items.len(),
            groups: groups(cx, list.page(number)),
            pager: pager(cx, &first, number, list.count()),
        };
        render(cx, "event-types.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    total: usize,
    groups: Vec<Group<'s>>,
    pager: Option<Pager>,
}
