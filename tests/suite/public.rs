//! What a public repository must hold and what it may not: licences, the theme's
//! words in every language, and no trace of the machine it was written on.

use crate::support::{repository, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The files that are committed or about to be, but for those that tests write.
fn committed() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(repository())
        .output()
        .unwrap();
    if !listed.status.success() {
        // Not a clone: a folder of sources, which git knows nothing about.
        eprintln!("skipped: git lists no files here");
        return Vec::new();
    }
    let text = String::from_utf8(listed.stdout).unwrap();
    let there = |path: &String| repository().join(path).is_file();
    text.lines().map(str::to_owned).filter(there).collect()
}

#[test]
fn no_path_or_host_of_a_machine_is_told() {
    // Put together here, so that this file doesn't hold them itself.
    let roots = ["work", "tmp", "root"].map(|name| format!("/{name}/"));
    let hosts = [
        ["crates", "io"],
        ["registry", "npmjs"],
        ["index.crates", "io"],
    ];
    let hosts = hosts.map(|parts| parts.join("."));
    let mut wrong = Vec::new();
    for path in committed() {
        let Ok(text) = std::fs::read_to_string(repository().join(&path)) else {
            continue;
        };
        for (number, line) in (1..).zip(text.lines()) {
            let machine = roots.iter().find(|root| {
                line.match_indices(root.as_str()).any(|(at, _)| {
                    // Not a part of an address or of a longer path.
                    let before = line[..at].chars().last();
                    before.is_none_or(|c| " \"'`(=:[,>\t".contains(c))
                        && !line[..at].ends_with("http:")
                })
            });
            // `Cargo.lock` names where packages come from, as Cargo writes it.
            let host = hosts
                .iter()
                .find(|host| line.contains(host.as_str()) && !path.ends_with("Cargo.lock"));
            if let Some(found) = machine.or(host) {
                let is_shebang = line.starts_with("#!");
                if !is_shebang {
                    wrong.push(format!("{path}:{number}: {found}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn text_files_are_utf8_with_plain_line_endings() {
    let mut wrong = Vec::new();
    for path in committed() {
        let bytes = std::fs::read(repository().join(&path)).unwrap();
        let is_text = [
            ".rs", ".md", ".yaml", ".yml", ".html", ".css", ".js", ".mjs", ".toml",
        ]
        .iter()
        .any(|ending| path.ends_with(ending));
        if !is_text {
            continue;
        }
        match String::from_utf8(bytes) {
            Err(_) => wrong.push(format!("{path} is not UTF-8")),
            // What authors on Windows save is a case of its own.
            Ok(text) if text.contains('\r') && !path.starts_with("tests/cases/") => {
                wrong.push(format!("{path} has CR"))
            }
            Ok(text) if text.starts_with('\u{feff}') => wrong.push(format!("{path} has a BOM")),
            Ok(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn licences_are_there() {
    let folder = repository();
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("LICEN"))
        .collect();
    assert!(!files.is_empty(), "there is no licence");
    let mut all = String::new();
    for name in files {
        let path = folder.join(name);
        if path.is_dir() {
            for (name, bytes) in tree(&path) {
                all.push_str(&format!("{name}\n{}", String::from_utf8_lossy(&bytes)));
            }
        } else {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    assert!(manifest.contains("license = \"EUPL-1.2\""));
    for licence in ["EUPL-1.2", "CC-BY-4.0", "CC0-1.0"] {
        assert!(
            all.contains(licence),
            "{licence} isn't named among the licences"
        );
    }
    for text in [
        "EUROPEAN UNION PUBLIC LICENCE",
        "Attribution 4.0 International",
        "CC0 1.0",
    ] {
        let found = all.to_lowercase().contains(&text.to_lowercase());
        assert!(found, "the text of {text} is missing");
    }
}

/// The words of a language, by key.
fn words(lang: &str) -> BTreeMap<String, String> {
    let path = format!("themes/default/strings/{lang}.yaml");
    let text = std::fs::read_to_string(repository().join(path)).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (key, word) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
            (key.to_owned(), word.to_owned())
        })
        .collect()
}

fn placeholders(word: &str) -> BTreeSet<&str> {
    let parts = word.split('{').skip(1);
    parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

#[test]
fn both_languages_have_the_same_words_and_placeholders() {
    let (sv, en) = (words("sv"), words("en"));
    let keys = |words: &BTreeMap<String, String>| words.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&sv), keys(&en));
    for (key, word) in &sv {
        assert_eq!(placeholders(word), placeholders(&en[key]), "{key}");
    }
}

/// Keys that templates and Rust files name, and those whose first part they name.
fn named_keys() -> (BTreeMap<String, String>, Vec<String>) {
    let mut whole = BTreeMap::new();
    let mut beginnings = Vec::new();
    let templates = tree(&repository().join("themes/default/templates"));
    for (path, bytes) in templates {
        let text = String::from_utf8(bytes).unwrap();
        for quote in ['"', '\''] {
            for part in text.split(&format!("t[{quote}")).skip(1) {
                let (key, rest) = part.split_once(quote).unwrap();
                if rest.trim_start().starts_with(']') {
                    whole.insert(key.to_owned(), path.clone());
                } else {
                    beginnings.push(key.to_owned());
                }
            }
        }
    }
    for (path, bytes) in tree(&repository().join("src/render")) {
        let text = String::from_utf8(bytes).unwrap();
        for call in [".t(\"", ".fill(\"", ".t(\n", ".fill(\n"] {
            for part in text.split(call).skip(1) {
                let part = part.trim_start().trim_start_matches('"');
                let key = part.split('"').next().unwrap();
                whole.insert(key.to_owned(), path.clone());
            }
        }
        for part in text.split("format!(\"").skip(1) {
            let key = part.split(['{', '"']).next().unwrap();
            if key.ends_with('-') {
                beginnings.push(key.to_owned());
            }
        }
    }
    let is_key =
        |key: &String| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    whole.retain(|key, _| is_key(key));
    (whole, beginnings)
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let (named, beginnings) = named_keys();
    assert!(
        named.len() > 100,
        "only {} words are asked for",
        named.len()
    );
    let words = words("sv");
    for (key, path) in &named {
        assert!(words.contains_key(key), "{path} asks for the word {key}");
    }
    for beginning in beginnings
        .iter()
        .filter(|beginning| beginning.ends_with('-'))
    {
        let some = words.keys().any(|key| key.starts_with(beginning.as_str()));
        let is_id = ["ex-", "bokstav-", "m-", "period-", "step-"].contains(&&**beginning);
        assert!(some || is_id, "no word begins with {beginning}");
    }
}
