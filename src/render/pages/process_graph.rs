//! A process with those that it hangs together with, as a graph.

use crate::model::{Address, Process, Ref, Section};
use crate::render::context::Cx;
use crate::render::diagram::{Direction, Edge, Graph, Look, Node, Tip, Words, figure};

/// How wide the text of the page is, in pixels, less the space around a drawing in it.
pub(super) const ROOM: f64 = 920.0;

/// The process with those that it is a part of, its parts, and those that it may follow on
/// or that may follow on it; nothing when it stands alone.
pub(super) fn related(cx: &Cx<'_>, it: &Process, heading: &str) -> Option<String> {
    let catalogue = cx.catalogue;
    let own = catalogue
        .processes
        .binary_search_by(|at| at.id.value.cmp(&it.id.value));
    let own = u32::try_from(own.ok()?).ok()?;
    let indices = |all: &[Ref<Process>]| all.iter().map(|other| other.index).collect::<Vec<_>>();
    let mut shown = vec![own];
    let mut larger = it.parent.as_ref();
    while let Some(parent) = larger {
        shown.push(parent.index);
        larger = catalogue.get(parent).parent.as_ref();
    }
    shown.extend(indices(it.children()));
    shown.extend(indices(&it.follows));
    shown.extend(indices(it.followers()));
    shown.sort_unstable();
    shown.dedup();
    if shown.len() == 1 {
        return None;
    }
    let process = |at: u32| &catalogue.processes[at as usize];
    let node = |at: &u32| {
        let other = process(*at);
        Node {
            label: cx.text(&other.title).to_owned(),
            url: (*at != own).then(|| cx.url(&Address::entity(Section::Producers, &other.id))),
            note: cx
                .text(&catalogue.get(&other.producer).actor.name)
                .to_owned(),
            look: if *at == own {
                Look::Focus
            } else {
                Look::Normal
            },
        }
    };
    let place = |at: u32| shown.binary_search(&at).ok();
    let mut edges = Vec::new();
    for (to, at) in shown.iter().enumerate() {
        let other = process(*at);
        let whole = other.parent.iter().map(|it| (it, true));
        for (from, is_whole) in whole.chain(other.follows.iter().map(|it| (it, false))) {
            let Some(from) = place(from.index) else {
                continue;
            };
            let (start, end, label) = match is_whole {
                true => (Tip::Diamond, Tip::None, cx.t("relation-whole")),
                false => (Tip::None, Tip::Arrow, cx.t("relation-followed")),
            };
            edges.push(Edge {
                from,
                to,
                label: label.to_owned(),
                start,
                end,
                ..Edge::default()
            });
        }
    }
    let graph = Graph {
        nodes: shown.iter().map(node).collect(),
        edges,
        direction: Direction::Fit,
        room: Some(ROOM),
        tries: None,
    };
    let title = it.title.get(cx.lang);
    let description = cx.fill("diagram-related-text", &[("process", title)]);
    let words = Words {
        id: "d-related",
        title,
        heading: Some(heading),
        description: &description,
        table: cx.t("diagram-table"),
        columns: ["diagram-from", "diagram-relation", "diagram-to"].map(|key| cx.t(key)),
    };
    Some(figure(&graph, &words))
}
