//! The change log: a file for each year, and one that names them all and holds
//! the latest.

use super::json::Json;
use super::{API, CHANGES, feed, version_path};
use crate::model::Address;
use crate::model::change::{compare, required_bump};
use crate::render::Kind;
use crate::render::context::Cx;
use crate::render::log::{Entry, Happened};
use crate::render::pages;

/// Item 0 is the file that names them all; the others are years.
pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| {
        let years = site.log.years().into_iter();
        let years = years.filter_map(|(year, _)| u32::try_from(year).ok());
        let items = std::iter::once(0).chain(years.filter(|year| *year > 0));
        items.map(|item| (item, 0)).collect()
    },
    per_language: false,
    path: |_, item, _| match item {
        0 => CHANGES.to_owned(),
        year => year_path(year),
    },
    render: |cx, item, _, out| {
        let log = &cx.site.log;
        let years = log.years();
        Json::document(cx, out, |json| {
            if item == 0 {
                json.text("page", &cx.absolute(&cx.url(&pages::changes::address())));
                json.plain("count", log.entries().len());
                let config = cx.catalogue.config();
                json.object("feeds", |json| {
                    for lang in config.langs().filter(|_| feed::exists(cx.site)) {
                        json.text(config.code(lang), &cx.file_url(&feed::path(cx, lang)));
                    }
                });
                json.list("years", &years, |json, (year, range)| {
                    json.object_item(|json| {
                        json.plain("year", year);
                        json.plain("count", range.len());
                        let year = u32::try_from(*year).unwrap_or(0);
                        json.text("json", &cx.file_url(&year_path(year)));
                    });
                });
                entries(cx, "latest", log.latest(feed::LATEST), json);
            } else {
                json.plain("year", item);
                let own = years
                    .iter()
                    .find(|(year, _)| u32::try_from(*year) == Ok(item));
                let own = own.map_or(&[][..], |(_, range)| &log.entries()[range.clone()]);
                entries(cx, "entries", own, json);
            }
        });
        Ok(())
    },
};

fn year_path(year: u32) -> String {
    format!("{API}/changes/{year:04}.json")
}

fn entries(cx: &Cx<'_>, key: &str, entries: &[Entry], json: &mut Json<'_, '_>) {
    json.list(key, entries, |json, it| {
        json.object_item(|json| entry(cx, it, json));
    });
}

fn entry(cx: &Cx<'_>, it: &Entry, json: &mut Json<'_, '_>) {
    let event_type = it.event_type(cx.catalogue);
    let version = it.version(cx.catalogue);
    let address = Address::version(&event_type.id, &version.number.value);
    json.text("date", &it.date.to_string());
    json.text("id", &event_type.id);
    json.text("version", &version.number.to_string());
    json.text("kind", it.kind(cx.catalogue));
    if it.happened == Happened::Published {
        json.some_local("summary", version.changes.as_ref());
    } else {
        json.some_text("sunset", version.sunset.as_ref().map(|date| date.value));
        let other = version.replaced_by.as_ref();
        json.some_text("replacedBy", other.map(|it| &cx.catalogue.get(it).id.value));
    }
    if let Some(before) = it.before(cx.catalogue) {
        let old = &event_type.versions[before];
        let changes = compare(old, version);
        json.text("previous", &old.number.to_string());
        json.text("requires", required_bump(&changes).key());
        json.list("changes", &changes, |json, change| {
            json.object_item(|json| {
                json.text("rule", change.rule.name);
                json.text("path", &change.path);
                json.text("requires", change.requires.key());
                json.text("breaks", change.breaks.key());
            });
        });
        let comparison = pages::compare_pairs::address(event_type, before, it.at());
        json.text("comparison", &cx.absolute(&cx.url(&comparison)));
    }
    json.text("page", &cx.absolute(&cx.url(&address)));
    json.text("json", &cx.file_url(&version_path(event_type, version)));
}
