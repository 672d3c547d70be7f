//! ## What it checks
//!
//! An event type belongs to another producer process than the one that it is compared with. The
//! process is part of the id, `REFKOM.BYGGLOV.BESLUT`, and of the path of the file. Two versions of
//! one event type therefore always have the same process, and no number in a file can be wrong
//! because of this rule. It shows when `katalog diff` compares two different event types, for
//! instance an entry and the copy that is to take its place in another process.
//!
//! ## Why
//!
//! The process tells what kind of case the event happened in. Consumers ask for events by the whole
//! id or by its first parts: who asks for `REFKOM.BYGGLOV` doesn't get `REFKOM.TILLSYN.BESLUT`. To
//! a consumer the event is gone from one place and new in another, whatever it holds. It must
//! change its questions, so the change is as large as a new first number, and it can't be made
//! under the same id.
//!
//! ## Fails
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.0.0
//!
//! # REFKOM/TILLSYN/BESLUT.yaml: a copy, and nothing says which of them holds
//! versions:
//!   - version: 1.0.0
//! ```
//!
//! `katalog diff` between the two shows this change. Neither number is wrong, so `katalog check`
//! finds nothing.
//!
//! ## Passes
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     deprecated: 2026-03-01
//!     sunset: 2027-03-31
//!     replacedBy: REFKOM.TILLSYN.BESLUT
//!
//! # REFKOM/TILLSYN/BESLUT.yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## How to fix
//!
//! Don't move the file. Make a new event type in the right process, beginning at 1.0.0, and
//! deprecate the old one with `replacedBy` and a last day. Send events of both until that day, so
//! that consumers have time to change their questions. `katalog diff` of the two shows what else is
//! different.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En händelsetyp hör till en annan producentprocess än den som den jämförs med. Processen är en
//! del av id:t, `REFKOM.BYGGLOV.BESLUT`, och av filens sökväg. Två versioner av en händelsetyp har
//! därför alltid samma process, och inget nummer i en fil kan vara fel på grund av den här regeln.
//! Den visar sig när `katalog diff` jämför två olika händelsetyper, till exempel en post och den
//! kopia som ska ta dess plats i en annan process.
//!
//! ## Varför
//!
//! Processen berättar i vilket slags ärende händelsen inträffade. Konsumenter frågar efter
//! händelser med hela id:t eller med dess första delar: den som frågar efter `REFKOM.BYGGLOV` får
//! inte `REFKOM.TILLSYN.BESLUT`. För en konsument är händelsen borta från ett ställe och ny på ett
//! annat, vad den än innehåller. Den måste ändra sina frågor. Ändringen är därför lika stor som en
//! ny första siffra, och kan inte göras under samma id.
//!
//! ## Fel
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.0.0
//!
//! # REFKOM/TILLSYN/BESLUT.yaml: en kopia, och inget säger vilken som gäller
//! versions:
//!   - version: 1.0.0
//! ```
//!
//! `katalog diff` mellan de två visar den här ändringen. Inget av numren är fel, så `katalog check`
//! hittar inget.
//!
//! ## Rätt
//!
//! ```yaml
//! # REFKOM/BYGGLOV/BESLUT.yaml
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     deprecated: 2026-03-01
//!     sunset: 2027-03-31
//!     replacedBy: REFKOM.TILLSYN.BESLUT
//!
//! # REFKOM/TILLSYN/BESLUT.yaml
//! versions:
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Så rättar du
//!
//! Flytta inte filen. Gör en ny händelsetyp i rätt process, med början på 1.0.0, och fasa ut den
//! gamla med `replacedBy` och en sista dag. Skicka händelser av båda till den dagen, så att
//! konsumenterna hinner ändra sina frågor. `katalog diff` av de två visar vad mer som skiljer.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "process-changed",
    what: ("processen byts", "the process changes"),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("process_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "processen `{was}` byttes mot `{is}`",
        "the process `{was}` was exchanged for `{is}`"
    )
}
