//! Markdown to HTML, for texts of the catalogue and pages of text.
//!
//! Raw HTML is never passed through (the load stage has already refused it),
//! links within the site get the language and the base path, and code blocks are
//! highlighted with classes.

use super::context::Cx;
use super::{block, code, html, term};
use crate::model::term::{markdown_options, shown_and_term};
use crate::model::{Address, Block, IMAGES, slug};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

/// A heading of a page: its id and its text.
pub(super) type Heading = (String, String);

/// The text as HTML.
pub(super) fn to_html(cx: &Cx<'_>, text: &str) -> String {
    if is_plain(text) {
        let mut out = String::with_capacity(text.len() + 16);
        out.push_str("<p>");
        html::escape(text.trim(), &mut out);
        out.push_str("</p>");
        return out;
    }
    page(cx, text, &[]).0
}

/// Whether the text is one paragraph without anything that Markdown reads.
fn is_plain(text: &str) -> bool {
    let marks = |b: u8| {
        matches!(
            b,
            b'*' | b'_' | b'`' | b'[' | b'<' | b'&' | b'\\' | b'\n' | b'|' | b'~'
        )
    };
    let text = text.trim();
    let first = text.bytes().next().unwrap_or(b' ');
    !matches!(first, b'#' | b'>' | b'-' | b'+' | b'=' | b'0'..=b'9') && !text.bytes().any(marks)
}

/// A whole page of text as HTML, with its second-level headings. `blocks` are those
/// that fenced code in it stands for, in order.
pub(super) fn page(cx: &Cx<'_>, text: &str, blocks: &[Block]) -> (String, Vec<Heading>) {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    let mut headings: Vec<Heading> = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    let mut events = Vec::new();
    let mut parser = Parser::new_ext(text, markdown_options());
    let mut blocks = (1_usize..).zip(blocks);
    while let Some(event) = parser.next() {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => events.push(Event::Text(raw)),
            Event::Start(Tag::Link {
                link_type: LinkType::WikiLink { .. },
                dest_url,
                ..
            }) => {
                let words = words_until(&mut parser, TagEnd::Link);
                let (shown, word) = shown_and_term(&dest_url, &words);
                let mut html = String::new();
                term::link(cx, &shown, &word, &mut html);
                events.push(Event::InlineHtml(html.into()));
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                let dest_url = target(cx, dest_url);
                events.push(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let words = words_until(&mut parser, TagEnd::Image);
                events.push(Event::InlineHtml(image(cx, &dest_url, &words).into()));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(words) => words.split([' ', ',']).next().unwrap_or(""),
                    CodeBlockKind::Indented => "",
                };
                let mut body = String::new();
                for inner in parser.by_ref() {
                    match inner {
                        Event::Text(part) => body.push_str(&part),
                        Event::End(TagEnd::CodeBlock) => break,
                        _ => {}
                    }
                }
                let own = block::is_block(language).then(|| blocks.next()).flatten();
                if let Some((number, own)) = own {
                    events.push(Event::Html(block::html(cx, own, number).into()));
                    continue;
                }
                let block = format!(
                    "<pre class=\"code\" tabindex=\"0\"><code>{}</code></pre>\n",
                    code::highlight(language, body.trim_end_matches('\n'))
                );
                events.push(Event::Html(block.into()));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let mut inner = Vec::new();
                let mut words = String::new();
                while let Some(event) = parser.next() {
                    match event {
                        Event::End(TagEnd::Heading(_)) => break,
                        // A heading is a link's target, not a place for links.
                        Event::Start(Tag::Link {
                            link_type: LinkType::WikiLink { .. },
                            dest_url,
                            ..
                        }) => {
                            let term = words_until(&mut parser, TagEnd::Link);
                            let (shown, _) = shown_and_term(&dest_url, &term);
                            words.push_str(&shown);
                            inner.push(Event::Text(shown));
                        }
                        Event::Text(ref part) | Event::Code(ref part) => {
                            words.push_str(part);
                            inner.push(event);
                        }
                        Event::Html(raw) | Event::InlineHtml(raw) => inner.push(Event::Text(raw)),
                        other => inner.push(other),
                    }
                }
                let id = unused(slug(&words), &ids);
                ids.push(id.clone());
                if level == pulldown_cmark::HeadingLevel::H2 {
                    headings.push((id.clone(), words));
                }
                events.push(Event::Html(format!("<{level} id=\"{id}\">").into()));
                events.append(&mut inner);
                events.push(Event::Html(format!("</{level}>\n").into()));
            }
            other => events.push(other),
        }
    }
    pulldown_cmark::html::push_html(&mut out, events.into_iter());
    out.truncate(out.trim_end().len());
    (out, headings)
}

/// An image of the site's own; of another, which the reading of texts refuses, the words.
fn image(cx: &Cx<'_>, target: &str, words: &str) -> String {
    let path = target.strip_prefix(IMAGES).unwrap_or("");
    let images = &cx.catalogue.images;
    let Ok(at) = images.binary_search_by(|it| (*it.path).cmp(path)) else {
        return html::escaped(words);
    };
    let (width, height) = images[at].size;
    let url = html::escaped(&cx.file_url(target.trim_start_matches('/')));
    let words = html::escaped(words);
    format!(
        "<img src=\"{url}\" alt=\"{words}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\">"
    )
}

/// The words of a link or an image that has just begun, up to its end.
fn words_until(parser: &mut Parser<'_>, end: TagEnd) -> String {
    let mut words = String::new();
    for event in parser {
        match event {
            Event::Text(part) | Event::Code(part) => words.push_str(&part),
            Event::End(found) if found == end => break,
            _ => {}
        }
    }
    words
}

/// An id that no heading has yet.
fn unused(id: String, taken: &[String]) -> String {
    let id = if id.is_empty() {
        "avsnitt".to_owned()
    } else {
        id
    };
    if !taken.contains(&id) {
        return id;
    }
    let numbered = (2..)
        .map(|n| format!("{id}-{n}"))
        .find(|id| !taken.contains(id));
    numbered.unwrap_or(id)
}

/// Where a link leads: within the site, to the same language.
fn target<'a>(cx: &Cx<'_>, url: CowStr<'a>) -> CowStr<'a> {
    if url.starts_with('/') && !url.starts_with("//") {
        return internal_url(cx, &url).into();
    }
    let schemes = ["https://", "http://", "mailto:"];
    let fine = url.starts_with('#')
        || schemes.iter().any(|s| {
            url.get(..s.len())
                .is_some_and(|u| u.eq_ignore_ascii_case(s))
        });
    // An address like <a@b.c> comes as it is written, and becomes a mailto link.
    if fine || (url.contains('@') && !url.contains(':')) {
        url
    } else {
        "#".into()
    }
}

/// The address that a link within the site leads to. Authors write addresses as
/// they are in the first language; a link stays in the language of its text
/// unless it names another.
pub(super) fn internal_url(cx: &Cx<'_>, target: &str) -> String {
    let path = target.trim_start_matches('/');
    let config = cx.catalogue.config();
    let names_language = config.langs().skip(1).any(|lang| {
        let code = config.code(lang);
        path == code
            || path
                .strip_prefix(code)
                .is_some_and(|rest| rest.starts_with('/'))
    });
    // What authors wrote as a file is there once, whatever the language.
    let folders = ["api/", "assets/", "images/"];
    let is_file = folders.iter().any(|folder| path.starts_with(folder));
    if is_file || path.ends_with(".yaml") || names_language {
        return cx.file_url(path);
    }
    cx.url(&Address(path.to_owned()))
}
