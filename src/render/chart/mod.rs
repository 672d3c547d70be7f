//! Charts as SVG, drawn when the site is built: bars for how many there are of each
//! kind, steps for how many there were over time.
//!
//! A chart is as wide as a phone and grows with the column that it stands in. What it
//! says is told by lengths and words, never by colour alone; colours come from the style
//! sheet, by class. Each has a table beside it, which its page makes.

mod bars;
mod steps;
mod time;

pub(super) use bars::{Bar, bars};
pub(super) use steps::{Series, steps};
pub(super) use time::Axis;

use super::html::escape;
use std::fmt::Write as _;

/// The width of every chart.
const WIDTH: f64 = 380.0;
/// The size of its words.
const SIZE: f64 = 13.0;

/// What a chart is called, and what it shows in a sentence. `id` is that of the heading
/// that shows the name.
pub(super) struct Words<'w> {
    pub(super) id: &'w str,
    pub(super) description: &'w str,
}

fn open(words: &Words<'_>, height: f64, out: &mut String) {
    let id = words.id;
    let _ = write!(
        out,
        "<svg class=\"chart\" role=\"img\" aria-labelledby=\"{id}\" aria-describedby=\"{id}-d\" \
         viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         font-size=\"{SIZE}\"><desc id=\"{id}-d\">"
    );
    escape(words.description, out);
    out.push_str("</desc>\n");
}

fn text(class: &str, (x, y): (f64, f64), anchor: &str, words: &str, out: &mut String) {
    let class = match class {
        "" => String::new(),
        class => format!(" class=\"{class}\""),
    };
    let _ = write!(
        out,
        "<text{class} x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">"
    );
    escape(words, out);
    out.push_str("</text>");
}

/// A place in the drawing, with one decimal: more can't be seen.
fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A number of things as a length.
fn length(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
