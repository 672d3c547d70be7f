//! A schema of the service description, and who uses it.

use super::frame::{Link, Page, plain_text, render};
use super::service::{Facts, facts, frame};
use super::service_operation::{ExampleBlock, example_block};
use crate::model::service::{Component, Named, Schema};
use crate::model::{Address, Service};
use crate::render::Kind;
use crate::render::context::Cx;
use crate::render::service::{self, Rows, SchemaRow, View};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::parts_of_services(site, |it| it.schemas.len()),
    per_language: true,
    path: |cx, item, part| {
        let it = &cx.catalogue.services[item as usize];
        let name = &it.schemas[usize::from(part)].name.value;
        cx.page_path(&Address::service(
            &it.number.value,
            &format!("schemas/{name}"),
        ))
    },
    render: |cx, item, part, out| {
        let it = &cx.catalogue.services[item as usize];
        let schema = &it.schemas[usize::from(part)];
        let name = &*schema.name.value;
        let page = format!("schemas/{name}");
        let view = View::of(it, &schema.value);
        let description = schema.value.texts.description.as_ref();
        let plain = plain_text(description.map_or("", |text| cx.text(text)));
        let mut frame = frame(cx, it, &page, &format!("{name}: {plain}"))
            .crumb(name, &Address::service(&it.number.value, &page))
            .title(&cx.fill(
                "title-schema",
                &[("name", name), ("version", &it.number.to_string())],
            ));
        let explained = service::is_explained(Some(&schema.value));
        for property in view.properties().into_iter().filter(|_| explained) {
            let name = &property.name.value;
            frame = frame.toc(&format!("attribute-{name}"), name);
        }
        let mut rows = Rows::new(cx, it);
        rows.begin(name, "top");
        let context = Context {
            page: frame.done(),
            service: facts(cx, item as usize),
            schema: SchemaFacts {
                name,
                description_html: service::html(cx, description),
                type_html: service::type_html(cx, it, &schema.value),
                constraints: service::constraints(cx, &view),
                values: values(&schema.value),
                alternatives_html: service::alternatives(cx, it, &view),
            },
            rows: rows.of(&schema.value, name),
            reference_html: explained
                .then(|| service::attribute_reference(cx, it, name))
                .flatten(),
            examples: examples(cx, it, schema),
            used_by: used_by(cx, it, schema),
        };
        render(cx, "service-schema.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    service: Facts<'s>,
    schema: SchemaFacts<'s>,
    rows: Vec<SchemaRow>,
    /// All that is known of each property, where more is known than fits a table.
    reference_html: Option<String>,
    examples: Vec<ExampleBlock<'s>>,
    used_by: Vec<Link>,
}

#[derive(Serialize)]
struct SchemaFacts<'s> {
    name: &'s str,
    description_html: String,
    type_html: String,
    constraints: Vec<String>,
    values: Vec<String>,
    alternatives_html: Option<String>,
}

/// The examples of a schema itself, and those of bodies that are of it.
fn examples<'s>(cx: &Cx<'s>, it: &'s Service, schema: &'s Named<Schema>) -> Vec<ExampleBlock<'s>> {
    let own = schema.value.examples.iter().enumerate();
    let mut blocks: Vec<_> = own
        .map(|(at, example)| ExampleBlock {
            title: cx.t("example"),
            description_html: String::new(),
            html: service::json_html(&example.json),
            id: format!("ex-{}", at + 1),
        })
        .collect();
    let bodies = service::bodies_of(it, &schema.name.value);
    blocks.extend(
        bodies
            .into_iter()
            .map(|example| example_block(cx, it, example)),
    );
    blocks
}

fn values(schema: &Schema) -> Vec<String> {
    let values = schema.values.as_ref();
    let values = values.map_or(&[][..], |values| &values.value);
    values.iter().map(|it| it.shown()).collect()
}

/// The operations and schemas that refer to a schema, straight or by way of a body,
/// an answer, a parameter or a header.
fn used_by(cx: &Cx<'_>, it: &Service, schema: &Named<Schema>) -> Vec<Link> {
    let name = &*schema.name.value;
    let mut links = Vec::new();
    for operation in &it.operations {
        if service::uses(it, operation).contains(&name) {
            links.push(Link {
                title: service::title(cx, &operation.texts, &operation.id.value).to_owned(),
                url: service::url(cx, it, &operation.id.value),
            });
        }
    }
    for other in &it.schemas {
        let own = &*other.name.value;
        let refers = it.refs.iter().any(|reference| {
            let within = reference.within.as_ref();
            reference.name() == Some(name)
                && reference.kind == Component::Schema
                && within.is_some_and(|(kind, at)| *kind == Component::Schema && **at == *own)
        });
        if refers {
            links.push(Link {
                title: own.to_owned(),
                url: service::url(cx, it, &format!("schemas/{own}")),
            });
        }
    }
    links
}
