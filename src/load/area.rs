//! Customer case areas: `catalogue/common/areas/START_RESTAURANT.yaml`.

use super::common::{TITLE, reference, unique};
use super::decode::Decoder;
use super::name::{NAME_FORM, id, part_name};
use super::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{CaseArea, CaseStep, LocalText, MAX_PREFIXES, Process, Ref, is_name};
use crate::say;
use crate::source::Spanned;
use std::collections::BTreeSet;

/// A step as it is written: the steps that it comes after are names still.
struct Written {
    id: Spanned<Box<str>>,
    title: LocalText,
    description: LocalText,
    sees: LocalText,
    processes: Box<[Ref<Process>]>,
    parent: Option<usize>,
    after: Box<[Spanned<Box<str>>]>,
}

pub(super) fn area<'a>(d: &mut Decoder<'a>, root: &Node<'a>, expected: &str) -> Option<CaseArea> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let node = fields.need("steps");
    let mut written = Vec::new();
    let whole = node.is_some_and(|n| steps(d, n, None, &mut written));
    fields.finish(d);
    // A step that stands twice, or is broken, was meant to be another.
    let single = unique(d, written.iter().map(|step| &step.id));
    if !(whole && single) {
        return None;
    }
    let names: Vec<Box<str>> = written.iter().map(|step| step.id.value.clone()).collect();
    let steps = written.into_iter().map(|step| CaseStep {
        after: after(d, &step, &names),
        id: step.id,
        title: step.title,
        description: step.description,
        sees: step.sees,
        processes: step.processes,
        parent: step.parent,
    });
    let area = CaseArea {
        id: id?,
        title: title?,
        description: description?,
        steps: steps.collect(),
    };
    if let Some(node) = node {
        too_many(d, node, &area);
    }
    circles(d, &area);
    Some(area)
}

/// Decodes steps and those that are parts of them; false when any is broken.
fn steps<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
    parent: Option<usize>,
    out: &mut Vec<Written>,
) -> bool {
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        d.report(
            "K0120",
            &node.range,
            say!("listan är tom", "the list is empty"),
            say!("skriv minst ett steg", "write at least one step"),
        );
        return false;
    }
    let steps = d.every(node, |d, node| step(d, node, parent, out));
    steps.is_some_and(|steps| steps.iter().all(|whole| *whole))
}

fn step<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
    parent: Option<usize>,
    out: &mut Vec<Written>,
) -> Option<bool> {
    let mut fields = d.map(node)?;
    let id = fields.need("id").and_then(|n| part_name(d, n));
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let sees = fields.need("sees").and_then(|n| d.markdown(n));
    let processes = d.each(fields.get("processes"), |d, n| reference(d, n));
    let after = d.each(fields.get("after"), |d, n| d.text(n));
    let parts = fields.get("steps");
    fields.finish(d);
    let place = out.len();
    let read = id.zip(title).zip(description.zip(sees));
    let whole = read.is_some();
    if let Some(((id, title), (description, sees))) = read {
        out.push(Written {
            id,
            title,
            description,
            sees,
            processes,
            parent,
            after,
        });
    }
    let parts = parts.is_none_or(|n| steps(d, n, Some(place), out));
    Some(whole && parts)
}

/// The places of the steps that a step comes after.
fn after(d: &mut Decoder<'_>, step: &Written, names: &[Box<str>]) -> Box<[Spanned<usize>]> {
    let mut places = Vec::new();
    for name in &step.after {
        if let Some(at) = names.iter().position(|own| *own == name.value) {
            places.push(Spanned::new(at, name.span));
            continue;
        }
        let written = &name.value;
        let others = names.iter().filter(|own| **own != step.id.value);
        let others: Vec<&str> = others.map(|own| &**own).collect();
        let help = match nearest(written, others.iter().copied()) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => {
                let all = others.join(", ");
                say!(
                    "områdets andra steg är {all}",
                    "the other steps of the area are {all}"
                )
            }
        };
        let message = say!(
            "området har inget steg `{written}`",
            "the area has no step `{written}`"
        );
        d.report("K0201", &name.span.range(), message, help);
    }
    places.into()
}

/// An area whose event types can't be asked for in one question.
fn too_many<'a>(d: &mut Decoder<'a>, node: &Node<'a>, area: &CaseArea) {
    let all = area.steps.iter().flat_map(|step| &step.processes);
    let all: BTreeSet<&str> = all.map(|process| &*process.name).collect();
    let count = all.len();
    if count > MAX_PREFIXES {
        d.report(
            "K0120",
            &node.range,
            say!(
                "området har {count} processer, men en fråga får bara nämna {MAX_PREFIXES}",
                "the area has {count} processes, but a question may only name {MAX_PREFIXES}"
            ),
            say!(
                "dela området i flera filer",
                "divide the area into several files"
            ),
        );
    }
}

/// What a step waits for: the steps that it, or one that it is a part of, comes after,
/// each with where that is written.
fn awaited(area: &CaseArea, at: usize) -> impl Iterator<Item = &Spanned<usize>> {
    let whole = (0..area.steps.len()).filter(move |whole| area.is_within(at, *whole));
    whole.flat_map(|whole| &area.steps[whole].after)
}

/// Reports steps that wait for themselves. A step is done when its parts are, so a part
/// can't come after its whole, nor the whole after its part. Each circle is told of once.
fn circles(d: &mut Decoder<'_>, area: &CaseArea) {
    let mut told = vec![false; area.steps.len()];
    for start in 0..area.steps.len() {
        if told[start] {
            continue;
        }
        let Some(way) = way_back(area, start) else {
            continue;
        };
        let mut ids = vec![&*area.steps[start].id.value];
        for (at, _) in &way {
            told[*at] = true;
            ids.push(&area.steps[*at].id.value);
        }
        let Some((_, first)) = way.first() else {
            continue;
        };
        let ids = ids.join(" → ");
        let mut finding = Diagnostic::new(
            "K0202",
            first.span,
            say!(
                "stegen väntar på varandra i en cirkel: {ids}",
                "the steps wait for each other in a circle: {ids}"
            ),
        )
        .help(say!(
            "ta bort ur `after` det steg som kunden inte behöver vänta på; ett steg är klart när dess delar är det",
            "remove from `after` the step that the customer needn't wait for; a step is done when its parts are"
        ));
        for (_, link) in way
            .iter()
            .skip(1)
            .filter(|(_, link)| link.span != first.span)
        {
            let name = &area.steps[link.value].id.value;
            finding = finding.related(link.span, say!("väntar på {name}", "waits for {name}"));
        }
        d.findings.push(finding);
    }
}

/// The shortest way from a step back to itself by what each waits for: the steps on it,
/// each with where it is written that it is waited for.
fn way_back(area: &CaseArea, start: usize) -> Option<Vec<(usize, &Spanned<usize>)>> {
    let mut reached: Vec<Option<(usize, &Spanned<usize>)>> = vec![None; area.steps.len()];
    let mut next = std::collections::VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for link in awaited(area, at) {
            let parts = (0..area.steps.len()).filter(|part| area.is_within(*part, link.value));
            for to in parts {
                if reached[to].is_some() {
                    continue;
                }
                reached[to] = Some((at, link));
                next.push_back(to);
            }
        }
    }
    let mut way = Vec::new();
    let mut at = start;
    loop {
        let (from, link) = reached[at]?;
        way.push((at, link));
        at = from;
        if at == start {
            way.reverse();
            return Some(way);
        }
    }
}
