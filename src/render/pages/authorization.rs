//! An authorization object type and the event types that it may read.

use super::frame::{Frame, Page, render};
use super::parts::{Group, Pager, groups, list_page, list_title, pager};
use crate::model::{Address, Lang, Section};
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
}
