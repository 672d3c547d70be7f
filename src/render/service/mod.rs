//! What pages of the service description have in common: schemas as rows, types
//! and constraints in words, and the attribute reference of the guide.

mod attributes;
mod curl;
mod rows;
mod view;
mod words;

pub(super) use attributes::attribute_reference;
pub(super) use curl::curl_html;
pub(super) use rows::{Rows, SchemaRow, is_explained};
pub(super) use view::View;
pub(super) use words::{alternatives, constraints, type_html};

use super::code;
use super::context::Cx;
use crate::model::service::{ApiExample, Operation, OrRef, Schema, Texts, Walk, current_service};
use crate::model::{Address, LocalText, Service, slug};

/// A text that may not have been written, as HTML.
pub(super) fn html(cx: &Cx<'_>, text: Option<&LocalText>) -> String {
    text.map_or_else(String::new, |text| cx.markdown(text))
}

/// The words that tell a part from others: its summary, title or name.
pub(super) fn title<'s>(cx: &Cx<'s>, texts: &'s Texts, name: &'s str) -> &'s str {
    let text = texts.summary.as_ref().or(texts.title.as_ref());
    text.map_or(name, |text| cx.text(text))
}

/// The address of a page of a version.
pub(super) fn url(cx: &Cx<'_>, service: &Service, page: &str) -> String {
    cx.url(&Address::service(&service.number.value, page))
}

/// The version in use.
pub(super) fn current<'s>(cx: &Cx<'s>) -> Option<&'s Service> {
    current_service(&cx.catalogue.services)
}

/// The names of the schemas that an operation itself names: those of its
/// parameters, its body and its answers.
pub(super) fn uses<'s>(it: &'s Service, operation: &'s Operation) -> Vec<&'s str> {
    let mut names = Vec::new();
    let mut add = |schema: Option<&'s Schema>| {
        let Some(schema) = schema else { return };
        names.extend(View::of(it, schema).name());
        names.extend(View::of(it, rows::innermost(it, schema).0).name());
    };
    for parameter in &operation.parameters {
        add(it
            .parameter(parameter)
            .and_then(|it| it.header.schema.as_ref()));
    }
    let body = operation.request_body.as_ref();
    for media in body
        .and_then(|body| it.request_body(body))
        .map_or(&[][..], |it| &it.content)
    {
        add(media.schema.as_ref());
    }
    for response in &operation.responses {
        let Some(response) = it.response(&response.value) else {
            continue;
        };
        for header in &response.headers {
            add(it.header(&header.value).and_then(|it| it.schema.as_ref()));
        }
        for media in &response.content {
            add(media.schema.as_ref());
        }
    }
    names
}

/// The examples of bodies that are of a named schema, each once.
pub(super) fn bodies_of<'s>(it: &'s Service, name: &str) -> Vec<&'s ApiExample> {
    struct Found<'s, 'n>(&'s Service, &'n str, Vec<&'s ApiExample>);
    impl<'s> Walk<'s> for Found<'s, '_> {
        fn example(&mut self, example: &'s OrRef<ApiExample>, schema: Option<&'s Schema>) {
            let named = schema.and_then(|own| own.reference.as_ref()?.name());
            let Some(example) = self.0.example(example).filter(|_| named == Some(self.1)) else {
                return;
            };
            if !self.2.iter().any(|own| own.span == example.span) {
                self.2.push(example);
            }
        }
    }
    let mut found = Found(it, name, Vec::new());
    found.walk(it);
    found.2
}

/// The place of an example on a page: its name where it is a component, whose names
/// are its own, or else where it stands in the file.
pub(super) fn example_id(it: &Service, example: &ApiExample) -> String {
    let named = it
        .examples
        .iter()
        .find(|own| own.value.span == example.span);
    match named {
        Some(own) => format!("ex-{}", slug(&own.name.value)),
        None => format!("ex-{}", example.span.start),
    }
}

/// JSON as HTML. Quotation marks mean nothing between tags, and a page full of JSON is
/// a tenth lighter without writing them as references.
pub(super) fn json_html(json: &str) -> String {
    code::json_html(json).replace("&quot;", "\"")
}
