//! ## What it checks
//!
//! No two actors, and no two environments of the same actor, have the same endpoint. An environment
//! that goes on at the same address with a newer version of the standard may keep it.
//!
//! ## Why
//!
//! The relay finds producers by their endpoints. With a shared one, questions from tests would
//! reach real customers' events, or one producer would answer for another.
//!
//! ## Fails
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"   # the same
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## How to fix
//!
//! Give each environment its own address, and correct the one that is wrong.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Inga två aktörer, och inga två miljöer hos samma aktör, har samma ändpunkt. En miljö som går
//! vidare på samma adress med en nyare version av standarden får behålla den.
//!
//! ## Varför
//!
//! Vidareförmedlingstjänsten hittar producenterna genom deras ändpunkter. Med en gemensam skulle
//! frågor från tester nå riktiga kunders händelser, eller en producent svara för en annan.
//!
//! ## Fel
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"   # samma
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Så rättar du
//!
//! Ge varje miljö en egen adress, och rätta den som är fel.

use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;
use std::collections::HashMap;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for (id, actor) in tables.actors() {
        for environment in &actor.environments {
            let Some(endpoint) = &environment.endpoint else {
                continue;
            };
            // Host names are the same in capitals, and a slash at the end means nothing.
            let address = endpoint.value.trim_end_matches('/').to_lowercase();
            let own = (&id.value, environment.name.value, endpoint.span);
            let first = *seen.entry(address).or_insert(own);
            if (first.0, first.1) == (own.0, own.1) {
                continue;
            }
            out.push(
                Diagnostic::new(
                    "K0956",
                    endpoint.span,
                    say!("ändpunkten används redan", "the endpoint is used already"),
                )
                .related(
                    first.2,
                    say!("den första står här", "the first one is here"),
                )
                .help(say!(
                    "ge varje miljö hos varje aktör en egen adress",
                    "give each environment of each actor an address of its own"
                )),
            );
        }
    }
}
