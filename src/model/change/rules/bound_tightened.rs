//! ## What it checks
//!
//! A bound lets less through: `minimum`, `minLength` or `minItems` becomes greater, `maximum`,
//! `maxLength` or `maxItems` becomes smaller, or one of them is added where there was none. Each
//! bound counts by itself, on an attribute at any depth and on the items of a list. An attribute
//! that is new brings its bounds with it: that is only `attribute-added`.
//!
//! ## Why
//!
//! Everything within the new bounds was within the old ones too, so consumers that have room for
//! the old values have room for the new. It is the producer who must act: what used to be sent may
//! now be invalid. A new second number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # a decision concerns at least one property
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         minItems: 1
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         minItems: 1
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Look through what has been sent so far, the longest text
//! and the largest amount, and leave some room: a bound that turns out to be too tight can only be
//! loosened with a new first number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En gräns släpper igenom mindre: `minimum`, `minLength` eller `minItems` blir större, `maximum`,
//! `maxLength` eller `maxItems` blir mindre, eller en av dem tillkommer där det inte fanns någon.
//! Varje gräns räknas för sig, hos ett attribut på vilken nivå som helst och hos det som en lista
//! innehåller. Ett attribut som är nytt har sina gränser med sig: det är bara `attribute-added`.
//!
//! ## Varför
//!
//! Allt som ryms inom de nya gränserna rymdes också inom de gamla, så den konsument som har plats
//! för de gamla värdena har plats för de nya. Det är producenten som måste göra något: det som
//! skickades förut kan nu vara ogiltigt. Det krävs en ny andra siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # ett beslut gäller minst en fastighet
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         minItems: 1
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         minItems: 1
//!         required: true
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: fastigheter
//!         type: array
//!         items: { type: string }
//!         required: true
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Se igenom det som har skickats hittills, den längsta texten och
//! det största beloppet, och lämna en marginal: en gräns som visar sig vara för snäv kan bara
//! vidgas med en ny första siffra.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "bound-tightened",
    what: (
        "en gräns för tal, längd eller antal skärps eller tillkommer",
        "a bound on a number, length or count is tightened or added",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("bound-loosened"),
    tell,
    page: include_str!("bound_tightened.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    match change.old {
        Some(_) => say!(
            "gränsen skärptes från {was} till {is}",
            "the bound was tightened from {was} to {is}"
        ),
        None => say!("gränsen {is} tillkom", "the bound {is} was added"),
    }
}
