//! ## What it checks
//!
//! A code takes its values from somewhere else: `codelist` names another shared list, or values
//! that the attribute listed itself (`values`) are exchanged for a shared list, or the other way
//! round. It counts even if the same values happen to stand in both.
//!
//! What changes within a shared list isn't seen here, because the list isn't a part of the version.
//! What changes under `values` is counted value by value, as `code-added-closed`, `code-removed`
//! and so on.
//!
//! ## Why
//!
//! A list has its own values, its own meanings and its own stewards, who may add to it without
//! asking this event type. A consumer that was built for the older version knows the old list only.
//! Values of the new one may be unknown to it or, worse, look the same and mean something else.
//! Consumers must change their code, so a new first number is required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # the shared list takes over
//!     attributes:
//!       - { name: utfall, type: code, open: true, codelist: DECISION_OUTCOME, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: JA, title: { sv: Lov beviljat, en: Permit granted } }
//!           - { value: NEJ, title: { sv: Lov nekat, en: Permit refused } }
//!         description: { … }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: utfall, type: code, open: true, codelist: DECISION_OUTCOME, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: JA, title: { sv: Lov beviljat, en: Permit granted } }
//!           - { value: NEJ, title: { sv: Lov nekat, en: Permit refused } }
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Add a new attribute that points to the new list, such as `beslutsutfall`, fill in both, and mark
//! the old one `deprecated: true`. That needs only a new second number. Otherwise give the version
//! a new first number, and say in `migration` which new value corresponds to which old one.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En kod hämtar sina värden någon annanstans ifrån: `codelist` anger en annan gemensam lista,
//! eller värden som attributet listade självt (`values`) byts mot en gemensam lista, eller tvärtom.
//! Det räknas även om samma värden råkar stå i båda.
//!
//! Det som ändras i en gemensam lista syns inte här, eftersom listan inte är en del av versionen.
//! Det som ändras under `values` räknas värde för värde, som `code-added-closed`, `code-removed`
//! och så vidare.
//!
//! ## Varför
//!
//! En lista har egna värden, egna betydelser och egna förvaltare, som får bygga ut den utan att
//! fråga den här händelsetypen. En konsument som är byggd för den äldre versionen känner bara till
//! den gamla listan. Värden i den nya kan vara okända för den eller, ännu värre, se likadana ut och
//! betyda något annat. Konsumenterna måste ändra sina program, så det krävs en ny första siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # den gemensamma listan tar över
//!     attributes:
//!       - { name: utfall, type: code, open: true, codelist: DECISION_OUTCOME, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: JA, title: { sv: Lov beviljat, en: Permit granted } }
//!           - { value: NEJ, title: { sv: Lov nekat, en: Permit refused } }
//!         description: { … }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0
//!     attributes:
//!       - { name: utfall, type: code, open: true, codelist: DECISION_OUTCOME, description: { … } }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: JA, title: { sv: Lov beviljat, en: Permit granted } }
//!           - { value: NEJ, title: { sv: Lov nekat, en: Permit refused } }
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till ett nytt attribut som pekar på den nya listan, som `beslutsutfall`, fyll i båda, och
//! märk det gamla `deprecated: true`. Det kräver bara en ny andra siffra. Ge annars versionen en ny
//! första siffra, och skriv i `migration` vilket nytt värde som motsvarar vilket gammalt.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "codelist-repointed",
    what: (
        "ett attribut pekar på en annan kodlista",
        "an attribute points to another code list",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("codelist_repointed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    // Names of lists are written in capitals, so none is called this.
    match (&*was, &*is) {
        ("values", _) => say!(
            "egna värden byttes mot kodlistan `{is}`",
            "values of its own were exchanged for the code list `{is}`"
        ),
        (_, "values") => say!(
            "kodlistan `{was}` byttes mot egna värden",
            "the code list `{was}` was exchanged for values of its own"
        ),
        _ => say!(
            "kodlistan `{was}` byttes mot `{is}`",
            "the code list `{was}` was exchanged for `{is}`"
        ),
    }
}
