//! The start page.

use super::actor::kind_label;
use super::frame::{Frame, Page, render};
use crate::model::{Address, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports, html};
use serde::Serialize;

/// How many of the latest changes are shown.
const RECENT: usize = 8;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::start()),
    render: |cx, _, _, out| {
        let config = cx.catalogue.config();
        let title = cx.text(&config.title);
        let description = cx.text(&config.description);
        let frame = Frame::new(*cx, "start", &Address::start(), title, description)
            .json(exports::INDEX)
            .latest(cx.site.orders.of(cx.lang).event_types.latest);
        let context = Context {
            page: frame.done(),
            intro_html: format!("<p>{}</p>", html::escaped(description)),
            counts: counts(cx),
            producers: producers(cx),
            categories: categories(cx),
            documents: super::menu::documents(cx),
            recent: recent(cx),
            changes_url: cx.url(&super::changes::address()),
            json_links: json_links(cx),
        };
        render(cx, "start.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    intro_html: String,
    counts: Vec<Count<'s>>,
    producers: Vec<Producer<'s>>,
    categories: Vec<Category<'s>>,
    documents: Vec<super::menu::Document<'s>>,
    recent: Vec<Recent<'s>>,
    changes_url: String,
    json_links: Vec<JsonLink<'s>>,
}

#[derive(Serialize)]
struct Count<'s> {
    label: &'s str,
    count: usize,
    url: String,
}

#[derive(Serialize)]
struct Producer<'s> {
    id: &'s str,
    name: &'s str,
    kind_label: &'s str,
    url: String,
    processes: usize,
    event_types: usize,
}

#[derive(Serialize)]
struct Category<'s> {
    id: &'s str,
    title: &'s str,
    url: String,
    count: usize,
}

#[derive(Serialize)]
struct Recent<'s> {
    id: &'s str,
    title: &'s str,
    version: String,
    date: String,
    url: String,
    status: &'static str,
    status_label: &'s str,
}

#[derive(Serialize)]
struct JsonLink<'s> {
    title: &'s str,
    url: String,
    description: &'s str,
}

fn counts<'s>(cx: &Cx<'s>) -> Vec<Count<'s>> {
    let catalogue = cx.catalogue;
    let all = [
        (
            "count-event-types",
            catalogue.event_types.len(),
            Section::EventTypes,
        ),
        (
            "count-producers",
            catalogue.producers.len(),
            Section::Producers,
        ),
        (
            "count-processes",
            catalogue.processes.len(),
            Section::Producers,
        ),
        (
            "count-consumers",
            catalogue.consumers.len(),
            Section::Consumers,
        ),
        (
            "count-categories",
            catalogue.categories.len(),
            Section::Categories,
        ),
        (
            "count-concepts",
            catalogue.concepts.len(),
            Section::Concepts,
        ),
    ];
    let count = |(label, count, section)| Count {
        label: cx.t(label),
        count,
        url: cx.url(&Address::section(section)),
    };
    all.into_iter().map(count).collect()
}

fn producers<'s>(cx: &Cx<'s>) -> Vec<Producer<'s>> {
    let order = cx.site.orders.of(cx.lang).producers.iter();
    let producer = |at: &u32| {
        let it = &cx.catalogue.producers[*at as usize];
        Producer {
            id: &it.id,
            name: cx.text(&it.actor.name),
            kind_label: kind_label(cx, it.actor.kind),
            url: cx.url(&Address::entity(Section::Producers, &it.id)),
            processes: it.processes().len(),
            event_types: cx.catalogue.under(&it.id).len(),
        }
    };
    // A long list belongs on the page of producers.
    order.take(24).map(producer).collect()
}

fn categories<'s>(cx: &Cx<'s>) -> Vec<Category<'s>> {
    let lists = &cx.site.orders.of(cx.lang).by_category;
    let category =
        |(it, list): (&'s crate::model::Category, &crate::render::order::Paged)| Category {
            id: &it.id,
            title: cx.text(&it.title),
            url: cx.url(&Address::entity(Section::Categories, &it.id)),
            count: list.items.len(),
        };
    cx.catalogue
        .categories
        .iter()
        .zip(lists)
        .map(category)
        .collect()
}

/// The event types that changed last, each with the version that did.
fn recent<'s>(cx: &Cx<'s>) -> Vec<Recent<'s>> {
    let versions = cx
        .catalogue
        .event_types
        .iter()
        .flat_map(|it| it.versions.iter().map(move |v| (it, v)));
    let mut all: Vec<_> = versions
        .filter_map(|(it, v)| Some((v.changed()?, it, v)))
        .collect();
    all.sort_by(|a, b| (b.0, &a.1.id.value).cmp(&(a.0, &b.1.id.value)));
    // An event type stands once, by the version that changed last.
    let mut seen = std::collections::HashSet::new();
    all.retain(|(_, it, _)| seen.insert(&*it.id.value));
    all.truncate(RECENT);
    let row = |(date, it, version): (
        jiff::civil::Date,
        &'s crate::model::EventType,
        &'s crate::model::Version,
    )| Recent {
        id: &it.id,
        title: cx.text(&version.title),
        version: version.number.to_string(),
        date: date.to_string(),
        url: cx.url(&Address::version(&it.id, &version.number.value)),
        status: version.status.key(),
        status_label: cx.t(&format!("status-{}", version.status.key())),
    };
    all.into_iter().map(row).collect()
}

fn json_links<'s>(cx: &Cx<'s>) -> Vec<JsonLink<'s>> {
    let tables = [
        ("json-producers", Section::Producers),
        ("json-consumers", Section::Consumers),
        ("json-categories", Section::Categories),
        ("json-authorizations", Section::Authorizations),
        ("json-areas", Section::Areas),
        ("json-concepts", Section::Concepts),
        ("json-codelists", Section::CodeLists),
        ("json-templates", Section::Templates),
    ];
    let link = |key: &str, path: &str| JsonLink {
        title: cx.t(key),
        url: cx.file_url(path),
        description: cx.t(&format!("{key}-text")),
    };
    let mut links = vec![
        link("json-catalogue", exports::INDEX),
        link("json-register", exports::REGISTER),
        link("json-changes", exports::CHANGES),
    ];
    links.extend(tables.map(|(key, section)| link(key, &exports::table_path(section))));
    links
}
