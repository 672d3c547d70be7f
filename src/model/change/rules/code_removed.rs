//! ## What it checks
//!
//! A value that the attribute had under `values` isn't there any more, whether the list is open or
//! closed. Values of a shared list (`codelist`) stand in the list and aren't compared here.
//!
//! If a new value has the same title as the one that is gone, the value has been renamed: that is
//! `code-renamed`, which requires more. A value that stays while only its title changes is
//! `text-changed`.
//!
//! ## Why
//!
//! Whatever is sent under the new version could be sent under the old one too: there is only less
//! of it. Consumers keep a text for a value that no longer comes, which does no harm. It is the
//! producer who must act, and see to it that no system still sends the value. A new second number
//! is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # FAX is gone
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: FAX, title: { sv: Fax, en: Fax } }
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: FAX, title: { sv: Fax, en: Fax } }
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. Be sure that the value will never be needed again: putting
//! it back into a closed list is `code-added-closed` and needs a new first number. A value that is
//! just rare can stay; keeping it costs nothing.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett värde som attributet hade under `values` finns inte längre där, oavsett om listan är öppen
//! eller sluten. Värden i en gemensam lista (`codelist`) står i listan och jämförs inte här.
//!
//! Har ett nytt värde samma rubrik som det som är borta har värdet bytt namn: det är
//! `code-renamed`, som kräver mer. Ett värde som finns kvar medan bara dess rubrik ändras är
//! `text-changed`.
//!
//! ## Varför
//!
//! Allt som skickas enligt den nya versionen kunde skickas också enligt den gamla: det är bara
//! mindre. Konsumenterna har kvar en text för ett värde som inte längre kommer, och det skadar
//! inte. Det är producenten som måste göra något, nämligen se till att inget system fortfarande
//! skickar värdet. Det krävs en ny andra siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # FAX är borta
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: FAX, title: { sv: Fax, en: Fax } }
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: false
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: FAX, title: { sv: Fax, en: Fax } }
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Var säker på att värdet aldrig behövs igen: att lägga tillbaka
//! det i en sluten lista är `code-added-closed` och kräver en ny första siffra. Ett värde som bara
//! är ovanligt kan vara kvar; det kostar inget.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "code-removed",
    what: (
        "ett värde tas bort ur en kodlista",
        "a value is removed from a list of codes",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Producers,
    mirror: Mirror::Rule("code-added-closed"),
    tell,
    page: include_str!("code_removed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let was = change.was();
    say!("värdet `{was}` togs bort", "the value `{was}` was removed")
}
