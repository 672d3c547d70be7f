//! Files of Markdown with fields above the text, between two lines of `---`.

use super::block;
use super::decode::Decoder;
use super::fields::Fields;
use super::markup::Kind;
use super::yaml;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Block, Lang, Page};
use crate::say;
use crate::source::CONFIG_FILE;
use std::ops::Range;

/// What must stand first in the file.
const OPENING: &str = "---\n";

/// The language that the folder of a file stands for.
pub(super) fn language(d: &mut Decoder<'_>, language: &str) -> Option<Lang> {
    let Some(at) = d.languages.iter().position(|code| **code == *language) else {
        let codes = d.languages.join(", ");
        let help = match nearest(language, d.languages.iter().map(|code| &**code)) {
            Some(near) => say!(
                "ska mappen heta `{near}`?",
                "should the folder be `{near}`?"
            ),
            None => say!(
                "webbplatsens språk är {codes}; flytta filen, eller lägg till språket i {CONFIG_FILE}",
                "the languages of the site are {codes}; move the file, or add the language to {CONFIG_FILE}"
            ),
        };
        let message = say!(
            "språket `{language}` finns inte på webbplatsen",
            "the language `{language}` isn't a language of the site"
        );
        d.findings
            .push(Diagnostic::of_path("K0006", d.path, message).help(help));
        return None;
    };
    Some(Lang(u8::try_from(at).unwrap_or(0)))
}

/// The text below the fields.
pub(super) struct Body {
    /// The text, with line feeds only.
    pub(super) text: String,
    /// Where it stands in the file.
    pub(super) range: Range<usize>,
}

impl Body {
    /// Where in the file a place in the text is: its line ends may be longer there.
    pub(super) fn place(&self, file: &str, at: usize) -> usize {
        let written = &file[self.range.clone()];
        if !written.contains('\r') {
            return self.range.start + at;
        }
        let before = &self.text[..at];
        let lines = before.bytes().filter(|b| *b == b'\n').count();
        let column = at - before.rfind('\n').map_or(0, |end| end + 1);
        let ends = written.match_indices('\n').map(|(at, _)| at + 1);
        let start = std::iter::once(0).chain(ends).nth(lines);
        self.range.start + start.unwrap_or(written.len()) + column
    }
}

/// Reads the fields above the text with `decode`, and gives what came of it and
/// the text.
pub(super) fn read<T>(
    d: &mut Decoder<'_>,
    decode: impl for<'n, 'f> FnOnce(&mut Decoder<'f>, &mut Fields<'n, 'f>) -> Option<T>,
) -> Option<(Option<T>, Body)> {
    let text = d.text;
    // Reading what stands above the text needs no carriage returns, but places
    // must stay what they are in the file: blanks take their place.
    let clean = text.replace("\r\n", " \n");
    let clean = clean
        .strip_prefix('\u{feff}')
        .map_or_else(|| clean.clone(), |rest| format!("   {rest}"));
    let opening = clean.trim_start_matches(' ');
    let front_start = clean.len() - opening.len();
    let after = opening
        .strip_prefix("--- \n")
        .or_else(|| opening.strip_prefix(OPENING));
    let split = after.and_then(|rest| {
        let start = clean.len() - rest.len();
        let end = clean[start..].find("\n---")? + start;
        let body = clean[end + 4..]
            .find('\n')
            .map_or(clean.len(), |n| end + 4 + n + 1);
        Some((end, body))
    });
    let Some((end, body_start)) = split else {
        d.report(
            "K0111",
            &(0..0),
            say!("överst i filen saknas rubrik och beskrivning", "the title and description at the top of the file are missing"),
            say!(
                "börja filen med en rad `---`, sedan `title: …` och `description: …`, och en rad `---` till",
                "begin the file with a line `---`, then `title: …` and `description: …`, and another line `---`"
            ),
        );
        return None;
    };
    // Blanked out rather than cut off, so that offsets stay those of the file.
    let front = format!(
        "{}{}",
        " ".repeat(front_start + 3),
        &clean[front_start + 3..end]
    );
    let mut inner = Decoder::new(d.file, d.path, text, d.languages);
    inner.wording = d.wording;
    let root = yaml::parse(d.file, &front, &mut inner.findings);
    let decoded = root.as_ref().and_then(|root| {
        let mut fields = inner.map(root)?;
        let decoded = decode(&mut inner, &mut fields);
        fields.finish(&mut inner);
        decoded
    });
    d.links.append(&mut inner.links);
    d.terms.append(&mut inner.terms);
    let mut findings = inner.findings;
    d.findings.append(&mut findings);
    let body = Body {
        text: text.get(body_start..).unwrap_or("").replace("\r\n", "\n"),
        range: body_start..text.len(),
    };
    Some((decoded, body))
}

/// The title and description that every text has.
pub(super) struct Heading {
    pub(super) title: crate::source::Spanned<Box<str>>,
    pub(super) description: crate::source::Spanned<Box<str>>,
}

pub(super) fn heading<'f>(
    d: &mut Decoder<'f>,
    fields: &mut Fields<'_, 'f>,
    lang: Lang,
) -> Option<Heading> {
    let title = fields.need("title").and_then(|n| d.line(n));
    let description = fields.need("description").and_then(|n| d.line(n));
    for text in [&title, &description].into_iter().flatten() {
        d.check_words(&text.value, &text.span.range(), lang);
    }
    Some(Heading {
        title: title?,
        description: description?,
    })
}

/// Checks the text of a page and reads its blocks. Nothing when a block is broken.
pub(super) fn blocks(d: &mut Decoder<'_>, body: &Body, lang: Lang) -> Option<Box<[Block]>> {
    d.check_markdown(&body.text, body.range.clone(), lang, Kind::Page);
    d.check_words_of_page(body, lang);
    block::blocks(d, body, lang)
}

/// Puts a page together; nothing when anything that it needs is broken.
pub(super) fn page(
    d: &mut Decoder<'_>,
    slug: &str,
    lang: Lang,
    draft: bool,
    heading: Option<Heading>,
    body: Body,
) -> Option<Page> {
    let blocks = blocks(d, &body, lang);
    let heading = heading?;
    Some(Page {
        slug: slug.into(),
        lang,
        file: d.file,
        title: heading.title,
        description: heading.description,
        draft,
        body: body.text.into(),
        blocks: blocks?,
    })
}
