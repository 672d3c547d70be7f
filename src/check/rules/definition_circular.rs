//! ## What it checks
//!
//! A definition doesn't contain the term that it defines, and no two definitions explain each other:
//! if one holds a link to the other's term, as in `[[ärende]]`, the other holds none back.
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
//! En definition innehåller inte den term som den definierar, och inga två definitioner förklarar
//! varandra: om den ena har en länk till den andras term, som i `[[ärende]]`, har den andra ingen
//! tillbaka.
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

use crate::diagnostic::Diagnostic;
use crate::model::{Concept, Lang};
use crate::resolve::Tables;
use crate::say;
use std::collections::HashMap;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    for lang in config.langs() {
        let mut known: HashMap<String, usize> = HashMap::new();
        for (at, concept) in tables.concepts.iter().enumerate() {
            let others = concept.alternatives.get(lang.index()).into_iter().flatten();
            for term in others.map(|term| &**term) {
                known.entry(term.to_lowercase()).or_insert(at);
            }
        }
        for (at, concept) in tables.concepts.iter().enumerate() {
            known.insert(concept.term.get(lang).to_lowercase(), at);
        }
        let used: Vec<Vec<usize>> = tables
            .concepts
            .iter()
            .map(|concept| {
                let terms = terms(written(concept, lang)).into_iter();
                terms
                    .filter_map(|term| known.get(&term.to_lowercase()).copied())
                    .collect()
            })
            .collect();
        for (at, concept) in tables.concepts.iter().enumerate() {
            let own = used[at].contains(&at);
            if own || has_word(&shown(written(concept, lang)), concept.term.get(lang)) {
                out.extend(of_itself(concept, lang));
            }
            let back = used[at]
                .iter()
                .filter(|other| **other > at && used[**other].contains(&at));
            let mut back: Vec<usize> = back.copied().collect();
            back.sort_unstable();
            back.dedup();
            let each = back
                .iter()
                .filter_map(|other| mutual(concept, &tables.concepts[*other], lang));
            out.extend(each);
        }
    }
}

/// The definition in a language; nothing when it isn't translated.
fn written(concept: &Concept, lang: Lang) -> &str {
    let own = concept.definition.by_lang.get(lang.index());
    own.and_then(Option::as_ref).map_or("", |text| &text.value)
}

/// The parts of a text that are terms, `[[shown|term]]` or `[[term]]`, each with its
/// words as they are shown and the term, and the text between.
fn parts(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, (inner, after))) = rest
        .split_once("[[")
        .and_then(|(before, after)| Some((before, after.split_once("]]")?)))
    {
        let (shown, term) = inner.rsplit_once('|').unwrap_or((inner, inner));
        parts.push((before, None));
        parts.push((shown.trim_end_matches('\\'), Some(term.trim())));
        rest = after;
    }
    parts.push((rest, None));
    parts
}

fn terms(text: &str) -> Vec<&str> {
    parts(text)
        .into_iter()
        .filter_map(|(_, term)| term)
        .collect()
}

/// The text as it is read.
fn shown(text: &str) -> String {
    parts(text).into_iter().map(|(shown, _)| shown).collect()
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

fn mutual(concept: &Concept, other: &Concept, lang: Lang) -> Option<Diagnostic> {
    let (term, other_term) = (concept.term.get(lang), other.term.get(lang));
    let text = concept.definition.by_lang.get(lang.index())?.as_ref()?;
    let back = other.definition.by_lang.get(lang.index())?.as_ref()?;
    let finding = Diagnostic::new(
        "K0504",
        text.span,
        say!(
            "definitionerna av {term} och {other_term} förklarar varandra",
            "the definitions of {term} and {other_term} explain each other"
        ),
    );
    Some(
        finding
            .related(
                back.span,
                say!("leder tillbaka till {term}", "leads back to {term}"),
            )
            .help(say!(
                "skriv om den ena definitionen utan den andras term",
                "rewrite one of the definitions without the other's term"
            )),
    )
}

#[cfg(test)]
mod tests {
    use super::{has_word, shown, terms};

    #[test]
    fn terms_are_found_in_texts() {
        let text = "[[aktör]] som får [[kundhändelsen|kundhändelse]], [[inte klar";
        assert_eq!(terms(text), ["aktör", "kundhändelse"]);
        assert_eq!(shown(text), "aktör som får kundhändelsen, [[inte klar");
    }

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
