//! Diagrams drawn while a site is built: boxes and lines with words on them, as SVG,
//! beside a table that says the same.
//!
//! A [`Graph`] goes through three steps: its texts are measured and broken into lines
//! (`text`), a [`Layout`] says where each box stands and where lines may run ([`place`]),
//! and the lines are drawn to the borders of the boxes ([`figure`]). The same graph
//! always gives the same bytes; a graph whose nodes stand in another order may be drawn
//! otherwise, so callers sort them.

mod known;
mod label;
mod layered;
mod part;
mod place;
mod ports;
mod route;
mod svg;
mod tangle;
mod text;

pub use place::{Frame, Label, Line, Placed, Segment, TipAt, place};
pub use svg::{Words, drawing_alone, figure};

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The lines between them.
    pub edges: Vec<Edge>,
    /// Where lines lead.
    pub direction: Direction,
    /// How wide the text is that it stands in, when that isn't the whole page.
    pub room: Option<f64>,
    /// In how many ways it is laid out at most, when that isn't as many as usual.
    pub tries: Option<usize>,
}

/// Where the lines of a diagram lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// From the top down.
    #[default]
    Down,
    /// From left to right.
    Right,
    /// Down, unless that is wider than a page and to the right is narrower.
    Fit,
}

/// A box.
#[derive(Debug, Clone, Default)]
pub struct Node {
    /// Its words.
    pub label: String,
    /// Where it leads.
    pub url: Option<String>,
    /// A word or two below the label, set apart from it, or nothing.
    pub note: String,
    /// How it looks.
    pub look: Look,
}

/// How a box looks: a class of the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Like most.
    #[default]
    Normal,
    /// One that matters more than the others.
    Strong,
    /// One that stands beside the matter.
    Weak,
    /// The one that the diagram is about.
    Focus,
    /// Where something begins: a dot without words, which says its label to those who
    /// hear it. In a graph with such, lines lead on from it as far as they can.
    Start,
    /// Where something ends: a box with a double border.
    End,
    /// The one in which somebody has to act.
    Act,
}

/// A line from one box to another, or back to its own.
#[derive(Debug, Clone, Default)]
pub struct Edge {
    /// The box that it leads from, as an index. The layout puts it first: above, or to
    /// the left.
    pub from: usize,
    /// The box that it leads to.
    pub to: usize,
    /// The words on it, or nothing.
    pub label: String,
    /// Where the words lead. Lines with links between the same two boxes are drawn as
    /// one with the words of all.
    pub url: Option<String>,
    /// What stands at the box that it leads from.
    pub start: Tip,
    /// What stands at the box that it leads to.
    pub end: Tip,
    /// What the table says instead of the label, where the tip speaks for itself.
    pub told: Option<Told>,
}

/// A relation in words, for the table.
#[derive(Debug, Clone)]
pub struct Told {
    /// Whether it reads from the box that the line leads to.
    pub backwards: bool,
    /// The words between the two boxes.
    pub words: String,
}

/// The end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tip {
    /// Nothing.
    #[default]
    None,
    /// An arrow.
    Arrow,
    /// A hollow triangle: this concept is broader.
    Triangle,
    /// A diamond: this is the whole.
    Diamond,
}

/// How large something is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Size {
    /// With the axes exchanged.
    fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
        }
    }
}

/// A place in a diagram.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// With the axes exchanged.
    fn turned(self) -> Self {
        Self {
            x: self.y,
            y: self.x,
        }
    }
}

/// What a layout is given: sizes, and what is to stand above what.
#[derive(Debug)]
pub(super) struct Outline {
    /// The sizes of the boxes.
    nodes: Vec<Size>,
    /// The lines, none of which leads back to its own box.
    edges: Vec<Link>,
}

/// A line to be laid out.
#[derive(Debug)]
struct Link {
    from: usize,
    to: usize,
    /// The size of its words.
    label: Option<Size>,
    /// How much it matters that the line is short and straight.
    weight: i32,
}

/// What a layout answers, from the top down.
#[derive(Debug)]
pub(super) struct Positions {
    /// The middle of each box.
    nodes: Vec<Point>,
    /// For each line the points that it runs through between its boxes, from `from` to
    /// `to`.
    bends: Vec<Vec<Point>>,
    /// The middle of each line's words.
    labels: Vec<Option<Point>>,
}

impl Positions {
    /// Mirrors everything when most boxes that stand beside each other stand in the
    /// opposite order of the graph's: a layout doesn't mind, but who reads does.
    fn read_onwards(&mut self) {
        let mut backwards = 0_i32;
        for (at, own) in self.nodes.iter().enumerate() {
            let later = self.nodes[at + 1..].iter();
            let beside = later.filter(|it| (it.y - own.y).abs() < 1.0);
            backwards += beside
                .map(|it| if it.x < own.x { 1 } else { -1 })
                .sum::<i32>();
        }
        if backwards <= 0 {
            return;
        }
        let bends = self.bends.iter_mut().flatten();
        let labels = self.labels.iter_mut().flatten();
        for point in self.nodes.iter_mut().chain(bends).chain(labels) {
            point.x = -point.x;
        }
    }
}

/// In how many ways a layout looks for good places: it finds good ones, not the best.
const WAYS: usize = 16;

/// A way to find good places, exchangeable: all else only knows this trait.
pub(super) trait Layout {
    /// Where everything stands, found in one of several ways ([`WAYS`]).
    fn lay_out(&self, outline: &Outline, way: usize) -> Positions;
}
