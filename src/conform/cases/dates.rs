//! Dates in the question.

use crate::conform::answer::{Answer, ids_where, kind, moment};
use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{QUESTION, TIME, TRYING};
use crate::conform::swedish::Moment;
use crate::conform::tester::Tester;
use crate::say;
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const START: &[&str] = &["startDatum"];
const END: &[&str] = &["slutDatum"];
const BOTH: &[&str] = &["startDatum", "slutDatum"];

pub(super) const GROUP: Group = Group {
    key: "dates",
    sv: "Datum",
    en: "Dates",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C110",
        "En startDatum som inte finns i kalendern, 2027-02-29, avvisas med 400.",
        "A startDatum that isn't in the calendar, 2027-02-29, is refused with 400.",
        QUESTION, |t| refused(t, "startDatum", json!("2027-02-29"), START)),
    Case::demand("C111",
        "Ett slutDatum som inte finns i kalendern, 2026-13-01, avvisas med 400.",
        "A slutDatum that isn't in the calendar, 2026-13-01, is refused with 400.",
        QUESTION, |t| refused(t, "slutDatum", json!("2026-13-01"), END)),
    Case::demand("C112",
        "Ett datum utan bindestreck, 20260801, avvisas med 400.",
        "A date without hyphens, 20260801, is refused with 400.",
        QUESTION, |t| refused(t, "startDatum", json!("20260801"), START)),
    Case::demand("C113",
        "Ett datum utan inledande nollor, 2026-8-1, avvisas med 400.",
        "A date without leading zeros, 2026-8-1, is refused with 400.",
        QUESTION, |t| refused(t, "startDatum", json!("2026-8-1"), START)),
    Case::demand("C114",
        "Ett datum med klockslag avvisas med 400: bara dagen anges.",
        "A date with a time of day is refused with 400: only the day is given.",
        QUESTION, |t| refused(t, "slutDatum", json!("2026-08-01T12:00:00+02:00"), END)),
    Case::demand("C115",
        "Ett datum som är ett tal i stället för text avvisas med 400.",
        "A date that is a number instead of text is refused with 400.",
        QUESTION, |t| refused(t, "startDatum", json!(20_260_801), START)),
    Case::demand("C116",
        "En startDatum som är senare än slutDatum avvisas med 400.",
        "A startDatum that is later than slutDatum is refused with 400.",
        QUESTION, |t| {
            let question = t.question().dates(Some("2026-10-01"), Some("2026-09-30"));
            t.refuses(&question, BOTH)
        }),
    Case::demand("C117",
        "Skottdagen 2028-02-29 godtas.",
        "The leap day 2028-02-29 is accepted.",
        QUESTION, |t| {
            let question = t.question().dates(Some("2028-02-29"), None);
            t.takes(&question)
        }),
    Case::demand("C118",
        "Samma dag som start och slut ger den dagens kundhändelser.",
        "The same day as start and end gives that day's events.",
        QUESTION, |t| {
            let whole = t.events(1)?;
            let day = middle(&whole)?;
            between(t, &whole, Some(day), Some(day))
        }),
    Case::demand("C119",
        "startDatum är den första dagen som är med, och dagar före den är inte med.",
        "startDatum is the first day that is included, and days before it are not.",
        QUESTION, |t| {
            let whole = t.events(1)?;
            let day = middle(&whole)?;
            between(t, &whole, Some(day), None)
        }),
    Case::demand("C120",
        "slutDatum är den sista dagen som är med, och dagar efter den är inte med.",
        "slutDatum is the last day that is included, and days after it are not.",
        QUESTION, |t| {
            let whole = t.events(1)?;
            let day = middle(&whole)?;
            between(t, &whole, None, Some(day))
        }),
    Case::demand("C121",
        "Dagen räknas i svensk tid: en kundhändelse strax efter midnatt hör till den dag som då är i Sverige, inte till den i UTC.",
        "The day is by Swedish time: an event soon after midnight belongs to the day that it is in Sweden, not to that in UTC.",
        TIME, |t| {
            let whole = t.events(1)?;
            let day = whole.events().iter().filter_map(moment).find_map(|it| {
                let utc = jiff::tz::Offset::UTC.to_datetime(it.instant).date();
                (utc != it.day()).then(|| it.day())
            });
            match day {
                Some(day) => between(t, &whole, Some(day), Some(day)),
                None => Err(Not::Tried(say!(
                    "testkunden har ingen kundhändelse strax efter midnatt: lägg upp en mellan 00.00 och 01.00 svensk tid",
                    "the test customer has no event soon after midnight: arrange one between 00:00 and 01:00 Swedish time"
                ))),
            }
        }),
    Case::demand("C122",
        "slutDatum räcker till 23.59.59,999 svensk tid: en kundhändelse i dagens sista minut är med.",
        "slutDatum reaches to 23:59:59.999 Swedish time: an event in the last minute of the day is included.",
        TRYING, |t| {
            let whole = t.events(1)?;
            let last = whole.events().iter().filter_map(moment).find(|it| {
                (it.swedish.hour(), it.swedish.minute()) == (23, 59)
            });
            match last {
                Some(last) => between(t, &whole, None, Some(last.day())),
                None => Err(Not::Tried(say!(
                    "testkunden har ingen kundhändelse i en dags sista minut: lägg upp en klockan 23.59 svensk tid",
                    "the test customer has no event in the last minute of a day: arrange one at 23:59 Swedish time"
                ))),
            }
        }),
    Case::demand("C123",
        "En tid utan kundhändelser ger 200 med en tom lista.",
        "A period without events gives 200 with an empty list.",
        QUESTION, |t| {
            let whole = t.events(1)?;
            between(t, &whole, Some(jiff::civil::date(1970, 1, 1)), Some(jiff::civil::date(1970, 1, 2)))
        }),
    Case::demand("C124",
        "Datum och kundhändelsetyper gäller samtidigt.",
        "Dates and event types hold at the same time.",
        QUESTION, |t| {
            let whole = t.events(2)?;
            let day = middle(&whole)?;
            let kinds: BTreeSet<&str> = whole.events().iter().map(kind).collect();
            let fits = |wanted: &str| ids_where(whole.events(), |it| kind(it) == wanted && is_within(it, Some(day), None));
            let Some(wanted) = kinds.into_iter().find(|it| !fits(it).is_empty()) else {
                return Err(unreadable());
            };
            let question = t.question().types(&[wanted]).dates(Some(&day.to_string()), None);
            t.ask(&question)?.holds_just(&fits(wanted))
        }),
];

fn refused(t: &mut Tester<'_>, name: &str, value: Value, names: &'static [&'static str]) -> Judged {
    let question = t.question().with(&format!("/fraga/{name}"), value);
    t.refuses(&question, names)
}

/// Asks for the events of some days, and demands those of the whole.
fn between(t: &mut Tester<'_>, whole: &Answer, start: Option<Date>, end: Option<Date>) -> Judged {
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    let question = t
        .question()
        .dates(text(start).as_deref(), text(end).as_deref());
    let expected = ids_where(whole.events(), |it| is_within(it, start, end));
    t.ask(&question)?.holds_just(&expected)
}

fn is_within(event: &Value, start: Option<Date>, end: Option<Date>) -> bool {
    moment(event).is_some_and(|it| {
        start.is_none_or(|start| it.day() >= start) && end.is_none_or(|end| it.day() <= end)
    })
}

/// The day in the middle of all days with events: there are then days on both sides of it.
fn middle(whole: &Answer) -> Result<Date, Not> {
    let moments: Option<Vec<_>> = whole.events().iter().map(moment).collect();
    let moments = moments.ok_or_else(unreadable)?;
    let days: BTreeSet<Date> = moments.iter().map(Moment::day).collect();
    let half = days.len() / 2;
    // Of one day none has another on either side.
    days.into_iter()
        .nth(half)
        .filter(|_| half > 0)
        .ok_or_else(|| {
            Not::Tried(say!(
                "testkunden har kundhändelser på bara en dag: lägg upp på tre eller fler",
                "the test customer has events on one day only: arrange some on three or more"
            ))
        })
}

fn unreadable() -> Not {
    Not::Tried(say!(
        "kundhändelsernas tidpunkt går inte att läsa (fall C198): rätta det först",
        "the events' tidpunkt can't be read (case C198): mend that first"
    ))
}
