//! Swedish time: the days that a question names, and the offset that a moment must have.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use std::sync::LazyLock;

/// The time zone, from the tables in the program: a machine may have none.
static SWEDEN: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC));

/// A moment in Swedish time.
pub(in crate::sandbox) fn swedish(moment: Timestamp) -> ZonedDateTime {
    moment.to_zoned_datetime(SWEDEN.clone())
}

/// A day in Swedish time: its first moment, and the first of the next day.
pub(in crate::sandbox) fn swedish_day(day: Date) -> (Timestamp, Timestamp) {
    let begins = |day: Date| {
        let moment = day.to_zoned_datetime(SWEDEN.clone());
        moment.map(|moment| moment.timestamp())
    };
    let first = begins(day).unwrap_or(Timestamp::MIN);
    let next = day.tomorrow().and_then(begins);
    (first, next.unwrap_or(Timestamp::MAX))
}

/// A day as the standard writes it: `YYYY-MM-DD`, and one that exists.
pub(super) fn day(text: &str) -> Option<Date> {
    let digits = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    let form = match text.as_bytes() {
        [year @ .., b'-', m1, m2, b'-', d1, d2] => {
            year.len() == 4 && digits(year) && digits(&[*m1, *m2, *d1, *d2])
        }
        _ => false,
    };
    form.then(|| text.parse().ok()).flatten()
}

/// Why a text is no moment of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoMoment {
    /// Not RFC 3339 with seconds and an offset.
    Form,
    /// The offset isn't that of Swedish time at that moment.
    Offset,
}

/// The moment of an event: RFC 3339 in Swedish time, `+01:00` or `+02:00` as it is then.
pub(super) fn moment(text: &str) -> Result<Timestamp, NoMoment> {
    let (date, rest) = text.split_once('T').ok_or(NoMoment::Form)?;
    day(date).ok_or(NoMoment::Form)?;
    let clock = rest.get(..8).ok_or(NoMoment::Form)?;
    let form = clock.bytes().enumerate().all(|(at, b)| match at {
        2 | 5 => b == b':',
        _ => b.is_ascii_digit(),
    });
    let mut offset = &rest[8..];
    if let Some(fraction) = offset.strip_prefix('.') {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return Err(NoMoment::Form);
        }
        offset = &fraction[digits..];
    }
    let known = match offset {
        "Z" => true,
        _ => {
            offset.len() == 6
                && offset.bytes().enumerate().all(|(at, b)| match at {
                    0 => b == b'+' || b == b'-',
                    3 => b == b':',
                    _ => b.is_ascii_digit(),
                })
        }
    };
    if !form || !known {
        return Err(NoMoment::Form);
    }
    let moment: Timestamp = text.parse().map_err(|_| NoMoment::Form)?;
    let here = swedish(moment).offset().seconds();
    let right = format!("+{:02}:{:02}", here / 3600, here / 60 % 60);
    if offset == right {
        Ok(moment)
    } else {
        Err(NoMoment::Offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_swedish() {
        let (first, next) = swedish_day(day("2026-07-01").unwrap());
        assert_eq!(first.to_string(), "2026-06-30T22:00:00Z");
        assert_eq!(next.to_string(), "2026-07-01T22:00:00Z");
        // The day when the clocks are put back has 25 hours, and that in spring 23.
        for (text, hours) in [("2026-10-25", 25), ("2026-03-29", 23), ("2026-11-30", 24)] {
            let (first, next) = swedish_day(day(text).unwrap());
            assert_eq!(next.as_second() - first.as_second(), hours * 3600, "{text}");
        }
        assert!(swedish_day(day("9999-12-31").unwrap()).1 > Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn only_days_that_exist_are_days() {
        for bad in [
            "2026-02-30",
            "2026-13-01",
            "20260201",
            "2026-2-01",
            "2026-02-01T00",
            "",
            "åååå-mm-dd",
        ] {
            assert_eq!(day(bad), None, "{bad}");
        }
        assert!(day("2028-02-29").is_some());
    }

    #[test]
    fn moments_have_the_offset_of_their_time() {
        let good = [
            "2026-09-02T14:30:00+02:00",
            "2026-12-02T14:30:00.123+01:00",
            // Both hours between two and three when the clocks are put back.
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",
        ];
        for text in good {
            assert!(moment(text).is_ok(), "{text}");
        }
        for text in [
            "2026-09-02T12:30:00Z",
            "2026-09-02T14:30:00+01:00",
            "2026-12-02T14:30:00+02:00",
        ] {
            assert_eq!(moment(text), Err(NoMoment::Offset), "{text}");
        }
        for text in [
            "2026-09-02",
            "2026-09-02 14:30:00+02:00",
            "2026-09-02T14:30+02:00",
            "2026-09-02T14:30:00",
            "2026-09-02T25:30:00+02:00",
            "2026-09-31T14:30:00+02:00",
            "2026-09-02T14:30:00.+02:00",
            "2026-09-02T14:30:00+0200",
            "2026-09-02Tåå:30:00+02:00",
        ] {
            assert_eq!(moment(text), Err(NoMoment::Form), "{text}");
        }
    }
}
