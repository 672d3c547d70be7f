//! The service description: OpenAPI 3.1, as far as the site uses it.
//!
//! What OpenAPI has and the site doesn't read is refused where it stands, so that
//! no part of the contract is left out of its pages in silence.

mod operation;
mod parts;
mod reader;
mod schema;

use super::decode::Decoder;
use super::example;
use super::fields::Fields;
use super::yaml::Node;
use crate::diagnostic::{Severity, nearest};
use crate::model::EditionNumber;
use crate::model::service::{Component, SecurityScheme, Service, ServiceStatus};
use crate::say;
use crate::source::Spanned;
use operation::{example_component, header, operations, parameter, request_body, response};
use parts::{contact, external_docs, license, security, servers, tags};
use reader::{Reader, Words};
use schema::schema;

/// Findings after which the rest of the file still holds together.
const HARMLESS: [&str; 3] = ["K0110", "K0122", "K0123"];

/// The dialects of JSON Schema that may be named: both are 2020-12.
const DIALECTS: [(&str, ()); 2] = [
    ("https://json-schema.org/draft/2020-12/schema", ()),
    ("https://spec.openapis.org/oas/3.1/dialect/base", ()),
];

/// Decodes a version of the service description, whose number its folder tells.
/// When a part of it is broken it gives nothing, for the rest would look wrong.
pub(super) fn service<'a>(d: &mut Decoder<'a>, root: &Node<'a>, folder: &str) -> Option<Service> {
    if folder.parse::<EditionNumber>().is_err() {
        d.report(
            "K0116",
            &(0..0),
            say!(
                "mappen `{folder}` är inget versionsnummer",
                "the folder `{folder}` is not a version number"
            ),
            say!(
                "döp mappen till två tal med punkt emellan, som content/api/6.1/",
                "name the folder by two numbers with a dot between, such as content/api/6.1/"
            ),
        );
        return None;
    }
    let fields = d.map(root)?;
    let mut reader = Reader::new(d);
    let service = document(&mut reader, fields, root, folder);
    let broken = d
        .findings
        .iter()
        .any(|it| it.severity == Severity::Error && !HARMLESS.contains(&it.code.number));
    service.filter(|_| !broken)
}

fn document<'a>(
    r: &mut Reader<'_, 'a>,
    mut fields: Fields<'_, 'a>,
    root: &Node<'a>,
    folder: &str,
) -> Option<Service> {
    if let Some(node) = fields.need("openapi")
        && let Some(text) = r.d.text(node)
        && !text.starts_with("3.1.")
    {
        let text = &text.value;
        r.d.report(
            "K0120",
            &node.range,
            say!(
                "filen säger sig följa OpenAPI {text}, men 3.1 är det som läses",
                "the file says that it follows OpenAPI {text}, but 3.1 is what is read"
            ),
            say!("skriv \"3.1.0\"", "write \"3.1.0\""),
        );
    }
    if let Some(node) = fields.get("jsonSchemaDialect") {
        r.d.choice(node, &DIALECTS);
    }
    let info = fields.need("info").and_then(|node| info(r, node, folder));
    let external_docs = fields.get("externalDocs").and_then(|n| external_docs(r, n));
    let servers = servers(r, fields.get("servers"));
    let tags = tags(r, fields.get("tags"));
    let security = security(r, fields.get("security")).unwrap_or_default();
    let paths = fields.need("paths");
    let operations = paths.map(|node| operations(r, node)).unwrap_or_default();
    let mut service = Service {
        operations,
        external_docs,
        servers,
        tags,
        security,
        ..info?
    };
    if let Some(node) = fields.get("components") {
        r.at("components", |r| components(r, node, &mut service));
    }
    r.finish(fields);
    service.refs = std::mem::take(&mut r.refs).into();
    service.json = raw(r.d, root);
    Some(service)
}

/// The whole document as JSON. What could be read in two ways has been told of
/// where it matters, so nothing is told of here.
fn raw<'a>(d: &Decoder<'a>, root: &Node<'a>) -> Box<str> {
    let mut quiet = Decoder::new(d.file, d.path, d.text, d.languages);
    let (mut json, mut spans) = (String::with_capacity(d.text.len()), Vec::new());
    example::to_json(&mut quiet, root, &mut json, &mut spans);
    json.into()
}

/// What stands under `info`, as a service description with nothing else in it.
fn info<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>, folder: &str) -> Option<Service> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::INFO, node);
    let number = fields
        .need("version")
        .and_then(|node| number(r.d, node, folder));
    let status = fields.need("x-status").and_then(|node| {
        let words = [
            ("draft", ServiceStatus::Draft),
            ("published", ServiceStatus::Published),
        ];
        r.d.choice(node, &words)
    });
    let published = fields.get("x-published").and_then(|n| r.d.date(n));
    if status == Some(ServiceStatus::Published)
        && published.is_none()
        && fields.get_named("x-published").is_none()
        && !fields.has_misspelt("x-published")
    {
        fields.report_missing(r.d, "x-published");
    }
    let changes = r.markdown_list(fields.get("x-changes"));
    let contact = fields.get("contact").and_then(|n| contact(r, n));
    let license = fields.get("license").and_then(|n| license(r, n));
    r.finish(fields);
    Some(Service {
        number: number?,
        status: status?,
        published,
        changes,
        texts,
        contact,
        license,
        external_docs: None,
        servers: Box::default(),
        tags: Box::default(),
        security: Box::default(),
        operations: Box::default(),
        schemas: Box::default(),
        parameters: Box::default(),
        headers: Box::default(),
        request_bodies: Box::default(),
        responses: Box::default(),
        examples: Box::default(),
        security_schemes: Box::default(),
        refs: Box::default(),
        file: r.d.file,
        json: Box::default(),
        source: r.d.text.into(),
    })
}

fn number<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
    folder: &str,
) -> Option<Spanned<EditionNumber>> {
    let text = d.text(node)?;
    let Ok(number) = text.parse::<EditionNumber>() else {
        let text = &text.value;
        d.report(
            "K0116",
            &node.range,
            say!("`{text}` är inget versionsnummer här", "`{text}` is not a version number here"),
            say!(
                "skriv två tal med punkt emellan inom citattecken, som mappen heter: \"{folder}\"",
                "write two numbers with a dot between, in quotes, as the folder is named: \"{folder}\""
            ),
        );
        return None;
    };
    if *text.value != *folder {
        d.report(
            "K0118",
            &node.range,
            say!(
                "versionen är {number}, men filen ligger i mappen {folder}",
                "the version is {number}, but the file lies in the folder {folder}"
            ),
            say!(
                "skriv \"{folder}\" här, eller flytta filen till content/api/{number}/",
                "write \"{folder}\" here, or move the file to content/api/{number}/"
            ),
        );
        return None;
    }
    Some(Spanned::new(number, d.span(&node.range)))
}

fn components<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>, service: &mut Service) {
    let Some(mut fields) = r.d.map(node) else {
        return;
    };
    service.schemas = r.components(fields.get("schemas"), Component::Schema, schema);
    service.parameters = r.components(fields.get("parameters"), Component::Parameter, parameter);
    service.headers = r.components(fields.get("headers"), Component::Header, header);
    service.request_bodies = r.components(
        fields.get("requestBodies"),
        Component::RequestBody,
        request_body,
    );
    service.responses = r.components(fields.get("responses"), Component::Response, response);
    service.examples = r.components(
        fields.get("examples"),
        Component::Example,
        example_component,
    );
    service.security_schemes = r.components(
        fields.get("securitySchemes"),
        Component::SecurityScheme,
        security_scheme,
    );
    if service.schemas.len() > MOST_SCHEMAS {
        let count = service.schemas.len();
        r.d.report(
            "K0120",
            &fields.key_range("schemas"),
            say!(
                "filen har {count} scheman, men får ha högst {MOST_SCHEMAS}",
                "the file has {count} schemas, but may have at most {MOST_SCHEMAS}"
            ),
            say!(
                "slå ihop scheman, eller dela upp beskrivningen i flera API:er",
                "put schemas together, or divide the description into several APIs"
            ),
        );
    }
    r.finish(fields);
}

/// The most schemas in a file: a chain of them is followed one call within another.
const MOST_SCHEMAS: usize = 200;

/// A security scheme. What each kind needs is for its standard to say; only the
/// names of keys are held against those that there are.
fn security_scheme<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<SecurityScheme> {
    let mut fields = r.d.map(node)?;
    let span = r.d.span(&node.range);
    let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
    let kinds = ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"];
    let kind = fields
        .need("type")
        .and_then(|n| r.d.choice(n, &kinds.map(|kind| (kind, kind))));
    for key in ["scheme", "bearerFormat", "name", "in", "openIdConnectUrl"] {
        if let Some(node) = fields.get(key) {
            r.d.text(node);
        }
    }
    if let Some(node) = fields.get("flows") {
        for flow in r.names(node) {
            let known = [
                "implicit",
                "password",
                "clientCredentials",
                "authorizationCode",
            ];
            if !known.contains(&&*flow.key) {
                let near = nearest(&flow.key, known).unwrap_or("clientCredentials");
                r.unknown(flow, say!("menade du `{near}`?", "did you mean `{near}`?"));
            }
            let Some(mut fields) = r.d.map(&flow.value) else {
                continue;
            };
            for key in ["authorizationUrl", "tokenUrl", "refreshUrl"] {
                if let Some(node) = fields.get(key) {
                    r.d.text(node);
                }
            }
            for scope in fields.need("scopes").map_or(&[][..], |n| r.names(n)) {
                r.d.text(&scope.value);
            }
            r.finish(fields);
        }
    }
    r.finish(fields);
    Some(SecurityScheme {
        kind: kind?.into(),
        texts,
        span,
    })
}
