//! ## What it checks
//!
//! A `pattern` is exchanged for another that may let other texts through. The tool decides by
//! computing whether every text that matches the new pattern also matches the old one. If that is
//! certain, it is `pattern-narrowed`. If it isn't so, or can't be shown, because the patterns are
//! very large or look for word boundaries with `\b`, it counts here.
//!
//! A pattern matches anywhere in the text unless it begins with `^` and ends with `$`. To drop one
//! of those therefore changes the pattern as well.
//!
//! ## Why
//!
//! Consumers take texts apart by the old pattern, or refuse those that don't match it. A text that
//! matches only the new pattern is valid under the new version but not under the old one. Consumers
//! must learn the new form before the first such text comes, so a new first number is required.
//! Often the producer has already changed what it sends, and the pattern comes after.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # environmental cases get numbers of their own
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^(BYGG|MILJO)-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^(BYGG|MILJO)-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new first number. To do without one, add an optional attribute for texts of
//! the new form and leave the old one alone. From the start, choose a pattern that says no more
//! than you can keep to for years: `^[A-Z]+-[0-9]{4}-[0-9]+$` survives a reorganisation, `^BYGG-`
//! may not.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett mönster (`pattern`) byts mot ett annat som kan släppa igenom andra texter. Verktyget avgör
//! det genom att räkna ut om varje text som passar det nya mönstret också passar det gamla. Är det
//! säkert är det `pattern-narrowed`. Är det inte så, eller går det inte att visa, för att mönstren
//! är mycket stora eller söker efter ordgränser med `\b`, räknas det hit.
//!
//! Ett mönster får passa var som helst i texten om det inte börjar med `^` och slutar med `$`. Att
//! ta bort något av dem är därför också att ändra mönstret.
//!
//! ## Varför
//!
//! Konsumenter tar isär texter efter det gamla mönstret, eller avvisar dem som inte passar det. En
//! text som bara passar det nya mönstret är giltig enligt den nya versionen men inte enligt den
//! gamla. Konsumenterna måste lära sig den nya formen innan den första sådana texten kommer, så det
//! krävs en ny första siffra. Ofta har producenten redan ändrat det som skickas, och mönstret
//! kommer efter.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # miljöärenden får egna nummer
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^(BYGG|MILJO)-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^(BYGG|MILJO)-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//!   - version: 1.0.0
//!     references:
//!       - name: diarienummer
//!         type: string
//!         pattern: "^BYGG-[0-9]{4}-[0-9]{5}$"
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny första siffra. För att slippa det: lägg till ett valfritt attribut för texter
//! av den nya formen, och låt det gamla vara. Välj från början ett mönster som inte säger mer än du
//! kan hålla i åratal: `^[A-Z]+-[0-9]{4}-[0-9]+$` överlever en omorganisation, men kanske inte
//! `^BYGG-`.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "pattern-changed",
    what: (
        "ett mönster ändras, utan att säkert bli snävare",
        "a pattern changes, without surely becoming narrower",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("pattern_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "mönstret `{was}` blev `{is}`, som kan släppa igenom annat",
        "the pattern `{was}` became `{is}`, which may let other values through"
    )
}
