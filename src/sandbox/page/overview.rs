//! A user's overview: what could not be fetched, what needs doing, and the cases.

use super::answer::{self, Heard, Outcome};
use super::area::{self, Area};
use super::case::{Case, State, cases};
use super::filter::{self, Form};
use super::frame::{Choice, Frame, Link};
use super::item::{self, CaseItem};
use super::todo::{self, Todo};
use super::trouble::{Trouble, trouble};
use super::whom::{Readable, asked, everybody};
use super::{Answer, Cx, Filters, Overview, Rights, Show, View, Whom, question};
use serde::Serialize;

/// Closed cases that are shown at once.
const RECENT: usize = 5;

/// Who reads a view, and what may be read.
pub(super) struct Reader<'a> {
    pub(super) view: &'a Overview,
    pub(super) rights: &'a dyn Rights,
    /// Those asked about.
    pub(super) whom: &'a [Readable],
}

#[derive(Serialize)]
struct Context {
    frame: Frame,
    heading: String,
    /// Whose cases can be chosen; empty when there is nothing to choose.
    tabs: Vec<Choice>,
    /// How the cases can be arranged, when there are any.
    views: Vec<Choice>,
    /// Why nothing was asked.
    refused: Option<Link>,
    trouble: Option<Trouble>,
    /// That there is nothing, when that is certain.
    empty: Option<String>,
    summary: Option<String>,
    /// Events that can't be shown.
    unknown: Option<String>,
    /// Customers that there was no room to ask about.
    left_out: Option<String>,
    todo: Option<TodoList>,
    form: Option<Form>,
    open: Vec<CaseItem>,
    closed: Vec<CaseItem>,
    /// Closed cases that are shown when the reader wants to.
    closed_older: Vec<CaseItem>,
    closed_older_title: String,
    /// That the filters leave nothing.
    none_left: bool,
    /// Whether the view is by customer case area.
    by_area: bool,
    areas: Vec<Area>,
    /// Cases outside all areas.
    others: Vec<CaseItem>,
}

#[derive(Serialize)]
struct TodoList {
    items: Vec<Todo>,
    /// What is told when there are none.
    none: String,
    /// That there may be more elsewhere.
    note: Option<String>,
}

pub(super) fn render(
    cx: &Cx<'_>,
    view: &Overview,
    rights: &dyn Rights,
    answer: Option<&Answer>,
) -> String {
    let whom = asked(view, rights);
    let all = everybody(view.user, rights);
    let reader = Reader {
        view,
        rights,
        whom: &whom,
    };
    let heading = match view.whom {
        Whom::One(customer) if customer != view.user => {
            cx.fill("heading-for", &[("customer", cx.customer_title(customer))])
        }
        _ => cx.t("heading-own").to_owned(),
    };
    let mut context = Context {
        frame: cx.frame(&heading, Some(&View::Overview(view.clone()))),
        heading,
        tabs: tabs(cx, view, &all),
        views: Vec::new(),
        refused: None,
        trouble: None,
        empty: None,
        summary: None,
        unknown: None,
        left_out: None,
        todo: None,
        form: None,
        open: Vec::new(),
        closed: Vec::new(),
        closed_older: Vec::new(),
        closed_older_title: String::new(),
        none_left: false,
        by_area: view.show == Show::Areas,
        areas: Vec::new(),
        others: Vec::new(),
    };
    if view.whom == Whom::All && whom.len() < all.len() {
        context.left_out = Some(cx.count("left-out", all.len() - whom.len()));
    }
    if question::question(cx.catalogue, view, rights).is_none() {
        let own = Overview::of(cx.language, view.user);
        context.refused = Some(Link {
            title: cx.t("refused-all").to_owned(),
            url: own.address(cx.catalogue),
        });
    } else {
        let heard = answer::read(cx.catalogue, view, rights, &whom, answer);
        fill(cx, &reader, &heard, &mut context);
    }
    cx.page("overview.html", &context)
}

/// Fills in what was heard.
fn fill(cx: &Cx<'_>, reader: &Reader<'_>, heard: &Heard, context: &mut Context) {
    let view = reader.view;
    context.trouble = trouble(cx, view, reader.whom, heard);
    if heard.unknown > 0 {
        context.unknown = Some(cx.count("unknown", heard.unknown));
    }
    if heard.outcome == Outcome::Nothing {
        return;
    }
    let cases = cases(cx.catalogue, &heard.events);
    if cases.is_empty() {
        let certain = heard.outcome == Outcome::Whole && heard.unknown == 0;
        context.empty = certain.then(|| empty(cx, view));
    } else {
        context.views = views(cx, view);
        context.summary = Some(summary(cx, &cases, heard.outcome));
        context.todo = Some(TodoList {
            items: todo::todos(cx, reader, &cases),
            none: nothing_to_do(cx, view, heard.outcome),
            note: view.filters.producer.map(|producer| {
                let name = cx.text(&cx.catalogue.producers[producer].actor.name);
                cx.fill("todo-producer", &[("producer", name)])
            }),
        });
    }
    if view.show == Show::Areas {
        let (areas, others) = area::areas(cx, reader, heard, &cases);
        context.areas = areas;
        context.others = items(cx, reader, &cases, others.into_iter());
        return;
    }
    // Where there is nothing, and nothing has been filtered out, there is nothing to filter.
    if !cases.is_empty() || view.filters != Filters::default() {
        context.form = Some(filter::form(cx, view, reader.rights));
    }
    let left = (0..cases.len()).filter(|at| filter::leaves(cx, &view.filters, &cases[*at]));
    let (closed, open): (Vec<usize>, Vec<usize>) =
        left.partition(|at| cases[*at].state == State::Closed);
    context.none_left = open.is_empty() && closed.is_empty() && !cases.is_empty();
    context.open = items(cx, reader, &cases, open.into_iter());
    let (recent, older) = closed.split_at(closed.len().min(RECENT));
    context.closed = items(cx, reader, &cases, recent.iter().copied());
    context.closed_older = items(cx, reader, &cases, older.iter().copied());
    context.closed_older_title = cx.count("cases-older", older.len());
}

fn items(
    cx: &Cx<'_>,
    reader: &Reader<'_>,
    cases: &[Case<'_>],
    which: impl Iterator<Item = usize>,
) -> Vec<CaseItem> {
    which
        .map(|at| item::case(cx, reader, &cases[at], Some(at)))
        .collect()
}

/// Whose cases can be chosen.
fn tabs(cx: &Cx<'_>, view: &Overview, all: &[Readable]) -> Vec<Choice> {
    if all.len() < 2 {
        return Vec::new();
    }
    let choice = |title: &str, note: String, whom: Whom| {
        let own = Overview {
            whom,
            filters: Filters::default(),
            ..view.clone()
        };
        Choice {
            title: title.to_owned(),
            note,
            url: own.address(cx.catalogue),
            current: view.whom == whom,
        }
    };
    let together = choice(cx.t("tab-all"), String::new(), Whom::All);
    let each = all.iter().map(|it| match it.customer == view.user {
        true => choice(cx.t("tab-self"), String::new(), Whom::One(it.customer)),
        false => choice(
            cx.customer_title(it.customer),
            cx.rights(&it.rights),
            Whom::One(it.customer),
        ),
    });
    std::iter::once(together).chain(each).collect()
}

/// How cases can be arranged.
fn views(cx: &Cx<'_>, view: &Overview) -> Vec<Choice> {
    let choice = |show, key| Choice {
        title: cx.t(key).to_owned(),
        note: String::new(),
        url: Overview {
            show,
            filters: Filters::default(),
            ..view.clone()
        }
        .address(cx.catalogue),
        current: view.show == show,
    };
    vec![
        choice(Show::Cases, "view-cases"),
        choice(Show::Areas, "view-areas"),
    ]
}

/// That there are no events, when everybody has answered.
fn empty(cx: &Cx<'_>, view: &Overview) -> String {
    if let Some(producer) = view.filters.producer {
        let name = cx.text(&cx.catalogue.producers[producer].actor.name);
        return cx.fill("empty-producer", &[("producer", name)]);
    }
    match view.whom {
        Whom::One(customer) if customer != view.user => {
            cx.fill("empty-for", &[("customer", cx.customer_title(customer))])
        }
        _ => cx.t("empty").to_owned(),
    }
}

/// How many cases there are of each state, in a sentence.
fn summary(cx: &Cx<'_>, cases: &[Case<'_>], outcome: Outcome) -> String {
    let states = [State::Customer, State::Producer, State::Closed];
    let counts = states.map(|state| {
        let own = cases.iter().filter(|case| case.state == state);
        (state.key(), own.count())
    });
    let counts: Vec<(&str, usize)> = counts.into_iter().filter(|(_, n)| *n > 0).collect();
    let told = match counts.as_slice() {
        [(key, n)] => cx.count(&format!("only-{key}"), *n),
        _ => {
            let counts = counts.iter();
            let counts: Vec<String> = counts
                .map(|(key, n)| cx.count(&format!("count-{key}"), *n))
                .collect();
            let total = cx.count("total", cases.len());
            let values = [("total", &*total), ("counts", &*cx.joined(&counts))];
            cx.fill("summary-cases", &values)
        }
    };
    let key = match outcome {
        Outcome::Whole => "summary",
        _ => "summary-partial",
    };
    cx.fill(key, &[("cases", &told)])
}

fn nothing_to_do(cx: &Cx<'_>, view: &Overview, outcome: Outcome) -> String {
    match (outcome, view.filters.producer) {
        (Outcome::Whole, None) => cx.t("todo-none"),
        (Outcome::Whole, Some(_)) => cx.t("todo-none-producer"),
        _ => cx.t("todo-none-partial"),
    }
    .to_owned()
}

impl Reader<'_> {
    /// The rights that the user holds for a customer.
    pub(super) fn rights_for(&self, customer: usize) -> &[usize] {
        let own = self.whom.iter().find(|it| it.customer == customer);
        own.map_or(&[], |it| &it.rights)
    }

    /// Whom a case is about, when several are asked about.
    pub(super) fn about(&self, cx: &Cx<'_>, case: &Case<'_>) -> Option<String> {
        match case.customer == self.view.user {
            _ if self.whom.len() < 2 => None,
            true => Some(cx.t("about-self").to_owned()),
            false => Some(cx.customer_title(case.customer).to_owned()),
        }
    }
}
