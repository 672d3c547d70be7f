//! Operations, and what they are made of.

use super::parts::{external_docs, security};
use super::reader::{Reader, Words, is_address_name, name_help};
use super::schema::schema;
use crate::diagnostic::nearest;
use crate::load::fields::Fields;
use crate::load::yaml::{Node, Pair};
use crate::model::service::{
    ApiExample, Component, Header, Location, MediaType, Named, Operation, OrRef, Parameter,
    RequestBody, Response, Texts,
};
use crate::say;
use crate::source::Spanned;

/// The methods that are read, by their keys.
const METHODS: [(&str, &str); 4] = [
    ("get", "GET"),
    ("post", "POST"),
    ("put", "PUT"),
    ("delete", "DELETE"),
];

pub(super) fn operations<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Box<[Operation]> {
    let mut found = Vec::new();
    r.at("paths", |r| {
        for pair in r.names(node) {
            if !pair.is_refused() && !pair.key.starts_with("x-") {
                r.at(&pair.key, |r| path_item(r, pair, &mut found));
            }
        }
    });
    found.into()
}

fn path_item<'a>(r: &mut Reader<'_, 'a>, pair: &Pair<'a>, out: &mut Vec<Operation>) {
    if !pair.key.starts_with('/') {
        let path = &pair.key;
        r.d.report(
            "K0120",
            &pair.key_range,
            say!(
                "sökvägen `{path}` börjar inte med /",
                "the path `{path}` doesn't begin with /"
            ),
            say!("skriv `/{path}`", "write `/{path}`"),
        );
    }
    let Some(mut fields) = r.d.map(&pair.value) else {
        return;
    };
    r.texts(&mut fields, Words::SUMMARY, &pair.value);
    let shared = fields.get("parameters");
    let path = Spanned::new(pair.key.as_ref().into(), r.d.span(&pair.key_range));
    for (key, method) in METHODS {
        let Some(node) = fields.get(key) else {
            continue;
        };
        let found = r.at(key, |r| operation(r, node, shared, method, &path));
        out.extend(found);
    }
    r.finish(fields);
}

fn operation<'a>(
    r: &mut Reader<'_, 'a>,
    node: &Node<'a>,
    shared: Option<&Node<'a>>,
    method: &'static str,
    path: &Spanned<Box<str>>,
) -> Option<Operation> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::SUMMARY, node);
    let id = fields.need("operationId").and_then(|n| operation_id(r, n));
    let tags = r.d.each(fields.get("tags"), |d, n| d.text(n));
    let mut parameters = Vec::new();
    for list in [shared, fields.get("parameters")].into_iter().flatten() {
        for (at, item) in r.d.list(list).iter().enumerate() {
            let found = r.at("parameters", |r| {
                r.at(&at.to_string(), |r| {
                    r.or_ref(item, Component::Parameter, parameter)
                })
            });
            parameters.extend(found);
        }
    }
    let request_body = fields.get("requestBody").and_then(|n| {
        r.at("requestBody", |r| {
            r.or_ref(n, Component::RequestBody, request_body)
        })
    });
    let mut responses = Vec::new();
    if let Some(node) = fields.need("responses") {
        r.at("responses", |r| {
            for pair in r.names(node) {
                let found = r.at(&pair.key, |r| status(r, pair));
                responses.extend(found);
            }
        });
    }
    let security = security(r, fields.get("security"));
    let deprecated = flag(r, &mut fields, "deprecated");
    let external_docs = fields.get("externalDocs").and_then(|n| external_docs(r, n));
    r.finish(fields);
    Some(Operation {
        id: id?,
        method,
        path: path.clone(),
        texts,
        tags,
        parameters: parameters.into(),
        request_body,
        responses: responses.into(),
        security,
        deprecated,
        external_docs,
    })
}

fn operation_id<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let id = r.d.text(node)?;
    if is_address_name(&id) {
        return Some(id);
    }
    let written = &id.value;
    r.d.report(
        "K0117",
        &node.range,
        say!(
            "`{written}` kan inte vara namnet på en operation",
            "`{written}` can't be the name of an operation"
        ),
        name_help(),
    );
    None
}

fn flag<'a>(r: &mut Reader<'_, 'a>, fields: &mut Fields<'_, 'a>, key: &'static str) -> bool {
    let found = fields.get(key).and_then(|n| r.d.boolean(n));
    found.unwrap_or(false)
}

/// An answer by its status: three digits, a class such as `4XX`, or `default`.
fn status<'a>(r: &mut Reader<'_, 'a>, pair: &Pair<'a>) -> Option<Named<OrRef<Response>>> {
    let key = &pair.key;
    let class = |b: &[u8]| (b'1'..=b'5').contains(&b[0]);
    let bytes = key.as_bytes();
    let digits = bytes.len() == 3 && bytes[1..].iter().all(u8::is_ascii_digit);
    let fine = **key == *"default"
        || ((digits || (bytes.len() == 3 && key.ends_with("XX"))) && class(bytes));
    if !fine {
        r.d.report(
            "K0120",
            &pair.key_range,
            say!("`{key}` är ingen statuskod", "`{key}` is not a status code"),
            say!(
                "skriv tre siffror inom citattecken, som \"200\", eller `default`",
                "write three digits in quotes, such as \"200\", or `default`"
            ),
        );
        return None;
    }
    let value = r.or_ref(&pair.value, Component::Response, response)?;
    let span = r.d.span(&pair.key_range);
    let name = Spanned::new(key.as_ref().into(), span);
    Some(Named { name, value })
}

pub(super) fn parameter<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Parameter> {
    let mut fields = r.d.map(node)?;
    let name = fields.need("name").and_then(|n| r.d.text(n));
    let location = fields.need("in").and_then(|n| {
        let all = [
            Location::Path,
            Location::Query,
            Location::Header,
            Location::Cookie,
        ];
        r.d.choice(n, &all.map(|it| (it.key(), it)))
    });
    let header = header_of(r, node, fields);
    Some(Parameter {
        name: name?,
        location: location?,
        header: header?,
    })
}

pub(super) fn header<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Header> {
    let fields = r.d.map(node)?;
    header_of(r, node, fields)
}

fn header_of<'a>(
    r: &mut Reader<'_, 'a>,
    node: &Node<'a>,
    mut fields: Fields<'_, 'a>,
) -> Option<Header> {
    let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
    let required = flag(r, &mut fields, "required");
    let deprecated = flag(r, &mut fields, "deprecated");
    let node_of_schema = fields.need("schema");
    let schema = node_of_schema.and_then(|n| r.at("schema", |r| schema(r, n)));
    let examples = examples(r, &mut fields);
    r.finish(fields);
    Some(Header {
        required,
        deprecated,
        texts,
        schema: Some(schema?),
        examples,
        span: r.d.span(&node.range),
    })
}

/// What stands under `example` or `examples`.
fn examples<'a>(r: &mut Reader<'_, 'a>, fields: &mut Fields<'_, 'a>) -> Box<[OrRef<ApiExample>]> {
    let mut found = Vec::new();
    if let Some(node) = fields.get("example") {
        let span = r.d.span(&node.range);
        let value = r.json(node);
        found.extend(value.map(|value| {
            OrRef::Here(ApiExample {
                name: None,
                texts: Texts::default(),
                value,
                span,
            })
        }));
    }
    for pair in fields.get("examples").map_or(&[][..], |n| r.names(n)) {
        let example = r.or_ref(&pair.value, Component::Example, |r, node| {
            let mut example = example_component(r, node)?;
            example.name = Some(pair.key.as_ref().into());
            Some(example)
        });
        found.extend(example);
    }
    found.into()
}

pub(super) fn example_component<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<ApiExample> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::SUMMARY, node);
    let value = fields.need("value").and_then(|n| r.json(n));
    r.finish(fields);
    Some(ApiExample {
        name: Some(Box::default()),
        texts,
        value: value?,
        span: r.d.span(&node.range),
    })
}

pub(super) fn request_body<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<RequestBody> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
    let required = flag(r, &mut fields, "required");
    let node_of_content = fields.need("content");
    let content = node_of_content.map(|n| content(r, n)).unwrap_or_default();
    r.finish(fields);
    Some(RequestBody {
        required,
        texts,
        content,
        span: r.d.span(&node.range),
    })
}

pub(super) fn response<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Response> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
    let mut headers = Vec::new();
    if let Some(node) = fields.get("headers") {
        r.at("headers", |r| {
            for pair in r.names(node) {
                let found = r.at(&pair.key, |r| {
                    r.or_ref(&pair.value, Component::Header, header)
                });
                let span = r.d.span(&pair.key_range);
                let name = Spanned::new(pair.key.as_ref().into(), span);
                headers.extend(found.map(|value| Named { name, value }));
            }
        });
    }
    let node_of_content = fields.get("content");
    let content = node_of_content.map(|n| content(r, n)).unwrap_or_default();
    r.finish(fields);
    Some(Response {
        texts,
        headers: headers.into(),
        content,
        span: r.d.span(&node.range),
    })
}

fn content<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Box<[MediaType]> {
    let mut found = Vec::new();
    r.at("content", |r| {
        for pair in r.names(node) {
            if !pair.key.contains('/') && !pair.is_refused() {
                let known = ["application/json", "text/plain"];
                let near = nearest(&pair.key, known).unwrap_or(known[0]);
                r.unknown(
                    pair,
                    say!(
                        "skriv en mediatyp, som `{near}`",
                        "write a media type, such as `{near}`"
                    ),
                );
                continue;
            }
            found.extend(r.at(&pair.key, |r| media_type(r, pair)));
        }
    });
    found.into()
}

fn media_type<'a>(r: &mut Reader<'_, 'a>, pair: &Pair<'a>) -> Option<MediaType> {
    let mut fields = r.d.map(&pair.value)?;
    let node = fields.need("schema");
    let schema = node.and_then(|n| r.at("schema", |r| schema(r, n)));
    let examples = examples(r, &mut fields);
    r.finish(fields);
    let span = r.d.span(&pair.key_range);
    Some(MediaType {
        name: Spanned::new(pair.key.as_ref().into(), span),
        schema: Some(schema?),
        examples,
    })
}
