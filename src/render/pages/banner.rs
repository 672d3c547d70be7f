//! The notice above a page: what a reader must know before using a version.

use super::compare_pairs;
use super::frame::link_html;
use crate::model::{EventType, Standing, Status, Version};
use crate::render::context::Cx;
use crate::render::html::escaped;
use serde::Serialize;

/// A notice above the page.
#[derive(Serialize)]
pub(in crate::render) struct Banner {
    kind: &'static str,
    html: String,
}

impl Banner {
    /// A notice of a kind that the theme has colours for, with its words as HTML.
    pub(super) fn new(kind: &'static str, html: String) -> Self {
        Self { kind, html }
    }
}

/// The notice of an event type's own page.
pub(super) fn of_event_type(cx: &Cx<'_>, event_type: &EventType) -> Option<Banner> {
    match over(event_type) {
        Some(at) => Some(on_its_way_out(cx, event_type, at, "-all")),
        None => of_version(cx, event_type, event_type.current_index()),
    }
}

/// The notice of a version's page.
pub(super) fn of_version(cx: &Cx<'_>, event_type: &EventType, at: usize) -> Option<Banner> {
    let current = event_type.current_index();
    let replaced = at > current && event_type.versions[current].status == Status::Published;
    if event_type.versions[at].status != Status::Published || !replaced {
        return of_side(cx, event_type, at);
    }
    let newer = event_type.current();
    let number = newer.number.to_string();
    let version = link_html(&number, &cx.event_type_url(event_type));
    let comparison = compare_pairs::address(event_type, at, current);
    let comparison = link_html(cx.t("banner-compare"), &cx.url(&comparison));
    let words = escaped(cx.t("banner-superseded"));
    Some(Banner {
        kind: "superseded",
        html: words
            .replace("{version}", &version)
            .replace("{comparison}", &comparison),
    })
}

/// The notice that a version brings to any page that it is on.
pub(super) fn of_side(cx: &Cx<'_>, event_type: &EventType, at: usize) -> Option<Banner> {
    let version = &event_type.versions[at];
    match version.status {
        Status::Published => None,
        Status::Draft => Some(Banner {
            kind: "draft",
            html: filled(cx, "banner-draft", version),
        }),
        Status::Deprecated | Status::Retired => Some(on_its_way_out(cx, event_type, at, "")),
    }
}

/// The notice of something that event types name, when it isn't simply in use.
pub(super) fn of_standing(cx: &Cx<'_>, standing: Standing) -> Option<Banner> {
    let html = match standing {
        Standing::Published => return None,
        Standing::Draft => escaped(cx.t("banner-standing-draft")),
        Standing::Retired(day) => {
            let day = format!("<span class=\"nw\">{day}</span>");
            escaped(cx.t("banner-standing-retired")).replace("{retired}", &day)
        }
    };
    let kind = standing.key();
    Some(Banner { kind, html })
}

/// The version that tells how an event type leaves the catalogue, when all that
/// have been published do: the newest that may still be used, or the newest.
fn over(event_type: &EventType) -> Option<usize> {
    let leaving = |it: &Version| matches!(it.status, Status::Deprecated | Status::Retired);
    let mut known = event_type
        .versions
        .iter()
        .filter(|it| it.status != Status::Draft);
    let all = event_type.current().status != Status::Draft && known.all(leaving);
    let usable = |it: &Version| it.status == Status::Deprecated;
    let at = event_type.versions.iter().position(usable);
    all.then(|| at.unwrap_or_else(|| event_type.current_index()))
}

/// Since when, until when, and what to use instead. `whole` chooses the words
/// about the event type rather than those about a version.
fn on_its_way_out(cx: &Cx<'_>, event_type: &EventType, at: usize, whole: &str) -> Banner {
    let version = &event_type.versions[at];
    let kind = version.status.key();
    let mut html = filled(cx, &format!("banner-{kind}{whole}"), version);
    if version.status == Status::Retired && version.sunset.is_some() {
        html.push(' ');
        html.push_str(&filled(cx, "banner-last-day", version));
    }
    html.push_str(&instead(cx, event_type, version));
    Banner { kind, html }
}

/// What to use instead: what the version says, else the newest version, else
/// what that one says.
fn instead(cx: &Cx<'_>, event_type: &EventType, version: &Version) -> String {
    let current = event_type.current();
    let says = |it: &Version| it.replaced_by.is_some() || it.advice.is_some();
    if !says(version) && current.status == Status::Published {
        let number = current.number.to_string();
        let link = link_html(&number, &cx.event_type_url(event_type));
        return format!(
            " {}",
            escaped(cx.t("banner-version")).replace("{version}", &link)
        );
    }
    let version = if says(version) { version } else { current };
    let advice = version.advice.as_ref().map(|advice| cx.markdown(advice));
    let advice = advice.unwrap_or_default();
    let mut html = String::new();
    if let Some(other) = &version.replaced_by {
        // Advice that links to the replacement has already said it.
        let url = cx.event_type_url(cx.catalogue.get(other));
        if !advice.contains(&format!("\"{url}\"")) {
            html.push(' ');
            html.push_str(&replacement_html(cx, version).unwrap_or_default());
        }
    }
    html.push_str(&advice);
    html
}

/// What event type to use instead, if the version names one.
pub(super) fn replacement_html(cx: &Cx<'_>, version: &Version) -> Option<String> {
    let other = cx.catalogue.get(version.replaced_by.as_ref()?);
    let url = escaped(&cx.event_type_url(other));
    let id = other.id.replace('.', ".<wbr>").replace('_', "_<wbr>");
    let link = format!("<a href=\"{url}\">{id}</a>");
    Some(escaped(cx.t("banner-replacement")).replace("{replacement}", &link))
}

/// A sentence with the number and the dates of a version, none of which breaks
/// over two lines.
fn filled(cx: &Cx<'_>, key: &str, version: &Version) -> String {
    let mut html = escaped(cx.t(key));
    let dates = [
        ("{deprecated}", &version.deprecated),
        ("{sunset}", &version.sunset),
        ("{retired}", &version.retired),
    ];
    for (name, date) in dates {
        if let Some(date) = date {
            html = html.replace(name, &format!("<span class=\"nw\">{}</span>", date.value));
        }
    }
    html.replace("{version}", &escaped(&version.number.to_string()))
}
