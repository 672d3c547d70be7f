//! ## What it checks
//!
//! An attribute keeps its name, but its type lets through only some of what it did: `number`
//! becomes `integer`, or `string` becomes `date`, `date-time`, `uri` or `code`. The type of the
//! items of a list counts in the same way.
//!
//! It must be certain that every value of the new type fits the old one. A `string` with at most
//! eight characters that becomes a `date`, which has ten, isn't narrower: that is `type-changed`. A
//! type that stays while its limits grow stricter is `bound-tightened`, `pattern-added` or
//! `pattern-narrowed`.
//!
//! ## Why
//!
//! What is valid under the new version is valid under the old one: a date is also a text, and a
//! whole number is also a number. A consumer that shows the value as text goes on doing so. Those
//! who want to can now rely on more, and a new second number tells them. It is the producer who
//! must act, and stop sending what no longer fits.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # the text becomes a real date
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: string, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: string, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Look through what has really been sent: if the text has
//! sometimes been “30 September” or “to be announced”, the producer's system must be mended before
//! the version is published. Going back later is `type-widened` and needs a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut behåller sitt namn, men dess typ släpper bara igenom en del av det som den gjorde
//! förut: `number` blir `integer`, eller `string` blir `date`, `date-time`, `uri` eller `code`.
//! Typen på det som en lista innehåller räknas på samma sätt.
//!
//! Det måste vara säkert att varje värde av den nya typen ryms i den gamla. En `string` på högst
//! åtta tecken som blir ett `date`, som har tio, är inte snävare: det är `type-changed`. En typ som
//! är densamma medan gränserna blir strängare är `bound-tightened`, `pattern-added` eller
//! `pattern-narrowed`.
//!
//! ## Varför
//!
//! Det som är giltigt enligt den nya versionen är giltigt enligt den gamla: ett datum är också en
//! text, och ett heltal är också ett tal. En konsument som visar värdet som text fortsätter med
//! det. Den som vill kan nu lita på mer, och det säger en ny andra siffra. Det är producenten som
//! måste göra något, nämligen sluta skicka det som inte längre ryms.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # texten blir ett riktigt datum
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: string, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - { name: senastDatum, type: date, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: senastDatum, type: string, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Se igenom vad som verkligen har skickats: har texten ibland
//! varit ”30 september” eller ”meddelas senare” måste producentens system rättas innan versionen
//! publiceras. Att gå tillbaka senare är `type-widened` och kräver en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "type-narrowed",
    what: (
        "en typ blir snävare: tal till heltal; text till datum, adress eller kod",
        "a type becomes narrower: number to integer; text to date, address or code",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("type-widened"),
    tell,
    page: include_str!("type_narrowed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    if change.breaks == Breaks::Nobody {
        return say!(
            "typen byttes från `{was}` till `{is}`, som inte släpper igenom mer",
            "the type was changed from `{was}` to `{is}`, which lets no more through"
        );
    }
    say!(
        "typen snävades in från `{was}` till `{is}`",
        "the type was narrowed from `{was}` to `{is}`"
    )
}
