//! The concept model as diagrams: one for each part of it, and one of how all of it is
//! built up.

use super::concept_graph::{area, html, whole};
use super::frame::{Frame, Page, render};
use crate::model::{Address, Area, Section};
use crate::render::{Kind, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.concepts.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0)],
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::diagrams()),
    render: |cx, _, _, out| {
        let address = Address::diagrams();
        let title = cx.t("title-diagrams");
        let mut frame = Frame::new(
            *cx,
            "concept-diagrams",
            &address,
            title,
            cx.t("description-diagrams"),
        )
        .section(Section::Concepts)
        .crumb(title, &address)
        .json(&exports::table_path(Section::Concepts));
        let mut parts = Vec::new();
        for part in Area::ALL {
            let graph = area(cx, part);
            if graph.nodes.is_empty() {
                continue;
            }
            let (id, title) = (area_id(part), cx.t(&format!("area-{}", part.key())));
            let text = cx.fill("diagram-area-text", &[("area", title)]);
            parts.push(Part {
                html: html(cx, &graph, &id, title, &text),
                text: cx.t(&format!("area-{}-text", part.key())),
                id,
                title,
            });
        }
        let graph = whole(cx);
        if !graph.nodes.is_empty() {
            let (title, text) = (cx.t("diagram-whole"), cx.t("diagram-whole-text"));
            let id = "whole".to_owned();
            parts.push(Part {
                html: html(cx, &graph, &id, title, text),
                text,
                id,
                title,
            });
        }
        for part in &parts {
            frame = frame.toc(&part.id, part.title);
        }
        let context = Context {
            page: frame.done(),
            parts,
        };
        render(cx, "concept-diagrams.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    parts: Vec<Part<'s>>,
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
