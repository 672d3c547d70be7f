//! ## What it checks
//!
//! A tag that stood in `tags` no longer does. Tags are compared letter by letter: `bygglov` that
//! becomes `Bygglov`, or `bygg-lov`, is one tag removed and another added. The order of the tags
//! means nothing.
//!
//! ## Why
//!
//! A question may name tags, and one in common is enough for the event to be among the answers. A
//! consumer that asks for `bygga` gets the event today; when the tag is gone it gets nothing, and
//! no error tells it so. It must change its question, so a new first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # bygga is gone
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     tags: [bygglov, bygga]
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # bygga is gone
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     tags: [bygglov, bygga]
//! ```
//!
//! ## How to fix
//!
//! Keep the tag: a tag too many seldom harms anyone. To change how it is written, add the new form
//! beside the old one, which needs only a new second number. Take the old one away the next time
//! the event type gets a new first number, and say in `migration` which tag to ask for.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En tagg som stod i `tags` gör det inte längre. Taggar jämförs bokstav för bokstav: `bygglov` som
//! blir `Bygglov`, eller `bygg-lov`, är en tagg som tas bort och en annan som läggs till. Taggarnas
//! ordning betyder ingenting.
//!
//! ## Varför
//!
//! En fråga kan ange taggar, och det räcker med en gemensam för att händelsen ska komma med i
//! svaret. En konsument som frågar efter `bygga` får händelsen i dag; när taggen är borta får den
//! ingenting, och inget fel talar om det. Den måste ändra sin fråga, så det krävs en ny första
//! siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # bygga är borta
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     tags: [bygglov, bygga]
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # bygga är borta
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     tags: [bygglov, bygga]
//! ```
//!
//! ## Så rättar du
//!
//! Behåll taggen: en tagg för mycket skadar sällan någon. Ska den skrivas på ett annat sätt: lägg
//! till den nya formen bredvid den gamla, vilket bara kräver en ny andra siffra. Ta bort den gamla
//! nästa gång händelsetypen får en ny första siffra, och skriv i `migration` vilken tagg man ska
//! fråga efter.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "tag-removed",
    what: ("en tagg tas bort", "a tag is removed"),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("tag-added"),
    tell,
    page: include_str!("tag_removed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let was = change.was();
    say!("taggen `{was}` togs bort", "the tag `{was}` was removed")
}
