//! A part of a diagram, boxes that lines join: measured and laid out by itself.

use super::layered::Layered;
use super::place::{Frame, Label, Line, Placed, Segment, TipAt};
use super::tangle::tangle;
use super::text::{Style, wrap};
use super::{Edge, Graph, Layout, Link, Look, Outline, Point, Size, Tip, WAYS, route};

/// The words of boxes.
pub(super) const BOX: Style = Style {
    size: 14.0,
    leading: 18.0,
    preferred: 148.0,
    bold: false,
};
/// The words of boxes that stand out.
const BOLD_BOX: Style = Style { bold: true, ..BOX };
/// The words of lines.
pub(super) const WORDS: Style = Style {
    size: 12.5,
    leading: 15.5,
    preferred: 96.0,
    bold: false,
};
/// Between the words of a box and its border.
const PADDING: Size = Size {
    width: 12.0,
    height: 9.0,
};
/// Around the words of a line.
const HALO: Size = Size {
    width: 4.0,
    height: 2.0,
};
/// More boxes than this are laid out in one way only.
const MANY: usize = 40;
/// How far a line back to its own box reaches out.
const LOOP: f64 = 34.0;

/// Boxes that lines join, measured. Everything is laid out from the top down; what is to
/// lead to the right is turned first, and turned back.
pub(super) struct Part<'g> {
    turned: bool,
    texts: Vec<(Vec<String>, Size)>,
    edges: Vec<&'g Edge>,
    /// The boxes of each edge, as indices of this part.
    ends: Vec<(usize, usize)>,
    words: Vec<Option<(Vec<String>, Size)>>,
    /// The words of lines that lead back to the box, and the tip of such a line.
    loops: Vec<Option<(Vec<String>, Size, Tip)>>,
}

impl<'g> Part<'g> {
    pub(super) fn new(graph: &'g Graph, own: &[usize], turned: bool) -> Self {
        let index = |at: usize| own.binary_search(&at).ok();
        let texts = own.iter().map(|at| {
            let node = &graph.nodes[*at];
            let bold = matches!(node.look, Look::Strong | Look::Focus);
            let (lines, size) = wrap(&node.label, if bold { BOLD_BOX } else { BOX });
            (lines, grown(size, PADDING))
        });
        let mut part = Self {
            turned,
            texts: texts.collect(),
            edges: Vec::new(),
            ends: Vec::new(),
            words: Vec::new(),
            loops: vec![None; own.len()],
        };
        for edge in &graph.edges {
            let (Some(from), Some(to)) = (index(edge.from), index(edge.to)) else {
                continue;
            };
            let words = (!edge.label.trim().is_empty()).then(|| wrap(&edge.label, WORDS));
            if from == to {
                let (lines, size, _) = part.loops[from].get_or_insert_default();
                let (more, room) = words.unwrap_or_default();
                // Several lines back are drawn as one with all their words; the halo has
                // room for a comma.
                if let (Some(last), false) = (lines.last_mut(), more.is_empty()) {
                    last.push(',');
                }
                lines.extend(more);
                size.width = size.width.max(room.width);
                size.height += room.height;
                if let Some((.., tip)) = &mut part.loops[from] {
                    *tip = edge.end;
                }
                continue;
            }
            part.edges.push(edge);
            part.ends.push((from, to));
            part.words
                .push(words.map(|(lines, size)| (lines, grown(size, HALO))));
        }
        part.widen();
        part
    }

    /// Makes boxes as wide as the lines at their sides need.
    fn widen(&mut self) {
        let count = |tips: Vec<Tip>| {
            let all = tips.iter().filter(|tip| !tip.is_shared()).count();
            let shared = [Tip::Triangle, Tip::Diamond];
            all + shared.iter().filter(|tip| tips.contains(tip)).count()
        };
        for (at, (_, size)) in self.texts.iter_mut().enumerate() {
            let ends = || self.ends.iter().zip(&self.edges);
            let out = ends().filter(|((from, _), _)| *from == at);
            let inwards = ends().filter(|((_, to), _)| *to == at);
            let out = count(out.map(|(_, edge)| edge.start).collect());
            let inwards = count(inwards.map(|(_, edge)| edge.end).collect());
            let least = route::least_width(out.max(inwards));
            let side = match self.turned {
                true => &mut size.height,
                false => &mut size.width,
            };
            *side = side.max(least);
        }
    }

    /// A size as the layout sees it.
    fn seen(&self, size: Size) -> Size {
        if self.turned { size.turned() } else { size }
    }

    /// What a line back to a box needs beside it.
    fn room_beside(&self, at: usize) -> f64 {
        self.loops[at].as_ref().map_or(0.0, |(_, words, _)| {
            LOOP + self.seen(grown(*words, HALO)).width
        })
    }

    /// The least tangled of several drawings; the first when no lines cross in it.
    pub(super) fn drawn(&self) -> Placed {
        let mut best = self.drawn_in(0);
        let (mut crossings, mut least) = tangle(&best);
        // Large ones take long, and stay a tangle.
        let ways = if self.texts.len() > MANY { 1 } else { WAYS };
        for way in 1..ways {
            if crossings == 0 {
                break;
            }
            let other = self.drawn_in(way);
            let (count, tangle) = tangle(&other);
            if tangle < least {
                (best, crossings, least) = (other, count, tangle);
            }
        }
        best
    }

    fn drawn_in(&self, way: usize) -> Placed {
        let room = |at: usize| {
            let (size, beside) = (self.seen(self.texts[at].1), self.room_beside(at));
            let words = self.loops[at]
                .as_ref()
                .map_or(0.0, |it| self.seen(it.1).height);
            Size {
                width: size.width + beside,
                height: size.height.max(words),
            }
        };
        let rooms: Vec<Size> = (0..self.texts.len()).map(room).collect();
        let links = self.ends.iter().zip(&self.edges).zip(&self.words);
        let outline = Outline {
            nodes: rooms.clone(),
            edges: links
                .map(|((ends, edge), words)| Link {
                    from: ends.0,
                    to: ends.1,
                    label: words.as_ref().map(|(_, size)| self.seen(*size)),
                    weight: edge.start.weight(),
                })
                .collect(),
        };
        let positions = Layered.lay_out(&outline, way);
        let mut frames: Vec<Frame> = (0..rooms.len())
            .map(|at| {
                let mut middle = positions.nodes[at];
                middle.x -= self.room_beside(at) / 2.0;
                Frame::around(middle, self.seen(self.texts[at].1))
            })
            .collect();
        level(&mut frames);
        let around = |(label, middle): (&Link, &Option<Point>)| {
            Some(Frame::around((*middle)?, label.label?))
        };
        let labels: Vec<Option<Frame>> = outline
            .edges
            .iter()
            .zip(&positions.labels)
            .map(around)
            .collect();
        let mut lines = route::lines(&self.edges, &self.ends, &frames, &labels, &positions);
        for ((line, words), frame) in lines.iter_mut().zip(&self.words).zip(labels) {
            line.label = words.as_ref().zip(frame).map(|((text, _), frame)| Label {
                frame,
                text: text.clone(),
            });
        }
        let loops = (0..frames.len()).filter_map(|at| self.own_line(at, &frames[at]));
        lines.extend(loops);
        let boxes = frames
            .iter()
            .zip(&self.texts)
            .map(|(frame, (text, _))| Label {
                frame: *frame,
                text: text.clone(),
            });
        let mut placed = Placed {
            size: Size::default(),
            boxes: boxes.collect(),
            lines,
        };
        if self.turned {
            placed.map(&Point::turned);
        }
        placed.move_to_corner();
        placed
    }

    /// The line back to its own box, on its right side, with its words beside it.
    fn own_line(&self, at: usize, frame: &Frame) -> Option<Line> {
        let (text, words, tip) = self.loops[at].as_ref()?;
        let (right, middle) = (frame.x + frame.width, frame.middle().y);
        let away = frame.height * 0.3;
        let out = right + LOOP - 6.0;
        let size = self.seen(grown(*words, HALO));
        let beside = Point {
            x: right + LOOP - 8.0 + size.width / 2.0,
            y: middle,
        };
        let end = right + tip.length();
        let curve = Segment::Curve(
            Point {
                x: out,
                y: middle - away * 1.5,
            },
            Point {
                x: out,
                y: middle + away * 1.5,
            },
            Point {
                x: end,
                y: middle + away,
            },
        );
        Some(Line {
            start: Point {
                x: right,
                y: middle - away,
            },
            segments: vec![curve],
            tips: vec![TipAt {
                tip: *tip,
                at: Point {
                    x: right,
                    y: middle + away,
                },
                from: Point { x: 1.0, y: 0.0 },
            }],
            label: (!text.is_empty()).then(|| Label {
                frame: Frame::around(beside, size),
                text: text.clone(),
            }),
        })
    }
}

/// Makes boxes that stand beside each other equally high, so that layers are even.
fn level(frames: &mut [Frame]) {
    let heights: Vec<f64> = frames
        .iter()
        .map(|own| {
            let beside = frames
                .iter()
                .filter(|it| (it.middle().y - own.middle().y).abs() < 1.0);
            beside.map(|it| it.height).fold(0.0, f64::max)
        })
        .collect();
    for (frame, height) in frames.iter_mut().zip(heights) {
        frame.y -= (height - frame.height) / 2.0;
        frame.height = height;
    }
}

impl Tip {
    /// What hangs together as a tree is drawn as one before all else.
    fn weight(self) -> i32 {
        match self {
            Self::Triangle | Self::Diamond => 4,
            Self::None | Self::Arrow => 1,
        }
    }
}

fn grown(size: Size, by: Size) -> Size {
    Size {
        width: size.width + 2.0 * by.width,
        height: size.height + 2.0 * by.height,
    }
}
