//! Swedish time: the day and the offset that hold at an instant.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use std::sync::OnceLock;

/// The rule of the European Union since 1996, as POSIX writes it: summer time from the last
/// Sunday of March at 02 to the last Sunday of October at 03. No database of time zones is
/// needed, so every computer reckons alike.
const RULE: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

/// The first year in which the rule holds.
const FIRST_YEAR: i16 = 1996;

/// A point in time that an event tells.
pub(super) struct Moment {
    /// The instant.
    pub(super) instant: Timestamp,
    /// The clock and the calendar in Sweden.
    pub(super) swedish: DateTime,
    /// How far that is from UTC.
    from_utc: Offset,
}

impl Moment {
    /// Reads `tidpunkt`, whatever its offset.
    pub(super) fn read(text: &str) -> Option<Self> {
        let instant: Timestamp = text.parse().ok()?;
        static ZONE: OnceLock<Option<TimeZone>> = OnceLock::new();
        let zone = ZONE.get_or_init(|| TimeZone::posix(RULE).ok());
        let from_utc = zone.as_ref()?.to_offset(instant);
        Some(Self {
            instant,
            swedish: from_utc.to_datetime(instant),
            from_utc,
        })
    }

    /// The Swedish day.
    pub(super) fn day(&self) -> Date {
        self.swedish.date()
    }

    /// The offset that holds, as `+02:00`; nothing before the rule holds.
    pub(super) fn offset(&self) -> Option<String> {
        let hours = self.from_utc.seconds() / 3600;
        (self.swedish.year() >= FIRST_YEAR).then(|| format!("+{hours:02}:00"))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn clocks_change_on_the_last_sunday() {
        for (text, offset, day) in [
            ("2026-03-29T00:59:59Z", "+01:00", "2026-03-29"),
            ("2026-03-29T01:00:00Z", "+02:00", "2026-03-29"),
            ("2026-10-25T02:30:00+02:00", "+02:00", "2026-10-25"),
            ("2026-10-25T02:30:00+01:00", "+01:00", "2026-10-25"),
            ("2026-07-01T22:00:00Z", "+02:00", "2026-07-02"),
            ("2026-01-01T22:59:59.999Z", "+01:00", "2026-01-01"),
        ] {
            let moment = Moment::read(text).unwrap();
            assert_eq!(moment.offset().as_deref(), Some(offset), "{text}");
            assert_eq!(moment.day().to_string(), day, "{text}");
        }
    }
}
