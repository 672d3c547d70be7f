//! A producer process: its event types, its states, and who may read what.

use super::authorizations::{Column, columns};
use super::frame::{Frame, Link, Page, render};
use super::parts::{ProducerLink, Row, process_link, producer_link, row};
use crate::model::{Address, Process, Section};
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
            process: facts(cx, it),
            event_types: rows
                .iter()
                .map(|at| row(cx, order::event_type(cx.catalogue, *at)))
                .collect(),
            states: states(cx, it),
            transitions: transitions(cx, it),
            matrix: Matrix {
                columns: columns(cx),
                rows: matrix(cx, &rows),
            },
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
    states: Vec<StateRow<'s>>,
    transitions: Vec<TransitionRow<'s>>,
    matrix: Matrix<'s>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    parent: Option<Link>,
    children: Vec<Link>,
    legal_basis: Vec<LegalBasis<'s>>,
}

#[derive(Serialize)]
struct LegalBasis<'s> {
    title: &'s str,
    url: Option<&'s str>,
}

#[derive(Serialize)]
struct StateRow<'s> {
    id: &'s str,
    title: &'s str,
    start: bool,
    end: bool,
    customer_acts: bool,
}

#[derive(Serialize)]
struct TransitionRow<'s> {
    event: EventLink<'s>,
    from: Vec<&'s str>,
    to: &'s str,
}

#[derive(Serialize)]
struct EventLink<'s> {
    short: &'s str,
    title: &'s str,
    url: String,
}

#[derive(Serialize)]
struct Matrix<'s> {
    columns: Vec<Column<'s>>,
    rows: Vec<MatrixRow<'s>>,
}

#[derive(Serialize)]
struct MatrixRow<'s> {
    title: &'s str,
    short: &'s str,
    url: String,
    cells: Vec<bool>,
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

fn facts<'s>(cx: &Cx<'s>, it: &'s Process) -> Facts<'s> {
    let basis = |basis: &'s crate::model::LegalBasis| LegalBasis {
        title: cx.text(&basis.title),
        url: basis.url.as_deref(),
    };
    Facts {
        id: &it.id,
        title: cx.text(&it.title),
        description_html: cx.markdown(&it.description),
        parent: it
            .parent
            .as_ref()
            .map(|parent| process_link(cx, cx.catalogue.get(parent))),
        children: it
            .children()
            .iter()
            .map(|child| process_link(cx, cx.catalogue.get(child)))
            .collect(),
        legal_basis: it.legal_basis.iter().map(basis).collect(),
    }
}

fn states<'s>(cx: &Cx<'s>, it: &'s Process) -> Vec<StateRow<'s>> {
    let begins = |at: u16| {
        it.transitions
            .iter()
            .any(|step| step.from.is_empty() && step.to == at)
    };
    let states = (0_u16..).zip(&it.states);
    let row = |(at, state): (u16, &'s crate::model::State)| StateRow {
        id: &state.id,
        title: cx.text(&state.title),
        start: begins(at),
        end: state.end,
        customer_acts: state.customer_acts,
    };
    states.map(row).collect()
}

fn transitions<'s>(cx: &Cx<'s>, it: &'s Process) -> Vec<TransitionRow<'s>> {
    let title = |at: u16| cx.text(&it.states[usize::from(at)].title);
    let row = |step: &'s crate::model::Transition| {
        let event = cx.catalogue.get(&step.event);
        TransitionRow {
            event: EventLink {
                short: event.short(),
                title: cx.event_type_title(event),
                url: cx.event_type_url(event),
            },
            from: step.from.iter().map(|at| title(*at)).collect(),
            to: title(step.to),
        }
    };
    it.transitions.iter().map(row).collect()
}

fn matrix<'s>(cx: &Cx<'s>, event_types: &[u32]) -> Vec<MatrixRow<'s>> {
    let row = |at: &u32| {
        let it = order::event_type(cx.catalogue, *at);
        let own = &it.current().authorizations;
        let all = (0_u32..).take(cx.catalogue.authorizations.len());
        MatrixRow {
            title: cx.event_type_title(it),
            short: it.short(),
            url: cx.event_type_url(it),
            cells: all
                .map(|authorization| own.iter().any(|it| it.index == authorization))
                .collect(),
        }
    };
    event_types.iter().map(row).collect()
}
