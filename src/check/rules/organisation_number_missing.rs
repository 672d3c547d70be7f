//! ## What it checks
//!
//! A private consumer in production states its organisation number.
//!
//! ## Why
//!
//! Companies can have similar names, and change them. The number tells who it is that has signed
//! the agreement. Public actors are known by their names, and may leave it out.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! organisationNumber: 402001-0031
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! ```
//!
//! ## How to fix
//!
//! Add `organisationNumber` as it stands in the agreement.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En privat konsument i produktion anger sitt organisationsnummer.
//!
//! ## Varför
//!
//! Företag kan ha namn som liknar varandra, och byta namn. Numret säger vem det är som har
//! undertecknat avtalet. Offentliga aktörer är kända genom sina namn och får utelämna det.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/consumers/KASSABOKEN.yaml
//! kind: private
//! organisationNumber: 402001-0031
//! environments:
//!   - { name: production, standardVersion: "6.1", since: 2026-01-26 }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till `organisationNumber` som det står i avtalet.

use crate::diagnostic::Diagnostic;
use crate::model::ActorKind;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (id, actor) in tables.actors() {
        if actor.kind != ActorKind::Private
            || actor.connected().is_none()
            || actor.organisation_number.is_some()
        {
            continue;
        }
        out.push(
            Diagnostic::new(
                "K0958",
                id.span,
                say!(
                    "konsumenten är privat och i produktion, men organisationsnumret saknas",
                    "the consumer is private and in production, but the organisation number is missing"
                ),
            )
            .help(say!(
                "lägg till en rad `organisationNumber: NNNNNN-NNNN`",
                "add a line `organisationNumber: NNNNNN-NNNN`"
            )),
        );
    }
}
