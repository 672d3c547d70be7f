//! ## What it checks
//!
//! An authorization object type that didn't stand in `authorizations` now does. The list is *any
//! of*, so every addition lets more users read. One that is exchanged for another also counts as
//! `authorization-removed`. A new order isn't an addition: it is `order-changed`.
//!
//! Besides the number, `changes` must name the addition; that is a rule of its own,
//! `authorization-unacknowledged`.
//!
//! ## Why
//!
//! Those who could read still can, and the event itself is the same, so consumers need not act and
//! no first number is needed. It is the people whom the event is about who are affected: somebody
//! more learns of their case. A new second number makes the change visible, so that the producer's
//! privacy and secrecy assessment comes before it and not after.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     changes:
//!       sv: Juridiska läsombud (`READ_PROXY`) får läsa händelsen.
//!       en: Legal-entity read proxies (`READ_PROXY`) may read the event.
//!     authorizations: [SELF, SIGNATORY, READ_PROXY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY]
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     changes:
//!       sv: Juridiska läsombud (`READ_PROXY`) får läsa händelsen.
//!       en: Legal-entity read proxies (`READ_PROXY`) may read the event.
//!     authorizations: [SELF, SIGNATORY, READ_PROXY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY]
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number, and name the addition in `changes`. Ask the person who
//! answers for data protection at the producer before you publish: taking the authorization back
//! later is `authorization-removed` and needs a new first number, and what has been read can't be
//! unread.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En behörighetsobjektstyp som inte stod i `authorizations` gör det nu. Det räcker med *någon av*
//! dem i listan, så varje tillägg låter fler användare läsa. Byts en mot en annan räknas det också
//! som `authorization-removed`. En ny ordning är inget tillägg: den är `order-changed`.
//!
//! Utöver numret måste `changes` nämna tillägget; det är en egen regel,
//! `authorization-unacknowledged`.
//!
//! ## Varför
//!
//! De som kunde läsa kan det fortfarande, och händelsen är densamma, så konsumenterna behöver inte
//! göra något och ingen ny första siffra krävs. De som berörs är de som händelsen handlar om: någon
//! mer får veta något om deras ärende. En ny andra siffra gör ändringen synlig, så att producentens
//! bedömning av integritet och sekretess görs före den och inte efter.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     changes:
//!       sv: Juridiska läsombud (`READ_PROXY`) får läsa händelsen.
//!       en: Legal-entity read proxies (`READ_PROXY`) may read the event.
//!     authorizations: [SELF, SIGNATORY, READ_PROXY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY]
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     changes:
//!       sv: Juridiska läsombud (`READ_PROXY`) får läsa händelsen.
//!       en: Legal-entity read proxies (`READ_PROXY`) may read the event.
//!     authorizations: [SELF, SIGNATORY, READ_PROXY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY]
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra, och nämn tillägget i `changes`. Fråga den som svarar för
//! dataskydd hos producenten innan du publicerar: att ta tillbaka behörigheten senare är
//! `authorization-removed` och kräver en ny första siffra, och det som har lästs går inte att göra
//! oläst.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "authorization-added",
    what: (
        "en behörighet läggs till: fler får läsa",
        "an authorization is added: more may read",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Privacy,
    mirror: Mirror::Rule("authorization-removed"),
    tell,
    page: include_str!("authorization_added.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let is = change.is();
    say!(
        "behörigheten `{is}` tillkom",
        "the authorization `{is}` was added"
    )
}
