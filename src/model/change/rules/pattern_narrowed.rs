//! ## What it checks
//!
//! A `pattern` is exchanged for another, and every text that matches the new one is sure to match
//! the old one. The tool computes that from the two patterns, whatever they look like:
//! `^BYGG-[0-9]{4}$` is narrower than `^[A-Z]+-[0-9]+$`. Where it can't be shown, it counts as
//! `pattern-changed`. A pattern where there was none is `pattern-added`.
//!
//! ## Why
//!
//! Whatever is valid under the new version was valid under the old one, so a consumer that copes
//! with the old form copes with the new one. It can now rely on more. It is the producer who must
//! act, and make sure that every text it sends has the narrower form. A new second number is
//! required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^[A-Z]+-[0-9]{4}-[0-9]+$"
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^[A-Z]+-[0-9]{4}-[0-9]+$"
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Try the new pattern on numbers from old cases too: those
//! that were moved from an earlier case-handling system often have another form. A pattern that
//! turns out to be too narrow can only be widened with a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett mönster (`pattern`) byts mot ett annat, och varje text som passar det nya passar säkert det
//! gamla. Verktyget räknar ut det från de två mönstren, hur de än ser ut: `^BYGG-[0-9]{4}$` är
//! snävare än `^[A-Z]+-[0-9]+$`. Där det inte går att visa räknas det som `pattern-changed`. Ett
//! mönster där det inte fanns något är `pattern-added`.
//!
//! ## Varför
//!
//! Det som är giltigt enligt den nya versionen var giltigt enligt den gamla, så en konsument som
//! klarar den gamla formen klarar den nya. Den kan nu lita på mer. Det är producenten som måste
//! göra något, nämligen se till att varje text som skickas har den snävare formen. Det krävs en ny
//! andra siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^[A-Z]+-[0-9]{4}-[0-9]+$"
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^[A-Z]+-[0-9]{4}-[0-9]+$"
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Pröva det nya mönstret också på nummer från gamla ärenden: de
//! som har flyttats från ett tidigare ärendehanteringssystem har ofta en annan form. Ett mönster
//! som visar sig vara för snävt kan bara vidgas med en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "pattern-narrowed",
    what: ("ett mönster blir snävare", "a pattern becomes narrower"),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("pattern-changed"),
    tell,
    page: include_str!("pattern_narrowed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "mönstret `{was}` snävades in till `{is}`",
        "the pattern `{was}` was narrowed to `{is}`"
    )
}
