//! ## What it checks
//!
//! The author has written `semanticChange: major` or `semanticChange: minor` in the new version:
//! something means another thing than before, although names, types and values are the same. The
//! version must have the number that is declared, or a larger one if other changes require that.
//! The declaration never makes anything else smaller. No tool finds such a change by itself, so it
//! counts only when it is written.
//!
//! ## Why
//!
//! `beloppKronor` that included VAT and now doesn't is the same whole number to a program. Every
//! event is still valid under the old version, and every consumer shows the wrong amount. Only the
//! author knows, and the number is the one way to tell all consumers. Write `major` when somebody
//! who goes on reading as before gets it wrong, so that consumers must act; write `minor` when they
//! get it right but should know, for instance when the producer has begun to send the event a step
//! earlier.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # senastDatum is now counted from service
//!     semanticChange: major
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # senastDatum is now counted from service
//!     semanticChange: major
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version the number that is declared, and tell in `changes` and `migration` what means
//! what from now on. Better still, leave the old attribute with its old meaning and add one with a
//! new name for the new meaning: nobody can then mistake the one for the other, and only a new
//! second number is needed. If the whole event means something else, it is another event type, with
//! an id of its own.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den som skriver har angett `semanticChange: major` eller `semanticChange: minor` i den nya
//! versionen: något betyder något annat än förut, fast namn, typer och värden är desamma. Versionen
//! måste ha det nummer som anges, eller ett större om andra ändringar kräver det. Uppgiften gör
//! aldrig något annat mindre. Inget verktyg hittar en sådan ändring av sig självt, så den räknas
//! bara när den har skrivits ut.
//!
//! ## Varför
//!
//! `beloppKronor` som var med moms och nu är utan är samma heltal för ett program. Varje händelse
//! är fortfarande giltig enligt den gamla versionen, och varje konsument visar fel belopp. Bara den
//! som skriver vet det, och numret är enda sättet att nå alla konsumenter. Skriv `major` när den
//! som läser vidare som förut får fel, så att konsumenterna måste göra något. Skriv `minor` när de
//! får rätt men bör känna till det, till exempel när producenten har börjat skicka händelsen ett
//! steg tidigare.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # senastDatum räknas nu från delgivningen
//!     semanticChange: major
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # senastDatum räknas nu från delgivningen
//!     semanticChange: major
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen det nummer som anges, och berätta i `changes` och `migration` vad som betyder vad
//! från och med nu. Ännu bättre är att låta det gamla attributet behålla sin gamla betydelse och
//! lägga till ett med ett nytt namn för den nya: då kan ingen förväxla dem, och det krävs bara en
//! ny andra siffra. Betyder hela händelsen något annat är den en annan händelsetyp, med ett eget
//! id.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "semantic-change",
    what: (
        "betydelsen ändras, så som den som skriver anger",
        "the meaning changes, as the author declares",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Both,
    mirror: Mirror::None("what an author declares about a meaning has no opposite"),
    tell,
    page: include_str!("semantic_change.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let is = change.is();
    say!(
        "betydelsen ändrades: `semanticChange: {is}`",
        "the meaning was changed: `semanticChange: {is}`"
    )
}
