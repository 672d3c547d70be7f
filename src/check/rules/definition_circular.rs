//! ## What it checks
//!
//! A definition doesn't contain the term that it defines, and no definitions explain each other in a
//! circle: if one holds a link to another's term, as in `[[case]]`, no way leads from that one back.
//!
//! ## Why
//!
//! Whoever doesn't know the term before reading the definition must know it afterwards. A definition
//! that leads back to its own term explains nothing.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition:
//!   sv: person eller organisation som är kund hos en myndighet
//!   en: person or organisation that is the customer of an authority
//! relations:
//!   - { type: associative, to: arende, label: { sv: rör, en: concerns } }
//!
//! # catalogue/common/concepts/arende.yaml
//! id: arende
//! term: { sv: ärende, en: case }
//! area: events
//! definition: { sv: något som en myndighet handlägger, en: something that an authority handles }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berör, en: affects } }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition:
//!   sv: person eller organisation som ett ärende gäller
//!   en: person or organisation that a case is about
//! relations:
//!   - { type: associative, to: arende, label: { sv: rör, en: concerns } }
//!
//! # catalogue/common/concepts/arende.yaml
//! id: arende
//! term: { sv: ärende, en: case }
//! area: events
//! definition: { sv: något som en myndighet handlägger, en: something that an authority handles }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berör, en: affects } }
//! ```
//!
//! ## How to fix
//!
//! Write the nearest broader concept and what sets this one apart from others of its kind. Where two
//! definitions lead to each other, rewrite the one that is the more basic, without the other's term.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En definition innehåller inte den term som den definierar, och inga definitioner förklarar varandra
//! i en cirkel: om den ena har en länk till den andras term, som i `[[ärende]]`, leder ingen väg
//! tillbaka därifrån.
//!
//! ## Varför
//!
//! Den som inte kan termen före definitionen ska kunna den efteråt. En definition som leder tillbaka
//! till sin egen term förklarar ingenting.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition:
//!   sv: person eller organisation som är kund hos en myndighet
//!   en: person or organisation that is the customer of an authority
//! relations:
//!   - { type: associative, to: arende, label: { sv: rör, en: concerns } }
//!
//! # catalogue/common/concepts/arende.yaml
//! id: arende
//! term: { sv: ärende, en: case }
//! area: events
//! definition: { sv: något som en myndighet handlägger, en: something that an authority handles }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berör, en: affects } }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/common/concepts/kund.yaml
//! id: kund
//! term: { sv: kund, en: customer }
//! area: actors
//! definition:
//!   sv: person eller organisation som ett ärende gäller
//!   en: person or organisation that a case is about
//! relations:
//!   - { type: associative, to: arende, label: { sv: rör, en: concerns } }
//!
//! # catalogue/common/concepts/arende.yaml
//! id: arende
//! term: { sv: ärende, en: case }
//! area: events
//! definition: { sv: något som en myndighet handlägger, en: something that an authority handles }
//! relations:
//!   - { type: associative, to: kund, label: { sv: berör, en: affects } }
//! ```
//!
//! ## Så rättar du
//!
//! Skriv det närmast överordnade begreppet och vad som skiljer det här begreppet från andra av samma
//! slag. Leder två definitioner till varandra: skriv om den som är mest grundläggande, utan den andras
//! term.

use crate::check::circle::circle;
use crate::diagnostic::Diagnostic;
use crate::model::term::{Part, parts, without_brackets};
use crate::model::{Concept, Lang};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    let concepts = &tables.concepts;
    for lang in config.langs() {
        // The concepts whose terms each definition uses.
        let used: Vec<Vec<usize>> = concepts
            .iter()
            .map(|concept| {
                let terms = parts(written(concept, lang)).into_iter();
                let terms = terms.filter_map(|part| match part {
                    Part::Term { term, .. } => tables.terms.get(lang, term),
                    Part::Text(_) => None,
                });
                terms.map(|at| at as usize).collect()
            })
            .collect();
        let mut told = vec![false; concepts.len()];
        for (at, concept) in concepts.iter().enumerate() {
            let own = used[at].contains(&at);
            let text = without_brackets(written(concept, lang));
            if own || has_word(&text, concept.term.get(lang)) {
                out.extend(of_itself(concept, lang));
            }
            if told[at] {
                continue;
            }
            let circle = circle(concepts.len(), at, |at| {
                used[at].iter().map(|to| (*to, ())).collect()
            });
            circle.iter().for_each(|(at, ())| told[*at] = true);
            let circle: Vec<&Concept> = circle.iter().map(|(at, ())| &concepts[*at]).collect();
            out.extend(around(&circle, lang));
        }
    }
}

/// The definition in a language; nothing when it isn't translated.
fn written(concept: &Concept, lang: Lang) -> &str {
    let own = concept.definition.by_lang.get(lang.index());
    own.and_then(Option::as_ref).map_or("", |text| &text.value)
}

/// Whether a text holds a term as whole words, in capital or small letters.
fn has_word(text: &str, term: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let is_part = |c: char| c.is_alphanumeric() || c == '-';
        let words = text
            .split(|c: char| !is_part(c))
            .filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let term = words(term);
    !term.is_empty() && words(text).windows(term.len()).any(|part| part == term)
}

fn of_itself(concept: &Concept, lang: Lang) -> Option<Diagnostic> {
    let term = concept.term.get(lang);
    let text = concept.definition.by_lang.get(lang.index())?.as_ref()?;
    let finding = Diagnostic::new(
        "K0504",
        text.span,
        say!(
            "definitionen av {term} innehåller termen själv",
            "the definition of {term} contains the term itself"
        ),
    );
    Some(finding.help(say!(
        "skriv vilket slags sak det är, och vad som skiljer den från andra av samma slag, utan ordet {term}",
        "write what kind of thing it is, and what sets it apart from others of its kind, without the word {term}"
    )))
}

/// Definitions that explain each other.
fn around(circle: &[&Concept], lang: Lang) -> Option<Diagnostic> {
    let (first, others) = circle.split_first()?;
    let terms: Vec<&str> = circle
        .iter()
        .chain([first])
        .map(|it| it.term.get(lang))
        .collect();
    let terms = terms.join(" → ");
    let text = first.definition.by_lang.get(lang.index())?.as_ref()?;
    let mut finding = Diagnostic::new(
        "K0504",
        text.span,
        say!(
            "definitionerna förklarar varandra: {terms}",
            "the definitions explain each other: {terms}"
        ),
    );
    let ends = circle[1..].iter().chain([first]);
    for (concept, next) in others.iter().zip(ends.skip(1)) {
        let text = concept.definition.by_lang.get(lang.index())?.as_ref()?;
        let term = next.term.get(lang);
        let label = say!("leder vidare till {term}", "leads on to {term}");
        finding = finding.related(text.span, label);
    }
    Some(finding.help(say!(
        "skriv om den av definitionerna som är mest grundläggande, utan den andras term",
        "rewrite the definition that is the most basic, without the other's term"
    )))
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_term_is_whole_words() {
        assert!(has_word(
            "rätt för Juridiskt läsombud.",
            "juridiskt läsombud"
        ));
        assert!(!has_word("händelse i ett producentärende", "ärende"));
        assert!(!has_word("frågan", "fråga"));
        assert!(!has_word("korrelations-id", "id"));
    }
}
