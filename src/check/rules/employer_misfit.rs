//! ## What it checks
//!
//! Those under a test customer's `employers` are organisations, and the one who is employed is a
//! person.
//!
//! ## Why
//!
//! An employee reads what its employer may read as a read proxy. Only a person logs in and reads, and
//! only an organisation is a read proxy.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/sandbox/customers/EMPLOYEE.yaml
//! number: { kind: personal, value: "199001012385" }
//! employers: [PARENT]                                      # a person
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/sandbox/customers/EMPLOYEE.yaml
//! number: { kind: personal, value: "199001012385" }
//! employers: [ACCOUNTING_FIRM]
//! ```
//!
//! ## How to fix
//!
//! Name the organisation that the person works for, or remove the line.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! De som står under en testkunds `employers` är organisationer, och den anställda är en person.
//!
//! ## Varför
//!
//! En anställd läser det som arbetsgivaren får läsa som juridiskt läsombud. Bara en person loggar in
//! och läser, och bara en organisation är juridiskt läsombud.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/sandbox/customers/EMPLOYEE.yaml
//! number: { kind: personal, value: "199001012385" }
//! employers: [PARENT]                                      # en person
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/sandbox/customers/EMPLOYEE.yaml
//! number: { kind: personal, value: "199001012385" }
//! employers: [ACCOUNTING_FIRM]
//! ```
//!
//! ## Så rättar du
//!
//! Skriv organisationen som personen arbetar för, eller ta bort raden.

use crate::diagnostic::Diagnostic;
use crate::model::NumberKind;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for customer in &tables.customers {
        for employer in &customer.employers {
            let (id, name) = (&customer.id.value, &employer.name);
            let message = if customer.kind == NumberKind::Organisation {
                say!(
                    "`{id}` är en organisation, och kan inte vara anställd",
                    "`{id}` is an organisation, and can't be employed"
                )
            } else if tables
                .find(employer)
                .is_some_and(|it| it.kind != NumberKind::Organisation)
            {
                say!(
                    "`{name}` är en person, men en arbetsgivare här är en organisation",
                    "`{name}` is a person, but an employer here is an organisation"
                )
            } else {
                continue;
            };
            out.push(Diagnostic::new("K0976", employer.span, message).help(say!(
                "skriv organisationen som en person arbetar för, eller ta bort raden",
                "name the organisation that a person works for, or remove the line"
            )));
        }
    }
}
