//! ## What it checks
//!
//! `replacedBy` names an event type that can be used: one that is published, or
//! at least deprecated. One that is retired, or that only exists as a draft,
//! can't take the place of another.
//!
//! ## Why
//!
//! Consumers follow the link and build on what they find. What is retired is no
//! longer sent, and a draft can change at any time.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.STARTBESKED
//!
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! status: retired
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
//! Name the event type that has taken over since then; the message says which, when that is known.
//! Publish a draft before you refer to it. If nothing takes its place, remove the line and tell
//! consumers in `advice` what to do.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! `replacedBy` anger en händelsetyp som går att använda: en som är publicerad,
//! eller åtminstone utfasas. En som är avvecklad, eller bara finns som utkast,
//! kan inte ersätta en annan.
//!
//! ## Varför
//!
//! Konsumenterna följer länken och bygger på det de hittar. Det som är avvecklat
//! skickas inte längre, och ett utkast kan ändras när som helst.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! status: deprecated
//! replacedBy: REFKOM.BYGGLOV.STARTBESKED
//!
//! # REFKOM/BYGGLOV/STARTBESKED.yaml
//! status: retired
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
//! Ange den händelsetyp som har tagit över sedan dess; meddelandet säger vilken
//! när det är känt. Publicera ett utkast innan du hänvisar till det. Finns ingen
//! ersättare: ta bort raden och skriv i `advice` vad konsumenterna ska göra.

use crate::check::history::replacement;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType, Ref, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        if let Some(reference) = &version.replaced_by {
            out.extend(unusable(tables, event_type, reference));
        }
    }
}

fn can_be_used(event_type: &EventType) -> bool {
    matches!(
        event_type.current().status,
        Status::Published | Status::Deprecated
    )
}

fn unusable(tables: &Tables, from: &EventType, reference: &Ref<EventType>) -> Option<Diagnostic> {
    let other = tables.find(reference)?;
    // What has replaced it since; no chain is longer than the catalogue.
    let next = |it: &&EventType| Some(&tables.event_types[replacement(tables, it)?]);
    let mut chain = std::iter::successors(Some(other), next).take(tables.event_types.len());
    let found = chain.find(|it| it.id() == from.id() || can_be_used(it));
    // A circle is told of by a rule of its own.
    if can_be_used(other) || found.is_some_and(|it| it.id() == from.id()) {
        return None;
    }
    let id = other.id();
    let status = other.current().status;
    let message = match status {
        Status::Draft => say!(
            "{id} kan inte ersätta något än: den finns bara som utkast",
            "{id} can't replace anything yet: it only exists as a draft"
        ),
        _ => say!(
            "{id} kan inte ersätta något: den är avvecklad",
            "{id} can't replace anything: it is retired"
        ),
    };
    let help = match found {
        Some(usable) => {
            let usable = usable.id();
            say!(
                "skriv `replacedBy: {usable}`",
                "write `replacedBy: {usable}`"
            )
        }
        None if status == Status::Draft => say!(
            "publicera {id} först, eller ta bort raden och skriv i `advice` vad konsumenterna ska göra",
            "publish {id} first, or remove the line and tell consumers what to do in `advice`"
        ),
        None => say!(
            "skriv id:t för en händelsetyp som är publicerad, eller ta bort raden och skriv i `advice` vad konsumenterna ska göra",
            "write the id of an event type that is published, or remove the line and tell consumers what to do in `advice`"
        ),
    };
    let key = status.key();
    let there = say!("status är {key}", "the status is {key}");
    let finding = Diagnostic::new("K0315", reference.span, message);
    Some(
        finding
            .related(other.current().status_span, there)
            .help(help),
    )
}
