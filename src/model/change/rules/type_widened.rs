//! ## What it checks
//!
//! An attribute keeps its name, but its type lets through everything that it did, and more:
//! `integer` becomes `number`, or `date`, `date-time`, `uri` or `code` becomes `string`. The type
//! of the items of a list counts in the same way.
//!
//! A type that isn't wider but another is `type-changed`, for instance `date` that becomes
//! `date-time`. A type that stays while its limits give way is `bound-loosened` or
//! `pattern-removed`, and a code that stays a code but takes other values is `code-opened`.
//!
//! ## Why
//!
//! Consumers store and show what the older type promised: whole kronor in a column for whole
//! numbers, a date that can be sorted and put into a calendar. Under the new version `1250.50` and
//! “in the spring” are valid; under the old one they aren't. Consumers must change their code, so a
//! new first number is required. The producer may go on sending what it sends.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # öre are to be shown
//!     attributes:
//!       - { name: avgiftKronor, type: number, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: avgiftKronor, type: integer, required: true, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: avgiftKronor, type: number, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: avgiftKronor, type: integer, required: true, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Leave the attribute as it is and add another for what doesn't fit, such as an optional
//! `avgiftOre`, or a text `tidsuppgift` beside a date that is sometimes only known by its season.
//! Adding needs only a new second number. Otherwise give the version a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett attribut behåller sitt namn, men dess typ släpper igenom allt som förut och mer därtill:
//! `integer` blir `number`, eller `date`, `date-time`, `uri` eller `code` blir `string`. Typen på
//! det som en lista innehåller räknas på samma sätt.
//!
//! En typ som inte är vidare utan en annan är `type-changed`, till exempel `date` som blir
//! `date-time`. En typ som är densamma medan gränserna ger efter är `bound-loosened` eller
//! `pattern-removed`, och en kod som förblir en kod men tar emot andra värden är `code-opened`.
//!
//! ## Varför
//!
//! Konsumenter lagrar och visar det som den äldre typen lovade: hela kronor i en kolumn för heltal,
//! ett datum som går att sortera och lägga i en kalender. Enligt den nya versionen är `1250.50` och
//! ”till våren” giltiga, men enligt den gamla är de inte det. Konsumenterna måste ändra sina
//! program, så det krävs en ny första siffra. Producenten får fortsätta att skicka det den skickar.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # ören ska synas
//!     attributes:
//!       - { name: avgiftKronor, type: number, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: avgiftKronor, type: integer, required: true, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: avgiftKronor, type: number, required: true, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: avgiftKronor, type: integer, required: true, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Låt attributet vara som det är och lägg till ett annat för det som inte ryms, som ett valfritt
//! `avgiftOre`, eller en text `tidsuppgift` bredvid ett datum där man ibland bara känner till
//! årstiden. Att lägga till kräver bara en ny andra siffra. Ge annars versionen en ny första
//! siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "type-widened",
    what: (
        "en typ blir vidare: heltal till tal; datum, adress eller kod till text",
        "a type becomes wider: integer to number; date, address or code to text",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("type-narrowed"),
    tell,
    page: include_str!("type_widened.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "typen vidgades från `{was}` till `{is}`",
        "the type was widened from `{was}` to `{is}`"
    )
}
