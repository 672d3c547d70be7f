//! ## What it checks
//!
//! A text that had a `pattern` no longer has one. If another pattern takes its place, it is
//! `pattern-changed` or `pattern-narrowed`. If the attribute no longer is a text, it is a change of
//! type.
//!
//! ## Why
//!
//! A pattern promises the form of a text, and consumers take it apart by that form: the year out of
//! a registration number, the municipality out of a property designation. Under the new version any
//! text is valid; under the old one only those that match. Consumers must change their code so that
//! it copes with any text at all, and a new first number is required. The producer need not do
//! anything.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     references:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         required: true
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     references:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         required: true
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Keep the pattern for as long as the old form is sent. If a new case-handling system gives
//! numbers of another form, add a second attribute for them, such as `arendenummer`; that needs
//! only a new second number if the first one is optional or can still be filled in. Otherwise give
//! the version a new first number, and describe the new forms in `migration`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En text som hade ett mönster (`pattern`) har inte längre något. Tar ett annat mönster dess plats
//! är det `pattern-changed` eller `pattern-narrowed`. Är attributet inte längre en text är det en
//! ändring av typ.
//!
//! ## Varför
//!
//! Ett mönster lovar vilken form en text har, och konsumenter tar isär den efter formen: årtalet ur
//! ett diarienummer, kommunen ur en fastighetsbeteckning. Enligt den nya versionen är vilken text
//! som helst giltig, men enligt den gamla bara de som passar. Konsumenterna måste ändra sina
//! program så att de klarar vilken text som helst, och det krävs en ny första siffra. Producenten
//! behöver inte göra något.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     references:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         required: true
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     references:
//!       - { name: diarienummer, type: string, required: true, description: { … } }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         required: true
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Behåll mönstret så länge den gamla formen skickas. Ger ett nytt ärendehanteringssystem nummer av
//! en annan form: lägg till ett andra attribut för dem, som `arendenummer`; det kräver bara en ny
//! andra siffra om det första är valfritt eller fortfarande kan fyllas i. Ge annars versionen en ny
//! första siffra, och beskriv de nya formerna i `migration`.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "pattern-removed",
    what: ("ett mönster tas bort", "a pattern is removed"),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("pattern-added"),
    tell,
    page: include_str!("pattern_removed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let was = change.was();
    say!(
        "mönstret `{was}` togs bort",
        "the pattern `{was}` was removed"
    )
}
