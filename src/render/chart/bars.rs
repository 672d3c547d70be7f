//! Bars: how many there are of each kind.

use super::{WIDTH, Words, length, open, rounded, text};
use std::fmt::Write as _;

/// The height of a bar with its words above it.
const ROW: f64 = 38.0;
/// From the top of a row down to the base of its words.
const BASE: f64 = 14.0;
/// From the top of a row down to its bar.
const TOP: f64 = 20.0;
const THICK: f64 = 11.0;
/// What is kept free to the right of the longest bar, for its number.
const NUMBER: f64 = 46.0;

/// One of the kinds.
pub(in crate::render) struct Bar<'b> {
    pub(in crate::render) label: &'b str,
    pub(in crate::render) count: usize,
}

/// The chart; the bars stand below each other in the order given.
pub(in crate::render) fn bars(all: &[Bar<'_>], words: &Words<'_>) -> String {
    let mut out = String::new();
    let most = all.iter().map(|it| it.count).max().unwrap_or(0).max(1);
    open(words, length(all.len()) * ROW, &mut out);
    for (at, it) in all.iter().enumerate() {
        let y = length(at) * ROW;
        text("", (0.0, y + BASE), "start", it.label, &mut out);
        // None is shown as a line, so that it can be told from what is left out.
        let long = rounded((WIDTH - NUMBER) * length(it.count) / length(most)).max(1.5);
        let top = y + TOP;
        let _ = write!(
            out,
            "<rect x=\"0\" y=\"{top}\" width=\"{long}\" height=\"{THICK}\" rx=\"2\"/>"
        );
        let place = (rounded(long + 7.0), top + THICK - 1.0);
        text("cv", place, "start", &it.count.to_string(), &mut out);
        out.push('\n');
    }
    out.push_str("</svg>");
    out
}
