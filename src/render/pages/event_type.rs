//! An event type: its newest version, and each version at its own address.

use super::banner::{self, Banner};
use super::compare_pairs;
use super::course::{Course, course};
use super::event_type_parts::{AttributeRow, Question, attributes, question};
use super::frame::{Frame, Link, Page, plain_text, render};
use super::parts::{ProducerLink, process_link, producer_link};
use super::template::{self, Follows};
use crate::model::{Address, EventType, Section, Version};
use crate::render::context::{Cx, changed};
use crate::render::{Kind, Made, Site, code, exports, order};
use serde::Serialize;

/// The newest version at the event type's own address.
pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.event_types.len()),
    per_language: true,
    path: |cx, item, _| cx.page_path(&address(&cx.catalogue.event_types[item as usize])),
    render: |cx, item, _, out| {
        let event_type = &cx.catalogue.event_types[item as usize];
        page(cx, event_type, event_type.current_index(), true, out)
    },
};

/// Each version at its own address, for ever.
pub(in crate::render) static VERSION_KIND: Kind = Kind {
    plan: all_versions,
    per_language: true,
    path: |cx, item, part| {
        let event_type = &cx.catalogue.event_types[item as usize];
        let version = &event_type.versions[usize::from(part)];
        cx.page_path(&Address::version(&event_type.id, &version.number.value))
    },
    render: |cx, item, part, out| {
        page(
            cx,
            &cx.catalogue.event_types[item as usize],
            usize::from(part),
            false,
            out,
        )
    },
};

/// Every version of every event type.
pub(in crate::render) fn all_versions(site: &Site) -> Vec<(u32, u16)> {
    let event_types = (0_u32..).zip(&site.catalogue.event_types);
    event_types
        .flat_map(|(at, it)| {
            (0_u16..)
                .take(it.versions.len())
                .map(move |part| (at, part))
        })
        .collect()
}

fn address(event_type: &EventType) -> Address {
    Address::entity(Section::EventTypes, &event_type.id)
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    et: Facts<'s>,
    course: Option<Course<'s>>,
    attributes: Vec<AttributeRow<'s>>,
    references: Vec<AttributeRow<'s>>,
    examples: Vec<ExampleBlock<'s>>,
    question: Question,
    versions: Vec<VersionRow<'s>>,
    links: Links,
    siblings: Vec<Sibling<'s>>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    short: &'s str,
    title: &'s str,
    description_html: String,
    version: String,
    status: &'static str,
    status_label: &'s str,
    is_newest: bool,
    newest_url: String,
    version_url: String,
    banner: Option<Banner>,
    dates: Vec<DateRow<'s>>,
    producer: ProducerLink<'s>,
    process: Link,
    category: Link,
    authorizations: Vec<AuthorizationLink<'s>>,
    /// Those that may read too, because they include one of the others.
    inheriting: Vec<Link>,
    customer_action: Meaning<'s>,
    closes_case: Meaning<'s>,
    tags: Vec<&'s str>,
    adopted: Option<Follows<'s>>,
    changes_html: Option<String>,
    migration_html: Option<String>,
}

#[derive(Serialize)]
struct DateRow<'s> {
    label: &'s str,
    date: String,
}

#[derive(Serialize)]
struct AuthorizationLink<'s> {
    id: &'s str,
    title: &'s str,
    url: String,
}

#[derive(Serialize)]
struct Meaning<'s> {
    value: &'static str,
    text: &'s str,
}

#[derive(Serialize)]
struct ExampleBlock<'s> {
    title: &'s str,
    id: String,
    html: String,
}

#[derive(Serialize)]
struct VersionRow<'s> {
    version: String,
    status: &'static str,
    status_label: &'s str,
    date: String,
    changes_html: Option<String>,
    url: String,
    json: String,
    schema: String,
    /// The comparison with the version before.
    comparison: Option<Link>,
    current: bool,
}

#[derive(Serialize)]
struct Links {
    json: String,
    version_json: String,
    schema: String,
    /// Where two versions are chosen to be compared, when there are two.
    comparisons: Option<String>,
}

#[derive(Serialize)]
struct Sibling<'s> {
    short: &'s str,
    title: &'s str,
    url: String,
    current: bool,
}

fn page(cx: &Cx<'_>, event_type: &EventType, at: usize, newest: bool, out: &mut Vec<u8>) -> Made {
    let version = &event_type.versions[at];
    let banner = match newest {
        true => banner::of_event_type(cx, event_type),
        false => banner::of_version(cx, event_type, at),
    };
    let context = Context {
        page: frame(cx, event_type, version, newest),
        et: facts(cx, event_type, version, banner),
        course: course(cx, event_type),
        attributes: attributes(cx, &version.attributes, "a"),
        references: attributes(cx, &version.references, "r"),
        examples: (1..)
            .zip(&version.examples)
            .map(|(number, example)| ExampleBlock {
                title: cx.text(&example.title),
                id: format!("ex-{number}"),
                html: code::json_html(&example.json),
            })
            .collect(),
        question: question(cx, event_type, version),
        versions: (0..event_type.versions.len())
            .map(|row| version_row(cx, event_type, row, at))
            .collect(),
        links: Links {
            json: cx.file_url(&exports::event_type_path(event_type)),
            version_json: cx.file_url(&exports::version_path(event_type, version)),
            schema: cx.file_url(&exports::schema_path(event_type, version)),
            comparisons: (event_type.versions.len() > 1)
                .then(|| cx.url(&Address::comparisons(&event_type.id))),
        },
        siblings: siblings(cx, event_type),
    };
    render(cx, "event-type.html", &context, out)
}

fn frame(cx: &Cx<'_>, event_type: &EventType, version: &Version, newest: bool) -> Page {
    let process = cx.catalogue.get(&event_type.process);
    let producer = cx.catalogue.get(&process.producer);
    let number = version.number.to_string();
    let title = version.title.get(cx.lang);
    let own = address(event_type);
    let (address, title) = if newest {
        (own.clone(), title.to_owned())
    } else {
        let address = Address::version(&event_type.id, &version.number.value);
        (
            address,
            cx.fill("title-version", &[("title", title), ("version", &number)]),
        )
    };
    let lead = plain_text(version.description.get(cx.lang));
    let description = format!("{}: {lead}", event_type.id.value);
    let mut frame = Frame::new(*cx, "event-type", &address, &title, &description)
        .section(Section::Producers)
        .menu(Section::EventTypes)
        .crumb(
            cx.text(&producer.actor.name),
            &Address::entity(Section::Producers, &producer.id),
        )
        .crumb(
            cx.text(&process.title),
            &Address::entity(Section::Producers, &process.id),
        )
        .crumb(version.title.get(cx.lang), &own)
        .changed(&changed(version), &number);
    frame = if newest {
        frame.json(&exports::event_type_path(event_type))
    } else {
        frame
            .crumb(&number, &address)
            .json(&exports::version_path(event_type, version))
    };
    let is_on_process = |id: &&str| {
        let of_event = &event_type.id.value;
        *id != "course"
            || process
                .transitions
                .iter()
                .any(|it| it.event.name == *of_event)
    };
    let sections = [
        "meaning",
        "course",
        "attributes",
        "references",
        "examples",
        "question",
        "versions",
        "data",
    ];
    for id in sections.into_iter().filter(is_on_process) {
        frame = frame.toc(id, cx.t(&format!("section-{id}")));
    }
    frame.done()
}

fn facts<'s>(
    cx: &Cx<'s>,
    event_type: &'s EventType,
    version: &'s Version,
    banner: Option<Banner>,
) -> Facts<'s> {
    let process = cx.catalogue.get(&event_type.process);
    let category = cx.catalogue.get(&version.category);
    let action = version.requires_customer_action.key();
    let closes = version.closes_case.key();
    let dates = [
        ("date-published", &version.published),
        ("date-deprecated", &version.deprecated),
        ("date-sunset", &version.sunset),
        ("date-retired", &version.retired),
    ];
    Facts {
        id: &event_type.id,
        short: event_type.short(),
        title: cx.text(&version.title),
        description_html: cx.markdown(&version.description),
        version: version.number.to_string(),
        status: version.status.key(),
        status_label: cx.t(&format!("status-{}", version.status.key())),
        is_newest: version.number.value == event_type.current().number.value,
        newest_url: cx.event_type_url(event_type),
        version_url: cx.url(&Address::version(&event_type.id, &version.number.value)),
        banner,
        dates: dates
            .into_iter()
            .filter_map(|(key, date)| {
                Some(DateRow {
                    label: cx.t(key),
                    date: date.as_ref()?.value.to_string(),
                })
            })
            .collect(),
        producer: producer_link(cx, process.producer.index),
        process: process_link(cx, process),
        category: Link {
            title: cx.text(&category.title).to_owned(),
            url: cx.url(&Address::entity(Section::Categories, &category.id)),
        },
        authorizations: version
            .authorizations
            .iter()
            .map(|it| {
                let it = cx.catalogue.get(it);
                AuthorizationLink {
                    id: &it.id,
                    title: cx.text(&it.title),
                    url: cx.url(&Address::entity(Section::Authorizations, &it.id)),
                }
            })
            .collect(),
        inheriting: inheriting(cx, version),
        customer_action: Meaning {
            value: action,
            text: cx.t(&format!("action-{action}")),
        },
        closes_case: Meaning {
            value: closes,
            text: cx.t(&format!("closes-{closes}")),
        },
        tags: version.tags.iter().map(|tag| &*tag.value).collect(),
        adopted: template::of_event_type(cx, event_type, &version.number.value),
        changes_html: version.changes.as_ref().map(|text| cx.markdown(text)),
        migration_html: version.migration.as_ref().map(|text| cx.markdown(text)),
    }
}

fn version_row<'s>(
    cx: &Cx<'s>,
    event_type: &'s EventType,
    at: usize,
    shown: usize,
) -> VersionRow<'s> {
    let version = &event_type.versions[at];
    let before = event_type.versions.get(at + 1);
    VersionRow {
        version: version.number.to_string(),
        status: version.status.key(),
        status_label: cx.t(&format!("status-{}", version.status.key())),
        date: version
            .published
            .as_ref()
            .map_or_else(String::new, |date| date.value.to_string()),
        changes_html: version.changes.as_ref().map(|text| cx.markdown(text)),
        url: cx.url(&Address::version(&event_type.id, &version.number.value)),
        json: cx.file_url(&exports::version_path(event_type, version)),
        schema: cx.file_url(&exports::schema_path(event_type, version)),
        comparison: before.map(|before| Link {
            title: before.number.to_string(),
            url: cx.url(&compare_pairs::address(event_type, at + 1, at)),
        }),
        current: at == shown,
    }
}

/// The event types of the same process, as they come in a case.
fn siblings<'s>(cx: &Cx<'s>, event_type: &EventType) -> Vec<Sibling<'s>> {
    let process = cx.catalogue.get(&event_type.process);
    let all = order::in_course(cx.catalogue, process).into_iter();
    all.map(|at| {
        let it = &cx.catalogue.event_types[at as usize];
        Sibling {
            short: it.short(),
            title: cx.event_type_title(it),
            url: cx.event_type_url(it),
            current: it.id.value == event_type.id.value,
        }
    })
    .collect()
}

fn inheriting(cx: &Cx<'_>, version: &Version) -> Vec<Link> {
    let own = version.authorizations.iter();
    let stated: Vec<u32> = own.map(|it| it.index).collect();
    super::authorization::links(cx, &cx.catalogue.inheriting(&stated))
}
