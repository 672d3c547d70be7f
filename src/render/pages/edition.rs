//! What every page of a versioned document tells: which version it is, which is
//! the latest, and what changed.

use super::banner::Banner;
use super::frame::{Link, link_html};
use crate::model::{Address, Edition, EditionNumber};
use crate::render::context::Cx;
use crate::render::html::escaped;
use crate::render::markdown;
use serde::Serialize;

/// The versions of a document, seen from one of them.
#[derive(Serialize)]
pub(in crate::render) struct EditionFacts<'s> {
    number: String,
    draft: bool,
    status: &'static str,
    status_label: &'s str,
    published: Option<String>,
    /// The permanent address of this version.
    this: Link,
    /// The address that always shows the version in use.
    latest: Link,
    previous: Option<Link>,
    /// Whether there is more than one version.
    many: bool,
    changes: Vec<String>,
    banner: Option<Banner>,
    all: Vec<Row<'s>>,
}

/// A version in the history of a document.
#[derive(Serialize)]
struct Row<'s> {
    number: String,
    url: String,
    status: &'static str,
    status_label: &'s str,
    published: Option<String>,
    current: bool,
    changes: Vec<String>,
}

/// The facts of the version at a place among `editions` (oldest first). `latest` is
/// the address that always shows the version in use, `version` that of a version.
pub(in crate::render) fn facts<'s>(
    cx: &Cx<'s>,
    editions: &[&'s Edition],
    at: usize,
    latest: &Address,
    version: impl Fn(EditionNumber) -> Address,
) -> EditionFacts<'s> {
    let current = Edition::current(editions.iter().copied());
    let it = editions[at];
    let link = |edition: &Edition, address: &Address| Link {
        title: edition.number.to_string(),
        url: cx.url(address),
    };
    let of = |edition: &Edition| link(edition, &version(edition.number));
    let changes = |edition: &Edition| {
        let texts = edition.changes.iter();
        texts
            .map(|text| markdown::to_html(cx, text.get(cx.lang)))
            .collect()
    };
    let row = |(n, edition): (usize, &&'s Edition)| Row {
        number: edition.number.to_string(),
        url: cx.url(&version(edition.number)),
        status: status(edition),
        status_label: status_label(cx, edition),
        published: edition.published.map(|day| day.to_string()),
        current: n == current,
        changes: changes(edition),
    };
    EditionFacts {
        number: it.number.to_string(),
        draft: it.draft,
        status: status(it),
        status_label: status_label(cx, it),
        published: it.published.map(|day| day.to_string()),
        this: of(it),
        latest: link(editions[current], latest),
        previous: at.checked_sub(1).map(|before| of(editions[before])),
        many: editions.len() > 1,
        changes: changes(it),
        banner: banner(cx, it, at.cmp(&current), &link(editions[current], latest)),
        all: editions.iter().enumerate().map(row).rev().collect(),
    }
}

fn status(edition: &Edition) -> &'static str {
    match edition.draft {
        true => "draft",
        false => "published",
    }
}

fn status_label<'s>(cx: &Cx<'s>, edition: &Edition) -> &'s str {
    cx.t(&format!("status-{}", status(edition)))
}

/// The notice above a version that isn't the one in use.
fn banner(
    cx: &Cx<'_>,
    edition: &Edition,
    order: std::cmp::Ordering,
    latest: &Link,
) -> Option<Banner> {
    let newest = link_html(&latest.title, &latest.url);
    let fill = |key: &str| escaped(cx.t(key)).replace("{version}", &newest);
    match (edition.draft, order.is_lt()) {
        (true, _) if order.is_eq() => {
            Some(Banner::new("draft", escaped(cx.t("banner-document-draft"))))
        }
        (true, _) => Some(Banner::new("draft", fill("banner-document-draft-of"))),
        (false, true) => Some(Banner::new(
            "superseded",
            fill("banner-document-superseded"),
        )),
        (false, false) => None,
    }
}
