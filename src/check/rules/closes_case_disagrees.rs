//! ## What it checks
//!
//! What an event type says of the case agrees with where its transitions lead, in the version that is in
//! use. With `closesCase: true` they all lead to states with `end: true`; with `false` none does; with
//! `varies` at least one does and at least one doesn't. Retired event types aren't judged, and neither are
//! processes that aren't published.
//!
//! ## Why
//!
//! `closesCase` says what `producentarendetKlart` can be in the event, and consumers show from it whether
//! the case is over. If the process says something else, one of the two misleads. `varies` with only one
//! kind of state behind it is a way out that the map of the process doesn't show.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
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
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! closesCase: true
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
//! ## How to fix
//!
//! Look at what really happens in the case. Most often the process is to be changed: the transition leads
//! to another state, the state is or isn't an end, or a way is missing. What a published version says of
//! the case can't be changed; if that is what is wrong, write a new version (`katalog bump ID`).
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Det en händelsetyp säger om ärendet stämmer med vart dess övergångar leder, i den version som är i bruk.
//! Med `closesCase: true` leder alla till tillstånd med `end: true`; med `false` gör ingen det; med
//! `varies` gör minst en det och minst en inte. Avvecklade händelsetyper prövas inte, och inte heller
//! processer som inte är publicerade.
//!
//! ## Varför
//!
//! `closesCase` säger vad `producentarendetKlart` kan vara i händelsen, och av det visar konsumenterna om
//! ärendet är klart. Säger processen något annat är det ena av de två vilseledande. `varies` med bara ett
//! slags tillstånd bakom sig är en utgång som processens karta inte visar.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
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
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! closesCase: true
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
//! ## Så rättar du
//!
//! Se efter vad som verkligen händer i ärendet. Oftast är det processen som ska ändras: övergången leder
//! till ett annat tillstånd, tillståndet är eller är inte ett slut, eller så saknas en väg. Det en
//! publicerad version säger om ärendet kan inte ändras; är det där felet ligger, skriv en ny version
//! (`katalog bump ID`).

use crate::check::course::published;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, PREFIX_PLACE, Status, Transition, Truth};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let version = event_type.current();
    // What is adopted is judged in its template.
    if version.status == Status::Retired || event_type.adopted.is_some() {
        return;
    }
    let own = tables.find(&event_type.process).filter(|it| published(it));
    let of_template = || {
        let (_, id) = event_type.process.name.split_once('.')?;
        let template = tables.templates.iter().find(|it| &*it.id.value == id)?;
        let is_own = event_type.process.name.starts_with(PREFIX_PLACE);
        is_own.then_some((&template.states, &template.transitions))
    };
    let course = own.map(|it| (&it.states, &it.transitions));
    let Some((states, transitions)) = course.or_else(of_template) else {
        return;
    };
    let ends = |step: &Transition| states[usize::from(step.to)].end;
    let own = || {
        let steps = transitions.iter();
        steps.filter(|step| step.event.name == event_type.id.value)
    };
    let disagrees = match version.closes_case {
        Truth::True => own().find(|step| !ends(step)),
        Truth::False => own().find(|step| ends(step)),
        Truth::Varies => own().next().filter(|first| {
            let ends_first = ends(first);
            own().all(|step| ends(step) == ends_first)
        }),
    };
    let Some(step) = disagrees else {
        return;
    };
    let (short, state) = (event_type.short(), &states[usize::from(step.to)].id.value);
    let (message, help) = match (version.closes_case, ends(step)) {
        (Truth::Varies, true) => (
            say!(
                "`{short}` sägs inte alltid avsluta ärendet, men leder bara till tillstånd som är slut",
                "`{short}` is said not to close the case always, but only leads to states that are ends"
            ),
            say!(
                "lägg till övergången till det tillstånd där ärendet fortsätter",
                "add the transition to the state in which the case goes on"
            ),
        ),
        (Truth::Varies, false) => (
            say!(
                "`{short}` sägs ibland avsluta ärendet, men leder aldrig till ett tillstånd som är slut",
                "`{short}` is said to close the case at times, but never leads to a state that is an end"
            ),
            say!(
                "lägg till övergången till det tillstånd där ärendet är klart, eller skriv `end: true` på `{state}`",
                "add the transition to the state in which the case is over, or write `end: true` on `{state}`"
            ),
        ),
        (_, true) => (
            say!(
                "`{short}` sägs aldrig avsluta ärendet, men leder till `{state}`, som är ett slut",
                "`{short}` is said never to close the case, but leads to `{state}`, which is an end"
            ),
            say!(
                "låt övergången leda till ett tillstånd där ärendet fortsätter, eller ta bort `end: true` från `{state}`",
                "let the transition lead to a state in which the case goes on, or remove `end: true` from `{state}`"
            ),
        ),
        (_, false) => (
            say!(
                "`{short}` sägs avsluta ärendet, men leder till `{state}`, som inte är ett slut",
                "`{short}` is said to close the case, but leads to `{state}`, which is no end"
            ),
            say!(
                "låt övergången leda till ett tillstånd där ärendet är klart, eller skriv `end: true` på `{state}`",
                "let the transition lead to a state in which the case is over, or write `end: true` on `{state}`"
            ),
        ),
    };
    let (number, said) = (&version.number.value, version.closes_case.key());
    out.push(
        Diagnostic::new("K0904", step.event.span, message)
            .related(
                version.number.span,
                say!(
                    "version {number} har `closesCase: {said}`",
                    "version {number} has `closesCase: {said}`"
                ),
            )
            .help(help),
    );
}
