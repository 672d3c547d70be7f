//! From Markdown to the clauses of an agreement.

use super::{
    ClauseHeading, ClausePart, ClauseSection, ClauseTree, Divided, Inline, ListMark, MarkupSlip,
    SlipKind,
};
use crate::model::slug;
use crate::model::term::{markdown_options, shown_and_term};
use crate::source::{Span, Spanned};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::iter::Peekable;
use std::ops::Range;

/// Divides a text into sections. `place` tells where a part of it stands in its file.
/// HTML, images and headings of the first level are told of for every text, not here.
pub fn divide(text: &str, place: &dyn Fn(Range<usize>) -> Span) -> Divided {
    let parser = Parser::new_ext(text, markdown_options()).into_offset_iter();
    let mut reader = Reader {
        text,
        place,
        events: TextMergeWithOffset::new(parser).peekable(),
        slips: Vec::new(),
        ids: Vec::new(),
    };
    let tree = reader.tree();
    Divided {
        tree,
        slips: reader.slips,
    }
}

struct Reader<'t, 'p, I: Iterator<Item = (Event<'t>, Range<usize>)>> {
    text: &'t str,
    place: &'p dyn Fn(Range<usize>) -> Span,
    events: Peekable<I>,
    slips: Vec<MarkupSlip>,
    /// The names of headings so far.
    ids: Vec<String>,
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, '_, I> {
    fn tree(&mut self) -> ClauseTree {
        let mut sections = Vec::new();
        let mut open = self.section(None, false, 0..0);
        let mut parts = Vec::new();
        while let Some((event, at)) = self.events.next() {
            let next = match event {
                Event::Rule if open.closing => {
                    self.slip(SlipKind::SecondLine, at);
                    continue;
                }
                Event::Rule => self.section(None, true, at),
                Event::Start(Tag::Heading {
                    level: HeadingLevel::H2,
                    ..
                }) => {
                    let heading = self.heading(at.clone());
                    self.section(Some(heading), open.closing, at)
                }
                event => {
                    parts.extend(self.part(event, at));
                    continue;
                }
            };
            close(
                &mut sections,
                std::mem::replace(&mut open, next),
                &mut parts,
            );
        }
        close(&mut sections, open, &mut parts);
        ClauseTree {
            sections: sections.into(),
        }
    }

    fn section(
        &self,
        heading: Option<ClauseHeading>,
        closing: bool,
        at: Range<usize>,
    ) -> ClauseSection {
        ClauseSection {
            heading,
            number: None,
            closing,
            parts: Box::default(),
            span: (self.place)(at),
        }
    }

    /// The block that an event begins; nothing when it may not be here.
    fn part(&mut self, event: Event<'t>, at: Range<usize>) -> Option<ClausePart> {
        match event {
            Event::Start(Tag::Paragraph) => {
                let text = self.inlines(Within::Text);
                self.events.next();
                Some(ClausePart::Paragraph { number: None, text })
            }
            Event::Start(Tag::Heading { level, .. }) => {
                let heading = self.heading(at.clone());
                match level {
                    HeadingLevel::H3 => return Some(ClausePart::Subheading(heading)),
                    // The first level has been told of where all texts are checked.
                    HeadingLevel::H1 => {}
                    _ => self.slip(SlipKind::HeadingLevel, at),
                }
                None
            }
            Event::Start(Tag::List(start)) => Some(self.list(start)),
            Event::Start(Tag::Table(_)) => Some(self.table()),
            Event::Start(Tag::CodeBlock(_)) => {
                self.slip(SlipKind::Code, at);
                self.skip();
                None
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.slip(SlipKind::Quote, at);
                self.skip();
                None
            }
            Event::Start(_) => {
                self.skip();
                None
            }
            _ => None,
        }
    }

    /// Passes over what has begun.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn heading(&mut self, at: Range<usize>) -> ClauseHeading {
        if !self.text[at.clone()].trim_start().starts_with('#') {
            self.slip(SlipKind::HeadingByLine, at.clone());
        }
        let text = self.inlines(Within::Heading);
        self.events.next();
        let id = match slug(&Inline::plain(&text)) {
            id if id.is_empty() => "avsnitt".to_owned(),
            id => id,
        };
        let numbered = (2..).map(|n| format!("{id}-{n}"));
        let mut all = std::iter::once(id.clone()).chain(numbered);
        let id = all.find(|id| !self.ids.contains(id)).unwrap_or(id);
        self.ids.push(id.clone());
        ClauseHeading {
            id: id.into(),
            text,
            span: (self.place)(at),
        }
    }

    fn list(&mut self, start: Option<u64>) -> ClausePart {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item()),
                _ => break,
            }
        }
        let first = start.and_then(|n| u16::try_from(n).ok()).unwrap_or(1);
        ClausePart::List {
            mark: match start {
                Some(_) => ListMark::Number,
                None => ListMark::Bullet,
            },
            first,
            items: items.into(),
        }
    }

    /// An item: its words may stand in it without a paragraph.
    fn item(&mut self) -> Box<[ClausePart]> {
        let mut parts = Vec::new();
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(TagEnd::Item) => {
                    self.events.next();
                    break;
                }
                event if is_inline(event) => {
                    let text = self.inlines(Within::Text);
                    parts.push(ClausePart::Paragraph { number: None, text });
                }
                _ => {
                    if let Some((event, at)) = self.events.next() {
                        parts.extend(self.part(event, at));
                    }
                }
            }
        }
        parts.into()
    }

    fn table(&mut self) -> ClausePart {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        let mut row = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    row.push(self.inlines(Within::Text));
                    self.events.next();
                }
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row).into()),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        ClausePart::Table {
            head: head.into(),
            rows: rows.into(),
        }
    }

    /// Running text, up to what isn't any; that is left to be read.
    fn inlines(&mut self, within: Within) -> Box<[Inline]> {
        let mut found = Vec::new();
        while let Some((event, _)) = self.events.peek() {
            if !is_inline(event) {
                break;
            }
            let Some((event, at)) = self.events.next() else {
                break;
            };
            match event {
                Event::Text(words) => self.words(&words, at, within, &mut found),
                Event::SoftBreak => found.push(Inline::Text(" ".into())),
                Event::HardBreak => found.push(Inline::Break),
                Event::Code(words) => {
                    self.slip(SlipKind::Code, at);
                    found.push(Inline::Text(words.as_ref().into()));
                }
                Event::Start(Tag::Strong) => found.push(Inline::Strong(self.enclosed(within))),
                Event::Start(Tag::Emphasis) => found.push(Inline::Emphasis(self.enclosed(within))),
                Event::Start(Tag::Link {
                    link_type: LinkType::WikiLink { .. },
                    dest_url,
                    ..
                }) => {
                    let right = Inline::plain(&self.enclosed(Within::Link));
                    let (shown, term) = shown_and_term(&dest_url, &right);
                    let shown = shown.as_ref().into();
                    found.push(Inline::Term { shown, term });
                }
                Event::Start(Tag::Link { dest_url, .. }) => found.push(Inline::Link {
                    target: dest_url.as_ref().into(),
                    text: self.enclosed(Within::Link),
                }),
                // Images have been told of; their words are kept.
                Event::Start(_) => found.extend(self.enclosed(within)),
                _ => {}
            }
        }
        found.into()
    }

    fn enclosed(&mut self, within: Within) -> Box<[Inline]> {
        let found = self.inlines(within);
        self.events.next();
        found
    }

    /// Divides words into text and fields.
    fn words(&mut self, words: &str, at: Range<usize>, within: Within, found: &mut Vec<Inline>) {
        let mut rest = words;
        let mut written = at.start;
        while let Some(open) = rest.find("{{") {
            let inner = &rest[open + 2..];
            let name = inner.split_once("}}").map(|(name, _)| name);
            let Some(name) = name.filter(|name| !name.contains(['{', ' ', '\n'])) else {
                break;
            };
            if open > 0 {
                found.push(Inline::Text(rest[..open].into()));
            }
            // What is written may be longer than what is shown, but not before a field.
            let whole = format!("{{{{{name}}}}}");
            let own = self.text[written..at.end].find(&whole).unwrap_or(0) + written;
            written = (own + whole.len()).min(at.end);
            let place = own..written;
            match within {
                Within::Heading => self.slip(SlipKind::FieldInHeading, place.clone()),
                Within::Link => self.slip(SlipKind::FieldInLink, place.clone()),
                Within::Text => {}
            }
            found.push(Inline::Field(Spanned::new(
                name.into(),
                (self.place)(place),
            )));
            rest = &inner[name.len() + 2..];
        }
        if let Some(odd) = rest.find("{{").or_else(|| rest.find("}}")) {
            let sign = &rest[odd..odd + 2];
            let own = self.text[written..at.end].find(sign).unwrap_or(0) + written;
            self.slip(SlipKind::Braces, own..at.end.min(own + (rest.len() - odd)));
        }
        if !rest.is_empty() {
            found.push(Inline::Text(rest.into()));
        }
    }

    fn slip(&mut self, kind: SlipKind, at: Range<usize>) {
        self.slips.push(MarkupSlip { kind, at });
    }
}

/// What running text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    Heading,
    Link,
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

/// Ends a section; the preamble is one only when there is something in it.
fn close(sections: &mut Vec<ClauseSection>, mut open: ClauseSection, parts: &mut Vec<ClausePart>) {
    open.parts = std::mem::take(parts).into();
    if open.heading.is_some() || !open.parts.is_empty() {
        sections.push(open);
    }
}

#[cfg(test)]
mod tests {
    use super::{SlipKind, divide};
    use crate::model::agreement::{ClausePart, Inline};
    use crate::source::{FileId, Span};

    fn slips(text: &str) -> Vec<(SlipKind, &str)> {
        let divided = divide(text, &|at| Span::new(FileId(0), at));
        let found = divided.slips.into_iter();
        found.map(|it| (it.kind, &text[it.at])).collect()
    }

    #[test]
    fn what_an_agreement_may_not_hold_is_found() {
        assert_eq!(
            slips("## A\n\nText {{a.b}} and **{{c}}**.\n\n---\n\nEnd"),
            []
        );
        assert_eq!(slips("## {{a}}"), [(SlipKind::FieldInHeading, "{{a}}")]);
        assert_eq!(slips("[x {{a}}](/y/)"), [(SlipKind::FieldInLink, "{{a}}")]);
        assert_eq!(slips("x {{a y"), [(SlipKind::Braces, "{{a y")]);
        assert_eq!(slips("x {{ a }} y"), [(SlipKind::Braces, "{{ a }} y")]);
        assert_eq!(slips("x `a` y"), [(SlipKind::Code, "`a`")]);
        assert_eq!(slips("#### A\n"), [(SlipKind::HeadingLevel, "#### A\n")]);
        assert_eq!(slips("A\n---\n"), [(SlipKind::HeadingByLine, "A\n---\n")]);
        let two = "A\n\n---\n\nB\n\n---\n\nC";
        assert_eq!(slips(two), [(SlipKind::SecondLine, "---\n")]);
    }

    #[test]
    fn numbers_follow_sections_and_clauses() {
        let text =
            "Pre\n\n## A\n\nOne\n\n- x\n  - y\n\nTwo\n\n## B\n\nThree\n\n---\n\n## C\n\nFour";
        let mut tree = divide(text, &|at| Span::new(FileId(0), at)).tree;
        tree.number();
        let parts = tree.sections.iter().flat_map(|it| &it.parts);
        let told = parts.map(|part| match part {
            ClausePart::Paragraph { number, text } => {
                format!("{:?} {}", number, Inline::plain(text))
            }
            ClausePart::List { mark, items, .. } => format!("{mark:?} {}", items.len()),
            _ => String::new(),
        });
        let expected = [
            "None Pre",
            "Some((1, 1)) One",
            "Letter 1",
            "Some((1, 2)) Two",
            "Some((2, 1)) Three",
            "None Four",
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
}
