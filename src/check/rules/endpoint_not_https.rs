//! ## What it checks
//!
//! Every endpoint begins with `https://`, also in the test environment.
//!
//! ## Why
//!
//! Questions and answers hold personal data. Without encryption anybody on the way can read and
//! change them, and a test environment should work as the real one does.
//!
//! ## Fails
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "http://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
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
//! ```
//!
//! ## How to fix
//!
//! Write the address that begins with `https://`. If the service has none, it must get a
//! certificate before it is connected.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje ändpunkt börjar med `https://`, också i testmiljön.
//!
//! ## Varför
//!
//! Frågor och svar innehåller personuppgifter. Utan kryptering kan vem som helst på vägen läsa och
//! ändra dem, och en testmiljö ska fungera som den riktiga.
//!
//! ## Fel
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "http://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
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
//! ```
//!
//! ## Så rättar du
//!
//! Skriv den adress som börjar med `https://`. Har tjänsten ingen sådan måste den få ett certifikat
//! innan den ansluts.

use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let all = tables.actors().flat_map(|(_, it)| &it.environments);
    for endpoint in all.filter_map(|it| it.endpoint.as_ref()) {
        let Some(rest) = endpoint.value.strip_prefix("http://") else {
            continue;
        };
        out.push(
            Diagnostic::new(
                "K0955",
                endpoint.span,
                say!(
                    "ändpunkten är inte krypterad",
                    "the endpoint isn't encrypted"
                ),
            )
            .help(say!("skriv https://{rest}", "write https://{rest}")),
        );
    }
}
