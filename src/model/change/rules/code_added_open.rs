//! ## What it checks
//!
//! A value is added to the list of a code that is open (`open: true`) in both versions. The values
//! are those that the attribute itself has under `values`; those of a shared list (`codelist`)
//! stand in the list and aren't compared here.
//!
//! If the list is opened in the same step it was still closed to those who read the older version:
//! that is `code-added-closed`. A value that replaces another with the same title is
//! `code-renamed`.
//!
//! ## Why
//!
//! An open list promises only that the listed values mean what they say; others may come. Consumers
//! have been built to show something sensible for a value they don't know, so an event with the new
//! value was valid all along. Nobody has to act. A new second number tells those who want a better
//! text for the new value that there is one to write.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # SMS is new
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: SMS, title: { sv: Sms, en: Text message } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
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
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: SMS, title: { sv: Sms, en: Text message } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new second number. If the new value takes over a part of what an old one
//! meant, the old one means something else from now on: declare that with `semanticChange: major`
//! or `semanticChange: minor`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett värde läggs till i listan för en kod som är öppen (`open: true`) i båda versionerna. Det
//! gäller de värden som attributet självt har under `values`; de i en gemensam lista (`codelist`)
//! står i listan och jämförs inte här.
//!
//! Öppnas listan i samma steg var den fortfarande sluten för den som läser den äldre versionen: det
//! är `code-added-closed`. Ett värde som ersätter ett annat med samma rubrik är `code-renamed`.
//!
//! ## Varför
//!
//! En öppen lista lovar bara att de värden som står där betyder det de säger; andra kan komma.
//! Konsumenterna är byggda för att visa något rimligt för ett värde som de inte känner till, så en
//! händelse med det nya värdet var giltig hela tiden. Ingen behöver göra något. En ny andra siffra
//! talar om för den som vill ha en bättre text för det nya värdet att det finns en att skriva.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # SMS är nytt
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: SMS, title: { sv: Sms, en: Text message } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
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
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!           - { value: SMS, title: { sv: Sms, en: Text message } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: kanal
//!         type: code
//!         open: true
//!         values:
//!           - { value: E_TJANST, title: { sv: E-tjänst, en: E-service } }
//!           - { value: BREV, title: { sv: Brev, en: Letter } }
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny andra siffra. Tar det nya värdet över en del av det som ett gammalt betydde
//! får det gamla en annan betydelse från och med nu: ange det med `semanticChange: major` eller
//! `semanticChange: minor`.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "code-added-open",
    what: (
        "ett värde läggs till i en öppen kodlista",
        "a value is added to an open list of codes",
    ),
    requires: Bump::Minor,
    breaks: Breaks::Nobody,
    mirror: Mirror::Rule("code-removed"),
    tell,
    page: include_str!("code_added_open.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let is = change.is();
    say!(
        "värdet `{is}` tillkom i den öppna listan",
        "the value `{is}` was added to the open list"
    )
}
