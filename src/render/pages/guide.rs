//! The connection guide: its contents and its chapters, in the version that is in
//! use and in every version by its number.

use super::edition::{EditionFacts, facts};
use super::frame::{Frame, Link, Page, render};
use crate::model::{Address, Chapter, Edition, Guide, Section};
use crate::render::context::Cx;
use crate::render::{Kind, Made, markdown};
use serde::Serialize;

/// The version in use, at addresses without a number. The item is the version, the
/// part its contents (0) or a chapter (from 1).
pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.guides.is_empty() {
        true => Vec::new(),
        false => of_guide(site.catalogue.guides.len(), |at| {
            (at == current(&site.catalogue.guides)).then(|| &site.catalogue.guides[at])
        }),
    },
    per_language: true,
    path: |cx, item, part| cx.page_path(&address(cx, item, part, false)),
    render: |cx, item, part, out| page(cx, item, part, false, out),
};

/// Every version, at an address with its number.
pub(in crate::render) static VERSION_KIND: Kind = Kind {
    plan: |site| {
        let guides = &site.catalogue.guides;
        of_guide(guides.len(), |at| guides.get(at))
    },
    per_language: true,
    path: |cx, item, part| cx.page_path(&address(cx, item, part, true)),
    render: |cx, item, part, out| page(cx, item, part, true, out),
};

fn of_guide<'g>(count: usize, guide: impl Fn(usize) -> Option<&'g Guide>) -> Vec<(u32, u16)> {
    let pages = |at: usize| {
        let chapters = guide(at).map(|it| it.chapters.len());
        let parts = chapters.map_or(0, |count| count + 1);
        let item = u32::try_from(at).unwrap_or(u32::MAX);
        (0_u16..).take(parts).map(move |part| (item, part))
    };
    (0..count).flat_map(pages).collect()
}

fn current(guides: &[Guide]) -> usize {
    Edition::current(guides.iter().map(|it| &it.edition))
}

/// The address of a guide's contents or chapter.
fn address(cx: &Cx<'_>, item: u32, part: u16, with_number: bool) -> Address {
    let guide = &cx.catalogue.guides[item as usize];
    at(guide, chapter_of(guide, part), with_number)
}

fn chapter_of(guide: &Guide, part: u16) -> Option<&Chapter> {
    guide.chapters.get(usize::from(part.checked_sub(1)?))
}

fn at(guide: &Guide, chapter: Option<&Chapter>, with_number: bool) -> Address {
    let mut address = Address::section(Section::Guide).0;
    if with_number {
        address.push_str(&format!("{}/", guide.edition.number));
    }
    if let Some(chapter) = chapter {
        address.push_str(&chapter.slug);
        address.push('/');
    }
    Address(address)
}

/// The title and address of a guide's contents (0) or chapter (from 1).
pub(in crate::render) fn link(cx: &Cx<'_>, guide: &Guide, part: u16) -> (String, String) {
    let chapter = chapter_of(guide, part);
    let texts = chapter.map_or(&guide.intro, |it| &it.texts);
    let title = texts.get(cx.lang).map_or("", |it| &it.title);
    (title.to_owned(), cx.url(&at(guide, chapter, false)))
}

/// The address of a version's contents (0) or chapter (from 1).
pub(in crate::render) fn of_version(guide: &Guide, part: u16) -> Address {
    at(guide, chapter_of(guide, part), true)
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    edition: EditionFacts<'s>,
    contents: Link,
    chapters: Vec<Entry<'s>>,
    body_html: String,
    /// The number of the chapter, from 1; none for the contents.
    number: Option<u16>,
    previous: Option<Link>,
    next: Option<Link>,
    edit_url: Option<String>,
}

/// A line of the contents.
#[derive(Serialize)]
struct Entry<'s> {
    title: &'s str,
    description: &'s str,
    url: String,
    current: bool,
    /// How it differs from the version before: `new`, `changed` or nothing.
    since: &'static str,
}

fn page(cx: &Cx<'_>, item: u32, part: u16, with_number: bool, out: &mut Vec<u8>) -> Made {
    let guides = &cx.catalogue.guides;
    let guide = &guides[item as usize];
    let chapter = chapter_of(guide, part);
    let texts = chapter.map_or(&guide.intro, |it| &it.texts);
    let Some(text) = texts.get(cx.lang) else {
        return Ok(());
    };
    let own = address(cx, item, part, with_number);
    let contents = at(guide, None, with_number);
    let contents_title = guide.intro.get(cx.lang).map_or("", |it| &it.title);
    let kind = if chapter.is_some() {
        "chapter"
    } else {
        "guide"
    };
    let title = match with_number {
        true => cx.fill(
            "title-version",
            &[
                ("title", &text.title),
                ("version", &guide.edition.number.to_string()),
            ],
        ),
        false => text.title.to_string(),
    };
    let mut frame = Frame::new(*cx, kind, &own, &title, &text.description).section(Section::Guide);
    if with_number {
        let number = guide.edition.number.to_string();
        let title = cx.fill("crumb-version", &[("version", &number)]);
        frame = frame.crumb(&title, &contents);
    }
    if chapter.is_some() {
        frame = frame.crumb(&text.title, &own);
    }
    let (body_html, headings) = markdown::page(cx, &text.body, &text.blocks);
    for (id, title) in headings {
        frame = frame.toc(&id, &title);
    }
    // The same chapter in the version in use, or its contents when it isn't there.
    let newest = &guides[current(guides)];
    let same = chapter.and_then(|it| newest.chapters.iter().find(|other| other.slug == it.slug));
    let editions: Vec<&Edition> = guides.iter().map(|it| &it.edition).collect();
    let of_version = |number| {
        let guide = guides.iter().find(|it| it.edition.number == number);
        guide.map_or_else(Address::start, |guide| {
            let same =
                chapter.and_then(|it| guide.chapters.iter().find(|other| other.slug == it.slug));
            at(guide, same, true)
        })
    };
    let neighbour = |part: Option<usize>| {
        let chapter = guide.chapters.get(part?)?;
        Some(Link {
            title: chapter.texts.get(cx.lang)?.title.to_string(),
            url: cx.url(&at(guide, Some(chapter), with_number)),
        })
    };
    let place = usize::from(part);
    let context = Context {
        page: frame.done(),
        edition: facts(
            cx,
            &editions,
            item as usize,
            &at(newest, same, false),
            of_version,
        ),
        contents: Link {
            title: contents_title.to_owned(),
            url: cx.url(&contents),
        },
        chapters: chapters(cx, item as usize, part, with_number),
        body_html,
        number: chapter.map(|_| part),
        previous: neighbour(place.checked_sub(2)),
        next: neighbour(Some(place)),
        edit_url: super::content::edit_url(cx, text),
    };
    let template = if chapter.is_some() {
        "chapter.html"
    } else {
        "guide.html"
    };
    render(cx, template, &context, out)
}

fn chapters<'s>(cx: &Cx<'s>, item: usize, part: u16, with_number: bool) -> Vec<Entry<'s>> {
    let guides = &cx.catalogue.guides;
    let guide = &guides[item];
    let before = item.checked_sub(1).map(|at| &guides[at]);
    let entry = |(number, chapter): (u16, &'s Chapter)| {
        let text = chapter.texts.get(cx.lang)?;
        Some(Entry {
            title: &text.title,
            description: &text.description,
            url: cx.url(&at(guide, Some(chapter), with_number)),
            current: number == part,
            since: before.map_or("", |before| since(chapter, before)),
        })
    };
    (1..).zip(&guide.chapters).filter_map(entry).collect()
}

/// What happened to a chapter since the version before, by its texts.
fn since(chapter: &Chapter, before: &Guide) -> &'static str {
    let Some(old) = before.chapters.iter().find(|it| it.slug == chapter.slug) else {
        return "new";
    };
    // A link to a chapter of the version itself is no change.
    let own = format!("/{}/{}/", Section::Guide.key(), before.edition.number);
    let now = format!("/{}/", Section::Guide.key());
    let body = |chapter: &Chapter| {
        let text = chapter.texts.0.first().and_then(Option::as_ref);
        text.map(|it| it.body.replace(&own, &now))
    };
    match body(old) == body(chapter) {
        true => "",
        false => "changed",
    }
}
