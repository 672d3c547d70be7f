//! A producer with its processes and environments.

use super::actor::{ActorFacts, facts};
use super::frame::{Frame, Link, Page, plain_text, render};
use super::parts::{Row, process_link, row};
use crate::model::{Address, Section};
use crate::render::{Kind, exports, order};
use serde::Serialize;

/// From this many event types on, they are shown on the processes' pages only.
const MANY: usize = 100;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.producers.len()),
    per_language: true,
    path: |cx, item, _| {
        cx.page_path(&Address::entity(
            Section::Producers,
            &cx.catalogue.producers[item as usize].id,
        ))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.producers[item as usize];
        let name = cx.text(&it.actor.name);
        let address = Address::entity(Section::Producers, &it.id);
        let description = cx.fill("description-producer", &[("name", name)]);
        let frame = Frame::new(*cx, "producer", &address, name, &description)
            .section(Section::Producers)
            .crumb(name, &address)
            .json(&exports::entity_path(Section::Producers, &it.id))
            .latest(order::latest(
                cx.catalogue,
                it.processes()
                    .iter()
                    .flat_map(|own| cx.catalogue.get(own).event_types())
                    .map(|own| own.index),
            ));
        let many = cx.catalogue.under(&it.id).len() > MANY;
        let all = cx.site.orders.of(cx.lang).processes.iter();
        let own = all.filter(|at| cx.catalogue.processes[**at as usize].producer.index == item);
        let processes = own.map(|at| {
            let process = &cx.catalogue.processes[*at as usize];
            let rows = order::in_course(cx.catalogue, process);
            let count = rows.len();
            let shown = if many { 0 } else { count };
            ProcessBlock {
                id: &process.id,
                title: cx.text(&process.title),
                url: process_link(cx, process).url,
                summary: plain_text(cx.text(&process.description)),
                parent: process
                    .parent
                    .as_ref()
                    .map(|parent| process_link(cx, cx.catalogue.get(parent))),
                count,
                event_types: rows
                    .into_iter()
                    .take(shown)
                    .map(|at| row(cx, &cx.catalogue.event_types[at as usize]))
                    .collect(),
            }
        });
        let context = Context {
            page: frame.done(),
            producer: facts(cx, &it.id, &it.actor),
            processes: processes.collect(),
        };
        render(cx, "producer.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    producer: ActorFacts<'s>,
    processes: Vec<ProcessBlock<'s>>,
}

#[derive(Serialize)]
struct ProcessBlock<'s> {
    id: &'s str,
    title: &'s str,
    url: String,
    summary: String,
    parent: Option<Link>,
    /// How many event types the process has.
    count: usize,
    event_types: Vec<Row<'s>>,
}
