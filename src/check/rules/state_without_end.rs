//! ## What it checks
//!
//! From each state that a case of a published process can come to, it can come to its end: transitions lead on to a state with
//! `end: true`. A state with `end: true` may lead on too, for instance when a decision is appealed against.
//!
//! ## Why
//!
//! A customer whose case has come to a state without a way out never gets to know that it is over. Most
//! often a transition is missing, or the last state lacks `end: true`.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! closesCase: varies
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: WAITING, title: { sv: Vilande, en: Resting } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED], to: CLOSED }
//!   - { event: BESLUT, from: [RECEIVED], to: WAITING }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! closesCase: varies
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: WAITING, title: { sv: Vilande, en: Resting } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED, WAITING], to: CLOSED }
//!   - { event: BESLUT, from: [RECEIVED], to: WAITING }
//! ```
//!
//! ## How to fix
//!
//! Add the transition that leads out of the state, with the event type that it comes with. If the case is
//! over in that state: write `end: true` on it.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Från varje tillstånd som ett ärende i en publicerad process kan komma till kan det komma till sitt slut: övergångar leder
//! vidare till ett tillstånd med `end: true`. Också ett tillstånd med `end: true` får leda vidare, till
//! exempel när ett beslut överklagas.
//!
//! ## Varför
//!
//! En kund vars ärende har hamnat i ett tillstånd utan väg ut får aldrig veta att det är klart. Oftast
//! saknas en övergång, eller så saknar det sista tillståndet `end: true`.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! closesCase: varies
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: WAITING, title: { sv: Vilande, en: Resting } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED], to: CLOSED }
//!   - { event: BESLUT, from: [RECEIVED], to: WAITING }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! closesCase: varies
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: WAITING, title: { sv: Vilande, en: Resting } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED, WAITING], to: CLOSED }
//!   - { event: BESLUT, from: [RECEIVED], to: WAITING }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till den övergång som leder ut ur tillståndet, med den händelsetyp som den kommer med. Om ärendet
//! är klart i det tillståndet: skriv `end: true` på det.

use crate::check::course::{courses, once};
use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let mut told = Vec::new();
    for course in courses(tables) {
        // Of a state that no case can come to it is enough to say that.
        let all = course
            .states
            .iter()
            .zip(course.ending())
            .zip(course.reached());
        for ((state, _), _) in all.filter(|((_, ending), reached)| *reached && !ending) {
            if !once(&mut told, state.id.span) {
                continue;
            }
            let id = &state.id.value;
            out.push(
                Diagnostic::new(
                    "K0903",
                    state.id.span,
                    say!(
                        "ett ärende i tillståndet `{id}` kan aldrig ta slut",
                        "a case in the state `{id}` can never end"
                    ),
                )
                .help(say!(
                    "lägg till en övergång därifrån, eller skriv `end: true` om ärendet är klart där",
                    "add a transition from it, or write `end: true` if the case is over there"
                )),
            );
        }
    }
}
