//! How tangled a drawing is: how often its lines cross, and how long they are.

use super::Point;
use super::place::{Line, Placed, Segment};

/// Into how many straight pieces a curve is cut.
const PIECES: u32 = 8;
/// How much longer lines may be for one crossing less.
const DETOUR: f64 = 160.0;

/// How often lines cross, and a number that is larger the more tangled it looks.
pub(super) fn tangle(placed: &Placed) -> (usize, f64) {
    let lines: Vec<Vec<Point>> = placed.lines.iter().map(points).collect();
    let boxes: Vec<[f64; 4]> = lines.iter().map(|line| bounds(line)).collect();
    let (mut crossings, mut number, mut length) = (0, 0.0, 0.0);
    for (at, line) in lines.iter().enumerate() {
        length += line
            .windows(2)
            .map(|pair| (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y))
            .sum::<f64>();
        for other in (0..at).filter(|other| touch(&boxes[at], &boxes[*other])) {
            for a in line.windows(2) {
                for b in lines[other].windows(2) {
                    if cross(a, b) {
                        crossings += 1;
                        number += 1.0;
                    }
                }
            }
        }
    }
    (crossings, number * DETOUR + length)
}

/// The line as straight pieces.
fn points(line: &Line) -> Vec<Point> {
    let mut all = vec![line.start];
    let mut here = line.start;
    for segment in &line.segments {
        match *segment {
            Segment::Straight(to) => here = to,
            Segment::Curve(a, b, to) => {
                for piece in 1..PIECES {
                    let t = f64::from(piece) / f64::from(PIECES);
                    let mix = |p: f64, q: f64, r: f64, s: f64| {
                        let u = 1.0 - t;
                        u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
                    };
                    all.push(Point {
                        x: mix(here.x, a.x, b.x, to.x),
                        y: mix(here.y, a.y, b.y, to.y),
                    });
                }
                here = to;
            }
        }
        all.push(here);
    }
    all
}

/// The least and the largest place of a line on both axes.
fn bounds(line: &[Point]) -> [f64; 4] {
    let empty = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    line.iter().fold(empty, |[a, b, c, d], it| {
        [a.min(it.x), b.min(it.y), c.max(it.x), d.max(it.y)]
    })
}

fn touch(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

/// Whether two straight pieces cross; not when they only meet.
fn cross(a: &[Point], b: &[Point]) -> bool {
    let side = |p: Point, q: Point, r: Point| {
        let turn = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        if turn.abs() < 1e-6 {
            0.0
        } else {
            turn.signum()
        }
    };
    let of_a = side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]);
    let of_b = side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]);
    of_a < 0.0 && of_b < 0.0
}
