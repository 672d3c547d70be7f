//! What several templates show in the same way: rows of event types, groups of
//! rows, pagers.

use super::frame::Link;
use crate::model::{Address, EventType, Process, Section, Truth};
use crate::render::context::{Cx, changed};
use serde::Serialize;

/// An event type in a list.
#[derive(Serialize)]
pub(super) struct Row<'s> {
    id: &'s str,
    short: &'s str,
    title: &'s str,
    url: String,
    version: String,
    status: &'static str,
    status_label: &'s str,
    category: Link,
    changed: String,
    customer_action: &'static str,
    closes_case: &'static str,
}

/// An event type as a row.
pub(super) fn row<'s>(cx: &Cx<'s>, event_type: &'s EventType) -> Row<'s> {
    let version = event_type.current();
    let category = cx.catalogue.get(&version.category);
    Row {
        id: &event_type.id,
        short: event_type.short(),
        title: cx.text(&version.title),
        url: cx.event_type_url(event_type),
        version: version.number.to_string(),
        status: version.status.key(),
        status_label: cx.t(&format!("status-{}", version.status.key())),
        category: Link {
            title: cx.text(&category.title).to_owned(),
            url: cx.url(&Address::entity(Section::Categories, &category.id)),
        },
        changed: changed(version),
        customer_action: yes_no(version.requires_customer_action),
        closes_case: yes_no(version.closes_case),
    }
}

/// The word of the theme for a truth value.
pub(super) fn yes_no(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "yes",
        Truth::False => "no",
        Truth::Varies => "varies",
    }
}

/// A producer in brief.
#[derive(Serialize)]
pub(super) struct ProducerLink<'s> {
    pub(super) id: &'s str,
    pub(super) name: &'s str,
    pub(super) url: String,
}

/// A producer in brief, by its index.
pub(super) fn producer_link<'s>(cx: &Cx<'s>, at: u32) -> ProducerLink<'s> {
    let producer = &cx.catalogue.producers[at as usize];
    ProducerLink {
        id: &producer.id,
        name: cx.text(&producer.actor.name),
        url: cx.url(&Address::entity(Section::Producers, &producer.id)),
    }
}

/// A process as words with an address.
pub(super) fn process_link(cx: &Cx<'_>, process: &Process) -> Link {
    Link {
        title: process.title.get(cx.lang).to_owned(),
        url: cx.url(&Address::entity(Section::Producers, &process.id)),
    }
}

/// The event types of one producer in a list, by process.
#[derive(Serialize)]
pub(super) struct Group<'s> {
    producer: ProducerLink<'s>,
    processes: Vec<ProcessRows<'s>>,
}

#[derive(Serialize)]
struct ProcessRows<'s> {
    id: &'s str,
    title: &'s str,
    url: String,
    event_types: Vec<Row<'s>>,
}

/// Groups event types, which stand in order, by producer and process.
pub(super) fn groups<'s>(cx: &Cx<'s>, event_types: &[u32]) -> Vec<Group<'s>> {
    let catalogue = cx.catalogue;
    let process_of = |at: &u32| catalogue.event_types[*at as usize].process.index;
    let producer_of = |at: &u32| catalogue.processes[process_of(at) as usize].producer.index;
    let mut groups = Vec::new();
    for of_producer in event_types.chunk_by(|a, b| producer_of(a) == producer_of(b)) {
        let mut processes = Vec::new();
        for of_process in of_producer.chunk_by(|a, b| process_of(a) == process_of(b)) {
            let process = &catalogue.processes[process_of(&of_process[0]) as usize];
            let rows = of_process
                .iter()
                .map(|at| row(cx, &catalogue.event_types[*at as usize]));
            processes.push(ProcessRows {
                id: &process.id,
                title: cx.text(&process.title),
                url: process_link(cx, process).url,
                event_types: rows.collect(),
            });
        }
        let producer = producer_link(cx, producer_of(&of_producer[0]));
        groups.push(Group {
            producer,
            processes,
        });
    }
    groups
}

/// The pages of a long list.
#[derive(Serialize)]
pub(super) struct Pager {
    pages: Vec<PagerEntry>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct PagerEntry {
    number: u16,
    url: String,
    current: bool,
}

/// The address of a page of a long list, counted from 0.
pub(super) fn list_page(first: &Address, number: u16) -> Address {
    match number {
        0 => first.clone(),
        n => Address(format!("{}page/{}/", first.0, n + 1)),
    }
}

/// The pager of a list, unless one page holds all of it. Of very many pages it
/// names the first, the last and those around the current one.
pub(super) fn pager(cx: &Cx<'_>, first: &Address, current: u16, count: u16) -> Option<Pager> {
    if count < 2 {
        return None;
    }
    let url = |number: u16| cx.url(&list_page(first, number));
    let near = |number: u16| number == 0 || number + 1 == count || number.abs_diff(current) <= 4;
    let pages = (0..count)
        .filter(|number| near(*number))
        .map(|number| PagerEntry {
            number: number + 1,
            url: url(number),
            current: number == current,
        });
    Some(Pager {
        pages: pages.collect(),
        previous: (current > 0).then(|| url(current - 1)),
        next: (current + 1 < count).then(|| url(current + 1)),
    })
}

/// The title of a page of a long list.
pub(super) fn list_title(cx: &Cx<'_>, title: &str, number: u16) -> String {
    match number {
        0 => title.to_owned(),
        n => cx.fill(
            "title-page",
            &[("title", title), ("page", &(n + 1).to_string())],
        ),
    }
}
