//! ## What it checks
//!
//! `category` names another event category than before. A category that gets a new title or
//! description in its own file doesn't count: the event type still belongs to the same one. If what
//! the event says of the case changes with it, `customer-action-changed` or `closes-case-changed`
//! counts as well.
//!
//! ## Why
//!
//! The category is the same for all producers, and it is by the category that consumers choose what
//! to do: events of “Supplement requested” become a reminder, those of “Decided” a notice. A
//! consumer that was built for the older version looks for the event under the old category and no
//! longer finds it, though the event itself is valid. It must change what it selects, so a new
//! first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # a decision, not only an end
//!     category: DECIDED
//!   - version: 1.0.0
//!     category: CLOSED
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     category: DECIDED
//!   - version: 1.0.0
//!     category: CLOSED
//! ```
//!
//! ## How to fix
//!
//! Give the version a new first number, and say in `migration` where the event is now to be found.
//! If the event has come to mean something else, make a new event type in the right category, and
//! let this one be deprecated with `replacedBy`: an id never changes its meaning.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! `category` anger en annan kundhändelsekategori än förut. En kategori som får en ny rubrik eller
//! beskrivning i sin egen fil räknas inte: händelsetypen hör fortfarande till samma kategori.
//! Ändras därmed också vad händelsen säger om ärendet räknas även `customer-action-changed` eller
//! `closes-case-changed`.
//!
//! ## Varför
//!
//! Kategorin är gemensam för alla producenter, och det är efter den som konsumenter väljer vad de
//! gör: händelser i ”Komplettering begärd” blir en påminnelse, de i ”Beslutat” ett meddelande. En
//! konsument som är byggd för den äldre versionen letar efter händelsen i den gamla kategorin och
//! hittar den inte längre, fast händelsen i sig är giltig. Den måste ändra sitt urval, så det krävs
//! en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # ett beslut, inte bara ett avslut
//!     category: DECIDED
//!   - version: 1.0.0
//!     category: CLOSED
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     category: DECIDED
//!   - version: 1.0.0
//!     category: CLOSED
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny första siffra, och skriv i `migration` var händelsen nu finns. Har händelsen
//! fått en annan betydelse: gör en ny händelsetyp i rätt kategori, och fasa ut den här med
//! `replacedBy`. Ett id ändrar aldrig betydelse.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "category-changed",
    what: ("kategorin byts", "the category changes"),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("category_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "kategorin `{was}` byttes mot `{is}`",
        "the category `{was}` was exchanged for `{is}`"
    )
}
