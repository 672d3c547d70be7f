//! ## What it checks
//!
//! An associative relation is stated by both concepts, each with its own words.
//!
//! ## Why
//!
//! A reader who opens either concept must meet the other, in words that read from where they stand.
//! Whoever changes one of the concepts also sees what it means for the other.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: den som lämnar ut händelser, en: someone who hands out events }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berättar för, en: tells } }
//!
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition: { sv: den som ett ärende rör, en: someone whom a case concerns }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: den som lämnar ut händelser, en: someone who hands out events }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berättar för, en: tells } }
//!
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition: { sv: den som ett ärende rör, en: someone whom a case concerns }
//! relations:
//!   - { type: associative, to: producent, label: { sv: får veta av, en: is told by } }
//! ```
//!
//! ## How to fix
//!
//! Add the line that the message gives to the other concept, and write the words of the relation as
//! they read from there. If the relation says nothing, remove it instead.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En associativ relation står hos båda begreppen, med egna ord hos var och ett.
//!
//! ## Varför
//!
//! Den som öppnar det ena begreppet ska möta det andra, i ord som läses därifrån. Den som ändrar
//! det ena begreppet ser också vad det betyder för det andra.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: den som lämnar ut händelser, en: someone who hands out events }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berättar för, en: tells } }
//!
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition: { sv: den som ett ärende rör, en: someone whom a case concerns }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/concepts/producent.yaml
//! id: producent
//! term: { sv: producent, en: producer }
//! area: actors
//! definition: { sv: den som lämnar ut händelser, en: someone who hands out events }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berättar för, en: tells } }
//!
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition: { sv: den som ett ärende rör, en: someone whom a case concerns }
//! relations:
//!   - { type: associative, to: producent, label: { sv: får veta av, en: is told by } }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till raden i meddelandet hos det andra begreppet, och skriv relationens ord så som de läses
//! därifrån. Säger relationen ingenting: ta bort den i stället.

use crate::diagnostic::Diagnostic;
use crate::model::{Concept, RelationKind};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (at, concept) in tables.concepts.iter().enumerate() {
        let mut told: Vec<u32> = Vec::new();
        let own = concept.relations.iter();
        for relation in own.filter(|it| it.kind == RelationKind::Associative) {
            let Some(other) = tables.find(&relation.to) else {
                continue;
            };
            let is_self = relation.to.index as usize == at;
            if is_self || states(other, at) || told.contains(&relation.to.index) {
                continue;
            }
            told.push(relation.to.index);
            out.push(finding(tables, concept, relation.to.span, other));
        }
    }
}

/// Whether a concept has an associative relation to another.
fn states(concept: &Concept, other: usize) -> bool {
    let mut own = concept.relations.iter();
    own.any(|it| it.kind == RelationKind::Associative && it.to.index as usize == other)
}

fn finding(
    tables: &Tables,
    concept: &Concept,
    span: crate::source::Span,
    other: &Concept,
) -> Diagnostic {
    let (id, other_id) = (&concept.id.value, &other.id.value);
    let file = tables.files.get(other.id.span.file.0 as usize);
    let file = file.map_or("", String::as_str);
    let languages = tables.config.iter().flat_map(|it| &it.languages);
    let label: Vec<String> = languages.map(|code| format!("{code}: …")).collect();
    let label = label.join(", ");
    let line = format!("- {{ type: associative, to: {id}, label: {{ {label} }} }}");
    let help = match other.relations.is_empty() {
        true => say!(
            "lägg till raden `relations:` i {file}, och under den `{line}`",
            "add the line `relations:` to {file}, and below it `{line}`"
        ),
        false => say!(
            "lägg till under `relations` i {file}: `{line}`",
            "add below `relations` in {file}: `{line}`"
        ),
    };
    Diagnostic::new(
        "K0502",
        span,
        say!(
            "`{id}` har en relation till `{other_id}`, men `{other_id}` har ingen tillbaka",
            "`{id}` has a relation to `{other_id}`, but `{other_id}` has none back"
        ),
    )
    .related(
        other.id.span,
        say!("här saknas relationen", "here the relation is missing"),
    )
    .help(help)
}
