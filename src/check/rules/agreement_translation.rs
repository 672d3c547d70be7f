//! ## What it checks
//!
//! The texts of an agreement have the same sections in each language, with as many clauses and
//! as many items in their lists, and with the same fields. In a draft, a difference is only a
//! warning.
//!
//! ## Why
//!
//! Parties refer to clauses by their numbers. If clause 7.3 is about one thing in Swedish and
//! about another in English, the translation misleads those who rely on it.
//!
//! ## Fails
//!
//! ```text
//! Swedish: ## Sekretess, with three clauses
//! English: ## Secrecy, with two clauses
//! ```
//!
//! ## Passes
//!
//! ```text
//! Swedish: ## Sekretess, with three clauses
//! English: ## Secrecy, with three clauses
//! ```
//!
//! ## How to fix
//!
//! Compare the two sections paragraph by paragraph. A paragraph is a clause of its own, so divide
//! and join paragraphs in the same places in both languages.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Ett avtals texter har samma avsnitt på varje språk, med lika många klausuler och lika många
//! punkter i listorna, och med samma fält. I ett utkast är en skillnad bara en varning.
//!
//! ## Varför
//!
//! Parter hänvisar till klausuler med deras nummer. Om klausul 7.3 handlar om en sak på svenska
//! och om en annan på engelska vilseleder översättningen dem som litar på den.
//!
//! ## Fel
//!
//! ```text
//! Svenska: ## Sekretess, med tre klausuler
//! Engelska: ## Secrecy, med två klausuler
//! ```
//!
//! ## Rätt
//!
//! ```text
//! Svenska: ## Sekretess, med tre klausuler
//! Engelska: ## Secrecy, med tre klausuler
//! ```
//!
//! ## Så rättar du
//!
//! Jämför de två avsnitten stycke för stycke. Ett stycke är en egen klausul, så dela och slå ihop
//! stycken på samma ställen på båda språken.

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::model::{AgreementEdition, AgreementText, ClauseSection, Inline};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;
use std::collections::BTreeSet;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let editions = tables.agreements.iter().flat_map(|it| &it.editions);
    for edition in editions {
        let severity = match edition.edition.draft {
            true => Severity::Warning,
            false => Severity::Error,
        };
        let mut texts = edition.texts.iter().flatten();
        let Some(first) = texts.next() else { continue };
        for other in texts {
            let found = differences(edition, first, other).into_iter();
            out.extend(found.map(|it| it.severity(severity)));
        }
    }
}

fn differences(
    edition: &AgreementEdition,
    first: &AgreementText,
    other: &AgreementText,
) -> Vec<Diagnostic> {
    // Which part of the text: the preamble, the sections, what opens the closing part, its sections.
    let shape = |text: &AgreementText| -> Vec<(bool, bool)> {
        let sections = text.tree.sections.iter();
        let kinds = sections.map(|it| (it.closing, it.heading.is_some()));
        kinds.collect()
    };
    if shape(first) != shape(other) {
        return vec![other_sections(first, other)];
    }
    let unused = |text: &AgreementText| -> BTreeSet<Box<str>> {
        let used: BTreeSet<_> = text
            .tree
            .fields()
            .into_iter()
            .map(|it| it.value.clone())
            .collect();
        let declared = edition.fields.iter().map(|it| it.name.value.clone());
        declared.filter(|name| !used.contains(name)).collect()
    };
    let unused: BTreeSet<_> = unused(first).union(&unused(other)).cloned().collect();
    let pairs = first.tree.sections.iter().zip(&other.tree.sections);
    pairs
        .filter_map(|(first, other)| {
            let counts = [
                (first.clauses(), other.clauses(), ("stycken", "paragraphs")),
                (first.items(), other.items(), ("listpunkter", "list items")),
            ];
            if let Some((a, b, (sv, en))) = counts.into_iter().find(|(a, b, _)| a != b) {
                let message = say!(
                    "antalet {sv} i avsnittet är {b}, men {a} på det första språket",
                    "the number of {en} in the section is {b}, but {a} in the first language"
                );
                return Some(finding(other, first, message));
            }
            let (a, b) = (fields(first), fields(other));
            let name = a
                .symmetric_difference(&b)
                .find(|name| !unused.contains(**name))?;
            let message = match b.contains(name) {
                true => say!(
                    "avsnittet har fältet `{name}`, som det inte har på det första språket",
                    "the section has the field `{name}`, which it hasn't in the first language"
                ),
                false => say!(
                    "avsnittet saknar fältet `{name}`, som det har på det första språket",
                    "the section lacks the field `{name}`, which it has in the first language"
                ),
            };
            Some(finding(other, first, message))
        })
        .collect()
}

fn fields(section: &ClauseSection) -> BTreeSet<&str> {
    let mut found = Vec::new();
    section.fields(&mut found);
    found.into_iter().map(|it| &*it.value).collect()
}

/// That the sections aren't as many, at the first that has no counterpart.
fn other_sections(first: &AgreementText, other: &AgreementText) -> Diagnostic {
    let count = |text: &AgreementText, closing| {
        let sections = text.tree.sections.iter();
        sections
            .filter(|it| it.closing == closing && it.heading.is_some())
            .count()
    };
    let message = match [false, true].map(|closing| (count(first, closing), count(other, closing)))
    {
        [(a, b), _] if a != b => say!(
            "antalet avsnitt är {b}, men {a} på det första språket",
            "the number of sections is {b}, but {a} in the first language"
        ),
        [_, (a, b)] if a != b => say!(
            "antalet avsnitt efter `---` är {b}, men {a} på det första språket",
            "the number of sections after `---` is {b}, but {a} in the first language"
        ),
        _ => say!(
            "texten har inte samma inledning eller avslutning som på det första språket",
            "the text doesn't open or close as in the first language"
        ),
    };
    Diagnostic::new("K0704", other.title.span, message)
        .related(
            first.title.span,
            say!("det första språkets text", "the text in the first language"),
        )
        .help(say!(
            "jämför rubrikerna med `##` och raden `---` i de två filerna",
            "compare the headings with `##` and the line `---` in the two files"
        ))
}

fn finding(other: &ClauseSection, first: &ClauseSection, message: Message) -> Diagnostic {
    let place = |section: &ClauseSection| -> Span {
        let heading = section.heading.as_ref();
        heading.map_or(section.span, |heading| heading.span)
    };
    let name = first.heading.as_ref().map(|it| Inline::plain(&it.text));
    let name = name.unwrap_or_default();
    Diagnostic::new("K0704", place(other), message)
        .related(
            place(first),
            say!(
                "det första språkets avsnitt",
                "the section in the first language"
            ),
        )
        .help(match &*name {
            "" => say!(
                "jämför texten stycke för stycke med det första språkets",
                "compare the text paragraph by paragraph with that in the first language"
            ),
            _ => say!(
                "jämför avsnittet stycke för stycke med ”{name}”",
                "compare the section paragraph by paragraph with “{name}”"
            ),
        })
}
