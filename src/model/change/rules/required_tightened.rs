//! ## What it checks
//!
//! An attribute, or a reference, that was optional becomes `required: true`. It counts at every
//! depth: in a list of objects, every object must then have it. An attribute that is new and
//! required from the start is `attribute-added`. A list that must no longer be empty is
//! `bound-tightened` on `minItems`.
//!
//! ## Why
//!
//! Under the older version events with and without the attribute were valid. Under the new one
//! those without it aren't, so what is valid now was valid before, and consumers read it as they
//! always have. The promise to them grows: the value can now be relied on, and a new second number
//! says so. It is the producer who must act, and fill it in every event.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Make sure first that the case-handling system has the
//! value for every event, also in cases that were opened long ago: taking back the requirement
//! later is `required-relaxed` and needs a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut, eller en referens, som var valfritt blir `required: true`. Det räknas på alla
//! nivåer: i en lista med objekt måste därefter varje objekt ha det. Ett attribut som är nytt och
//! obligatoriskt från början är `attribute-added`. En lista som inte längre får vara tom är
//! `bound-tightened` för `minItems`.
//!
//! ## Varför
//!
//! Enligt den äldre versionen var händelser både med och utan attributet giltiga. Enligt den nya är
//! de som saknar det inte giltiga. Det som är giltigt nu var alltså giltigt förut, och
//! konsumenterna läser det som de alltid har gjort. Löftet till dem växer: nu går det att lita på
//! att värdet finns, och det säger en ny andra siffra. Det är producenten som måste göra något,
//! nämligen fylla i det i varje händelse.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Försäkra dig först om att ärendehanteringssystemet har värdet
//! för varje händelse, även i ärenden som öppnades för länge sedan: att ta tillbaka kravet senare
//! är `required-relaxed` och kräver en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "required-tightened",
    what: (
        "ett valfritt attribut blir obligatoriskt",
        "an optional attribute becomes required",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("required-relaxed"),
    tell,
    page: include_str!("required_tightened.rs"),
};

/// What happened, in words.
fn tell(_: &Change) -> Message {
    say!(
        "det valfria attributet blev obligatoriskt",
        "the optional attribute became required"
    )
}
