//! Days and times in words, in Swedish time whatever the reader's clock shows.

use super::{Cx, Language};
use crate::model::day_in_words;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::Offset;
use jiff::{Timestamp, Unit};

/// A time on Swedish clocks. `None` for the instants that no calendar has.
pub(super) fn swedish(at: Timestamp) -> Option<DateTime> {
    let year = Offset::UTC.to_datetime(at).year();
    let (begins, ends) = (changes(year, 3)?, changes(year, 10)?);
    let hours = if (begins..ends).contains(&at) { 2 } else { 1 };
    Some(Offset::from_hours(hours).ok()?.to_datetime(at))
}

/// When clocks are changed in a month: 01:00 UTC on its last Sunday, in all of the
/// European Union (directive 2000/84/EC).
fn changes(year: i16, month: i8) -> Option<Timestamp> {
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    let sunday = match last.weekday() {
        Weekday::Sunday => last,
        _ => last.nth_weekday(-1, Weekday::Sunday).ok()?,
    };
    Offset::UTC.to_timestamp(sunday.at(1, 0, 0, 0)).ok()
}

/// Which of two hours with the same name it is, when clocks are set back.
fn twice(at: Timestamp) -> Option<&'static str> {
    let back = changes(Offset::UTC.to_datetime(at).year(), 10)?;
    let hours = at.since(back).ok()?.total(Unit::Hour).ok()?;
    match hours {
        hours if (-1.0..0.0).contains(&hours) => Some("time-summer"),
        hours if (0.0..1.0).contains(&hours) => Some("time-winter"),
        _ => None,
    }
}

impl Cx<'_> {
    /// A day in words: 2 september 2026.
    pub(super) fn day(&self, day: Date) -> String {
        day_in_words(day, self.language.code())
    }

    /// A day and time in words, in Swedish time.
    pub(super) fn when(&self, at: Timestamp) -> String {
        let Some(local) = swedish(at) else {
            return at.to_string();
        };
        let day = self.day(local.date());
        let (hour, minute) = (local.hour(), local.minute());
        let time = match self.language {
            Language::Swedish => format!("{hour:02}.{minute:02}"),
            Language::English => format!("{hour:02}:{minute:02}"),
        };
        let told = self.fill("day-time", &[("day", &day), ("time", &time)]);
        match twice(at) {
            Some(which) => format!("{told} ({})", self.t(which)),
            None => told,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{swedish, twice};
    use jiff::Timestamp;

    #[test]
    fn clocks_are_swedish() {
        for (written, told) in [
            ("2026-09-02T14:30:00+02:00", "2026-09-02T14:30:00"),
            ("2026-01-01T00:30:00Z", "2026-01-01T01:30:00"),
            ("2026-03-29T00:59:59Z", "2026-03-29T01:59:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00"),
            ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00"),
            ("2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00"),
            ("2021-12-31T23:30:00Z", "2022-01-01T00:30:00"),
        ] {
            let at: Timestamp = written.parse().unwrap();
            assert_eq!(swedish(at).unwrap().to_string(), told, "{written}");
        }
    }

    #[test]
    fn an_hour_that_comes_twice_says_which_it_is() {
        let which = |at: &str| twice(at.parse().unwrap());
        assert_eq!(which("2026-10-25T02:30:00+02:00"), Some("time-summer"));
        assert_eq!(which("2026-10-25T02:30:00+01:00"), Some("time-winter"));
        assert_eq!(which("2026-10-25T03:00:00+01:00"), None);
        assert_eq!(which("2026-10-25T01:59:59+02:00"), None);
    }
}
