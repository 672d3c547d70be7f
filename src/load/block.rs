//! Blocks in pages of text: fenced code whose first word is a kind of block, with
//! YAML in it.

use super::decode::Decoder;
use super::front::Body;
use super::yaml::{self, Node};
use super::{common, edition};
use crate::diagnostic::nearest;
use crate::model::term::markdown_options;
use crate::model::{Block, Drawing, DrawingEdge, DrawingNode, Emphasis, Lang, Link, ListOf};
use crate::say;
use crate::source::Spanned;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// The blocks of a text, in order; nothing when one is broken.
pub(super) fn blocks(d: &mut Decoder<'_>, body: &Body, lang: Lang) -> Option<Box<[Block]>> {
    let may_hold = Block::KINDS.iter().any(|kind| body.text.contains(kind));
    if !may_hold {
        return Some(Box::default());
    }
    let mut blocks = Vec::new();
    let mut whole = true;
    let mut open: Option<(&'static str, Range<usize>)> = None;
    for (event, at) in Parser::new_ext(&body.text, markdown_options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(words))) => {
                let word = words.split([' ', ',']).next().unwrap_or("");
                let kind = Block::KINDS.into_iter().find(|kind| *kind == word);
                // An empty block stands at its fence.
                open = kind.map(|kind| (kind, at.start..at.start));
            }
            Event::Text(_) => {
                if let Some((_, inner)) = &mut open {
                    let from = if inner.start >= inner.end {
                        at.start
                    } else {
                        inner.start
                    };
                    *inner = from..at.end;
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some((kind, inner)) = open.take() {
                    let block = block(d, body, kind, inner, lang);
                    whole &= block.is_some();
                    blocks.extend(block);
                }
            }
            _ => {}
        }
    }
    whole.then(|| blocks.into())
}

fn block(
    d: &mut Decoder<'_>,
    body: &Body,
    kind: &str,
    inner: Range<usize>,
    lang: Lang,
) -> Option<Block> {
    let file = d.text;
    let from = body.place(file, inner.start);
    let to = body.place(file, inner.end);
    let yaml_text = file.get(from..to).unwrap_or("").replace("\r\n", " \n");
    let padded = format!("{}{yaml_text}", " ".repeat(from));
    // A first line of blanks would indent what follows; a line feed ends them.
    let padded = match from {
        0 => padded,
        _ => format!("{}\n{yaml_text}", " ".repeat(from - 1)),
    };
    let mut inner = Decoder::new(d.file, d.path, file, d.languages);
    inner.wording = d.wording;
    let root = yaml::parse(d.file, &padded, &mut inner.findings);
    let block = match root {
        Some(root) => decode(&mut inner, kind, &root, lang),
        None => {
            if inner.findings.is_empty() {
                inner.report(
                    "K0111",
                    &(from..from),
                    say!("blocket `{kind}` är tomt", "the block `{kind}` is empty"),
                    say!(
                        "skriv vad blocket ska visa, en nyckel på varje rad",
                        "write what the block is to show, a key on each line"
                    ),
                );
            }
            None
        }
    };
    d.links.append(&mut inner.links);
    d.findings.append(&mut inner.findings);
    block
}

fn decode<'a>(d: &mut Decoder<'a>, kind: &str, root: &Node<'a>, lang: Lang) -> Option<Block> {
    let mut fields = d.map(root)?;
    let block = match kind {
        "attributes" => {
            let schema = fields.need("schema").and_then(|n| d.text(n));
            let version = fields.need("version").and_then(|n| edition::number(d, n));
            schema
                .zip(version)
                .map(|(schema, version)| Block::Attributes { schema, version })
        }
        "event" => {
            let id = fields.need("id").and_then(|n| common::reference(d, n));
            id.map(Block::Event)
        }
        "list" => {
            let kinds = [
                ("categories", ListOf::Categories),
                ("authorizations", ListOf::Authorizations),
            ];
            let of = fields.need("of").and_then(|n| d.choice(n, &kinds));
            of.map(Block::List)
        }
        _ => {
            let title = fields.need("title").and_then(|n| d.line(n));
            let description = fields.need("description").and_then(|n| d.line(n));
            let direction = fields.get("direction").map_or(Some(false), |n| {
                d.choice(n, &[("down", false), ("right", true)])
            });
            let nodes = fields.need("nodes");
            let nodes = nodes.and_then(|n| d.every(n, |d, n| node(d, n, lang)));
            let edges = fields.need("edges").and_then(|n| {
                let ids: Option<Vec<&str>> = nodes
                    .as_ref()
                    .map(|nodes| nodes.iter().map(|node| &*node.id.value).collect());
                d.every(n, |d, n| edge(d, n, ids.as_deref()))
            });
            let single = nodes
                .as_ref()
                .is_some_and(|nodes| common::unique(d, nodes.iter().map(|node| &node.id)));
            drawing(
                title,
                description,
                direction,
                nodes.filter(|_| single),
                edges,
            )
        }
    };
    fields.finish(d).then_some(block).flatten()
}

type Words = Option<Spanned<Box<str>>>;

fn drawing(
    title: Words,
    description: Words,
    direction: Option<bool>,
    nodes: Option<Box<[DrawingNode]>>,
    edges: Option<Box<[DrawingEdge]>>,
) -> Option<Block> {
    Some(Block::Diagram(Box::new(Drawing {
        title: title?.value,
        description: description?.value,
        to_the_right: direction?,
        nodes: nodes?,
        edges: edges?,
    })))
}

fn node<'a>(d: &mut Decoder<'a>, node: &Node<'a>, lang: Lang) -> Option<DrawingNode> {
    let mut fields = d.map(node)?;
    let id = fields.need("id").and_then(|n| d.text(n));
    let label = fields.need("label").and_then(|n| d.line(n));
    let link = fields.get("link").and_then(|n| d.text(n));
    if let Some(link) = &link {
        let (span, target) = (link.span, link.value.clone());
        d.links.push(Link { span, lang, target });
    }
    let kinds = [
        ("normal", Emphasis::Normal),
        ("strong", Emphasis::Strong),
        ("weak", Emphasis::Weak),
    ];
    let emphasis = fields
        .get("kind")
        .map_or(Some(Emphasis::Normal), |n| d.choice(n, &kinds));
    fields.finish(d);
    Some(DrawingNode {
        id: id?,
        label: label?.value,
        link: link.map(|link| link.value),
        emphasis: emphasis?,
    })
}

/// An arrow between boxes. Where the boxes are broken, `ids` is nothing and no box
/// is said to be missing.
fn edge<'a>(d: &mut Decoder<'a>, node: &Node<'a>, ids: Option<&[&str]>) -> Option<DrawingEdge> {
    let mut fields = d.map(node)?;
    let mut end = |d: &mut Decoder<'a>, key| {
        let name = fields.need(key).and_then(|n| d.text(n))?;
        let at = ids?.iter().position(|id| **id == *name.value);
        if at.is_none() {
            let written = &name.value;
            let help = match nearest(written, ids?.iter().copied()) {
                Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                None => {
                    let all = ids?.join(", ");
                    say!("skriv någon av {all}", "write one of {all}")
                }
            };
            let message = say!(
                "rutan `{written}` finns inte i diagrammet",
                "there is no box `{written}` in the diagram"
            );
            d.report("K0201", &name.span.range(), message, help);
        }
        at
    };
    let (from, to) = (end(d, "from"), end(d, "to"));
    let label = fields.get("label").and_then(|n| d.line(n));
    fields.finish(d);
    Some(DrawingEdge {
        from: from?,
        to: to?,
        label: label.map(|label| label.value),
    })
}
