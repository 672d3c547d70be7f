//! All consumers, by kind of actor.

use super::frame::{Frame, Page, plain_text, render};
use crate::model::{ActorKind, Address, Section};
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Consumers)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Consumers);
        let frame = Frame::new(
            *cx,
            "consumers",
            &address,
            cx.t("title-consumers"),
            cx.t("description-consumers"),
        )
        .section(Section::Consumers)
        .json(&exports::table_path(Section::Consumers));
        let table = &cx.catalogue.consumers;
        let order = order::sorted(cx.catalogue, cx.lang, table, |it| {
            it.actor.name.get(cx.lang)
        });
        let groups = ActorKind::ALL.into_iter().filter_map(|kind| {
            let own = order
                .iter()
                .map(|at| &table[*at as usize])
                .filter(|it| it.actor.kind == kind);
            let consumers: Vec<_> = own
                .map(|it| Row {
                    id: &it.id,
                    name: cx.text(&it.actor.name),
                    url: cx.url(&Address::entity(Section::Consumers, &it.id)),
                    real: it.actor.real,
                    summary: plain_text(cx.text(&it.actor.description)),
                })
                .collect();
            let kind_label = cx.t(&format!("kinds-{}", kind.key()));
            (!consumers.is_empty()).then_some(Group {
                kind_label,
                consumers,
            })
        });
        let context = Context {
            page: frame.done(),
            groups: groups.collect(),
        };
        render(cx, "consumers.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    groups: Vec<Group<'s>>,
}

#[derive(Serialize)]
struct Group<'s> {
    kind_label: &'s str,
    consumers: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    name: &'s str,
    url: String,
    real: bool,
    summary: String,
}
