//! ## What it checks
//!
//! Each schema of the service description can be met. What `required` names is one of the
//! properties, those of the schemas it is put together with (`allOf`, `$ref`) counted. The keywords
//! fit the type: `maxLength` belongs to text, `minimum` to numbers, `items` to lists. `enum` has
//! values, and none of them twice. No schema leads back to itself without going into a property or an
//! item.
//!
//! ## Why
//!
//! A misspelt name in `required` can never be met, and a bound that doesn't fit the type is passed
//! over in silence by every program that checks. A schema that is only itself says nothing and makes
//! programs run for ever.
//!
//! ## Fails
//!
//! ```yaml
//! Fel:
//!   type: object
//!   required: [mesage]
//!   properties:
//!     message: { type: string }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! Fel:
//!   type: object
//!   required: [message]
//!   properties:
//!     message: { type: string }
//! ```
//!
//! ## How to fix
//!
//! Correct the name, or remove the keyword that doesn't fit. Break a circle by letting one of the
//! schemas hold the other in a property.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje schema i tjänstebeskrivningen går att uppfylla. Det som `required` nämner är en av
//! egenskaperna, och då räknas också de som kommer av de scheman det sätts ihop med (`allOf`,
//! `$ref`). Nyckelorden passar typen: `maxLength` hör till text, `minimum` till tal, `items` till
//! listor. `enum` har värden, och inget av dem två gånger. Inget schema leder tillbaka till sig självt
//! utan att gå in i en egenskap eller i det som en lista innehåller.
//!
//! ## Varför
//!
//! Ett felstavat namn i `required` kan aldrig uppfyllas, och en gräns som inte passar typen förbigås
//! i tysthet av alla program som kontrollerar. Ett schema som bara är sig självt säger ingenting, och
//! får program att aldrig bli klara.
//!
//! ## Fel
//!
//! ```yaml
//! Fel:
//!   type: object
//!   required: [mesage]
//!   properties:
//!     message: { type: string }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! Fel:
//!   type: object
//!   required: [message]
//!   properties:
//!     message: { type: string }
//! ```
//!
//! ## Så rättar du
//!
//! Rätta namnet, eller ta bort nyckelordet som inte passar. Bryt en cirkel genom att låta det ena
//! schemat innehålla det andra i en egenskap.

use crate::check::api::{circles, is_sound};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::Service;
use crate::model::service::{Schema, SchemaType};
use crate::resolve::Tables;
use crate::say;
use std::collections::{BTreeSet, HashSet};

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for service in &tables.services {
        judge(service, out);
    }
}

/// Everything that is wrong with the schemas of one file.
pub(super) fn judge(service: &Service, out: &mut Vec<Diagnostic>) {
    for circle in circles(service) {
        out.push(in_circle(service, &circle));
    }
    let sound = is_sound(service);
    let mut required = Required {
        service,
        judged: HashSet::new(),
        out,
    };
    crate::check::api::each_schema(service, |schema| {
        if sound {
            required.whole(schema);
        }
        keywords(schema, required.out);
    });
}

fn in_circle(service: &Service, circle: &[usize]) -> Diagnostic {
    let all = circle.iter().chain(&circle[..1]);
    let names: Vec<&str> = all.map(|at| &*service.schemas[*at].name.value).collect();
    let names = names.join(" → ");
    let span = service.schemas[circle[0]].name.span;
    let message = say!(
        "schemat leder tillbaka till sig självt utan att innehålla något: {names}",
        "the schema leads back to itself without holding anything: {names}"
    );
    Diagnostic::new("K0606", span, message).help(say!(
        "låt ett av dem innehålla det andra i en egenskap (`properties`) eller en lista (`items`)",
        "let one of them hold the other in a property (`properties`) or a list (`items`)"
    ))
}

/// Holds `required` against the properties.
struct Required<'s, 'o> {
    service: &'s Service,
    /// Lists that have been judged, by where they begin: a part of a schema is
    /// judged with the whole, which knows more properties.
    judged: HashSet<u32>,
    out: &'o mut Vec<Diagnostic>,
}

impl<'s> Required<'s, '_> {
    /// A schema that is no part of another (or is met after that one).
    fn whole(&mut self, schema: &'s Schema) {
        let mut known = BTreeSet::new();
        let mut seen = HashSet::new();
        self.properties(schema, &mut known, &mut seen);
        self.judge(schema, &known);
    }

    fn judge(&mut self, schema: &'s Schema, known: &BTreeSet<&'s str>) {
        let called = schema.dependent.iter();
        let called = called.flat_map(|it| it.needs.iter().chain([&it.property]));
        for name in schema.required.iter().chain(called) {
            let written = &name.value;
            if !self.judged.insert(name.span.start) || known.contains(&**written) {
                continue;
            }
            let help = match nearest(written, known.iter().copied()) {
                Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                None => say!(
                    "beskriv `{written}` under `properties`, eller ta bort den härifrån",
                    "describe `{written}` under `properties`, or remove it from here"
                ),
            };
            let message = say!(
                "`{written}` krävs, men finns inte bland egenskaperna",
                "`{written}` is required, but isn't among the properties"
            );
            self.out
                .push(Diagnostic::new("K0606", name.span, message).help(help));
        }
        for part in schema.same_value() {
            self.judge(part, known);
        }
    }

    /// The properties of a schema and of all that it is put together with.
    fn properties(
        &self,
        schema: &'s Schema,
        known: &mut BTreeSet<&'s str>,
        seen: &mut HashSet<&'s str>,
    ) {
        if !seen.insert(&schema.pointer) {
            return;
        }
        known.extend(schema.properties.iter().map(|it| &*it.name.value));
        let named = schema.reference.as_ref();
        if let Some(named) = named.and_then(|it| self.service.schema_of(it)) {
            self.properties(named, known, seen);
        }
        for part in schema.same_value() {
            self.properties(part, known, seen);
        }
    }
}

/// Keywords that say nothing about a value of the type, and lists of values.
fn keywords(schema: &Schema, out: &mut Vec<Diagnostic>) {
    use SchemaType::{Array, Integer, Number, Object, String};
    let is = |types: &[SchemaType]| {
        schema.types.is_empty() || schema.types.iter().any(|it| types.contains(it))
    };
    const NUMBERS: &[SchemaType] = &[Integer, Number];
    let checks = [
        (schema.length.min.is_some(), &[String][..], "minLength"),
        (schema.length.max.is_some(), &[String], "maxLength"),
        (schema.pattern.is_some(), &[String], "pattern"),
        (schema.range.min.is_some(), NUMBERS, "minimum"),
        (schema.range.max.is_some(), NUMBERS, "maximum"),
        (schema.exclusive.min.is_some(), NUMBERS, "exclusiveMinimum"),
        (schema.exclusive.max.is_some(), NUMBERS, "exclusiveMaximum"),
        (schema.count.min.is_some(), &[Array], "minItems"),
        (schema.count.max.is_some(), &[Array], "maxItems"),
        (schema.size.min.is_some(), &[Object], "minProperties"),
        (schema.size.max.is_some(), &[Object], "maxProperties"),
        (schema.unique, &[Array], "uniqueItems"),
        (schema.items.is_some(), &[Array], "items"),
        (!schema.properties.is_empty(), &[Object], "properties"),
        (!schema.required.is_empty(), &[Object], "required"),
        (
            schema.additional.is_some(),
            &[Object],
            "additionalProperties",
        ),
    ];
    for (there, types, keyword) in checks {
        if !there || is(types) {
            continue;
        }
        let words: Vec<&str> = types.iter().map(|it| it.key()).collect();
        let (wanted, own) = (words.join(", "), schema.types.iter().map(|it| it.key()));
        let own: Vec<&str> = own.collect();
        let own = own.join(", ");
        let message = say!(
            "`{keyword}` betyder ingenting när typen är `{own}`",
            "`{keyword}` means nothing when the type is `{own}`"
        );
        let help = say!(
            "skriv `type: {wanted}` om det är den som menas, eller ta bort `{keyword}`",
            "write `type: {wanted}` if that is what is meant, or remove `{keyword}`"
        );
        out.push(Diagnostic::new("K0606", schema.span, message).help(help));
    }
    let Some(values) = &schema.values else { return };
    if values.value.is_empty() {
        let message = say!("`enum` har inga värden", "`enum` has no values");
        let help = say!(
            "skriv värdena, eller ta bort `enum`",
            "write the values, or remove `enum`"
        );
        out.push(Diagnostic::new("K0606", values.span, message).help(help));
    }
    let mut seen = HashSet::new();
    for value in &values.value {
        let json = &value.json;
        if !seen.insert(json) {
            let message = say!(
                "värdet {json} står två gånger",
                "the value {json} stands twice"
            );
            let help = say!("ta bort det ena", "remove one of them");
            out.push(Diagnostic::new("K0606", value.span(0), message).help(help));
        }
    }
}
