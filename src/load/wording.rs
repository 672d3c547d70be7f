//! Words that texts should do without: `content/words.yaml`, and finding them.

use super::decode::Decoder;
use super::front::Body;
use super::yaml::{self, Node};
use crate::diagnostic::{Diagnostic, Message};
use crate::model::Lang;
use crate::model::term::markdown_options;
use crate::say;
use crate::source::{FileId, Spanned};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use regex::{Regex, RegexBuilder};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The file that lists the words.
pub(super) const WORDS_FILE: &str = "content/words.yaml";

/// What to write in place of the words that a site does without.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    /// By language: all words in one pattern, and the entry of each.
    by_lang: Vec<Option<(Regex, HashMap<String, usize>)>>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    instead: Box<str>,
    /// Why, in each language of the tool.
    why: Message,
}

/// Reads the list of words. Where it is broken there are none, so that a slip in it
/// isn't followed by findings that nobody meant.
pub(super) fn wording(
    file: FileId,
    text: &str,
    languages: &Arc<[Box<str>]>,
    out: &mut Vec<Diagnostic>,
) -> Wording {
    let mut d = Decoder::new(file, WORDS_FILE, text, languages);
    let root = yaml::parse(file, text, &mut d.findings);
    let rows = root.as_ref().and_then(|root| d.every(root, row));
    let mut wording = Wording::default();
    let mut words = vec![HashMap::new(); languages.len()];
    for row in rows.into_iter().flatten() {
        for word in &row.avoid {
            let own = &mut words[row.lang.index()];
            let at = wording.entries.len();
            if own.insert(word.value.to_lowercase(), at).is_some() {
                let written = &word.value;
                let message = say!("`{written}` finns två gånger", "`{written}` is given twice");
                let help = say!("ta bort den ena", "remove one of them");
                d.findings
                    .push(Diagnostic::new("K0121", word.span, message).help(help));
            }
        }
        wording.entries.push(row.entry);
    }
    wording.by_lang = words.into_iter().map(pattern).collect();
    out.append(&mut d.findings);
    wording
}

/// All words of a language as one pattern. What is longer comes first, so that
/// `i enlighet med` is found rather than a part of it.
fn pattern(words: HashMap<String, usize>) -> Option<(Regex, HashMap<String, usize>)> {
    let mut all: Vec<String> = words.keys().map(|word| regex::escape(word)).collect();
    if all.is_empty() {
        return None;
    }
    all.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
    let pattern = format!(r"\b(?:{})\b", all.join("|").replace(' ', r"\s+"));
    let regex = RegexBuilder::new(&pattern).case_insensitive(true).build();
    Some((regex.ok()?, words))
}

struct Row {
    lang: Lang,
    avoid: Box<[Spanned<Box<str>>]>,
    entry: Entry,
}

fn row<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Row> {
    let mut fields = d.map(node)?;
    let languages = d.languages;
    let codes: Vec<(&str, Lang)> = (0_u8..)
        .zip(languages.iter())
        .map(|(at, code)| (&**code, Lang(at)))
        .collect();
    let lang = fields.need("language").and_then(|n| d.choice(n, &codes));
    let avoid = fields
        .need("avoid")
        .and_then(|n| d.every(n, |d, n| d.text(n)));
    let instead = fields.need("use").and_then(|n| d.text(n));
    let why = fields.need("why").and_then(|n| d.local_text(n));
    let whole = fields.finish(d);
    let why = why.filter(|_| whole)?;
    let in_code = |code: &str| {
        let at = languages.iter().position(|it| **it == *code).unwrap_or(0);
        why.get(Lang(u8::try_from(at).unwrap_or(0))).to_owned()
    };
    Some(Row {
        lang: lang?,
        avoid: avoid?,
        entry: Entry {
            instead: instead?.value,
            why: Message {
                sv: in_code("sv"),
                en: in_code("en"),
            },
        },
    })
}

impl Decoder<'_> {
    /// The same in a page of text, where code is none of the words.
    pub(super) fn check_words_of_page(&mut self, body: &Body, lang: Lang) {
        if self.wording.is_none() {
            return;
        }
        let mut code = 0;
        // Words that belong together may stand on two lines.
        let mut run: Option<Range<usize>> = None;
        for (event, at) in Parser::new_ext(&body.text, markdown_options()).into_offset_iter() {
            match event {
                Event::Text(_) if code == 0 => {
                    let start = run.map_or(at.start, |run| run.start);
                    run = Some(start..at.end);
                    continue;
                }
                Event::SoftBreak => continue,
                Event::Start(Tag::CodeBlock(_)) => code += 1,
                Event::End(TagEnd::CodeBlock) => code -= 1,
                _ => {}
            }
            if let Some(run) = run.take() {
                let place = body.place(self.text, run.start)..body.place(self.text, run.end);
                self.check_words(&body.text[run], &place, lang);
            }
        }
    }

    /// Warns of words in a text, at its place in the file, that the site does without.
    pub(super) fn check_words(&mut self, text: &str, range: &Range<usize>, lang: Lang) {
        let Some(wording) = self.wording else { return };
        let Some(Some((pattern, words))) = wording.by_lang.get(lang.index()) else {
            return;
        };
        for found in pattern.find_iter(text) {
            let word = found.as_str();
            let plain = word.split_whitespace().collect::<Vec<_>>().join(" ");
            let Some(entry) = words.get(&plain.to_lowercase()) else {
                continue;
            };
            let entry = &wording.entries[*entry];
            let place = self.find(range, text, found.range());
            let (instead, Message { sv, en }) = (&entry.instead, &entry.why);
            self.report(
                "K0804",
                &place,
                say!(
                    "`{plain}` är ett ord som webbplatsen undviker",
                    "`{plain}` is a word that the site avoids"
                ),
                say!("skriv `{instead}`: {sv}", "write `{instead}`: {en}"),
            );
        }
    }
}
