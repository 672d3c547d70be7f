//! What waits for the customer: the cases to do something in, those with the nearest last
//! day first. Days and categories leave this list alone, because what needs doing must not
//! be hidden.

use super::case::{Case, State};
use super::deadline::{self, Deadline};
use super::item::place;
use super::overview::Reader;
use super::whom::only_reads;
use super::{Cx, Filters, Overview, Show, filter};
use jiff::civil::Date;
use serde::Serialize;

/// Days before a last day from which it is near.
const NEAR: i32 = 7;

/// Something to do.
#[derive(Serialize)]
pub(super) struct Todo {
    headline: String,
    language: Option<String>,
    process: String,
    producer: String,
    /// About whom, when several are shown.
    about: Option<String>,
    /// That the customer must act, and not the reader, when that is so.
    note: Option<String>,
    deadline: Option<Told>,
    /// Where the case is.
    url: String,
}

/// A last day in words.
#[derive(Serialize)]
struct Told {
    datetime: String,
    day: String,
    left: String,
    /// `passed`, `near` or `later`.
    class: &'static str,
}

/// What there is to do in the cases of a view.
pub(super) fn todos(cx: &Cx<'_>, reader: &Reader<'_>, cases: &[Case<'_>]) -> Vec<Todo> {
    let waiting = cases.iter().enumerate();
    let waiting = waiting.filter(|(_, case)| case.state == State::Customer);
    let mut waiting: Vec<_> = waiting
        .map(|(at, case)| (deadline::of(cx, case.latest()), at, case))
        .collect();
    // Those without a last day come last; of several, what happened last comes first.
    waiting.sort_by_key(|(deadline, at, _)| (deadline.is_none(), *deadline, *at));
    let waiting = waiting.into_iter();
    waiting
        .map(|(deadline, at, case)| todo(cx, reader, case, at, deadline))
        .collect()
}

fn todo(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    case: &Case<'_>,
    at: usize,
    deadline: Option<Deadline>,
) -> Todo {
    let event = case.latest();
    Todo {
        headline: cx.headline(event),
        language: event.language.clone(),
        process: cx.process_title(case).to_owned(),
        producer: cx.producer_name(case),
        about: reader.about(cx, case),
        note: only_reads(cx.catalogue, reader.rights_for(case.customer))
            .then(|| cx.t("todo-only-reads").to_owned()),
        deadline: deadline.map(|it| told(cx, it, cx.page.as_of)),
        url: match is_here(cx, reader.view, case) {
            true => format!("#{}", place(at)),
            false => format!(
                "{}#{}",
                unfiltered(reader.view).address(cx.catalogue),
                place(at)
            ),
        },
    }
}

/// Whether a case has its place on this page.
fn is_here(cx: &Cx<'_>, view: &Overview, case: &Case<'_>) -> bool {
    view.show == Show::Cases && filter::leaves(cx, &view.filters, case)
}

/// The same view, asking the same question, case by case with nothing filtered out.
fn unfiltered(view: &Overview) -> Overview {
    Overview {
        show: Show::Cases,
        filters: Filters {
            producer: view.filters.producer,
            ..Filters::default()
        },
        ..view.clone()
    }
}

fn told(cx: &Cx<'_>, deadline: Deadline, today: Date) -> Told {
    Told {
        datetime: deadline.day.to_string(),
        day: deadline.told(cx),
        left: deadline.left(cx),
        class: match deadline.days_left(today) {
            ..0 => "passed",
            0..=NEAR => "near",
            _ => "later",
        },
    }
}
