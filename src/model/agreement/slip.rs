//! What the text of an agreement may not hold.

use super::ClauseTree;
use std::ops::Range;

/// A text and what it may not hold.
#[derive(Debug)]
pub struct Divided {
    /// The clauses, without numbers yet.
    pub tree: ClauseTree,
    /// What the text holds and an agreement may not.
    pub slips: Vec<MarkupSlip>,
}

/// Something that an agreement may not hold.
#[derive(Debug)]
pub struct MarkupSlip {
    /// What.
    pub kind: SlipKind,
    /// Where in the text.
    pub at: Range<usize>,
}

/// What an agreement may not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// Code, which nobody signs.
    Code,
    /// A block quote.
    Quote,
    /// A heading of another level than two or three.
    HeadingLevel,
    /// A line of hyphens that makes the text above it a heading.
    HeadingByLine,
    /// A field in a heading.
    FieldInHeading,
    /// A field in the words of a link.
    FieldInLink,
    /// Double braces that hold no field's name.
    Braces,
    /// A second line that would end the clauses.
    SecondLine,
}
