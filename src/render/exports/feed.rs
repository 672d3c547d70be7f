//! The change log as an Atom feed (RFC 4287), one for each language.
//!
//! Its dates are the catalogue's own, and the ids of its entries hold no path, so
//! that the same news is the same however often the site is built, and though it
//! moves on its host.

use crate::model::{Address, Lang};
use crate::render::context::Cx;
use crate::render::log::{Entry, Happened};
use crate::render::pages::changes;
use crate::render::{Kind, Site};
use jiff::civil::Date;

/// How many of the latest entries it has.
pub(in crate::render) const LATEST: usize = 50;

pub(in crate::render) static KIND: Kind = Kind {
    // A feed must say when it was last updated: an empty one can't.
    plan: |site| exists(site).then_some((0, 0)).into_iter().collect(),
    per_language: true,
    path: |cx, _, _| path(cx, cx.lang),
    render: |cx, _, _, out| {
        let mut xml = String::with_capacity(32 << 10);
        feed(cx, &mut xml);
        out.extend_from_slice(xml.as_bytes());
        Ok(())
    },
};

/// Whether there is anything to tell.
pub(in crate::render) fn exists(site: &Site) -> bool {
    !site.log.entries().is_empty()
}

/// The path of the feed in a language.
pub(in crate::render) fn path(cx: &Cx<'_>, lang: Lang) -> String {
    Cx { lang, ..*cx }.path_below(&changes::address(), "feed.xml")
}

fn feed(cx: &Cx<'_>, xml: &mut String) {
    let config = cx.catalogue.config();
    let code = config.code(cx.lang);
    let log = &cx.site.log;
    let title = cx.fill("feed-title", &[("site", cx.text(&config.title))]);
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str(&format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n"
    ));
    let newest = log.entries().first().map(|it| it.date);
    let page = cx.absolute(&cx.url(&changes::address()));
    element(xml, "id", &page);
    element(xml, "title", &title);
    element(xml, "subtitle", cx.t("description-changes"));
    element(xml, "updated", &instant(newest));
    xml.push_str("<author>");
    element(xml, "name", cx.text(&config.publisher));
    xml.push_str("</author>\n");
    element(xml, "rights", cx.t("licences"));
    link(xml, "self", &cx.absolute(&cx.file_url(&path(cx, cx.lang))));
    link(xml, "alternate", &page);
    for it in log.latest(LATEST) {
        entry(cx, it, xml);
    }
    xml.push_str("</feed>\n");
}

fn entry(cx: &Cx<'_>, it: &Entry, xml: &mut String) {
    let event_type = it.event_type(cx.catalogue);
    let version = it.version(cx.catalogue);
    let (id, number) = (&event_type.id.value, &version.number.value);
    let code = cx.catalogue.config().code(cx.lang);
    let what = cx.t(&format!("log-{}", it.kind(cx.catalogue)));
    let address = Address::version(id, number);
    let own = format!("{code}/{id}/{number}/{}", it.happened.key());
    xml.push_str("<entry>\n");
    element(xml, "id", &tag(cx, it.date, &own));
    let title = format!("{} {number}: {what} ({id})", cx.text(&version.title));
    element(xml, "title", &title);
    element(xml, "updated", &instant(Some(it.date)));
    element(xml, "published", &instant(Some(it.date)));
    link(xml, "alternate", &cx.absolute(&cx.url(&address)));
    if let Some(before) = it.before(cx.catalogue) {
        let comparison = crate::render::pages::compare_pairs::address(event_type, before, it.at());
        link(xml, "related", &cx.absolute(&cx.url(&comparison)));
    }
    let mut summary = changes::text(cx, it);
    let replacement = version.replaced_by.as_ref();
    if let Some(other) = replacement.filter(|_| it.happened != Happened::Published) {
        let other = &*cx.catalogue.get(other).id.value;
        summary.push(' ');
        summary.push_str(&cx.fill("banner-replacement", &[("replacement", other)]));
    }
    let summary = summary.trim();
    element(
        xml,
        "summary",
        if summary.is_empty() { what } else { summary },
    );
    xml.push_str("</entry>\n");
}

/// An id that never changes (RFC 4151): the host, the day and what it is about.
fn tag(cx: &Cx<'_>, date: Date, about: &str) -> String {
    let url: &str = &cx.catalogue.config().base_url.value;
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = host.split([':', '/']).next().unwrap_or(host);
    format!("tag:{host},{date}:{about}")
}

/// The beginning of a day. The catalogue's dates have no time of day.
fn instant(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| format!("{date}T00:00:00Z"))
}

fn element(xml: &mut String, name: &str, text: &str) {
    xml.push_str(&format!("<{name}>"));
    escape(text, xml);
    xml.push_str(&format!("</{name}>\n"));
}

fn link(xml: &mut String, relation: &str, url: &str) {
    xml.push_str(&format!("<link rel=\"{relation}\" href=\""));
    escape(url, xml);
    xml.push_str("\"/>\n");
}

/// Text in XML, which knows no control characters but tab and line breaks.
fn escape(text: &str, xml: &mut String) {
    let allowed = |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    let allowed = |c: &char| allowed(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let text: String = text.chars().filter(allowed).collect();
    crate::render::html::escape(&text, xml);
}
