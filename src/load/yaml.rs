//! YAML to a tree in which every key and every value knows its place.
//!
//! The language is YAML 1.2 without what lets one place in a file change the
//! meaning of another: no anchors, aliases, tags, merge keys or directives, and
//! no key twice. Each of these is reported where it stands, and reading goes on.

use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::{FileId, Span};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Deepest nesting of lists and mappings that is read.
pub(crate) const MAX_DEPTH: usize = 64;

/// A value with its place.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) range: Range<usize>,
    pub(crate) value: Value<'a>,
}

/// What a [`Node`] holds.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// Text, number, date …: `plain` tells that it stood without quotes.
    Scalar { text: Cow<'a, str>, plain: bool },
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping, in the author's order.
    Map(Vec<Pair<'a>>),
}

/// A key and its value.
#[derive(Debug)]
pub(crate) struct Pair<'a> {
    pub(crate) key: Cow<'a, str>,
    pub(crate) key_range: Range<usize>,
    pub(crate) value: Node<'a>,
}

/// Reads one document. `None` when there is none, or when its syntax is broken.
pub(crate) fn parse<'a>(
    file: FileId,
    text: &'a str,
    out: &mut Vec<Diagnostic>,
) -> Option<Node<'a>> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut builder = Builder {
        file,
        text,
        out,
        open: Vec::new(),
        root: None,
        documents: 0,
    };
    for item in Parser::new_from_str_with_options(text, options) {
        match item {
            Ok((event, span)) => {
                let start = span.start.byte_offset().unwrap_or(0);
                let end = span.end.byte_offset().unwrap_or(start);
                if !builder.event(event, start..end) {
                    break;
                }
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len());
                let finding = syntax_error(file, text, at, error.kind());
                builder.out.push(finding);
                return None;
            }
        }
    }
    builder.root
}

/// A list or mapping that has begun and not yet ended.
struct Open<'a> {
    start: usize,
    value: Value<'a>,
    /// The key that waits for its value, in a mapping.
    key: Option<(Cow<'a, str>, Range<usize>)>,
    /// The keys of a large mapping and where they stand, so that a file of
    /// nothing but keys can't make reading quadratic.
    index: HashMap<Cow<'a, str>, usize>,
}

impl<'a> Open<'a> {
    fn new(start: usize, value: Value<'a>) -> Self {
        Self {
            start,
            value,
            key: None,
            index: HashMap::new(),
        }
    }
}

/// From this many keys on, a mapping is searched by hash.
const LARGE_MAP: usize = 32;

struct Builder<'a, 'o> {
    file: FileId,
    text: &'a str,
    out: &'o mut Vec<Diagnostic>,
    open: Vec<Open<'a>>,
    root: Option<Node<'a>>,
    documents: usize,
}

impl<'a> Builder<'a, '_> {
    /// Takes one event; false when the rest of the file is not to be read.
    fn event(&mut self, event: Event<'a>, range: Range<usize>) -> bool {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents == 2 {
                    self.refuse(
                        range,
                        say!(
                            "filen innehåller mer än ett YAML-dokument",
                            "the file holds more than one YAML document"
                        ),
                        say!(
                            "lägg varje post i en egen fil och ta bort raden `---`",
                            "put each entry in a file of its own and remove the line `---`"
                        ),
                    );
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_marks(anchor != 0, tag.is_some(), &range);
                let plain = style == ScalarStyle::Plain;
                let range = self.trim(range);
                self.put(Node {
                    range,
                    value: Value::Scalar { text, plain },
                });
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.refuse_marks(anchor != 0, tag.is_some(), &range);
                let value = Value::List(Vec::new());
                self.open.push(Open::new(range.start, value));
            }
            Event::MappingStart(_, anchor, tag) => {
                self.refuse_marks(anchor != 0, tag.is_some(), &range);
                let value = Value::Map(Vec::new());
                self.open.push(Open::new(range.start, value));
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let range = self.trim(open.start..range.end);
                    self.put(Node {
                        range,
                        value: open.value,
                    });
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(
                    range.clone(),
                    say!(
                        "en hänvisning med `*` används, men här måste varje värde stå för sig",
                        "an alias (`*`) is used, but here every value must stand by itself"
                    ),
                    say!(
                        "skriv ut värdet där det behövs, i stället för `*…`",
                        "write the value out where it is needed, instead of `*…`"
                    ),
                );
                let text = Cow::Borrowed("");
                self.put(Node {
                    range,
                    value: Value::Scalar { text, plain: false },
                });
            }
            _ => {}
        }
        true
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, node: Node<'a>) {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match (&mut open.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Map(pairs), Some((key, key_range))) => {
                let first = if pairs.len() < LARGE_MAP {
                    pairs.iter().find(|pair| pair.key == key)
                } else {
                    for (at, pair) in pairs.iter().enumerate().skip(open.index.len()) {
                        open.index.insert(pair.key.clone(), at);
                    }
                    open.index.get(&key).map(|&at| &pairs[at])
                };
                if let Some(first) = first {
                    self.out.push(
                        Diagnostic::new(
                            "K0103",
                            Span::new(self.file, key_range),
                            say!(
                                "nyckeln `{key}` finns två gånger",
                                "the key `{key}` is given twice"
                            ),
                        )
                        .related(
                            Span::new(self.file, first.key_range.clone()),
                            say!("här står den första", "the first one is here"),
                        )
                        .help(say!(
                            "behåll det värde som ska gälla och ta bort det andra",
                            "keep the value that is meant and remove the other"
                        )),
                    );
                } else {
                    pairs.push(Pair {
                        key,
                        key_range,
                        value: node,
                    });
                }
            }
            (Value::Map(_), None) => match node.value {
                Value::Scalar { text, .. } => open.key = Some((text, node.range)),
                _ => {
                    open.key = Some((Cow::Borrowed(""), node.range.clone()));
                    self.refuse(
                        node.range,
                        say!(
                            "en nyckel måste vara ett ord, inte en lista eller flera värden",
                            "a key must be a word, not a list or a mapping"
                        ),
                        say!(
                            "skriv `nyckel: värde`; text med klammer ska stå inom citattecken",
                            "write `key: value`; text with brackets or braces belongs in quotes"
                        ),
                    );
                }
            },
            (Value::Scalar { .. }, _) => {}
        }
    }

    fn refuse_marks(&mut self, anchor: bool, tag: bool, range: &Range<usize>) {
        if anchor {
            self.refuse(
                self.before(range, b'&'),
                say!("ett ankare med `&` används", "an anchor (`&`) is used"),
                say!(
                    "ta bort `&…`; värden kan inte återanvändas inom en fil",
                    "remove `&…`; values can't be reused within a file"
                ),
            );
        }
        if tag {
            self.refuse(
                self.before(range, b'!'),
                say!("en typmärkning med `!` används", "a type tag (`!`) is used"),
                say!(
                    "ta bort `!…`; text som börjar med `!` ska stå inom citattecken",
                    "remove `!…`; text that begins with `!` belongs in quotes"
                ),
            );
        }
    }

    /// The mark that stands before a value on its line, for underlining.
    fn before(&self, range: &Range<usize>, mark: u8) -> Range<usize> {
        let line = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let found = self.text.as_bytes()[line..range.start]
            .iter()
            .rposition(|&b| b == mark);
        found.map_or(range.clone(), |at| {
            line + at..range.start.max(line + at + 1)
        })
    }

    fn refuse(
        &mut self,
        range: Range<usize>,
        message: crate::diagnostic::Message,
        help: crate::diagnostic::Message,
    ) {
        let span = Span::new(self.file, range);
        self.out
            .push(Diagnostic::new("K0102", span, message).help(help));
    }

    /// A range without the white space at its end, which block texts and
    /// collections carry with them.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let end = range.end.min(self.text.len());
        let held = self
            .text
            .get(range.start..end)
            .unwrap_or("")
            .trim_end()
            .len();
        range.start..range.start + held
    }
}

/// What broke the syntax, told for someone who writes YAML by hand.
fn syntax_error(file: FileId, text: &str, at: usize, kind: &ErrorKind) -> Diagnostic {
    let at = text.floor_char_boundary(at);
    let width = text[at..]
        .chars()
        .next()
        .filter(|c| *c != '\n')
        .map_or(0, char::len_utf8);
    let span = Span::new(file, at..at + width);
    let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let line = text[line_start..].lines().next().unwrap_or("");
    let indent_has_tab = line.len() - line.trim_start().len() > 0
        && line[..line.len() - line.trim_start().len()].contains('\t');
    if matches!(kind, ErrorKind::RecursionLimitExceeded) {
        return Diagnostic::new(
            "K0104",
            span,
            say!(
                "värdena är nästlade i fler än {MAX_DEPTH} nivåer",
                "values are nested more than {MAX_DEPTH} levels deep"
            ),
        )
        .help(say!(
            "gör strukturen plattare; ingen post i katalogen behöver fler än ett tiotal nivåer",
            "make the structure flatter; no entry of the catalogue needs more than some ten levels"
        ));
    }
    if indent_has_tab {
        let tab = line_start + line.find('\t').unwrap_or(0);
        return Diagnostic::new(
            "K0101",
            Span::new(file, tab..tab + 1),
            say!(
                "raden är indragen med tabb",
                "the line is indented with a tab"
            ),
        )
        .help(say!(
            "byt tabben mot mellanslag, två för varje nivå",
            "replace the tab with spaces, two for each level"
        ));
    }
    let detail = kind.to_string();
    let (label, help) = match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            say!("citattecknet avslutas aldrig", "the quote is never closed"),
            say!(
                "avsluta texten med samma citattecken",
                "close the text with the same quote"
            ),
        ),
        ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey
        | ErrorKind::ExpectedBlockMappingKey => (
            say!("läsningen tog stopp här", "reading stopped here"),
            say!(
                "se efter på den här raden och raden ovanför: varje rad ska vara `nyckel: värde` med rätt indrag, och text som innehåller `: ` ska stå inom citattecken",
                "look at this line and the one above: every line is `key: value` with the right indentation, and text that contains `: ` belongs in quotes"
            ),
        ),
        _ => (
            say!("läsningen tog stopp här", "reading stopped here"),
            say!(
                "rätta raden eller raden ovanför; YAML-läsaren säger: {detail}",
                "mend this line or the one above; the YAML reader says: {detail}"
            ),
        ),
    };
    Diagnostic::new(
        "K0101",
        span,
        say!(
            "filen följer inte YAML:s skrivregler",
            "the file doesn't follow the rules of YAML"
        ),
    )
    .label(label)
    .help(help)
}
