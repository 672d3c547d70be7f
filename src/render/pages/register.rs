//! The connection register: all actors, by role and kind, with what they are connected
//! to and by what right.

use super::actor::{EnvironmentRow, Signed, Standing, actor_url, row, signed, standing};
use super::frame::{Frame, Link, Page, render};
use super::requirements;
use crate::model::{Actor, ActorKind, Address, Section, matches_prefix};
use crate::render::context::Cx;
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&address()),
    render: |cx, _, _, out| {
        let title = cx.t("title-register");
        let address = address();
        let description = cx.t("description-register");
        let frame = Frame::new(*cx, "register", &address, title, description)
            .crumb(title, &address)
            .json(exports::REGISTER);
        let catalogue = cx.catalogue;
        let mut groups = Vec::new();
        for kind in ActorKind::ALL {
            let all = cx.site.orders.of(cx.lang).producers.iter();
            let all = all.map(|at| &catalogue.producers[*at as usize]);
            let own = all.filter(|it| it.actor.kind == kind);
            let rows = own.map(|it| {
                let count = catalogue.under(&it.id).len();
                entry(cx, &it.id, &it.actor, Section::Producers, count)
            });
            groups.extend(group(cx, "producers", kind, rows.collect()));
        }
        let consumers = &catalogue.consumers;
        let order = order::sorted(catalogue, cx.lang, consumers, |it| {
            it.actor.name.get(cx.lang)
        });
        for kind in ActorKind::ALL {
            let all = order.iter().map(|at| &consumers[*at as usize]);
            let own = all.filter(|it| it.actor.kind == kind);
            let rows = own.map(|it| {
                let prefixes = it.event_types.iter().map(|it| &*it.value);
                // What a shorter prefix holds is counted with that one.
                let within = |id: &str, other: &str| id != other && matches_prefix(id, other);
                let widest = prefixes.clone();
                let widest = widest.filter(|id| !prefixes.clone().any(|it| within(id, it)));
                let count = widest.map(|prefix| catalogue.under(prefix).len());
                entry(cx, &it.id, &it.actor, Section::Consumers, count.sum())
            });
            groups.extend(group(cx, "consumers", kind, rows.collect()));
        }
        let context = Context {
            page: frame.done(),
            total: groups.iter().map(|it| it.actors.len()).sum(),
            groups,
            requirements: (!catalogue.requirements.is_empty()).then(|| Link {
                title: cx.t("title-requirements").to_owned(),
                url: cx.url(&requirements::address()),
            }),
        };
        render(cx, "register.html", &context, out)
    },
};

/// The address of the register.
pub(in crate::render) fn address() -> Address {
    Address::page("register")
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    total: usize,
    groups: Vec<Group<'s>>,
    requirements: Option<Link>,
}

/// The actors of a kind in a role.
#[derive(Serialize)]
struct Group<'s> {
    id: String,
    title: &'s str,
    actors: Vec<Entry<'s>>,
}

#[derive(Serialize)]
struct Entry<'s> {
    id: &'s str,
    name: &'s str,
    url: String,
    real: bool,
    number: Option<&'s str>,
    /// How many event types it publishes, or may fetch.
    count: usize,
    standing: Standing<'s>,
    agreement: Option<Signed>,
    environments: Vec<EnvironmentRow<'s>>,
}

fn group<'s>(
    cx: &Cx<'s>,
    role: &str,
    kind: ActorKind,
    actors: Vec<Entry<'s>>,
) -> Option<Group<'s>> {
    (!actors.is_empty()).then(|| Group {
        id: format!("{role}-{}", kind.key()),
        title: cx.t(&format!("register-{role}-{}", kind.key())),
        actors,
    })
}

fn entry<'s>(
    cx: &Cx<'s>,
    id: &'s str,
    actor: &'s Actor,
    section: Section,
    count: usize,
) -> Entry<'s> {
    Entry {
        id,
        name: cx.text(&actor.name),
        url: actor_url(cx, section, id),
        real: actor.real,
        number: actor.organisation_number.as_ref().map(|it| &*it.value),
        count,
        standing: standing(cx, actor),
        agreement: actor.agreement.as_ref().and_then(|it| signed(cx, it)),
        environments: actor.environments.iter().map(|it| row(cx, it)).collect(),
    }
}
