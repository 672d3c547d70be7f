//! From a tree of YAML to typed values, keeping every problem on the way.
//!
//! A [`Decoder`] belongs to one file. Each of its methods either gives a value
//! or reports what is wrong and gives nothing; callers go on with the next value.

use super::fields::Fields;
use super::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::say;
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;
use std::ops::Range;

/// Decodes the values of one file.
pub(crate) struct Decoder<'a> {
    pub(crate) file: FileId,
    /// The file's path, to be compared with the id in it.
    pub(crate) path: &'a str,
    /// The file's text, for places inside long values.
    pub(crate) text: &'a str,
    /// The languages of the site.
    pub(crate) languages: &'a [Box<str>],
    pub(crate) findings: Vec<Diagnostic>,
    /// Links that texts hold, to be checked when all pages are known.
    pub(crate) links: Vec<crate::model::Link>,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(
        file: FileId,
        path: &'a str,
        text: &'a str,
        languages: &'a [Box<str>],
    ) -> Self {
        Self {
            file,
            path,
            text,
            languages,
            findings: Vec::new(),
            links: Vec::new(),
        }
    }

    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.clone())
    }

    /// Reports a problem at a place in this file.
    pub(crate) fn report(
        &mut self,
        code: &str,
        range: &Range<usize>,
        message: Message,
        help: Message,
    ) {
        let finding = Diagnostic::new(code, self.span(range), message).help(help);
        self.findings.push(finding);
    }

    /// Opens a mapping.
    pub(crate) fn map<'n>(&mut self, node: &'n Node<'a>) -> Option<Fields<'n, 'a>> {
        match &node.value {
            Value::Map(pairs) => Some(Fields::new(pairs, node.range.clone())),
            _ => {
                self.wrong_type(node, &say!("nycklar med värden", "keys with values"));
                None
            }
        }
    }

    /// The items of a list.
    pub(crate) fn list<'n>(&mut self, node: &'n Node<'a>) -> &'n [Node<'a>] {
        match &node.value {
            Value::List(items) => items,
            _ => {
                self.wrong_type(node, &say!("en lista", "a list"));
                &[]
            }
        }
    }

    /// Decodes each item of a list that has one.
    pub(crate) fn each<'n, T>(
        &mut self,
        node: Option<&'n Node<'a>>,
        mut decode: impl FnMut(&mut Self, &'n Node<'a>) -> Option<T>,
    ) -> Box<[T]> {
        let Some(node) = node else {
            return Box::default();
        };
        self.list(node)
            .iter()
            .filter_map(|item| decode(self, item))
            .collect()
    }

    /// A text that isn't empty. What YAML reads as something else (`yes`,
    /// `1.10`, a date) must be quoted.
    pub(crate) fn text(&mut self, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
        let Value::Scalar { text, plain } = &node.value else {
            self.wrong_type(node, &say!("text", "text"));
            return None;
        };
        if *plain && (text.is_empty() || text == "~") {
            self.report(
                "K0120",
                &node.range,
                say!("värdet är tomt", "the value is empty"),
                say!(
                    "skriv ett värde, eller ta bort nyckeln om den inte behövs",
                    "write a value, or remove the key if it isn't needed"
                ),
            );
            return None;
        }
        if *plain && let Some(kind) = looks_like(text) {
            let (sv, en) = kind;
            self.report(
                "K0113",
                &node.range,
                say!(
                    "`{text}` läses som {sv}, men här ska det vara text",
                    "`{text}` is read as {en}, but text is meant here"
                ),
                say!(
                    "sätt citattecken om värdet: \"{text}\"",
                    "put the value in quotes: \"{text}\""
                ),
            );
            return None;
        }
        if text.trim().is_empty() {
            self.report(
                "K0120",
                &node.range,
                say!("texten är tom", "the text is empty"),
                say!(
                    "skriv en text, eller ta bort nyckeln om den inte behövs",
                    "write a text, or remove the key if it isn't needed"
                ),
            );
            return None;
        }
        Some(Spanned::new(
            text.trim_end_matches('\n').into(),
            self.span(&node.range),
        ))
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self, node: &Node<'a>) -> Option<bool> {
        self.choice(node, &[("true", true), ("false", false)])
    }

    /// A whole number.
    pub(crate) fn integer(&mut self, node: &Node<'a>) -> Option<i64> {
        let parsed = plain(node).and_then(|text| text.parse().ok());
        if parsed.is_none() {
            self.wrong_type(node, &say!("ett heltal", "a whole number"));
        }
        parsed
    }

    /// A whole number that isn't negative.
    pub(crate) fn count(&mut self, node: &Node<'a>) -> Option<u64> {
        let parsed = plain(node).and_then(|text| text.parse().ok());
        if parsed.is_none() {
            self.wrong_type(
                node,
                &say!("ett heltal, 0 eller större", "a whole number, 0 or more"),
            );
        }
        parsed
    }

    /// A number.
    pub(crate) fn number(&mut self, node: &Node<'a>) -> Option<f64> {
        let parsed = plain(node)
            .and_then(|text| text.parse().ok())
            .filter(|n: &f64| n.is_finite());
        if parsed.is_none() {
            self.wrong_type(node, &say!("ett tal", "a number"));
        }
        parsed
    }

    /// A day that exists.
    pub(crate) fn date(&mut self, node: &Node<'a>) -> Option<Spanned<Date>> {
        let text = scalar(node).unwrap_or("");
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, b)| match at {
                4 | 7 => b == b'-',
                _ => b.is_ascii_digit(),
            });
        match text.parse::<Date>() {
            Ok(date) if shaped => Some(Spanned::new(date, self.span(&node.range))),
            _ if shaped => {
                self.report(
                    "K0115",
                    &node.range,
                    say!(
                        "dagen {text} finns inte i kalendern",
                        "there is no such day as {text}"
                    ),
                    say!(
                        "skriv en dag som finns, som 2026-03-01",
                        "write a day that exists, such as 2026-03-01"
                    ),
                );
                None
            }
            _ => {
                self.report(
                    "K0115",
                    &node.range,
                    say!("här ska det stå ett datum", "a date belongs here"),
                    say!(
                        "skriv år-månad-dag: 2026-03-01",
                        "write year-month-day: 2026-03-01"
                    ),
                );
                None
            }
        }
    }

    /// One of some words.
    pub(crate) fn choice<T: Copy>(&mut self, node: &Node<'a>, choices: &[(&str, T)]) -> Option<T> {
        let text = scalar(node).unwrap_or("");
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text) {
            return Some(*value);
        }
        let words: Vec<_> = choices
            .iter()
            .map(|(word, _)| format!("`{word}`"))
            .collect();
        let words = words.join(", ");
        let help = match nearest(text, choices.iter().map(|(word, _)| *word)) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => say!("skriv något av {words}", "write one of {words}"),
        };
        self.report(
            "K0114",
            &node.range,
            say!(
                "här kan bara stå något av {words}",
                "only one of {words} can stand here"
            ),
            help,
        );
        None
    }

    /// A semantic version with three numbers.
    pub(crate) fn version(&mut self, node: &Node<'a>) -> Option<Spanned<semver::Version>> {
        let text = scalar(node).unwrap_or("");
        match semver::Version::parse(text) {
            Ok(version) if version.build.is_empty() => {
                Some(Spanned::new(version, self.span(&node.range)))
            }
            _ => {
                let help = match text.split('.').count() {
                    2 if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') => {
                        say!("menade du `{text}.0`?", "did you mean `{text}.0`?")
                    }
                    _ => say!(
                        "skriv tre tal med punkt emellan utan inledande nollor, som 1.0.0",
                        "write three numbers with dots between and no leading zeros, such as 1.0.0"
                    ),
                };
                self.report(
                    "K0116",
                    &node.range,
                    say!(
                        "`{text}` är inget versionsnummer",
                        "`{text}` is not a version number"
                    ),
                    help,
                );
                None
            }
        }
    }

    /// Says that a value is of the wrong kind.
    pub(crate) fn wrong_type(&mut self, node: &Node<'a>, expected: &Message) {
        let (sv, en) = (&expected.sv, &expected.en);
        let (found_sv, found_en) = match &node.value {
            Value::Scalar { text, plain: true } if text.is_empty() => ("ingenting", "nothing"),
            Value::Scalar { .. } => ("ett enkelt värde", "a single value"),
            Value::List(_) => ("en lista", "a list"),
            Value::Map(_) => ("nycklar med värden", "keys with values"),
        };
        self.report(
            "K0112",
            &node.range,
            say!(
                "här ska det stå {sv}, men det står {found_sv}",
                "{en} belongs here, but {found_en} was found"
            ),
            say!("skriv {sv}", "write {en}"),
        );
    }
}

/// The text of a single value.
pub(crate) fn scalar<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// The text of a single value without quotes.
pub(crate) fn plain<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Scalar { text, plain: true } => Some(text),
        _ => None,
    }
}

/// What a YAML reader, of version 1.1 or 1.2, would take a word without quotes
/// for, in Swedish and English; nothing when it is text to all of them.
pub(crate) fn looks_like(text: &str) -> Option<(&'static str, &'static str)> {
    let first = text.bytes().next()?;
    if text.len() > 40 {
        return None;
    }
    if first.is_ascii_alphabetic() || first == b'~' {
        let lower = text.to_ascii_lowercase();
        return match lower.as_str() {
            "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" => {
                Some(("ja eller nej (sant/falskt)", "a yes or no (a boolean)"))
            }
            "null" | "~" => Some(("ett tomt värde", "an empty value")),
            _ => None,
        };
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    if digits.parse::<f64>().is_ok() || digits.starts_with("0x") || digits.starts_with("0o") {
        return Some(("ett tal", "a number"));
    }
    text.parse::<Date>()
        .is_ok()
        .then_some(("ett datum", "a date"))
}
