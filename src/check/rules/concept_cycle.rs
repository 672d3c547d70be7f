//! ## What it checks
//!
//! Anyone who follows the relations `generic` from a concept to the broader one never comes back to
//! where they began, and neither does anyone who follows `partitive` to the whole. No concept has a
//! relation to itself, of any kind.
//!
//! ## Why
//!
//! A concept that is a kind of itself, or a part of itself, says nothing. Most often one of the two
//! relations was written in the wrong file: `generic` and `partitive` stand with the narrower concept
//! and with the part.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/concepts/aktor.yaml
//! id: aktor
//! term: { sv: aktör, en: actor }
//! area: actors
//! definition: { sv: den som har en roll, en: someone who has a role }
//! relations:
//!   - { type: generic, to: producent }
//!
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: aktör som lämnar ut händelser, en: actor that hands out events }
//! relations:
//!   - { type: generic, to: aktor }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/concepts/aktor.yaml
//! id: aktor
//! term: { sv: aktör, en: actor }
//! area: actors
//! definition: { sv: den som har en roll, en: someone who has a role }
//!
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: aktör som lämnar ut händelser, en: actor that hands out events }
//! relations:
//!   - { type: generic, to: aktor }
//! ```
//!
//! ## How to fix
//!
//! Decide which concept is the broader one, or the whole, and remove the relation from it: the other
//! concept's relation is enough.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den som följer relationerna `generic` från ett begrepp till det överordnade kommer aldrig tillbaka
//! till början, och inte heller den som följer `partitive` till helheten. Inget begrepp har en relation
//! till sig självt, av något slag.
//!
//! ## Varför
//!
//! Ett begrepp som är ett slags av sig självt, eller en del av sig självt, säger ingenting. Oftast har
//! den ena av de två relationerna skrivits i fel fil: `generic` och `partitive` står hos det underordnade
//! begreppet och hos delen.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/concepts/aktor.yaml
//! id: aktor
//! term: { sv: aktör, en: actor }
//! area: actors
//! definition: { sv: den som har en roll, en: someone who has a role }
//! relations:
//!   - { type: generic, to: producent }
//!
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: aktör som lämnar ut händelser, en: actor that hands out events }
//! relations:
//!   - { type: generic, to: aktor }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/concepts/aktor.yaml
//! id: aktor
//! term: { sv: aktör, en: actor }
//! area: actors
//! definition: { sv: den som har en roll, en: someone who has a role }
//!
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: aktör som lämnar ut händelser, en: actor that hands out events }
//! relations:
//!   - { type: generic, to: aktor }
//! ```
//!
//! ## Så rättar du
//!
//! Bestäm vilket begrepp som är det överordnade, eller helheten, och ta bort relationen hos det: det
//! andra begreppets relation räcker.

use crate::check::circle::circle;
use crate::diagnostic::Diagnostic;
use crate::model::{Relation, RelationKind};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (at, concept) in tables.concepts.iter().enumerate() {
        let own = concept.relations.iter();
        for relation in own.filter(|it| it.to.index as usize == at) {
            let term = &concept.id.value;
            out.push(
                Diagnostic::new(
                    "K0501",
                    relation.to.span,
                    say!(
                        "begreppet `{term}` har en relation till sig självt",
                        "the concept `{term}` has a relation to itself"
                    ),
                )
                .help(say!(
                    "skriv id:t för det begrepp som var tänkt, eller ta bort relationen",
                    "write the id of the concept that was meant, or remove the relation"
                )),
            );
        }
    }
    for kind in [RelationKind::Generic, RelationKind::Partitive] {
        let mut told = vec![false; tables.concepts.len()];
        for start in 0..told.len() {
            if told[start] {
                continue;
            }
            let circle = circle(told.len(), start, |at| {
                let own = tables.concepts[at].relations.iter();
                let own = own.filter(|it| it.kind == kind);
                own.map(|it| (it.to.index as usize, it)).collect()
            });
            circle.iter().for_each(|(at, _)| told[*at] = true);
            out.extend(finding(tables, kind, &circle));
        }
    }
}

fn finding(
    tables: &Tables,
    kind: RelationKind,
    circle: &[(usize, &Relation)],
) -> Option<Diagnostic> {
    let ((_, first), others) = circle.split_first()?;
    let id = |(at, _): &(usize, &Relation)| tables.concepts[*at].id.to_string();
    let mut ids: Vec<String> = circle.iter().map(id).collect();
    ids.extend(ids.first().cloned());
    let ids = ids.join(" → ");
    let (message, help) = match kind {
        RelationKind::Partitive => (
            say!(
                "begreppen är delar av varandra i en cirkel: {ids}",
                "the concepts are parts of each other in a circle: {ids}"
            ),
            say!(
                "ta bort relationen hos det begrepp som är helheten",
                "remove the relation from the concept that is the whole"
            ),
        ),
        RelationKind::Generic | RelationKind::Associative => (
            say!(
                "begreppen är ett slags av varandra i en cirkel: {ids}",
                "the concepts are kinds of each other in a circle: {ids}"
            ),
            say!(
                "ta bort relationen hos det begrepp som är överordnat",
                "remove the relation from the concept that is the broader one"
            ),
        ),
    };
    let mut finding = Diagnostic::new("K0501", first.to.span, message).help(help);
    for (_, relation) in others {
        let to = &relation.to.name;
        finding = finding.related(relation.to.span, say!("leder till {to}", "leads to {to}"));
    }
    Some(finding)
}
