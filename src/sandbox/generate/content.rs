//! An event of a case: an example of its type, moved to the day and to the case.

use super::case::Case;
use super::days::{is_working, later, swedish};
use super::random::Random;
use super::shift::Shift;
use crate::model::{EventType, Example, State, Status, Truth, Version};
use jiff::civil::{Date, DateTime, Time};
use serde_json::{Map, Value, json};

/// The first and the last hour in which events happen.
const HOURS: (i64, i64) = (8, 16);

/// An example that fits a day and what comes of the event.
pub(super) struct Chosen<'c> {
    version: &'c Version,
    example: Value,
    /// When it happened in the example.
    time: DateTime,
    /// Where the case is after it.
    state: Option<&'c State>,
}

/// The version that was in use on a day; the current one when none was.
pub(super) fn in_use(event_type: &EventType, day: Date) -> &Version {
    let published = |version: &&Version| {
        let before = |it: &Date| *it <= day;
        let date = version.published.as_ref().map(|it| it.value);
        version.status != Status::Draft && date.is_some_and(|it| before(&it))
    };
    let mut versions = event_type.versions.iter();
    versions
        .find(published)
        .unwrap_or_else(|| event_type.current())
}

/// The examples of a version that agree best with the state that the event leads to:
/// a text that grants what the case refuses would be a lie.
fn fitting<'v>(version: &'v Version, state: Option<&State>) -> (u8, Vec<&'v Example>) {
    let points = |example: &Example| {
        let Some(state) = state else { return 3 };
        let says = |key: &str, value: bool| example.json.contains(&format!("\"{key}\":{value}"));
        let over = says("producentarendetKlart", state.end);
        let acts = says("producentarendetKraverKundatgard", state.customer_acts);
        2 * u8::from(over) + u8::from(acts)
    };
    let best = version.examples.iter().map(points).max().unwrap_or(0);
    let all = version.examples.iter();
    (best, all.filter(|it| points(it) == best).collect())
}

/// How well some example of an event type fits a day and a state: 3 is best.
pub(super) fn fitness(event_type: &EventType, day: Date, state: &State) -> u8 {
    let version = in_use(event_type, day);
    let (points, _) = fitting(version, Some(state));
    // What a version decides for all its events is so, whatever its examples are.
    let decided = |truth: Truth, value: bool, by_example: bool| match truth {
        Truth::True => value,
        Truth::False => !value,
        Truth::Varies => by_example,
    };
    let over = decided(version.closes_case, state.end, points & 2 > 0);
    let acts = decided(
        version.requires_customer_action,
        state.customer_acts,
        points & 1 > 0,
    );
    2 * u8::from(over) + u8::from(acts)
}

/// Chooses an example of an event type, and a day for the event that is the first from
/// `day` on which somebody works. When that can be, it is of the same day of the week as in the
/// example, so that the days that the example names stay the days of the week they were.
pub(super) fn choose<'c>(
    event_type: &'c EventType,
    state: Option<&'c State>,
    day: Date,
    random: &mut Random,
) -> Option<(Chosen<'c>, Date)> {
    let mut day = day;
    for _ in 0..4 {
        let version = in_use(event_type, day);
        let (_, examples) = fitting(version, state);
        let example: Value = serde_json::from_str(&random.pick(&examples)?.json).ok()?;
        let time = example.get("tidpunkt")?.as_str()?.get(..19)?;
        let time: DateTime = time.parse().ok()?;
        let matching = is_working(time.date());
        let fits =
            |day: Date| is_working(day) && (!matching || day.weekday() == time.date().weekday());
        // Four weeks of the same day of the week are never all holidays.
        day = (0..29).map(|more| later(day, more)).find(|it| fits(*it))?;
        if std::ptr::eq(in_use(event_type, day), version) {
            let chosen = Chosen {
                version,
                example,
                time,
                state,
            };
            return Some((chosen, day));
        }
    }
    None
}

/// Makes the event. `number` is its place in the case, from 1.
pub(super) fn event(
    chosen: Chosen<'_>,
    case: &mut Case<'_>,
    number: usize,
    day: Date,
    random: &mut Random,
) -> Value {
    let Chosen {
        version,
        mut example,
        time,
        state,
    } = chosen;
    let shift = Shift::new(&example, time.date(), day, case.begun.year());
    let own = case.references(&example);
    if let Some(references) = example.get_mut("referenser") {
        *references = Value::Object(own.iter().map(|it| it.as_field()).collect());
    }
    for key in ["rubrik", "beskrivning", "utokadInformation"] {
        if let Some(value) = example.get_mut(key) {
            apart(
                value,
                &own.iter().map(|it| it.as_pair()).collect::<Vec<_>>(),
                &shift,
            );
        }
    }
    let at = clock(&example, time, day, random);
    let decided = |truth: Truth, by_state: Option<bool>, key: &str| match truth {
        Truth::True => json!(true),
        Truth::False => json!(false),
        Truth::Varies => match by_state {
            Some(value) => json!(value),
            None => example.get(key).cloned().unwrap_or(json!(false)),
        },
    };
    let acts = decided(
        version.requires_customer_action,
        state.map(|it| it.customer_acts),
        "producentarendetKraverKundatgard",
    );
    let over = decided(
        version.closes_case,
        state.map(|it| it.end),
        "producentarendetKlart",
    );
    let mut event = match example {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    let id = format!("{}-{number}", case.id);
    event.insert("kundhandelseId".to_owned(), json!(id));
    event.insert("tidpunkt".to_owned(), json!(swedish(at)));
    event.insert("producentarendetKraverKundatgard".to_owned(), acts);
    event.insert("producentarendetKlart".to_owned(), over);
    event.insert("part".to_owned(), case.part());
    let tags = version.tags.iter().map(|tag| &*tag.value);
    event.insert("taggar".to_owned(), tags.collect());
    Value::Object(event)
}

/// Moves the texts in a value, and lets the case's own numbers take the place of the
/// example's. What is a number is no time, so the two are kept apart.
fn apart(value: &mut Value, numbers: &[(&str, &str)], shift: &Shift) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields.iter_mut() {
                match holds(value, numbers) {
                    true => apart(value, numbers, shift),
                    false => shift.field(key, value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|it| apart(it, numbers, shift)),
        Value::String(text) => *text = pieces(text, numbers, shift),
        _ => {}
    }
}

/// Whether a text in a value holds one of the example's own numbers.
fn holds(value: &Value, numbers: &[(&str, &str)]) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(|it| holds(it, numbers)),
        Value::Array(items) => items.iter().any(|it| holds(it, numbers)),
        Value::String(text) => numbers.iter().any(|(old, _)| text.contains(old)),
        _ => false,
    }
}

fn pieces(text: &str, numbers: &[(&str, &str)], shift: &Shift) -> String {
    let found = numbers.iter().find_map(|(old, new)| {
        let (before, after) = text.split_once(old)?;
        Some((before, *new, after))
    });
    match found {
        Some((before, new, after)) => {
            let before = pieces(before, numbers, shift);
            format!("{before}{new}{}", pieces(after, numbers, shift))
        }
        None => shift.text(text),
    }
}

/// The time of day. When the event's data tells what happened at what time that same day, it
/// is the example's own, so that nothing is told of before it has happened.
fn clock(example: &Value, time: DateTime, day: Date, random: &mut Random) -> DateTime {
    let hour = random.between(HOURS.0, HOURS.1);
    let [minute, second] = [random.between(0, 59), random.between(0, 59)];
    let small = |n: i64| i8::try_from(n).unwrap_or(0);
    let drawn = Time::new(small(hour), small(minute), small(second), 0);
    let told = example.get("utokadInformation").map(Value::to_string);
    let today = told.is_some_and(|it| it.contains(&format!("\"{day}T")));
    let own = (HOURS.0..=HOURS.1).contains(&i64::from(time.hour()));
    match drawn {
        Ok(drawn) if !(today && own) => day.to_datetime(drawn),
        _ => day.to_datetime(time.time()),
    }
}
