//! The lines of a diagram, from the top down: through the layers straight down, so that
//! no line runs behind a box, and between the layers in a curve.

use super::place::{Frame, Line, Segment, TipAt};
use super::ports::spread;
use super::{Edge, Point, Positions, Tip};

/// How far from a corner of a box a line may meet it.
const CORNER: f64 = 10.0;
/// Between two lines at a side of a box, so that their tips don't touch.
const APART: f64 = 18.0;

/// The least width of a box that so many lines meet on one side.
pub(super) fn least_width(lines: usize) -> f64 {
    let between = u32::try_from(lines.saturating_sub(1)).map_or(0.0, f64::from);
    2.0 * CORNER + between * APART
}

/// A layer: what stands beside each other, and the room that it takes.
struct Layer {
    middle: f64,
    half: f64,
}

/// The layers that these frames and bends stand in.
struct Layers(Vec<Layer>);

impl Layers {
    fn new<'f>(all: impl Iterator<Item = &'f Frame>, positions: &Positions) -> Self {
        let of_frame = |it: &Frame| (it.middle().y, it.height / 2.0);
        let bends = positions.bends.iter().flatten().map(|bend| (bend.y, 0.0));
        let mut all: Vec<(f64, f64)> = all.map(of_frame).chain(bends).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut layers: Vec<Layer> = Vec::new();
        for (middle, half) in all {
            match layers.last_mut().filter(|last| middle - last.middle < 1.0) {
                Some(last) => last.half = last.half.max(half),
                None => layers.push(Layer { middle, half }),
            }
        }
        Self(layers)
    }

    /// Whether anything but lines stands in the layer at a height; through other layers
    /// lines may run as they like.
    fn is_taken(&self, y: f64) -> bool {
        let (upper, lower) = self.at(y);
        lower > upper
    }

    /// The upper and lower edge of the layer at a height.
    fn at(&self, y: f64) -> (f64, f64) {
        let near = self.0.iter().find(|layer| (layer.middle - y).abs() < 1.0);
        near.map_or((y, y), |it| (it.middle - it.half, it.middle + it.half))
    }
}

/// The lines of edges, none of which leads back to its own box. `frames` are the boxes
/// and `words` the frames of the words on lines, also on those that lead back.
pub(super) fn lines(
    edges: &[&Edge],
    ends: &[(usize, usize)],
    frames: &[Frame],
    words: &[Frame],
    positions: &Positions,
) -> Vec<Line> {
    let layers = Layers::new(frames.iter().chain(words), positions);
    let runs: Vec<Run> = ends
        .iter()
        .zip(&positions.bends)
        .map(|((from, to), bends)| Run::new(*from, *to, bends, frames, &layers))
        .collect();
    let tips = |at: usize| match runs[at].upwards {
        true => (edges[at].end, edges[at].start),
        false => (edges[at].start, edges[at].end),
    };
    let below = meet(frames, &runs, |at| {
        (runs[at].upper, runs[at].first, tips(at).0)
    });
    let above = meet(frames, &runs, |at| {
        (runs[at].lower, runs[at].last, tips(at).1)
    });
    let draw = |at: usize| {
        let run = &runs[at];
        let (upper_tip, lower_tip) = tips(at);
        let (upper, lower) = (&frames[run.upper], &frames[run.lower]);
        let start = Point {
            x: below[at],
            y: upper.y + upper.height,
        };
        let end = Point {
            x: above[at],
            y: lower.y,
        };
        let mut path = Path::new(Point {
            x: start.x,
            y: start.y + upper_tip.length(),
        });
        path.down_to(layers.at(upper.middle().y).1);
        for bend in &run.bends {
            let (top, bottom) = layers.at(bend.y);
            path.over_to(Point { x: bend.x, y: top });
            path.down_to(bottom);
        }
        let last = end.y - lower_tip.length();
        let top = layers.at(lower.middle().y).0.min(last);
        path.over_to(Point { x: end.x, y: top });
        path.down_to(last);
        Line {
            start: path.start,
            segments: path.segments,
            tips: vec![
                TipAt {
                    tip: upper_tip,
                    at: start,
                    from: Point { x: 0.0, y: 1.0 },
                },
                TipAt {
                    tip: lower_tip,
                    at: end,
                    from: Point { x: 0.0, y: -1.0 },
                },
            ],
            label: None,
        }
    };
    (0..runs.len()).map(draw).collect()
}

/// An edge seen from the top down.
struct Run {
    upper: usize,
    lower: usize,
    /// Whether the edge itself leads upwards, because it closes a circle.
    upwards: bool,
    bends: Vec<Point>,
    /// Where it wants to leave the upper box, and to meet the lower one.
    first: f64,
    last: f64,
}

impl Run {
    fn new(from: usize, to: usize, bends: &[Point], frames: &[Frame], layers: &Layers) -> Self {
        let upwards = frames[from].middle().y > frames[to].middle().y;
        let (upper, lower) = if upwards { (to, from) } else { (from, to) };
        let mut bends = bends.to_vec();
        if upwards {
            bends.reverse();
        }
        let through = bends.first().map(|it| it.x);
        bends.retain(|bend| layers.is_taken(bend.y));
        let (above, below) = (&frames[upper], &frames[lower]);
        let straight = through.filter(|_| bends.is_empty());
        let straight = straight.and_then(|x| common(above, below, x));
        let first = bends.first().map_or(below.middle().x, |it| it.x);
        let last = bends.last().map_or(above.middle().x, |it| it.x);
        Self {
            upper,
            lower,
            upwards,
            first: straight.unwrap_or(first),
            last: straight.unwrap_or(last),
            bends,
        }
    }
}

/// How far from the corners of a box lines meet it: in the middle of what is no wider
/// than a dot.
fn corner(frame: &Frame) -> f64 {
    CORNER.min(frame.width / 2.0 - 0.1)
}

/// A place where a line can lead straight down from one box to another: the one that the
/// layout has in mind, or else the middle of what they have in common.
fn common(above: &Frame, below: &Frame, meant: f64) -> Option<f64> {
    let from = |it: &Frame| it.x + corner(it);
    let to = |it: &Frame| it.x + it.width - corner(it);
    let least = from(above).max(from(below));
    let most = to(above).min(to(below));
    let is_meant = (least..=most).contains(&meant);
    let middle = f64::midpoint(least, most);
    (least <= most).then_some(if is_meant { meant } else { middle })
}

/// Where each run meets its box on one side: `end` tells which box, where it wants to, and
/// what stands there.
fn meet(frames: &[Frame], runs: &[Run], end: impl Fn(usize) -> (usize, f64, Tip)) -> Vec<f64> {
    let mut by_box: Vec<Vec<Meeting>> = Vec::new();
    by_box.resize_with(frames.len(), Vec::new);
    for at in 0..runs.len() {
        let (of, want, tip) = end(at);
        let shared = by_box[of]
            .iter_mut()
            .find(|it| tip.is_shared() && it.tip == tip);
        match shared {
            Some(meeting) => meeting.wants.push((at, want)),
            None => by_box[of].push(Meeting {
                tip,
                wants: vec![(at, want)],
            }),
        }
    }
    let mut places = vec![0.0; runs.len()];
    for (frame, mut meetings) in frames.iter().zip(by_box) {
        meetings.sort_by(|a, b| a.want().total_cmp(&b.want()));
        let wants: Vec<f64> = meetings.iter().map(Meeting::want).collect();
        let corner = match frame.width < 2.0 * CORNER {
            true => corner(frame),
            false => CORNER.min(frame.width / 4.0),
        };
        let (from, to) = (frame.x + corner, frame.x + frame.width - corner);
        let mut all = spread(&wants, from, to, APART);
        // One tip alone that can't lead straight on stands in the middle.
        if let ([one], [place]) = (&*meetings, &mut *all)
            && (one.wants.len() > 1 || !(from..=to).contains(&wants[0]))
        {
            *place = frame.middle().x;
        }
        for (meeting, place) in meetings.iter().zip(all) {
            for (at, _) in &meeting.wants {
                places[*at] = place;
            }
        }
    }
    places
}

/// Lines that meet a side of a box at one place: several only where they share a tip.
struct Meeting {
    tip: Tip,
    /// Which runs, and where each wants to.
    wants: Vec<(usize, f64)>,
}

impl Meeting {
    /// The middle of where its runs want to.
    fn want(&self) -> f64 {
        let all = || self.wants.iter().map(|(_, want)| *want);
        let (least, most) = (
            all().fold(f64::INFINITY, f64::min),
            all().fold(f64::NEG_INFINITY, f64::max),
        );
        f64::midpoint(least, most)
    }
}

/// A line as it is drawn.
struct Path {
    start: Point,
    here: Point,
    segments: Vec<Segment>,
}

impl Path {
    fn new(start: Point) -> Self {
        Self {
            start,
            here: start,
            segments: Vec::new(),
        }
    }

    /// Straight down, unless it is there already.
    fn down_to(&mut self, y: f64) {
        if y > self.here.y + 0.05 {
            self.here.y = y;
            match self.segments.last_mut() {
                Some(Segment::Straight(to)) if to.x == self.here.x => to.y = y,
                _ => self.segments.push(Segment::Straight(self.here)),
            }
        }
    }

    /// Down and to one side, in a curve that begins and ends straight down.
    fn over_to(&mut self, to: Point) {
        if (to.x - self.here.x).abs() < 0.05 {
            return self.down_to(to.y);
        }
        let middle = f64::midpoint(self.here.y, to.y);
        self.segments.push(Segment::Curve(
            Point {
                x: self.here.x,
                y: middle,
            },
            Point { x: to.x, y: middle },
            to,
        ));
        self.here = to;
    }
}

impl Tip {
    /// Whether lines to one box share it: kinds of one thing, and parts of one whole.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::Triangle | Self::Diamond)
    }

    /// How much of the line it takes the place of.
    pub(super) fn length(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Arrow => 8.0,
            Self::Triangle => 11.0,
            Self::Diamond => 16.0,
        }
    }
}
