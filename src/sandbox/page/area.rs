//! Cases by customer case area: the steps in order, what has happened in each, and which
//! can be next.

use super::Cx;
use super::answer::Heard;
use super::case::{Case, State};
use super::frame::Link;
use super::item::{self, CaseItem};
use super::overview::Reader;
use crate::model::{CaseArea, Entity as _, Section};
use serde::Serialize;

/// A customer case area in which there is a case.
#[derive(Serialize)]
pub(super) struct Area {
    title: String,
    description: String,
    url: String,
    /// How far it has come, in a sentence.
    progress: String,
    /// The steps that can be next.
    next: Vec<String>,
    steps: Vec<Step>,
}

/// A step. The list is nested: the template opens and closes its levels.
#[derive(Serialize)]
struct Step {
    number: String,
    title: String,
    url: String,
    state: &'static str,
    state_title: String,
    /// What the customer does, as long as it isn't done.
    does: Option<String>,
    cases: Vec<CaseItem>,
    /// The kinds of case that can begin in it, while none has.
    processes: Vec<Link>,
    opens: bool,
    closes: Vec<bool>,
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// All its cases are closed.
    Done,
    /// A case waits for the customer.
    Customer,
    /// A case is with its producer.
    Ongoing,
    /// Nothing has happened, and nothing needs to happen before.
    Next,
    /// Nothing has happened, and something else comes before.
    Later,
    /// A producer of it didn't answer.
    Unknown,
    /// It can't be seen here: it has no cases, or none that the user may read.
    Hidden,
}

impl Progress {
    fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Customer => "customer",
            Self::Ongoing => "ongoing",
            Self::Next => "next",
            Self::Later => "later",
            Self::Unknown => "unknown",
            Self::Hidden => "hidden",
        }
    }

    /// Whether what comes after it can begin.
    fn lets_go(self) -> bool {
        matches!(self, Self::Done | Self::Hidden)
    }
}

/// The areas with cases, and the cases outside all areas by their places.
pub(super) fn areas(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    heard: &Heard,
    cases: &[Case<'_>],
) -> (Vec<Area>, Vec<usize>) {
    let within: Vec<Vec<usize>> = cx
        .catalogue
        .areas
        .iter()
        .map(|it| {
            let processes = it.processes();
            let own = |at: &usize| processes.contains(&process_of(&cases[*at]));
            (0..cases.len()).filter(own).collect()
        })
        .collect();
    let mut shown: Vec<usize> = (0..within.len())
        .filter(|at| !is_part(&within, *at, cases))
        .collect();
    shown.sort_by_key(|at| std::cmp::Reverse(within[*at].len()));
    let areas = shown.iter().map(|at| {
        let it = &cx.catalogue.areas[*at];
        area(cx, reader, heard, it, cases)
    });
    let others = (0..cases.len()).filter(|at| !within.iter().any(|own| own.contains(at)));
    (areas.collect(), others.collect())
}

fn process_of(case: &Case<'_>) -> u32 {
    u32::try_from(case.process).unwrap_or(u32::MAX)
}

/// Whether an area has no case, or for each customer only such as another area has, with
/// more beside them. Kinds of case belong to several areas: a company that rebuilds its
/// premises for a restaurant isn't building a house.
fn is_part(within: &[Vec<usize>], area: usize, cases: &[Case<'_>]) -> bool {
    let of = |area: usize, customer: usize| {
        let own = within[area].iter().copied();
        own.filter(move |at| cases[*at].customer == customer)
            .collect::<Vec<usize>>()
    };
    within[area].iter().all(|at| {
        let customer = cases[*at].customer;
        let own = of(area, customer);
        (0..within.len()).any(|other| {
            let other = of(other, customer);
            other.len() > own.len() && own.iter().all(|at| other.contains(at))
        })
    })
}

fn area(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    heard: &Heard,
    it: &CaseArea,
    cases: &[Case<'_>],
) -> Area {
    let url = cx.entity_url(Section::Areas, it.id());
    let progress = progress(cx, reader, heard, it, cases);
    let numbers = numbers(it);
    let steps: Vec<Step> = (0..it.steps.len())
        .map(|at| step(cx, reader, it, cases, at, &numbers, progress[at], &url))
        .collect();
    // Steps that have parts are as far as their parts: only the innermost are counted.
    let inner = (0..it.steps.len()).filter(|at| it.parts(Some(*at)).next().is_none());
    let inner: Vec<usize> = inner.collect();
    let done = inner.iter().filter(|at| progress[**at] == Progress::Done);
    let (done, all) = (done.count().to_string(), inner.len().to_string());
    let next = inner.iter().filter(|at| progress[**at] == Progress::Next);
    Area {
        title: cx.text(&it.title).to_owned(),
        description: cx.plain(&it.description),
        progress: cx.fill("area-progress", &[("done", &done), ("all", &all)]),
        next: next
            .map(|at| cx.text(&it.steps[*at].title).to_owned())
            .collect(),
        steps,
        url,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "all of them are what a step is seen from"
)]
fn step(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    it: &CaseArea,
    cases: &[Case<'_>],
    at: usize,
    numbers: &[String],
    progress: Progress,
    url: &str,
) -> Step {
    let own = &it.steps[at];
    let within = own_cases(it, at, cases);
    let within: Vec<CaseItem> = within
        .map(|case| item::case(cx, reader, case, None))
        .collect();
    let processes = own.processes.iter().filter(|_| within.is_empty());
    let processes = processes.map(|process| {
        let process = cx.catalogue.get(process);
        let producer = cx.catalogue.get(&process.producer);
        let (title, name) = (cx.text(&process.title), cx.text(&producer.actor.name));
        Link {
            title: cx.fill("process-of", &[("process", title), ("producer", name)]),
            url: cx.entity_url(Section::Producers, process.id()),
        }
    });
    let depth = |at: usize| numbers[at].matches('.').count();
    // After the last step, all lists but the outermost end.
    let next = match at + 1 < it.steps.len() {
        true => depth(at + 1),
        false => 0,
    };
    Step {
        number: numbers[at].clone(),
        title: cx.text(&own.title).to_owned(),
        url: format!("{url}#step-{}", &*own.id.value),
        state: progress.key(),
        state_title: cx.t(&format!("step-{}", progress.key())).to_owned(),
        does: (progress != Progress::Done).then(|| cx.plain(&own.description)),
        processes: processes.collect(),
        cases: within,
        opens: next > depth(at),
        closes: vec![true; depth(at).saturating_sub(next)],
    }
}

/// The cases that happen in a step itself.
fn own_cases<'c, 'e>(
    it: &'c CaseArea,
    step: usize,
    cases: &'c [Case<'e>],
) -> impl Iterator<Item = &'c Case<'e>> {
    let processes = &it.steps[step].processes;
    let own = |case: &&Case<'_>| {
        let mut processes = processes.iter();
        processes.any(|process| process.index as usize == case.process)
    };
    cases.iter().filter(own)
}

/// How far each step has come.
fn progress(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    heard: &Heard,
    it: &CaseArea,
    cases: &[Case<'_>],
) -> Vec<Progress> {
    let mut all: Vec<Progress> = (0..it.steps.len())
        .map(|at| alone(cx, reader, heard, it, cases, at))
        .collect();
    let inner: Vec<bool> = (0..it.steps.len())
        .map(|at| it.parts(Some(at)).next().is_none())
        .collect();
    join(it, &mut all);
    let before = all.clone();
    for at in 0..all.len() {
        if inner[at] && all[at] == Progress::Later && can_begin(it, &before, at) {
            all[at] = Progress::Next;
        }
    }
    join(it, &mut all);
    all
}

/// How far a step has come by its own cases.
fn alone(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    heard: &Heard,
    it: &CaseArea,
    cases: &[Case<'_>],
    at: usize,
) -> Progress {
    let states: Vec<State> = own_cases(it, at, cases).map(|case| case.state).collect();
    if states.contains(&State::Customer) {
        return Progress::Customer;
    }
    if states.contains(&State::Producer) {
        return Progress::Ongoing;
    }
    let processes = &it.steps[at].processes;
    let may_read = |process: usize| {
        let events = cx.catalogue.processes[process].event_types();
        let mut whom = reader.whom.iter();
        whom.any(|it| {
            let mut events = events.iter();
            let user = reader.view.user;
            events.any(|event| {
                reader
                    .rights
                    .may_read(user, it.customer, event.index as usize)
            })
        })
    };
    let producers = processes
        .iter()
        .map(|process| cx.catalogue.get(process).producer.index);
    let silent = producers.map(|it| heard.is_silent(cx.catalogue, it as usize));
    match states.is_empty() {
        true if !processes.iter().any(|it| may_read(it.index as usize)) => Progress::Hidden,
        _ if silent.into_iter().any(|silent| silent) => Progress::Unknown,
        true => Progress::Later,
        false => Progress::Done,
    }
}

/// Lets steps that have parts be as far as their parts together. Parts come after what
/// they are parts of, so going backwards meets each part first.
fn join(it: &CaseArea, all: &mut [Progress]) {
    for at in (0..all.len()).rev() {
        let mut parts: Vec<Progress> = it.parts(Some(at)).map(|part| all[part]).collect();
        if parts.is_empty() {
            continue;
        }
        if !it.steps[at].processes.is_empty() {
            parts.push(all[at]);
        }
        parts.retain(|part| *part != Progress::Hidden);
        let has = |progress| parts.contains(&progress);
        all[at] = if parts.is_empty() {
            Progress::Hidden
        } else if has(Progress::Customer) {
            Progress::Customer
        } else if parts.iter().all(|part| *part == Progress::Done) {
            Progress::Done
        } else if has(Progress::Ongoing) || has(Progress::Done) {
            Progress::Ongoing
        } else if has(Progress::Unknown) {
            Progress::Unknown
        } else if has(Progress::Next) {
            Progress::Next
        } else {
            Progress::Later
        };
    }
}

/// Whether all that must come before a step, or before what it is a part of, is done.
fn can_begin(it: &CaseArea, all: &[Progress], step: usize) -> bool {
    let mut at = Some(step);
    while let Some(own) = at {
        let before = &it.steps[own].after;
        if !before.iter().all(|other| all[other.value].lets_go()) {
            return false;
        }
        at = it.steps[own].parent;
    }
    true
}

/// The number of each step, as a reader counts: `2.1` is the first part of the second.
fn numbers(it: &CaseArea) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::with_capacity(it.steps.len());
    for (at, step) in it.steps.iter().enumerate() {
        let before = it.parts(step.parent).take_while(|other| *other < at);
        let own = before.count() + 1;
        numbers.push(match step.parent.and_then(|whole| numbers.get(whole)) {
            Some(whole) => format!("{whole}.{own}"),
            None => own.to_string(),
        });
    }
    numbers
}
