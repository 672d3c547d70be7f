//! ## What it checks
//!
//! A code goes from `open: false` to `open: true`, whether its values stand under `values` or in a
//! shared list (`codelist`). From then on events may have values that aren't in the list. Values
//! that are added at the same time count as well, as `code-added-closed`: to those who read the
//! older version the list was closed.
//!
//! ## Why
//!
//! A closed list promised consumers that they knew every value, so they have no answer to an
//! unknown one. Under the new version any value of the right form is valid; under the old one only
//! those listed were. Every consumer must decide what to show for a value it doesn't know, before
//! the first one comes. A new first number is required. The producer need not do anything.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: false, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: false, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new first number, and say in `migration` what a consumer can show for a value
//! that it doesn't know, such as “Other”. Once the list is open, a new value needs only a new
//! second number: choose `open: true` from the start unless you are sure that the list is complete.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En kod går från `open: false` till `open: true`, oavsett om värdena står under `values` eller i
//! en gemensam lista (`codelist`). Därefter får händelser ha värden som inte finns i listan. Värden
//! som läggs till samtidigt räknas också, som `code-added-closed`: för den som läser den äldre
//! versionen var listan sluten.
//!
//! ## Varför
//!
//! En sluten lista lovade konsumenterna att de kände till alla värden, så de har inget svar på ett
//! okänt. Enligt den nya versionen är varje värde av rätt form giltigt, men enligt den gamla bara
//! de som stod där. Varje konsument måste bestämma vad den visar för ett värde som den inte känner
//! till, innan det första kommer. Det krävs en ny första siffra. Producenten behöver inte göra
//! något.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: false, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: kanal, type: code, codelist: CHANNEL, open: false, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny första siffra, och skriv i `migration` vad en konsument kan visa för ett
//! värde som den inte känner till, till exempel ”Annat”. När listan väl är öppen kräver ett nytt
//! värde bara en ny andra siffra: välj `open: true` från början om du inte är säker på att listan
//! är fullständig.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "code-opened",
    what: (
        "en sluten kodlista öppnas",
        "a closed list of codes is opened",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("code-closed"),
    tell,
    page: include_str!("code_opened.rs"),
};

/// What happened, in words.
fn tell(_: &Change) -> Message {
    say!("den slutna listan öppnades", "the closed list was opened")
}
