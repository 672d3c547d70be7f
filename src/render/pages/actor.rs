//! What the pages of producers and consumers say of the actor: who it is, where it is
//! connected and by what right.

use super::frame::Link;
use crate::model::{
    Actor, ActorKind, Address, Conformance, Environment, EnvironmentName, EnvironmentStatus,
    Section, SignedAgreement,
};
use crate::render::context::Cx;
use serde::Serialize;

/// The facts about an actor.
#[derive(Serialize)]
pub(super) struct ActorFacts<'s> {
    pub(super) id: &'s str,
    pub(super) name: &'s str,
    kind_label: &'s str,
    real: bool,
    organisation_number: Option<&'s str>,
    description_html: String,
    website: Option<&'s str>,
    contact: Contact<'s>,
    standing: Standing<'s>,
    agreement: Option<Signed>,
    conformance: Option<Passed<'s>>,
    environments: Vec<EnvironmentRow<'s>>,
}

/// The facts about the actor with an id.
pub(super) fn facts<'s>(cx: &Cx<'s>, id: &'s str, actor: &'s Actor) -> ActorFacts<'s> {
    let number = actor.organisation_number.as_ref();
    ActorFacts {
        id,
        name: cx.text(&actor.name),
        kind_label: kind_label(cx, actor.kind),
        real: actor.real,
        organisation_number: number.map(|it| &*it.value),
        description_html: cx.markdown(&actor.description),
        website: actor.website.as_deref(),
        contact: Contact {
            function: cx.text(&actor.contact_function),
            email: &actor.contact_email,
        },
        standing: standing(cx, actor),
        agreement: actor.agreement.as_ref().and_then(|it| signed(cx, it)),
        conformance: actor.conformance.as_ref().map(passed),
        environments: actor.environments.iter().map(|it| row(cx, it)).collect(),
    }
}

/// How far an actor has come, and since when.
#[derive(Serialize)]
pub(super) struct Standing<'s> {
    key: &'static str,
    pub(super) label: &'s str,
    since: Option<String>,
    until: Option<String>,
}

/// How far an actor has come: the most that any of its environments is.
pub(super) fn standing<'s>(cx: &Cx<'s>, actor: &Actor) -> Standing<'s> {
    let key = standing_key(actor);
    let since = match key {
        "planned" | "testing" => None,
        _ => actor.connected(),
    };
    Standing {
        key,
        label: cx.t(&format!("standing-{key}")),
        since: since.map(|day| day.to_string()),
        until: actor.disconnected().map(|day| day.to_string()),
    }
}

/// The word for how far an actor has come, in the theme and the exports.
pub(in crate::render) fn standing_key(actor: &Actor) -> &'static str {
    let real = |it: &&Environment| it.name.value == EnvironmentName::Production;
    let is = |status: EnvironmentStatus| {
        let mut own = actor.environments.iter().filter(real);
        own.any(|it| it.status == status)
    };
    let tested = actor.environments.iter();
    let mut tested = tested.filter(|it| it.name.value == EnvironmentName::Test);
    if is(EnvironmentStatus::Open) {
        "production"
    } else if is(EnvironmentStatus::Closed) {
        "closed"
    } else if tested.any(|it| it.status == EnvironmentStatus::Open) {
        "testing"
    } else {
        "planned"
    }
}

/// An agreement that has been signed.
#[derive(Serialize)]
pub(super) struct Signed {
    link: Link,
    version: String,
    signed: String,
}

/// The agreement that an actor has signed, with the address of that very version.
pub(super) fn signed(cx: &Cx<'_>, it: &SignedAgreement) -> Option<Signed> {
    let (template, edition) = cx.catalogue.signed(it)?;
    let number = edition.edition.number;
    Some(Signed {
        link: Link {
            title: edition.text(cx.lang).title.value.to_string(),
            url: cx.url(&Address::agreement(&template.name, number)),
        },
        version: number.to_string(),
        signed: it.signed.value.to_string(),
    })
}

#[derive(Serialize)]
struct Passed<'s> {
    date: String,
    standard_version: &'s str,
}

fn passed(it: &Conformance) -> Passed<'_> {
    Passed {
        date: it.passed.value.to_string(),
        standard_version: &it.standard_version.value,
    }
}

/// An environment of an actor.
#[derive(Serialize)]
pub(super) struct EnvironmentRow<'s> {
    name_label: &'s str,
    endpoint: &'s str,
    standard_version: &'s str,
    status: &'static str,
    status_label: &'s str,
    since: String,
    closed: Option<String>,
}

/// An environment as a row.
pub(super) fn row<'s>(cx: &Cx<'s>, it: &'s Environment) -> EnvironmentRow<'s> {
    EnvironmentRow {
        name_label: cx.t(&format!("env-{}", it.name.value.key())),
        endpoint: it.endpoint.as_ref().map_or("", |endpoint| &endpoint.value),
        standard_version: &it.standard_version.value,
        status: it.status.key(),
        status_label: cx.t(&format!("env-status-{}", it.status.key())),
        since: it.since.value.to_string(),
        closed: it.closed.as_ref().map(|day| day.value.to_string()),
    }
}

/// The function to write to.
#[derive(Serialize)]
struct Contact<'s> {
    function: &'s str,
    email: &'s str,
}

/// What kind of actor it is, in words.
pub(super) fn kind_label<'s>(cx: &Cx<'s>, kind: ActorKind) -> &'s str {
    cx.t(&format!("kind-{}", kind.key()))
}

/// The address of an actor's page.
pub(super) fn actor_url(cx: &Cx<'_>, section: Section, id: &str) -> String {
    cx.url(&Address::entity(section, id))
}
