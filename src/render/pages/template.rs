//! A template process: what it holds, its versions, and who has adopted it.

use super::event_type_parts::{AttributeRow, attributes};
use super::frame::{Frame, Link, Page, render};
use super::parts::{ProducerLink, process_link, producer_link, yes_no};
use super::states::{self, States};
use crate::model::{
    Address, Adopted, Entity as _, EventType, Process, Section, Template, TemplateVersion,
};
use crate::render::context::Cx;
use crate::render::{Kind, code, exports};
use serde::Serialize;
use std::sync::Arc;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.templates.len()),
    per_language: true,
    path: |cx, item, _| cx.page_path(&address(&cx.catalogue.templates[item as usize])),
    render: |cx, item, _, out| {
        let it = &cx.catalogue.templates[item as usize];
        let title = cx.text(&it.title);
        let description = cx.fill("description-template", &[("title", title)]);
        let address = address(it);
        let mut frame = Frame::new(*cx, "template", &address, title, &description)
            .section(Section::Templates)
            .crumb(title, &address)
            .json(&exports::entity_path(Section::Templates, &it.id));
        for id in ["event-types", "states", "adopters", "adopt", "versions"] {
            frame = frame.toc(id, cx.t(&format!("section-{id}")));
        }
        let current = it.current();
        let context = Context {
            page: frame.done(),
            template: facts(cx, it),
            event_types: event_types(cx, it, current),
            states: states::of_template(cx, it, anchor),
            versions: it
                .versions
                .iter()
                .map(|version| version_row(cx, version))
                .collect(),
            adopters: adopters(cx, it),
            adopt: adopt(it),
        };
        render(cx, "template.html", &context, out)
    },
};

pub(super) fn address(it: &Template) -> Address {
    Address::entity(Section::Templates, &it.id)
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    template: Facts<'s>,
    event_types: Vec<EventRow<'s>>,
    states: Option<States<'s>>,
    versions: Vec<VersionRow<'s>>,
    adopters: Vec<AdopterRow<'s>>,
    adopt: Adopt,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    kind: &'s str,
    version: String,
    status: &'static str,
    status_label: &'s str,
    published: Option<String>,
    legal_basis: Vec<Basis<'s>>,
}

#[derive(Serialize)]
struct Basis<'s> {
    title: &'s str,
    url: Option<&'s str>,
}

#[derive(Serialize)]
struct EventRow<'s> {
    short: &'s str,
    anchor: String,
    title: &'s str,
    version: String,
    description_html: String,
    category: Link,
    customer_action: &'static str,
    closes_case: &'static str,
    authorizations: Vec<Link>,
    attributes: Vec<AttributeRow<'s>>,
    references: Vec<AttributeRow<'s>>,
    example: Option<Example<'s>>,
}

#[derive(Serialize)]
struct Example<'s> {
    title: &'s str,
    html: String,
}

#[derive(Serialize)]
struct VersionRow<'s> {
    version: String,
    status: &'static str,
    status_label: &'s str,
    date: Option<String>,
    changes_html: Option<String>,
    event_types: Vec<PinRow<'s>>,
}

#[derive(Serialize)]
struct PinRow<'s> {
    short: &'s str,
    version: String,
}

#[derive(Serialize)]
struct AdopterRow<'s> {
    producer: ProducerLink<'s>,
    process: Link,
    id: &'s str,
    range: String,
    version: String,
    since: String,
    own: usize,
}

/// How the template is adopted: the command, and the file that it writes.
#[derive(Serialize)]
struct Adopt {
    command_html: String,
    path: String,
    file_html: String,
}

fn facts<'s>(cx: &Cx<'s>, it: &'s Template) -> Facts<'s> {
    let version = it.current();
    let basis = it.legal_basis.iter().map(|basis| Basis {
        title: cx.text(&basis.title),
        url: basis.url.as_deref(),
    });
    Facts {
        id: &it.id,
        title: cx.text(&it.title),
        description_html: cx.markdown(&it.description),
        kind: cx.t(&format!("kind-{}", it.kind.key())),
        version: version.number.to_string(),
        status: version.status.key(),
        status_label: cx.t(&format!("status-{}", version.status.key())),
        published: version.published.as_ref().map(|day| day.to_string()),
        legal_basis: basis.collect(),
    }
}

/// The address within the page of an event type.
fn anchor(short: &str) -> String {
    short.to_lowercase().replace('_', "-")
}

fn event_types<'s>(
    cx: &Cx<'s>,
    it: &'s Template,
    current: &'s TemplateVersion,
) -> Vec<EventRow<'s>> {
    let pinned = current.event_types.iter();
    let found = pinned.filter_map(|pin| {
        let mut events = it.event_types().iter();
        let event = events.find(|event| event.short() == &*pin.event.value)?;
        Some((event, event.version(&pin.version.value)?))
    });
    let row = |(event, version): (&'s EventType, &'s crate::model::Version)| {
        let category = cx.catalogue.get(&version.category);
        let authorizations = version.authorizations.iter().map(|own| {
            let own = cx.catalogue.get(own);
            Link {
                title: cx.text(&own.title).to_owned(),
                url: cx.url(&Address::entity(Section::Authorizations, &own.id)),
            }
        });
        let anchor = anchor(event.short());
        EventRow {
            short: event.short(),
            title: cx.text(&version.title),
            version: version.number.to_string(),
            description_html: cx.markdown(&version.description),
            category: Link {
                title: cx.text(&category.title).to_owned(),
                url: cx.url(&Address::entity(Section::Categories, &category.id)),
            },
            customer_action: yes_no(version.requires_customer_action),
            closes_case: yes_no(version.closes_case),
            authorizations: authorizations.collect(),
            attributes: attributes(cx, &version.attributes, &format!("{anchor}-a")),
            references: attributes(cx, &version.references, &format!("{anchor}-r")),
            example: version.examples.first().map(|example| Example {
                title: cx.text(&example.title),
                html: code::json_html(&example.json),
            }),
            anchor,
        }
    };
    found.map(row).collect()
}

fn version_row<'s>(cx: &Cx<'s>, it: &'s TemplateVersion) -> VersionRow<'s> {
    let pins = it.event_types.iter().map(|pin| PinRow {
        short: &pin.event.value,
        version: pin.version.to_string(),
    });
    VersionRow {
        version: it.number.to_string(),
        status: it.status.key(),
        status_label: cx.t(&format!("status-{}", it.status.key())),
        date: it.published.as_ref().map(|day| day.to_string()),
        changes_html: it.changes.as_ref().map(|text| cx.markdown(text)),
        event_types: pins.collect(),
    }
}

fn adopters<'s>(cx: &Cx<'s>, it: &'s Template) -> Vec<AdopterRow<'s>> {
    let row = |process: &'s Process, adopted: &'s Adopted| AdopterRow {
        producer: producer_link(cx, process.producer.index),
        process: process_link(cx, process),
        id: &process.id,
        range: adopted.range.to_string(),
        version: adopted
            .version(it)
            .map_or(String::new(), |it| it.number.to_string()),
        since: adopted.since.to_string(),
        own: adopted.overrides.len(),
    };
    let all = it.adopters().iter().map(|own| cx.catalogue.get(own));
    let all = all.filter_map(|process| Some(row(process, process.adopted.as_deref()?)));
    all.collect()
}

fn adopt(it: &Template) -> Adopt {
    let id = it.id();
    let number = &it.current().number;
    let day = it
        .current()
        .published
        .as_ref()
        .map_or("2026-01-01".to_owned(), |day| day.to_string());
    let (major, minor) = (number.major, number.minor);
    let file = format!(
        "id: KOMMUN.{id}\nadopts: {{ template: {id}, version: ^{major}.{minor}, since: {day} }}\n"
    );
    Adopt {
        command_html: code::highlight("sh", &format!("katalog adopt {id} --as KOMMUN\n"))
            .to_string(),
        path: format!("catalogue/producers/KOMMUN/{id}/process.yaml"),
        file_html: code::highlight("yaml", &file).to_string(),
    }
}

/// What an adopted process or event type follows, for its own page.
#[derive(Serialize)]
pub(super) struct Follows<'s> {
    title: &'s str,
    url: String,
    /// The version of the template that is followed now.
    version: String,
    range: String,
    since: String,
    /// What is the producer's own, in words.
    own: Vec<&'s str>,
}

/// What a process follows.
pub(super) fn of_process<'s>(cx: &Cx<'s>, process: &'s Process) -> Option<Follows<'s>> {
    let adopted = process.adopted.as_deref()?;
    let template = cx.catalogue.get(&adopted.template);
    let mut own = Vec::new();
    if !Arc::ptr_eq(&process.title.by_lang, &template.title.by_lang) {
        own.push(cx.t("own-title"));
    }
    if !Arc::ptr_eq(&process.description.by_lang, &template.description.by_lang) {
        own.push(cx.t("own-description"));
    }
    Some(follows(cx, template, adopted, own))
}

/// What a version of an event type follows.
pub(super) fn of_event_type<'s>(
    cx: &Cx<'s>,
    event_type: &'s EventType,
    version: &semver::Version,
) -> Option<Follows<'s>> {
    let (template, _) = cx.catalogue.followed(event_type)?;
    let adopted = cx.catalogue.get(&event_type.process).adopted.as_deref()?;
    let mut own = Vec::new();
    let here = adopted.overrides.iter();
    for it in here.filter(|it| it.applies(event_type.short(), version)) {
        for (is_own, key) in [
            (it.title.is_some(), "own-title"),
            (it.description.is_some(), "own-description"),
            (!it.tags.is_empty(), "own-tags"),
            (
                !it.attributes.is_empty() || !it.references.is_empty(),
                "own-attributes",
            ),
            (it.examples.is_some(), "own-examples"),
        ] {
            if is_own && !own.contains(&cx.t(key)) {
                own.push(cx.t(key));
            }
        }
    }
    Some(follows(cx, template, adopted, own))
}

fn follows<'s>(
    cx: &Cx<'s>,
    template: &'s Template,
    adopted: &'s Adopted,
    own: Vec<&'s str>,
) -> Follows<'s> {
    Follows {
        title: cx.text(&template.title),
        url: cx.url(&address(template)),
        version: adopted
            .version(template)
            .map_or(String::new(), |it| it.number.to_string()),
        range: adopted.range.to_string(),
        since: adopted.since.to_string(),
        own,
    }
}
