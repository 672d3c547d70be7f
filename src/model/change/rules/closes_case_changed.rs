//! ## What it checks
//!
//! `closesCase` gets another value: `true` (the event always closes the case), `false` (never) or
//! `varies` (each event says). It is what `producentarendetKlart` may be in an event. It counts in
//! every direction, also from `varies` to `true` or `false`.
//!
//! ## Why
//!
//! Consumers move a case that is closed to the customer's archive, stop asking for news of it, and
//! remove reminders. If `true` becomes `varies`, an event with `producentarendetKlart: false` is
//! valid under the new version but wasn't under the old one: a consumer that relied on `true` hides
//! a case that is still going on. In the other direction no event becomes invalid, but what the
//! event type says of the case is new, and consumers show it otherwise. A new first number is
//! required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # a granted permit isn't the end
//!     closesCase: varies
//!   - version: 1.0.0
//!     closesCase: true
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     closesCase: varies
//!   - version: 1.0.0
//!     closesCase: true
//! ```
//!
//! ## How to fix
//!
//! Give the version a new first number, and say in `migration` which events close the case and that
//! each event must be read. Or let the final step be an event type of its own, such as
//! `REFKOM.BYGGLOV.SLUTBESKED`: events of that type always close the case and those of the others
//! never do, which is what consumers find easiest.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! `closesCase` får ett annat värde: `true` (händelsen avslutar alltid ärendet), `false` (aldrig)
//! eller `varies` (varje händelse anger vad som gäller). Det är vad `producentarendetKlart` kan
//! vara i en händelse. Det räknas åt alla håll, också från `varies` till `true` eller `false`.
//!
//! ## Varför
//!
//! Konsumenter flyttar ett avslutat ärende till kundens arkiv, slutar fråga efter nytt om det och
//! tar bort påminnelser. Blir `true` till `varies` är en händelse med
//! `producentarendetKlart: false` giltig enligt den nya versionen men inte enligt den gamla: en
//! konsument som litade på `true` döljer ett ärende som fortfarande pågår. Åt andra hållet blir
//! ingen händelse ogiltig, men det som händelsetypen säger om ärendet är nytt, och konsumenterna
//! visar det på ett annat sätt. Det krävs en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # ett beviljat lov är inte slutet
//!     closesCase: varies
//!   - version: 1.0.0
//!     closesCase: true
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     closesCase: varies
//!   - version: 1.0.0
//!     closesCase: true
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny första siffra, och skriv i `migration` vilka händelser som avslutar ärendet
//! och att varje händelse måste läsas. Eller låt det sista steget vara en egen händelsetyp, som
//! `REFKOM.BYGGLOV.SLUTBESKED`: händelser av den typen avslutar alltid ärendet och de av andra
//! typer aldrig, och det är enklast för konsumenterna.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, how_often};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "closes-case-changed",
    what: (
        "uppgiften om ärendet är klart ändras",
        "what is said of whether the case is closed changes",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("closes_case_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = (how_often(&change.old), how_often(&change.new));
    let (was_sv, was_en, is_sv, is_en) = (&was.sv, &was.en, &is.sv, &is.en);
    say!(
        "händelsen avslutar nu {is_sv} ärendet (förut {was_sv})",
        "the event now {is_en} closes the case (before: {was_en})"
    )
}
