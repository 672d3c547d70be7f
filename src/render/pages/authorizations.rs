//! All authorization object types, and who may read what: a matrix with a row
//! for each process. (The matrix of each event type is on its process's page;
//! here it would have a hundred thousand rows.)

use super::frame::{Frame, Link, Page, render};
use super::parts::{
    Pager, ProducerLink, list_page, list_title, pager, process_link, producer_link,
};
use crate::model::{Address, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::pages_of_list(order::plain_pages(site.catalogue.processes.len())),
    per_language: true,
    path: |cx, _, page| cx.page_path(&list_page(&Address::section(Section::Authorizations), page)),
    render: |cx, _, number, out| {
        let first = Address::section(Section::Authorizations);
        let address = list_page(&first, number);
        let title = list_title(cx, cx.t("title-authorizations"), number);
        let frame = Frame::new(
            *cx,
            "authorizations",
            &address,
            &title,
            cx.t("description-authorizations"),
        )
        .section(Section::Authorizations)
        .json(&exports::table_path(Section::Authorizations))
        .latest(cx.site.orders.of(cx.lang).event_types.latest);
        let lists = &cx.site.orders.of(cx.lang).by_authorization;
        let all = cx.catalogue.authorizations.iter();
        let authorizations = all.clone().zip(lists).map(|(it, list)| Row {
            id: &it.id,
            title: cx.text(&it.title),
            description_html: cx.markdown(&it.description),
            customer_label: cx.t(&format!("customer-{}", it.customer.key())),
            url: cx.url(&Address::entity(Section::Authorizations, &it.id)),
            count: list.items.len(),
        });
        let processes = &cx.site.orders.of(cx.lang).processes;
        let rows = order::plain_page(processes, number)
            .iter()
            .map(|at| matrix_row(cx, *at));
        let context = Context {
            page: frame.done(),
            authorizations: authorizations.collect(),
            matrix: Matrix {
                columns: columns(cx),
                rows: rows.collect(),
            },
            pager: pager(cx, &first, number, order::plain_pages(processes.len())),
        };
        render(cx, "authorizations.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    authorizations: Vec<Row<'s>>,
    matrix: Matrix<'s>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    customer_label: &'s str,
    url: String,
    count: usize,
}

#[derive(Serialize)]
struct Matrix<'s> {
    columns: Vec<Column<'s>>,
    rows: Vec<MatrixRow<'s>>,
}

/// A column of a matrix: an authorization object type.
#[derive(Serialize)]
pub(super) struct Column<'s> {
    id: &'s str,
    title: &'s str,
    url: String,
}

/// The columns of a matrix.
pub(super) fn columns<'s>(cx: &Cx<'s>) -> Vec<Column<'s>> {
    let column = |it: &'s crate::model::Authorization| Column {
        id: &it.id,
        title: cx.text(&it.title),
        url: cx.url(&Address::entity(Section::Authorizations, &it.id)),
    };
    cx.catalogue.authorizations.iter().map(column).collect()
}

#[derive(Serialize)]
struct MatrixRow<'s> {
    producer: ProducerLink<'s>,
    process: Link,
    total: usize,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    count: usize,
    state: &'static str,
    label: String,
}

fn matrix_row<'s>(cx: &Cx<'s>, process: u32) -> MatrixRow<'s> {
    let process = &cx.catalogue.processes[process as usize];
    let total = process.event_types().len();
    let cells = (0_u32..)
        .take(cx.catalogue.authorizations.len())
        .map(|authorization| {
            let may_read = |it: &&crate::model::Ref<crate::model::EventType>| {
                let version = cx.catalogue.get(it).current();
                version
                    .authorizations
                    .iter()
                    .any(|own| own.index == authorization)
            };
            let count = process.event_types().iter().filter(may_read).count();
            let (state, key) = match count {
                0 => ("none", "matrix-none"),
                n if n == total => ("all", "matrix-all"),
                _ => ("some", "matrix-some"),
            };
            let label = cx.fill(
                key,
                &[("count", &count.to_string()), ("total", &total.to_string())],
            );
            Cell {
                count,
                state,
                label,
            }
        });
    MatrixRow {
        producer: producer_link(cx, process.producer.index),
        process: process_link(cx, process),
        total,
        cells: cells.collect(),
    }
}
