//! ## What it checks
//!
//! The new version has an attribute, or a reference, that the older one doesn't have: required or
//! optional, at any depth. An object that is added counts once, not also for each attribute inside
//! it.
//!
//! An attribute that looks like one that has gone isn't new but renamed or moved: that is
//! `attribute-renamed`. An attribute that was there already and becomes required is
//! `required-tightened`.
//!
//! ## Why
//!
//! Objects are open: a consumer that was built for the older version ignores what it doesn't know.
//! Every event that is valid under the new version is therefore valid under the old one, even when
//! the new attribute is required, and no first number is needed. But there is something new to
//! read, and consumers should be able to see from the number that there is: hence a new second
//! number.
//!
//! A required attribute is work for the producer, who must fill it in every event from now on. An
//! optional one obliges nobody.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # senastDatum is new
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # senastDatum is new
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Think twice before you make the attribute required: your
//! case-handling system must know the value in every case, old ones included. Making it required
//! later needs only a new second number, but making a required one optional needs a new first
//! number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den nya versionen har ett attribut, eller en referens, som den äldre inte har: obligatoriskt
//! eller valfritt, på vilken nivå som helst. Ett objekt som tillkommer räknas en gång, och inte
//! också för varje attribut i det.
//!
//! Ett attribut som liknar ett som har försvunnit är inte nytt utan har bytt namn eller plats: det
//! är `attribute-renamed`. Ett attribut som redan fanns och blir obligatoriskt är
//! `required-tightened`.
//!
//! ## Varför
//!
//! Objekt är öppna: en konsument som är byggd för den äldre versionen bortser från det den inte
//! känner till. Varje händelse som är giltig enligt den nya versionen är därför giltig enligt den
//! gamla, även när det nya attributet är obligatoriskt, och ingen ny första siffra behövs. Men det
//! finns något nytt att läsa, och det ska konsumenterna kunna se på numret: därför en ny andra
//! siffra.
//!
//! Ett obligatoriskt attribut är ett arbete för producenten, som måste fylla i det i varje händelse
//! från och med nu. Ett valfritt attribut förpliktar ingen.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # senastDatum är nytt
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # senastDatum är nytt
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Tänk efter innan du gör attributet obligatoriskt: ditt
//! ärendehanteringssystem måste känna till värdet i varje ärende, även i gamla. Att göra det
//! obligatoriskt senare kräver bara en ny andra siffra, men att göra ett obligatoriskt attribut
//! valfritt kräver en ny första.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "attribute-added",
    what: (
        "ett attribut läggs till, obligatoriskt eller valfritt",
        "an attribute is added, required or optional",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("attribute-removed"),
    tell,
    page: include_str!("attribute_added.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    match change.breaks {
        Breaks::Nobody => say!(
            "ett valfritt attribut tillkom",
            "an optional attribute was added"
        ),
        _ => say!(
            "ett obligatoriskt attribut tillkom",
            "a required attribute was added"
        ),
    }
}
