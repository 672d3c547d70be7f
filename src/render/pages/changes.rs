//! The change log of the whole catalogue: every publication, deprecation and
//! retirement, by month.

use super::banner::replacement_html;
use super::compare_pairs;
use super::compare_words::shortened;
use super::frame::{Frame, Link, Page, plain_text, render};
use super::parts::{Pager, list_page, list_title, pager};
use crate::model::Address;
use crate::render::context::Cx;
use crate::render::log::{Entry, Happened};
use crate::render::{Kind, exports};
use jiff::civil::Date;
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::pages_of_list(site.log.pages()),
    per_language: true,
    path: |cx, _, page| cx.page_path(&list_page(&address(), page)),
    render: |cx, _, number, out| {
        let log = &cx.site.log;
        let own = list_page(&address(), number);
        let title = list_title(cx, cx.t("title-changes"), number);
        let mut frame = Frame::new(*cx, "changes", &own, &title, cx.t("description-changes"))
            .crumb(cx.t("title-changes"), &address())
            .json(exports::CHANGES)
            .latest(cx.site.orders.of(cx.lang).event_types.latest);
        if number > 0 {
            frame = frame.crumb(&(number + 1).to_string(), &own);
        }
        let same_month = |a: &Entry, b: &Entry| month_of(a.date) == month_of(b.date);
        let months: Vec<Month<'_>> = log
            .page(number)
            .chunk_by(same_month)
            .map(|entries| month(cx, entries))
            .collect();
        for month in &months {
            frame = frame.toc(&month.id, &month.title);
        }
        let context = Context {
            page: frame.done(),
            total: log.entries().len(),
            months,
            json_url: cx.file_url(exports::CHANGES),
            pager: pager(cx, &address(), number, log.pages()),
        };
        render(cx, "changes.html", &context, out)
    },
};

/// Where the change log begins.
pub(in crate::render) fn address() -> Address {
    Address::page("changes")
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    total: usize,
    months: Vec<Month<'s>>,
    json_url: String,
    pager: Option<Pager>,
}

#[derive(Serialize)]
struct Month<'s> {
    id: String,
    title: String,
    entries: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    date: String,
    kind: &'static str,
    kind_label: &'s str,
    id: &'s str,
    title: &'s str,
    version: String,
    url: String,
    text: String,
    replacement_html: Option<String>,
    /// The comparison with the version before.
    comparison: Option<Link>,
}

fn month_of(date: Date) -> (i16, i8) {
    (date.year(), date.month())
}

fn month<'s>(cx: &Cx<'s>, entries: &[Entry]) -> Month<'s> {
    let (year, month) = entries.first().map_or((0, 0), |first| month_of(first.date));
    let name = cx.t(&format!("month-{month}"));
    Month {
        id: format!("m-{year:04}-{month:02}"),
        title: format!("{name} {year}"),
        entries: entries.iter().map(|entry| row(cx, entry)).collect(),
    }
}

fn row<'s>(cx: &Cx<'s>, entry: &Entry) -> Row<'s> {
    let event_type = entry.event_type(cx.catalogue);
    let version = entry.version(cx.catalogue);
    let kind = entry.kind(cx.catalogue);
    let published = entry.happened == Happened::Published;
    Row {
        date: entry.date.to_string(),
        kind,
        kind_label: cx.t(&format!("log-{kind}")),
        id: &event_type.id,
        title: cx.text(&version.title),
        version: version.number.to_string(),
        url: cx.url(&Address::version(&event_type.id, &version.number.value)),
        text: text(cx, entry),
        replacement_html: (!published)
            .then(|| replacement_html(cx, version))
            .flatten(),
        comparison: entry.before(cx.catalogue).map(|before| Link {
            title: event_type.versions[before].number.to_string(),
            url: cx.url(&compare_pairs::address(event_type, before, entry.at())),
        }),
    }
}

/// What an entry says, in short: what the author wrote, or the last day.
pub(in crate::render) fn text(cx: &Cx<'_>, entry: &Entry) -> String {
    let version = entry.version(cx.catalogue);
    match (entry.happened, &version.sunset) {
        (Happened::Published, _) => {
            let text = version.changes.as_ref().unwrap_or(&version.description);
            shortened(&plain_text(text.get(cx.lang)))
        }
        (Happened::Deprecated, Some(sunset)) => {
            let sunset = sunset.value.to_string();
            cx.fill("log-until", &[("sunset", &sunset)])
        }
        _ => String::new(),
    }
}
