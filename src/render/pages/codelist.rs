//! A code list: its values, and who uses it.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Attribute, Section, Type};
use crate::render::context::Cx;
use crate::render::{Kind, exports};
use serde::Serialize;

/// From this many event types on, those who use a list are told of by producer.
const MANY: usize = 100;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.codelists.len()),
    per_language: true,
    path: |cx, item, _| {
        cx.page_path(&Address::entity(
            Section::CodeLists,
            &cx.catalogue.codelists[item as usize].id,
        ))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.codelists[item as usize];
        let title = cx.text(&it.title);
        let address = Address::entity(Section::CodeLists, &it.id);
        let description = cx.fill("description-codelist", &[("title", title)]);
        let frame = Frame::new(*cx, "codelist", &address, title, &description)
            .section(Section::CodeLists)
            .crumb(title, &address)
            .standing(it.standing)
            .json(&exports::entity_path(Section::CodeLists, &it.id));
        let context = Context {
            page: frame.done(),
            codelist: Facts {
                id: &it.id,
                title,
                description_html: cx.markdown(&it.description),
                values: it
                    .values
                    .iter()
                    .map(|code| Value {
                        value: &code.value.value,
                        title: cx.text(&code.title),
                        description: code.description.as_ref().map(|text| cx.text(text)),
                    })
                    .collect(),
            },
            used_by: used_by(cx, item),
        };
        render(cx, "codelist.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    codelist: Facts<'s>,
    used_by: Vec<User>,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    title: &'s str,
    description_html: String,
    values: Vec<Value<'s>>,
}

#[derive(Serialize)]
struct Value<'s> {
    value: &'s str,
    title: &'s str,
    description: Option<&'s str>,
}

#[derive(Serialize)]
struct User {
    id: String,
    title: String,
    url: String,
}

/// The event types whose current version uses a list, or, when they are very
/// many, their producers with how many of each.
fn used_by(cx: &Cx<'_>, list: u32) -> Vec<User> {
    let catalogue = cx.catalogue;
    let order = &cx.site.orders.of(cx.lang).event_types.items;
    let users: Vec<_> = order
        .iter()
        .map(|at| &catalogue.event_types[*at as usize])
        .filter(|it| {
            let version = it.current();
            version
                .attributes
                .iter()
                .chain(version.references.iter())
                .any(|attribute| uses(attribute, list))
        })
        .collect();
    if users.len() <= MANY {
        let user = |it: &&crate::model::EventType| User {
            id: it.id.value.to_string(),
            title: it.current().title.get(cx.lang).to_owned(),
            url: cx.event_type_url(it),
        };
        return users.iter().map(user).collect();
    }
    let producer = |it: &&crate::model::EventType| catalogue.get(&it.process).producer.index;
    let by_producer = users.chunk_by(|a, b| producer(a) == producer(b));
    let user = |own: &[&crate::model::EventType]| {
        let it = &catalogue.producers[producer(&own[0]) as usize];
        let count = own.len();
        User {
            id: it.id.value.to_string(),
            title: format!("{} ({count})", it.actor.name.get(cx.lang)),
            url: cx.url(&Address::entity(Section::Producers, &it.id)),
        }
    };
    by_producer.map(user).collect()
}

/// Whether an attribute, or one within it, points to the list.
fn uses(attribute: &Attribute, list: u32) -> bool {
    type_uses(&attribute.ty, list)
}

fn type_uses(ty: &Type, list: u32) -> bool {
    match ty {
        Type::Code(codes) => codes.list.as_ref().is_some_and(|own| own.index == list),
        Type::Object(attributes) => attributes.iter().any(|attribute| uses(attribute, list)),
        Type::Array { items, .. } => type_uses(items, list),
        _ => false,
    }
}
