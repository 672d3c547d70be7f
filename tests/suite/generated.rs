//! The sandbox's events: valid, in the order of their processes, always the same, and within
//! two years, whatever the seed and the day.

use crate::schema::{validator, versions};
use crate::support::repository;
use jiff::civil::{Date, date};
use katalog::model::{EventType, NumberKind, Process, Status, Version};
use katalog::resolve::Catalogue;
use katalog::sandbox::generate::{Fed, bulk, generate};
use katalog::source::Disk;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Ordinary days, and those where calendars break.
const DAYS: [Date; 6] = [
    date(2026, 11, 30),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2028, 2, 29),
    date(2028, 3, 1),
    date(2025, 6, 15),
];

fn catalogue() -> Catalogue {
    let (tables, findings) = katalog::read(&Disk::open(repository()).unwrap());
    assert!(findings.is_empty(), "{findings:?}");
    tables.into_catalogue(true).unwrap()
}

/// What is generated for a few seeds and days.
fn runs(catalogue: &Catalogue) -> impl Iterator<Item = (u64, Date, Vec<Fed>)> {
    DAYS.into_iter().flat_map(move |day| {
        let seeds = [1, 7, 2026];
        seeds.map(|seed| (seed, day, generate(catalogue, seed, day)))
    })
}

fn text<'v>(event: &'v Value, key: &str) -> &'v str {
    event[key].as_str().unwrap()
}

fn day(event: &Value) -> Date {
    text(event, "tidpunkt")[..10].parse().unwrap()
}

/// The version that was in use when it happened.
fn version<'c>(catalogue: &'c Catalogue, event: &Value) -> &'c Version {
    let event_type = kind(catalogue, event);
    let in_use = |it: &&Version| {
        let published = it.published.as_ref().map(|it| it.value);
        it.status != Status::Draft && published.is_some_and(|it| it <= day(event))
    };
    let found = event_type.versions.iter().find(in_use);
    found.unwrap_or(event_type.current())
}

fn kind<'c>(catalogue: &'c Catalogue, event: &Value) -> &'c EventType {
    catalogue
        .event_type(text(event, "kundhandelseTyp"))
        .unwrap()
}

/// The event as it goes over the wire, without what only feeding needs.
fn on_the_wire(event: &Value) -> Value {
    let mut event = event.clone();
    for key in ["part", "taggar"] {
        assert!(event.as_object_mut().unwrap().remove(key).is_some());
    }
    event
}

#[test]
fn every_event_is_valid_by_the_version_in_use() {
    let catalogue = catalogue();
    let schemas: BTreeMap<_, _> = versions(repository())
        .into_iter()
        .map(|it| ((it.id, it.number), validator(&it.schema)))
        .collect();
    let mut wrong = Vec::new();
    let generated = runs(&catalogue).flat_map(|(.., events)| events);
    let more = bulk(&catalogue, 3, DAYS[0], 100, 3000, 500);
    for fed in generated.chain(more) {
        let id = text(&fed.event, "kundhandelseTyp").to_owned();
        assert!(id.starts_with(&format!("{}.", fed.producer)), "{id}");
        let number = version(&catalogue, &fed.event).number.to_string();
        let event = on_the_wire(&fed.event);
        if let Err(error) = schemas[&(id.clone(), number.clone())].validate(&event) {
            wrong.push(format!("{id} {number}: {error} in {event}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_enough_of_them_and_they_are_spread() {
    let catalogue = catalogue();
    let areas: BTreeSet<_> = catalogue
        .customers
        .iter()
        .flat_map(|it| it.areas.iter().map(|area| area.name.clone()))
        .collect();
    assert!(areas.len() >= 5, "{areas:?}");
    for (seed, as_of, events) in runs(&catalogue) {
        let name = format!("seed {seed} on {as_of}");
        let count = events.len();
        assert!((150..=260).contains(&count), "{name}: {count} events");
        let producers: BTreeSet<_> = events.iter().map(|it| &it.producer).collect();
        assert!(producers.len() >= 10, "{name}: {producers:?}");
        let parties: BTreeSet<_> = events
            .iter()
            .map(|it| it.event["part"]["kund"].to_string())
            .collect();
        assert!(parties.len() >= 14, "{name}: {} customers", parties.len());
        let ids: BTreeSet<_> = events
            .iter()
            .map(|it| text(&it.event, "kundhandelseId"))
            .collect();
        assert_eq!(ids.len(), count, "{name}");
        let cases = cases(&events);
        let open = cases.values().filter(|it| !is_over(it)).count();
        assert!(
            open >= 3 && cases.len() - open >= 15,
            "{name}: {open} of {}",
            cases.len()
        );
        let waiting =
            |it: &&Vec<&Value>| it[it.len() - 1]["producentarendetKraverKundatgard"] == true;
        assert!(cases.values().filter(waiting).count() >= 1, "{name}");
    }
}

#[test]
fn events_lie_within_two_years_on_working_days_in_swedish_time() {
    let catalogue = catalogue();
    for (seed, as_of, events) in runs(&catalogue) {
        let mut before = String::new();
        for Fed { event, .. } in &events {
            let at = text(event, "tidpunkt");
            let name = format!("seed {seed} on {as_of}: {at}");
            assert!(day(event) < as_of, "{name}");
            let age = day(event).until(as_of).unwrap().get_days();
            assert!(age <= 730, "{name}");
            assert!(day(event).weekday().to_monday_zero_offset() < 5, "{name}");
            let hour: u8 = at[11..13].parse().unwrap();
            assert!((8..17).contains(&hour), "{name}");
            assert!(at.ends_with("+01:00") || at.ends_with("+02:00"), "{name}");
            assert!(before.as_str() <= at, "{name} after {before}");
            before = at.to_owned();
        }
    }
}

/// The events of each case, in order. A case is what its events' ids begin with.
fn cases(events: &[Fed]) -> BTreeMap<String, Vec<&Value>> {
    let mut cases: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for Fed { event, .. } in events {
        let (case, number) = text(event, "kundhandelseId").rsplit_once('-').unwrap();
        let case = cases.entry(case.to_owned()).or_default();
        case.push(event);
        assert_eq!(number, case.len().to_string());
    }
    cases
}

fn is_over(case: &[&Value]) -> bool {
    case[case.len() - 1]["producentarendetKlart"] == true
}

#[test]
fn cases_go_through_the_states_of_their_processes() {
    let catalogue = catalogue();
    for (seed, as_of, events) in runs(&catalogue) {
        for (id, case) in cases(&events) {
            let name = format!("seed {seed} on {as_of}: {id}");
            let process = catalogue.get(&kind(&catalogue, case[0]).process);
            let mut states: Option<BTreeSet<u16>> = None;
            for event in &case {
                assert_eq!(event["part"], case[0]["part"], "{name}");
                states = Some(reached(&catalogue, process, states.as_ref(), event));
                assert!(!states.as_ref().unwrap().is_empty(), "{name}: {event}");
            }
            let earlier = &case[..case.len() - 1];
            assert!(
                earlier
                    .iter()
                    .all(|it| it["producentarendetKlart"] == false),
                "{name}"
            );
            for pair in case.windows(2) {
                assert!(day(pair[0]) < day(pair[1]), "{name}");
            }
        }
    }
}

/// The states in which a case can be after an event that agrees with them.
fn reached(
    catalogue: &Catalogue,
    process: &Process,
    before: Option<&BTreeSet<u16>>,
    event: &Value,
) -> BTreeSet<u16> {
    let steps = process.transitions.iter().filter(|step| {
        let own = catalogue.get(&step.event).id.value == text(event, "kundhandelseTyp").into();
        let state = &process.states[usize::from(step.to)];
        let begins = match before {
            None => step.from.is_empty(),
            Some(before) => step.from.iter().any(|from| before.contains(from)),
        };
        own && begins && event["producentarendetKlart"] == state.end
    });
    steps.map(|step| step.to).collect()
}

#[test]
fn a_case_has_the_same_numbers_in_all_its_events() {
    let catalogue = catalogue();
    for (.., events) in runs(&catalogue).take(3) {
        for case in cases(&events).values() {
            let mut known: BTreeMap<&str, &Value> = BTreeMap::new();
            for event in case {
                for (name, value) in event["referenser"].as_object().unwrap() {
                    assert_eq!(*known.entry(name).or_insert(value), value, "{event}");
                }
            }
            let number = &case[0]["part"]["arende"]["identifierare"];
            let held = known.values().any(|it| *it == number);
            let named = known.keys().any(|it| it.ends_with("nummer"));
            assert!(
                held || !named || case.len() < 3,
                "{number} isn't in {known:?}"
            );
        }
    }
}

/// The months, as they stand in texts.
const MONTHS: &str =
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";

/// A text without its dates and numbers, and for each date in it whether the data has it too.
fn told(event: &Value) -> (String, Vec<bool>) {
    let dates = regex::Regex::new(&format!(r"(\d{{1,2}}) ({MONTHS})(?: (20\d\d))?")).unwrap();
    let times = regex::Regex::new(&format!(r"\d+|\b({MONTHS})\b")).unwrap();
    let data = event["utokadInformation"].to_string();
    let text = text(event, "beskrivning");
    let held = dates.captures_iter(text).map(|found| {
        let month = MONTHS.split('|').position(|it| *it == found[2]).unwrap() + 1;
        let day: u8 = found[1].parse().unwrap();
        let year = found.get(3).map_or("", |it| it.as_str());
        data.contains(&format!("{year}-{month:02}-{day:02}"))
    });
    (times.replace_all(text, "#").into_owned(), held.collect())
}

/// A date that an example has both in its text and in its data is the same in both
/// when the example has been moved.
#[test]
fn texts_say_what_the_data_says() {
    let catalogue = catalogue();
    let mut examples: BTreeMap<String, BTreeMap<String, BTreeSet<Vec<bool>>>> = BTreeMap::new();
    for event_type in &catalogue.event_types {
        let own = examples.entry(event_type.id.value.to_string()).or_default();
        for example in event_type.versions.iter().flat_map(|it| &it.examples) {
            let (text, held) = told(&serde_json::from_str(&example.json).unwrap());
            own.entry(text).or_default().insert(held);
        }
    }
    let mut count = 0;
    for (seed, as_of, events) in runs(&catalogue) {
        for Fed { event, .. } in &events {
            let (text, held) = told(event);
            let own = &examples[self::text(event, "kundhandelseTyp")];
            let Some(known) = own.get(&text) else {
                // The days of a span may have come into two months.
                assert!(text.contains("till och med"), "{event}");
                continue;
            };
            count += held.iter().filter(|held| **held).count();
            assert!(
                known.contains(&held),
                "seed {seed} on {as_of}: {held:?}, not {known:?}: {event}"
            );
        }
    }
    assert!(count > 500, "only {count} dates");
}

#[test]
fn the_same_seed_and_day_give_the_same_and_others_give_others() {
    let catalogue = catalogue();
    let bytes = |seed, day| {
        let events = generate(&catalogue, seed, day);
        let lines: Vec<_> = events.iter().map(|it| it.event.to_string()).collect();
        lines.join("\n")
    };
    let first = bytes(1, DAYS[0]);
    assert!(first == bytes(1, DAYS[0]));
    assert!(first != bytes(2, DAYS[0]));
    assert!(first != bytes(1, DAYS[1]));
    for day in [Date::MIN, Date::MAX] {
        generate(&catalogue, 1, day);
    }
}

#[test]
fn no_event_holds_a_number_of_a_person_but_for_whom_it_is_about() {
    let catalogue = catalogue();
    let digits = regex::Regex::new(r"\d{6}[-+]?\d{4}|\d{12}|\d{8}-\d{4}").unwrap();
    for (.., events) in runs(&catalogue).take(6) {
        for Fed { event, .. } in &events {
            let mut event = event.clone();
            event["part"]["kund"] = Value::Null;
            for found in digits.find_iter(&event.to_string()) {
                let plain: String = found
                    .as_str()
                    .chars()
                    .filter(char::is_ascii_digit)
                    .collect();
                for century in ["", "19", "20"] {
                    let number = format!("{century}{plain}");
                    for kind in [NumberKind::Personal, NumberKind::Coordination] {
                        assert!(kind.check(&number).is_err(), "{number} in {event}");
                    }
                }
            }
        }
    }
}

#[test]
fn bulk_events_are_spread_evenly() {
    let catalogue = catalogue();
    let events: Vec<_> = bulk(&catalogue, 1, DAYS[0], 10, 5000, 250).collect();
    assert_eq!(events.len(), 5000);
    let mut producers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut parties: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    for Fed { producer, event } in &events {
        *producers.entry(producer).or_default() += 1;
        let number = text(&event["part"]["kund"], "identifierare");
        assert!(
            NumberKind::Personal.check(number).is_ok() && NumberKind::Personal.is_of_nobody(number)
        );
        parties.entry(number).or_default().push(producer);
        assert!(ids.insert(text(event, "kundhandelseId")));
        assert!(day(event) < DAYS[0]);
    }
    assert_eq!(producers.len(), 10);
    assert!(
        producers.values().all(|count| *count == 500),
        "{producers:?}"
    );
    assert_eq!(parties.len(), 250);
    for own in parties.values() {
        assert_eq!(own.len(), 20);
        assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), 10);
    }
    assert!(events == bulk(&catalogue, 1, DAYS[0], 10, 5000, 250).collect::<Vec<_>>());
    assert_eq!(bulk(&catalogue, 1, DAYS[0], 0, 10, 10).count(), 0);
}
