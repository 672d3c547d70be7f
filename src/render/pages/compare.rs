//! Two versions of an event type compared: what a reader must do to go from the
//! older to the newer, and everything that changed.

use super::banner::{Banner, of_side};
use super::codes;
use super::compare_pairs::{self, address, pair};
use super::compare_words::{changed_text, excerpts, is_text, language_of, shortened, with_code};
use super::frame::{Frame, Link, Page, plain_text, render};
use crate::model::change::{Breaks, Bump, Change, compare, required_bump};
use crate::model::{Address, EventType, Section, Version};
use crate::render::context::{Cx, changed};
use crate::render::html::escaped;
use crate::render::log::grown;
use crate::render::{Kind, Made};
use serde::Serialize;

/// The most bytes of changes that are told in full, so that no page is too heavy.
const MOST_ROWS: usize = 22_000;

/// The bytes of a row's marks and links.
const ROW: usize = 360;

/// The most bytes of what authors wrote; what comes after is shortened.
const MOST_NOTES: usize = 12_000;

pub(in crate::render) static KIND: Kind = Kind {
    plan: compare_pairs::plan,
    per_language: true,
    path: |cx, item, part| {
        let event_type = &cx.catalogue.event_types[item as usize];
        let (older, newer) = pair(event_type, part);
        cx.page_path(&address(event_type, older, newer))
    },
    render: |cx, item, part, out| {
        let event_type = &cx.catalogue.event_types[item as usize];
        let (older, newer) = pair(event_type, part);
        page(cx, event_type, older, newer, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    et: Facts<'s>,
    old: Side<'s>,
    new: Side<'s>,
    verdict: Verdict<'s>,
    notes: Vec<Note<'s>>,
    groups: Vec<Group<'s>>,
    previous: Option<Link>,
    next: Option<Link>,
    choose_url: String,
}

#[derive(Serialize)]
struct Facts<'s> {
    id: &'s str,
    title: &'s str,
    url: String,
}

#[derive(Serialize)]
struct Side<'s> {
    version: String,
    url: String,
    status: &'static str,
    status_label: &'s str,
    date: String,
    banner: Option<Banner>,
}

/// What it comes to.
#[derive(Serialize)]
struct Verdict<'s> {
    text: String,
    requires: &'s str,
    number: &'s str,
    /// Whether the number says enough, or more than the changes require.
    judged: &'s str,
    consumers: &'s str,
    producer: &'s str,
}

/// What the author wrote about a version.
#[derive(Serialize)]
struct Note<'s> {
    version: String,
    url: String,
    changes_html: Option<String>,
    migration_html: Option<String>,
    title: &'s str,
    /// Whether only the beginning is shown.
    is_cut: bool,
}

/// The changes that require the same.
#[derive(Serialize)]
struct Group<'s> {
    bump: &'static str,
    title: &'s str,
    rows: Vec<Row>,
    /// Changes that there is no room to tell in full.
    rest: Vec<Short>,
}

#[derive(Serialize)]
struct Row {
    path: String,
    what_html: String,
    rule: Link,
    old: Option<String>,
    new: Option<String>,
    /// Whether it is a text for people rather than a value.
    is_text: bool,
    /// The language of the text, when it isn't the page's.
    lang: Option<String>,
    who: String,
}

/// Changes by the same rule that are only named.
#[derive(Serialize)]
struct Short {
    rule: Link,
    paths: Vec<String>,
}

fn page(
    cx: &Cx<'_>,
    event_type: &EventType,
    older: usize,
    newer: usize,
    out: &mut Vec<u8>,
) -> Made {
    let (old, new) = (&event_type.versions[older], &event_type.versions[newer]);
    let changes = compare(old, new);
    let notes = notes(cx, event_type, older, newer);
    let groups = groups(cx, (old, new), &changes);
    let last = event_type.versions.len() - 1;
    let step = |older: usize, newer: usize| Link {
        title: between(cx, &event_type.versions[older], &event_type.versions[newer]),
        url: cx.url(&address(event_type, older, newer)),
    };
    let context = Context {
        page: frame(cx, event_type, (older, newer), &notes, &groups),
        et: Facts {
            id: &event_type.id,
            title: cx.text(&new.title),
            url: cx.event_type_url(event_type),
        },
        old: side(cx, event_type, older),
        new: side(cx, event_type, newer),
        verdict: verdict(cx, old, new, &changes),
        notes,
        groups,
        previous: (older < last).then(|| step(older + 1, older)),
        next: (newer > 0).then(|| step(newer, newer - 1)),
        choose_url: cx.url(&Address::comparisons(&event_type.id)),
    };
    render(cx, "compare.html", &context, out)
}

/// `1.0.0 → 1.1.0`
pub(super) fn between(cx: &Cx<'_>, old: &Version, new: &Version) -> String {
    let (old, new) = (old.number.to_string(), new.number.to_string());
    cx.fill("compare-between", &[("old", &old), ("new", &new)])
}

/// The frame of a page below an event type's: breadcrumbs through its producer.
pub(super) fn frame_below<'s>(
    cx: &Cx<'s>,
    event_type: &'s EventType,
    address: &Address,
    title: &str,
    description: &str,
) -> Frame<'s> {
    let process = cx.catalogue.get(&event_type.process);
    let producer = cx.catalogue.get(&process.producer);
    let entity = |id: &str| Address::entity(Section::Producers, id);
    Frame::new(*cx, "compare", address, title, description)
        .section(Section::Producers)
        .menu(Section::EventTypes)
        .crumb(cx.text(&producer.actor.name), &entity(&producer.id))
        .crumb(cx.text(&process.title), &entity(&process.id))
        .crumb(
            cx.event_type_title(event_type),
            &Address::entity(Section::EventTypes, &event_type.id),
        )
        .crumb(
            cx.t("title-comparisons"),
            &Address::comparisons(&event_type.id),
        )
}

fn frame(
    cx: &Cx<'_>,
    event_type: &EventType,
    (older, newer): (usize, usize),
    notes: &[Note<'_>],
    groups: &[Group<'_>],
) -> Page {
    let (old, new) = (&event_type.versions[older], &event_type.versions[newer]);
    let (was, is) = (old.number.to_string(), new.number.to_string());
    let own_title = new.title.get(cx.lang);
    let values = [
        ("title", own_title),
        ("id", &*event_type.id.value),
        ("old", &was),
        ("new", &is),
    ];
    let title = cx.fill("title-compare", &values);
    let description = cx.fill("description-compare", &values);
    let own = address(event_type, older, newer);
    let mut frame = frame_below(cx, event_type, &own, &title, &description)
        .crumb(&between(cx, old, new), &own)
        .changed(&changed(new), &is);
    if !notes.is_empty() {
        frame = frame.toc("notes", cx.t("compare-notes"));
    }
    for group in groups {
        frame = frame.toc(group.bump, group.title);
    }
    frame.done()
}

fn side<'s>(cx: &Cx<'s>, event_type: &'s EventType, at: usize) -> Side<'s> {
    let version = &event_type.versions[at];
    let published = version.published.as_ref();
    Side {
        version: version.number.to_string(),
        url: cx.url(&Address::version(&event_type.id, &version.number.value)),
        status: version.status.key(),
        status_label: cx.t(&format!("status-{}", version.status.key())),
        date: published.map_or_else(String::new, |date| date.value.to_string()),
        banner: of_side(cx, event_type, at),
    }
}

fn verdict<'s>(cx: &Cx<'s>, old: &Version, new: &Version, changes: &[Change]) -> Verdict<'s> {
    let breaks = |who: &[Breaks]| changes.iter().any(|change| who.contains(&change.breaks));
    let consumers = breaks(&[Breaks::Consumers, Breaks::Both]);
    let producer = breaks(&[Breaks::Producers, Breaks::Both]);
    let said = [
        (changes.is_empty(), "compare-nothing"),
        (consumers, "compare-consumers-must"),
        (
            !consumers && !changes.is_empty(),
            "compare-consumers-need-not",
        ),
        (producer, "compare-producer-must"),
        (breaks(&[Breaks::Users]), "compare-fewer-may-read"),
        (breaks(&[Breaks::Privacy]), "compare-more-may-read"),
    ];
    let (was, is) = (old.number.to_string(), new.number.to_string());
    let sentences: Vec<String> = said
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, key)| cx.fill(key, &[("old", &was), ("new", &is)]))
        .collect();
    // Below 1.0.0 what breaks consumers requires the second number, not the first.
    let (from, to) = (&old.number.value, &new.number.value);
    let required = required_bump(changes);
    let next = required.next(from);
    let requires = match required {
        Bump::None => Bump::None,
        _ => grown(from, &next),
    };
    let number = |of: &semver::Version| (of.major, of.minor, of.patch);
    let judged = if number(to) < number(&next) {
        "compare-number-too-small"
    } else if grown(from, to) > grown(from, &next) {
        "compare-number-larger"
    } else {
        "compare-number-enough"
    };
    let must = |must: bool| {
        if must {
            "compare-must"
        } else {
            "compare-need-not"
        }
    };
    Verdict {
        text: sentences.join(" "),
        requires: cx.t(&format!("bump-{}", requires.key())),
        number: cx.t(&format!("bump-{}", grown(from, to).key())),
        judged: cx.t(judged),
        consumers: cx.t(must(consumers)),
        producer: cx.t(must(producer)),
    }
}

/// What authors wrote about every version after the older one, newest first.
fn notes<'s>(cx: &Cx<'s>, event_type: &'s EventType, older: usize, newer: usize) -> Vec<Note<'s>> {
    let mut left = MOST_NOTES;
    let mut notes = Vec::new();
    for version in &event_type.versions[newer..older] {
        let (changes, migration) = (version.changes.as_ref(), version.migration.as_ref());
        let Some(first) = changes.or(migration) else {
            continue;
        };
        let mut changes_html = changes.map(|text| cx.markdown(text));
        let mut migration_html = migration.map(|text| cx.markdown(text));
        let html = [&changes_html, &migration_html];
        let weight: usize = html.into_iter().flatten().map(String::len).sum();
        let is_cut = weight > left;
        if is_cut {
            let short = shortened(&plain_text(first.get(cx.lang)));
            changes_html = Some(format!("<p>{}</p>", escaped(&short)));
            migration_html = None;
        }
        left = left.saturating_sub(weight);
        notes.push(Note {
            version: version.number.to_string(),
            url: cx.url(&Address::version(&event_type.id, &version.number.value)),
            changes_html,
            migration_html,
            title: cx.text(&version.title),
            is_cut,
        });
    }
    notes
}

fn groups<'s>(cx: &Cx<'s>, versions: (&Version, &Version), changes: &[Change]) -> Vec<Group<'s>> {
    let mut left = MOST_ROWS;
    let mut groups = Vec::new();
    for bump in [Bump::Major, Bump::Minor, Bump::Patch, Bump::None] {
        let mut rows = Vec::new();
        let mut rest: Vec<Short> = Vec::new();
        for change in changes.iter().filter(|it| it.requires == bump) {
            if left > 0 {
                let row = row(cx, versions, change);
                left = left.saturating_sub(row.weight());
                rows.push(row);
                continue;
            }
            let name = change.rule.name;
            match rest.iter_mut().find(|it| it.rule.title == name) {
                Some(same) => same.paths.push(change.path.clone()),
                None => rest.push(Short {
                    rule: codes::change_link(cx, change.rule),
                    paths: vec![change.path.clone()],
                }),
            }
        }
        if rows.is_empty() && rest.is_empty() {
            continue;
        }
        groups.push(Group {
            bump: bump.key(),
            title: cx.t(&format!("compare-{}", bump.key())),
            rows,
            rest,
        });
    }
    groups
}

impl Row {
    /// How many bytes it takes on the page, about.
    fn weight(&self) -> usize {
        let values: usize = [&self.old, &self.new]
            .into_iter()
            .flatten()
            .map(String::len)
            .sum();
        ROW + self.path.len() + self.what_html.len() + self.who.len() + values
    }
}

fn row(cx: &Cx<'_>, (old, new): (&Version, &Version), change: &Change) -> Row {
    let (tongue, config) = (cx.tongue(), cx.catalogue.config());
    let texts = [old, new].map(|version| changed_text(version, &change.path, cx.lang));
    let is_text = is_text(&change.path);
    let was = texts[0].or(change.old.as_deref());
    let is = texts[1].or(change.new.as_deref());
    // A text may have changed in another language only.
    let untold = was == is || !change.has_values();
    let (was, is) = excerpts(was, is);
    // The column beside shows what a text was and is.
    let what = match (&was, &is) {
        (Some(_), Some(_)) if is_text && !untold => cx.t("compare-text").to_owned(),
        _ => change.what().in_tongue(tongue).to_owned(),
    };
    Row {
        path: change.path.clone(),
        what_html: with_code(&what),
        rule: codes::change_link(cx, change.rule),
        old: was.filter(|_| !untold),
        new: is.filter(|_| !untold),
        is_text,
        lang: language_of(&change.path, &config.languages)
            .filter(|code| *code != config.code(cx.lang))
            .map(str::to_owned),
        who: change
            .who()
            .map_or_else(String::new, |who| who.in_tongue(tongue).to_owned()),
    }
}
