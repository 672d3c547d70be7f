//! What pages and exports both tell of a customer case area: the numbers of its steps,
//! and the question for all its event types.

use super::context::Cx;
use super::pages::question_json;
use crate::model::{CaseArea, CustomerKind, MAX_PREFIXES, Ref};

/// The number of each step, as a reader counts: `2.1` is the first part of the second.
pub(super) fn numbers(area: &CaseArea) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::with_capacity(area.steps.len());
    for (at, step) in area.steps.iter().enumerate() {
        let before = area.parts(step.parent).take_while(|other| *other < at);
        let own = before.count() + 1;
        numbers.push(match step.parent.and_then(|whole| numbers.get(whole)) {
            Some(whole) => format!("{whole}.{own}"),
            None => own.to_string(),
        });
    }
    numbers
}

/// What to ask for to get the events of an area and no others: its processes. A producer
/// as a whole would be shorter, but would also give what it publishes later.
pub(super) fn prefixes<'s>(cx: &Cx<'s>, area: &CaseArea) -> Vec<&'s str> {
    let all = area.processes();
    let all = all
        .iter()
        .map(|at| &*cx.catalogue.processes[*at as usize].id.value);
    all.take(MAX_PREFIXES).collect()
}

/// The event types of an area, by id.
pub(super) fn event_types(cx: &Cx<'_>, area: &CaseArea) -> Vec<u32> {
    let all = area.processes();
    let all = all
        .iter()
        .flat_map(|at| cx.catalogue.processes[*at as usize].event_types());
    all.map(|event_type: &Ref<_>| event_type.index).collect()
}

/// The question for all event types of an area, as compact JSON.
pub(super) fn question(cx: &Cx<'_>, area: &CaseArea) -> String {
    let types = event_types(cx, area);
    let mut authorizations = types.iter().flat_map(|at| {
        let current = cx.catalogue.event_types[*at as usize].current();
        current.authorizations.iter()
    });
    let only_organisations =
        authorizations.all(|it| cx.catalogue.get(it).customer == CustomerKind::Organisation);
    question_json(only_organisations && !types.is_empty(), &prefixes(cx, area))
}
