//! An event category and its event types.

use super::frame::{Frame, Page, render};
use super::parts::{Group, Pager, groups, list_page, list_title, pager};
use crate::model::{Address, Lang, Section};
use crate::render::{Kind, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        let lists = (0_u32..).zip(&site.orders.of(Lang::FIRST).by_category);
        lists
            .flat_map(|(item, list)| (0..list.count()).map(move |page| (item, page)))
            .collect()
    },
    per_language: true,
    path: |cx, item, page| {
        let id = &cx.catalogue.categories[item as usize].id;
        cx.page_path(&list_page(&Address::entity(Section::Categories, id), page))
    },
    render: |cx, item, number, out| {
        let it = &cx.catalogue.categories[item as usize];
        let list = &cx.site.orders.of(cx.lang).by_category[item as usize];
        let first = Address::entity(Section::Categories, &it.id);
        let address = list_page(&first, number);
        let title = cx.text(&it.title);
        let description = cx.fill("description-category", &[("title", title)]);
        let frame = Frame::new(
            *cx,
            "category",
            &address,
            &list_title(cx, title, number),
            &description,
        )
        .section(Section::Categories)
        .crumb(title, &first)
        .json(&exports::entity_path(Section::Categories, &it.id))
        .standing(it.standing)
        .latest(list.latest);
        let context = Context {
            page: frame.done(),
            category: Category {
                id: &it.id,
                title,
                description_html: cx.markdown(&it.description),
            },
            total: list.items.len(),
            groups: groups(cx, list.page(number)),
            pager: pager(cx, &first, number, list.count()),
        };
        render(cx, "category.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    category: Category<'s>,
    total: usize,
    groups: Vec<Group<'s>>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Category<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
}
