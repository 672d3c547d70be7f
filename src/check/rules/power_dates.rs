//! ## What it checks
//!
//! A test customer's power doesn't end before it begins.
//!
//! ## Why
//!
//! Such a power never holds, on any day. Its author meant something else, most often the other order or
//! another sign: days before the sandbox's day are negative.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/sandbox/customers/RELATIVE.yaml
//! powers:
//!   - { authorization: PROXY, customer: ELDERLY, begins: -30, ends: -400 }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/sandbox/customers/RELATIVE.yaml
//! powers:
//!   - { authorization: PROXY, customer: ELDERLY, begins: -400, ends: -30 }
//! ```
//!
//! ## How to fix
//!
//! Let the days change places, or correct their signs.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En testkunds befogenhet upphör inte innan den börjar.
//!
//! ## Varför
//!
//! En sådan befogenhet gäller aldrig, någon dag. Den som skrev den menade något annat, oftast den
//! omvända ordningen eller ett annat tecken: dagar före sandlådans dag är negativa.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/sandbox/customers/RELATIVE.yaml
//! powers:
//!   - { authorization: PROXY, customer: ELDERLY, begins: -30, ends: -400 }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/sandbox/customers/RELATIVE.yaml
//! powers:
//!   - { authorization: PROXY, customer: ELDERLY, begins: -400, ends: -30 }
//! ```
//!
//! ## Så rättar du
//!
//! Låt dagarna byta plats, eller rätta deras tecken.

use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for power in tables.customers.iter().flat_map(|it| &it.powers) {
        let (Some(begins), Some(ends)) = (&power.begins, &power.ends) else {
            continue;
        };
        if begins.value <= ends.value {
            continue;
        }
        let (first, last) = (begins.value, ends.value);
        out.push(
            Diagnostic::new(
                "K0975",
                ends.span,
                say!(
                    "befogenheten upphör dag {last}, innan den börjar dag {first}",
                    "the power ends on day {last}, before it begins on day {first}"
                ),
            )
            .related(
                begins.span,
                say!("den första dagen står här", "the first day is here"),
            )
            .help(say!(
                "låt dagarna byta plats, eller rätta deras tecken: dagar före sandlådans dag är negativa",
                "let the days change places, or correct their signs: days before the sandbox's day are negative"
            )),
        );
    }
}
