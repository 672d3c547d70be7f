//! The states of a kind of case, and the events that lead from one to another: a drawing,
//! and the table that says the same. A template has them just as a process does.

use super::course::{StateRow, state};
use super::process_graph::ROOM;
use crate::model::{LocalText, Process, State, Template, Transition, begins};
use crate::render::context::Cx;
use crate::render::diagram::{Direction, Edge, Graph, Look, Node, Tip, Words, drawing_alone};
use serde::Serialize;

/// Where there are more processes than this, the drawing of each is laid out in one way only.
const MANY: usize = 120;

/// The heading on the page that names the drawing.
const HEADING: &str = "h-states";

/// What a page shows of the states of a case.
#[derive(Serialize)]
pub(super) struct States<'s> {
    diagram_html: Option<String>,
    transitions: Vec<Row<'s>>,
}

/// A transition.
#[derive(Serialize)]
struct Row<'s> {
    event: EventLink<'s>,
    from: Vec<&'s str>,
    to: StateRow<'s>,
}

/// An event type, with the address where it is described.
#[derive(Serialize)]
pub(super) struct EventLink<'s> {
    pub(super) short: &'s str,
    pub(super) title: &'s str,
    pub(super) url: String,
}

/// The states of a process.
pub(super) fn of_process<'s>(cx: &Cx<'s>, it: &'s Process) -> Option<States<'s>> {
    let link = |step: &Transition| {
        let event = cx.catalogue.get(&step.event);
        EventLink {
            short: event.short(),
            title: cx.event_type_title(event),
            url: cx.event_type_url(event),
        }
    };
    states(cx, &it.title, &it.states, &it.transitions, link)
}

/// The states of a template, with `anchor` for the place on the page of an event type.
pub(super) fn of_template<'s>(
    cx: &Cx<'s>,
    it: &'s Template,
    anchor: impl Fn(&str) -> String,
) -> Option<States<'s>> {
    let link = |step: &Transition| {
        let event = &it.event_types()[step.event.index as usize];
        EventLink {
            short: event.short(),
            title: cx.text(&event.current().title),
            url: format!("#{}", anchor(event.short())),
        }
    };
    states(cx, &it.title, &it.states, &it.transitions, link)
}

fn states<'s>(
    cx: &Cx<'s>,
    title: &LocalText,
    states: &'s [State],
    steps: &'s [Transition],
    link: impl Fn(&Transition) -> EventLink<'s>,
) -> Option<States<'s>> {
    let name = |at: &u16| cx.text(&states[usize::from(*at)].title);
    let row = |step: &'s Transition| Row {
        event: link(step),
        from: step.from.iter().map(name).collect(),
        to: state(cx, states, step.to),
    };
    (!states.is_empty()).then(|| States {
        diagram_html: drawing(cx, title, states, steps, &link),
        transitions: steps.iter().map(row).collect(),
    })
}

fn drawing<'s>(
    cx: &Cx<'_>,
    title: &LocalText,
    states: &[State],
    steps: &[Transition],
    link: &impl Fn(&Transition) -> EventLink<'s>,
) -> Option<String> {
    let mut first = begins(&steps.iter().collect::<Vec<_>>());
    first.sort_unstable();
    first.dedup();
    let dots = first.iter().map(|_| Node {
        label: cx.t("case-begins").to_owned(),
        look: Look::Start,
        ..Node::default()
    });
    let boxes = states.iter().map(|state| Node {
        label: cx.text(&state.title).to_owned(),
        note: match state.customer_acts {
            true => cx.t("state-customer").to_owned(),
            false => String::new(),
        },
        look: match (state.end, state.customer_acts) {
            (true, _) => Look::End,
            (false, true) => Look::Act,
            (false, false) => Look::Normal,
        },
        ..Node::default()
    });
    let nodes: Vec<Node> = dots.chain(boxes).collect();
    let place = |state: u16| first.len() + usize::from(state);
    let mut edges = Vec::new();
    for step in steps {
        let event = link(step);
        let mut add = |from: usize| {
            edges.push(Edge {
                from,
                to: place(step.to),
                label: event.title.to_owned(),
                url: Some(event.url.clone()),
                end: Tip::Arrow,
                ..Edge::default()
            });
        };
        step.from.iter().for_each(|from| add(place(*from)));
        if step.from.is_empty() {
            first.iter().position(|at| *at == step.to).map(add);
        }
    }
    let graph = Graph {
        nodes,
        edges,
        direction: Direction::Fit,
        room: Some(ROOM),
        // Sixteen ways for each of thousands would take minutes, and few would be seen.
        tries: (cx.catalogue.processes.len() > MANY).then_some(1),
    };
    let title = title.get(cx.lang);
    let description = cx.fill("diagram-states-text", &[("process", title)]);
    let words = Words {
        id: "d-states",
        title,
        heading: Some(HEADING),
        description: &description,
        table: "",
        columns: [""; 3],
    };
    drawing_alone(&graph, &words)
}
