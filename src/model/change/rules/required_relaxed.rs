//! ## What it checks
//!
//! An attribute, or a reference, that was `required: true` is so no more. Leaving out the line
//! `required` is the same as writing `false`. It counts at every depth, even inside an object that
//! is itself optional.
//!
//! Marking an attribute `deprecated: true` doesn't relax it: it must still be sent. A list that
//! stays required but may be empty is `bound-loosened` on `minItems`.
//!
//! ## Why
//!
//! A consumer may rely on a required value always being there, and has built its page or its
//! database so. Under the new version an event without the value is valid; under the old one it
//! isn't. The first such event stops the consumer's program, or leaves a gap where the date of the
//! decision should stand. Consumers must prepare, so a new first number is required. The producer
//! need not do anything.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Find out which events lack the value. If they are of a kind of their own, such as cases that are
//! withdrawn before there is a decision, they deserve an event type of their own, and this one can
//! stay as it is. Otherwise give the version a new first number, and say in `migration` when the
//! value is absent and what a consumer should show instead.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut, eller en referens, som var `required: true` är inte längre det. Att utelämna raden
//! `required` är detsamma som att skriva `false`. Det räknas på alla nivåer, även i ett objekt som
//! självt är valfritt.
//!
//! Att märka ett attribut `deprecated: true` gör det inte valfritt: det måste fortfarande skickas.
//! En lista som förblir obligatorisk men får vara tom är `bound-loosened` för `minItems`.
//!
//! ## Varför
//!
//! En konsument får lita på att ett obligatoriskt värde alltid finns, och har byggt sin sida eller
//! sin databas så. Enligt den nya versionen är en händelse utan värdet giltig, men enligt den gamla
//! är den inte det. Den första sådana händelsen stoppar konsumentens program, eller lämnar en lucka
//! där beslutsdatumet skulle stå. Konsumenterna måste förbereda sig, så det krävs en ny första
//! siffra. Producenten behöver inte göra något.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ta reda på vilka händelser som saknar värdet. Är de av ett eget slag, till exempel ärenden som
//! återkallas innan det finns något beslut, förtjänar de en egen händelsetyp, och den här kan vara
//! som den är. Ge annars versionen en ny första siffra, och skriv i `migration` när värdet saknas
//! och vad en konsument bör visa i stället.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "required-relaxed",
    what: (
        "ett obligatoriskt attribut blir valfritt",
        "a required attribute becomes optional",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("required-tightened"),
    tell,
    page: include_str!("required_relaxed.rs"),
};

/// What happened, in words.
fn tell(_: &Change) -> Message {
    say!(
        "det obligatoriska attributet blev valfritt",
        "the required attribute became optional"
    )
}
