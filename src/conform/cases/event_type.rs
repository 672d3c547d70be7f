//! What the event type lays down, by the catalogue.

use super::event::each;
use crate::conform::answer::{kind, text};
use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::{BALL, ITEMS, NAMES, TYPE_ITEMS};
use crate::conform::known::KnownVersion;
use crate::conform::schemas::fault_by;
use crate::conform::tester::Tester;
use crate::diagnostic::Message;
use crate::model::is_event_type_id;
use crate::say;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const BALLS: [&str; 2] = ["producentarendetKraverKundatgard", "producentarendetKlart"];

pub(super) const GROUP: Group = Group {
    key: "event-type",
    sv: "Det som kundhändelsetypen bestämmer",
    en: "What the event type lays down",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C210",
        "Varje kundhändelse är av en typ som är publicerad i katalogen.",
        "Each event is of a type that is published in the catalogue.",
        NAMES, |t| {
            let types = types(t)?;
            each(t, |event| {
                let kind = kind(event);
                if !is_event_type_id(kind) {
                    // That is a fault of another case.
                    return None;
                }
                match types.get(kind) {
                    Some(Some(versions)) if versions.iter().any(KnownVersion::is_in_use) => None,
                    Some(Some(_)) => Some(say!(
                        "typen {kind} är inte publicerad",
                        "the type {kind} isn't published"
                    )),
                    _ => Some(say!(
                        "typen {kind} finns inte i katalogen",
                        "the type {kind} isn't in the catalogue"
                    )),
                }
            })
        }),
    Case::demand("C211",
        "utokadInformation följer kundhändelsetypens schema, i någon av dess publicerade versioner.",
        "utokadInformation follows the schema of the event type, in one of its published versions.",
        TYPE_ITEMS, |t| object(t, "utokadInformation")),
    Case::demand("C212",
        "referenser följer kundhändelsetypens schema, i någon av dess publicerade versioner.",
        "referenser follows the schema of the event type, in one of its published versions.",
        TYPE_ITEMS, |t| object(t, "referenser")),
    Case::demand("C213",
        "producentarendetKraverKundatgard och producentarendetKlart har det värde som kundhändelsetypen lovar.",
        "producentarendetKraverKundatgard and producentarendetKlart have the value that the event type promises.",
        BALL, |t| {
            let types = types(t)?;
            each(t, |event| {
                let versions = in_use(&types, event);
                let keeps = |it: &&KnownVersion| BALLS.iter().all(|name| {
                    let promised = &it.schema["properties"][name]["const"];
                    !promised.is_boolean() || !event[name].is_boolean() || *promised == event[name]
                });
                let broken = !versions.is_empty() && !versions.iter().any(keeps);
                broken.then(|| {
                    let (kind, action, closed) = (kind(event), &event[BALLS[0]], &event[BALLS[1]]);
                    say!(
                        "{kind} lovar annat än att producentarendetKraverKundatgard är {action} och producentarendetKlart är {closed}",
                        "{kind} promises something else than that producentarendetKraverKundatgard is {action} and producentarendetKlart is {closed}"
                    )
                })
            })
        }),
    Case::advice("C214",
        "producent är det namn som producenten har i katalogen.",
        "producent is the name that the producer has in the catalogue.",
        ITEMS, |t| {
            let Some(known) = t.known else { return Err(no_catalogue()) };
            let names = t.prefix.as_deref().and_then(|prefix| known.producer(prefix));
            let Some(names) = names else {
                return Err(Not::Tried(say!(
                    "producenten finns inte i katalogen, eller dess prefix är inte känt: ange det med --prefix",
                    "the producer isn't in the catalogue, or its prefix isn't known: give it with --prefix"
                )));
            };
            let all = names.join(", ");
            each(t, |event| {
                let name = text(event, "producent");
                (!names.iter().any(|it| it == name)).then(|| say!(
                    "producent är {name}, men i katalogen heter producenten {all}",
                    "producent is {name}, but in the catalogue the producer is named {all}"
                ))
            })
        }),
    Case::advice("C215",
        "utokadInformation och referenser har bara attribut som står i katalogen: konsumenterna bortser från andra.",
        "utokadInformation and referenser have only attributes that are in the catalogue: consumers ignore others.",
        TYPE_ITEMS, |t| {
            let types = types(t)?;
            each(t, |event| {
                let versions = in_use(&types, event);
                for name in ["utokadInformation", "referenser"] {
                    let held = event[name].as_object().into_iter().flatten();
                    let described = |key: &str| versions.iter().any(|it| {
                        it.schema["properties"][name]["properties"].get(key).is_some()
                    });
                    for (key, _) in held {
                        if !versions.is_empty() && !described(key) {
                            return Some(say!("{name}.{key} står inte i katalogen", "{name}.{key} isn't in the catalogue"));
                        }
                    }
                }
                None
            })
        }),
];

/// The types of the test customer's events, with their versions as far as the catalogue
/// has them.
type Types = BTreeMap<String, Option<Vec<KnownVersion>>>;

fn types(t: &mut Tester<'_>) -> Result<Types, Not> {
    let answer = t.everything()?;
    let Some(known) = t.known else {
        return Err(no_catalogue());
    };
    let mut types = Types::new();
    for event in answer.events() {
        let kind = kind(event);
        if !types.contains_key(kind) {
            types.insert(kind.to_owned(), known.versions(kind));
        }
    }
    Ok(types)
}

fn no_catalogue() -> Not {
    Not::Tried(say!(
        "kundhändelsetyperna står i katalogen: kör från katalogens mapp, eller peka ut den med --root",
        "the event types are in the catalogue: run from the catalogue's folder, or name it with --root"
    ))
}

/// The versions of an event's type that are in use.
fn in_use<'v>(types: &'v Types, event: &Value) -> Vec<&'v KnownVersion> {
    let versions = types.get(kind(event)).and_then(Option::as_ref);
    let all = versions.into_iter().flatten();
    all.filter(|it| it.is_in_use()).collect()
}

/// Demands that an object of each event is valid by a version of its type.
fn object(t: &mut Tester<'_>, name: &str) -> Judged {
    let types = types(t)?;
    each(t, |event| {
        let faults = in_use(&types, event).into_iter().map(|version| {
            let fault = fault_of(event, name, version)?;
            let (kind, number) = (kind(event), &version.number);
            let Message { sv, en } = fault;
            Some(say!(
                "{name} följer inte {kind} {number}: {sv}",
                "{name} doesn't follow {kind} {number}: {en}"
            ))
        });
        // The newest version comes first, and one that it is valid by is enough.
        let faults: Option<Vec<Message>> = faults.collect();
        faults?.into_iter().next()
    })
}

/// What is wrong with an object of an event by a version of its type.
fn fault_of(event: &Value, name: &str, version: &KnownVersion) -> Option<Message> {
    let required = version.schema["required"].as_array();
    let is_required = required.is_some_and(|all| all.contains(&json!(name)));
    match event.get(name) {
        // What is no object at all is a fault of another case.
        Some(value) if !value.is_object() => None,
        Some(value) => {
            let fault = fault_by(&version.schema["properties"][name], value)?;
            Some(say!("{fault}", "{fault}"))
        }
        None => is_required.then(|| say!("objektet saknas", "the object is missing")),
    }
}
