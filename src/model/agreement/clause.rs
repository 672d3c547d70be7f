//! The clauses of an agreement as a tree. The page, the document and the checks all
//! read this one tree, so that no two of them can number a clause differently.

use crate::source::{Span, Spanned};

/// The text of an agreement: sections, of which the first may lack a heading.
#[derive(Debug, Default)]
pub struct ClauseTree {
    /// The preamble (without a heading), the sections, and those of the closing part.
    pub sections: Box<[ClauseSection]>,
}

/// A section.
#[derive(Debug)]
pub struct ClauseSection {
    /// Its heading; the preamble and what opens the closing part have none.
    pub heading: Option<ClauseHeading>,
    /// Its number, from 1, when it has one.
    pub number: Option<u16>,
    /// Whether it comes after the line that ends the clauses: signatures, appendices.
    pub closing: bool,
    /// What it holds.
    pub parts: Box<[ClausePart]>,
    /// Where it begins.
    pub span: Span,
}

/// A heading.
#[derive(Debug)]
pub struct ClauseHeading {
    /// Its name in addresses.
    pub id: Box<str>,
    /// Its words.
    pub text: Box<[Inline]>,
    /// Where it stands.
    pub span: Span,
}

/// A block of text.
#[derive(Debug)]
pub enum ClausePart {
    /// A paragraph; in a numbered section it is a clause.
    Paragraph {
        /// The numbers of the section and of the clause in it.
        number: Option<(u16, u16)>,
        /// The words.
        text: Box<[Inline]>,
    },
    /// A heading below that of the section.
    Subheading(ClauseHeading),
    /// A list.
    List {
        /// How its items are marked.
        mark: ListMark,
        /// The number of the first item: a list that goes on after a table goes on counting.
        first: u16,
        /// The items.
        items: Box<[Box<[ClausePart]>]>,
    },
    /// A table, by cells.
    Table {
        /// Its head.
        head: Box<[ClauseCell]>,
        /// Its rows.
        rows: Box<[Box<[ClauseCell]>]>,
    },
}

/// What stands in a cell of a table.
pub type ClauseCell = Box<[Inline]>;

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListMark {
    /// A dot.
    Bullet,
    /// 1. 2. 3.
    Number,
    /// a) b) c)
    Letter,
    /// i) ii) iii)
    Roman,
}

/// A piece of running text.
#[derive(Debug)]
pub enum Inline {
    /// Words.
    Text(Box<str>),
    /// Strong words.
    Strong(Box<[Inline]>),
    /// Stressed words.
    Emphasis(Box<[Inline]>),
    /// A link, as the author wrote its target.
    Link {
        /// Where it leads.
        target: Box<str>,
        /// Its words.
        text: Box<[Inline]>,
    },
    /// A term of the concept model.
    Term {
        /// The words that are shown.
        shown: Box<str>,
        /// The term that is meant.
        term: Box<str>,
    },
    /// A place to be filled in, by the name of the field.
    Field(Spanned<Box<str>>),
    /// The end of a line.
    Break,
}

impl ClauseTree {
    /// Gives sections, clauses and lists their numbers.
    pub fn number(&mut self) {
        let mut count = 0;
        for section in &mut self.sections {
            if section.heading.is_none() || section.closing {
                continue;
            }
            count += 1;
            section.number = Some(count);
            let mut clause = 0;
            let mut lettered = 0;
            for part in &mut section.parts {
                match part {
                    ClausePart::Paragraph { number, .. } => {
                        (clause, lettered) = (clause + 1, 0);
                        *number = Some((count, clause));
                    }
                    ClausePart::List { first, items, .. } => {
                        *first = lettered + 1;
                        lettered += u16::try_from(items.len()).unwrap_or(0);
                        part.letter(0);
                    }
                    ClausePart::Subheading(_) | ClausePart::Table { .. } => {}
                }
            }
        }
    }

    /// The fields that are used, in order.
    pub fn fields(&self) -> Vec<&Spanned<Box<str>>> {
        let mut found = Vec::new();
        for section in &self.sections {
            section.fields(&mut found);
        }
        found
    }

    /// The headings below those of sections where none may be when sections have numbers.
    pub fn subheadings_among_clauses(&self) -> impl Iterator<Item = &ClauseHeading> {
        let clauses = self.sections.iter().filter(|it| !it.closing);
        let parts = clauses.flat_map(|it| &it.parts);
        parts.filter_map(|part| match part {
            ClausePart::Subheading(heading) => Some(heading),
            _ => None,
        })
    }
}

impl ClauseSection {
    /// How many paragraphs stand directly in it.
    pub fn clauses(&self) -> usize {
        let is_clause = |it: &&ClausePart| matches!(it, ClausePart::Paragraph { .. });
        self.parts.iter().filter(is_clause).count()
    }

    /// How many items its lists have, those of lists in lists among them.
    pub fn items(&self) -> usize {
        self.parts.iter().map(ClausePart::items).sum()
    }

    /// Adds the fields that are used in it, in order.
    pub fn fields<'t>(&'t self, found: &mut Vec<&'t Spanned<Box<str>>>) {
        self.parts.iter().for_each(|part| part.fields(found));
    }
}

impl ClausePart {
    /// Marks a list below a clause, and those within it.
    fn letter(&mut self, depth: usize) {
        let Self::List { mark, items, .. } = self else {
            return;
        };
        *mark = match depth {
            0 => ListMark::Letter,
            1 => ListMark::Roman,
            _ => ListMark::Number,
        };
        for part in items.iter_mut().flat_map(|item| item.iter_mut()) {
            part.letter(depth + 1);
        }
    }

    fn items(&self) -> usize {
        match self {
            Self::List { items, .. } => {
                let inner = items.iter().flat_map(|item| item.iter());
                items.len() + inner.map(Self::items).sum::<usize>()
            }
            _ => 0,
        }
    }

    fn fields<'t>(&'t self, found: &mut Vec<&'t Spanned<Box<str>>>) {
        match self {
            Self::Paragraph { text, .. } => Inline::fields(text, found),
            Self::Subheading(_) => {}
            Self::List { items, .. } => {
                let inner = items.iter().flat_map(|item| item.iter());
                inner.for_each(|part| part.fields(found));
            }
            Self::Table { head, rows } => {
                let cells = rows.iter().flat_map(|row| row.iter());
                head.iter()
                    .chain(cells)
                    .for_each(|cell| Inline::fields(cell, found));
            }
        }
    }
}

impl Inline {
    fn fields<'t>(text: &'t [Self], found: &mut Vec<&'t Spanned<Box<str>>>) {
        for piece in text {
            match piece {
                Self::Field(name) => found.push(name),
                Self::Strong(inner) | Self::Emphasis(inner) | Self::Link { text: inner, .. } => {
                    Self::fields(inner, found);
                }
                Self::Text(_) | Self::Term { .. } | Self::Break => {}
            }
        }
    }

    /// The words without anything else.
    pub fn plain(text: &[Self]) -> String {
        let mut words = String::new();
        for piece in text {
            match piece {
                Self::Text(part) => words.push_str(part),
                Self::Term { shown, .. } => words.push_str(shown),
                Self::Strong(inner) | Self::Emphasis(inner) | Self::Link { text: inner, .. } => {
                    words.push_str(&Self::plain(inner));
                }
                Self::Field(_) => {}
                Self::Break => words.push(' '),
            }
        }
        words
    }
}

/// The mark of an item that is counted by letters: a, b … z, aa, ab …
pub fn letters(number: u16) -> String {
    let mut rest = number;
    let mut word = Vec::new();
    while rest > 0 {
        rest -= 1;
        word.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    word.iter().rev().collect()
}

/// The mark of an item that is counted by small Roman numerals.
pub fn roman(number: u16) -> String {
    const SIGNS: [(u16, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut word = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            word.push_str(sign);
            rest -= value;
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{letters, roman};

    #[test]
    fn items_are_counted_by_letters_and_numerals() {
        assert_eq!([1, 26, 27, 53].map(letters), ["a", "z", "aa", "ba"]);
        assert_eq!(
            [1, 4, 9, 14, 48].map(roman),
            ["i", "iv", "ix", "xiv", "xlviii"]
        );
    }
}
