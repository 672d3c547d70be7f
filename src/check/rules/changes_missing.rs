//! ## What it checks
//!
//! Every version but the first says in `changes` what is new. In a draft, its absence is only a
//! warning.
//!
//! ## Why
//!
//! Those who use an older version decide by this text whether the new one concerns them. A list of
//! differences shows what has changed, but not why.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     changes:
//!       sv: Attributet `senastDatum` är nytt.
//!       en: The attribute `senastDatum` is new.
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## How to fix
//!
//! Add `changes`, and say in a sentence or two what is new and whom it concerns. `katalog diff`
//! shows everything that differs.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje version utom den första berättar i `changes` vad som är nytt. I ett
//! utkast är det bara en varning när det saknas.
//!
//! ## Varför
//!
//! Den som använder en äldre version avgör med den texten om den nya angår dem.
//! En lista över skillnader visar vad som har ändrats, men inte varför.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     changes:
//!       sv: Attributet `senastDatum` är nytt.
//!       en: The attribute `senastDatum` is new.
//!     attributes:
//!       - { name: senastDatum, type: date, description: { … } }
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till `changes`, och berätta i en eller två meningar vad som är nytt och vem det angår.
//! `katalog diff` visar allt som skiljer.

use crate::check::history::{oldest_first, severity, texts};
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for pair in oldest_first(event_type).windows(2) {
        let (older, newer) = (pair[0], pair[1]);
        if newer.changes.is_some() {
            continue;
        }
        let (id, texts) = (event_type.id(), texts(tables));
        let (old, new) = (&older.number.value, &newer.number.value);
        out.push(
            Diagnostic::new(
                "K0317",
                newer.number.span,
                say!(
                    "det står inte vad som är nytt i {new}",
                    "nothing says what is new in {new}"
                ),
            )
            .severity(severity(newer))
            .help(say!(
                "lägg till en rad `changes: {texts}` i den versionen; det som skiljer visas av: katalog diff {id}@{old} {id}@{new}",
                "add a line `changes: {texts}` to that version; see what differs with: katalog diff {id}@{old} {id}@{new}"
            )),
        );
    }
}
