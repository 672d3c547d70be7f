//! All producers, by kind of actor.

use super::frame::{Frame, Page, plain_text, render};
use crate::model::{ActorKind, Address, Section};
use crate::render::{Kind, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Producers)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Producers);
        let frame = Frame::new(
            *cx,
            "producers",
            &address,
            cx.t("title-producers"),
            cx.t("description-producers"),
        )
        .section(Section::Producers)
        .json(&exports::table_path(Section::Producers))
        .latest(cx.site.orders.of(cx.lang).event_types.latest);
        let all = cx.site.orders.of(cx.lang).producers.iter();
        let all: Vec<_> = all
            .map(|at| &cx.catalogue.producers[*at as usize])
            .collect();
        let groups = ActorKind::ALL.into_iter().filter_map(|kind| {
            let own = all.iter().filter(|it| it.actor.kind == kind);
            let producers: Vec<_> = own
                .map(|it| Row {
                    id: &it.id,
                    name: cx.text(&it.actor.name),
                    url: cx.url(&Address::entity(Section::Producers, &it.id)),
                    real: it.actor.real,
                    summary: plain_text(cx.text(&it.actor.description)),
                    processes: it.processes().len(),
                    event_types: cx.catalogue.under(&it.id).len(),
                })
                .collect();
            let kind_label = cx.t(&format!("kinds-{}", kind.key()));
            (!producers.is_empty()).then_some(Group {
                kind_label,
                producers,
            })
        });
        let context = Context {
            page: frame.done(),
            groups: groups.collect(),
        };
        render(cx, "producers.html", &context, out)
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
    producers: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    name: &'s str,
    url: String,
    real: bool,
    summary: String,
    processes: usize,
    event_types: usize,
}
