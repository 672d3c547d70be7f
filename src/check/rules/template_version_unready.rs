//! ## What it checks
//!
//! A version of a template that is published names only versions of event types that are
//! published. A version of the template that is a draft may name drafts.
//!
//! ## Why
//!
//! Every producer that follows the template gets the event types of a published version as its
//! own. A draft among them may still change, and nobody can promise it to consumers.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/templates/BYGGLOV/template.yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     published: 2026-03-01
//!     eventTypes: { BESLUT: 1.1.0 }
//! # catalogue/common/templates/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.1.0
//!     status: draft             # may still change
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/templates/BYGGLOV/template.yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     published: 2026-03-01
//!     eventTypes: { BESLUT: 1.1.0 }
//! # catalogue/common/templates/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     published: 2026-03-01
//! ```
//!
//! ## How to fix
//!
//! Publish the version of the event type on the same day as that of the template, or let the
//! template's version stay a draft until then.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En version av en mall som är publicerad nämner bara versioner av händelsetyper som är
//! publicerade. En version av mallen som är ett utkast får nämna utkast.
//!
//! ## Varför
//!
//! Varje producent som följer mallen får händelsetyperna i en publicerad version som sina egna.
//! Ett utkast bland dem kan fortfarande ändras, och ingen kan lova konsumenterna det.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/templates/BYGGLOV/template.yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     published: 2026-03-01
//!     eventTypes: { BESLUT: 1.1.0 }
//! # catalogue/common/templates/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.1.0
//!     status: draft             # kan fortfarande ändras
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/templates/BYGGLOV/template.yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     published: 2026-03-01
//!     eventTypes: { BESLUT: 1.1.0 }
//! # catalogue/common/templates/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     published: 2026-03-01
//! ```
//!
//! ## Så rättar du
//!
//! Publicera händelsetypens version samma dag som mallens, eller låt mallens version vara ett
//! utkast till dess.

use crate::diagnostic::Diagnostic;
use crate::model::Status;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for template in &tables.templates {
        for version in template.versions.iter().filter(|it| it.is_published()) {
            for pin in &version.event_types {
                let event = &pin.event.value;
                let events = template.event_types().iter();
                let found = events
                    .filter(|it| it.short() == &**event)
                    .find_map(|it| it.version(&pin.version.value));
                let Some(draft) = found.filter(|it| it.status == Status::Draft) else {
                    continue;
                };
                let (number, own) = (&version.number.value, &pin.version.value);
                out.push(
                    Diagnostic::new(
                        "K0914",
                        pin.version.span,
                        say!(
                            "mallens version {number} är publicerad, men {event} {own} är ett utkast",
                            "the template's version {number} is published, but {event} {own} is a draft"
                        ),
                    )
                    .related(
                        draft.status_span,
                        say!("här står att den är ett utkast", "here it says that it is a draft"),
                    )
                    .help(say!(
                        "publicera {event} {own}, eller låt mallens version vara ett utkast till dess",
                        "publish {event} {own}, or let the template's version stay a draft until then"
                    )),
                );
            }
        }
    }
}
