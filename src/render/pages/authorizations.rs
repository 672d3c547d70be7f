//! All authorization object types, and who may read what: a matrix with a row
//! for each process. (The matrix of each event type is on its process's page;
//! here it would have a hundred thousand rows.)

use super::authorization::links;
use super::frame::{Frame, Link, Page, render};
use super::matrix::{Columns, Right, columns, right, rows_of_page};
use super::parts::{
    Pager, ProducerLink, list_page, list_title, pager, process_link, producer_link,
};
use crate::model::{Address, AuthorizationKind, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports, order};
use serde::Serialize;

/// How many are listed with their descriptions.
const LONG: usize = 40;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        let rows = rows_of_page(site.catalogue.authorizations.len());
        super::pages_of_list(order::plain_pages(site.catalogue.processes.len(), rows))
    },
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
        // Of very many, the descriptions are on their own pages, and the list on the first.
        let is_long = cx.catalogue.authorizations.len() > LONG;
        let row = |at: u32, list: &order::Paged| {
            let it = &cx.catalogue.authorizations[at as usize];
            Row {
                id: &it.id,
                title: cx.text(&it.title),
                description_html: match is_long {
                    true => String::new(),
                    false => cx.markdown(&it.description),
                },
                customer_label: cx.t(&format!("customer-{}", it.customer.key())),
                url: cx.url(&Address::entity(Section::Authorizations, &it.id)),
                count: list.items.len(),
                includes: links(cx, cx.catalogue.included(at)),
            }
        };
        let groups = AuthorizationKind::ALL.map(|kind| {
            let own = (0_u32..).zip(all.clone().zip(lists));
            let own = own.filter(|(_, (it, _))| it.kind == kind);
            Group {
                key: kind.key(),
                title: cx.t(&format!("authorization-kind-{}", kind.key())),
                rows: own.map(|(at, (_, list))| row(at, list)).collect(),
            }
        });
        let groups = groups.into_iter();
        let groups = groups.filter(|it| !it.rows.is_empty() && (number == 0 || !is_long));
        let processes = &cx.site.orders.of(cx.lang).processes;
        let shown: Vec<u32> = (0..).take(cx.catalogue.authorizations.len()).collect();
        let size = rows_of_page(shown.len());
        let rows = order::plain_page(processes, number, size).iter();
        let rows = rows.map(|at| matrix_row(cx, *at, &shown));
        let context = Context {
            page: frame.done(),
            groups: groups.collect(),
            matrix: Matrix {
                columns: columns(cx, &shown),
                rows: rows.collect(),
            },
            pager: pager(
                cx,
                &first,
                number,
                order::plain_pages(processes.len(), size),
            ),
        };
        render(cx, "authorizations.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    groups: Vec<Group<'s>>,
    matrix: Matrix<'s>,
    pager: Option<Pager>,
}

/// Authorization object types whose rights rest on the same.
#[derive(Serialize)]
struct Group<'s> {
    key: &'static str,
    title: &'s str,
    rows: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    customer_label: &'s str,
    url: String,
    count: usize,
    includes: Vec<Link>,
}

#[derive(Serialize)]
struct Matrix<'s> {
    columns: Columns<'s>,
    rows: Vec<MatrixRow<'s>>,
}

#[derive(Serialize)]
struct MatrixRow<'s> {
    producer: ProducerLink<'s>,
    process: Link,
    /// The look and the words of each cell.
    cells: Vec<(&'static str, String)>,
}

fn matrix_row<'s>(cx: &Cx<'s>, process: u32, columns: &[u32]) -> MatrixRow<'s> {
    let process = &cx.catalogue.processes[process as usize];
    let total = process.event_types().len();
    let cell = |at: &u32| {
        let types = process.event_types().iter().map(|it| cx.catalogue.get(it));
        let count = types.filter(|it| right(cx, *at, it) != Right::None).count();
        match count {
            0 => ("", "–".to_owned()),
            n if n == total => ("all", "✓".to_owned()),
            n => ("some", format!("{n}/{total}")),
        }
    };
    MatrixRow {
        producer: producer_link(cx, process.producer.index),
        process: process_link(cx, process),
        cells: columns.iter().map(cell).collect(),
    }
}
