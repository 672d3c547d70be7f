//! Blocks in pages of text, made from the catalogue or drawn.

use super::context::Cx;
use super::diagram::{Direction, Edge, Graph, Look, Node, Tip, Words, figure};
use super::html::{escaped, link};
use super::service::attribute_reference;
use super::{code, markdown};
use crate::model::{
    Address, Block, Drawing, DrawingEdge, DrawingNode, Emphasis, ListOf, LocalText, Section,
};
use std::fmt::Write as _;

/// Whether fenced code whose first word is this stands for a block.
pub(super) fn is_block(word: &str) -> bool {
    Block::KINDS.contains(&word)
}

/// A block as HTML. `number` is its place among the blocks of the page, from 1.
pub(super) fn html(cx: &Cx<'_>, block: &Block, number: usize) -> String {
    match block {
        Block::Attributes { schema, version } => {
            let services = cx.catalogue.services.iter();
            let mut own = services.filter(|it| it.number.value == version.value);
            own.next()
                .and_then(|service| attribute_reference(cx, service, schema))
                .unwrap_or_default()
        }
        Block::Diagram(drawing) => diagram(cx, drawing, number),
        Block::Event(event) => {
            let event_type = cx.catalogue.get(event);
            let Some(example) = event_type.current().examples.first() else {
                return String::new();
            };
            let title = cx.text(&example.title);
            let about = link(
                &cx.event_type_url(event_type),
                cx.event_type_title(event_type),
            );
            let json = code::json_html(&example.json);
            format!(
                "<figure class=\"cb\"><figcaption id=\"b{number}\">{} ({about})</figcaption>\
                 <pre class=\"code\" translate=\"no\"><code>{json}</code></pre></figure>\n",
                escaped(title)
            )
        }
        Block::List(ListOf::Categories) => {
            let rows = cx.catalogue.categories.iter();
            let rows = rows.map(|it| (&*it.id.value, &it.title, &it.description));
            list(cx, Section::Categories, rows)
        }
        Block::List(ListOf::Authorizations) => {
            let rows = cx.catalogue.authorizations.iter();
            let rows = rows.map(|it| (&*it.id.value, &it.title, &it.description));
            list(cx, Section::Authorizations, rows)
        }
    }
}

fn list<'a>(
    cx: &Cx<'_>,
    section: Section,
    rows: impl Iterator<Item = (&'a str, &'a LocalText, &'a LocalText)>,
) -> String {
    let mut out = String::from("<table class=\"plain st lst\"><thead><tr>");
    for key in ["col-name", "col-description"] {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(cx.t(key)));
    }
    out.push_str("</tr></thead><tbody>");
    for (id, title, description) in rows {
        let title = link(&cx.url(&Address::entity(section, id)), title.get(cx.lang));
        let text = markdown::to_html(cx, description.get(cx.lang));
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{title} <code>{id}</code></th><td>{text}</td></tr>"
        );
    }
    out.push_str("</tbody></table>\n");
    out
}

/// How wide a column of text is, in pixels, less the space around a drawing in it.
const COLUMN: f64 = 660.0;

/// A drawing, and below it a table that says the same.
fn diagram(cx: &Cx<'_>, drawing: &Drawing, number: usize) -> String {
    let node = |it: &DrawingNode| Node {
        label: it.label.to_string(),
        url: it.link.as_ref().map(|to| markdown::internal_url(cx, to)),
        look: match it.emphasis {
            Emphasis::Normal => Look::Normal,
            Emphasis::Strong => Look::Strong,
            Emphasis::Weak => Look::Weak,
        },
        ..Node::default()
    };
    let edge = |it: &DrawingEdge| Edge {
        from: it.from,
        to: it.to,
        label: it.label.as_deref().unwrap_or("").to_owned(),
        end: Tip::Arrow,
        ..Edge::default()
    };
    let graph = Graph {
        nodes: drawing.nodes.iter().map(node).collect(),
        edges: drawing.edges.iter().map(edge).collect(),
        direction: match drawing.to_the_right {
            true => Direction::Right,
            false => Direction::Fit,
        },
        room: Some(COLUMN),
        tries: None,
    };
    let id = format!("b{number}");
    let words = Words {
        id: &id,
        title: &drawing.title,
        heading: None,
        description: &drawing.description,
        table: cx.t("diagram-table"),
        columns: ["diagram-from", "diagram-relation", "diagram-to"].map(|key| cx.t(key)),
    };
    figure(&graph, &words)
}
