//! ## What it checks
//!
//! A value is added to the list of a code that is closed (`open: false`) in either version. The
//! values are those that the attribute itself has under `values`.
//!
//! Where the attribute points to a shared list with `codelist`, the values stand in the list and
//! not in the version, and aren't compared here; if it points to another list that is
//! `codelist-repointed`. A value that replaces another with the same title is `code-renamed`. If
//! both versions are open, it is `code-added-open`.
//!
//! ## Why
//!
//! A closed list promises that there are no other values. Consumers have a text, a colour or a
//! branch of code for each, and none for the rest. An event with the new value is valid under the
//! new version but not under the old one, and where the consumer shows a decision it would show
//! nothing, or stop. Consumers must act first, so a new first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # AVSKRIVET is new
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!           - { value: AVSKRIVET, title: { sv: Avskrivet, en: Discontinued } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!           - { value: AVSKRIVET, title: { sv: Avskrivet, en: Discontinued } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Give the version a new first number. To do without one, add an optional attribute that carries
//! the finer distinction and let the old one keep its values, if one of them is still true of the
//! new case. When you now make a new first number anyway, consider `open: true`: then the next
//! value needs only a new second number. Close a list only when law or logic says that it is
//! complete.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett värde läggs till i listan för en kod som är sluten (`open: false`) i någon av versionerna.
//! Det gäller de värden som attributet självt har under `values`.
//!
//! Pekar attributet på en gemensam lista med `codelist` står värdena i listan och inte i versionen,
//! och jämförs inte här; pekar det på en annan lista är det `codelist-repointed`. Ett värde som
//! ersätter ett annat med samma rubrik är `code-renamed`. Är båda versionerna öppna är det
//! `code-added-open`.
//!
//! ## Varför
//!
//! En sluten lista lovar att det inte finns några andra värden. Konsumenterna har en text, en färg
//! eller en gren i programmet för vart och ett, och ingen för resten. En händelse med det nya
//! värdet är giltig enligt den nya versionen men inte enligt den gamla, och där konsumenten visar
//! ett beslut skulle den inte visa något, eller stanna. Konsumenterna måste göra något först, så
//! det krävs en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # AVSKRIVET är nytt
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!           - { value: AVSKRIVET, title: { sv: Avskrivet, en: Discontinued } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!           - { value: AVSKRIVET, title: { sv: Avskrivet, en: Discontinued } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: false
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny första siffra. För att slippa det: lägg till ett valfritt attribut som bär
//! den finare skillnaden, och låt det gamla behålla sina värden, om något av dem fortfarande
//! stämmer för det nya fallet. När du ändå gör en ny första siffra: överväg `open: true`, så kräver
//! nästa värde bara en ny andra siffra. Slut en lista bara när lag eller logik säger att den är
//! fullständig.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "code-added-closed",
    what: (
        "ett värde läggs till i en sluten kodlista",
        "a value is added to a closed list of codes",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Rule("code-removed"),
    tell,
    page: include_str!("code_added_closed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let is = change.is();
    say!(
        "värdet `{is}` tillkom i den slutna listan",
        "the value `{is}` was added to the closed list"
    )
}
