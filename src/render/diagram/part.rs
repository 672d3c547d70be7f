//! A part of a diagram, boxes that lines join: measured and laid out by itself.

use super::label::{Text, grown};
use super::layered::Layered;
use super::place::{Frame, Line, Placed, Segment, TipAt};
use super::tangle::tangle;
use super::{Edge, Graph, Layout, Link, Look, Outline, Point, Positions, Size, Tip, WAYS, route};

/// Around the words of a line.
const HALO: Size = Size {
    width: 4.0,
    height: 2.0,
};
/// More boxes than this are laid out in one way only.
const MANY: usize = 40;
/// How much longer lines may be for each step that a drawing is narrower, where it doesn't
/// fit the page.
const BEYOND: f64 = 10.0;
/// How far a line back to its own box reaches out.
const LOOP: f64 = 34.0;

/// Boxes that lines join, measured. Everything is laid out from the top down; what is to
/// lead to the right is turned first, and turned back.
pub(super) struct Part<'g> {
    turned: bool,
    /// In how many ways it is laid out at most.
    tries: usize,
    looks: Vec<Look>,
    texts: Vec<Text>,
    edges: Vec<&'g Edge>,
    /// The boxes of each edge, as indices of this part.
    ends: Vec<(usize, usize)>,
    words: Vec<Option<Text>>,
    /// The words of lines that lead back to the box, and the tip of such a line.
    loops: Vec<Option<(Text, Tip)>>,
}

impl<'g> Part<'g> {
    pub(super) fn new(graph: &'g Graph, own: &[usize], turned: bool) -> Self {
        let index = |at: usize| own.binary_search(&at).ok();
        let mut part = Self {
            turned,
            tries: graph.tries.unwrap_or(WAYS),
            looks: own.iter().map(|at| graph.nodes[*at].look).collect(),
            texts: own
                .iter()
                .map(|at| Text::of_box(&graph.nodes[*at]))
                .collect(),
            edges: Vec::new(),
            ends: Vec::new(),
            words: Vec::new(),
            loops: vec![None; own.len()],
        };
        for (at, edge) in graph.edges.iter().enumerate() {
            let (Some(from), Some(to)) = (index(edge.from), index(edge.to)) else {
                continue;
            };
            let words = Text::of_line(at, edge);
            if from == to {
                let (text, tip) = part.loops[from].get_or_insert_default();
                text.add(words.unwrap_or_default(), edge.url.is_some());
                *tip = edge.end;
                continue;
            }
            match (part.same(edge, (from, to)), words) {
                (Some(Some(same)), Some(words)) => same.add(words, true),
                (_, words) => {
                    part.edges.push(edge);
                    part.ends.push((from, to));
                    part.words.push(words);
                }
            }
        }
        for words in part.words.iter_mut().flatten() {
            words.size = grown(words.size, HALO);
        }
        part.widen();
        part
    }

    /// The words of a line with links that leads the same way between the same boxes as
    /// an edge with a link.
    fn same(&mut self, edge: &Edge, ends: (usize, usize)) -> Option<&mut Option<Text>> {
        let is_same = |(at, other): (usize, &&Edge)| {
            let links = edge.url.is_some() && other.url.is_some();
            let tips = (edge.start, edge.end) == (other.start, other.end);
            (links && tips && self.ends[at] == ends).then_some(at)
        };
        let at = self.edges.iter().enumerate().find_map(is_same)?;
        self.words.get_mut(at)
    }

    /// Makes boxes as wide as the lines at their sides need.
    fn widen(&mut self) {
        let count = |tips: Vec<Tip>| {
            let all = tips.iter().filter(|tip| !tip.is_shared()).count();
            let shared = [Tip::Triangle, Tip::Diamond];
            all + shared.iter().filter(|tip| tips.contains(tip)).count()
        };
        for (at, Text { size, .. }) in self.texts.iter_mut().enumerate() {
            if self.looks[at] == Look::Start {
                continue;
            }
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
        self.loops[at].as_ref().map_or(0.0, |(words, _)| {
            LOOP + self.seen(grown(words.size, HALO)).width
        })
    }

    /// The least tangled of several drawings, of which those that are wider than the page
    /// count as more so; the first when no lines cross in it and it fits.
    pub(super) fn drawn(&self, room: f64) -> Placed {
        let tangle = |placed: &Placed| {
            let (crossings, tangle) = tangle(placed);
            let beyond = (placed.size.width - room).max(0.0);
            (crossings == 0 && beyond == 0.0, tangle + beyond * BEYOND)
        };
        let mut best = self.drawn_in(0);
        let (mut is_good, mut least) = tangle(&best);
        // Large ones take long, and stay a tangle.
        let ways = if self.texts.len() > MANY {
            1
        } else {
            self.tries
        };
        for way in 1..ways {
            if is_good {
                break;
            }
            let other = self.drawn_in(way);
            let (is_other_good, tangle) = tangle(&other);
            if tangle < least {
                (best, is_good, least) = (other, is_other_good, tangle);
            }
        }
        best
    }

    /// For each line whether it leads back to where it can have come from, seen from the
    /// dots where things begin. Without such the layout decides.
    fn leading_back(&self) -> Vec<bool> {
        let mut back = vec![false; self.ends.len()];
        // Whether a box is on the way to where the walk is, or has been left for good.
        let (mut on_way, mut left) = (vec![false; self.looks.len()], vec![false; self.looks.len()]);
        let starts = (0..self.looks.len()).filter(|at| self.looks[*at] == Look::Start);
        for start in starts {
            let mut way = vec![(start, 0)];
            on_way[start] = true;
            while let Some((here, next)) = way.last_mut() {
                let found = (*next..self.ends.len()).find(|at| self.ends[*at].0 == *here);
                let Some(at) = found else {
                    on_way[*here] = false;
                    left[*here] = true;
                    way.pop();
                    continue;
                };
                *next = at + 1;
                let to = self.ends[at].1;
                if on_way[to] {
                    back[at] = true;
                } else if !left[to] {
                    on_way[to] = true;
                    way.push((to, 0));
                }
            }
        }
        back
    }

    fn drawn_in(&self, way: usize) -> Placed {
        let room = |at: usize| {
            let (size, beside) = (self.seen(self.texts[at].size), self.room_beside(at));
            let words = self.loops[at]
                .as_ref()
                .map_or(0.0, |it| self.seen(grown(it.0.size, HALO)).height);
            Size {
                width: size.width + beside,
                height: size.height.max(words),
            }
        };
        let rooms: Vec<Size> = (0..self.texts.len()).map(room).collect();
        let links = self.ends.iter().zip(&self.edges).zip(&self.words);
        let back = self.leading_back();
        let outline = Outline {
            nodes: rooms.clone(),
            edges: links
                .zip(&back)
                .map(|(((ends, edge), words), back)| Link {
                    from: if *back { ends.1 } else { ends.0 },
                    to: if *back { ends.0 } else { ends.1 },
                    label: words.as_ref().map(|it| self.seen(it.size)),
                    weight: edge.start.weight(),
                })
                .collect(),
        };
        let mut positions: Positions = Layered.lay_out(&outline, way);
        positions.read_onwards();
        let turned = positions.bends.iter_mut().zip(back);
        for (bends, _) in turned.filter(|(_, back)| *back) {
            bends.reverse();
        }
        let mut frames: Vec<Frame> = (0..rooms.len())
            .map(|at| {
                let mut middle = positions.nodes[at];
                middle.x -= self.room_beside(at) / 2.0;
                Frame::around(middle, self.seen(self.texts[at].size))
            })
            .collect();
        level(&mut frames, &self.looks);
        let around = |(label, middle): (&Link, &Option<Point>)| {
            Some(Frame::around((*middle)?, label.label?))
        };
        let labels: Vec<Option<Frame>> = outline
            .edges
            .iter()
            .zip(&positions.labels)
            .map(around)
            .collect();
        let loops = (0..frames.len()).filter_map(|at| self.own_line(at, &frames[at]));
        let loops: Vec<Line> = loops.collect();
        let beside = loops
            .iter()
            .filter_map(|line| Some(line.label.as_ref()?.frame));
        let words: Vec<Frame> = labels.iter().copied().flatten().chain(beside).collect();
        let mut lines = route::lines(&self.edges, &self.ends, &frames, &words, &positions);
        for ((line, words), frame) in lines.iter_mut().zip(&self.words).zip(labels) {
            line.label = words.as_ref().zip(frame).map(|(it, frame)| it.label(frame));
        }
        lines.extend(loops);
        let boxes = frames
            .iter()
            .zip(&self.texts)
            .map(|(frame, text)| text.label(*frame));
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
        let (text, tip) = self.loops[at].as_ref()?;
        let (right, middle) = (frame.x + frame.width, frame.middle().y);
        let away = frame.height * 0.3;
        let out = right + LOOP - 6.0;
        let size = self.seen(grown(text.size, HALO));
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
            label: (!text.lines.is_empty()).then(|| text.label(Frame::around(beside, size))),
        })
    }
}

/// Makes boxes that stand beside each other equally high, so that layers are even.
fn level(frames: &mut [Frame], looks: &[Look]) {
    let heights: Vec<f64> = frames
        .iter()
        .map(|own| {
            let beside = frames
                .iter()
                .filter(|it| (it.middle().y - own.middle().y).abs() < 1.0);
            beside.map(|it| it.height).fold(0.0, f64::max)
        })
        .collect();
    let all = frames.iter_mut().zip(heights).zip(looks);
    for ((frame, height), _) in all.filter(|(_, look)| **look != Look::Start) {
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
