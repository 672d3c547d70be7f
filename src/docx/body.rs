//! The text of a document, from the same tree of clauses as the page.

use super::control::control;
use super::styles::{BULLETS, FIRST_LIST, clause_indent, list_indent};
use super::words::choose;
use super::xml::{HEAD, R, W, escaped};
use super::{Document, table};
use crate::diagnostic::Message;
use crate::model::{ClausePart, ClauseSection, Inline, ListMark, day_in_words};
use crate::say;
use std::fmt::Write as _;

/// The text, and what other parts need to know of it.
pub(super) struct Body {
    /// The part `document.xml`.
    pub(super) document: String,
    /// The addresses that links lead to.
    pub(super) links: Vec<String>,
    /// The first number of each numbered list.
    pub(super) starts: Vec<u16>,
}

/// Writes the text.
pub(super) struct Writer<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) out: String,
    links: Vec<String>,
    starts: Vec<u16>,
    /// How many content controls there are.
    controls: usize,
}

/// What a list is in: how deep, and its numbering unless its style has it.
#[derive(Clone, Copy)]
struct Level {
    depth: usize,
    numbering: Option<usize>,
}

impl Body {
    pub(super) fn of(document: &Document<'_>) -> Self {
        let mut writer = Writer {
            document,
            out: format!("{HEAD}<w:document {W} {R}><w:body>"),
            links: Vec::new(),
            starts: Vec::new(),
            controls: 0,
        };
        writer.opening();
        let sections = &document.text.tree.sections;
        sections.iter().for_each(|section| writer.section(section));
        writer.out.push_str(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1361\" w:bottom=\"1474\" w:left=\"1361\" w:header=\"794\" w:footer=\"624\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        );
        Self {
            document: writer.out,
            links: writer.links,
            starts: writer.starts,
        }
    }
}

impl Writer<'_, '_> {
    /// The title, the version and, in a translation, what it is worth.
    fn opening(&mut self) {
        let document = self.document;
        let words = |words| choose(document.language, words);
        let edition = &document.edition.edition;
        let number = edition.number;
        let mut version = format!("Version {number}");
        if edition.draft {
            version.push_str(&words(say!(", utkast", ", draft")));
        } else if let Some(day) = edition.published {
            version.push_str(&words(say!(", publicerad ", ", published ")));
            version.push_str(&day_in_words(day, document.language));
        }
        self.words("Title", &document.text.title);
        self.words("Subtitle", &version);
        if document.is_translation() {
            self.words("Notice", &words(translation(document.original)));
        }
    }

    /// A paragraph of plain words.
    fn words(&mut self, style: &str, words: &str) {
        self.open(style, "");
        self.text(words, "");
        self.close();
    }

    /// Begins a paragraph in a style; `more` are properties of its own.
    pub(super) fn open(&mut self, style: &str, more: &str) {
        let _ = write!(
            self.out,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>"
        );
    }

    pub(super) fn close(&mut self) {
        self.out.push_str("</w:p>");
    }

    fn section(&mut self, section: &ClauseSection) {
        if let Some(heading) = &section.heading {
            let style = match section.number {
                Some(_) => "Heading1",
                None => "HeadingPlain",
            };
            self.heading(style, &heading.id, &heading.text);
        }
        for part in &section.parts {
            self.part(part, section);
        }
    }

    fn heading(&mut self, style: &str, id: &str, text: &[Inline]) {
        let place = self.place(id).unwrap_or_default();
        self.open(style, "");
        let _ = write!(
            self.out,
            "<w:bookmarkStart w:id=\"{place}\" w:name=\"avsnitt_{place}\"/>"
        );
        self.inlines(text, "");
        let _ = write!(self.out, "<w:bookmarkEnd w:id=\"{place}\"/>");
        self.close();
    }

    /// The place of a heading among all, by its name in addresses.
    fn place(&self, id: &str) -> Option<usize> {
        let sections = self.document.text.tree.sections.iter();
        let mut headings = sections.flat_map(|section| {
            let inner = section.parts.iter().filter_map(|part| match part {
                ClausePart::Subheading(heading) => Some(heading),
                _ => None,
            });
            section.heading.iter().chain(inner)
        });
        headings.position(|heading| &*heading.id == id)
    }

    fn part(&mut self, part: &ClausePart, section: &ClauseSection) {
        match part {
            ClausePart::Paragraph { number, text } => {
                let style = if number.is_some() { "Clause" } else { "Normal" };
                self.open(style, "");
                self.inlines(text, "");
                self.close();
            }
            ClausePart::Subheading(heading) => {
                self.heading("Heading2", &heading.id, &heading.text);
            }
            ClausePart::List { .. } => self.list(part, 0, section),
            ClausePart::Table { head, rows } => table::table(self, head, rows, section),
        }
    }

    fn list(&mut self, part: &ClausePart, depth: usize, section: &ClauseSection) {
        let ClausePart::List { mark, first, items } = part else {
            return;
        };
        let numbering = match (section.number, mark) {
            (Some(_), _) => None,
            (None, ListMark::Bullet) => Some(BULLETS),
            (None, _) => {
                self.starts.push(*first);
                Some(FIRST_LIST + self.starts.len() - 1)
            }
        };
        let level = Level { depth, numbering };
        for (at, item) in items.iter().enumerate() {
            let mut begun = false;
            for part in item {
                match part {
                    ClausePart::Paragraph { text, .. } => {
                        let last = at + 1 == items.len() && item.len() == 1;
                        self.item(text, level, *mark, (begun, last));
                        begun = true;
                    }
                    ClausePart::List { .. } => self.list(part, depth + 1, section),
                    other => self.part(other, section),
                }
            }
        }
    }

    /// A paragraph of an item. Only the first has the item's mark; after the last there
    /// is as much room as after any paragraph.
    fn item(
        &mut self,
        text: &[Inline],
        level: Level,
        mark: ListMark,
        (goes_on, last): (bool, bool),
    ) {
        let Level { depth, numbering } = level;
        let style = match (numbering, depth, mark) {
            (None, 0, _) => "ClauseItem",
            (None, 1, _) => "ClauseSubitem",
            (None, ..) => "ClauseDetail",
            (Some(_), _, ListMark::Bullet) => "ListBullet",
            (Some(_), ..) => "ListNumber",
        };
        let after = match last && depth == 0 {
            true => "<w:spacing w:after=\"120\"/>",
            false => "",
        };
        let more = match (goes_on, numbering) {
            (true, _) => {
                let left = match numbering {
                    None => clause_indent(depth + 2),
                    Some(_) => list_indent(depth),
                };
                format!(
                    "<w:numPr><w:numId w:val=\"0\"/></w:numPr>{after}<w:ind w:left=\"{left}\" w:firstLine=\"0\"/>"
                )
            }
            (false, Some(id)) => {
                let depth = depth.min(4);
                format!(
                    "<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{id}\"/></w:numPr>{after}"
                )
            }
            (false, None) => after.to_owned(),
        };
        self.open(style, &more);
        self.inlines(text, "");
        self.close();
    }

    /// Running text; `look` are the properties of the words around it.
    pub(super) fn inlines(&mut self, text: &[Inline], look: &str) {
        for piece in text {
            match piece {
                Inline::Text(words) => self.text(words, look),
                Inline::Term { shown, .. } => self.text(shown, look),
                Inline::Strong(inner) => self.inlines(inner, &with(look, "<w:b/>")),
                Inline::Emphasis(inner) => self.inlines(inner, &with(look, "<w:i/>")),
                Inline::Break => self.out.push_str("<w:r><w:br/></w:r>"),
                Inline::Field(name) => {
                    let document = self.document;
                    if let Some(field) = document.edition.field(name) {
                        self.controls += 1;
                        control(document, field, self.controls, look, &mut self.out);
                    }
                }
                Inline::Link { target, text } => self.link(target, text, look),
            }
        }
    }

    fn link(&mut self, target: &str, text: &[Inline], look: &str) {
        let look = format!("<w:rStyle w:val=\"Hyperlink\"/>{look}");
        if let Some(id) = target.strip_prefix('#') {
            let place = self.place(id).unwrap_or_default();
            let _ = write!(
                self.out,
                "<w:hyperlink w:anchor=\"avsnitt_{place}\" w:history=\"1\">"
            );
        } else {
            let target = (self.document.link)(target);
            let known = self.links.iter().position(|it| *it == target);
            let at = known.unwrap_or_else(|| {
                self.links.push(target);
                self.links.len() - 1
            });
            let _ = write!(self.out, "<w:hyperlink r:id=\"rLink{at}\" w:history=\"1\">");
        }
        self.inlines(text, &look);
        self.out.push_str("</w:hyperlink>");
    }

    fn text(&mut self, words: &str, look: &str) {
        let properties = match look {
            "" => String::new(),
            look => format!("<w:rPr>{look}</w:rPr>"),
        };
        let _ = write!(
            self.out,
            "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escaped(words)
        );
    }
}

/// What a translation is worth; `original` is the language of what is agreed.
fn translation(original: &str) -> Message {
    match original {
        "sv" => say!(
            "Översättning för kännedom. Det är den svenska texten som avtalas.",
            "Translation for information only. What is agreed is the Swedish text."
        ),
        other => say!(
            "Översättning för kännedom. Det är texten på språket {other} som avtalas.",
            "Translation for information only. What is agreed is the text in the language {other}."
        ),
    }
}

/// Another property: those of a style come first, then bold before italics.
fn with(look: &str, more: &str) -> String {
    match (look.contains("<w:i/>"), more) {
        _ if look.contains(more) => look.to_owned(),
        (true, "<w:b/>") => look.replace("<w:i/>", "<w:b/><w:i/>"),
        _ => format!("{look}{more}"),
    }
}
