//! ## What it checks
//!
//! A value under `values` is gone, and a new one has the same title in the first language of the
//! site: it is the same value, written in another way. It counts in open and closed lists alike.
//!
//! If the title is new too, the tool can't know that it is the same value: it then counts as one
//! value removed and one added (`code-removed`, and `code-added-open` or `code-added-closed`). If
//! only the title is new, it is `text-changed`.
//!
//! ## Why
//!
//! The value is what is sent and what programs compare with, letter by letter; the title is only
//! shown. To a consumer that was built for the older version the old value never comes again, and
//! the new one is unknown. It can't show by itself that the application was granted. Even in an
//! open list that is a loss, because it had the value and acted on it. A new first number is
//! required.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # BEVILJAT is now called BIFALL
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: BEVILJAT, title: { sv: Bifall, en: Granted } }
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
//!         open: true
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: BEVILJAT, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//! ```
//!
//! ## How to fix
//!
//! Leave the value as it is and mend its title or description: that is what people see, and it
//! needs only a new third number. A value with an old or misspelt name harms nobody. Rename it, if
//! you must, the next time the event type gets a new first number, and give the old and the new
//! name in `migration`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett värde under `values` är borta, och ett nytt har samma rubrik på webbplatsens första språk:
//! det är samma värde, skrivet på ett annat sätt. Det räknas både i öppna och slutna listor.
//!
//! Är också rubriken ny kan verktyget inte veta att det är samma värde: då räknas det som ett värde
//! som tas bort och ett som läggs till (`code-removed`, och `code-added-open` eller
//! `code-added-closed`). Är bara rubriken ny är det `text-changed`.
//!
//! ## Varför
//!
//! Värdet är det som skickas och det som program jämför med, bokstav för bokstav; rubriken visas
//! bara. För en konsument som är byggd för den äldre versionen kommer det gamla värdet aldrig mer,
//! och det nya är okänt. Den kan inte av sig själv visa att ansökan har beviljats. Även i en öppen
//! lista är det en förlust, eftersom den hade värdet och handlade efter det. Det krävs en ny första
//! siffra.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # BEVILJAT heter nu BIFALL
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: BEVILJAT, title: { sv: Bifall, en: Granted } }
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
//!         open: true
//!         values:
//!           - { value: BIFALL, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//!   - version: 1.0.0
//!     attributes:
//!       - name: utfall
//!         type: code
//!         open: true
//!         values:
//!           - { value: BEVILJAT, title: { sv: Bifall, en: Granted } }
//!           - { value: AVSLAG, title: { sv: Avslag, en: Rejected } }
//!         description: { … }
//! ```
//!
//! ## Så rättar du
//!
//! Låt värdet vara som det är och rätta dess rubrik eller beskrivning: det är den som människor
//! ser, och det kräver bara en ny tredje siffra. Ett värde med ett gammalt eller felstavat namn
//! skadar ingen. Måste det byta namn: gör det nästa gång händelsetypen får en ny första siffra, och
//! ange det gamla och det nya namnet i `migration`.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, ends};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "code-renamed",
    what: (
        "ett värde i en kodlista byter namn",
        "a value in a list of codes is renamed",
    ),
    requires: Bump::Major,
    breaks: Breaks::Consumers,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("code_renamed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let (was, is) = ends(change);
    say!(
        "värdet `{was}` heter nu `{is}`",
        "the value `{was}` is now called `{is}`"
    )
}
