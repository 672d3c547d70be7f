//! The axis of time: where days stand, and which of them are named.

use super::{WIDTH, length, rounded};
use jiff::civil::Date;

/// The most periods that an axis is divided into.
const MOST: usize = 12;
/// Lengths of period, in months.
const MONTHS: [i32; 5] = [3, 12, 60, 120, 600];

/// A span of days, divided into quarters of a year, or into years when there are many.
pub(in crate::render) struct Axis {
    start: Date,
    last: Date,
    /// The first day of each period.
    periods: Vec<Date>,
    /// How long a period is, in months.
    months: i32,
}

impl Axis {
    /// The axis from the first to the last of some days, or none without days.
    pub(in crate::render) fn new(days: impl Iterator<Item = Date> + Clone) -> Option<Self> {
        let (first, last) = (days.clone().min()?, days.max()?);
        let mut found = None;
        for months in MONTHS {
            let periods = divide(first, last, months);
            if periods.len() <= MOST || months == MONTHS[MONTHS.len() - 1] {
                found = Some((months, periods));
                break;
            }
        }
        let (months, periods) = found?;
        let start = periods.first().copied().unwrap_or(first);
        Some(Self {
            start,
            last,
            periods,
            months,
        })
    }

    /// The last day of each period; of the last one the last day that there is.
    pub(in crate::render) fn ends(&self) -> Vec<Date> {
        let next = self.periods.iter().skip(1);
        let ends = next.map(|day| day.yesterday().unwrap_or(*day));
        ends.chain([self.last]).collect()
    }

    /// Where a day stands, from the left. A little room is left after the last day, so
    /// that what happened on it can be seen.
    pub(super) fn x(&self, day: Date) -> f64 {
        let all = days(self.start, self.last);
        let room = (all / 25.0).max(1.0);
        let x = days(self.start, day) / (all + room) * WIDTH;
        rounded(x.clamp(0.0, WIDTH))
    }

    /// The first day of each period, and its name where there is room for it.
    pub(super) fn ticks(&self) -> Vec<(f64, Option<String>)> {
        let step = self.periods.len().div_ceil(4);
        let tick = |(at, day): (usize, &Date)| {
            let name = match self.months {
                3 => format!("{}-{:02}", day.year(), day.month()),
                _ => day.year().to_string(),
            };
            (self.x(*day), (at % step == 0).then_some(name))
        };
        self.periods.iter().enumerate().map(tick).collect()
    }
}

/// The first days of the periods that hold everything from one day to another.
fn divide(first: Date, last: Date, months: i32) -> Vec<Date> {
    let of = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let mut at = of(first) - of(first).rem_euclid(months);
    let mut all = Vec::new();
    while at <= of(last) && all.len() < 1000 {
        let year = i16::try_from(at.div_euclid(12));
        let month = i8::try_from(at.rem_euclid(12) + 1);
        let day = year.ok().zip(month.ok());
        all.extend(day.and_then(|(year, month)| Date::new(year, month, 1).ok()));
        at += months;
    }
    all
}

/// How many days there are from one to another.
fn days(from: Date, to: Date) -> f64 {
    let count = from.until(to).map_or(0, |span| span.get_days());
    length(usize::try_from(count).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_axis_has_quarters_or_years() {
        let of = |from: Date, to: Date| Axis::new([from, to].into_iter()).unwrap();
        let short = of(date(2024, 11, 5), date(2025, 8, 1));
        let ends: Vec<String> = short.ends().iter().map(Date::to_string).collect();
        assert_eq!(
            ends,
            ["2024-12-31", "2025-03-31", "2025-06-30", "2025-08-01"]
        );
        assert_eq!(short.x(date(2024, 10, 1)), 0.0);
        let long = of(date(2015, 5, 5), date(2026, 8, 1));
        assert_eq!(long.ticks().len(), 12);
        assert_eq!(long.ticks()[0], (0.0, Some("2015".to_owned())));
        let same = of(date(2026, 1, 1), date(2026, 1, 1));
        assert_eq!(same.ends(), [date(2026, 1, 1)]);
        // The ends of the calendar.
        assert!(!of(Date::MIN, Date::MAX).ends().is_empty());
    }
}
