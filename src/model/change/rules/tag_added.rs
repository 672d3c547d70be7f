//! ## What it checks
//!
//! A tag that didn't stand in `tags` now does. Tags are compared letter by letter, so a tag that is
//! written in another way is one added and one removed (`tag-removed`, which requires more). The
//! order of the tags means nothing.
//!
//! ## Why
//!
//! Every question that found the event still finds it, and the event itself is the same, so nobody
//! has to act. But consumers that ask for the new tag begin to get events of this type. That is
//! what a tag is for, and a new second number says that it has happened.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # also for those who follow building in general
//!     tags: [bygglov, bygga]
//!   - version: 1.0.0
//!     tags: [bygglov]
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     tags: [bygglov, bygga]
//!   - version: 1.0.0
//!     tags: [bygglov]
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Use the tags that other producers already have for the
//! same thing, since a tag that only one producer knows finds nothing for anybody else; and be sure
//! of the spelling, since taking a tag away needs a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En tagg som inte stod i `tags` gör det nu. Taggar jämförs bokstav för bokstav, så en tagg som
//! skrivs på ett annat sätt är en som läggs till och en som tas bort (`tag-removed`, som kräver
//! mer). Taggarnas ordning betyder ingenting.
//!
//! ## Varför
//!
//! Varje fråga som hittade händelsen hittar den fortfarande, och händelsen är densamma, så ingen
//! behöver göra något. Men konsumenter som frågar efter den nya taggen börjar få händelser av den
//! här typen. Det är vad en tagg är till för, och en ny andra siffra säger att det har skett.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # även för den som följer byggande i stort
//!     tags: [bygglov, bygga]
//!   - version: 1.0.0
//!     tags: [bygglov]
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     tags: [bygglov, bygga]
//!   - version: 1.0.0
//!     tags: [bygglov]
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Använd de taggar som andra producenter redan har för samma sak,
//! eftersom en tagg som bara en producent känner till inte hittar något åt någon annan. Var säker
//! på stavningen: att ta bort en tagg kräver en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "tag-added",
    what: ("en tagg läggs till", "a tag is added"),
    requires: Bump::Minor,
    breaks: Breaks::Nobody,
    mirror: Mirror::Rule("tag-removed"),
    tell,
    page: include_str!("tag_added.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let is = change.is();
    say!("taggen `{is}` tillkom", "the tag `{is}` was added")
}
