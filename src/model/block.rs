//! Blocks in pages of text that are made from the catalogue or drawn.

use super::{EditionNumber, EventType, Ref};
use crate::source::Spanned;

/// A block: fenced code whose first word is its kind, with YAML in it.
#[derive(Debug)]
pub enum Block {
    /// Every attribute of a schema of the service description.
    Attributes {
        /// The name of the schema.
        schema: Spanned<Box<str>>,
        /// The version of the service description.
        version: Spanned<EditionNumber>,
    },
    /// A drawing of boxes and arrows.
    Diagram(Box<Drawing>),
    /// The first example of an event type.
    Event(Ref<EventType>),
    /// All of a kind.
    List(ListOf),
}

impl Block {
    /// The words that a fence may begin with to be a block.
    pub const KINDS: [&'static str; 4] = ["attributes", "diagram", "event", "list"];
}

/// What a list is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListOf {
    /// Event categories.
    Categories,
    /// Authorization object types.
    Authorizations,
}

/// A drawing in a page of text, in the language of the page.
#[derive(Debug)]
pub struct Drawing {
    /// What it shows.
    pub title: Box<str>,
    /// The same in a sentence, for those who don't see it.
    pub description: Box<str>,
    /// Whether it goes to the right instead of down.
    pub to_the_right: bool,
    /// The boxes.
    pub nodes: Box<[DrawingNode]>,
    /// The arrows.
    pub edges: Box<[DrawingEdge]>,
}

/// A box of a drawing.
#[derive(Debug)]
pub struct DrawingNode {
    /// Its name in the arrows.
    pub id: Spanned<Box<str>>,
    /// Its words.
    pub label: Box<str>,
    /// Where it leads, as links within the site are written.
    pub link: Option<Box<str>>,
    /// How it stands out.
    pub emphasis: Emphasis,
}

/// How a box of a drawing stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// Like most.
    Normal,
    /// What the drawing is about.
    Strong,
    /// What stands around it.
    Weak,
}

/// An arrow of a drawing.
#[derive(Debug)]
pub struct DrawingEdge {
    /// The place of the box that it leaves.
    pub from: usize,
    /// The place of the box that it reaches.
    pub to: usize,
    /// Its words.
    pub label: Option<Box<str>>,
}
