//! ## What it checks
//!
//! A bound lets more through: `minimum`, `minLength` or `minItems` becomes smaller, `maximum`,
//! `maxLength` or `maxItems` becomes greater, or one of them is removed. Each bound counts by
//! itself, on an attribute at any depth and on the items of a list. If the type changes too, see
//! `type-changed`, `type-widened` and `type-narrowed`.
//!
//! ## Why
//!
//! Consumers have made room for what the bounds allow: a column of 200 characters, a text message
//! of 160, a table of at most ten rows. Under the new version a text of 500 characters is valid;
//! under the old one it isn't, and at the consumer it is cut off or refused. Consumers must make
//! room before the first one comes, so a new first number is required. The producer need not do
//! anything.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 500, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 200, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 500, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 200, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Keep the bound, and shorten what is sent: an event tells the customer in brief, and the whole
//! text is to be found with the producer. Or add an optional attribute for what doesn't fit.
//! Otherwise give the version a new first number. Set bounds with care from the start: to tighten
//! one later needs only a new second number, to loosen it a new first one.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En gräns släpper igenom mer: `minimum`, `minLength` eller `minItems` blir mindre, `maximum`,
//! `maxLength` eller `maxItems` blir större, eller en av dem tas bort. Varje gräns räknas för sig,
//! hos ett attribut på vilken nivå som helst och hos det som en lista innehåller. Om också typen
//! ändras: se `type-changed`, `type-widened` och `type-narrowed`.
//!
//! ## Varför
//!
//! Konsumenterna har gett plats åt det som gränserna tillåter: en kolumn på 200 tecken, ett sms på
//! 160, en tabell med högst tio rader. Enligt den nya versionen är en text på 500 tecken giltig,
//! men enligt den gamla är den inte det, och hos konsumenten kapas den eller avvisas. Konsumenterna
//! måste ge plats innan den första kommer, så det krävs en ny första siffra. Producenten behöver
//! inte göra något.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 500, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 200, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 500, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: begaran, type: string, maxLength: 200, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Behåll gränsen, och korta det som skickas: en händelse berättar i korthet för kunden, och hela
//! texten finns hos producenten. Eller lägg till ett valfritt attribut för det som inte ryms. Ge
//! annars versionen en ny första siffra. Sätt gränser med omsorg från början: att skärpa en senare
//! kräver bara en ny andra siffra, att vidga den en ny första.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "bound-loosened",
    what: (
        "en gräns för tal, längd eller antal vidgas eller tas bort",
        "a bound on a number, length or count is loosened or removed",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("bound-tightened"),
    tell,
    page: include_str!("bound_loosened.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    match change.new {
        Some(_) => say!(
            "gränsen vidgades från {was} till {is}",
            "the bound was loosened from {was} to {is}"
        ),
        None => say!("gränsen {was} togs bort", "the bound {was} was removed"),
    }
}
