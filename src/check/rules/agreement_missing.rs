//! ## What it checks
//!
//! An actor that is or has been in production has signed an agreement, at the latest on its first
//! day there. An environment with `status: planned` doesn't count.
//!
//! ## Why
//!
//! The agreement says who answers for what. Before it is signed nobody may hand out or fetch events
//! about real customers.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/producers/SKV/producer.yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/producers/SKV/producer.yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! agreement: { template: producer, version: "1.1", signed: 2024-09-16 }
//! ```
//!
//! ## How to fix
//!
//! Add `agreement` with the template, its version and the day it was signed. If the actor isn't in
//! production yet, write `status: planned` for the environment.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En aktör som är eller har varit i produktion har undertecknat ett avtal, senast sin första dag
//! där. En miljö med `status: planned` räknas inte.
//!
//! ## Varför
//!
//! Avtalet säger vem som ansvarar för vad. Innan det är undertecknat får ingen lämna ut eller hämta
//! händelser om riktiga kunder.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/producers/SKV/producer.yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/producers/SKV/producer.yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! agreement: { template: producer, version: "1.1", signed: 2024-09-16 }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till `agreement` med mallen, dess version och dagen då avtalet undertecknades. Är aktören
//! inte i produktion än: skriv `status: planned` för miljön.

use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (_, actor) in tables.actors() {
        let first = actor.in_production().min_by_key(|it| it.since.value);
        let Some(first) = first else { continue };
        let start = first.since.value;
        let Some(agreement) = &actor.agreement else {
            out.push(
                Diagnostic::new(
                    "K0951",
                    first.name.span,
                    say!(
                        "aktören är i produktion sedan {start}, men har inget undertecknat avtal",
                        "the actor has been in production since {start}, but has no signed agreement"
                    ),
                )
                .help(say!(
                    "lägg till `agreement: {{ template: …, version: …, signed: … }}`; är aktören inte i produktion än: skriv `status: planned` för miljön",
                    "add `agreement: {{ template: …, version: …, signed: … }}`; if the actor isn't in production yet: write `status: planned` for the environment"
                )),
            );
            continue;
        };
        let signed = agreement.signed.value;
        if signed <= start {
            continue;
        }
        out.push(
            Diagnostic::new(
                "K0951",
                agreement.signed.span,
                say!(
                    "avtalet undertecknades {signed}, efter aktörens första dag i produktion",
                    "the agreement was signed on {signed}, after the actor's first day in production"
                ),
            )
            .related(
                first.since.span,
                say!("första dagen står här", "the first day is here"),
            )
            .help(say!(
                "rätta den av dagarna som är fel; `signed` får inte vara senare än {start}",
                "correct the day that is wrong; `signed` can't be later than {start}"
            )),
        );
    }
}
