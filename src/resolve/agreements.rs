//! Agreement templates put together from the files of their versions.

use crate::diagnostic::Diagnostic;
use crate::model::{
    Agreement, AgreementEdition, AgreementFile, AgreementText, Config, EditionNumber, Lang,
};
use crate::say;
use crate::source::Span;
use std::collections::BTreeMap;

/// Puts the templates together, by name, each with its versions oldest first.
/// `broken` holds the paths of files that are there but could not be read.
pub(super) fn agreements(
    files: Vec<AgreementFile>,
    config: Option<&Config>,
    broken: &[String],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Agreement> {
    let Some(config) = config else {
        return Vec::new();
    };
    type Versions = BTreeMap<EditionNumber, Vec<AgreementFile>>;
    let mut all: BTreeMap<Box<str>, Versions> = BTreeMap::new();
    for file in files {
        let versions = all.entry(file.name.clone()).or_default();
        versions.entry(file.number).or_default().push(file);
    }
    let mut agreements = Vec::new();
    for (name, versions) in all {
        let editions = versions
            .into_iter()
            .filter_map(|(number, files)| edition(&name, number, files, config, broken, findings));
        let editions: Box<[AgreementEdition]> = editions.collect();
        if !editions.is_empty() {
            agreements.push(Agreement { name, editions });
        }
    }
    agreements
}

fn edition(
    name: &str,
    number: EditionNumber,
    files: Vec<AgreementFile>,
    config: &Config,
    broken: &[String],
    findings: &mut Vec<Diagnostic>,
) -> Option<AgreementEdition> {
    let mut head = None;
    let mut texts: Box<[Option<AgreementText>]> = config.langs().map(|_| None).collect();
    for file in files {
        head = head.or(file.head);
        if let Some(place) = texts.get_mut(file.text.lang.index()) {
            *place = Some(file.text);
        }
    }
    let Some(head) = head else {
        let first = config.code(Lang::FIRST);
        let path = format!("content/{first}/agreements/{name}/{number}.md");
        let alone = texts.iter().flatten().next();
        if let Some(text) = alone.filter(|_| !broken.contains(&path)) {
            findings.push(no_first(text, first, &path));
        }
        return None;
    };
    if head.numbered {
        for text in texts.iter_mut().flatten() {
            text.tree.number();
            let odd = text.tree.subheadings_among_clauses();
            findings.extend(odd.map(|heading| subheading(heading.span)));
        }
    }
    Some(AgreementEdition {
        edition: head.edition,
        numbered: head.numbered,
        fields: head.fields,
        texts,
    })
}

fn no_first(text: &AgreementText, first: &str, path: &str) -> Diagnostic {
    Diagnostic::new(
        "K0201",
        Span::start_of(text.file),
        say!(
            "avtalet finns inte på `{first}`, som säger vilken version det är och vilka fält det har",
            "the agreement doesn't exist in `{first}`, which says what version it is and what fields it has"
        ),
    )
    .help(say!("skriv filen {path}", "write the file {path}"))
}

fn subheading(span: Span) -> Diagnostic {
    Diagnostic::new(
        "K0122",
        span,
        say!(
            "underrubriker kan bara stå i onumrerade delar av ett avtal",
            "headings below those of sections can only stand in unnumbered parts of an agreement"
        ),
    )
    .help(say!(
        "gör den till ett eget avsnitt med `##`, eller inled stycket med **fet text**",
        "make it a section of its own with `##`, or begin the paragraph with **bold text**"
    ))
}
