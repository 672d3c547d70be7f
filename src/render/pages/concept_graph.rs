//! The concept model as graphs: what is near one concept, one part of the model, and how
//! all of it is built up.

use crate::model::{Address, Area, Concept, LocalText, RelationKind, Section};
use crate::render::context::Cx;
use crate::render::diagram::{Direction, Edge, Graph, Look, Node, Tip, Told, Words, figure};

/// A relation as it is drawn, once, however many of its ends state it.
#[derive(Clone, Copy)]
struct Drawn<'s> {
    kind: RelationKind,
    /// The broader concept, the whole, or the one that the words begin with.
    from: u32,
    to: u32,
    label: Option<&'s LocalText>,
}

/// All relations of the model.
fn relations<'s>(cx: &Cx<'s>) -> Vec<Drawn<'s>> {
    let mut all: Vec<Drawn<'s>> = Vec::new();
    for (at, concept) in (0_u32..).zip(&cx.catalogue.concepts) {
        for relation in &concept.relations {
            let other = relation.to.index;
            let (from, to) = match relation.kind {
                RelationKind::Associative => (at, other),
                RelationKind::Generic | RelationKind::Partitive => (other, at),
            };
            let drawn = Drawn {
                kind: relation.kind,
                from,
                to,
                label: relation.label.as_ref(),
            };
            let is_tree = drawn.kind != RelationKind::Associative;
            let same = |it: &Drawn<'_>| it.kind == drawn.kind && (it.from, it.to) == (from, to);
            if !(is_tree && all.iter().any(same)) {
                all.push(drawn);
            }
        }
    }
    all
}

/// The concept with everything that it has a relation to, read from it; nothing when it
/// stands alone.
pub(super) fn neighbourhood(cx: &Cx<'_>, item: u32) -> Option<Graph> {
    let near = relations(cx)
        .into_iter()
        .filter(|it| it.from == item || it.to == item);
    let near: Vec<Drawn<'_>> = near.collect();
    let stated = |other: u32| {
        let own = |it: &Drawn<'_>| is_associative(it) && (it.from, it.to) == (item, other);
        near.iter().any(own)
    };
    // What this concept says itself stands for what the other says of it.
    let drawn = near
        .iter()
        .filter(|it| !(is_associative(it) && it.to == item && stated(it.from)));
    let drawn: Vec<Drawn<'_>> = drawn.copied().collect();
    let own = |at: u32| match at == item {
        true => Look::Focus,
        false => Look::Normal,
    };
    (!drawn.is_empty()).then(|| graph(cx, &[item], &drawn, own, Direction::Right))
}

/// The concepts of a part of the model with the relations between them, and what they
/// are kinds or parts of elsewhere.
pub(super) fn area(cx: &Cx<'_>, area: Area) -> Graph {
    let is_own = |at: u32| cx.catalogue.concepts[at as usize].area == area;
    let own: Vec<u32> = all(cx).filter(|at| is_own(*at)).collect();
    let drawn = relations(cx).into_iter().filter(|it| {
        let (from, to) = (is_own(it.from), is_own(it.to));
        (from && to) || (!is_associative(it) && (from || to))
    });
    let look = |at: u32| match is_own(at) {
        true => Look::Normal,
        false => Look::Weak,
    };
    graph(cx, &own, &one_way(drawn.collect()), look, Direction::Fit)
}

/// How the whole model is built up: what are kinds and parts of what. All else would make
/// it a tangle, and stands in the diagrams of its parts.
pub(super) fn whole(cx: &Cx<'_>) -> Graph {
    let drawn = relations(cx).into_iter().filter(|it| !is_associative(it));
    let drawn: Vec<Drawn<'_>> = drawn.collect();
    graph(cx, &[], &drawn, |_| Look::Normal, Direction::Right)
}

fn is_associative(it: &Drawn<'_>) -> bool {
    it.kind == RelationKind::Associative
}

fn all(cx: &Cx<'_>) -> impl Iterator<Item = u32> {
    (0_u32..).take(cx.catalogue.concepts.len())
}

/// Of what both ends say of each other only what agrees with the direction of all else,
/// so that few lines lead back up; where both do, what the first in the alphabet says.
fn one_way(relations: Vec<Drawn<'_>>) -> Vec<Drawn<'_>> {
    let (others, mut drawn): (Vec<Drawn<'_>>, Vec<_>) =
        relations.into_iter().partition(is_associative);
    for it in &others {
        let (from, to) = (it.from, it.to);
        let is_back = |other: &&Drawn<'_>| (other.from, other.to) == (to, from);
        if drawn
            .iter()
            .filter(|done| is_associative(done))
            .any(|done| is_back(&done))
        {
            continue;
        }
        let against = leads(&drawn, to, from) && !leads(&drawn, from, to);
        let back = others.iter().find(is_back).filter(|_| against);
        drawn.push(*back.unwrap_or(it));
    }
    drawn
}

/// Whether lines lead from one concept to another.
fn leads(drawn: &[Drawn<'_>], from: u32, to: u32) -> bool {
    let (mut seen, mut next) = (vec![from], vec![from]);
    while let Some(at) = next.pop() {
        for it in drawn.iter().filter(|it| it.from == at) {
            if it.to == to {
                return true;
            }
            if !seen.contains(&it.to) {
                seen.push(it.to);
                next.push(it.to);
            }
        }
    }
    false
}

/// Relations as a graph of their concepts and of those that are to be there anyhow, in
/// the order of their ids.
fn graph(
    cx: &Cx<'_>,
    anyhow: &[u32],
    drawn: &[Drawn<'_>],
    look: impl Fn(u32) -> Look,
    direction: Direction,
) -> Graph {
    let mut ids: Vec<u32> = drawn.iter().flat_map(|it| [it.from, it.to]).collect();
    ids.extend(anyhow);
    ids.sort_unstable();
    ids.dedup();
    let node = |at: &u32| {
        let concept = &cx.catalogue.concepts[*at as usize];
        let look = look(*at);
        Node {
            label: cx.text(&concept.term).to_owned(),
            // The focus is where the reader is already.
            url: (look != Look::Focus).then(|| url(cx, concept)),
            look,
            ..Node::default()
        }
    };
    let place = |at: u32| ids.binary_search(&at).unwrap_or_default();
    let edge = |it: &Drawn<'_>| {
        let label = it.label.map_or("", |label| label.get(cx.lang));
        let told = |key: &str| {
            let words = if label.is_empty() { cx.t(key) } else { label };
            Some(Told {
                backwards: it.kind != RelationKind::Associative,
                words: words.to_owned(),
            })
        };
        let (start, end, told) = match it.kind {
            RelationKind::Generic => (Tip::Triangle, Tip::None, told("diagram-generic")),
            RelationKind::Partitive => (Tip::Diamond, Tip::None, told("diagram-partitive")),
            RelationKind::Associative => (Tip::None, Tip::Arrow, told("diagram-associative")),
        };
        Edge {
            from: place(it.from),
            to: place(it.to),
            // What kinds and parts are, the tip says.
            label: if is_associative(it) {
                label.to_owned()
            } else {
                String::new()
            },
            start,
            end,
            told,
            url: None,
        }
    };
    Graph {
        nodes: ids.iter().map(node).collect(),
        edges: drawn.iter().map(edge).collect(),
        direction,
        room: None,
        tries: None,
    }
}

fn url(cx: &Cx<'_>, concept: &Concept) -> String {
    cx.url(&Address::entity(Section::Concepts, &concept.id))
}

/// A graph of concepts as HTML. `heading` is the id of the heading that names it.
pub(super) fn html(cx: &Cx<'_>, graph: &Graph, heading: &str, title: &str, text: &str) -> String {
    let id = ["d", heading].join("-");
    let words = Words {
        id: &id,
        title,
        heading: Some(heading),
        description: text,
        table: cx.t("diagram-table"),
        columns: ["diagram-from", "diagram-relation", "diagram-to"].map(|key| cx.t(key)),
    };
    figure(graph, &words)
}
