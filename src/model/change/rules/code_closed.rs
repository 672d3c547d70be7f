//! ## What it checks
//!
//! A code goes from `open: true` to `open: false`, whether its values stand under `values` or in a
//! shared list (`codelist`). From then on only the listed values may be sent. A value that is added
//! to the list in the same step is counted as `code-added-closed`, which requires a new first
//! number: list the values first, and close the list in a later version.
//!
//! ## Why
//!
//! Everything that is valid under the new version was valid under the old one: the listed values
//! could always come. Consumers lose nothing, and can from now on trust that they know every value.
//! It is the producer who must act, and never send anything else. A new second number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Find out first which values really have been sent beside
//! those in the list. Close the list only if nothing more can come, because law or logic says so:
//! opening it again, or adding a value, needs a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En kod går från `open: true` till `open: false`, oavsett om värdena står under `values` eller i
//! en gemensam lista (`codelist`). Därefter får bara de värden som står i listan skickas. Ett värde
//! som läggs till i listan i samma steg räknas som `code-added-closed`, som kräver en ny första
//! siffra: lägg till värdena först, och slut listan i en senare version.
//!
//! ## Varför
//!
//! Allt som är giltigt enligt den nya versionen var giltigt enligt den gamla: de värden som står i
//! listan kunde alltid komma. Konsumenterna förlorar inget, och kan från och med nu lita på att de
//! känner till alla värden. Det är producenten som måste göra något, nämligen aldrig skicka något
//! annat. Det krävs en ny andra siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: false, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: utfall, type: code, codelist: DECISION_OUTCOME, open: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Ta först reda på vilka värden som verkligen har skickats utöver
//! dem i listan. Slut listan bara om inget mer kan komma, för att lag eller logik säger det: att
//! öppna den igen, eller att lägga till ett värde, kräver en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "code-closed",
    what: ("en öppen kodlista sluts", "an open list of codes is closed"),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("code-opened"),
    tell,
    page: include_str!("code_closed.rs"),
};

/// What happened, in words.
fn tell(_: &Change) -> Message {
    say!("den öppna listan slöts", "the open list was closed")
}
