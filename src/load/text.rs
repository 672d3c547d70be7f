//! Texts in several languages, and what Markdown in them may hold.

use super::decode::Decoder;
use super::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Lang, Link, LocalText};
use crate::say;
use crate::source::Spanned;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// What kind of text a Markdown text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A description in an entry: no headings, which would disturb the page's own.
    Entry,
    /// A page of its own: headings from the second level.
    Page,
}

impl<'a> Decoder<'a> {
    /// A text in the site's languages, `{ sv: …, en: … }`. The first language
    /// must be there; whether the others may be absent is for a rule to say.
    pub(crate) fn local_text(&mut self, node: &Node<'a>) -> Option<LocalText> {
        let languages = self.languages;
        let first = languages.first().map_or("", |code| &**code);
        let Value::Map(pairs) = &node.value else {
            let all: Vec<_> = languages.iter().map(|code| format!("{code}: …")).collect();
            let all = all.join(", ");
            self.report(
                "K0112",
                &node.range,
                say!(
                    "texten ska finnas på varje språk",
                    "the text must be given in each language"
                ),
                say!("skriv {{ {all} }}", "write {{ {all} }}"),
            );
            return None;
        };
        let mut by_lang: Box<[Option<Spanned<Box<str>>>]> = vec![None; languages.len()].into();
        let mut first_written = false;
        for pair in pairs {
            match languages.iter().position(|code| **code == *pair.key) {
                Some(at) => {
                    first_written |= at == 0;
                    by_lang[at] = self.text(&pair.value);
                }
                None => {
                    let key = &pair.key;
                    let codes = languages.join(", ");
                    let is_empty = matches!(&pair.value.value, Value::Scalar { text, plain: true } if text.is_empty());
                    let help = match nearest(key, languages.iter().map(|code| &**code)) {
                        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                        // `{ sv: Beviljad, väntar, en: … }`: the comma ends the text.
                        None if is_empty => say!(
                            "ett komma inom {{ … }} avslutar texten; sätt citattecken om hela texten, eller skriv den på en egen rad",
                            "a comma inside {{ … }} ends the text; put the whole text in quotes, or on a line of its own"
                        ),
                        None => say!(
                            "webbplatsens språk är {codes}",
                            "the languages of the site are {codes}"
                        ),
                    };
                    self.report(
                        "K0110",
                        &pair.key_range,
                        say!(
                            "språket `{key}` finns inte här",
                            "the language `{key}` is unknown here"
                        ),
                        help,
                    );
                }
            }
        }
        if !first_written {
            self.report(
                "K0111",
                &node.range,
                say!(
                    "texten på `{first}` saknas",
                    "the text in `{first}` is missing"
                ),
                say!("lägg till `{first}: …`", "add `{first}: …`"),
            );
        }
        by_lang[0].is_some().then(|| LocalText {
            by_lang,
            span: self.span(&node.range),
        })
    }

    /// A flat mapping of keys to texts.
    pub(crate) fn words(&mut self, node: &Node<'a>) -> Vec<(String, String)> {
        let Value::Map(pairs) = &node.value else {
            self.wrong_type(node, &say!("nycklar med texter", "keys with texts"));
            return Vec::new();
        };
        let mut words = Vec::with_capacity(pairs.len());
        for pair in pairs {
            if let Some(text) = self.text(&pair.value) {
                words.push((pair.key.to_string(), text.value.into()));
            }
        }
        words
    }

    /// A title: short, and on one line.
    pub(crate) fn title(&mut self, node: &Node<'a>, longest: usize) -> Option<LocalText> {
        let text = self.local_text(node)?;
        for part in text.by_lang.iter().flatten() {
            let length = part.chars().count();
            if length > longest || part.contains('\n') {
                self.findings.push(
                    Diagnostic::new(
                        "K0120",
                        part.span,
                        say!(
                            "texten är {length} tecken, men en rad med högst {longest} får plats",
                            "the text has {length} characters, but one line of at most {longest} fits"
                        ),
                    )
                    .help(say!("korta texten", "shorten the text")),
                );
            }
        }
        Some(text)
    }

    /// A Markdown text in the site's languages.
    pub(crate) fn markdown(&mut self, node: &Node<'a>) -> Option<LocalText> {
        let text = self.local_text(node)?;
        for (at, part) in text.by_lang.iter().enumerate() {
            if let Some(part) = part {
                let lang = Lang(u8::try_from(at).unwrap_or(0));
                self.check_markdown(&part.value, part.span.range(), lang, Kind::Entry);
            }
        }
        Some(text)
    }

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
        if memchr::memchr3(b'<', b'[', b'#', text.as_bytes()).is_none()
            && !(text.contains("\n=") || text.contains("\n-"))
        {
            return;
        }
        for (event, at) in Parser::new_ext(text, markdown_options()).into_offset_iter() {
            let here = || self.find(&range, &text[at.clone()]);
            match event {
                Event::Html(_) | Event::InlineHtml(_) => {
                    let range = here();
                    self.report(
                        "K0122",
                        &range,
                        say!("HTML kan inte användas i texten", "HTML can't be used in the text"),
                        say!(
                            "skriv med Markdown i stället; ska taggen visas som den är, sätt den inom `…`",
                            "write Markdown instead; if the tag is to be shown as it is, put it inside `…`"
                        ),
                    );
                }
                Event::Start(Tag::Image { .. }) => {
                    let range = here();
                    self.report(
                        "K0122",
                        &range,
                        say!(
                            "bilder kan inte användas i texten",
                            "images can't be used in the text"
                        ),
                        say!(
                            "beskriv med ord, eller länka",
                            "describe it in words, or link to it"
                        ),
                    );
                }
                Event::Start(Tag::Heading { level, .. })
                    if kind == Kind::Entry || level == pulldown_cmark::HeadingLevel::H1 =>
                {
                    let range = here();
                    let help = match kind {
                        Kind::Entry => say!(
                            "skriv en vanlig mening, eller börja stycket med fet text: **…**",
                            "write a plain sentence, or begin the paragraph with bold text: **…**"
                        ),
                        Kind::Page => say!(
                            "börja med `##`; sidans rubrik är `title` överst i filen",
                            "begin with `##`; the page's heading is `title` at the top of the file"
                        ),
                    };
                    self.report(
                        "K0122",
                        &range,
                        say!(
                            "en rubrik på den här nivån kan inte användas här",
                            "a heading of this level can't be used here"
                        ),
                        help,
                    );
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    ..
                }) => {
                    let range = self.find(&range, &dest_url);
                    self.check_link(&dest_url, link_type, range, lang);
                }
                _ => {}
            }
        }
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
        self.report(
            "K0123",
            &range,
            say!("länken `{target}` kan inte användas", "the link `{target}` can't be used"),
            say!(
                "länka med https://…, http://…, mailto:… eller en adress på webbplatsen som börjar med `/`",
                "link with https://…, http://…, mailto:… or an address on the site that begins with `/`"
            ),
        );
    }

    /// Where `part` of a text stands in the file. The text may have been folded
    /// or unescaped, so the whole value is the answer when it can't be found.
    fn find(&self, within: &Range<usize>, part: &str) -> Range<usize> {
        let written = self.text.get(within.clone()).unwrap_or("");
        let line = part.lines().next().unwrap_or("");
        match written.find(line) {
            Some(at) if !line.is_empty() => within.start + at..within.start + at + line.len(),
            _ => within.clone(),
        }
    }
}

/// The Markdown that texts may use beyond CommonMark.
pub(crate) fn markdown_options() -> Options {
    Options::ENABLE_TABLES
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
