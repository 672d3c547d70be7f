//! The concept model as diagrams: a page with one for each part of the model, and a page
//! with how all of it is built up.

use super::concept_graph::{area, html, whole};
use super::frame::{Frame, Link, Page, render};
use crate::model::{Address, Area, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports};
use serde::Serialize;

/// The page with the whole model, as a part of its kind.
const WHOLE: u16 = 1;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.concepts.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0), (0, WHOLE)],
    },
    per_language: true,
    path: |cx, _, part| cx.page_path(&address(part)),
    render: |cx, _, part, out| {
        let key = |name: &str| match part {
            WHOLE => cx.t(&format!("{name}-diagram-whole")),
            _ => cx.t(&format!("{name}-diagrams")),
        };
        let (title, description) = (key("title"), key("description"));
        let crumb = cx.t("title-diagrams");
        let mut frame = Frame::new(*cx, "concept-diagrams", &address(part), title, description)
            .section(Section::Concepts)
            .crumb(crumb, &address(0))
            .json(&exports::table_path(Section::Concepts));
        let parts = if part == WHOLE {
            frame = frame.crumb(title, &address(WHOLE));
            Vec::new()
        } else {
            areas(cx)
        };
        for part in &parts {
            frame = frame.toc(&part.id, part.title);
        }
        let other = if part == WHOLE { 0 } else { WHOLE };
        let context = Context {
            page: frame.done(),
            intro: key("intro"),
            whole_html: (part == WHOLE).then(|| {
                let text = cx.t("description-diagram-whole");
                html(cx, &whole(cx), "whole", title, text)
            }),
            parts,
            other: Link {
                title: cx
                    .t(["link-diagrams", "link-diagram-whole"][usize::from(other)])
                    .to_owned(),
                url: cx.url(&address(other)),
            },
        };
        render(cx, "concept-diagrams.html", &context, out)
    },
};

/// Where the parts stand, or the whole.
fn address(part: u16) -> Address {
    let mut address = Address::diagrams();
    if part == WHOLE {
        address.0.push_str("all/");
    }
    address
}

fn areas<'s>(cx: &Cx<'s>) -> Vec<Part<'s>> {
    let part = |part: Area| {
        let graph = area(cx, part);
        let (id, title) = (area_id(part), cx.t(&format!("area-{}", part.key())));
        let text = cx.fill("diagram-area-text", &[("area", title)]);
        (!graph.nodes.is_empty()).then(|| Part {
            html: html(cx, &graph, &id, title, &text),
            text: cx.t(&format!("area-{}-text", part.key())),
            id,
            title,
        })
    };
    Area::ALL.into_iter().filter_map(part).collect()
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    intro: &'s str,
    whole_html: Option<String>,
    parts: Vec<Part<'s>>,
    /// The other of the two pages.
    other: Link,
}

#[derive(Serialize)]
struct Part<'s> {
    id: String,
    title: &'s str,
    text: &'s str,
    html: String,
}

/// Where a part of the model stands on the page.
pub(super) fn area_id(area: Area) -> String {
    format!("area-{}", area.key())
}
