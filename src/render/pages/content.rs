//! Pages of text.

use super::frame::{Frame, render};
use crate::model::{Address, Lang, Page};
use crate::render::context::Cx;
use crate::render::{Kind, markdown};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    // One for each page in the first language; the others are its translations.
    plan: |site| {
        let pages = (0_u32..).zip(&site.catalogue.pages);
        pages
            .filter(|(_, page)| page.lang == Lang::FIRST)
            .map(|(at, _)| (at, 0))
            .collect()
    },
    per_language: true,
    path: |cx, item, _| cx.page_path(&Address::page(&cx.catalogue.pages[item as usize].slug)),
    render: |cx, item, _, out| {
        let slug = &cx.catalogue.pages[item as usize].slug;
        let it = in_language(cx, slug);
        let address = Address::page(slug);
        let (body_html, headings) = markdown::page(cx, &it.body, &it.blocks);
        let mut frame = Frame::new(*cx, "content", &address, &it.title, &it.description)
            .crumb(&it.title, &address);
        for (id, title) in headings {
            frame = frame.toc(&id, &title);
        }
        render(
            cx,
            "content.html",
            &Context {
                page: frame.done(),
                body_html,
            },
            out,
        )
    },
};

#[derive(Serialize)]
struct Context {
    page: super::frame::Page,
    body_html: String,
}

/// A page in the language at hand, or in the first when it isn't translated.
pub(super) fn in_language<'s>(cx: &Cx<'s>, slug: &str) -> &'s Page {
    let pages = &cx.catalogue.pages;
    let start = pages.partition_point(|page| &*page.slug < slug);
    let own = pages[start..].iter().take_while(|page| &*page.slug == slug);
    own.clone()
        .find(|page| page.lang == cx.lang)
        .or_else(|| own.clone().next())
        .unwrap_or(&pages[start])
}

/// Where the file of a text can be changed, when the site tells.
pub(super) fn edit_url(cx: &Cx<'_>, page: &Page) -> Option<String> {
    let pattern = cx.catalogue.config().edit_url.as_ref()?;
    let path = cx.catalogue.files.get(page.file.0 as usize)?;
    Some(pattern.replace("{path}", path))
}
