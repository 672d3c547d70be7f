//! Texts in several languages.

use super::decode::Decoder;
use super::markup::Kind;
use super::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::model::{Lang, LocalText};
use crate::say;
use crate::source::Spanned;
use std::ops::Range;

impl<'a> Decoder<'a> {
    /// A text in the site's languages, `{ sv: …, en: … }`. The first language
    /// must be there; whether the others may be absent is for a rule to say.
    pub(crate) fn local_text(&mut self, node: &Node<'a>) -> Option<LocalText> {
        let languages = self.languages;
        let Value::Map(pairs) = &node.value else {
            self.no_languages(node);
            return None;
        };
        let mut by_lang: Box<[Option<Spanned<Box<str>>>]> = vec![None; languages.len()].into();
        let mut written = vec![false; languages.len()];
        let mut unknown = false;
        for pair in pairs {
            match languages.iter().position(|code| **code == *pair.key) {
                Some(at) => {
                    written[at] = true;
                    by_lang[at] = self.line(&pair.value);
                    if let Some(text) = &by_lang[at] {
                        let lang = Lang(u8::try_from(at).unwrap_or(0));
                        self.check_words(&text.value, &text.span.range(), lang);
                    }
                }
                None => {
                    unknown = true;
                    if !pair.is_refused() {
                        self.unknown_language(&pair.key, &pair.key_range, pair.value.is_nothing());
                    }
                }
            }
        }
        if !written[0] && !unknown {
            let first = &languages[0];
            self.report(
                "K0111",
                &node.range,
                say!(
                    "texten saknas på språket `{first}`",
                    "the text is missing in the language `{first}`"
                ),
                say!("lägg till `{first}: …`", "add `{first}: …`"),
            );
        }
        // What is broken, or stands under a misspelt language, would else be told
        // of once more as a missing translation.
        let whole = by_lang
            .iter()
            .zip(&written)
            .all(|(text, written)| match text {
                Some(_) => true,
                None => !written && !unknown,
            });
        (whole && by_lang[0].is_some()).then(|| LocalText {
            by_lang: by_lang.into(),
            span: self.span(&node.range),
        })
    }

    /// Reports a text that isn't divided into languages.
    fn no_languages(&mut self, node: &Node<'a>) {
        let languages = self.languages;
        let written = match &node.value {
            Value::Refused => return,
            Value::Scalar { text, .. } => text.trim(),
            _ => "",
        };
        let first = &languages[0];
        let forgotten = written
            .strip_prefix(&**first)
            .and_then(|rest| rest.strip_prefix(':'))
            .filter(|rest| !rest.starts_with(' '));
        let help = match forgotten {
            Some(rest) => {
                let code = first;
                let rest = rest.split([' ', '\n']).next().unwrap_or("");
                say!(
                    "sätt ett mellanslag efter kolon: `{code}: {rest}`",
                    "put a space after the colon: `{code}: {rest}`"
                )
            }
            None => {
                let shown = match written {
                    "" => "…".to_owned(),
                    text if text.contains('\n') || text.chars().count() > 60 => "…".to_owned(),
                    text => quoted(text),
                };
                let rest: String = languages[1..]
                    .iter()
                    .map(|code| format!(", {code}: …"))
                    .collect();
                say!(
                    "skriv {{ {first}: {shown}{rest} }}",
                    "write {{ {first}: {shown}{rest} }}"
                )
            }
        };
        self.report(
            "K0112",
            &node.range,
            say!(
                "texten ska finnas på varje språk",
                "the text must be given in each language"
            ),
            help,
        );
    }

    /// Reports a key that is no language of the site. Without a value it is most
    /// likely the rest of a text that a comma cut: `{ sv: Beviljad, väntar, en: … }`.
    pub(super) fn unknown_language(&mut self, key: &str, range: &Range<usize>, empty: bool) {
        let languages = self.languages;
        let codes = languages.join(", ");
        let glued = languages.iter().find_map(|code| {
            let rest = key.strip_prefix(&**code)?.strip_prefix(':')?;
            Some((code, rest))
        });
        let like = || {
            let near = nearest(key, languages.iter().map(|code| &**code));
            // `svenska`, `english`: the name of the language.
            let named = || languages.iter().find(|code| key.starts_with(&***code));
            near.or_else(|| Some(&**named()?))
        };
        let near = match languages.iter().find(|code| code.eq_ignore_ascii_case(key)) {
            Some(code) => Some(&**code),
            None if empty => None,
            None => like(),
        };
        let mut message = say!(
            "språket `{key}` finns inte här",
            "the language `{key}` is unknown here"
        );
        let help = match (glued, near) {
            (Some((code, rest)), _) => say!(
                "sätt ett mellanslag efter kolon: `{code}: {rest}`",
                "put a space after the colon: `{code}: {rest}`"
            ),
            (_, Some(near)) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            _ if empty => {
                message = say!(
                    "texten delas av ett komma: `{key}` läses som ett språk",
                    "a comma cuts the text: `{key}` is read as a language"
                );
                say!(
                    "ett komma inom {{ … }} avslutar texten; sätt citattecken om hela texten, eller skriv den på en egen rad",
                    "a comma inside {{ … }} ends the text; put the whole text in quotes, or on a line of its own"
                )
            }
            _ => say!(
                "webbplatsens språk är {codes}",
                "the languages of the site are {codes}"
            ),
        };
        self.report("K0110", range, message, help);
    }

    /// A text in one language, from which a comment may have cut something.
    pub(super) fn line(&mut self, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
        self.warn_of_comment(node);
        self.text(node)
    }

    /// Warns of `Beslut #1`: what stands after ` #` is a comment to YAML and is
    /// never shown. A space after the `#` tells that a comment was meant.
    fn warn_of_comment(&mut self, node: &Node<'a>) {
        let Value::Scalar { plain: true, .. } = &node.value else {
            return;
        };
        let text = self.text;
        let rest = text.get(node.range.end..).unwrap_or("");
        let rest = rest.lines().next().unwrap_or("");
        let mark = rest.trim_start();
        let comment = mark.strip_prefix('#');
        if node.range.is_empty()
            || mark.len() == rest.len()
            || !comment.is_some_and(|words| words.starts_with(|c: char| !c.is_whitespace()))
        {
            return;
        }
        let start = node.range.end + rest.len() - mark.len();
        let range = start..start + mark.trim_end().len();
        let finding = Diagnostic::new(
            "K0113",
            self.span(&range),
            say!(
                "texten slutar före ` #`: resten av raden är en kommentar",
                "the text ends before ` #`: the rest of the line is a comment"
            ),
        )
        .severity(Severity::Warning)
        .help(say!(
            "sätt citattecken om hela texten om den ska vara med",
            "put the whole text in quotes if it belongs to it"
        ));
        self.findings.push(finding);
    }

    /// A flat mapping of keys to texts.
    pub(crate) fn words(&mut self, node: &Node<'a>) -> Vec<(String, String)> {
        let Value::Map(pairs) = &node.value else {
            let help = say!(
                "skriv `nyckel: text`, en på varje rad, utan `- ` framför",
                "write `key: text`, one on each line, without `- ` before it"
            );
            self.wrong_kind(node, &say!("nycklar med texter", "keys with texts"), help);
            return Vec::new();
        };
        let mut words = Vec::with_capacity(pairs.len());
        for pair in pairs {
            if pair.is_refused() {
                continue;
            }
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
            let (message, help) = if part.contains('\n') {
                (
                    say!(
                        "texten har flera rader, men ska stå på en",
                        "the text has several lines, but must be on one"
                    ),
                    say!("skriv den på en rad", "write it on one line"),
                )
            } else if length > longest {
                (
                    say!(
                        "texten är {length} tecken, men högst {longest} får plats",
                        "the text has {length} characters, but at most {longest} fit"
                    ),
                    say!("korta texten", "shorten the text"),
                )
            } else {
                continue;
            };
            self.findings
                .push(Diagnostic::new("K0120", part.span, message).help(help));
        }
        Some(text)
    }

    /// A definition: plain text in the site's languages, with terms in it.
    pub(crate) fn definition(&mut self, node: &Node<'a>) -> Option<LocalText> {
        let text = self.local_text(node)?;
        for (at, part) in text.by_lang.iter().enumerate() {
            if let Some(part) = part {
                let lang = Lang(u8::try_from(at).unwrap_or(0));
                self.note_terms(&part.value, part.span.range(), lang);
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
}

/// A text as it can stand within `{ … }`.
fn quoted(text: &str) -> String {
    let plain = !text.contains([',', '#', '{', '}', '[', ']', '"', '\'', ':'])
        && text.starts_with(char::is_alphanumeric);
    if plain {
        text.to_owned()
    } else if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}
