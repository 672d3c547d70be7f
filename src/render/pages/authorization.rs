//! An authorization object type and the event types that it may read.

use super::frame::{Frame, Link, Page, render};
use super::parts::{Group, Pager, groups, list_page, list_title, pager};
use crate::model::{Address, Lang, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        let lists = (0_u32..).zip(&site.orders.of(Lang::FIRST).by_authorization);
        lists
            .flat_map(|(item, list)| (0..list.count()).map(move |page| (item, page)))
            .collect()
    },
    per_language: true,
    path: |cx, item, page| {
        let id = &cx.catalogue.authorizations[item as usize].id;
        cx.page_path(&list_page(
            &Address::entity(Section::Authorizations, id),
            page,
        ))
    },
    render: |cx, item, number, out| {
        let it = &cx.catalogue.authorizations[item as usize];
        let list = &cx.site.orders.of(cx.lang).by_authorization[item as usize];
        let first = Address::entity(Section::Authorizations, &it.id);
        let address = list_page(&first, number);
        let title = cx.text(&it.title);
        let description = cx.fill("description-authorization", &[("title", title)]);
        let frame = Frame::new(
            *cx,
            "authorization",
            &address,
            &list_title(cx, title, number),
            &description,
        )
        .section(Section::Authorizations)
        .crumb(title, &first)
        .json(&exports::entity_path(Section::Authorizations, &it.id))
        .standing(it.standing)
        .latest(list.latest);
        let context = Context {
            page: frame.done(),
            authorization: Authorization {
                id: &it.id,
                title,
                description_html: cx.markdown(&it.description),
                customer_label: cx.t(&format!("customer-{}", it.customer.key())),
                kind_label: cx.t(&format!("authorization-kind-{}", it.kind.key())),
                own: opened(cx, &list.items, &[], item),
                through: through(cx, &list.items, item),
                included_by: links(cx, &including(cx, item)),
            },
            total: list.items.len(),
            groups: groups(cx, list.page(number)),
            pager: pager(cx, &first, number, list.count()),
        };
        render(cx, "authorization.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    authorization: Authorization<'s>,
    total: usize,
    groups: Vec<Group<'s>>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Authorization<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    customer_label: &'s str,
    kind_label: &'s str,
    /// How many event types name it.
    own: usize,
    /// Those whose event types it opens too.
    through: Vec<Through>,
    /// Those that open what it opens.
    included_by: Vec<Link>,
}

/// An included authorization object type, and how many event types it adds.
#[derive(Serialize)]
struct Through {
    link: Link,
    count: usize,
}

/// How many of some event types name one authorization object type and none of others.
fn opened(cx: &Cx<'_>, types: &[u32], others: &[u32], authorization: u32) -> usize {
    let names = |at: &u32, authorization: u32| {
        let stated = &cx.catalogue.event_types[*at as usize]
            .current()
            .authorizations;
        stated.iter().any(|it| it.index == authorization)
    };
    let own = types.iter().filter(|at| names(at, authorization));
    own.filter(|at| !others.iter().any(|other| names(at, *other)))
        .count()
}

fn through(cx: &Cx<'_>, types: &[u32], authorization: u32) -> Vec<Through> {
    let included = cx.catalogue.included(authorization).iter();
    let row = |at: &u32| Through {
        link: links(cx, &[*at]).swap_remove(0),
        count: opened(cx, types, &[authorization], *at),
    };
    included.map(row).collect()
}

/// Those that include an authorization object type.
fn including(cx: &Cx<'_>, authorization: u32) -> Vec<u32> {
    let all = (0_u32..).take(cx.catalogue.authorizations.len());
    let includes = |at: &u32| cx.catalogue.included(*at).contains(&authorization);
    all.filter(includes).collect()
}

/// Authorization object types as links.
pub(super) fn links(cx: &Cx<'_>, all: &[u32]) -> Vec<Link> {
    let link = |at: &u32| {
        let it = &cx.catalogue.authorizations[*at as usize];
        Link {
            title: cx.text(&it.title).to_owned(),
            url: cx.url(&Address::entity(Section::Authorizations, &it.id)),
        }
    };
    all.iter().map(link).collect()
}
