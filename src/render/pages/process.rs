//! A producer process: its event types, its states, and who may read what.

use super::area;
use super::frame::{Frame, Link, Page, render};
use super::matrix::{Columns, Right, columns, right};
use super::parts::{ProducerLink, Row, process_link, producer_link, row};
use super::process_graph;
use super::states::{self, States};
use super::template::{self, Follows};
use crate::model::{Address, EventType, Process, Ref, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.processes.len()),
    per_language: true,
    path: |cx, item, _| {
        cx.page_path(&Address::entity(
            Section::Producers,
            &cx.catalogue.processes[item as usize].id,
        ))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.processes[item as usize];
        let rows = order::in_course(cx.catalogue, it);
        let context = Context {
            page: frame(cx, it),
            producer: producer_link(cx, it.producer.index),
            process: facts(cx, item, it),
            event_types: rows
                .iter()
                .map(|at| row(cx, order::event_type(cx.catalogue, *at)))
                .collect(),
            related_html: process_graph::related(cx, it, "h-related"),
            states: states::of_process(cx, it),
            matrix: matrix(cx, &rows),
        };
        render(cx, "process.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    producer: ProducerLink<'s>,
    process: Facts<'s>,
    event_types: Vec<Row<'s>>,
    related_html: Option<String>,
    states: Option<States<'s>>,
    matrix: Matrix<'s>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    adopted: Option<Follows<'s>>,
    parent: Option<Link>,
    children: Vec<Link>,
    follows: Vec<Link>,
    followers: Vec<Link>,
    legal_basis: Vec<LegalBasis<'s>>,
    areas: Vec<Link>,
}

#[derive(Serialize)]
struct LegalBasis<'s> {
    title: &'s str,
    url: Option<&'s str>,
}

#[derive(Serialize)]
struct Matrix<'s> {
    columns: Columns<'s>,
    rows: Vec<MatrixRow<'s>>,
}

#[derive(Serialize)]
struct MatrixRow<'s> {
    title: &'s str,
    url: String,
    /// The look and the words of each cell.
    cells: Vec<(&'static str, &'static str)>,
}

fn frame(cx: &Cx<'_>, it: &Process) -> Page {
    let producer = cx.catalogue.get(&it.producer);
    let name = producer.actor.name.get(cx.lang);
    let title = it.title.get(cx.lang);
    let address = Address::entity(Section::Producers, &it.id);
    let description = cx.fill(
        "description-process",
        &[("title", title), ("producer", name)],
    );
    Frame::new(*cx, "process", &address, title, &description)
        .section(Section::Producers)
        .crumb(name, &Address::entity(Section::Producers, &producer.id))
        .crumb(title, &address)
        .json(&exports::process_path(it))
        .standing(it.standing)
        .latest(order::latest(
            cx.catalogue,
            it.event_types().iter().map(|own| own.index),
        ))
        .done()
}

fn facts<'s>(cx: &Cx<'s>, item: u32, it: &'s Process) -> Facts<'s> {
    let basis = |basis: &'s crate::model::LegalBasis| LegalBasis {
        title: cx.text(&basis.title),
        url: basis.url.as_deref(),
    };
    let links = |all: &[Ref<Process>]| {
        let all = all.iter().map(|other| cx.catalogue.get(other));
        all.map(|other| process_link(cx, other)).collect()
    };
    Facts {
        id: &it.id,
        title: cx.text(&it.title),
        description_html: cx.markdown(&it.description),
        adopted: template::of_process(cx, it),
        parent: it
            .parent
            .as_ref()
            .map(|parent| process_link(cx, cx.catalogue.get(parent))),
        children: links(it.children()),
        follows: links(&it.follows),
        followers: links(it.followers()),
        legal_basis: it.legal_basis.iter().map(basis).collect(),
        areas: area::of_process(cx, item),
    }
}

/// The event types of the process against those authorization object types that open any
/// of them.
fn matrix<'s>(cx: &Cx<'s>, event_types: &[u32]) -> Matrix<'s> {
    let types = event_types
        .iter()
        .map(|at| order::event_type(cx.catalogue, *at));
    let types: Vec<&EventType> = types.collect();
    let opens_any = |at: &u32| types.iter().any(|it| right(cx, *at, it) != Right::None);
    let all = (0_u32..).take(cx.catalogue.authorizations.len());
    let shown: Vec<u32> = all.filter(opens_any).collect();
    let row = |it: &&'s EventType| MatrixRow {
        title: cx.event_type_title(it),
        url: cx.event_type_url(it),
        cells: shown
            .iter()
            .map(|at| match right(cx, *at, it) {
                Right::Stated => ("all", "✓"),
                Right::Inherited => ("inh", "(✓)"),
                Right::None => ("", "–"),
            })
            .collect(),
    };
    Matrix {
        columns: columns(cx, &shown),
        rows: types.iter().map(row).collect(),
    }
}
