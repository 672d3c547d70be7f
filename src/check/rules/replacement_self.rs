//! ## What it checks
//!
//! `replacedBy` names another event type than the one that it stands in.
//!
//! ## Why
//!
//! The link that should lead the reader on leads back to the same page.
//!
//! ## Fails
//!
//! ```yaml
//! id: REFKOM.BYGGLOV.BESLUT
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     replacedBy: REFKOM.BYGGLOV.BESLUT
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! id: REFKOM.BYGGLOV.BESLUT
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     replacedBy: REFKOM.BYGGLOV.STARTBESKED
//! ```
//!
//! ## How to fix
//!
//! Name the event type that takes its place. If that is a newer version of the
//! same event type, remove the line: the newer version shows by itself.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! `replacedBy` anger en annan händelsetyp än den som raden står i.
//!
//! ## Varför
//!
//! Länken som skulle leda läsaren vidare leder tillbaka till samma sida.
//!
//! ## Fel
//!
//! ```yaml
//! id: REFKOM.BYGGLOV.BESLUT
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     replacedBy: REFKOM.BYGGLOV.BESLUT
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! id: REFKOM.BYGGLOV.BESLUT
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     replacedBy: REFKOM.BYGGLOV.STARTBESKED
//! ```
//!
//! ## Så rättar du
//!
//! Ange den händelsetyp som tar över. Är det en nyare version av samma
//! händelsetyp: ta bort raden, för den nyare versionen syns av sig själv.

use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        let Some(other) = &version.replaced_by else {
            continue;
        };
        if *other.name != *event_type.id.value {
            continue;
        }
        let id = &other.name;
        let mut newer = event_type.versions.iter();
        let newer =
            newer.find(|it| it.status != Status::Draft && it.number.value > version.number.value);
        let help = match newer {
            Some(newer) => {
                let newer = &newer.number.value;
                say!(
                    "ta bort raden; att {newer} tar över behöver inte skrivas",
                    "remove the line; that {newer} takes its place needn't be written"
                )
            }
            None => say!(
                "skriv id:t för den händelsetyp som tar över; finns ingen: ta bort raden och skriv i `advice` vad konsumenterna ska göra",
                "write the id of the event type that takes its place; if there is none: remove the line and tell consumers what to do in `advice`"
            ),
        };
        out.push(
            Diagnostic::new(
                "K0313",
                other.span,
                say!("{id} ersätts av sig själv", "{id} is replaced by itself"),
            )
            .related(
                event_type.id.span,
                say!("samma händelsetyp", "the same event type"),
            )
            .help(help),
        );
    }
}
