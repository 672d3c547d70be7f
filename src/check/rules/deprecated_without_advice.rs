//! ## What it checks
//!
//! When the newest version of an event type is deprecated or retired, it says
//! what to use instead: `replacedBy` names another event type, or `advice` tells
//! what to do, or why there is nothing else. An older version needs neither when
//! a newer one is published: the newer version is the advice.
//!
//! ## Why
//!
//! Anyone who reads that an event type is going away wonders at once what to do. Without an answer
//! they have to ask the producer, one by one.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     deprecated: 2026-03-01
//!     sunset: 2027-03-31
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     deprecated: 2026-03-01
//!     sunset: 2027-03-31
//!     replacedBy: REFKOM.BYGGLOV.STARTBESKED
//! ```
//!
//! ## How to fix
//!
//! Add `replacedBy` with the id of the event type that takes its place, or
//! `advice` with a sentence or two on what consumers should do.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! När den nyaste versionen av en händelsetyp utfasas eller är avvecklad står det
//! vad som ska användas i stället: `replacedBy` anger en annan händelsetyp, eller
//! `advice` berättar vad man gör, eller varför det inte finns något annat. En
//! äldre version behöver inget av det när en nyare är publicerad: den nyare
//! versionen är rådet.
//!
//! ## Varför
//!
//! Den som läser att en händelsetyp är på väg bort undrar genast vad som gäller i
//! stället. Utan svar frågar var och en producenten.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     deprecated: 2026-03-01
//!     sunset: 2027-03-31
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.0.0
//!     status: deprecated
//!     deprecated: 2026-03-01
//!     sunset: 2027-03-31
//!     replacedBy: REFKOM.BYGGLOV.STARTBESKED
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till `replacedBy` med id:t för den händelsetyp som tar över, eller
//! `advice` med en eller två meningar om vad konsumenterna ska göra.

use crate::check::history::{published, texts};
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let Some(newest) = published(event_type).pop() else {
        return;
    };
    let number = &newest.number.value;
    let what = match newest.status {
        _ if newest.replaced_by.is_some() || newest.advice.is_some() => return,
        Status::Deprecated => say!("{number} utfasas", "{number} is deprecated"),
        Status::Retired => say!("{number} är avvecklad", "{number} is retired"),
        Status::Draft | Status::Published => return,
    };
    let (sv, en, texts) = (&what.sv, &what.en, texts(tables));
    out.push(
        Diagnostic::new(
            "K0312",
            newest.status_span,
            say!(
                "{sv}, men det står inte vad som ska användas i stället",
                "{en}, but nothing says what to use instead"
            ),
        )
        .help(say!(
            "lägg till `replacedBy: PRODUCENT.PROCESS.HÄNDELSE` med den händelsetyp som tar över, eller `advice: {texts}` som säger vad konsumenterna ska göra",
            "add `replacedBy: PRODUCER.PROCESS.EVENT` with the event type that takes its place, or `advice: {texts}` that tells consumers what to do"
        )),
    );
}
