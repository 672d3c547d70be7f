//! ## What it checks
//!
//! Every concept has a relation to another: it states one itself, or another concept has one to it.
//!
//! ## Why
//!
//! A concept model shows how the words hang together. A concept that hangs together with nothing is
//! hard to find, and stands alone in the diagrams.
//!
//! ## Fails
//!
//! ```yaml
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
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition: { sv: den som ett ärende rör, en: someone whom a case concerns }
//! relations:
//!   - { type: partitive, to: arende }
//! ```
//!
//! ## How to fix
//!
//! Add the relation to the nearest broader concept (`generic`) or to the whole (`partitive`), or else
//! to a concept that it belongs together with (`associative`, at both ends). If there is none, the
//! concept may not belong to the model.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje begrepp har en relation till ett annat: det anger en själv, eller så har ett annat begrepp en
//! till det.
//!
//! ## Varför
//!
//! En begreppsmodell visar hur orden hänger ihop. Ett begrepp som inte hänger ihop med något är svårt
//! att hitta och står för sig själv i diagrammen.
//!
//! ## Fel
//!
//! ```yaml
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
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition: { sv: den som ett ärende rör, en: someone whom a case concerns }
//! relations:
//!   - { type: partitive, to: arende }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till relationen till det närmast överordnade begreppet (`generic`) eller till helheten
//! (`partitive`), annars till ett begrepp som det hänger ihop med (`associative`, hos båda). Finns
//! inget sådant hör begreppet kanske inte hemma i modellen.

use crate::diagnostic::Diagnostic;
use crate::model::is_concept_id;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let all = || tables.concepts.iter().flat_map(|it| &it.relations);
    // What is broken may be the very relation.
    let is_whole = all().all(|it| tables.find(&it.to).is_some())
        && !tables.broken.iter().any(|id| is_concept_id(id));
    if !is_whole {
        return;
    }
    for (at, concept) in tables.concepts.iter().enumerate() {
        let is_meant = all().any(|it| it.to.index as usize == at);
        if is_meant || !concept.relations.is_empty() {
            continue;
        }
        let id = &concept.id.value;
        out.push(
            Diagnostic::new(
                "K0505",
                concept.id.span,
                say!(
                    "begreppet `{id}` har ingen relation till något annat",
                    "the concept `{id}` has no relation to any other"
                ),
            )
            .help(say!(
                "lägg till `relations:` med en rad som `- {{ type: generic, to: … }}` till det närmast överordnade begreppet",
                "add `relations:` with a line such as `- {{ type: generic, to: … }}` to the nearest broader concept"
            )),
        );
    }
}
