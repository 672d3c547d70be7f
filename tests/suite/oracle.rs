//! Two opinions on every example: our own check, which knows the author's file,
//! and a JSON Schema validator with the published schema. They must agree.
//!
//! Some differences are meant; see [`meant`].

use crate::mutants::{Mutant, mutants};
use crate::schema::{Version, all_types, validator, versions};
use crate::support::{Tree, repository, tree};
use katalog::diagnostic::Place;
use katalog::source::{Memory, line_column};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[test]
fn both_agree_about_every_type_and_every_field() {
    let site = all_types();
    let all = versions(site.path());
    let version = all
        .iter()
        .find(|version| version.id == "REFKOM.BYGGLOV.MOTTAGEN")
        .unwrap();
    let counts = compare(&common_files(site.path()), site.path(), version, true);
    assert!(
        counts.differences.is_empty(),
        "{}",
        counts.differences.join("\n")
    );
    assert!(counts.valid > 100 && counts.invalid > 500, "{counts:?}");
    assert!(counts.meant > 5, "{counts:?}");
}

#[test]
fn both_agree_about_the_catalogue() {
    let files = common_files(repository());
    let mut newest: BTreeMap<String, Version> = BTreeMap::new();
    for version in versions(repository()) {
        // What is adopted has no file of its own to spoil; its template's is like the others.
        let file = format!("catalogue/producers/{}.yaml", version.id.replace('.', "/"));
        if repository().join(file).exists() {
            newest.insert(version.id.clone(), version);
        }
    }
    let counts: Vec<Counts> = newest
        .par_iter()
        .map(|(_, version)| compare(&files, repository(), version, false))
        .collect();
    let differences: Vec<_> = counts
        .iter()
        .flat_map(|counts| &*counts.differences)
        .collect();
    let few: Vec<_> = differences.iter().take(20).map(|text| &***text).collect();
    assert!(
        few.is_empty(),
        "{} differences:\n{}",
        differences.len(),
        few.join("\n")
    );
    let invalid: usize = counts.iter().map(|counts| counts.invalid).sum();
    assert!(invalid > 5_000, "only {invalid} wrong examples");
}

#[derive(Debug, Default)]
struct Counts {
    valid: usize,
    invalid: usize,
    meant: usize,
    differences: Vec<String>,
}

/// What only our own check refuses, on purpose: schemas are open, as the standard
/// says, but what an example holds and its version doesn't describe is a slip of
/// the author's; and an address with nothing after its scheme is of no use.
fn meant(mutant: &Mutant) -> bool {
    mutant.undescribed || mutant.what.ends_with(":\"")
}

/// The files that an event type needs for its examples to be checked.
fn common_files(site: &Path) -> Tree {
    let mut files = tree(&site.join("catalogue/common/codelists"));
    files = files
        .into_iter()
        .map(|(path, bytes)| (format!("catalogue/common/codelists/{path}"), bytes))
        .collect();
    let config = std::fs::read(site.join("katalog.yaml")).unwrap();
    files.insert("katalog.yaml".to_owned(), config);
    files
}

fn compare(files: &Tree, site: &Path, version: &Version, outer: bool) -> Counts {
    let all: Vec<Mutant> = version
        .examples
        .iter()
        .flat_map(|example| mutants(&version.schema, example, outer))
        .collect();
    let refused = refused_by_us(files, site, version, &all);
    let validator = validator(&version.schema);
    let mut counts = Counts::default();
    for (number, mutant) in all.iter().enumerate() {
        let ours = !refused.contains(&number);
        let theirs = validator.is_valid(&mutant.event);
        match (ours, theirs) {
            (false, true) if meant(mutant) => counts.meant += 1,
            (true, true) if !mutant.undescribed => counts.valid += 1,
            (false, false) => counts.invalid += 1,
            _ => counts.differences.push(told(version, mutant, ours, theirs)),
        }
    }
    counts
}

fn told(version: &Version, mutant: &Mutant, ours: bool, theirs: bool) -> String {
    let word = |valid| if valid { "valid" } else { "wrong" };
    let what: String = mutant.what.chars().take(120).collect();
    let (id, number) = (&version.id, &version.number);
    format!(
        "{id} {number}: {what}: we say {}, the schema {}",
        word(ours),
        word(theirs)
    )
}

/// The numbers of the examples that our own check finds something wrong with: a
/// copy of the version with all of them, each on a line of its own.
fn refused_by_us(
    files: &Tree,
    site: &Path,
    version: &Version,
    examples: &[Mutant],
) -> BTreeSet<usize> {
    let path = format!("catalogue/producers/{}.yaml", version.id.replace('.', "/"));
    let written = std::fs::read_to_string(site.join(&path)).unwrap();
    let mut text = format!("id: {}\nversions:\n", version.id);
    text.push_str(&without_examples(&written, &version.number));
    text.push_str("    examples:\n");
    let before = text.lines().count();
    for example in examples {
        let event: &Value = &example.event;
        text.push_str(&format!(
            "      - {{ title: {{ sv: Prov, en: Test }}, event: {event} }}\n"
        ));
    }
    assert!(text.len() < 1 << 20, "{path}: {} bytes", text.len());
    let mut memory = Memory::new().with(&path, text.as_bytes());
    for (path, bytes) in files {
        memory = memory.with(path, bytes.clone());
    }
    let mut refused = BTreeSet::new();
    for finding in katalog::check(&memory, None).findings {
        let number = finding.code.number;
        if number.starts_with("K01") {
            panic!("{path}: {number} {}", finding.message.en);
        }
        if let ("K0301", Place::Span(span)) = (number, &finding.place) {
            let line = line_column(&text, span.range().start).line;
            refused.insert(line - before - 1);
        }
    }
    refused
}

/// The lines of a version in its file, but for its examples.
fn without_examples(text: &str, number: &str) -> String {
    let opening = format!("  - version: {number}");
    let mut lines = text.lines().skip_while(|line| !is_opening(line, &opening));
    let mut out = format!("{}\n", lines.next().expect("the version is in its file"));
    let mut in_examples = false;
    for line in lines {
        if line.starts_with("  - ") {
            break;
        }
        let is_key = line.starts_with("    ") && !line[4..].starts_with([' ', '-', '#']);
        if is_key {
            in_examples = line.starts_with("    examples:");
        }
        if !in_examples {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Whether a line opens the version: the number and perhaps a comment.
fn is_opening(line: &str, opening: &str) -> bool {
    line.strip_prefix(opening)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
