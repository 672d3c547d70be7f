//! Steps: how many there were over time. Each series has a row of its own, so that no
//! lines cross and no colours need telling apart; all rows have the same scale.

use super::{Axis, WIDTH, Words, length, open, rounded, text};
use jiff::civil::Date;
use std::fmt::Write as _;

/// From the top of a row down to the base of its words.
const BASE: f64 = 14.0;
/// From the top of a row down to where the greatest number reaches.
const TOP: f64 = 22.0;
/// How high the greatest number is.
const HIGH: f64 = 48.0;
/// A row with the room below it.
const ROW: f64 = TOP + HIGH + 14.0;
/// The axis below the rows.
const AXIS: f64 = 16.0;
/// About as much as half of a name on the axis takes.
const HALF: f64 = 26.0;

/// How many there were of one kind.
pub(in crate::render) struct Series<'s> {
    pub(in crate::render) label: &'s str,
    /// The days on which the number changed, each once and in order, and what it became.
    pub(in crate::render) changes: Vec<(Date, usize)>,
}

impl<'s> Series<'s> {
    /// The series of what came on some days and went on others.
    pub(in crate::render) fn new(
        label: &'s str,
        came: impl IntoIterator<Item = Date>,
        went: impl IntoIterator<Item = Date>,
    ) -> Self {
        let came = came.into_iter().map(|day| (day, true));
        let mut days: Vec<_> = came
            .chain(went.into_iter().map(|day| (day, false)))
            .collect();
        days.sort_unstable();
        let mut changes: Vec<(Date, usize)> = Vec::new();
        let (mut up, mut down) = (0_usize, 0);
        for (day, is_new) in days {
            match is_new {
                true => up += 1,
                false => down += 1,
            }
            let count = up.saturating_sub(down);
            match changes.last_mut() {
                Some(last) if last.0 == day => last.1 = count,
                _ => changes.push((day, count)),
            }
        }
        Self { label, changes }
    }

    /// How many there were at the end of a day.
    pub(in crate::render) fn on(&self, day: Date) -> usize {
        let known = self.changes.partition_point(|(own, _)| *own <= day);
        let last = known.checked_sub(1).and_then(|at| self.changes.get(at));
        last.map_or(0, |(_, count)| *count)
    }

    fn last(&self) -> usize {
        self.changes.last().map_or(0, |(_, count)| *count)
    }
}

/// The chart; the series stand below each other in the order given.
pub(in crate::render) fn steps(all: &[Series<'_>], axis: &Axis, words: &Words<'_>) -> String {
    let mut out = String::new();
    let counts = all.iter().flat_map(|it| &it.changes);
    let most = counts.map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let bottom = length(all.len()) * ROW - 8.0;
    open(words, bottom + AXIS, &mut out);
    let ticks = axis.ticks();
    for (at, it) in all.iter().enumerate() {
        let y = length(at) * ROW;
        let floor = y + TOP + HIGH;
        text("", (0.0, y + BASE), "start", it.label, &mut out);
        let last = it.last().to_string();
        text("cv", (WIDTH, y + BASE), "end", &last, &mut out);
        for (x, _) in &ticks {
            let top = y + TOP;
            let _ = write!(out, "<path class=\"ct\" d=\"M{x} {top}V{floor}\"/>");
        }
        let mut path = String::new();
        for (day, count) in &it.changes {
            let up = rounded(floor - HIGH * length(*count) / length(most));
            let _ = write!(path, "H{}V{up}", axis.x(*day));
        }
        let _ = writeln!(
            out,
            "<path class=\"ca\" d=\"M0 {floor}{path}H{WIDTH}V{floor}Z\"/>\
             <path class=\"cl\" d=\"M0 {floor}{path}H{WIDTH}\"/>\
             <path class=\"cf\" d=\"M0 {floor}H{WIDTH}\"/>"
        );
    }
    for (x, name) in &ticks {
        let Some(name) = name else { continue };
        let (x, anchor) = match *x {
            x if x < HALF => (0.0, "start"),
            x if x > WIDTH - HALF => (WIDTH, "end"),
            x => (x, "middle"),
        };
        text("cx", (x, bottom + AXIS - 4.0), anchor, name, &mut out);
    }
    out.push_str("</svg>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_series_counts_what_came_and_went() {
        let (first, then) = (date(2024, 1, 1), date(2025, 1, 1));
        let series = Series::new("", [first, then, first], [then, date(2026, 1, 1)]);
        assert_eq!(
            series.changes,
            [(first, 2), (then, 2), (date(2026, 1, 1), 1)]
        );
        assert_eq!(series.on(date(2023, 12, 31)), 0);
        assert_eq!(series.on(first), 2);
        assert_eq!(series.on(date(2030, 1, 1)), 1);
    }
}
