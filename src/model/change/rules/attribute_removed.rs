//! ## What it checks
//!
//! The older version has an attribute, or a reference, that the new one doesn't have: required or
//! optional, at any depth. It counts even if the attribute has been marked `deprecated: true` for a
//! long time. An object that is removed counts once, with everything inside it.
//!
//! If the new version has an attribute that looks like the one that has gone, it has been renamed
//! or moved: that is `attribute-renamed`. An attribute that stays but need no longer be sent is
//! `required-relaxed`.
//!
//! ## Why
//!
//! Consumers have built pages, letters and reminders that read the attribute. When a required one
//! is gone, an event of the new version is no longer valid under the old one. When an optional one
//! is gone, events pass as before, but what the consumer shows never comes again, and the name is
//! free to return with another meaning. In both cases consumers must act, and a new first number is
//! how they are told.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # avgiftKronor is gone
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: avgiftKronor, type: integer, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # avgiftKronor is gone
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: avgiftKronor, type: integer, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Keep the attribute and mark it `deprecated: true`: that needs only a new second number, and
//! tells consumers to stop reading it. An optional attribute need not be filled in while it waits.
//! Remove it the next time the event type gets a new first number anyway, and say in `migration`
//! where the information is to be found.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den äldre versionen har ett attribut, eller en referens, som den nya inte har: obligatoriskt
//! eller valfritt, på vilken nivå som helst. Det räknas även om attributet länge har varit märkt
//! `deprecated: true`. Ett objekt som tas bort räknas en gång, med allt som finns i det.
//!
//! Har den nya versionen ett attribut som liknar det som har försvunnit har det bytt namn eller
//! plats: det är `attribute-renamed`. Ett attribut som finns kvar men inte längre måste skickas är
//! `required-relaxed`.
//!
//! ## Varför
//!
//! Konsumenter har byggt sidor, brev och påminnelser som läser attributet. När ett obligatoriskt
//! attribut är borta är en händelse av den nya versionen inte längre giltig enligt den gamla. När
//! ett valfritt är borta går händelserna igenom som förut, men det som konsumenten visar kommer
//! aldrig mer, och namnet är ledigt att komma tillbaka med en annan betydelse. I båda fallen måste
//! konsumenterna göra något, och det är en ny första siffra som talar om det för dem.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # avgiftKronor är borta
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: avgiftKronor, type: integer, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # avgiftKronor är borta
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: avgiftKronor, type: integer, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Behåll attributet och märk det `deprecated: true`: det kräver bara en ny andra siffra, och säger
//! till konsumenterna att sluta läsa det. Ett valfritt attribut behöver inte fyllas i medan det
//! väntar. Ta bort det nästa gång händelsetypen ändå får en ny första siffra, och skriv i
//! `migration` var uppgiften finns i stället.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "attribute-removed",
    what: ("ett attribut tas bort", "an attribute is removed"),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("attribute-added"),
    tell,
    page: include_str!("attribute_removed.rs"),
};

/// What happened, in words.
fn tell(_: &Change) -> Message {
    say!("attributet togs bort", "the attribute was removed")
}
