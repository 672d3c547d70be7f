//! The start page: the choice of a test person to be. And the page that isn't there.

use super::frame::{Choice, Frame};
use super::whom::{Readable, everybody};
use super::{Cx, Overview, Rights, View, Whom};
use crate::model::{AuthorizationKind, NumberKind};
use serde::Serialize;

#[derive(Serialize)]
struct Context {
    frame: Frame,
    persons: Vec<Person>,
    /// Those whom somebody represents, and who therefore don't log in themselves.
    represented: Vec<Person>,
}

/// A test person.
#[derive(Serialize)]
struct Person {
    title: String,
    url: String,
    description: String,
    /// Whom it may read for, or who reads for it, and with what right.
    others: Vec<Choice>,
}

/// Somebody who may read about somebody.
struct Reading {
    user: usize,
    of: Readable,
}

pub(super) fn render(cx: &Cx<'_>, rights: &dyn Rights) -> String {
    let users = cx.catalogue.customers.iter().enumerate();
    let users = users.filter(|(_, it)| it.kind != NumberKind::Organisation);
    let users: Vec<usize> = users.map(|(user, _)| user).collect();
    let readings: Vec<Reading> = users
        .iter()
        .flat_map(|user| {
            let all = everybody(*user, rights).into_iter();
            let all = all.filter(|of| of.customer != *user);
            all.map(|of| Reading { user: *user, of })
        })
        .collect();
    let represents = |it: &Reading| {
        let rights = it.of.rights.iter();
        let mut rights = rights.filter_map(|at| cx.catalogue.authorizations.get(*at));
        rights.any(|it| it.kind == AuthorizationKind::Representative)
    };
    let mut persons = Vec::new();
    let mut represented = Vec::new();
    for user in users {
        let by: Vec<&Reading> = readings
            .iter()
            .filter(|it| it.of.customer == user && represents(it))
            .collect();
        if by.is_empty() {
            let own = readings.iter().filter(|it| it.user == user);
            persons.push(person(
                cx,
                user,
                own.map(|it| choice(cx, it, it.of.customer)),
            ));
        } else {
            let by = by.into_iter().map(|it| choice(cx, it, it.user));
            represented.push(person(cx, user, by));
        }
    }
    let context = Context {
        frame: cx.frame(cx.t("start-title"), Some(&View::Start(cx.language))),
        persons,
        represented,
    };
    cx.page("start.html", &context)
}

fn person(cx: &Cx<'_>, user: usize, others: impl Iterator<Item = Choice>) -> Person {
    Person {
        title: cx.customer_title(user).to_owned(),
        url: Overview::of(cx.language, user).address(cx.catalogue),
        description: cx.plain(&cx.customer(user).description),
        others: others.collect(),
    }
}

/// A link to what somebody reads about somebody, by the name of one of them.
fn choice(cx: &Cx<'_>, it: &Reading, called: usize) -> Choice {
    let own = Overview {
        whom: Whom::One(it.of.customer),
        ..Overview::of(cx.language, it.user)
    };
    Choice {
        title: cx.customer_title(called).to_owned(),
        note: cx.rights(&it.of.rights),
        url: own.address(cx.catalogue),
        current: false,
    }
}

/// The page for an address that leads nowhere.
pub(super) fn not_found(cx: &Cx<'_>) -> String {
    #[derive(Serialize)]
    struct Context {
        frame: Frame,
    }
    let frame = cx.frame(cx.t("not-found-title"), None);
    cx.page("not-found.html", &Context { frame })
}
