//! ## What it checks
//!
//! Every example in the service description follows its schema: the examples of requests, answers,
//! parameters and headers, and the `examples` and `default` of schemas. It has the right type, stays
//! within the bounds, holds what is required, and holds no property that no schema describes.
//!
//! ## Why
//!
//! Integrators copy the examples and test against them. An example that breaks its own contract
//! teaches the wrong thing, and nobody can tell which of the two is right.
//!
//! ## Fails
//!
//! ```yaml
//! typ: { type: string, enum: [Personnummer, Organisationsnummer], examples: [personnummer] }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! typ: { type: string, enum: [Personnummer, Organisationsnummer], examples: [Personnummer] }
//! ```
//!
//! ## How to fix
//!
//! Correct the example if the schema is right, or the schema if the example shows what is really
//! sent. The message stands at the very value that is wrong. A property that isn't described is most
//! often misspelt; if others are welcome, say so with `additionalProperties: true`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje exempel i tjänstebeskrivningen följer sitt schema: exemplen på frågor, svar, parametrar och
//! HTTP-rubriker, och `examples` och `default` i scheman. Det har rätt typ, håller sig inom gränserna,
//! innehåller det som är obligatoriskt och inget som inget schema beskriver.
//!
//! ## Varför
//!
//! Integratörer kopierar exemplen och testar mot dem. Ett exempel som bryter mot sitt eget kontrakt
//! lär ut fel sak, och ingen kan säga vilket av de två som gäller.
//!
//! ## Fel
//!
//! ```yaml
//! typ: { type: string, enum: [Personnummer, Organisationsnummer], examples: [personnummer] }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! typ: { type: string, enum: [Personnummer, Organisationsnummer], examples: [Personnummer] }
//! ```
//!
//! ## Så rättar du
//!
//! Rätta exemplet om schemat stämmer, eller schemat om exemplet visar det som verkligen skickas.
//! Meddelandet står vid just det värde som är fel. En uppgift som inte beskrivs är oftast
//! felstavad; är andra välkomna, säg det med `additionalProperties: true`.

use super::schema_invalid;
use crate::check::api::is_sound;
use crate::check::api_values::Schemas;
use crate::diagnostic::Diagnostic;
use crate::model::Service;
use crate::model::service::{ApiExample, Json, OrRef, Schema, Walk};
use crate::resolve::Tables;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for service in &tables.services {
        // A value held against schemas that lead nowhere, or that are wrong
        // themselves, would look wrong for their sake.
        let mut of_schemas = Vec::new();
        schema_invalid::judge(service, &mut of_schemas);
        if !is_sound(service) || !of_schemas.is_empty() {
            continue;
        }
        let mut found = Found {
            service,
            examples: Vec::new(),
        };
        found.walk(service);
        let mut schemas = Schemas::new(service);
        for (example, schema) in found.examples {
            schemas.check(example, schema, out);
        }
    }
}

/// Every example and the schema that it must follow.
struct Found<'s> {
    service: &'s Service,
    examples: Vec<(&'s Json, &'s Schema)>,
}

impl<'s> Walk<'s> for Found<'s> {
    fn schema(&mut self, schema: &'s Schema, _: Option<&'s str>) {
        let own = schema.examples.iter().chain(&schema.default);
        self.examples.extend(own.map(|example| (example, schema)));
    }

    fn example(&mut self, example: &'s OrRef<ApiExample>, schema: Option<&'s Schema>) {
        let example = self.service.example(example);
        if let (Some(example), Some(schema)) = (example, schema) {
            self.examples.push((&example.value, schema));
        }
    }
}
