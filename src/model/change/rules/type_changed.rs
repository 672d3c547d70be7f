//! ## What it checks
//!
//! An attribute keeps its name but gets a type whose values aren't all values of the old one, nor
//! the other way round: one value becomes a list or a list one value, `date` becomes `date-time`,
//! `string` becomes `integer`, `boolean` becomes `code`, or a text becomes an object. The type of
//! the items of a list counts in the same way.
//!
//! A type that only grows is `type-widened`, and one that certainly only shrinks is
//! `type-narrowed`. What the old type said of bounds, patterns and values isn't listed separately:
//! with another type they mean nothing.
//!
//! ## Why
//!
//! Hardly anything that is valid under the new version is valid under the old one. A consumer that
//! expects one property designation and gets a list can't read it, not even when the list holds
//! only one. Consumers must change their code and the producer must send something else, so a new
//! first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # a case may concern several properties
//!     attributes:
//!       - name: fastighet
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - name: fastighet
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Add an attribute with a new name and the new type, such as the list `fastigheter`, keep
//! `fastighet` beside it with the first of them, and mark it `deprecated: true`. That needs only a
//! new second number. Drop the old one the next time the event type gets a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut behåller sitt namn men får en typ vars värden inte alla ryms i den gamla, och inte
//! heller tvärtom: ett värde blir en lista eller en lista ett värde, `date` blir `date-time`,
//! `string` blir `integer`, `boolean` blir `code`, eller en text blir ett objekt. Typen på det som
//! en lista innehåller räknas på samma sätt.
//!
//! En typ som bara blir vidare är `type-widened`, och en som säkert bara blir snävare är
//! `type-narrowed`. Det som den gamla typen sade om gränser, mönster och värden nämns inte för sig:
//! med en annan typ betyder det ingenting.
//!
//! ## Varför
//!
//! Nästan inget som är giltigt enligt den nya versionen är giltigt enligt den gamla. En konsument
//! som väntar sig en fastighetsbeteckning och får en lista kan inte läsa den, inte ens när listan
//! bara innehåller en. Konsumenterna måste ändra sina program och producenten måste skicka något
//! annat, så det krävs en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # ett ärende kan gälla flera fastigheter
//!     attributes:
//!       - name: fastighet
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - name: fastighet
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: fastighet, type: string, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till ett attribut med nytt namn och den nya typen, som listan `fastigheter`, behåll
//! `fastighet` bredvid med den första av dem, och märk det `deprecated: true`. Det kräver bara en
//! ny andra siffra. Ta bort det gamla nästa gång händelsetypen får en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "type-changed",
    what: (
        "en typ byts mot en annan",
        "a type is exchanged for another",
    ),
    requires: Bump::Major,
    breaks: Breaks::Both,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("type_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "typen byttes från `{was}` till `{is}`",
        "the type was changed from `{was}` to `{is}`"
    )
}
