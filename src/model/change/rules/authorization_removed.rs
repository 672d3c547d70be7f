//! ## What it checks
//!
//! An authorization object type that stood in `authorizations` no longer does. One that is
//! exchanged for another counts twice: one is removed and one is added (`authorization-added`). A
//! new order is `order-changed`. What an authorization object type means stands in its own file and
//! isn't compared here.
//!
//! ## Why
//!
//! It is enough for a user to hold *any of* the rights in the list. A user who only held the one
//! that is gone, for instance a proxy who looks after a relative's case, could read the event
//! yesterday and can't today. No program breaks, but a person is shut out, and the consumer must
//! explain why. A new first number gives consumers time to tell their users. It is required even
//! when the right should never have been there.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # PROXY may no longer read
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY, PROXY]
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # PROXY may no longer read
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY, PROXY]
//! ```
//!
//! ## How to fix
//!
//! Give the version a new first number, and say in `migration` who can no longer read and how they
//! learn of the case instead. If only a part of the content is sensitive, move that part to an
//! event type with fewer readers and let this one stay as it is. Does anybody read what they have
//! no right to: stop handing out the events at once. The number comes after.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En behörighetsobjektstyp som stod i `authorizations` gör det inte längre. Byts en mot en annan
//! räknas det två gånger: en tas bort och en läggs till (`authorization-added`). En ny ordning är
//! `order-changed`. Vad en behörighetsobjektstyp betyder står i dess egen fil och jämförs inte här.
//!
//! ## Varför
//!
//! Det räcker att en användare har *någon av* behörigheterna i listan. Den som bara hade den som är
//! borta, till exempel ett ombud som sköter en anhörigs ärende, kunde läsa händelsen i går men kan
//! inte i dag. Inget program går sönder, men en människa stängs ute, och konsumenten måste förklara
//! varför. En ny första siffra ger konsumenterna tid att tala om det för sina användare. Den krävs
//! även när behörigheten aldrig borde ha funnits där.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # PROXY får inte längre läsa
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY, PROXY]
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # PROXY får inte längre läsa
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF, SIGNATORY, PROXY]
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny första siffra, och skriv i `migration` vilka som inte längre kan läsa och hur
//! de i stället får veta något om ärendet. Är bara en del av innehållet känsligt: flytta den delen
//! till en händelsetyp med färre läsare, och låt den här vara som den är. Läser någon det som den
//! inte har rätt till: sluta genast lämna ut händelserna. Numret kommer sedan.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "authorization-removed",
    what: (
        "en behörighet tas bort: färre får läsa",
        "an authorization is removed: fewer may read",
    ),
    requires: Bump::Major,
    breaks: Breaks::Users,
    mirror: Mirror::Rule("authorization-added"),
    tell,
    page: include_str!("authorization_removed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let was = change.was();
    say!(
        "behörigheten `{was}` togs bort",
        "the authorization `{was}` was removed"
    )
}
