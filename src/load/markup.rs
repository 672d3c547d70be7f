//! What Markdown in texts may hold.

use super::decode::Decoder;
use crate::diagnostic::Message;
use crate::model::term::{Part, TermUse, markdown_options, parts, shown_and_term};
use crate::model::{Lang, Link};
use crate::say;
use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;

/// What kind of text a Markdown text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A description in an entry: no headings, which would disturb the page's own.
    Entry,
    /// A page of its own: headings from the second level.
    Page,
    /// An agreement: as a page, but what it may hold besides is checked where it is
    /// divided into clauses.
    Agreement,
}

impl Decoder<'_> {
    /// Reports what Markdown may not hold and notes its links. `range` is where
    /// the text stands in the file.
    pub(crate) fn check_markdown(
        &mut self,
        text: &str,
        range: Range<usize>,
        lang: Lang,
        kind: Kind,
    ) {
        // HTML, links and images all need one of these; headings `#` or a line of `=` or `-`.
        let marked = memchr::memchr3(b'<', b'[', b'#', text.as_bytes()).is_some();
        let may_be_heading = || text.contains("\n=") || text.contains("\n-");
        if !marked && !may_be_heading() {
            return;
        }
        let mut heading = 1;
        let mut link: Option<(String, Range<usize>)> = None;
        // A block of HTML comes line by line, and is told of once.
        let mut in_html = false;
        let mut open: Vec<String> = Vec::new();
        let mut term: Option<(CowStr<'_>, String, Range<usize>)> = None;
        for (event, at) in Parser::new_ext(text, markdown_options()).into_offset_iter() {
            if let Some((_, words, _)) = &mut term
                && let Event::Text(part) | Event::Code(part) = &event
            {
                words.push_str(part);
            }
            if let Some((words, _)) = &mut link
                && let Event::Text(part) | Event::Code(part) = &event
            {
                words.push_str(part);
            }
            let here = || self.find(&range, text, at.clone());
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    let range = here();
                    self.no_html(&text[at], &range);
                    in_html = true;
                }
                Event::End(TagEnd::HtmlBlock) => in_html = false,
                Event::InlineHtml(tag) if !in_html => {
                    // The tag that ends something was told of where it began.
                    let ends = open.iter().position(|name| *name == tag_name(&tag));
                    match ends.filter(|_| tag.starts_with("</")) {
                        Some(at) => drop(open.swap_remove(at)),
                        None => {
                            let range = here();
                            self.no_html(&tag, &range);
                            open.push(tag_name(&tag));
                        }
                    }
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let range = here();
                    let words = text[at.clone()].trim_start_matches("![");
                    let alone = words.starts_with(']');
                    self.check_image(&dest_url, alone, kind, &range, lang);
                }
                Event::Start(Tag::Heading { level, .. })
                    if kind == Kind::Entry || level == pulldown_cmark::HeadingLevel::H1 =>
                {
                    let range = here();
                    let (message, help) = no_heading(kind, &text[at]);
                    self.report("K0122", &range, message, help);
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let (before, level) = (heading, level as usize);
                    heading = level;
                    if kind == Kind::Page && level > before + 1 {
                        let range = here();
                        self.heading_skips(level, before + 1, &range);
                    }
                }
                Event::Start(Tag::Link {
                    link_type: LinkType::WikiLink { .. },
                    dest_url,
                    ..
                }) => term = Some((dest_url, String::new(), here())),
                Event::End(TagEnd::Link) if term.is_some() => {
                    let Some((left, right, range)) = term.take() else {
                        continue;
                    };
                    let (_, term) = shown_and_term(&left, &right);
                    self.note_term(&range, lang, term);
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }) => {
                    link = Some((String::new(), here()));
                    // The address is the last of what the link is written as.
                    let range = match text[at.clone()].rfind(&*dest_url) {
                        Some(own) if !dest_url.is_empty() => {
                            let start = at.start + own;
                            self.find(&range, text, start..start + dest_url.len())
                        }
                        _ => here(),
                    };
                    self.check_link(&dest_url, link_type, range, lang);
                }
                Event::End(TagEnd::Link) => {
                    if let Some((words, range)) = link.take() {
                        self.check_link_words(&words, &range);
                    }
                }
                _ => {}
            }
        }
    }

    /// Notes the terms of a text that isn't Markdown.
    pub(super) fn note_terms(&mut self, text: &str, range: Range<usize>, lang: Lang) {
        for part in parts(text) {
            if let Part::Term { term, at, .. } = part {
                let here = self.find(&range, text, at);
                self.note_term(&here, lang, term.into());
            }
        }
    }

    fn note_term(&mut self, range: &Range<usize>, lang: Lang, term: Box<str>) {
        let span = self.span(range);
        let concept = None;
        self.terms.push(TermUse {
            span,
            lang,
            term,
            concept,
        });
    }

    fn no_html(&mut self, html: &str, range: &Range<usize>) {
        let line = html.lines().next().unwrap_or("").trim();
        let tag = match line.find('>') {
            Some(end) => &line[..=end],
            None => line,
        };
        self.report(
            "K0122",
            range,
            say!(
                "`{tag}` läses som HTML, som inte kan användas",
                "`{tag}` is read as HTML, which can't be used"
            ),
            say!(
                "skriv `**fet**` för fetstil och en tom rad för nytt stycke; ska `<…>` synas i texten, sätt tecknet ` före och efter",
                "write `**bold**`, and a blank line for a new paragraph; if `<…>` is to be shown, put backticks around it"
            ),
        );
    }

    /// Reports a link of a kind that isn't allowed, and notes one within the site.
    fn check_link(&mut self, target: &str, link_type: LinkType, range: Range<usize>, lang: Lang) {
        if target.starts_with('/') && !target.starts_with("//") || target.starts_with('#') {
            let span = self.span(&range);
            self.links.push(Link {
                span,
                lang,
                target: target.into(),
            });
            return;
        }
        if is_outside_link(target) || link_type == LinkType::Email {
            return;
        }
        let form = say!(
            "länka med https://…, http://…, mailto:… eller en adress på webbplatsen som börjar med `/`",
            "link with https://…, http://…, mailto:… or an address on the site that begins with `/`"
        );
        let word = !target.contains([':', '/']);
        let (message, help) = if target.is_empty() {
            (
                say!("länken har ingen adress", "the link has no address"),
                form,
            )
        } else {
            let help = if target.starts_with("www.") {
                say!(
                    "menade du `https://{target}`?",
                    "did you mean `https://{target}`?"
                )
            } else if target.contains('@') && word {
                say!(
                    "menade du `mailto:{target}`?",
                    "did you mean `mailto:{target}`?"
                )
            } else {
                form
            };
            (
                say!(
                    "länken `{target}` kan inte användas",
                    "the link `{target}` can't be used"
                ),
                help,
            )
        };
        self.report("K0123", &range, message, help);
    }

    /// Where a part of a text stands in the file. The text may have been folded
    /// or unescaped, so the whole value is the answer when it can't be found.
    pub(super) fn find(
        &self,
        within: &Range<usize>,
        text: &str,
        part: Range<usize>,
    ) -> Range<usize> {
        let written = self.text.get(within.clone()).unwrap_or("");
        let line = text[part.clone()].lines().next().unwrap_or("");
        if line.is_empty() {
            return within.clone();
        }
        // Most often the text stands as it is, perhaps after a quote; otherwise the
        // same words stand as many times before it as they do in the file.
        let (from, to) = (part.start.saturating_sub(40), part.start + line.len());
        let near = text.as_bytes().get(from..to);
        let is_after = |quote: &usize| written.as_bytes().get(from + quote..to + quote) == near;
        let as_it_is = [0, 1].into_iter().find(is_after);
        let at = as_it_is.map(|quote| part.start + quote).or_else(|| {
            let before = text[..part.start].matches(line).count();
            let (at, _) = written.match_indices(line).nth(before)?;
            Some(at)
        });
        match at.or_else(|| written.find(line)) {
            Some(at) => within.start + at..within.start + at + line.len(),
            None => within.clone(),
        }
    }
}

/// Whether a link leads out of the site by a scheme that is allowed.
fn is_outside_link(target: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| {
        target
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && target.len() > scheme.len()
    })
}

/// The name in `<name …>` and `</name>`.
fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric())
        .collect()
}

/// What is wrong with a heading, and what to do; a line of `-` or `=` below a
/// text makes it one, which few authors mean.
fn no_heading(kind: Kind, written: &str) -> (Message, Message) {
    let message = match kind {
        Kind::Entry => say!(
            "rubriker kan inte användas i en beskrivning",
            "headings can't be used in a description"
        ),
        Kind::Page | Kind::Agreement => say!(
            "en rubrik på den här nivån kan inte användas här",
            "a heading of this level can't be used here"
        ),
    };
    let line = written.lines().last().unwrap_or("").trim();
    let help = if !written.starts_with('#') && written.contains('\n') {
        say!(
            "raden `{line}` under texten gör den till en rubrik: lämna en tom rad emellan",
            "the line `{line}` below the text makes it a heading: leave a blank line between"
        )
    } else {
        match kind {
            Kind::Entry => say!(
                "skriv en vanlig mening, eller börja stycket med fet text: **…**",
                "write a plain sentence, or begin the paragraph with bold text: **…**"
            ),
            Kind::Page | Kind::Agreement => say!(
                "börja med `##`; sidans rubrik är `title` överst i filen",
                "begin with `##`; the page's heading is `title` at the top of the file"
            ),
        }
    };
    (message, help)
}
