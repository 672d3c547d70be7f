//! A consumer and what it fetches.

use super::actor::{ActorFacts, facts};
use super::frame::{Frame, Page, render};
use super::requirements;
use crate::model::{
    ActorKind, Address, Consumer, Entity as _, Requirement, RequirementKind, Section,
};
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
            consumer: facts(cx, &it.id, &it.actor),
            event_types: it
                .event_types
                .iter()
                .map(|prefix| fetched(cx, &prefix.value))
                .collect(),
            requirements: (it.actor.kind == ActorKind::Private).then(|| fulfilled(cx, it)),
        };
        render(cx, "consumer.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    consumer: ActorFacts<'s>,
    event_types: Vec<Fetched<'s>>,
    /// Only those of private consumers.
    requirements: Option<Requirements<'s>>,
}

#[derive(Serialize)]
struct Requirements<'s> {
    total: usize,
    count: usize,
    url: String,
    groups: Vec<Group<'s>>,
}

#[derive(Serialize)]
struct Group<'s> {
    title: &'s str,
    rows: Vec<Fulfilled<'s>>,
}

#[derive(Serialize)]
struct Fulfilled<'s> {
    title: &'s str,
    url: String,
    date: Option<String>,
    evidence: &'s str,
}

/// All requirements, with what the consumer has shown of each.
fn fulfilled<'s>(cx: &Cx<'s>, it: &'s Consumer) -> Requirements<'s> {
    let all = &cx.catalogue.requirements;
    let page = cx.url(&requirements::address());
    let row = |(at, requirement): (u32, &'s Requirement)| {
        let mut own = it.requirements.iter();
        let own = own.find(|own| own.requirement.index == at);
        Fulfilled {
            title: cx.text(&requirement.title),
            url: format!("{page}#{}", requirement.id.value),
            date: own.map(|own| own.fulfilled.value.to_string()),
            evidence: own.map_or("", |own| cx.text(&own.evidence)),
        }
    };
    let group = |kind: RequirementKind| Group {
        title: cx.t(&format!("requirements-{}", kind.key())),
        rows: (0_u32..)
            .zip(all)
            .filter(|(_, it)| it.kind == kind)
            .map(row)
            .collect(),
    };
    Requirements {
        total: all.len(),
        count: it.requirements.len(),
        url: page.clone(),
        groups: RequirementKind::ALL.map(group).into(),
    }
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
