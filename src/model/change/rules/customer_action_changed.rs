//! ## What it checks
//!
//! `requiresCustomerAction` gets another value: `true` (the customer always needs to do something),
//! `false` (never) or `varies` (each event says). It is what `producentarendetKraverKundatgard` may
//! be in an event. It counts in every direction, also from `varies` to `true` or `false`.
//!
//! ## Why
//!
//! Consumers decide by this who “has the ball”: whether the event is put on the customer's to-do
//! list and a reminder is sent, or is only shown. If `false` becomes `varies`, an event that
//! demands a supplement is valid under the new version but wasn't under the old one, and a consumer
//! that relied on `false` lets the customer miss the deadline. From `varies` to `false` no event
//! becomes invalid, but the event type now tells something else of the case, and consumers that
//! listed it among the tasks must take it away. A new first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # a permit may need starting clearance
//!     requiresCustomerAction: varies
//!   - version: 1.0.0
//!     requiresCustomerAction: false
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     requiresCustomerAction: varies
//!   - version: 1.0.0
//!     requiresCustomerAction: false
//! ```
//!
//! ## How to fix
//!
//! Keep this event type as it is and make another for the cases in which the customer must act,
//! such as `REFKOM.BYGGLOV.KOMPLETTERING_BEGARD`: then both can be relied on. Otherwise give the
//! version a new first number, and say in `migration` what the customer may have to do. Choose
//! `varies` from the start only when the event really can be either.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! `requiresCustomerAction` får ett annat värde: `true` (kunden behöver alltid göra något), `false`
//! (aldrig) eller `varies` (varje händelse anger vad som gäller). Det är vad
//! `producentarendetKraverKundatgard` kan vara i en händelse. Det räknas åt alla håll, också från
//! `varies` till `true` eller `false`.
//!
//! ## Varför
//!
//! Konsumenter avgör med detta vem som ”har bollen”: om händelsen hamnar på kundens att göra-lista
//! och en påminnelse skickas, eller om den bara visas. Blir `false` till `varies` är en händelse
//! som kräver en komplettering giltig enligt den nya versionen men inte enligt den gamla, och en
//! konsument som litade på `false` låter kunden missa sista dagen. Från `varies` till `false` blir
//! ingen händelse ogiltig, men händelsetypen säger nu något annat om ärendet, och konsumenter som
//! hade den bland uppgifterna måste ta bort den. Det krävs en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # ett lov kan kräva startbesked
//!     requiresCustomerAction: varies
//!   - version: 1.0.0
//!     requiresCustomerAction: false
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     requiresCustomerAction: varies
//!   - version: 1.0.0
//!     requiresCustomerAction: false
//! ```
//!
//! ## Så rättar du
//!
//! Låt händelsetypen vara som den är och gör en annan för de fall då kunden behöver göra något, som
//! `REFKOM.BYGGLOV.KOMPLETTERING_BEGARD`: då går båda att lita på. Ge annars versionen en ny första
//! siffra, och skriv i `migration` vad kunden kan behöva göra. Välj `varies` från början bara när
//! händelsen verkligen kan vara vilket som.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, how_often};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "customer-action-changed",
    what: (
        "uppgiften om kunden behöver göra något ändras",
        "what is said of whether the customer must act changes",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("customer_action_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = (how_often(&change.old), how_often(&change.new));
    let (was_sv, was_en, is_sv, is_en) = (&was.sv, &was.en, &is.sv, &is.en);
    say!(
        "kunden behöver nu {is_sv} göra något (förut {was_sv})",
        "the customer now {is_en} has to act (before: {was_en})"
    )
}
