//! Joining: what producers answered, understood, and put together party by party.

use super::app::App;
use super::call::Failed;
use super::relay::{Asked, Told};
use super::wire::{Found, PartEvents, PartialRow, Party, Question, sort, write_answer};
use crate::model::is_event_type_id;
use hyper::body::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashSet;

/// The events of an answer, for each of the parties that were asked about (by index into
/// the list of all), or why there are none.
pub(super) type Heard<'a> = Result<Vec<(usize, Vec<Found<'a>>)>, Failed>;

/// An answer, as far as the relay reads it.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    kundhandelser: Vec<Part<'a>>,
}

#[derive(Deserialize)]
struct Part<'a> {
    #[serde(borrow, rename = "kundhandelserForPart")]
    events: Vec<&'a RawValue>,
}

/// An event, as far as the relay reads it. What it doesn't read it passes on as it is.
#[derive(Deserialize)]
struct Seen<'a> {
    #[serde(borrow, rename = "kundhandelseId")]
    id: Cow<'a, str>,
    #[serde(borrow)]
    rubrik: Cow<'a, str>,
    #[serde(borrow)]
    beskrivning: Cow<'a, str>,
    #[serde(borrow)]
    producent: Cow<'a, str>,
    #[serde(borrow, rename = "kundhandelseTyp")]
    event_type: Cow<'a, str>,
    #[serde(borrow, rename = "tidpunkt")]
    time: Cow<'a, str>,
    #[serde(rename = "producentarendetKraverKundatgard")]
    acts: bool,
    #[serde(rename = "producentarendetKlart")]
    closed: bool,
}

/// Reads an answer. One that isn't what the standard says counts as none at all: nobody
/// could tell what is missing in it.
pub(super) fn understand<'a>(app: &App, told: &'a Told, parties: usize) -> Heard<'a> {
    let bytes: &Bytes = told.answer.as_ref().map_err(|failed| *failed)?;
    let answer: Answer = serde_json::from_slice(bytes).map_err(|_| Failed::Nonsense)?;
    if answer.kundhandelser.len() != told.parties.len() {
        return Err(Failed::Nonsense);
    }
    let prefix = &*app.producers[usize::from(told.producer)].prefix;
    let parts = told.parties.iter().zip(&answer.kundhandelser);
    parts
        .map(|(party, part)| {
            debug_assert!(*party < parties);
            let events = part.events.iter().map(|raw| event(raw, prefix));
            Ok((
                *party,
                events.collect::<Option<_>>().ok_or(Failed::Nonsense)?,
            ))
        })
        .collect()
}

fn event<'a>(raw: &'a RawValue, prefix: &str) -> Option<Found<'a>> {
    let seen: Seen = serde_json::from_str(raw.get()).ok()?;
    let texts = [&seen.id, &seen.rubrik, &seen.beskrivning, &seen.producent];
    let whole = texts.iter().all(|text| !text.is_empty());
    // A producer hands out its own events and nobody else's.
    let own =
        is_event_type_id(&seen.event_type) && seen.event_type.split('.').next() == Some(prefix);
    (whole && own).then_some(())?;
    Some(Found {
        raw: raw.get(),
        time: seen.time.parse().ok()?,
        id: seen.id,
        event_type: seen.event_type,
        acts: seen.acts,
        closed: seen.closed,
    })
}

/// Joins what was heard, and leaves out what may not be read.
pub(super) fn join(
    question: &Question,
    asked: &[Asked],
    heard: &[Heard],
    may_read: impl Fn(&Party, &str) -> bool,
    language: Option<&str>,
    rows: &[PartialRow],
) -> String {
    let parts: Vec<PartEvents> = question
        .parties
        .iter()
        .enumerate()
        .map(|(of, party)| {
            let mut known = HashSet::new();
            let mut events: Vec<Found> = Vec::new();
            for (at, found) in heard.iter().flatten().flatten() {
                if asked[*at].of != of {
                    continue;
                }
                for event in found {
                    // A business of a person is among the person's own: the same event once.
                    let producer = event.event_type.split('.').next().unwrap_or("");
                    if may_read(&asked[*at].party, &event.event_type)
                        && known.insert((producer.to_owned(), event.id.clone()))
                    {
                        events.push(event.clone());
                    }
                }
            }
            sort(&mut events, &question.order);
            let total = events.len();
            let mut raw: Vec<&str> = events.into_iter().map(|it| it.raw).collect();
            if let Some(page) = question.page {
                page.of(&mut raw);
            }
            PartEvents {
                part: party.json(),
                total,
                events: raw,
            }
        })
        .collect();
    write_answer(&parts, question.echo.clone(), language, rows)
}
