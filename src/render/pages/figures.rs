//! Facts and figures: who is connected and what is published, over time and against the
//! aims of the roadmap. Everything is counted from the dates in the catalogue.

use super::frame::{Frame, Link, Page, render};
use super::{register, roadmap, template};
use crate::model::{Actor, ActorKind, Address, Measure, Process, Section, Status, Template};
use crate::render::chart::{Axis, Bar, Series, Words, bars, steps};
use crate::render::context::Cx;
use crate::render::{Kind, exports};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&address()),
    render: |cx, _, _, out| {
        let title = cx.t("title-figures");
        let address = address();
        let description = cx.t("description-figures");
        let frame = Frame::new(*cx, "figures", &address, title, description)
            .crumb(title, &address)
            .json(exports::REGISTER);
        let totals = [
            Measure::Producers,
            Measure::Consumers,
            Measure::Processes,
            Measure::EventTypes,
        ];
        let context = Context {
            page: frame.done(),
            totals: totals.map(|it| Total {
                count: count(cx, it),
                label: cx.t(&format!("total-{}", it.key())),
            }),
            actors: connected(cx),
            event_types: published(cx)
                .into_iter()
                .chain([by_status(cx), by_category(cx)])
                .collect(),
            templates: adoption(cx),
            aims: aims(cx),
            register: cx.url(&register::address()),
            roadmap: cx.catalogue.roadmap.as_ref().map(|it| Link {
                title: cx.text(&it.title).to_owned(),
                url: cx.url(&roadmap::address()),
            }),
        };
        render(cx, "figures.html", &context, out)
    },
};

/// The address of the page.
pub(in crate::render) fn address() -> Address {
    Address::page("figures")
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    totals: [Total<'s>; 4],
    actors: Vec<Figure<'s>>,
    event_types: Vec<Figure<'s>>,
    templates: Vec<Figure<'s>>,
    aims: Vec<Aim<'s>>,
    register: String,
    roadmap: Option<Link>,
}

#[derive(Serialize)]
struct Total<'s> {
    count: usize,
    label: &'s str,
}

/// A chart and its table.
#[derive(Serialize)]
struct Figure<'s> {
    id: &'static str,
    title: &'s str,
    text: &'s str,
    svg: String,
    columns: Vec<&'s str>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    head: Link,
    cells: Vec<usize>,
}

/// What the roadmap aims at, and how far the catalogue has come.
#[derive(Serialize)]
struct Aim<'s> {
    when: &'s str,
    text_html: String,
    measures: Vec<String>,
    status: &'static str,
    status_label: &'s str,
}

/// The series as a chart, on an axis that other charts may share.
fn over_time<'s>(cx: &Cx<'s>, id: &'static str, all: &[Series<'s>], axis: &Axis) -> Figure<'s> {
    let text = cx.t(&format!("figure-{id}-text"));
    let words = Words {
        id,
        description: text,
    };
    let row = |day: Date| Row {
        head: Link {
            title: day.to_string(),
            url: String::new(),
        },
        cells: all.iter().map(|it| it.on(day)).collect(),
    };
    let labels = all.iter().map(|it| it.label);
    Figure {
        id,
        title: cx.t(&format!("figure-{id}")),
        text,
        svg: steps(all, axis, &words),
        columns: std::iter::once(cx.t("col-through")).chain(labels).collect(),
        rows: axis.ends().into_iter().map(row).collect(),
    }
}

/// The days on which the numbers of some series changed.
fn days<'d>(all: &'d [Series<'_>]) -> impl Iterator<Item = Date> + Clone + 'd {
    all.iter().flat_map(|it| &it.changes).map(|(day, _)| *day)
}

/// The actors in production over time, by role and kind.
fn connected<'s>(cx: &Cx<'s>) -> Vec<Figure<'s>> {
    let producers = cx.catalogue.producers.iter().map(|it| &it.actor);
    let consumers = cx.catalogue.consumers.iter().map(|it| &it.actor);
    let (producers, consumers) = (
        by_kind(cx, producers.collect()),
        by_kind(cx, consumers.collect()),
    );
    let Some(axis) = Axis::new(days(&producers).chain(days(&consumers))) else {
        return Vec::new();
    };
    let both = [("producers", producers), ("consumers", consumers)];
    let there = both.into_iter().filter(|(_, all)| !all.is_empty());
    there
        .map(|(id, all)| over_time(cx, id, &all, &axis))
        .collect()
}

fn by_kind<'s>(cx: &Cx<'s>, actors: Vec<&Actor>) -> Vec<Series<'s>> {
    let of = |kind: ActorKind| {
        let own = || actors.iter().filter(move |it| it.kind == kind);
        let came = own().filter_map(|it| it.connected());
        let went = own().filter_map(|it| it.disconnected());
        let label = cx.t(&format!("kinds-{}", kind.key()));
        Some(Series::new(label, came, went)).filter(|it| !it.changes.is_empty())
    };
    ActorKind::ALL.into_iter().filter_map(of).collect()
}

/// Event types and their versions that had been published, over time.
fn published<'s>(cx: &Cx<'s>) -> Option<Figure<'s>> {
    let all = &cx.catalogue.event_types;
    let of = |it: &'s crate::model::EventType| {
        let versions = it.versions.iter();
        versions.filter_map(|version| version.published.as_ref().map(|day| day.value))
    };
    let first = all.iter().filter_map(|it| of(it).min());
    let every = all.iter().flat_map(of);
    let series = [
        Series::new(cx.t("series-event-types"), first, []),
        Series::new(cx.t("series-versions"), every, []),
    ];
    let axis = Axis::new(days(&series))?;
    Some(over_time(cx, "published", &series, &axis))
}

/// The templates that are followed, over time and one by one.
fn adoption<'s>(cx: &Cx<'s>) -> Vec<Figure<'s>> {
    let templates = &cx.catalogue.templates;
    let of = |kind: ActorKind| {
        let own = templates.iter().filter(move |it| it.kind == kind);
        let adopters = own.flat_map(|it| it.adopters());
        let days =
            adopters.filter_map(|it| Some(cx.catalogue.get(it).adopted.as_ref()?.since.value));
        let label = cx.t(&format!("kinds-{}", kind.key()));
        Some(Series::new(label, days, [])).filter(|it| !it.changes.is_empty())
    };
    let series: Vec<Series<'_>> = ActorKind::ALL.into_iter().filter_map(of).collect();
    let Some(axis) = Axis::new(days(&series)) else {
        return Vec::new();
    };
    let row = |it: &'s Template| {
        let title = cx.text(&it.title);
        (title, cx.url(&template::address(it)), it.adopters().len())
    };
    let each = counted(cx, "template", templates.iter().map(row).collect());
    vec![over_time(cx, "adopted", &series, &axis), each]
}

/// What the bars of a chart are called and lead to, and how many there are of each.
fn counted<'s>(cx: &Cx<'s>, id: &'static str, all: Vec<(&'s str, String, usize)>) -> Figure<'s> {
    let text = cx.t(&format!("figure-{id}-text"));
    let bar = |it: &(&'s str, String, usize)| Bar {
        label: it.0,
        count: it.2,
    };
    let words = Words {
        id,
        description: text,
    };
    Figure {
        id,
        title: cx.t(&format!("figure-{id}")),
        text,
        svg: bars(&all.iter().map(bar).collect::<Vec<_>>(), &words),
        columns: vec![cx.t(id), cx.t("col-count")],
        rows: all
            .into_iter()
            .map(|(title, url, count)| Row {
                head: Link {
                    title: title.to_owned(),
                    url,
                },
                cells: vec![count],
            })
            .collect(),
    }
}

fn by_status<'s>(cx: &Cx<'s>) -> Figure<'s> {
    let all = [
        Status::Draft,
        Status::Published,
        Status::Deprecated,
        Status::Retired,
    ];
    let row = |status: Status| {
        let own = cx.catalogue.event_types.iter();
        let count = own.filter(|it| it.current().status == status).count();
        let label = cx.t(&format!("status-{}", status.key()));
        (label, String::new(), count)
    };
    counted(cx, "status", all.map(row).into())
}

fn by_category<'s>(cx: &Cx<'s>) -> Figure<'s> {
    let lists = &cx.site.orders.of(cx.lang).by_category;
    let all = cx.catalogue.categories.iter().zip(lists);
    let row = |(it, list): (&'s crate::model::Category, &crate::render::order::Paged)| {
        let url = cx.url(&Address::entity(Section::Categories, &it.id));
        (cx.text(&it.title), url, list.items.len())
    };
    counted(cx, "category", all.map(row).collect())
}

/// How many there are in production, or published.
fn count(cx: &Cx<'_>, measure: Measure) -> usize {
    let catalogue = cx.catalogue;
    let open = |it: &&Actor| it.connected().is_some() && it.disconnected().is_none();
    let producers = || catalogue.producers.iter().map(|it| &it.actor).filter(open);
    let consumers = || catalogue.consumers.iter().map(|it| &it.actor).filter(open);
    let of = |kind: ActorKind| producers().filter(|it| it.kind == kind).count();
    let private = || consumers().filter(|it| it.kind == ActorKind::Private);
    match measure {
        Measure::Producers => producers().count(),
        Measure::StateAgencies => of(ActorKind::StateAgency),
        Measure::Regions => of(ActorKind::Region),
        Measure::Municipalities => of(ActorKind::Municipality),
        Measure::Consumers => consumers().count(),
        Measure::PublicConsumers => consumers().count() - private().count(),
        Measure::PrivateConsumers => private().count(),
        Measure::Processes => catalogue.processes.len(),
        Measure::EventTypes => {
            let all = catalogue.event_types.iter();
            all.filter(|it| matches!(it.current().status, Status::Published | Status::Deprecated))
                .count()
        }
        Measure::Templates => catalogue.templates.len(),
        Measure::Adopters => {
            let all = catalogue.processes.iter();
            let following = all.filter(|it| it.adopted.is_some());
            let producers: BTreeSet<u32> = following.map(|it| it.producer.index).collect();
            producers.len()
        }
        Measure::Areas => catalogue.areas.len(),
        Measure::LinkedProcesses => {
            let elsewhere = |it: &&Process| {
                let mut others = it.parent.iter().chain(&it.follows);
                others.any(|other| catalogue.get(other).producer.index != it.producer.index)
            };
            catalogue.processes.iter().filter(elsewhere).count()
        }
    }
}

fn aims<'s>(cx: &Cx<'s>) -> Vec<Aim<'s>> {
    let periods = cx.catalogue.roadmap.iter().flat_map(|it| &it.periods);
    let mut aims = Vec::new();
    for period in periods {
        for it in period.items.iter().filter(|it| !it.measures.is_empty()) {
            let figure = |measure: &Measure| {
                let number = count(cx, *measure).to_string();
                cx.fill(&format!("measure-{}", measure.key()), &[("count", &number)])
            };
            aims.push(Aim {
                when: cx.text(&period.when),
                text_html: cx.markdown(&it.text),
                measures: it.measures.iter().map(figure).collect(),
                status: it.progress.key(),
                status_label: cx.t(&format!("roadmap-{}", it.progress.key())),
            });
        }
    }
    aims
}
