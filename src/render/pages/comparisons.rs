//! Choosing two versions of an event type to compare.

use super::banner::{Banner, of_event_type};
use super::compare::{between, frame_below};
use super::compare_pairs::{EACH, address, pairs};
use super::frame::{Link, Page, render};
use crate::model::change::{compare, required_bump};
use crate::model::{Address, EventType};
use crate::render::Kind;
use crate::render::context::Cx;
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        let several = |(_, it): &(u32, &EventType)| it.versions.len() > 1;
        (0_u32..)
            .zip(&site.catalogue.event_types)
            .filter(several)
            .map(|(at, _)| (at, 0))
            .collect()
    },
    per_language: true,
    path: |cx, item, _| {
        let id = &cx.catalogue.event_types[item as usize].id;
        cx.page_path(&Address::comparisons(id))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.event_types[item as usize];
        let own = Address::comparisons(&it.id);
        let values = [("title", cx.event_type_title(it)), ("id", &*it.id.value)];
        let title = cx.fill("title-comparisons-of", &values);
        let description = cx.fill("description-comparisons", &values);
        let each = it.versions.len().min(EACH);
        let context = Context {
            page: frame_below(cx, it, &own, &title, &description).done(),
            et: Facts {
                id: &it.id,
                url: cx.event_type_url(it),
                banner: of_event_type(cx, it),
            },
            columns: (1..each).rev().map(|at| version(cx, it, at)).collect(),
            rows: (0..each - 1)
                .map(|newer| row(cx, it, newer, each))
                .collect(),
            older: (EACH..it.versions.len())
                .map(|at| older(cx, it, at))
                .collect(),
        };
        render(cx, "comparisons.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    et: Facts<'s>,
    /// The older versions of the table, oldest first.
    columns: Vec<VersionHead<'s>>,
    /// The newer versions of the table, newest first.
    rows: Vec<Row<'s>>,
    /// Versions too old for the table.
    older: Vec<Older<'s>>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    url: String,
    banner: Option<Banner>,
}

#[derive(Serialize)]
struct VersionHead<'s> {
    version: String,
    url: String,
    status: &'static str,
    status_label: &'s str,
}

#[derive(Serialize)]
struct Row<'s> {
    newer: VersionHead<'s>,
    /// By column; nothing where the column's version isn't older.
    cells: Vec<Option<Cell<'s>>>,
}

#[derive(Serialize)]
struct Cell<'s> {
    title: String,
    url: String,
    bump: &'static str,
    requires: &'s str,
}

#[derive(Serialize)]
struct Older<'s> {
    head: VersionHead<'s>,
    comparisons: Vec<Link>,
}

fn version<'s>(cx: &Cx<'s>, event_type: &'s EventType, at: usize) -> VersionHead<'s> {
    let it = &event_type.versions[at];
    VersionHead {
        version: it.number.to_string(),
        url: cx.url(&Address::version(&event_type.id, &it.number.value)),
        status: it.status.key(),
        status_label: cx.t(&format!("status-{}", it.status.key())),
    }
}

fn row<'s>(cx: &Cx<'s>, event_type: &'s EventType, newer: usize, each: usize) -> Row<'s> {
    let cell = |older: usize| {
        let (old, new) = (&event_type.versions[older], &event_type.versions[newer]);
        let required = required_bump(&compare(old, new));
        Cell {
            title: between(cx, old, new),
            url: cx.url(&address(event_type, older, newer)),
            bump: required.key(),
            requires: cx.t(&format!("bump-short-{}", required.key())),
        }
    };
    Row {
        newer: version(cx, event_type, newer),
        cells: (1..each)
            .rev()
            .map(|older| (older > newer).then(|| cell(older)))
            .collect(),
    }
}

/// An old version and what it is compared with: the links of a chain that leads
/// to every other version.
fn older<'s>(cx: &Cx<'s>, event_type: &'s EventType, at: usize) -> Older<'s> {
    let link = |newer: usize| Link {
        title: between(cx, &event_type.versions[at], &event_type.versions[newer]),
        url: cx.url(&address(event_type, at, newer)),
    };
    let mut newer: Vec<usize> = pairs(event_type)
        .filter(|(older, _)| *older == at)
        .map(|(_, newer)| newer)
        .collect();
    newer.reverse();
    Older {
        head: version(cx, event_type, at),
        comparisons: newer.into_iter().map(link).collect(),
    }
}
