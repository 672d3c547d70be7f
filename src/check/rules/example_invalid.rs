//! ## What it checks
//!
//! Every example is a whole event as it goes over the wire. It is of this very event type, it
//! agrees with what its version says about attributes, references, `requiresCustomerAction` and
//! `closesCase`, and it holds nothing that the version doesn't describe.
//!
//! ## Why
//!
//! Integrators copy the examples and test against them. An example that breaks
//! its own description teaches the wrong thing.
//!
//! ## Fails
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - title: { sv: Bifall, en: Approval }
//!     event:
//!       kundhandelseId: REFKOM-BYGG-2026-00123-2
//!       rubrik: Beslut är fattat
//!       beskrivning: Vi har fattat beslut i ditt ärende.
//!       sprak: sv
//!       producent: Referenskommunen
//!       tidpunkt: "2026-05-04T09:12:44+02:00"
//!       kundhandelseTyp: REFKOM.BYGGLOV.BESLUT
//!       producentarendetKraverKundatgard: false
//!       producentarendetKlart: true
//!       version: "6.1"
//!       utokadInformation: { senastDatum: 30 september }   # not a date
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - title: { sv: Bifall, en: Approval }
//!     event:
//!       kundhandelseId: REFKOM-BYGG-2026-00123-2
//!       rubrik: Beslut är fattat
//!       beskrivning: Vi har fattat beslut i ditt ärende.
//!       sprak: sv
//!       producent: Referenskommunen
//!       tidpunkt: "2026-05-04T09:12:44+02:00"
//!       kundhandelseTyp: REFKOM.BYGGLOV.BESLUT
//!       producentarendetKraverKundatgard: false
//!       producentarendetKlart: true
//!       version: "6.1"
//!       utokadInformation: { senastDatum: 2026-09-30 }
//! ```
//!
//! ## How to fix
//!
//! Correct the example if the description is right, or the description if the example shows what is
//! really sent.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje exempel är en hel händelse så som den skickas. Den är av just den här händelsetypen,
//! stämmer med det som versionen säger om attribut, referenser, `requiresCustomerAction` och
//! `closesCase`, och innehåller inget som versionen inte beskriver.
//!
//! ## Varför
//!
//! Integratörer kopierar exemplen och testar mot dem. Ett exempel som bryter mot
//! sin egen beskrivning lär ut fel sak.
//!
//! ## Fel
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - title: { sv: Bifall, en: Approval }
//!     event:
//!       kundhandelseId: REFKOM-BYGG-2026-00123-2
//!       rubrik: Beslut är fattat
//!       beskrivning: Vi har fattat beslut i ditt ärende.
//!       sprak: sv
//!       producent: Referenskommunen
//!       tidpunkt: "2026-05-04T09:12:44+02:00"
//!       kundhandelseTyp: REFKOM.BYGGLOV.BESLUT
//!       producentarendetKraverKundatgard: false
//!       producentarendetKlart: true
//!       version: "6.1"
//!       utokadInformation: { senastDatum: 30 september }   # inte ett datum
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! attributes:
//!   - { name: senastDatum, type: date, required: true, description: { … } }
//! examples:
//!   - title: { sv: Bifall, en: Approval }
//!     event:
//!       kundhandelseId: REFKOM-BYGG-2026-00123-2
//!       rubrik: Beslut är fattat
//!       beskrivning: Vi har fattat beslut i ditt ärende.
//!       sprak: sv
//!       producent: Referenskommunen
//!       tidpunkt: "2026-05-04T09:12:44+02:00"
//!       kundhandelseTyp: REFKOM.BYGGLOV.BESLUT
//!       producentarendetKraverKundatgard: false
//!       producentarendetKlart: true
//!       version: "6.1"
//!       utokadInformation: { senastDatum: 2026-09-30 }
//! ```
//!
//! ## Så rättar du
//!
//! Rätta exemplet om beskrivningen är rätt, eller beskrivningen om exemplet visar
//! det som verkligen skickas.

use crate::check::event;
use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        for example in &version.examples {
            event::check(tables, event_type, version, example, out);
        }
    }
}
