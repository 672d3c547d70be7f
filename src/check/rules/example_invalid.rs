//! ## What it checks
//!
//! Every example is a whole event as it goes over the wire, of this very event
//! type, and agrees with the attributes, references and values that its version
//! describes. What the example holds but the version doesn't describe is also
//! told of.
//!
//! ## Why
//!
//! Integrators copy the examples and test against them. An example that breaks
//! its own description teaches the wrong thing.
//!
//! ## Fails
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - event: { utokadInformation: { senastDatum: "30 september" } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - event: { utokadInformation: { senastDatum: 2026-09-30 } }
//! ```
//!
//! ## How to fix
//!
//! Mend the example if the description is right, or the description if the
//! example shows what is really sent.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje exempel är en hel händelse så som den skickas, av just den här
//! händelsetypen, och stämmer med de attribut, referenser och värden som
//! versionen beskriver. Det som finns i exemplet men inte är beskrivet anmärks
//! också.
//!
//! ## Varför
//!
//! Integratörer kopierar exemplen och testar mot dem. Ett exempel som bryter mot
//! sin egen beskrivning lär ut fel sak.
//!
//! ## Fel
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - event: { utokadInformation: { senastDatum: "30 september" } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - event: { utokadInformation: { senastDatum: 2026-09-30 } }
//! ```
//!
//! ## Så rättar du
//!
//! Rätta exemplet om beskrivningen är rätt, eller beskrivningen om exemplet visar
//! det som verkligen skickas.

use crate::check::event;
use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        for example in &version.examples {
            event::check(tables, event_type, version, example, out);
        }
    }
}
