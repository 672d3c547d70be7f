//! ## What it checks
//!
//! Anyone who goes from a process to the larger one that it is a part of (`parent`), or to those that it
//! may follow on (`follows`), never comes back to where they began, in as many steps as they like. Nor
//! does a step of a customer case area wait for itself by way of `after` (a step is done when its parts
//! are), and no authorization object type includes itself by way of `includes`.
//!
//! ## Why
//!
//! The site shows how cases hang together, also between producers: from the largest process to its parts,
//! and from what comes first to what may come after. In a circle nothing is largest and nothing comes
//! first.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! parent: REFKOM.TILLSYN
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED], to: CLOSED }
//! # REFKOM/TILLSYN/process.yaml
//! id: REFKOM.TILLSYN
//! title: { sv: Tillsyn, en: Supervision }
//! description: { sv: Ett ärende om tillsyn., en: A case about supervision. }
//! follows: [REFKOM.BYGGLOV]
//! states: []
//! transitions: []
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
//! # REFKOM/TILLSYN/process.yaml
//! id: REFKOM.TILLSYN
//! title: { sv: Tillsyn, en: Supervision }
//! description: { sv: Ett ärende om tillsyn., en: A case about supervision. }
//! follows: [REFKOM.BYGGLOV]
//! states: []
//! transitions: []
//! ```
//!
//! ## How to fix
//!
//! The message shows the whole circle. Decide which process is the largest to the customer, or comes
//! first, and remove its `parent`, or the others from its `follows`. If the processes only have to do
//! with each other, tell of it in their descriptions instead.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den som går från en process till den större som den är en del av (`parent`), eller till dem som den
//! kan följa på (`follows`), kommer aldrig tillbaka till början, hur många steg det än tar. Inte heller
//! väntar ett steg i ett kundärendeområde på sig självt genom `after` (ett steg är klart när dess delar är
//! det), och ingen behörighetsobjektstyp omfattar sig själv genom `includes`.
//!
//! ## Varför
//!
//! Webbplatsen visar hur ärenden hänger ihop, också mellan producenter: från den största processen till
//! dess delar, och från det som kommer först till det som kan komma efter. I en cirkel är ingenting
//! störst och ingenting först.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/process.yaml
//! id: REFKOM.BYGGLOV
//! title: { sv: Bygglov, en: Building permit }
//! description: { sv: Ett ärende om bygglov., en: A case about a building permit. }
//! parent: REFKOM.TILLSYN
//! states:
//!   - { id: RECEIVED, title: { sv: Mottaget, en: Received } }
//!   - { id: CLOSED, title: { sv: Avslutat, en: Closed }, end: true }
//! transitions:
//!   - { event: MOTTAGEN, to: RECEIVED }
//!   - { event: BESLUT, from: [RECEIVED], to: CLOSED }
//! # REFKOM/TILLSYN/process.yaml
//! id: REFKOM.TILLSYN
//! title: { sv: Tillsyn, en: Supervision }
//! description: { sv: Ett ärende om tillsyn., en: A case about supervision. }
//! follows: [REFKOM.BYGGLOV]
//! states: []
//! transitions: []
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
//! # REFKOM/TILLSYN/process.yaml
//! id: REFKOM.TILLSYN
//! title: { sv: Tillsyn, en: Supervision }
//! description: { sv: Ett ärende om tillsyn., en: A case about supervision. }
//! follows: [REFKOM.BYGGLOV]
//! states: []
//! transitions: []
//! ```
//!
//! ## Så rättar du
//!
//! Meddelandet visar hela cirkeln. Bestäm vilken process som är störst för kunden, eller kommer först,
//! och ta bort dess `parent`, eller de andra ur dess `follows`. Har processerna bara med varandra att
//! göra: berätta om det i beskrivningarna i stället.

use crate::check::circle::circle;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity, Process, Ref};
use crate::resolve::Tables;
use crate::say;

/// A step from a process to another: by which reference, and whether that is the
/// larger one.
type Step<'t> = (&'t Ref<Process>, bool);

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let count = tables.processes.len();
    let mut told = vec![false; count];
    for start in 0..count {
        for (own, is_parent) in steps(&tables.processes[start]) {
            if own.index as usize == start {
                told[start] = true;
                out.push(to_itself(&tables.processes[start], own, is_parent));
            }
        }
        // Most processes stand alone.
        if told[start] || steps(&tables.processes[start]).next().is_none() {
            continue;
        }
        let circle = circle(count, start, |at| {
            let steps = steps(&tables.processes[at]);
            steps.map(|it| (it.0.index as usize, it)).collect()
        });
        circle.iter().for_each(|(at, _)| told[*at] = true);
        out.extend(finding(tables, &circle));
    }
}

fn steps(process: &Process) -> impl Iterator<Item = Step<'_>> {
    let parent = process.parent.iter().map(|it| (it, true));
    parent.chain(process.follows.iter().map(|it| (it, false)))
}

fn to_itself(process: &Process, own: &Ref<Process>, is_parent: bool) -> Diagnostic {
    let id = process.id();
    let (message, help) = match is_parent {
        true => (
            say!(
                "processen `{id}` är en del av sig själv",
                "the process `{id}` is a part of itself"
            ),
            say!("ta bort raden `parent`", "remove the line `parent`"),
        ),
        false => (
            say!(
                "processen `{id}` följer på sig själv",
                "the process `{id}` follows on itself"
            ),
            say!(
                "ta bort den ur `follows`: ett nytt ärende av samma slag behöver inte nämnas",
                "remove it from `follows`: another case of the same kind needn't be named"
            ),
        ),
    };
    Diagnostic::new("K0202", own.span, message).help(help)
}

fn finding(tables: &Tables, circle: &[(usize, Step<'_>)]) -> Option<Diagnostic> {
    let ((_, (first, _)), others) = circle.split_first()?;
    let mut ids: Vec<&str> = circle
        .iter()
        .map(|(at, _)| tables.processes[*at].id())
        .collect();
    ids.extend(ids.first().copied());
    let ids = ids.join(" → ");
    let (message, help) = match circle.iter().all(|(_, (_, is_parent))| *is_parent) {
        true => (
            say!(
                "processerna är delar av varandra i en cirkel: {ids}",
                "the processes are parts of each other in a circle: {ids}"
            ),
            say!(
                "ta bort raden `parent` hos den process som omfattar de andra",
                "remove the line `parent` from the process that contains the others"
            ),
        ),
        false => (
            say!(
                "processerna är delar av eller följer på varandra i en cirkel: {ids}",
                "the processes are parts of or follow on each other in a circle: {ids}"
            ),
            say!(
                "ta bort `parent` eller `follows` hos den process som är störst eller kommer först",
                "remove `parent` or `follows` from the process that is the largest or comes first"
            ),
        ),
    };
    let mut finding = Diagnostic::new("K0202", first.span, message).help(help);
    for (at, (to, is_parent)) in others {
        let (own, other) = (tables.processes[*at].id(), &to.name);
        let label = match is_parent {
            true => say!("{own} är en del av {other}", "{own} is a part of {other}"),
            false => say!("{own} följer på {other}", "{own} follows on {other}"),
        };
        finding = finding.related(to.span, label);
    }
    Some(finding)
}
