//! A version of the service description: what it is, where the API is, and what it
//! can do.

use super::banner::{self, Banner};
use super::frame::{Frame, Link, Page, plain_text, render};
use super::services::{VersionRow, versions};
use crate::model::service::{Named, Variable};
use crate::model::{Address, Section, Service};
use crate::render::context::Cx;
use crate::render::exports::service::{json_path, yaml_path};
use crate::render::{Kind, markdown, service};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.services.len()),
    per_language: true,
    path: |cx, item, _| {
        let it = &cx.catalogue.services[item as usize];
        cx.page_path(&Address::service(&it.number.value, ""))
    },
    render: |cx, item, _, out| {
        let it = &cx.catalogue.services[item as usize];
        let description = it
            .texts
            .description
            .as_ref()
            .map_or("", |text| cx.text(text));
        let (description_html, headings) = markdown::page(cx, description, &[]);
        let mut frame = frame(cx, it, "", &plain_text(description)).json(&json_path(cx, it));
        for (id, title) in &headings {
            frame = frame.toc(id, title);
        }
        for id in [
            "operations",
            "servers",
            "security",
            "schemas",
            "files",
            "versions",
        ] {
            frame = frame.toc(id, cx.t(&format!("service-{id}")));
        }
        let context = Context {
            page: frame.done(),
            service: facts(cx, item as usize),
            description_html,
            operations: operations(cx, it),
            servers: it
                .servers
                .iter()
                .map(|server| server_row(cx, server))
                .collect(),
            security: security(cx, it),
            schemas: schemas(cx, it),
            versions: versions(cx, Some(item as usize)),
        };
        render(cx, "service.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    service: Facts<'s>,
    description_html: String,
    operations: Vec<OperationRow<'s>>,
    servers: Vec<ServerRow<'s>>,
    security: Vec<SecurityRow<'s>>,
    schemas: Vec<SchemaLink>,
    versions: Vec<VersionRow<'s>>,
}

/// What every page of a version shows of it.
#[derive(Serialize)]
pub(super) struct Facts<'s> {
    title: &'s str,
    summary: &'s str,
    version: String,
    status: &'static str,
    status_label: &'s str,
    date: String,
    url: String,
    banner: Option<Banner>,
    latest: Option<Link>,
    previous: Option<Link>,
    changes_url: Option<String>,
    yaml: String,
    json: String,
    contact: Option<Contact<'s>>,
    license: Option<License<'s>>,
}

#[derive(Serialize)]
struct Contact<'s> {
    name: Option<&'s str>,
    url: Option<&'s str>,
    email: Option<&'s str>,
}

#[derive(Serialize)]
struct License<'s> {
    name: &'s str,
    url: Option<&'s str>,
}

#[derive(Serialize)]
struct OperationRow<'s> {
    id: &'s str,
    method: &'static str,
    path: &'s str,
    summary: &'s str,
    url: String,
    deprecated: bool,
}

#[derive(Serialize)]
struct ServerRow<'s> {
    url: &'s str,
    description_html: String,
    variables: Vec<VariableRow<'s>>,
}

#[derive(Serialize)]
struct VariableRow<'s> {
    name: &'s str,
    default: &'s str,
    values: Vec<&'s str>,
    description_html: String,
}

#[derive(Serialize)]
struct SecurityRow<'s> {
    name: &'s str,
    kind: &'s str,
    description_html: String,
}

/// A schema in a list.
#[derive(Serialize)]
struct SchemaLink {
    name: String,
    url: String,
    what: String,
}

/// The frame of a page of a version; `page` is the part of the address below it.
pub(super) fn frame<'s>(cx: &Cx<'s>, it: &'s Service, page: &str, description: &str) -> Frame<'s> {
    let number = it.number.to_string();
    let address = Address::service(&it.number.value, page);
    let title = it.texts.title.as_ref().map_or("", |text| cx.text(text));
    let title = cx.fill("title-version", &[("title", title), ("version", &number)]);
    let date = it.published.as_ref().map(|date| date.value.to_string());
    let overview = Address::service(&it.number.value, "");
    Frame::new(*cx, "service", &address, &title, description)
        .section(Section::Service)
        .crumb(&number, &overview)
        .changed(&date.unwrap_or_default(), &number)
}

/// The facts of a version.
pub(super) fn facts<'s>(cx: &Cx<'s>, at: usize) -> Facts<'s> {
    let all = &cx.catalogue.services;
    let it = &all[at];
    let link = |it: &Service| Link {
        title: it.number.to_string(),
        url: service::url(cx, it, ""),
    };
    let current = service::current(cx);
    let latest = current.filter(|latest| latest.number.value != it.number.value);
    let previous = all.get(at + 1);
    Facts {
        title: it.texts.title.as_ref().map_or("", |text| cx.text(text)),
        summary: it.texts.summary.as_ref().map_or("", |text| cx.text(text)),
        version: it.number.to_string(),
        status: it.status.key(),
        status_label: cx.t(&format!("status-{}", it.status.key())),
        date: it
            .published
            .as_ref()
            .map_or_else(String::new, |date| date.value.to_string()),
        url: service::url(cx, it, ""),
        banner: banner::of_service(cx, it),
        latest: latest.map(link),
        previous: previous.map(link),
        changes_url: previous.map(|_| service::url(cx, it, "changes")),
        yaml: cx.file_url(&yaml_path(it)),
        json: cx.file_url(&json_path(cx, it)),
        contact: it.contact.as_ref().map(|contact| Contact {
            name: contact.name.as_deref(),
            url: contact.url.as_deref(),
            email: contact.email.as_deref(),
        }),
        license: it.license.as_ref().map(|license| License {
            name: &license.name,
            url: license.url.as_deref(),
        }),
    }
}

fn operations<'s>(cx: &Cx<'s>, it: &'s Service) -> Vec<OperationRow<'s>> {
    let row = |operation: &'s crate::model::service::Operation| OperationRow {
        id: &operation.id.value,
        method: operation.method,
        path: &operation.path.value,
        summary: service::title(cx, &operation.texts, &operation.id.value),
        url: service::url(cx, it, &operation.id.value),
        deprecated: operation.deprecated,
    };
    it.operations.iter().map(row).collect()
}

fn server_row<'s>(cx: &Cx<'s>, server: &'s crate::model::service::Server) -> ServerRow<'s> {
    let variable = |it: &'s Named<Variable>| VariableRow {
        name: &it.name.value,
        default: &it.value.default,
        values: it.value.values.iter().map(|value| &*value.value).collect(),
        description_html: service::html(cx, it.value.texts.description.as_ref()),
    };
    ServerRow {
        url: &server.url.value,
        description_html: service::html(cx, server.texts.description.as_ref()),
        variables: server.variables.iter().map(variable).collect(),
    }
}

fn security<'s>(cx: &Cx<'s>, it: &'s Service) -> Vec<SecurityRow<'s>> {
    let row = |scheme: &'s Named<crate::model::service::SecurityScheme>| SecurityRow {
        name: &scheme.name.value,
        kind: cx.t(&format!("security-{}", scheme.value.kind)),
        description_html: service::html(cx, scheme.value.texts.description.as_ref()),
    };
    it.security_schemes.iter().map(row).collect()
}

fn schemas(cx: &Cx<'_>, it: &Service) -> Vec<SchemaLink> {
    let link = |schema: &Named<crate::model::service::Schema>| {
        let name = schema.name.value.to_string();
        let text = schema.value.texts.description.as_ref();
        let what = plain_text(text.map_or("", |text| text.get(cx.lang)));
        // The first sentence is enough to find the right one.
        let what = match what.split_once(". ") {
            Some((first, _)) => format!("{first}."),
            None => what,
        };
        SchemaLink {
            url: service::url(cx, it, &format!("schemas/{name}")),
            name,
            what,
        }
    };
    it.schemas.iter().map(link).collect()
}
