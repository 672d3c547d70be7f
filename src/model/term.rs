//! Terms of the concept model in texts: `[[kund]]`, or `[[kunden|kund]]` where
//! other words are shown than the term.

use super::Lang;
use crate::source::Span;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// The Markdown that texts may use beyond CommonMark: tables, and terms in
/// double brackets.
pub fn markdown_options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_WIKILINKS
}

/// A term that an author wrote in a text.
#[derive(Debug, Clone)]
pub struct TermUse {
    /// Where it stands, brackets and all.
    pub span: Span,
    /// The language of the text.
    pub lang: Lang,
    /// The term.
    pub term: Box<str>,
    /// The concept, as an index into the concepts, once it has been resolved.
    pub concept: Option<u32>,
}

/// What is shown and which term is meant, of the two sides that the reader of
/// Markdown tells apart. In a table, a backslash keeps the bar from ending the cell.
pub fn shown_and_term<'a>(left: &CowStr<'a>, right: &str) -> (CowStr<'a>, Box<str>) {
    let shown = match left.strip_suffix('\\') {
        Some(shown) => CowStr::from(shown.to_owned()),
        None => left.clone(),
    };
    (shown, right.trim().into())
}

/// The form in which terms are compared: a term may open a sentence.
pub fn folded(term: &str) -> String {
    term.trim().to_lowercase()
}

/// A text of a single line with its terms as plain words.
pub fn without_brackets(text: &str) -> Cow<'_, str> {
    if !text.contains("[[") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for part in parts(text) {
        match part {
            Part::Text(words) => plain.push_str(words),
            Part::Term { shown, .. } => plain.push_str(shown),
        }
    }
    Cow::Owned(plain)
}

/// A Markdown text with its terms as plain words, for readers that know only
/// CommonMark. What stands in code stays as it is.
pub fn plain_markdown(text: &str) -> Cow<'_, str> {
    if !text.contains("[[") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut done = 0;
    for (event, at) in Parser::new_ext(text, markdown_options()).into_offset_iter() {
        if let Event::Start(Tag::Link {
            link_type: LinkType::WikiLink { .. },
            dest_url,
            ..
        }) = event
        {
            plain.push_str(&text[done..at.start]);
            plain.push_str(&shown_and_term(&dest_url, "").0);
            done = at.end;
        }
    }
    plain.push_str(&text[done..]);
    Cow::Owned(plain)
}

/// A piece of a text of a single line.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words.
    Text(&'a str),
    /// A term.
    Term {
        /// The words that are shown.
        shown: &'a str,
        /// The term that is meant.
        term: &'a str,
        /// Where both stand in the text.
        at: Range<usize>,
    },
}

/// Divides a text that isn't Markdown, such as a definition, into words and terms.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut done = 0;
    while let Some(open) = text[done..].find("[[").map(|at| done + at) {
        let start = open + 2;
        let Some(end) = text[start..].find("]]").map(|at| start + at) else {
            break;
        };
        if done < open {
            parts.push(Part::Text(&text[done..open]));
        }
        let inner = &text[start..end];
        let (shown, term) = inner.split_once('|').unwrap_or((inner, inner));
        let (shown, term) = (shown.trim(), term.trim());
        let at = start..end;
        parts.push(Part::Term { shown, term, at });
        done = end + 2;
    }
    if done < text.len() {
        parts.push(Part::Text(&text[done..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Part, parts, plain_markdown, without_brackets};

    #[test]
    fn terms_become_words_but_code_stays() {
        let text = "En [[kunden|kund]] och `[[1]]`.\n\n| [[a\\|b]] |\n|---|\n| [[å ä]] |\n";
        let plain = "En kunden och `[[1]]`.\n\n| a |\n|---|\n| å ä |\n";
        assert_eq!(plain_markdown(text), plain);
    }

    #[test]
    fn a_definition_is_divided_into_words_and_terms() {
        let text = "[[aktör]] som [[kunden|kund]] möter [[x";
        assert_eq!(without_brackets(text), "aktör som kunden möter [[x");
        let (shown, term, at) = ("kunden", "kund", 17..28);
        assert!(parts(text).contains(&Part::Term { shown, term, at }));
        assert_eq!(without_brackets("a [b] c"), "a [b] c");
    }
}
