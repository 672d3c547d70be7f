//! ## What it checks
//!
//! Every event type of a published process stands on at least one of the process's transitions. Event
//! types that are only drafts, or retired, needn't.
//!
//! ## Why
//!
//! The transitions are the map of the case: from them the reader sees when an event comes, what can have
//! come before it and what can come after. An event type outside the map can't be placed, and a consumer
//! can't tell what it means for the case.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! closesCase: false
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED], to: CLOSED }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! closesCase: false
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: BUILDING, title: { sv: Får byggas, en: May be built } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED, BUILDING], to: CLOSED }
//!   - { event: STARTBESKED, from: [RECEIVED], to: BUILDING }
//! ```
//!
//! ## How to fix
//!
//! Add a transition in `process.yaml`: `event` is the last part of the event type's id, `from` the states
//! that the case can be in when it happens, and `to` the state that it leads to. If the event doesn't
//! change the state, write the same state in `from` and `to`. An event type that is no longer sent is
//! retired instead.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje händelsetyp i en publicerad process står på minst en av processens övergångar. Händelsetyper som
//! bara är utkast, eller som är avvecklade, behöver inte göra det.
//!
//! ## Varför
//!
//! Övergångarna är ärendets karta: av dem ser läsaren när en händelse kommer, vad som kan ha kommit före
//! och vad som kan komma efter. En händelsetyp utanför kartan går inte att placera, och konsumenten kan
//! inte veta vad den betyder för ärendet.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! closesCase: false
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED], to: CLOSED }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! closesCase: false
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: BUILDING, title: { sv: Får byggas, en: May be built } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED, BUILDING], to: CLOSED }
//!   - { event: STARTBESKED, from: [RECEIVED], to: BUILDING }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till en övergång i `process.yaml`: `event` är den sista delen av händelsetypens id, `from` de
//! tillstånd som ärendet kan vara i när den inträffar, och `to` det tillstånd som den leder till. Om
//! händelsen inte ändrar tillståndet: skriv samma tillstånd i `from` och `to`. En händelsetyp som inte
//! längre skickas ska i stället avvecklas.

use crate::check::course::{courses, once, without_steps};
use crate::diagnostic::Diagnostic;
use crate::model::{Entity, EventType, Process, Status, Transition};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    out.extend(without_steps(tables).filter_map(|it| no_steps(tables, it)));
    let mut told = Vec::new();
    for course in courses(tables) {
        let (of, place) = course.id;
        // A misspelt name is told of already, and may be the one that is missed.
        if !course.steps.iter().all(|it| it.event.is_resolved()) {
            continue;
        }
        for event_type in course.event_types {
            let id = event_type.id();
            let is_on = |it: &&Transition| &*it.event.name == id;
            if !is_sent(event_type)
                || course.steps.iter().any(is_on)
                || !once(&mut told, event_type.id_span())
            {
                continue;
            }
            let short = event_type.short();
            out.push(
                Diagnostic::new(
                    "K0901",
                    event_type.id_span(),
                    say!(
                        "händelsetypen `{short}` står inte på någon av övergångarna i processen {of}",
                        "the event type `{short}` is on none of the transitions of the process {of}"
                    ),
                )
                .related(
                    place,
                    say!("här är processen", "the process is here"),
                )
                .help(say!(
                    "lägg till en övergång: `- {{ event: {short}, from: [TILLSTÅND], to: TILLSTÅND }}`",
                    "add a transition: `- {{ event: {short}, from: [STATE], to: STATE }}`"
                )),
            );
        }
    }
}

fn is_sent(event_type: &EventType) -> bool {
    let status = event_type.current().status;
    matches!(status, Status::Published | Status::Deprecated)
}

/// That a process has no transitions: told of once, however many event types it has.
fn no_steps(tables: &Tables, process: &Process) -> Option<Diagnostic> {
    let id = process.id();
    let first = tables.under(id).iter().find(|it| is_sent(it))?.short();
    let message = say!(
        "processen {id} är publicerad och har händelsetyper, men inga övergångar",
        "the process {id} is published and has event types, but no transitions"
    );
    let finding = Diagnostic::new("K0901", process.id_span(), message);
    Some(finding.help(say!(
        "lägg till ärendets tillstånd under `states`, och en övergång för varje händelsetyp: `- {{ event: {first}, to: TILLSTÅND }}`",
        "add the states of a case under `states`, and a transition for each event type: `- {{ event: {first}, to: STATE }}`"
    )))
}
