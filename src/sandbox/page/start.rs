//! The start page: the choice of a test person to be. And the page that isn't there.

use super::frame::{Choice, Frame};
use super::whom::everybody;
use super::{Cx, Overview, Rights, Show, View, Whom};
use crate::model::NumberKind;
use serde::Serialize;

#[derive(Serialize)]
struct Context {
    frame: Frame,
    persons: Vec<Person>,
}

/// A test person to be.
#[derive(Serialize)]
struct Person {
    title: String,
    url: String,
    description: String,
    /// Whom else it may read about, and with what right.
    others: Vec<Choice>,
}

pub(super) fn render(cx: &Cx<'_>, rights: &dyn Rights) -> String {
    let customers = cx.catalogue.customers.iter().enumerate();
    let persons = customers.filter(|(_, it)| it.kind != NumberKind::Organisation);
    let persons = persons.map(|(user, it)| {
        let own = Overview::of(cx.language, user);
        let others = everybody(user, rights).into_iter();
        let others = others.filter(|other| other.customer != user);
        Person {
            title: cx.text(&it.title).to_owned(),
            url: own.address(cx.catalogue),
            description: cx.plain(&it.description),
            others: others
                .map(|other| Choice {
                    title: cx.customer_title(other.customer).to_owned(),
                    note: cx.rights(&other.rights),
                    url: Overview {
                        whom: Whom::One(other.customer),
                        show: Show::Cases,
                        ..own.clone()
                    }
                    .address(cx.catalogue),
                    current: false,
                })
                .collect(),
        }
    });
    let context = Context {
        frame: cx.frame(cx.t("start-title"), Some(&View::Start(cx.language))),
        persons: persons.collect(),
    };
    cx.page("start.html", &context)
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
