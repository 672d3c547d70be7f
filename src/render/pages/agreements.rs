//! All agreement templates.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Agreement, Lang, Section};
use crate::render::context::Cx;
use crate::render::exports::agreements::{data_path, document_path};
use crate::render::order::sorted;
use crate::render::{Kind, agreement};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.agreements.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0)],
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Agreements)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Agreements);
        let title = cx.t("title-agreements");
        let frame = Frame::new(*cx, "agreements", &address, title, cx.t("intro-agreements"));
        let context = Context {
            page: frame.section(Section::Agreements).done(),
            agreements: in_order(cx).into_iter().map(|it| card(cx, it)).collect(),
        };
        render(cx, "agreements.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    agreements: Vec<Card<'s>>,
}

/// An agreement in the list.
#[derive(Serialize)]
struct Card<'s> {
    title: &'s str,
    description: &'s str,
    url: String,
    version: String,
    draft: bool,
    published: Option<String>,
    docx: String,
    data: String,
}

/// All agreements by their titles in the first language: the same order in each.
fn in_order<'s>(cx: &Cx<'s>) -> Vec<&'s Agreement> {
    let catalogue = cx.catalogue;
    let all = &catalogue.agreements;
    let order = sorted(catalogue, Lang::FIRST, all, |it| {
        &it.current().text(Lang::FIRST).title.value
    });
    order.into_iter().map(|at| &all[at as usize]).collect()
}

fn card<'s>(cx: &Cx<'s>, it: &'s Agreement) -> Card<'s> {
    let at = it.current_index();
    let edition = &it.editions[at];
    let text = edition.text(cx.lang);
    Card {
        title: &text.title,
        description: &text.description,
        url: cx.url(&agreement::address(it)),
        version: edition.edition.number.to_string(),
        draft: edition.edition.draft,
        published: edition.edition.published.map(|day| day.to_string()),
        docx: cx.file_url(&document_path(cx, it, at)),
        data: cx.file_url(&data_path(cx, it, at)),
    }
}
