//! Every code is in the index, explained in both languages, and emitted by a case;
//! and nothing else is. The same holds for the rules about changes, whose pairs
//! [`crate::policy`] counts.

use crate::cases::codes_in;
use crate::support::{cases, names, repository, tree};
use katalog::check;
use katalog::diagnostic::{ALL, Code, Tongue, by_name, explain, page_text};
use katalog::model::change::RULES;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn codes_are_in_order_and_none_is_there_twice() {
    for pair in ALL.windows(2) {
        assert!(pair[0].number < pair[1].number, "{}", pair[1].number);
    }
    let names: BTreeSet<_> = ALL.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), ALL.len(), "a name is used twice");
    for code in ALL {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        assert!(code.name.bytes().all(fits), "{}", code.name);
        assert_eq!(by_name(&code.number.to_lowercase()), Some(code));
        assert_eq!(by_name(code.name), Some(code));
    }
}

#[test]
fn every_code_is_emitted_by_a_case_and_no_other() {
    let mut emitted: BTreeMap<String, String> = BTreeMap::new();
    for area in ["bad-input", "made", "near-miss", "against"] {
        for name in names(&cases(area)) {
            for lang in ["sv", "en"] {
                let file = cases(area).join(format!("{name}/expected.{lang}.txt"));
                let text = std::fs::read_to_string(file).unwrap_or_default();
                for code in codes_in(&text) {
                    emitted.entry(code).or_insert_with(|| name.clone());
                }
            }
        }
    }
    // Some are only found in what commands are given.
    for (path, text) in tree(&cases("commands")) {
        for code in codes_in(&String::from_utf8_lossy(&text)) {
            emitted.entry(code).or_insert_with(|| path.clone());
        }
    }
    let index: BTreeSet<&str> = ALL.iter().map(|code| code.number).collect();
    for code in &index {
        assert!(
            emitted.contains_key(*code),
            "no case shows {code}: add one under tests/cases/bad-input/"
        );
    }
    for (code, case) in &emitted {
        assert!(
            index.contains(&**code),
            "{code} of {case} isn't in the index"
        );
    }
}

#[test]
fn the_source_names_exactly_the_codes_of_the_index() {
    let mut named = BTreeSet::new();
    for (path, bytes) in tree(&repository().join("src")) {
        if path == "diagnostic/codes.rs" || !path.ends_with(".rs") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        for (at, _) in text.match_indices("\"K") {
            let number = text.get(at + 1..at + 6).unwrap_or("");
            let is_code = number[1..].bytes().all(|b| b.is_ascii_digit());
            if is_code && text[at + 6..].starts_with('"') {
                named.insert(number.to_owned());
            }
        }
    }
    let index: BTreeSet<String> = ALL.iter().map(|code| code.number.to_owned()).collect();
    assert_eq!(named, index, "left: named in src/, right: in the index");
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in ALL {
        let [sv, en] = [Tongue::Swedish, Tongue::English].map(|tongue| explain(code, tongue));
        let number = code.number;
        assert_ne!(sv, en, "{number} is explained in one language only");
        for (text, fails, passes) in [
            (&sv, "## Fel\n", "## Rätt\n"),
            (&en, "## Fails\n", "## Passes\n"),
        ] {
            assert!(text.starts_with(&format!("{number} {}\n", code.name)));
            assert!(text.len() > 500, "{number} is hardly explained:\n{text}");
            for heading in [fails, passes] {
                let example = text.split_once(heading).map_or("", |(_, rest)| rest);
                assert!(
                    example.trim_start().starts_with("```"),
                    "{number} has no example under {heading}"
                );
            }
        }
    }
}

/// What each page has, in this order.
const HEADINGS: &[(Tongue, [&str; 5])] = &[
    (
        Tongue::English,
        ["What it checks", "Why", "Fails", "Passes", "How to fix"],
    ),
    (
        Tongue::Swedish,
        [
            "Vad som kontrolleras",
            "Varför",
            "Fel",
            "Rätt",
            "Så rättar du",
        ],
    ),
];

#[test]
fn every_rule_about_changes_is_explained_in_both_languages() {
    let mut known = BTreeSet::new();
    for rule in RULES {
        let name = rule.name;
        for (tongue, headings) in HEADINGS {
            let page = rule.page_text(*tongue);
            let found: Vec<&str> = page
                .lines()
                .filter_map(|line| line.strip_prefix("## "))
                .collect();
            assert_eq!(found, headings, "the headings of {name} in {tongue:?}");
            assert!(page.chars().count() > 500, "{name} is hardly explained");
            assert_eq!(
                rule.explain(*tongue),
                format!("{name}\n\n{page}\n"),
                "what `katalog explain {name}` prints"
            );
            // A page that was copied for another rule, or not translated, is there twice.
            let why = page.split("\n## ").nth(1).unwrap().to_owned();
            assert!(
                known.insert(why),
                "{name} in {tongue:?} says why as another"
            );
        }
    }
}

/// A name that a page gives in code and that looks like a rule's is one's.
#[test]
fn the_pages_of_rules_name_rules_that_exist() {
    let names: BTreeSet<&str> = ALL
        .iter()
        .map(|code| code.name)
        .chain(RULES.iter().map(|rule| rule.name))
        .collect();
    let endings: BTreeSet<&str> = RULES
        .iter()
        .filter_map(|rule| rule.name.rsplit_once('-'))
        .map(|(_, ending)| ending)
        .collect();
    for rule in RULES {
        for (tongue, _) in HEADINGS {
            let page = rule.page_text(*tongue);
            for word in page.split('`').skip(1).step_by(2) {
                let looks_so = word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
                    && word
                        .rsplit_once('-')
                        .is_some_and(|(_, ending)| endings.contains(ending));
                assert!(
                    !looks_so || names.contains(word),
                    "{} in {tongue:?} names {word}, which isn't a rule",
                    rule.name
                );
            }
        }
    }
}

/// The rules that have a page, the rules of the policy and the rules that the
/// source emits are the same. That each is tested as well is asked elsewhere: a
/// rule about changes has its pairs ([`crate::policy`]), a code has its case (above).
#[test]
fn every_rule_is_in_the_policy_documented_and_emitted() {
    let source = |folder: &str| -> BTreeMap<String, String> {
        let files = tree(&repository().join("src").join(folder));
        let rust = files.into_iter().filter(|(path, _)| path.ends_with(".rs"));
        rust.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
            .collect()
    };
    // Section 1: the changes.
    let policy: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_owned()).collect();
    assert_eq!(policy.len(), RULES.len(), "a rule is in the table twice");
    let files = source("model/change");
    let (pages, engine): (Vec<_>, Vec<_>) = files
        .iter()
        .filter(|(path, _)| *path != "rules/mod.rs")
        .partition(|(path, _)| path.starts_with("rules/"));
    let mut documented = BTreeSet::new();
    for (path, text) in pages {
        let stem = path.trim_start_matches("rules/").trim_end_matches(".rs");
        let name = stem.replace('_', "-");
        let is_its_own = RULES
            .iter()
            .any(|rule| rule.name == name && rule.page_text(Tongue::English) == english(text));
        assert!(is_its_own, "{path} isn't the page of {name}");
        documented.insert(name);
    }
    assert_eq!(documented, policy, "left: documented, right: in the policy");
    let emitted: BTreeSet<String> = RULES
        .iter()
        .map(|rule| rule.name)
        .filter(|name| {
            let quoted = format!("\"{name}\"");
            engine.iter().any(|(_, text)| text.contains(&quoted))
        })
        .map(str::to_owned)
        .collect();
    assert_eq!(emitted, policy, "left: emitted, right: in the policy");
    // Section 2: how entries live. That the source names each code is asked above.
    for (path, text) in source("check/rules") {
        let runs = |code: &&Code| check::RULES.iter().any(|rule| rule.code == code.number);
        let codes = ALL
            .iter()
            .filter(|code| code.page_text(Tongue::English) == english(&text))
            .filter(runs)
            .count();
        let expected = usize::from(path != "mod.rs");
        assert_eq!(
            codes, expected,
            "codes that check/rules/{path} is the page of"
        );
    }
}

/// The English page that a rule's file holds.
fn english(file: &str) -> String {
    page_text(file, Tongue::English)
}
