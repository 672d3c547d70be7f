//! Where in its process an event type happens: the states before and after it, and what
//! can come before and after.

use super::frame::Link;
use crate::model::{EventType, Ref, State, Transition};
use crate::render::context::Cx;
use serde::Serialize;

/// The place of an event type in its process.
#[derive(Serialize)]
pub(super) struct Course<'s> {
    /// Whether a case can begin with it.
    begins: bool,
    from: Vec<StateRow<'s>>,
    to: Vec<StateRow<'s>>,
    before: Vec<Link>,
    after: Vec<Link>,
}

/// A state of a case.
#[derive(Serialize)]
pub(super) struct StateRow<'s> {
    title: &'s str,
    end: bool,
    customer_acts: bool,
}

/// A state among those of a process or template, by its index.
pub(super) fn state<'s>(cx: &Cx<'s>, states: &'s [State], at: u16) -> StateRow<'s> {
    let state = &states[usize::from(at)];
    StateRow {
        title: cx.text(&state.title),
        end: state.end,
        customer_acts: state.customer_acts,
    }
}

/// Where an event type happens, when it is on any transition of its process.
pub(super) fn course<'s>(cx: &Cx<'s>, event_type: &'s EventType) -> Option<Course<'s>> {
    let process = cx.catalogue.get(&event_type.process);
    let steps = || process.transitions.iter();
    let is_own = |step: &&Transition| step.event.name == event_type.id.value;
    let own = || steps().filter(is_own);
    own().next()?;
    let is_from = |at: u16| own().any(|step| step.from.contains(&at));
    let is_to = |at: u16| own().any(|step| step.to == at);
    let rows = |is: &dyn Fn(u16) -> bool| {
        let all = (0_u16..).take(process.states.len());
        all.filter(|at| is(*at))
            .map(|at| state(cx, &process.states, at))
            .collect()
    };
    let before = steps().filter(|step| is_from(step.to));
    let after = steps().filter(|step| step.from.iter().any(|at| is_to(*at)));
    Some(Course {
        begins: own().any(|step| step.from.is_empty()),
        from: rows(&is_from),
        to: rows(&is_to),
        before: links(cx, before),
        after: links(cx, after),
    })
}

/// The event types of some transitions, each once, as they come.
fn links<'s>(cx: &Cx<'s>, steps: impl Iterator<Item = &'s Transition>) -> Vec<Link> {
    let mut all: Vec<&Ref<EventType>> = Vec::new();
    for step in steps {
        if !all.iter().any(|it| it.index == step.event.index) {
            all.push(&step.event);
        }
    }
    let link = |it: &&Ref<EventType>| {
        let event_type = cx.catalogue.get(it);
        Link {
            title: cx.event_type_title(event_type).to_owned(),
            url: cx.event_type_url(event_type),
        }
    };
    all.iter().map(link).collect()
}
