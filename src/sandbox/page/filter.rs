//! What cases are narrowed down to: the form, what is wrong in it, what is in force in
//! words, and which cases remain.

use super::case::{Case, State};
use super::time::swedish;
use super::{Cx, Filters, Overview, Rights, question};
use crate::model::Entity as _;
use serde::Serialize;

/// The form.
#[derive(Serialize)]
pub(super) struct Form {
    action: String,
    /// Whose cases, when somebody is chosen.
    of: Option<String>,
    producers: Vec<Choice>,
    categories: Vec<Choice>,
    from: String,
    to: String,
    /// Fields that hold no date: they are text, because a field for dates shows no other.
    from_wrong: bool,
    to_wrong: bool,
    unfinished: bool,
    /// What is wrong, by field.
    errors: Errors,
    /// The filters in force, in words.
    in_force: Vec<String>,
    /// The same view without filters.
    clear: String,
    /// Whether the form is to be seen at once.
    open: bool,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    title: String,
    current: bool,
}

#[derive(Serialize, Default)]
struct Errors {
    producer: Option<String>,
    category: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

/// The form for a view.
pub(super) fn form(cx: &Cx<'_>, view: &Overview, rights: &dyn Rights) -> Form {
    let filters = &view.filters;
    let whole = Overview {
        filters: Filters::default(),
        ..view.clone()
    };
    let producers = question::producers(cx.catalogue, &whole, rights);
    let producers = producers.into_iter().map(|at| Choice {
        value: cx.catalogue.producers[at].id().to_owned(),
        title: cx.text(&cx.catalogue.producers[at].actor.name).to_owned(),
        current: filters.producer == Some(at),
    });
    let mut producers: Vec<Choice> = producers.collect();
    cx.sort_by_name(&mut producers, |it| &it.title);
    let categories = cx.catalogue.categories.iter().enumerate();
    let categories = categories.map(|(at, it)| Choice {
        value: it.id().to_owned(),
        title: cx.text(&it.title).to_owned(),
        current: filters.category == Some(at),
    });
    let errors = errors(cx, filters);
    let in_force = in_force(cx, filters);
    let wrong = errors.count() > 0;
    Form {
        action: view.path(cx.catalogue),
        of: match view.whom {
            super::Whom::One(customer) => Some(cx.customer(customer).id().to_owned()),
            _ => None,
        },
        producers,
        categories: categories.collect(),
        from: filters.from.written.clone(),
        to: filters.to.written.clone(),
        from_wrong: filters.from.is_wrong(),
        to_wrong: filters.to.is_wrong(),
        unfinished: filters.unfinished,
        open: wrong || !in_force.is_empty(),
        errors,
        in_force,
        clear: whole.address(cx.catalogue),
    }
}

impl Errors {
    fn count(&self) -> usize {
        let all = [&self.producer, &self.category, &self.from, &self.to];
        all.into_iter().flatten().count()
    }
}

fn errors(cx: &Cx<'_>, filters: &Filters) -> Errors {
    let wrong = |day: &super::route::Day| {
        day.is_wrong()
            .then(|| cx.fill("error-day", &[("written", &day.written)]))
    };
    let backwards = || {
        filters
            .is_backwards()
            .then(|| cx.t("error-order").to_owned())
    };
    let unknown = |it: bool, key: &str| it.then(|| cx.t(key).to_owned());
    Errors {
        producer: unknown(filters.unknown_producer, "error-producer"),
        category: unknown(filters.unknown_category, "error-category"),
        from: wrong(&filters.from),
        to: wrong(&filters.to).or_else(backwards),
    }
}

/// The filters in force, each in words.
fn in_force(cx: &Cx<'_>, filters: &Filters) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(producer) = filters.producer {
        let name = cx.text(&cx.catalogue.producers[producer].actor.name);
        told.push(cx.fill("in-force-producer", &[("producer", name)]));
    }
    if let Some(category) = filters.category {
        let title = cx.text(&cx.catalogue.categories[category].title);
        told.push(cx.fill("in-force-category", &[("category", title)]));
    }
    let day = |day: Option<jiff::civil::Date>| day.map(|day| cx.day(day)).unwrap_or_default();
    let (from, to) = filters.days();
    let (first, last) = (day(from), day(to));
    let values = [("from", &*first), ("to", &*last)];
    match (from, to) {
        (Some(_), Some(_)) => told.push(cx.fill("in-force-between", &values)),
        (Some(_), None) => told.push(cx.fill("in-force-from", &values)),
        (None, Some(_)) => told.push(cx.fill("in-force-to", &values)),
        (None, None) => {}
    }
    if filters.unfinished {
        told.push(cx.t("in-force-unfinished").to_owned());
    }
    told
}

/// Whether a case is among those that the filters leave. A case that has one event that
/// fits is shown with all of its events.
pub(super) fn leaves(cx: &Cx<'_>, filters: &Filters, case: &Case<'_>) -> bool {
    let (from, to) = filters.days();
    let fits = filters.category.is_none() && from.is_none() && to.is_none();
    let fits = fits
        || case.events.iter().any(|event| {
            let category = event.kind(cx.catalogue).current().category.index as usize;
            let day = event.at.and_then(swedish).map(|at| at.date());
            filters.category.is_none_or(|own| own == category)
                && from.is_none_or(|from| day.is_some_and(|day| day >= from))
                && to.is_none_or(|to| day.is_some_and(|day| day <= to))
        });
    fits && !(filters.unfinished && case.state == State::Closed)
}
