//! Every code is in the index, explained in both languages, and emitted by a case;
//! and nothing else is.

use crate::cases::codes_in;
use crate::support::{cases, names, repository, tree};
use katalog::diagnostic::{ALL, Tongue, by_name, explain};
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
    for area in ["bad-input", "made", "near-miss"] {
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
