//! ## What it checks
//!
//! An attribute, or a reference, gets the mark `deprecated: true` in the new version. An attribute
//! that is new and marked from the start is only `attribute-added`. Taking the mark back is
//! `text-changed`, since it promises nothing new.
//!
//! This is about one attribute. That a whole version is on its way out is said with
//! `status: deprecated`, which belongs to the life of the version and not to its content.
//!
//! ## Why
//!
//! The mark doesn't change what is valid: a required attribute must still be sent, and consumers
//! read it as before. So nobody has to act yet. But it announces that the attribute will go, and
//! that is something consumers should notice and plan for: hence a new second number, and not only
//! a third.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - name: handlaggningstid
//!         type: string
//!         deprecated: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: handlaggningstid, type: string, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # and the date is there to read instead
//!     attributes:
//!       - name: handlaggningstid
//!         type: string
//!         deprecated: true
//!         description: { … }
//!       - { name: beslutVantasSenast, type: date, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: handlaggningstid, type: string, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Say in the description of the attribute what to read
//! instead, and add that in the same version if it isn't there already. The attribute can be
//! removed the next time the event type gets a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut, eller en referens, får märkningen `deprecated: true` i den nya versionen. Ett
//! attribut som är nytt och märkt från början är bara `attribute-added`. Att ta tillbaka märkningen
//! är `text-changed`, eftersom det inte lovar något nytt.
//!
//! Det här handlar om ett enskilt attribut. Att en hel version är på väg bort anges med
//! `status: deprecated`, som hör till versionens livscykel och inte till dess innehåll.
//!
//! ## Varför
//!
//! Märkningen ändrar inte vad som är giltigt: ett obligatoriskt attribut måste fortfarande skickas,
//! och konsumenterna läser det som förut. Ingen behöver alltså göra något än. Men den är ett besked
//! om att attributet ska bort, och det bör konsumenterna märka och planera för: därför en ny andra
//! siffra, och inte bara en tredje.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - name: handlaggningstid
//!         type: string
//!         deprecated: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: handlaggningstid, type: string, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # och datumet finns att läsa i stället
//!     attributes:
//!       - name: handlaggningstid
//!         type: string
//!         deprecated: true
//!         description: { … }
//!       - { name: beslutVantasSenast, type: date, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: handlaggningstid, type: string, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Skriv i attributets beskrivning vad som ska läsas i stället,
//! och lägg till det i samma version om det inte redan finns. Attributet kan tas bort nästa gång
//! händelsetypen får en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "deprecated-set",
    what: (
        "ett attribut märks som utfasat",
        "an attribute is marked as deprecated",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Nobody,
    // Taking back a deprecation promises nothing new.
    mirror: Mirror::Rule("text-changed"),
    tell,
    page: include_str!("deprecated_set.rs"),
};

/// What happened, in words.
fn tell(_: &Change) -> Message {
    say!(
        "attributet märktes som utfasat",
        "the attribute was marked as deprecated"
    )
}
