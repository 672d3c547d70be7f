//! An operation of the service description: what is sent, what is answered, and
//! examples of both.

use super::frame::{Link, Page, plain_text, render};
use super::service::{Facts, facts, frame};
use crate::model::service::{
    ApiExample, Header, MediaType, Named, Operation, OrRef, Parameter, Response,
};
use crate::model::{Address, Service};
use crate::render::Kind;
use crate::render::context::Cx;
use crate::render::service::{self, Rows, SchemaRow, View, curl_html};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::parts_of_services(site, |it| it.operations.len()),
    per_language: true,
    path: |cx, item, part| {
        let it = &cx.catalogue.services[item as usize];
        let id = &it.operations[usize::from(part)].id.value;
        cx.page_path(&Address::service(&it.number.value, id))
    },
    render: |cx, item, part, out| {
        let it = &cx.catalogue.services[item as usize];
        let operation = &it.operations[usize::from(part)];
        let id = &*operation.id.value;
        let title = service::title(cx, &operation.texts, id);
        let description = operation.texts.description.as_ref();
        let plain = plain_text(description.map_or("", |text| cx.text(text)));
        let number = it.number.to_string();
        let mut frame = frame(cx, it, id, &format!("{id}: {plain}"))
            .crumb(title, &Address::service(&it.number.value, id))
            .title(&cx.fill("title-version", &[("title", title), ("version", &number)]));
        let (request, answers) = bodies(cx, it, operation);
        let there = [
            ("parameters", !operation.parameters.is_empty()),
            ("request", request.is_some()),
            ("curl", true),
        ];
        for (key, _) in there.into_iter().filter(|(_, there)| *there) {
            frame = frame.toc(key, cx.t(&format!("service-{key}")));
        }
        for answer in &answers {
            frame = frame.toc(&answer.id, &answer.title);
        }
        let context = Context {
            page: frame.done(),
            service: facts(cx, item as usize),
            op: OperationFacts {
                id,
                method: operation.method,
                path: &operation.path.value,
                title,
                description_html: service::html(cx, description),
                deprecated: operation.deprecated,
                security: security(operation, it),
            },
            parameters: parameters(cx, it, operation),
            request,
            curl_html: curl_html(it, operation),
            answers,
        };
        render(cx, "service-operation.html", &context, out)
    },
};

/// An example with less JSON than this stands in its place, in bytes.
const SHORT: usize = 700;

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    service: Facts<'s>,
    op: OperationFacts<'s>,
    parameters: Vec<ValueRow<'s>>,
    request: Option<Request<'s>>,
    curl_html: String,
    answers: Vec<Answer<'s>>,
}

#[derive(Serialize)]
struct OperationFacts<'s> {
    id: &'s str,
    method: &'static str,
    path: &'s str,
    title: &'s str,
    description_html: String,
    deprecated: bool,
    security: Vec<&'s str>,
}

/// A parameter or a header.
#[derive(Serialize)]
struct ValueRow<'s> {
    name: &'s str,
    place: &'s str,
    type_html: String,
    required: bool,
    deprecated: bool,
    constraints: Vec<String>,
    description_html: String,
    examples: Vec<String>,
}

#[derive(Serialize)]
struct Request<'s> {
    description_html: String,
    required: bool,
    bodies: Vec<Body<'s>>,
}

#[derive(Serialize)]
struct Answer<'s> {
    id: String,
    status: &'s str,
    /// The status and what HTTP calls it.
    title: String,
    kind: &'static str,
    description_html: String,
    headers: Vec<ValueRow<'s>>,
    bodies: Vec<Body<'s>>,
}

/// A body of a media type.
#[derive(Serialize)]
struct Body<'s> {
    media: &'s str,
    type_html: String,
    constraints: Vec<String>,
    alternatives_html: Option<String>,
    rows: Vec<SchemaRow>,
    /// The place of the rows, when they have been laid out before on the page.
    before: Option<String>,
    id: String,
    examples: Vec<ExampleBlock<'s>>,
    /// Examples that stand on the schema's page.
    more: Vec<Link>,
}

/// An example.
#[derive(Serialize)]
pub(super) struct ExampleBlock<'s> {
    pub(super) title: &'s str,
    pub(super) description_html: String,
    pub(super) html: String,
    pub(super) id: String,
}

fn security<'s>(operation: &'s Operation, it: &'s Service) -> Vec<&'s str> {
    let own = operation.security.as_ref().unwrap_or(&it.security);
    own.iter().map(|name| &*name.value).collect()
}

fn parameters<'s>(cx: &Cx<'s>, it: &'s Service, operation: &'s Operation) -> Vec<ValueRow<'s>> {
    let all = operation
        .parameters
        .iter()
        .filter_map(|own| it.parameter(own));
    let row = |own: &'s Parameter| {
        let place = cx.t(&format!("parameter-{}", own.location.key()));
        value_row(cx, it, &own.name.value, place, &own.header)
    };
    all.map(row).collect()
}

fn value_row<'s>(
    cx: &Cx<'s>,
    it: &'s Service,
    name: &'s str,
    place: &'s str,
    own: &'s Header,
) -> ValueRow<'s> {
    let schema = own.schema.as_ref();
    let examples = own.examples.iter().filter_map(|own| it.example(own));
    ValueRow {
        name,
        place,
        type_html: schema.map_or_else(String::new, |own| service::type_html(cx, it, own)),
        required: own.required,
        deprecated: own.deprecated,
        constraints: schema
            .map_or_else(Vec::new, |own| service::constraints(cx, &View::of(it, own))),
        description_html: service::html(cx, own.texts.description.as_ref()),
        examples: examples.map(|own| own.value.shown()).collect(),
    }
}

/// The body of the request and the answers, in the order of the page: what a schema
/// holds is told of where it comes first.
fn bodies<'s>(
    cx: &Cx<'s>,
    it: &'s Service,
    operation: &'s Operation,
) -> (Option<Request<'s>>, Vec<Answer<'s>>) {
    let mut rows = Rows::new(cx, it);
    let body = operation.request_body.as_ref();
    let request = body
        .and_then(|body| it.request_body(body))
        .map(|body| Request {
            description_html: service::html(cx, body.texts.description.as_ref()),
            required: body.required,
            bodies: content(cx, it, &body.content, "q", &mut rows),
        });
    let answers = operation.responses.iter();
    let answers = answers.filter_map(|own| Some((own, it.response(&own.value)?)));
    let answers = answers.map(|(own, response)| answer(cx, it, own, response, &mut rows));
    (request, answers.collect())
}

fn answer<'s>(
    cx: &Cx<'s>,
    it: &'s Service,
    own: &'s Named<OrRef<Response>>,
    response: &'s Response,
    rows: &mut Rows<'_, 's>,
) -> Answer<'s> {
    let status = &*own.name.value;
    let title = match (status, reason(status)) {
        ("default", _) => cx.t("answer-default").to_owned(),
        (_, Some(reason)) => format!("{status} {reason}"),
        (_, None) => status.to_owned(),
    };
    let headers = response.headers.iter();
    let headers = headers.filter_map(|own| Some((own, it.header(&own.value)?)));
    Answer {
        id: ["s-", status].concat(),
        status,
        title,
        kind: match status.as_bytes().first() {
            Some(b'2') => "ok",
            _ => "other",
        },
        description_html: service::html(cx, response.texts.description.as_ref()),
        headers: headers
            .map(|(own, header)| value_row(cx, it, &own.name.value, "", header))
            .collect(),
        bodies: content(cx, it, &response.content, &format!("r{status}"), rows),
    }
}

fn content<'s>(
    cx: &Cx<'s>,
    it: &'s Service,
    content: &'s [MediaType],
    anchor: &str,
    rows: &mut Rows<'_, 's>,
) -> Vec<Body<'s>> {
    let body = |(at, media): (usize, &'s MediaType)| {
        let anchor = match at {
            0 => anchor.to_owned(),
            _ => format!("{anchor}-{at}"),
        };
        let id = format!("{anchor}-body");
        let Some(schema) = &media.schema else {
            let (examples, more) = examples(cx, it, media, true);
            return Body {
                media: &media.name.value,
                type_html: String::new(),
                constraints: Vec::new(),
                alternatives_html: None,
                rows: Vec::new(),
                before: None,
                id,
                examples,
                more,
            };
        };
        let view = View::of(it, schema);
        let name = schema.reference.as_ref().and_then(|own| own.name());
        let before = name.and_then(|name| rows.begin(name, &id));
        let (examples, more) = examples(cx, it, media, before.is_none());
        Body {
            media: &media.name.value,
            type_html: service::type_html(cx, it, schema),
            constraints: service::constraints(cx, &view),
            alternatives_html: service::alternatives(cx, it, &view),
            rows: match before {
                Some(_) => Vec::new(),
                None => rows.of(schema, &anchor),
            },
            before,
            id,
            examples,
            more,
        }
    };
    content.iter().enumerate().map(body).collect()
}

/// An example as it is shown.
pub(super) fn example_block<'s>(
    cx: &Cx<'s>,
    it: &Service,
    own: &'s ApiExample,
) -> ExampleBlock<'s> {
    ExampleBlock {
        title: service::title(cx, &own.texts, cx.t("example")),
        description_html: service::html(cx, own.texts.description.as_ref()),
        html: service::json_html(&own.value.json),
        id: service::example_id(it, own),
    }
}

/// The examples of a body: the first of each schema and short ones in their place,
/// the rest by links to the schema's page, so that this one stays light.
fn examples<'s>(
    cx: &Cx<'s>,
    it: &'s Service,
    media: &'s MediaType,
    first: bool,
) -> (Vec<ExampleBlock<'s>>, Vec<Link>) {
    let name = media.schema.as_ref().and_then(|own| own.reference.as_ref());
    let name = name.and_then(|own| own.name());
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    let found = media.examples.iter().filter_map(|own| it.example(own));
    for (at, example) in found.enumerate() {
        let short = example.value.json.len() < SHORT;
        match name {
            Some(name) if !(short || first && at == 0) => elsewhere.push(Link {
                title: service::title(cx, &example.texts, cx.t("example")).to_owned(),
                url: format!(
                    "{}#{}",
                    service::url(cx, it, &format!("schemas/{name}")),
                    service::example_id(it, example)
                ),
            }),
            _ => here.push(example_block(cx, it, example)),
        }
    }
    (here, elsewhere)
}

/// What HTTP calls a status.
fn reason(status: &str) -> Option<&'static str> {
    Some(match status {
        "200" => "OK",
        "201" => "Created",
        "202" => "Accepted",
        "204" => "No Content",
        "206" => "Partial Content",
        "301" => "Moved Permanently",
        "304" => "Not Modified",
        "400" => "Bad Request",
        "401" => "Unauthorized",
        "403" => "Forbidden",
        "404" => "Not Found",
        "405" => "Method Not Allowed",
        "406" => "Not Acceptable",
        "409" => "Conflict",
        "410" => "Gone",
        "412" => "Precondition Failed",
        "413" => "Content Too Large",
        "415" => "Unsupported Media Type",
        "422" => "Unprocessable Content",
        "429" => "Too Many Requests",
        "500" => "Internal Server Error",
        "501" => "Not Implemented",
        "502" => "Bad Gateway",
        "503" => "Service Unavailable",
        "504" => "Gateway Timeout",
        _ => return None,
    })
}
