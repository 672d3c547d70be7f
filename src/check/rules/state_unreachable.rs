//! ## What it checks
//!
//! A case of a published process can come to each of its states. At least one transition has no `from`:
//! with it the case begins. From there, transitions lead on to every state.
//!
//! ## Why
//!
//! A state that no case can come to is a promise of something that never happens. Most often a transition
//! is missing, or its `from` names another state than was meant.
//!
//! ## Fails
//!
//! ```yaml
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
//! ```
//!
//! ## Passes
//!
//! ```yaml
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
//! Add the transition that leads to the state, or remove the state. When no transition begins the case:
//! remove `from` from the one whose event comes first.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett ärende i en publicerad process kan komma till vart och ett av processens tillstånd. Minst en
//! övergång saknar `from`: med den börjar ärendet. Därifrån leder övergångar vidare till varje tillstånd.
//!
//! ## Varför
//!
//! Ett tillstånd som inget ärende kan komma till utlovar något som aldrig händer. Oftast saknas en
//! övergång, eller så namnger dess `from` ett annat tillstånd än det som var tänkt.
//!
//! ## Fel
//!
//! ```yaml
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
//! ```
//!
//! ## Rätt
//!
//! ```yaml
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
//! Lägg till den övergång som leder till tillståndet, eller ta bort tillståndet. Om ingen övergång börjar
//! ärendet: ta bort `from` hos den vars händelse kommer först.

use crate::check::course::{courses, once};
use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let mut told = Vec::new();
    for course in courses(tables) {
        let begins = course.begins();
        if begins.is_empty() {
            let (id, first) = (course.id.0, course.steps[0].span);
            if !once(&mut told, first) {
                continue;
            }
            out.push(
                Diagnostic::new(
                    "K0902",
                    first,
                    say!(
                        "inget ärende i processen {id} kan börja: alla övergångar har `from`",
                        "no case of the process {id} can begin: every transition has `from`"
                    ),
                )
                .help(say!(
                    "ta bort `from` hos den övergång som ärendet börjar med",
                    "remove `from` from the transition that the case begins with"
                )),
            );
            continue;
        }
        let reached = course.reached();
        let all = course.states.iter().zip(reached).zip(&course.counts);
        for ((state, _), _) in all.filter(|((_, reached), counts)| **counts && !reached) {
            if !once(&mut told, state.id.span) {
                continue;
            }
            let id = &state.id.value;
            out.push(
                Diagnostic::new(
                    "K0902",
                    state.id.span,
                    say!(
                        "inget ärende kan komma till tillståndet `{id}`",
                        "no case can come to the state `{id}`"
                    ),
                )
                .help(say!(
                    "lägg till en övergång som leder till det, eller ta bort tillståndet",
                    "add a transition that leads to it, or remove the state"
                )),
            );
        }
    }
}
