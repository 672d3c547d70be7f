//! ## What it checks
//!
//! Anyone who follows `replacedBy` from one event type to the next never comes back to an event
//! type where they have already been.
//!
//! ## Why
//!
//! In a circle everything is replaced and nothing is left to use.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.STARTBESKED
//!
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.BESLUT
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.STARTBESKED
//!
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! status: published
//! ```
//!
//! ## How to fix
//!
//! Remove `replacedBy` from the event type that is to stay in use.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den som följer `replacedBy` från en händelsetyp till nästa kommer aldrig tillbaka till en
//! händelsetyp där den redan har varit.
//!
//! ## Varför
//!
//! I en cirkel är allt ersatt och inget finns kvar att använda.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.STARTBESKED
//!
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.BESLUT
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.STARTBESKED
//!
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! status: published
//! ```
//!
//! ## Så rättar du
//!
//! Ta bort `replacedBy` hos den händelsetyp som ska finnas kvar.

use crate::check::history::replacement;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let next = |at: usize| replacement(tables, &tables.event_types[at]);
    // 0: not seen, otherwise the walk that saw it.
    let mut seen = vec![0_usize; tables.event_types.len()];
    for start in 0..seen.len() {
        let mut at = Some(start);
        while let Some(here) = at.filter(|at| seen[*at] == 0) {
            seen[here] = start + 1;
            at = next(here);
        }
        let Some(first) = at.filter(|at| seen[*at] == start + 1) else {
            continue;
        };
        let mut members = vec![first];
        members.extend(
            std::iter::successors(next(first), |at| next(*at)).take_while(|at| *at != first),
        );
        // Replaced by itself: a rule of its own.
        if members.len() > 1 {
            let least = members.iter().enumerate().min_by_key(|(_, at)| **at);
            let place = least.map_or(0, |(place, _)| place);
            members.rotate_left(place);
            let members: Vec<_> = members.iter().map(|at| &tables.event_types[*at]).collect();
            out.extend(circle(&members));
        }
    }
}

fn circle(members: &[&EventType]) -> Option<Diagnostic> {
    let (first, others) = members.split_first()?;
    let mut names: Vec<_> = members.iter().map(|it| it.id()).collect();
    names.push(first.id());
    let names = names.join(" → ");
    let mut finding = Diagnostic::new(
        "K0314",
        first.current().replaced_by.as_ref()?.span,
        say!(
            "händelsetyperna ersätter varandra i en cirkel: {names}",
            "the event types replace each other in a circle: {names}"
        ),
    )
    .help(say!(
        "ta bort raden `replacedBy` hos den händelsetyp som ska finnas kvar",
        "remove the line `replacedBy` from the event type that is to stay in use"
    ));
    for other in others {
        if let Some(next) = &other.current().replaced_by {
            let name = &next.name;
            finding = finding.related(next.span, say!("leder till {name}", "leads to {name}"));
        }
    }
    Some(finding)
}
