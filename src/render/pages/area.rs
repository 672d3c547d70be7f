//! A customer case area: its steps as a map and as a list, the processes in which they
//! happen, and the question for all its event types.

use super::frame::{Frame, Link, Page, render};
use super::parts::{ProducerLink, process_link, producer_link};
use crate::model::{Address, CaseArea, CaseStep, Section};
use crate::render::code::json_html;
use crate::render::context::Cx;
use crate::render::diagram::{Direction, Edge, Graph, Look, Node, Tip, Told, Words, figure};
use crate::render::{Kind, area, exports};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.areas.len()),
    per_language: true,
    path: |cx, item, _| {
        let it = &cx.catalogue.areas[item as usize];
        cx.page_path(&Address::entity(Section::Areas, &it.id))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.areas[item as usize];
        let address = Address::entity(Section::Areas, &it.id);
        let title = cx.text(&it.title);
        let description = cx.fill("description-area", &[("title", title)]);
        let mut frame = Frame::new(*cx, "area", &address, title, &description)
            .section(Section::Areas)
            .crumb(title, &address)
            .json(&exports::entity_path(Section::Areas, &it.id));
        for part in ["map", "steps", "processes", "question"] {
            frame = frame.toc(part, cx.t(&format!("section-area-{part}")));
        }
        let context = Context {
            page: frame.done(),
            area: Facts {
                id: &it.id,
                title,
                description_html: cx.markdown(&it.description),
                event_types: area::event_types(cx, it).len(),
            },
            map_html: map(cx, it),
            steps: steps(cx, it),
            processes: processes(cx, it),
            question_html: json_html(&area::question(cx, it)),
        };
        render(cx, "area.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    area: Facts<'s>,
    map_html: String,
    steps: Vec<StepItem<'s>>,
    processes: Vec<ProcessRow<'s>>,
    question_html: String,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    event_types: usize,
}

/// A step in the list, which is nested: the template opens and closes its levels.
#[derive(Serialize)]
struct StepItem<'s> {
    anchor: String,
    number: String,
    title: &'s str,
    does_html: String,
    sees_html: String,
    processes: Vec<StepProcess<'s>>,
    after: Vec<Link>,
    /// Whether a list of its parts begins after it.
    opens: bool,
    /// A mark for each list that ends after it.
    closes: Vec<bool>,
}

#[derive(Serialize)]
struct StepProcess<'s> {
    process: Link,
    producer: ProducerLink<'s>,
}

#[derive(Serialize)]
struct ProcessRow<'s> {
    process: Link,
    id: &'s str,
    producer: ProducerLink<'s>,
    steps: Vec<Link>,
    event_types: usize,
}

/// Where a step stands on the page.
fn anchor(it: &CaseArea, step: usize) -> String {
    format!("step-{}", it.steps[step].id.value)
}

/// A step by its number and name.
fn step_link(cx: &Cx<'_>, it: &CaseArea, numbers: &[String], step: usize) -> Link {
    let title = cx.text(&it.steps[step].title);
    Link {
        title: format!("{} {title}", numbers[step]),
        url: format!("#{}", anchor(it, step)),
    }
}

/// The steps as boxes, those that come first above those that come after.
fn map(cx: &Cx<'_>, it: &CaseArea) -> String {
    let numbers = area::numbers(it);
    let nodes = (0..it.steps.len()).map(|at| {
        let Link { title, url } = step_link(cx, it, &numbers, at);
        Node {
            label: title,
            note: producers(cx, &it.steps[at]),
            url: Some(url),
            look: match it.parts(Some(at)).next() {
                Some(_) => Look::Strong,
                None => Look::Normal,
            },
        }
    });
    let mut edges = Vec::new();
    for (at, step) in it.steps.iter().enumerate() {
        let edge = |from, start, end, backwards, key| Edge {
            from,
            to: at,
            label: String::new(),
            url: None,
            start,
            end,
            told: Some(Told {
                backwards,
                words: cx.t(key).to_owned(),
            }),
        };
        let after = step.after.iter();
        edges.extend(after.map(|it| edge(it.value, Tip::None, Tip::Arrow, false, "area-before")));
        let whole = step.parent.into_iter();
        edges.extend(whole.map(|it| edge(it, Tip::Diamond, Tip::None, true, "diagram-partitive")));
    }
    let graph = Graph {
        nodes: nodes.collect(),
        edges,
        direction: Direction::Fit,
        room: None,
        tries: None,
    };
    let words = Words {
        id: "d-map",
        title: cx.text(&it.title),
        heading: Some("h-map"),
        description: &cx.fill("area-map-text", &[("title", cx.text(&it.title))]),
        table: cx.t("diagram-table"),
        columns: ["diagram-from", "diagram-relation", "diagram-to"].map(|key| cx.t(key)),
    };
    figure(&graph, &words)
}

/// Whose processes a step goes through, in their order.
fn producers(cx: &Cx<'_>, step: &CaseStep) -> String {
    let mut names: Vec<&str> = Vec::new();
    for process in &step.processes {
        let producer = cx.catalogue.get(&cx.catalogue.get(process).producer);
        let name = cx.text(&producer.actor.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn steps<'s>(cx: &Cx<'s>, it: &'s CaseArea) -> Vec<StepItem<'s>> {
    let numbers = area::numbers(it);
    let depth = |at: usize| numbers[at].matches('.').count();
    let item = |at: usize| {
        let step = &it.steps[at];
        // After the last step, all lists but the outermost end.
        let next = match at + 1 < it.steps.len() {
            true => depth(at + 1),
            false => 0,
        };
        StepItem {
            anchor: anchor(it, at),
            number: numbers[at].clone(),
            title: cx.text(&step.title),
            does_html: cx.markdown(&step.description),
            sees_html: cx.markdown(&step.sees),
            processes: step
                .processes
                .iter()
                .map(|process| {
                    let process = cx.catalogue.get(process);
                    StepProcess {
                        process: process_link(cx, process),
                        producer: producer_link(cx, process.producer.index),
                    }
                })
                .collect(),
            after: step
                .after
                .iter()
                .map(|other| step_link(cx, it, &numbers, other.value))
                .collect(),
            opens: next > depth(at),
            closes: vec![true; depth(at).saturating_sub(next)],
        }
    };
    (0..it.steps.len()).map(item).collect()
}

fn processes<'s>(cx: &Cx<'s>, it: &'s CaseArea) -> Vec<ProcessRow<'s>> {
    let numbers = area::numbers(it);
    let row = |at: u32| {
        let process = &cx.catalogue.processes[at as usize];
        let steps = it.steps.iter().enumerate();
        let own = steps.filter(|(_, step)| step.processes.iter().any(|own| own.index == at));
        ProcessRow {
            process: process_link(cx, process),
            id: &process.id,
            producer: producer_link(cx, process.producer.index),
            steps: own
                .map(|(step, _)| step_link(cx, it, &numbers, step))
                .collect(),
            event_types: process.event_types().len(),
        }
    };
    it.processes().into_iter().map(row).collect()
}

/// The areas that a process is a part of, as links.
pub(super) fn of_process(cx: &Cx<'_>, process: u32) -> Vec<Link> {
    let own = cx.catalogue.areas.iter();
    let own = own.filter(|it| it.processes().contains(&process));
    own.map(|it| Link {
        title: cx.text(&it.title).to_owned(),
        url: cx.url(&Address::entity(Section::Areas, &it.id)),
    })
    .collect()
}
