//! Where everything in a diagram stands: boxes, words and lines, measured and laid out
//! but not yet written as SVG, so that tests can look at them.

use super::part::Part;
use super::{Direction, Graph, Point, Size, Tip};

/// The most boxes that a diagram may have: more could nobody read, and the layout would
/// take minutes.
const MOST_BOXES: usize = 300;
/// The most lines.
const MOST_LINES: usize = 600;
/// Around the whole; the outline of a focused box needs some of it.
const MARGIN: f64 = 8.0;
/// Between parts that no line joins.
const BETWEEN_PARTS: f64 = 36.0;
/// The width that a page has for a diagram.
const PAGE: f64 = 1040.0;

/// A diagram of which every place is known.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// How large it is.
    pub size: Size,
    /// The boxes with their words, in the order of the graph's nodes.
    pub boxes: Vec<Label>,
    /// The lines. Those that lead back to the same box are one.
    pub lines: Vec<Line>,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Frame {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Words in a rectangle.
#[derive(Debug, Clone, Default)]
pub struct Label {
    /// The rectangle.
    pub frame: Frame,
    /// The words, line by line.
    pub text: Vec<String>,
    /// How many of the lines, the last ones, are a note.
    pub note: usize,
    /// The edges whose words these are, as indices of the graph, and how many lines each
    /// has; nothing for a box.
    pub edges: Vec<(usize, usize)>,
}

/// A line with what stands at its ends and the words on it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it begins.
    pub start: Point,
    /// How it goes on.
    pub segments: Vec<Segment>,
    /// What stands at its ends.
    pub tips: Vec<TipAt>,
    /// The words on it.
    pub label: Option<Label>,
}

/// A piece of a line, from where the piece before it ended.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    /// Straight to a point.
    Straight(Point),
    /// In a curve by way of two control points.
    Curve(Point, Point, Point),
}

/// What stands at the end of a line.
#[derive(Debug, Clone, Copy)]
pub struct TipAt {
    /// What it is.
    pub tip: Tip,
    /// Where it touches the box.
    pub at: Point,
    /// The direction from the box along the line.
    pub from: Point,
}

impl Frame {
    /// A rectangle around a point.
    pub(super) fn around(middle: Point, size: Size) -> Self {
        Self {
            x: middle.x - size.width / 2.0,
            y: middle.y - size.height / 2.0,
            width: size.width,
            height: size.height,
        }
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }
}

/// Measures a graph and lays it out; nothing when it is too large to be drawn.
pub fn place(graph: &Graph) -> Option<Placed> {
    let (boxes, lines) = (graph.nodes.len(), graph.edges.len());
    if boxes == 0 || boxes > MOST_BOXES || lines > MOST_LINES {
        return None;
    }
    let room = graph.room.unwrap_or(PAGE);
    let down = || placed(graph, false);
    let right = || placed(graph, true);
    Some(match graph.direction {
        Direction::Down => down(),
        Direction::Right => right(),
        Direction::Fit => {
            let first = down();
            let fits = first.size.width <= room;
            let second = (!fits).then(right);
            second
                .filter(|second| second.size.width < first.size.width)
                .unwrap_or(first)
        }
    })
}

/// A graph laid out in one of the two directions.
fn placed(graph: &Graph, turned: bool) -> Placed {
    let boxes = graph.nodes.len();
    let parts = parts(graph);
    let room = graph.room.unwrap_or(PAGE);
    let mut drawn: Vec<Placed> = parts
        .iter()
        .map(|part| Part::new(graph, part, turned).drawn(room))
        .collect();
    let mut placed = Placed {
        boxes: vec![Label::default(); boxes],
        ..Placed::default()
    };
    // Set like words on lines: as they come when one line holds them, otherwise the
    // largest parts first and those without lines last.
    let mut order: Vec<usize> = (0..parts.len()).collect();
    let widest = drawn.iter().map(|it| it.size.width).fold(room, f64::max);
    let all = drawn.iter().map(|it| it.size.width + BETWEEN_PARTS);
    if all.sum::<f64>() - BETWEEN_PARTS > widest {
        let area = |at: &usize| drawn[*at].size.width * drawn[*at].size.height;
        order.sort_by(|a, b| area(b).total_cmp(&area(a)));
    }
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0_f64);
    for at in order {
        let size = drawn[at].size;
        let part = &mut drawn[at];
        if x > 0.0 && x + size.width > widest {
            y += row + BETWEEN_PARTS;
            (x, row) = (0.0, 0.0);
        }
        part.map(&|it| Point {
            x: it.x + x + MARGIN,
            y: it.y + y + MARGIN,
        });
        placed.size.width = placed.size.width.max(x + size.width + 2.0 * MARGIN);
        x += size.width + BETWEEN_PARTS;
        row = row.max(size.height);
        placed.size.height = y + row + 2.0 * MARGIN;
        for (own, label) in parts[at].iter().zip(std::mem::take(&mut part.boxes)) {
            placed.boxes[*own] = label;
        }
        placed.lines.append(&mut part.lines);
    }
    placed
}

/// The boxes that lines join, together.
fn parts(graph: &Graph) -> Vec<Vec<usize>> {
    let mut first: Vec<usize> = (0..graph.nodes.len()).collect();
    fn root(first: &[usize], mut at: usize) -> usize {
        while first[at] != at {
            at = first[at];
        }
        at
    }
    for edge in &graph.edges {
        let (a, b) = (root(&first, edge.from), root(&first, edge.to));
        first[a.max(b)] = a.min(b);
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); first.len()];
    for at in 0..first.len() {
        parts[root(&first, at)].push(at);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

impl Placed {
    /// Moves everything.
    pub(super) fn map(&mut self, to: &impl Fn(Point) -> Point) {
        let labels = self.lines.iter_mut().filter_map(|line| line.label.as_mut());
        for label in self.boxes.iter_mut().chain(labels) {
            let frame = label.frame;
            let a = to(Point {
                x: frame.x,
                y: frame.y,
            });
            let b = to(Point {
                x: frame.x + frame.width,
                y: frame.y + frame.height,
            });
            label.frame = Frame {
                x: a.x,
                y: a.y,
                width: b.x - a.x,
                height: b.y - a.y,
            };
        }
        let origin = to(Point::default());
        for line in &mut self.lines {
            line.start = to(line.start);
            for segment in &mut line.segments {
                match segment {
                    Segment::Straight(end) => *end = to(*end),
                    Segment::Curve(a, b, end) => (*a, *b, *end) = (to(*a), to(*b), to(*end)),
                }
            }
            for tip in &mut line.tips {
                tip.at = to(tip.at);
                let from = to(tip.from);
                tip.from = Point {
                    x: from.x - origin.x,
                    y: from.y - origin.y,
                };
            }
        }
    }

    /// Moves everything so that nothing is left of or above the corner, and says how
    /// large it is.
    pub(super) fn move_to_corner(&mut self) {
        let mut least = Point {
            x: f64::INFINITY,
            y: f64::INFINITY,
        };
        let mut most = Point {
            x: f64::NEG_INFINITY,
            y: f64::NEG_INFINITY,
        };
        let mut see = |it: Point| {
            least = Point {
                x: least.x.min(it.x),
                y: least.y.min(it.y),
            };
            most = Point {
                x: most.x.max(it.x),
                y: most.y.max(it.y),
            };
        };
        let labels = self.lines.iter().filter_map(|line| line.label.as_ref());
        for frame in self.boxes.iter().chain(labels).map(|label| label.frame) {
            see(Point {
                x: frame.x,
                y: frame.y,
            });
            see(Point {
                x: frame.x + frame.width,
                y: frame.y + frame.height,
            });
        }
        for line in &self.lines {
            see(line.start);
            for segment in &line.segments {
                match segment {
                    Segment::Straight(end) => see(*end),
                    Segment::Curve(a, b, end) => [*a, *b, *end].into_iter().for_each(&mut see),
                }
            }
        }
        self.map(&|it| Point {
            x: it.x - least.x,
            y: it.y - least.y,
        });
        self.size = Size {
            width: most.x - least.x,
            height: most.y - least.y,
        };
    }
}
