//! From a tree of YAML to typed values, keeping every problem on the way.
//!
//! A [`Decoder`] belongs to one file. Each of its methods either gives a value
//! or reports what is wrong and gives nothing; callers go on with the next value.

use super::fields::Fields;
use super::plain::looks_like;
use super::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::source::{FileId, Span, Spanned};
use std::ops::Range;
use std::sync::Arc;

/// Decodes the values of one file.
pub(crate) struct Decoder<'a> {
    pub(crate) file: FileId,
    /// The file's path, to be compared with the id in it.
    pub(crate) path: &'a str,
    /// The paths of all files of the site, where they are known.
    pub(crate) paths: &'a [String],
    /// The file's text, for places inside long values.
    pub(crate) text: &'a str,
    /// The languages of the site.
    pub(crate) languages: &'a Arc<[Box<str>]>,
    pub(crate) findings: Vec<Diagnostic>,
    /// Links that texts hold, to be checked when all pages are known.
    pub(crate) links: Vec<crate::model::Link>,
    /// Terms that texts hold, to be resolved when all concepts are known.
    pub(crate) terms: Vec<crate::model::term::TermUse>,
    /// The words that texts should do without.
    pub(crate) wording: Option<&'a super::wording::Wording>,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(
        file: FileId,
        path: &'a str,
        text: &'a str,
        languages: &'a Arc<[Box<str>]>,
    ) -> Self {
        Self {
            file,
            path,
            paths: &[],
            text,
            languages,
            findings: Vec::new(),
            links: Vec::new(),
            terms: Vec::new(),
            wording: None,
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
            other => {
                let help = match other {
                    Value::List(_) => say!(
                        "skriv `nyckel: värde`, en på varje rad, utan `- ` eller hakparenteser",
                        "write `key: value`, one on each line, without `- ` or brackets"
                    ),
                    _ => say!(
                        "skriv `nyckel: värde`, en på varje rad med samma indrag",
                        "write `key: value`, one on each line with the same indentation"
                    ),
                };
                let expected = say!("nycklar med värden", "keys with values");
                self.wrong_kind(node, &expected, help);
                None
            }
        }
    }

    /// The items of a list.
    pub(crate) fn list<'n>(&mut self, node: &'n Node<'a>) -> &'n [Node<'a>] {
        match &node.value {
            Value::List(items) => items,
            other => {
                let help = match other {
                    Value::Scalar { text, plain: true }
                        if !text.is_empty() && !text.contains('\n') =>
                    {
                        say!(
                            "sätt hakparenteser om: [{text}], eller skriv varje värde på en egen rad efter `- `",
                            "put brackets around: [{text}], or write each value on a line of its own after `- `"
                        )
                    }
                    _ => say!(
                        "skriv `[]` om listan är tom, annars varje värde på en egen rad efter `- `",
                        "write `[]` if the list is empty, otherwise each value on a line of its own after `- `"
                    ),
                };
                self.wrong_kind(node, &say!("en lista", "a list"), help);
                &[]
            }
        }
    }

    /// Decodes each item of a list that has one, and leaves out those that are
    /// broken: for lists that nothing else is held against.
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

    /// Decodes every item of a list, and gives nothing when any is broken: a list
    /// that lacks some of its items would make what is held against it look wrong.
    pub(crate) fn every<'n, T>(
        &mut self,
        node: &'n Node<'a>,
        decode: impl FnMut(&mut Self, &'n Node<'a>) -> Option<T>,
    ) -> Option<Box<[T]>> {
        let found = self.each(Some(node), decode);
        let Value::List(items) = &node.value else {
            return None;
        };
        (found.len() == items.len()).then_some(found)
    }

    /// A text that isn't empty. What YAML reads as something else (`yes`,
    /// `1.10`, a date) must be quoted.
    pub(crate) fn text(&mut self, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
        let Value::Scalar { text, plain } = &node.value else {
            let help = match &node.value {
                Value::List(_) => say!(
                    "skriv ett enda värde; ska det börja med `[` eller `- `, sätt citattecken om det",
                    "write a single value; if it is to begin with `[` or `- `, put it in quotes"
                ),
                _ => say!(
                    "skriv ett enda värde; ska det innehålla `: ` eller börja med `{{`, sätt citattecken om det",
                    "write a single value; if it is to contain `: ` or begin with `{{`, put it in quotes"
                ),
            };
            self.wrong_kind(node, &say!("text", "text"), help);
            return None;
        };
        if *plain && (text.is_empty() || text == "~") {
            self.report(
                "K0120",
                &node.range,
                say!("värdet är tomt", "the value is empty"),
                say!(
                    "skriv ett värde, eller ta bort även nyckeln om inget ska stå här",
                    "write a value, or remove the key as well if nothing belongs here"
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
                    "`{text}` kan läsas som {sv}; här ska det vara text",
                    "`{text}` can be read as {en}; text is meant here"
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
                    "skriv en text, eller ta bort även nyckeln om inget ska stå här",
                    "write a text, or remove the key as well if nothing belongs here"
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
            self.wrong_number(
                node,
                &say!("ett heltal", "a whole number"),
                say!(
                    "skriv talet med siffror, som 1",
                    "write the number in digits, such as 1"
                ),
            );
        }
        parsed
    }

    /// A whole number that isn't negative.
    pub(crate) fn count(&mut self, node: &Node<'a>) -> Option<u64> {
        let parsed = plain(node).and_then(|text| text.parse().ok());
        if parsed.is_none() {
            let expected = say!("ett heltal, 0 eller större", "a whole number, 0 or more");
            self.wrong_number(
                node,
                &expected,
                say!(
                    "skriv 0 eller ett större tal, som 20",
                    "write 0 or a greater number, such as 20"
                ),
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
            self.wrong_number(
                node,
                &say!("ett tal", "a number"),
                say!(
                    "skriv talet med siffror och decimalpunkt, som 2.5",
                    "write the number in digits with a decimal point, such as 2.5"
                ),
            );
        }
        parsed
    }

    /// Says that a value should be a number, and how to write one.
    fn wrong_number(&mut self, node: &Node<'a>, expected: &Message, form: Message) {
        let help = match &node.value {
            Value::Scalar { text, plain: false } if text.parse::<f64>().is_ok() => {
                say!("ta bort citattecknen", "remove the quotes")
            }
            _ => form,
        };
        self.wrong_kind(node, expected, help);
    }

    /// Says that a value is of the wrong kind, unless it has been refused already.
    pub(crate) fn wrong_kind(&mut self, node: &Node<'a>, expected: &Message, help: Message) {
        let (sv, en) = (&expected.sv, &expected.en);
        let found = match &node.value {
            Value::Refused => return,
            Value::Scalar { .. } if node.is_nothing() => say!("ingenting", "nothing"),
            Value::Scalar { text, plain: false } if text.parse::<f64>().is_ok() => {
                say!("text inom citattecken", "text in quotes")
            }
            Value::Scalar { text, .. } => {
                let text = shorten(text);
                say!("`{text}`", "`{text}`")
            }
            Value::List(_) => say!("en lista", "a list"),
            Value::Map(_) => say!("nycklar med värden", "keys with values"),
        };
        let (found_sv, found_en) = (&found.sv, &found.en);
        self.report(
            "K0112",
            &node.range,
            say!(
                "här ska det stå {sv}, men det står {found_sv}",
                "expected {en}, but found {found_en}"
            ),
            help,
        );
    }
}

/// The first line of a text that is quoted in a message, and not too much of it.
pub(super) fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    match line.char_indices().nth(40) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None if line.len() < text.trim_end().len() => format!("{line}…"),
        None => line.to_owned(),
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
