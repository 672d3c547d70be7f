//! Moves an example to another day: dates, months and years in its data and in its
//! texts, all alike, so that a text says what its data holds.

use super::days::{from_to, later, months_later, swedish};
use crate::model::SWEDISH_MONTHS;
use jiff::civil::{Date, DateTime, ISOWeekDate, Weekday};
use regex::{Captures, Regex};
use serde_json::Value;
use std::sync::LazyLock;

/// Everything in a text that tells of time.
static TIMES: LazyLock<Regex> = LazyLock::new(|| {
    let months = SWEDISH_MONTHS.join("|");
    let pattern = format!(
        r"(?x)
        (?P<at>\b\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}})(?:Z|[+-]\d{{2}}:\d{{2}})
        | \b(?P<y1>20\d{{2}})(?P<m1>-\d{{2}}--)(?P<y2>20\d{{2}})(?P<m2>-\d{{2}})\b
        | \b(?P<date>20\d{{2}}-\d{{2}}-\d{{2}})\b
        | \b(?P<weekyear>20\d{{2}})-W(?P<weekno>\d{{2}})\b
        | \b(?P<month>20\d{{2}}-(?:0[1-9]|1[0-2]))\b
        | \b(?P<first>\d{{1,2}})\ till\ och\ med\ den\ (?P<last>\d{{1,2}})\ (?P<of>{months})\b(?:\ (?P<ofyear>20\d{{2}})\b)?
        | \b(?P<day>\d{{1,2}})\ (?P<dayof>{months})\b(?:\ (?P<dayyear>20\d{{2}})\b)?
        | \b(?P<word>{months})\b(?:\ (?P<wordyear>20\d{{2}})\b)?
        | \bvecka\ (?P<week>\d{{1,2}})\b
        | \b(?P<pair>20\d{{2}})/(?P<second>\d{{2}})\b
        | \b(?P<year>20[12]\d)\b"
    );
    match Regex::new(&pattern) {
        Ok(times) => times,
        Err(error) => unreachable!("a pattern of the program's own: {error}"),
    }
});

/// How an example is moved from its own day to another.
pub(super) struct Shift {
    from: Date,
    to: Date,
    /// How many years later what is said of whole years is.
    later: i16,
    /// The days in its data, which tell what year a day without one is of.
    known: Vec<Date>,
    /// Whether months are spoken of without days: then a day at the end of a month stays
    /// at one, because the text may mean the whole month.
    by_month: bool,
}

impl Shift {
    /// The way from an example's day to another, by all that the example says of time. `year` is
    /// that in which the case began: all its events speak of the same income year.
    pub(super) fn new(example: &Value, from: Date, to: Date, year: i16) -> Self {
        let mut shift = Self {
            from,
            to,
            later: year.saturating_sub(from.year()),
            known: Vec::new(),
            by_month: false,
        };
        for key in ["rubrik", "beskrivning", "utokadInformation"] {
            if let Some(value) = example.get(key) {
                shift.learn(value);
            }
        }
        shift
    }

    fn learn(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => fields.values().for_each(|it| self.learn(it)),
            Value::Array(items) => items.iter().for_each(|it| self.learn(it)),
            Value::String(text) => {
                for found in TIMES.captures_iter(text) {
                    let get = |name| found.name(name).map(|it| it.as_str());
                    self.by_month |= get("month").or(get("word")).is_some();
                    self.known
                        .extend(get("date").and_then(|it| it.parse::<Date>().ok()));
                }
            }
            _ => {}
        }
    }

    /// Moves all that a value holds.
    pub(super) fn value(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => fields.iter_mut().for_each(|(key, it)| self.field(key, it)),
            Value::Array(items) => items.iter_mut().for_each(|it| self.value(it)),
            Value::String(text) => *text = self.text(text),
            _ => {}
        }
    }

    /// Moves what a field of an object holds: `inkomstar` and its like hold years, and no
    /// other number is one.
    pub(super) fn field(&self, key: &str, value: &mut Value) {
        let year = key.ends_with("ar").then(|| value.as_i64()).flatten();
        match year.filter(|year| (2000..2100).contains(year)) {
            Some(year) => *value = (year + i64::from(self.later)).into(),
            None => self.value(value),
        }
    }

    /// Moves all that a text says of time.
    pub(super) fn text(&self, text: &str) -> String {
        let replace = |found: &Captures<'_>| {
            let whole = found.get(0).map_or("", |it| it.as_str());
            let end = found.get(0).map_or(0, |it| it.end());
            let rest = text.get(end..).unwrap_or("");
            self.moved(found, rest).unwrap_or_else(|| whole.to_owned())
        };
        TIMES.replace_all(text, replace).into_owned()
    }

    /// What takes the place of something; nothing when it isn't a time after all.
    fn moved(&self, found: &Captures<'_>, rest: &str) -> Option<String> {
        let get = |name: &str| found.name(name).map(|it| it.as_str());
        let number = |name: &str| get(name)?.parse::<i16>().ok();
        if let Some(at) = get("at") {
            let at: DateTime = at.parse().ok()?;
            return Some(swedish(self.date(at.date()).to_datetime(at.time())));
        }
        if let (Some(first), Some(second)) = (number("y1"), number("y2")) {
            let [m1, m2] = ["m1", "m2"].map(|name| get(name).unwrap_or(""));
            let [first, second] = [first, second].map(|year| self.year(year));
            return Some(format!("{first}{m1}{second}{m2}"));
        }
        if let Some(date) = get("date") {
            return Some(self.date(date.parse().ok()?).to_string());
        }
        if let (Some(year), Some(week)) = (number("weekyear"), number("weekno")) {
            let moved = self.week(year, week)?;
            return Some(format!("{}-W{:02}", moved.year(), moved.week()));
        }
        if let Some(month) = get("month") {
            let moved = self.month(format!("{month}-01").parse().ok()?);
            return Some(format!("{:04}-{:02}", moved.year(), moved.month()));
        }
        if let (Some(first), Some(last), Some(of)) = (number("first"), number("last"), get("of")) {
            let written = number("ofyear");
            let [first, last] =
                [first, last].map(|day| Some(self.date(self.day(day, of, written)?)));
            let (first, last) = (first?, last?);
            let named = match first.first_of_month() == last.first_of_month() {
                true => String::new(),
                false => format!(" {}", name(first)),
            };
            let year = written.map_or(String::new(), |_| format!(" {}", last.year()));
            let (first, last, of) = (first.day(), last.day(), name(last));
            return Some(format!("{first}{named} till och med den {last} {of}{year}"));
        }
        if let (Some(day), Some(of)) = (number("day"), get("dayof")) {
            let written = number("dayyear");
            let moved = self.date(self.day(day, of, written)?);
            let year = written.map_or(String::new(), |_| format!(" {}", moved.year()));
            return Some(format!("{} {}{year}", moved.day(), name(moved)));
        }
        if let Some(word) = get("word") {
            let written = number("wordyear");
            let month = Date::new(written.unwrap_or(self.from.year()), numbered(word)?, 1);
            let moved = self.month(month.ok()?);
            let year = written.map_or(String::new(), |_| format!(" {}", moved.year()));
            return Some(format!("{}{year}", name(moved)));
        }
        if let Some(week) = number("week") {
            return Some(format!(
                "vecka {}",
                self.week(self.from.year(), week)?.week()
            ));
        }
        if let (Some(first), Some(_)) = (number("pair"), number("second")) {
            let year = self.year(first);
            return Some(format!("{year}/{:02}", (year + 1) % 100));
        }
        // A law's number or a sum of money isn't a year.
        let year = number("year").filter(|_| !rest.starts_with(':') && !rest.starts_with(" kr"));
        Some(self.year(year?).to_string())
    }

    /// Moves a day.
    pub(super) fn date(&self, date: Date) -> Date {
        // The end of a year that is over is that of a financial year.
        if (date.month(), date.day()) == (12, 31) && date < self.from {
            return Date::new(self.year(date.year()), 12, 31).unwrap_or(date);
        }
        if self.by_month && date != self.from {
            if date.day() == 1 {
                return self.month(date);
            }
            if date.day() == date.days_in_month() {
                return self.month(date).last_of_month();
            }
        }
        later(date, from_to(self.from, self.to))
    }

    /// Moves a month.
    fn month(&self, date: Date) -> Date {
        let of = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
        months_later(date, of(self.to) - of(self.from))
    }

    /// Moves a year.
    fn year(&self, year: i16) -> i16 {
        year.saturating_add(self.later)
    }

    /// Moves a week.
    fn week(&self, year: i16, week: i16) -> Option<ISOWeekDate> {
        let monday = ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday);
        // Half a week more, so that the nearest week is found.
        let days = from_to(self.from, self.to) + 3;
        Some(later(monday.ok()?.date(), days).iso_week_date())
    }

    /// The day that a text means: of the year that it says, or that the data says, or
    /// else of the nearest.
    fn day(&self, day: i16, of: &str, written: Option<i16>) -> Option<Date> {
        let (month, day) = (numbered(of)?, i8::try_from(day).ok()?);
        if let Some(year) = written {
            return Date::new(year, month, day).ok();
        }
        let same = |date: &&Date| (date.month(), date.day()) == (month, day);
        if let Some(known) = self.known.iter().find(same) {
            return Some(*known);
        }
        let own = self.from.year();
        let years = own.saturating_sub(1)..=own.saturating_add(1);
        years
            .filter_map(|year| Date::new(year, month, day).ok())
            .min_by_key(|date| from_to(self.from, *date).abs())
    }
}

/// The number of a month.
fn numbered(word: &str) -> Option<i8> {
    let at = SWEDISH_MONTHS.iter().position(|month| *month == word)?;
    i8::try_from(at + 1).ok()
}

/// The name of a day's month.
fn name(day: Date) -> &'static str {
    let at = usize::try_from(day.month() - 1).unwrap_or(0);
    SWEDISH_MONTHS.get(at).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Shift;
    use jiff::civil::{Date, date};
    use serde_json::{Value, json};

    fn moved(mut example: Value, from: Date, to: Date) -> Value {
        Shift::new(&example, from, to, to.year()).value(&mut example);
        example
    }

    #[test]
    fn data_and_texts_move_alike() {
        let example = json!({
            "beskrivning": "Svara senast den 6 mars 2026, eller den 12 april. Enligt 2 § lagen (2010:900).",
            "utokadInformation": {
                "svarSenast": "2026-03-06", "paminns": "2027-04-12",
                "tid": "2026-03-27T13:00:00+01:00", "kronor": 2026, "vecka": "2026-W10"
            }
        });
        let expected = json!({
            "beskrivning": "Svara senast den 3 april 2026, eller den 10 maj. Enligt 2 § lagen (2010:900).",
            "utokadInformation": {
                "svarSenast": "2026-04-03", "paminns": "2027-05-10",
                "tid": "2026-04-24T13:00:00+02:00", "kronor": 2026, "vecka": "2026-W14"
            }
        });
        assert_eq!(
            moved(example, date(2026, 2, 19), date(2026, 3, 19)),
            expected
        );
    }

    #[test]
    fn months_and_years_that_are_spoken_of_stay_whole() {
        let example = json!({
            "rubrik": "Bidrag för 2025",
            "beskrivning": "Från mars 2026 till februari 2027, den 9 till och med den 22 november.",
            "utokadInformation": {
                "fran": "2026-03-01", "till": "2027-02-28", "manad": "2026-03",
                "inkomstar": 2025, "bokslut": "2025-12-31", "lasar": "2026/27"
            }
        });
        let expected = json!({
            "rubrik": "Bidrag för 2024",
            "beskrivning": "Från oktober 2025 till september 2026, den 29 juni till och med den 12 juli.",
            "utokadInformation": {
                "fran": "2025-10-01", "till": "2026-09-30", "manad": "2025-10",
                "inkomstar": 2024, "bokslut": "2024-12-31", "lasar": "2025/26"
            }
        });
        assert_eq!(
            moved(example, date(2026, 4, 9), date(2025, 11, 27)),
            expected
        );
    }
}
