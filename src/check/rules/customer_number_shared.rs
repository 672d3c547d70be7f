//! ## What it checks
//!
//! Two test customers don't have the same number and the same supplement.
//!
//! ## Why
//!
//! The number and the supplement are all that tells customers apart in questions and answers. Two with
//! the same would see each other's cases.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012385" }
//! supplement: "001"                                        # the person's business
//! ```
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ## How to fix
//!
//! Give one of them another number. If one is the other's business as a sole trader, give it a
//! supplement of its own.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Två testkunder har inte samma nummer och samma tillägg.
//!
//! ## Varför
//!
//! Numret och tillägget är allt som skiljer kunder åt i frågor och svar. Två kunder med samma skulle
//! se varandras ärenden.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012385" }
//! supplement: "001"                                        # personens företag
//! ```
//!
//! ```yaml
//! # catalogue/sandbox/customers/PARENT.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ## Så rättar du
//!
//! Ge den ena ett annat nummer. Är den ena den andras enskilda firma: ge den ett eget tillägg.

use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;
use std::collections::HashMap;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for customer in &tables.customers {
        let supplement = customer.supplement.as_ref().map(|it| &*it.value);
        let Some(first) = seen.insert((&*customer.number.value, supplement), customer) else {
            continue;
        };
        let id = &first.id.value;
        out.push(
            Diagnostic::new(
                "K0973",
                customer.number.span,
                say!(
                    "`{id}` har samma nummer och tillägg",
                    "`{id}` has the same number and supplement"
                ),
            )
            .related(
                first.number.span,
                say!("här står den andras nummer", "the other's number is here"),
            )
            .help(say!(
                "ge den ena ett annat nummer, eller ett eget `supplement` om den är den andras enskilda firma",
                "give one of them another number, or a `supplement` of its own if it is the other's business as a sole trader"
            )),
        );
    }
}
