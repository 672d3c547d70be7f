//! All versions of the service description.

use super::frame::{Frame, Link, Page, render};
use crate::model::{Address, Section};
use crate::render::context::Cx;
use crate::render::{Kind, service};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.services.is_empty() {
        true => Vec::new(),
        false => vec![(0, 0)],
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Service)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Service);
        let title = cx.t("title-services");
        let frame = Frame::new(
            *cx,
            "services",
            &address,
            title,
            cx.t("description-services"),
        )
        .section(Section::Service);
        let context = Context {
            page: frame.done(),
            versions: versions(cx, None),
        };
        render(cx, "services.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    versions: Vec<VersionRow<'s>>,
}

/// A version in a list.
#[derive(Serialize)]
pub(super) struct VersionRow<'s> {
    version: String,
    status: &'static str,
    status_label: &'s str,
    date: String,
    changes: Vec<String>,
    url: String,
    yaml: String,
    /// What differs from the version before.
    comparison: Option<Link>,
    current: bool,
}

/// All versions, the newest first. `shown` is the one whose page it is; without it
/// the one in use is marked.
pub(super) fn versions<'s>(cx: &Cx<'s>, shown: Option<usize>) -> Vec<VersionRow<'s>> {
    let all = &cx.catalogue.services;
    let current = service::current(cx).map(|it| it.number.value);
    let row = |(at, it): (usize, &'s crate::model::Service)| VersionRow {
        version: it.number.to_string(),
        status: it.status.key(),
        status_label: cx.t(&format!("status-{}", it.status.key())),
        date: it
            .published
            .as_ref()
            .map_or_else(String::new, |date| date.value.to_string()),
        changes: it.changes.iter().map(|text| cx.markdown(text)).collect(),
        url: service::url(cx, it, ""),
        yaml: cx.file_url(&crate::render::exports::service::yaml_path(it)),
        comparison: all.get(at + 1).map(|before| Link {
            title: before.number.to_string(),
            url: service::url(cx, it, "changes"),
        }),
        current: match shown {
            Some(shown) => shown == at,
            None => Some(it.number.value) == current,
        },
    };
    all.iter().enumerate().map(row).collect()
}
