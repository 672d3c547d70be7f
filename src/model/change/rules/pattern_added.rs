//! ## What it checks
//!
//! A text that could have any form gets a `pattern`. It counts for attributes and references at
//! every depth, and for the texts in a list. A text that is new brings its pattern with it: that is
//! only `attribute-added`. A text that becomes a `date` or a `code` instead is `type-narrowed`.
//!
//! ## Why
//!
//! Every text that matches was valid before too, when any text was. Consumers that just show it go
//! on as they did, and those who want to can now take it apart. It is the producer who must act,
//! and send nothing that doesn't match. A new second number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - name: postnummer
//!         type: string
//!         pattern: "^[0-9]{3} [0-9]{2}$"
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: postnummer, type: string, description: { … } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - name: postnummer
//!         type: string
//!         pattern: "^[0-9]{3} [0-9]{2}$"
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: postnummer, type: string, description: { … } }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Check the pattern against what has been sent: are there
//! postcodes without the space, or foreign ones? A pattern can later be made narrower with a new
//! second number, but only be removed or widened with a new first one. Begin with `^` and end with
//! `$`, or it will match anywhere in the text.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En text som kunde ha vilken form som helst får ett mönster (`pattern`). Det räknas för attribut
//! och referenser på alla nivåer, och för texterna i en lista. En text som är ny har sitt mönster
//! med sig: det är bara `attribute-added`. En text som i stället blir ett `date` eller en `code` är
//! `type-narrowed`.
//!
//! ## Varför
//!
//! Varje text som passar var giltig också förut, när alla texter var det. Konsumenter som bara
//! visar den fortsätter som de har gjort, och den som vill kan nu ta isär den. Det är producenten
//! som måste göra något, nämligen inte skicka något som inte passar. Det krävs en ny andra siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     attributes:
//!       - name: postnummer
//!         type: string
//!         pattern: "^[0-9]{3} [0-9]{2}$"
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: postnummer, type: string, description: { … } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - name: postnummer
//!         type: string
//!         pattern: "^[0-9]{3} [0-9]{2}$"
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - { name: postnummer, type: string, description: { … } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Pröva mönstret på det som har skickats: finns det postnummer
//! utan mellanslag, eller utländska? Ett mönster kan senare göras snävare med en ny andra siffra,
//! men bara tas bort eller vidgas med en ny första. Börja med `^` och sluta med `$`, annars passar
//! det var som helst i texten.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "pattern-added",
    what: ("ett mönster tillkommer", "a pattern is added"),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("pattern-removed"),
    tell,
    page: include_str!("pattern_added.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let is = change.is();
    say!("mönstret `{is}` tillkom", "the pattern `{is}` was added")
}
