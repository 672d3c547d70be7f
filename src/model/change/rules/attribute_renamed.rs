//! ## What it checks
//!
//! An attribute has another name or stands in another place. The tool takes an attribute that has
//! gone and one that has come to be the same when both have the same kind of type and
//!
//! - the same name but for capitals (`beslutsDatum`, `beslutsdatum`), whether in the same place or
//!   not,
//! - the same description, in the same place, or
//! - names that are much alike, in the same place (`fastighet`, `fastigheten`).
//!
//! Otherwise it counts as one attribute removed and one added, which requires just as much. A new
//! description of an attribute that keeps its name is only `text-changed`.
//!
//! ## Why
//!
//! Programs find a value by its exact name and place: JSON tells capitals from small letters, and
//! `avgift` in the event isn't `avgift` inside `beslut`. To a consumer that was built for the older
//! version the old attribute has gone and the new one is something unknown that it ignores.
//! Consumers must change their code, so a new first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # only the name is new
//!     attributes:
//!       - name: beslutsdatum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//!   - version: 1.0.0
//!     attributes:
//!       - name: datum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - name: beslutsdatum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//!   - version: 1.0.0
//!     attributes:
//!       - name: datum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//! ```
//!
//! ## How to fix
//!
//! Ask first whether the new name is worth the work it gives every consumer: a clearer description
//! is often enough. If it is, add the new attribute beside the old one, fill in both, and mark the
//! old one `deprecated: true`. That needs only a new second number. Remove the old one the next
//! time the event type gets a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut har ett annat namn eller står på en annan plats. Verktyget anser att ett attribut
//! som har försvunnit och ett som har tillkommit är detsamma när båda har samma slags typ och
//!
//! - samma namn så när som på stora och små bokstäver (`beslutsDatum`, `beslutsdatum`), på samma
//!   plats eller inte,
//! - samma beskrivning, på samma plats, eller
//! - namn som är mycket lika, på samma plats (`fastighet`, `fastigheten`).
//!
//! Annars räknas det som ett attribut som tas bort och ett som läggs till, och det kräver lika
//! mycket. En ny beskrivning av ett attribut som behåller sitt namn är bara `text-changed`.
//!
//! ## Varför
//!
//! Program hittar ett värde genom dess exakta namn och plats: JSON skiljer på stora och små
//! bokstäver, och `avgift` i händelsen är inte `avgift` inuti `beslut`. För en konsument som är
//! byggd för den äldre versionen är det gamla attributet borta, och det nya är något okänt som den
//! bortser från. Konsumenterna måste ändra sina program, så det krävs en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # bara namnet är nytt
//!     attributes:
//!       - name: beslutsdatum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//!   - version: 1.0.0
//!     attributes:
//!       - name: datum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - name: beslutsdatum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//!   - version: 1.0.0
//!     attributes:
//!       - name: datum
//!         type: date
//!         required: true
//!         description: { sv: Dagen då beslutet fattades., en: The day the decision was made. }
//! ```
//!
//! ## Så rättar du
//!
//! Fråga dig först om det nya namnet är värt det arbete som det ger varje konsument: ofta räcker en
//! tydligare beskrivning. Är det värt det: lägg till det nya attributet bredvid det gamla, fyll i
//! båda, och märk det gamla `deprecated: true`. Det kräver bara en ny andra siffra. Ta bort det
//! gamla nästa gång händelsetypen får en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "attribute-renamed",
    what: (
        "ett attribut byter namn eller plats",
        "an attribute gets another name or place",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("attribute_renamed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    let (old_place, old_name) = was.rsplit_once('.').unwrap_or(("", &was));
    let (new_place, new_name) = is.rsplit_once('.').unwrap_or(("", &is));
    if old_place == new_place {
        say!(
            "attributet heter nu `{new_name}`",
            "the attribute is now called `{new_name}`"
        )
    } else if old_name == new_name {
        say!(
            "attributet flyttades till `{is}`",
            "the attribute was moved to `{is}`"
        )
    } else {
        say!(
            "attributet flyttades och heter nu `{is}`",
            "the attribute was moved and is now called `{is}`"
        )
    }
}
