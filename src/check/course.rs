//! The course of a case: which states of a process can be reached from which.
//!
//! A template is looked at in each version that can be adopted, with the event types of
//! that version. What is wrong with it is told of there, and not once more for each
//! producer that follows it.

use crate::model::{
    Entity as _, EventType, Process, Standing, State, Template, TemplateVersion, Transition,
    begins, reached,
};
use crate::resolve::Tables;
use crate::source::Span;

/// The states and steps of a kind of case.
pub(in crate::check) struct Course<'t> {
    /// The id of the process or template, and where it stands.
    pub id: (&'t str, Span),
    /// All its states.
    pub states: &'t [State],
    /// For each state whether it counts: one that only event types of other versions
    /// of a template have to do with doesn't.
    pub counts: Vec<bool>,
    /// The steps, never empty.
    pub steps: Vec<&'t Transition>,
    /// Its event types.
    pub event_types: Vec<&'t EventType>,
}

/// Whether a process is in use, so that what it says of its cases must be true.
pub(in crate::check) fn published(process: &Process) -> bool {
    process.standing == Standing::Published
}

/// The courses of all processes in use that no template is followed in, and of all
/// versions of templates that can be adopted.
pub(in crate::check) fn courses(tables: &Tables) -> Vec<Course<'_>> {
    let own = (0_u32..).zip(&tables.processes);
    let own = own.filter(|(_, it)| published(it) && it.adopted.is_none());
    let own = own.map(|(at, it)| of_process(tables, at, it));
    let courses = own.chain(tables.templates.iter().flat_map(of_template));
    courses.filter(|it| !it.steps.is_empty()).collect()
}

/// The processes in use that have no steps at all, though they have event types.
pub(in crate::check) fn without_steps(tables: &Tables) -> impl Iterator<Item = &Process> {
    let own = tables.processes.iter();
    own.filter(|it| published(it) && it.adopted.is_none() && it.transitions.is_empty())
}

fn of_process<'t>(tables: &'t Tables, at: u32, process: &'t Process) -> Course<'t> {
    let under = tables.under(process.id()).iter();
    Course {
        id: (process.id(), process.id_span()),
        states: &process.states,
        counts: vec![true; process.states.len()],
        steps: process.transitions.iter().collect(),
        event_types: under.filter(|it| it.process.index == at).collect(),
    }
}

fn of_template(template: &Template) -> impl Iterator<Item = Course<'_>> {
    // A misspelt name is told of already, and may be the one that is missed.
    let is_whole = |version: &&TemplateVersion| {
        let is_known = |name: &str| template.event_types().iter().any(|it| it.short() == name);
        version
            .event_types
            .iter()
            .all(|pin| is_known(&pin.event.value))
    };
    let versions = template.versions.iter();
    let versions = versions.filter(|it| it.is_published()).filter(is_whole);
    versions.map(|version| {
        let event_types = template.event_types().iter();
        let is_kept = |it: &&EventType| version.version_of(it.short()).is_some();
        let (kept, others): (Vec<_>, Vec<_>) = event_types.partition(is_kept);
        let is_other = |step: &&Transition| others.iter().any(|it| it.id() == &*step.event.name);
        let all: Vec<&Transition> = template.transitions.iter().collect();
        let steps: Vec<&Transition> = all.iter().copied().filter(|it| !is_other(it)).collect();
        let from_beginning = |steps: &[&Transition]| {
            reached(template.states.len(), steps, begins(steps), |a, b| (a, b))
        };
        let now = from_beginning(&steps);
        Course {
            id: (template.id(), template.id_span()),
            states: &template.states,
            counts: now
                .iter()
                .zip(from_beginning(&all))
                .map(|(now, ever)| *now || !ever)
                .collect(),
            steps,
            event_types: kept,
        }
    })
}

impl Course<'_> {
    /// The states that a case can begin in.
    pub(in crate::check) fn begins(&self) -> Vec<u16> {
        begins(&self.steps)
    }

    /// For each state whether a case can come to it from its beginning.
    pub(in crate::check) fn reached(&self) -> Vec<bool> {
        reached(self.states.len(), &self.steps, self.begins(), |from, to| {
            (from, to)
        })
    }

    /// For each state whether a case in it can come to an end.
    pub(in crate::check) fn ending(&self) -> Vec<bool> {
        let states = (0_u16..).zip(self.states);
        let ends = states.filter(|(_, state)| state.end).map(|(at, _)| at);
        let turned = |from, to| (to, from);
        reached(self.states.len(), &self.steps, ends.collect(), turned)
    }
}

/// Reports each place once, though several versions of a template may have it.
pub(in crate::check) fn once(told: &mut Vec<Span>, span: Span) -> bool {
    let is_new = !told.contains(&span);
    if is_new {
        told.push(span);
    }
    is_new
}
