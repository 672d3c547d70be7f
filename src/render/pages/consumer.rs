//! A consumer and what it fetches.

use super::frame::{Frame, Page, render};
use super::parts::{Contact, EnvironmentRow, contact, environments, kind_label};
use crate::model::{Address, Entity as _, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.consumers.len()),
    per_language: true,
    path: |cx, item, _| {
        cx.page_path(&Address::entity(
            Section::Consumers,
            &cx.catalogue.consumers[item as usize].id,
        ))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.consumers[item as usize];
        let name = cx.text(&it.actor.name);
        let address = Address::entity(Section::Consumers, &it.id);
        let description = cx.fill("description-consumer", &[("name", name)]);
        let frame = Frame::new(*cx, "consumer", &address, name, &description)
            .section(Section::Consumers)
            .crumb(name, &address)
            .json(&exports::entity_path(Section::Consumers, &it.id));
        let context = Context {
            page: frame.done(),
            consumer: Facts {
                id: &it.id,
                name,
                kind_label: kind_label(cx, it.actor.kind),
                real: it.actor.real,
                description_html: cx.markdown(&it.actor.description),
                website: it.actor.website.as_deref(),
                contact: contact(cx, &it.actor),
                connected: it.actor.connected.map(|date| date.to_string()),
                environments: environments(cx, &it.actor.environments),
            },
            event_types: it
                .event_types
                .iter()
                .map(|prefix| fetched(cx, &prefix.value))
                .collect(),
        };
        render(cx, "consumer.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    consumer: Facts<'s>,
    event_types: Vec<Fetched<'s>>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    name: &'s str,
    kind_label: &'s str,
    real: bool,
    description_html: String,
    website: Option<&'s str>,
    contact: Contact<'s>,
    connected: Option<String>,
    environments: Vec<EnvironmentRow<'s>>,
}

#[derive(Serialize)]
struct Fetched<'s> {
    prefix: &'s str,
    title: String,
    url: String,
    count: usize,
}

/// What a prefix names: a producer, a process, an event type, or several.
fn fetched<'s>(cx: &Cx<'s>, prefix: &'s str) -> Fetched<'s> {
    let catalogue = cx.catalogue;
    let under = catalogue.under(prefix);
    let producer = catalogue.producers.iter().find(|it| it.id() == prefix);
    let process = catalogue.processes.iter().find(|it| it.id() == prefix);
    let (title, section) = match (producer, process, under) {
        (Some(it), _, _) => (cx.text(&it.actor.name), Section::Producers),
        (_, Some(it), _) => (cx.text(&it.title), Section::Producers),
        (_, _, [only]) => (cx.event_type_title(only), Section::EventTypes),
        _ => (prefix, Section::EventTypes),
    };
    let url = match (section, under) {
        (Section::EventTypes, [only]) => cx.event_type_url(only),
        (Section::EventTypes, [first, ..]) => {
            // Several event types below one name within a process: the process shows them.
            let process = catalogue.get(&first.process);
            cx.url(&Address::entity(Section::Producers, &process.id))
        }
        _ => cx.url(&Address::entity(Section::Producers, prefix)),
    };
    Fetched {
        prefix,
        title: title.to_owned(),
        url,
        count: under.len(),
    }
}
