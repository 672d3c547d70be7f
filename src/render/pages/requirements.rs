//! What private consumers must fulfil, and who does.

use super::actor::actor_url;
use super::frame::{Frame, Page, render};
use super::register;
use crate::model::{ActorKind, Address, Requirement, RequirementKind, Section};
use crate::render::context::Cx;
use crate::render::{Kind, exports, order};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.requirements.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0)],
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&address()),
    render: |cx, _, _, out| {
        let title = cx.t("title-requirements");
        let address = address();
        let description = cx.t("description-requirements");
        let mut frame = Frame::new(*cx, "requirements", &address, title, description)
            .crumb(cx.t("title-register"), &register::address())
            .crumb(title, &address)
            .json(exports::REGISTER);
        let mut groups = Vec::new();
        for kind in RequirementKind::ALL {
            let all = (0_u32..).zip(&cx.catalogue.requirements);
            let own = all.filter(|(_, it)| it.kind == kind);
            let requirements: Vec<_> = own.map(|(at, it)| row(cx, at, it)).collect();
            if requirements.is_empty() {
                continue;
            }
            let title = cx.t(&format!("requirements-{}", kind.key()));
            frame = frame.toc(kind.key(), title);
            groups.push(Group {
                id: kind.key(),
                title,
                requirements,
            });
        }
        let context = Context {
            page: frame.done(),
            total: cx.catalogue.requirements.len(),
            consumers: consumers(cx),
            groups,
        };
        render(cx, "requirements.html", &context, out)
    },
};

/// The address of the list of requirements.
pub(in crate::render) fn address() -> Address {
    Address::page("register/requirements")
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    total: usize,
    groups: Vec<Group<'s>>,
    consumers: Vec<Progress<'s>>,
}

#[derive(Serialize)]
struct Group<'s> {
    id: &'static str,
    title: &'s str,
    requirements: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    evidence: &'s str,
    /// How many private consumers fulfil it.
    count: usize,
}

fn row<'s>(cx: &Cx<'s>, at: u32, it: &'s Requirement) -> Row<'s> {
    let all = cx.catalogue.consumers.iter();
    let fulfils = all.filter(|own| own.requirements.iter().any(|r| r.requirement.index == at));
    Row {
        id: &it.id,
        title: cx.text(&it.title),
        description_html: cx.markdown(&it.description),
        evidence: cx.text(&it.evidence),
        count: fulfils.count(),
    }
}

/// How many of the requirements a private consumer fulfils.
#[derive(Serialize)]
struct Progress<'s> {
    name: &'s str,
    url: String,
    count: usize,
    last: Option<String>,
}

fn consumers<'s>(cx: &Cx<'s>) -> Vec<Progress<'s>> {
    let table = &cx.catalogue.consumers;
    let order = order::sorted(cx.catalogue, cx.lang, table, |it| {
        it.actor.name.get(cx.lang)
    });
    let all = order.iter().map(|at| &table[*at as usize]);
    let private = all.filter(|it| it.actor.kind == ActorKind::Private);
    let progress = private.map(|it| {
        let days = it.requirements.iter().map(|own| own.fulfilled.value);
        Progress {
            name: cx.text(&it.actor.name),
            url: actor_url(cx, Section::Consumers, &it.id),
            count: it.requirements.len(),
            last: days.max().map(|day| day.to_string()),
        }
    });
    progress.collect()
}
