//! Days on which somebody works, and the time of day in Sweden.

use jiff::Span;
use jiff::civil::{Date, DateTime, Weekday};

/// Public holidays that fall on the same day every year, and the eves that are as free.
const HOLIDAYS: [(i8, i8); 8] = [
    (1, 1),
    (1, 6),
    (5, 1),
    (6, 6),
    (12, 24),
    (12, 25),
    (12, 26),
    (12, 31),
];

/// Whether it is a day from Monday to Friday and no holiday that has a fixed day.
pub(super) fn is_working(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !HOLIDAYS.contains(&(day.month(), day.day()))
}

/// The day so many days later, or as far as the calendar goes.
pub(super) fn later(day: Date, days: i64) -> Date {
    // The calendar has fewer days than this in all.
    let days = days.clamp(-7_000_000, 7_000_000);
    day.saturating_add(Span::new().days(days))
}

/// How many days there are from one day to another.
pub(super) fn from_to(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The month so many months later, as the first day of it.
pub(super) fn months_later(day: Date, months: i64) -> Date {
    let months = months.clamp(-200_000, 200_000);
    day.first_of_month()
        .saturating_add(Span::new().months(months))
}

/// A time of day in Sweden, as RFC 3339: an hour ahead of UTC, in summer two.
pub(super) fn swedish(time: DateTime) -> String {
    let changes = |month: i64, hour| {
        let first = time.date().first_of_year();
        let last = months_later(first, month - 1).last_of_month();
        let sunday = i64::from(last.weekday().to_sunday_zero_offset());
        later(last, -sunday).at(hour, 0, 0, 0)
    };
    let summer = changes(3, 2) <= time && time < changes(10, 3);
    let offset = if summer { "+02:00" } else { "+01:00" };
    format!("{time}{offset}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_hour_changes_on_the_last_sundays_of_march_and_october() {
        let at = |day: Date, hour| swedish(day.at(hour, 0, 0, 0));
        assert_eq!(at(date(2026, 3, 28), 12), "2026-03-28T12:00:00+01:00");
        assert_eq!(at(date(2026, 3, 29), 12), "2026-03-29T12:00:00+02:00");
        assert_eq!(at(date(2026, 10, 24), 12), "2026-10-24T12:00:00+02:00");
        assert_eq!(at(date(2026, 10, 25), 12), "2026-10-25T12:00:00+01:00");
    }

    #[test]
    fn nobody_works_on_holidays() {
        assert!(is_working(date(2026, 11, 30)));
        assert!(!is_working(date(2026, 11, 29)));
        assert!(!is_working(date(2026, 12, 24)));
    }

    #[test]
    fn the_calendar_has_ends() {
        assert_eq!(later(Date::MAX, 5), Date::MAX);
        assert_eq!(months_later(Date::MIN, -5), Date::MIN);
        assert_eq!(from_to(date(2028, 2, 28), date(2028, 3, 1)), 2);
    }
}
