//! Events: as they are fed to a producer, and as a producer hands them out.

use super::party::{Party, read_party};
use super::slip::{Object, Slips, items, text};
use super::time::{NoMoment, moment};
use crate::model::is_event_type_id;
use crate::say;
use jiff::Timestamp;
use serde_json::{Map, Value};

/// Longest `kundhandelseId`.
const MAX_ID: usize = 100;
/// Longest `rubrik`.
const MAX_TITLE: usize = 255;
/// Most tags of an event.
const MAX_TAGS: usize = 100;

/// The fields of an event, in the order in which they go over the wire.
const FIELDS: [&str; 12] = [
    "kundhandelseId",
    "rubrik",
    "beskrivning",
    "sprak",
    "producent",
    "tidpunkt",
    "kundhandelseTyp",
    "producentarendetKraverKundatgard",
    "producentarendetKlart",
    "version",
    "utokadInformation",
    "referenser",
];

/// An event.
#[derive(Debug)]
pub(in crate::sandbox) struct Event {
    pub(in crate::sandbox) id: Box<str>,
    pub(in crate::sandbox) event_type: Box<str>,
    pub(in crate::sandbox) producer: Box<str>,
    pub(in crate::sandbox) time: Timestamp,
    pub(in crate::sandbox) acts: bool,
    pub(in crate::sandbox) closed: bool,
    /// Whom it concerns, and in which case.
    pub(in crate::sandbox) party: Party,
    /// What it can be asked for by; nothing when the event doesn't say.
    pub(in crate::sandbox) tags: Option<Vec<Box<str>>>,
    /// As it is handed out: without its party and its tags.
    pub(in crate::sandbox) json: Map<String, Value>,
}

/// Reads an event as it is fed to a producer: its own fields, `part` and `taggar`.
pub(in crate::sandbox) fn read_event(
    value: &Value,
    path: &str,
    slips: &mut Slips,
) -> Option<Event> {
    let before = slips.count();
    let object = Object::of(value, path, slips)?;
    let id = object.text("kundhandelseId", 1..=MAX_ID, slips);
    object.text("rubrik", 1..=MAX_TITLE, slips);
    object.text("beskrivning", 1..=usize::MAX, slips);
    let language = object.text("sprak", 1..=usize::MAX, slips);
    if language.is_some_and(|it| it.len() != 2 || !it.bytes().all(|b| b.is_ascii_lowercase())) {
        slips.add(
            object.path("sprak"),
            say!(
                "ska vara två gemena bokstäver enligt ISO 639-1, som sv",
                "must be two lower-case letters by ISO 639-1, such as sv"
            ),
        );
    }
    let producer = object.text("producent", 1..=usize::MAX, slips);
    let time = time(&object, slips);
    let event_type = object.text("kundhandelseTyp", 1..=usize::MAX, slips);
    if event_type.is_some_and(|it| !is_event_type_id(it)) {
        slips.add(
            object.path("kundhandelseTyp"),
            say!(
                "ska ha minst tre delar, producent, process och händelse, med A–Z, 0–9 och _",
                "must have at least three parts, producer, process and event, of A–Z, 0–9 and _"
            ),
        );
    }
    let acts = object.truth("producentarendetKraverKundatgard", slips);
    let closed = object.truth("producentarendetKlart", slips);
    let version = object.text("version", 1..=usize::MAX, slips);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = |it: &str| {
        it.split_once('.')
            .is_some_and(|(a, b)| digits(a) && digits(b))
    };
    if version.is_some_and(|it| !numbers(it)) {
        slips.add(
            object.path("version"),
            say!(
                "ska vara standardens version som text, som \"6.1\"",
                "must be the version of the standard as a text, such as \"6.1\""
            ),
        );
    }
    for key in ["utokadInformation", "referenser"] {
        if let Some(value) = object.get(key) {
            Object::of(value, &object.path(key), slips);
        }
    }
    let party_path = object.path("part");
    let party = object.need("part", slips);
    let party = party.and_then(|value| read_party(value, &party_path, slips));
    let tags = object
        .get("taggar")
        .map(|value| tags(value, &object.path("taggar"), slips));
    unknown(value, path, slips);
    if slips.count() > before {
        return None;
    }
    let fields = FIELDS.iter();
    let json = fields.filter_map(|key| Some(((*key).to_owned(), object.get(key)?.clone())));
    Some(Event {
        id: id?.into(),
        event_type: event_type?.into(),
        producer: producer?.into(),
        time: time?,
        acts: acts?,
        closed: closed?,
        party: party?,
        tags,
        json: json.collect(),
    })
}

/// Fields that no event has are slips of the pen: what was meant would be lost.
fn unknown(value: &Value, path: &str, slips: &mut Slips) {
    let known = FIELDS.into_iter().chain(["part", "taggar"]);
    let keys = value.as_object().into_iter().flat_map(Map::keys);
    for key in keys.filter(|key| !known.clone().any(|it| it == key.as_str())) {
        let near = crate::diagnostic::nearest(key, known.clone());
        let why = match near {
            Some(near) => say!(
                "är inget fält i en kundhändelse: menade du {near}?",
                "is no field of an event: did you mean {near}?"
            ),
            None => say!(
                "är inget fält i en kundhändelse: det som kundhändelsetypen själv bestämmer ska stå i utokadInformation eller referenser",
                "is no field of an event: what the event type itself decides belongs in utokadInformation or referenser"
            ),
        };
        let key: String = key.chars().take(60).collect();
        slips.add(format!("{path}.{key}"), why);
    }
}

fn time(object: &Object, slips: &mut Slips) -> Option<Timestamp> {
    let value = object.text("tidpunkt", 1..=usize::MAX, slips)?;
    let why = match moment(value) {
        Ok(moment) => return Some(moment),
        Err(NoMoment::Form) => say!(
            "ska vara en tidpunkt enligt RFC 3339, som 2026-09-02T14:30:00+02:00",
            "must be a moment by RFC 3339, such as 2026-09-02T14:30:00+02:00"
        ),
        Err(NoMoment::Offset) => say!(
            "ska vara i svensk tid: +01:00 när normaltid gäller och +02:00 när sommartid gäller",
            "must be in Swedish time: +01:00 during standard time and +02:00 during summer time"
        ),
    };
    slips.add(object.path("tidpunkt"), why);
    None
}

fn tags(value: &Value, path: &str, slips: &mut Slips) -> Vec<Box<str>> {
    let Some(list) = items(value, path, 0..=MAX_TAGS, slips) else {
        return Vec::new();
    };
    list.filter_map(|(path, value)| Some(text(value, &path, 1..=usize::MAX, slips)?.into()))
        .collect()
}
