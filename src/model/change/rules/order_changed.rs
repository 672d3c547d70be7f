//! ## What it checks
//!
//! What both versions have stands in another order: attributes or references of the same level, the
//! values that a code lists itself, or authorization object types. An attribute that is added
//! between two others doesn't change the order of those, and one that moves into an object or out
//! of it has got another place: that is `attribute-renamed`. The order of tags and the order of
//! examples aren't looked at here.
//!
//! ## Why
//!
//! An event is a JSON object, whose members have no order, and *any of* the authorization object
//! types is enough whichever comes first. Nothing that was valid stops being valid, nobody has to
//! act, and no number is required. A published version is locked all the same, so a new order needs
//! a new version, and a new third number is enough.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # only the order differs
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! No number can be too small for a new order. Here it is larger than it needs to be, which gives a
//! warning (K0320).
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new third number, or let the new order wait until something else changes. If
//! the order of the values means something, such as the steps of a case, say so in the descriptions
//! and not by where the values stand: consumers may sort them as they like.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Det som båda versionerna har står i en annan ordning: attribut eller referenser på samma nivå,
//! de värden som en kod listar själv, eller behörighetsobjektstyper. Ett attribut som tillkommer
//! mellan två andra ändrar inte de andras ordning, och ett som flyttas in i eller ut ur ett objekt
//! har fått en annan plats: det är `attribute-renamed`. Taggarnas och exemplens ordning ingår inte
//! här.
//!
//! ## Varför
//!
//! En händelse är ett JSON-objekt, vars delar inte har någon ordning, och det räcker med *någon av*
//! behörighetsobjektstyperna, vilken som än står först. Inget som var giltigt slutar vara det,
//! ingen behöver göra något, och inget nummer krävs. Men en publicerad version är låst, så en ny
//! ordning är en ny version, och en ny tredje siffra räcker.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # bara ordningen skiljer
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! Inget nummer kan vara för litet för en ny ordning. Här är det större än det behöver vara, och
//! det ger en varning (K0320).
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//!       - { name: beslutsdatum, type: date, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny tredje siffra, eller låt den nya ordningen vänta tills något annat ändras.
//! Har ordningen mellan värdena en betydelse, som stegen i ett ärende, ska det stå i
//! beskrivningarna och inte framgå av var värdena står: konsumenterna får sortera dem som de vill.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, quotable};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "order-changed",
    what: (
        "attribut, värden eller behörigheter byter ordning",
        "attributes, values or authorizations change order",
    ),
    requires: Bump::None,
    breaks: Breaks::Nobody,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("order_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    match quotable(change) {
        Some((was, is)) => say!(
            "ordningen `{was}` blev `{is}`",
            "the order `{was}` became `{is}`"
        ),
        None => say!("ordningen ändrades", "the order was changed"),
    }
}
