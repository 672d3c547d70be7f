//! YAML to a tree in which every key and every value knows its place.
//!
//! The language is YAML 1.2 without what lets one place in a file change the
//! meaning of another: no anchors, aliases, tags, merge keys or directives, and
//! no key twice. Each of these is reported where it stands, and reading goes on.

use super::syntax::syntax_error;
use super::tree::NO_NAME;
pub(crate) use super::tree::{Node, Pair, Value};
use crate::diagnostic::{Diagnostic, Message, Place};
use crate::say;
use crate::source::{FileId, Span};
use granit_parser::{Event, Parser, ScalarStyle};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Deepest nesting of lists and mappings that is read.
pub(crate) const MAX_DEPTH: usize = 64;

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
        disallow_directives: true,
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
                builder.drop_refusals(at);
                builder.out.push(finding);
                return None;
            }
        }
    }
    // Where a second entry begins may be in the middle of the first.
    if builder.documents > 1 {
        return None;
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

/// The key that would take another mapping's keys in.
const MERGE: &str = "<<";

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
                            "en andra post börjar här (raden `---`)",
                            "a second entry begins here (the line `---`)"
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
                let tagged = tag.is_some();
                self.refuse_marks(anchor != 0, tagged, &range);
                let plain = style == ScalarStyle::Plain;
                let range = self.trim(range);
                // The reader gives a value that isn't there as `~`.
                let text = if plain && range.is_empty() {
                    Cow::Borrowed("")
                } else {
                    text
                };
                let value = if tagged {
                    Value::Refused
                } else {
                    Value::Scalar { text, plain }
                };
                self.put(Node { range, value });
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
                // `<<: *name` is one slip, told of at its key.
                if !self.merging() {
                    self.refuse(
                        range.clone(),
                        say!(
                            "en hänvisning med `*` används, men här måste varje värde stå för sig",
                            "an alias (`*`) is used, but here every value must stand by itself"
                        ),
                        say!(
                            "skriv ut värdet här; ska texten börja med `*`, sätt citattecken om den",
                            "write the value out here; if the text is to begin with `*`, put it in quotes"
                        ),
                    );
                }
                let value = Value::Refused;
                self.put(Node { range, value });
            }
            _ => {}
        }
        true
    }

    /// Whether the value that comes next belongs to the key `<<`.
    fn merging(&self) -> bool {
        let key = self.open.last().and_then(|open| open.key.as_ref());
        key.is_some_and(|(key, _)| key == MERGE)
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, node: Node<'a>) {
        if self.merging() {
            self.refuse_merge();
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match (&mut open.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Map(pairs), Some((key, key_range))) if key == NO_NAME => pairs.push(Pair {
                key,
                key_range,
                value: node,
            }),
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
                // What has no name gets one that nobody can write: the pair is
                // told of once, here, and passed over afterwards.
                Value::Refused => open.key = Some((Cow::Borrowed(NO_NAME), node.range)),
                Value::List(_) | Value::Map(_) => {
                    open.key = Some((Cow::Borrowed(NO_NAME), node.range.clone()));
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
            (Value::Scalar { .. } | Value::Refused, _) => {}
        }
    }

    fn refuse_marks(&mut self, anchor: bool, tag: bool, range: &Range<usize>) {
        if anchor {
            self.refuse(
                self.before(range, '&'),
                say!("ett ankare med `&` används", "an anchor (`&`) is used"),
                say!(
                    "ta bort `&…`; värden kan inte återanvändas inom en fil",
                    "remove `&…`; values can't be reused within a file"
                ),
            );
        }
        if tag {
            self.refuse(
                self.before(range, '!'),
                say!("en typmärkning med `!` används", "a type tag (`!`) is used"),
                say!(
                    "ta bort `!…`; text som börjar med `!` ska stå inom citattecken",
                    "remove `!…`; text that begins with `!` belongs in quotes"
                ),
            );
        }
    }

    /// Forgets what was refused on the line where the syntax broke: the rest of the
    /// same slip.
    fn drop_refusals(&mut self, at: usize) {
        let at = self.text.floor_char_boundary(at);
        let start = self.text[..at].rfind('\n').map_or(0, |n| n + 1);
        let refused = |finding: &Diagnostic| {
            finding.code.number == "K0102"
                && matches!(&finding.place, Place::Span(span) if span.start as usize >= start)
        };
        self.out.retain(|finding| !refused(finding));
    }

    /// Reports the key `<<`, which from here on has no name.
    fn refuse_merge(&mut self) {
        let key = self.open.last_mut().and_then(|open| open.key.as_mut());
        if let Some((key, range)) = key {
            *key = Cow::Borrowed(NO_NAME);
            let range = range.clone();
            self.refuse(
                range,
                say!(
                    "en sammanslagning med `<<` används, men här måste varje värde stå för sig",
                    "a merge key (`<<`) is used, but here every value must stand by itself"
                ),
                say!(
                    "skriv ut nycklarna och värdena här i stället för `<<`",
                    "write the keys and values out here instead of `<<`"
                ),
            );
        }
    }

    /// The mark that stands before a value, on its line or the one above, for
    /// underlining: from the first of its signs (`!!`) to the next space.
    fn before(&self, range: &Range<usize>, mark: char) -> Range<usize> {
        let before = &self.text[..range.start];
        let words = before.trim_end();
        let mut end = words.len();
        // An anchor and a tag may stand one after the other.
        for word in words.rsplit([' ', '\n', '\t', ',', '[', '{']).take(2) {
            let start = end - word.len();
            if word.starts_with(mark) {
                return start..end;
            }
            end = before[..start].trim_end().len();
            if before[end..start].chars().count() > 1 {
                break;
            }
        }
        range.clone()
    }

    fn refuse(&mut self, range: Range<usize>, message: Message, help: Message) {
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
