//! ## What it checks
//!
//! No two concepts have one preferred term in the same language, whether in capital or small letters,
//! and no concept's alternative term is the preferred term of another.
//!
//! ## Why
//!
//! A term must lead to one concept. Otherwise readers can't know which definition holds, and neither
//! can a link from a text.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/concepts/mottagare.yaml
//! id: mottagare
//! term: { sv: kund, en: recipient }
//! area: actors
//! definition: { sv: den som får veta något, en: someone who is told something }
//! relations:
//!   - { type: associative, to: sokande, label: { sv: kan vara, en: may be } }
//!
//! # catalogue/common/concepts/sokande.yaml
//! id: sokande
//! term: { sv: Kund, en: applicant }
//! area: actors
//! definition: { sv: den som begär något, en: someone who asks for something }
//! relations:
//!   - { type: associative, to: mottagare, label: { sv: kan vara, en: may be } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/concepts/mottagare.yaml
//! id: mottagare
//! term: { sv: mottagare, en: recipient }
//! area: actors
//! definition: { sv: den som får veta något, en: someone who is told something }
//! relations:
//!   - { type: associative, to: sokande, label: { sv: kan vara, en: may be } }
//!
//! # catalogue/common/concepts/sokande.yaml
//! id: sokande
//! term: { sv: sökande, en: applicant }
//! area: actors
//! definition: { sv: den som begär något, en: someone who asks for something }
//! relations:
//!   - { type: associative, to: mottagare, label: { sv: kan vara, en: may be } }
//! ```
//!
//! ## How to fix
//!
//! Give one of the concepts another preferred term, or put the two concepts together if they are one.
//! Remove an alternative term that means something else.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Inga två begrepp har samma rekommenderade term på ett språk, oavsett stora och små bokstäver, och
//! inget begrepps alternativa term är ett annat begrepps rekommenderade term.
//!
//! ## Varför
//!
//! En term måste leda till ett enda begrepp. Annars kan läsaren inte veta vilken definition som gäller,
//! och inte heller en länk i en text.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/concepts/mottagare.yaml
//! id: mottagare
//! term: { sv: kund, en: recipient }
//! area: actors
//! definition: { sv: den som får veta något, en: someone who is told something }
//! relations:
//!   - { type: associative, to: sokande, label: { sv: kan vara, en: may be } }
//!
//! # catalogue/common/concepts/sokande.yaml
//! id: sokande
//! term: { sv: Kund, en: applicant }
//! area: actors
//! definition: { sv: den som begär något, en: someone who asks for something }
//! relations:
//!   - { type: associative, to: mottagare, label: { sv: kan vara, en: may be } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/concepts/mottagare.yaml
//! id: mottagare
//! term: { sv: mottagare, en: recipient }
//! area: actors
//! definition: { sv: den som får veta något, en: someone who is told something }
//! relations:
//!   - { type: associative, to: sokande, label: { sv: kan vara, en: may be } }
//!
//! # catalogue/common/concepts/sokande.yaml
//! id: sokande
//! term: { sv: sökande, en: applicant }
//! area: actors
//! definition: { sv: den som begär något, en: someone who asks for something }
//! relations:
//!   - { type: associative, to: mottagare, label: { sv: kan vara, en: may be } }
//! ```
//!
//! ## Så rättar du
//!
//! Ge det ena begreppet en annan rekommenderad term, eller slå ihop begreppen om de är ett och samma.
//! Ta bort en alternativ term som betyder något annat.

use crate::diagnostic::Diagnostic;
use crate::model::{Concept, Lang};
use crate::resolve::Tables;
use crate::say;
use crate::source::Spanned;
use std::collections::HashMap;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    for lang in config.langs() {
        let mut known: HashMap<String, &Concept> = HashMap::new();
        for concept in &tables.concepts {
            let Some(term) = preferred(concept, lang) else {
                continue;
            };
            match known.get(&folded(term)) {
                Some(first) => out.extend(twice(concept, first, lang)),
                None => {
                    known.insert(folded(term), concept);
                }
            }
        }
        for concept in &tables.concepts {
            for term in concept.alternatives.get(lang.index()).into_iter().flatten() {
                let other = known.get(&folded(term));
                let other = other.filter(|other| other.id.value != concept.id.value);
                out.extend(other.and_then(|other| taken(concept, term, other, lang)));
            }
        }
    }
}

/// The preferred term in a language, if it is translated.
fn preferred(concept: &Concept, lang: Lang) -> Option<&Spanned<Box<str>>> {
    concept.term.by_lang.get(lang.index())?.as_ref()
}

/// A term as it is compared: capital letters and spaces aside.
fn folded(term: &str) -> String {
    let words: Vec<&str> = term.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn twice(concept: &Concept, first: &Concept, lang: Lang) -> Option<Diagnostic> {
    let (term, other) = (preferred(concept, lang)?, preferred(first, lang)?);
    let (written, id, first_id) = (&term.value, &concept.id.value, &first.id.value);
    let finding = Diagnostic::new(
        "K0503",
        term.span,
        say!(
            "begreppen `{first_id}` och `{id}` har samma term: {written}",
            "the concepts `{first_id}` and `{id}` have the same term: {written}"
        ),
    );
    Some(
        finding
            .related(other.span, say!("det andra begreppet", "the other concept"))
            .help(say!(
                "ge det ena begreppet en annan term, eller slå ihop dem om de är ett och samma",
                "give one of the concepts another term, or put them together if they are one"
            )),
    )
}

fn taken(
    concept: &Concept,
    term: &Spanned<Box<str>>,
    other: &Concept,
    lang: Lang,
) -> Option<Diagnostic> {
    let (written, id, other_id) = (&term.value, &concept.id.value, &other.id.value);
    let finding = Diagnostic::new(
        "K0503",
        term.span,
        say!(
            "{written} är en alternativ term för `{id}`, men är termen för `{other_id}`",
            "{written} is an alternative term for `{id}`, but is the term for `{other_id}`"
        ),
    );
    Some(
        finding
            .related(
                preferred(other, lang)?.span,
                say!("det andra begreppet", "the other concept"),
            )
            .help(say!(
                "ta bort den alternativa termen, eller ge det andra begreppet en annan term",
                "remove the alternative term, or give the other concept another term"
            )),
    )
}
