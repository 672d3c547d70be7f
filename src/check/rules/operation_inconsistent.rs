//! ## What it checks
//!
//! Each operation of the service description agrees with itself and with the others. Its
//! `operationId` is its own, also when capitals don't count. What stands in braces in the path is a
//! parameter `in: path` with `required: true`, and the other way round. No parameter is there twice.
//! The names `schemas` and `changes` belong to other pages.
//!
//! ## Why
//!
//! The name of an operation becomes an address on the site and a function in generated code. Two of
//! one name would hide each other. A part of the path that isn't a parameter can't be filled in.
//!
//! ## Fails
//!
//! ```yaml
//! paths:
//!   /kundhandelser/{id}:
//!     get:
//!       operationId: hamtaKundhandelse
//!       parameters: []
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! paths:
//!   /kundhandelser/{id}:
//!     get:
//!       operationId: hamtaKundhandelse
//!       parameters:
//!         - name: id
//!           in: path
//!           required: true
//!           description: Händelsens id.
//!           schema: { type: string }
//! ```
//!
//! ## How to fix
//!
//! Give each operation a name of its own. Add the parameter that the path names, or take it out of
//! the path. Remove the parameter that stands twice: one that stands at the path holds for all its
//! operations.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje operation i tjänstebeskrivningen stämmer med sig själv och med de andra. Dess `operationId`
//! är dess eget, också om man bortser från stora och små bokstäver. Det som står inom klammer i
//! sökvägen är en parameter med `in: path` och `required: true`, och omvänt. Ingen parameter står två
//! gånger. Namnen `schemas` och `changes` hör till andra sidor.
//!
//! ## Varför
//!
//! En operations namn blir en adress på webbplatsen och en funktion i genererad kod. Två med samma
//! namn skulle dölja varandra. En del av sökvägen som inte är en parameter går inte att fylla i.
//!
//! ## Fel
//!
//! ```yaml
//! paths:
//!   /kundhandelser/{id}:
//!     get:
//!       operationId: hamtaKundhandelse
//!       parameters: []
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! paths:
//!   /kundhandelser/{id}:
//!     get:
//!       operationId: hamtaKundhandelse
//!       parameters:
//!         - name: id
//!           in: path
//!           required: true
//!           description: Händelsens id.
//!           schema: { type: string }
//! ```
//!
//! ## Så rättar du
//!
//! Ge varje operation ett eget namn. Lägg till den parameter som sökvägen nämner, eller ta bort den
//! ur sökvägen. Ta bort den parameter som står två gånger: en som står vid sökvägen gäller alla dess
//! operationer.

use crate::diagnostic::Diagnostic;
use crate::model::Service;
use crate::model::service::{Location, Operation, Parameter};
use crate::resolve::Tables;
use crate::say;
use std::collections::HashMap;

/// Names of pages beside those of operations.
const RESERVED: [&str; 2] = ["schemas", "changes"];

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for service in &tables.services {
        names(service, out);
        for operation in &service.operations {
            parameters(service, operation, out);
        }
        // Schemas whose names differ only in capitals would be one file on many computers.
        let mut seen: HashMap<String, &str> = HashMap::new();
        for it in &service.schemas {
            let name = &it.name.value;
            if let Some(other) = seen.insert(name.to_lowercase(), name) {
                let message = say!(
                    "schemana `{other}` och `{name}` skiljer sig bara i stora och små bokstäver",
                    "the schemas `{other}` and `{name}` differ only in capitals"
                );
                let help = say!("ge det ena ett annat namn", "give one of them another name");
                out.push(Diagnostic::new("K0604", it.name.span, message).help(help));
            }
        }
    }
}

fn names(service: &Service, out: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<String, &Operation> = HashMap::new();
    for operation in &service.operations {
        let id = &operation.id.value;
        if RESERVED.contains(&&**id) {
            let message = say!(
                "`{id}` är namnet på en annan sida, och kan inte vara en operation",
                "`{id}` is the name of another page, and can't be an operation"
            );
            let help = say!(
                "ge operationen ett annat namn",
                "give the operation another name"
            );
            out.push(Diagnostic::new("K0604", operation.id.span, message).help(help));
        }
        if let Some(first) = seen.insert(id.to_lowercase(), operation) {
            let message = say!(
                "operationen `{id}` finns redan",
                "there is already an operation `{id}`"
            );
            let finding = Diagnostic::new("K0604", operation.id.span, message)
                .related(
                    first.id.span,
                    say!("här står den första", "the first one is here"),
                )
                .help(say!(
                    "ge den ett namn som skiljer sig i mer än stora och små bokstäver",
                    "give it a name that differs in more than capitals"
                ));
            out.push(finding);
        }
    }
}

fn parameters(service: &Service, operation: &Operation, out: &mut Vec<Diagnostic>) {
    let all: Vec<&Parameter> = operation
        .parameters
        .iter()
        .filter_map(|it| service.parameter(it))
        .collect();
    if all.len() < operation.parameters.len() {
        // One that leads nowhere is told of as that.
        return;
    }
    let path = &operation.path.value;
    let wanted: Vec<&str> = path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect();
    for name in &wanted {
        let is_it = |it: &&Parameter| it.location == Location::Path && *it.name.value == **name;
        if !all.iter().copied().any(|it| is_it(&it)) {
            let id = &operation.id.value;
            let message = say!(
                "sökvägen nämner `{{{name}}}`, men `{id}` har ingen sådan parameter",
                "the path names `{{{name}}}`, but `{id}` has no such parameter"
            );
            let help = say!(
                "lägg till en parameter med `name: {name}`, `in: path` och `required: true`",
                "add a parameter with `name: {name}`, `in: path` and `required: true`"
            );
            out.push(Diagnostic::new("K0604", operation.path.span, message).help(help));
        }
    }
    for (at, parameter) in all.iter().enumerate() {
        let name = &parameter.name.value;
        let span = parameter.name.span;
        let again = all[..at]
            .iter()
            .any(|it| it.location == parameter.location && it.name.value == *name);
        let (message, help) = if again {
            (
                say!(
                    "parametern `{name}` står två gånger",
                    "the parameter `{name}` stands twice"
                ),
                say!("ta bort den ena", "remove one of them"),
            )
        } else if parameter.location != Location::Path {
            continue;
        } else if !wanted.contains(&&**name) {
            (
                say!(
                    "parametern `{name}` finns inte i sökvägen {path}",
                    "the parameter `{name}` isn't in the path {path}"
                ),
                say!(
                    "skriv `{{{name}}}` i sökvägen, eller ändra `in`",
                    "write `{{{name}}}` in the path, or change `in`"
                ),
            )
        } else if !parameter.header.required {
            (
                say!(
                    "parametern `{name}` står i sökvägen, men är inte obligatorisk",
                    "the parameter `{name}` stands in the path, but isn't required"
                ),
                say!("lägg till `required: true`", "add `required: true`"),
            )
        } else {
            continue;
        };
        out.push(Diagnostic::new("K0604", span, message).help(help));
    }
}
