//! Days of the calendar as numbers, and back: just enough for publication dates and example times.

use std::fmt;

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

impl Day {
    /// The day of a date in the proleptic Gregorian calendar (Howard Hinnant's `days_from_civil`).
    pub(crate) const fn new(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (month + 9) % 12;
        let of_year = (153 * month + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// The day `days` later.
    pub(crate) const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// How many days there are from `self` to `later`.
    pub(crate) const fn until(self, later: Self) -> i64 {
        later.0 - self.0
    }

    /// A moment of this day as RFC 3339 in Swedish time; good for 2025–2027, the years the examples use.
    pub(crate) fn at(self, hour: i64, minute: i64, second: i64) -> String {
        const SUMMER: [(Day, Day); 3] = [
            (Day::new(2025, 3, 30), Day::new(2025, 10, 26)),
            (Day::new(2026, 3, 29), Day::new(2026, 10, 25)),
            (Day::new(2027, 3, 28), Day::new(2027, 10, 31)),
        ];
        // Office hours only, so the change of clocks at night does not matter on the day itself.
        let summer = SUMMER.iter().any(|&(from, to)| from <= self && self < to);
        let offset = if summer { "+02:00" } else { "+01:00" };
        format!("{self}T{hour:02}:{minute:02}:{second:02}{offset}")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + i64::from(month <= 2);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}
