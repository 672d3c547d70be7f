//! The house rules that a compiler doesn't keep: the shape of the source tree, who
//! may know whom, and what may not stand in a public repository.

use crate::support::{Tree, repository, tree};
use std::collections::{BTreeMap, BTreeSet};

/// The Rust files below a folder of the repository, as text by path.
fn rust(folder: &str) -> BTreeMap<String, String> {
    let files: Tree = tree(&repository().join(folder));
    files
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs"))
        .map(|(path, bytes)| {
            (
                format!("{folder}/{path}"),
                String::from_utf8(bytes).unwrap(),
            )
        })
        .collect()
}

fn all_rust() -> BTreeMap<String, String> {
    ["src", "tests/suite", "examples"]
        .into_iter()
        .flat_map(rust)
        .collect()
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut wrong = Vec::new();
    for (path, text) in all_rust() {
        if !text.starts_with("//! ") {
            wrong.push(format!("{path} doesn't open with `//!` and a sentence"));
        }
        let lines = text.lines().count();
        if lines > 400 {
            wrong.push(format!(
                "{path} has {lines} lines; split it by what it does (at most 400)"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every folder of `src/` stands in `ARCHITECTURE.md`, and every path there exists.
#[test]
fn the_architecture_page_tells_the_truth() {
    let page = read("ARCHITECTURE.md");
    assert!(
        page.lines().count() <= 200,
        "ARCHITECTURE.md is longer than 200 lines"
    );
    let named: BTreeSet<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .map(|path| path.trim_end_matches('/'))
        .filter(|path| {
            let first = path.split('/').next().unwrap();
            ["src", "tests", "themes", "examples"].contains(&first) && path.contains('/')
        })
        .collect();
    let mut wrong = Vec::new();
    for path in &named {
        let exists =
            repository().join(path).exists() || repository().join(format!("{path}.rs")).exists();
        if !exists && !path.contains('<') {
            wrong.push(format!("ARCHITECTURE.md names {path}, which doesn't exist"));
        }
    }
    for entry in walkdir::WalkDir::new(repository().join("src")).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(repository()).unwrap();
        let path = path.to_str().unwrap();
        if entry.file_type().is_dir() && !named.contains(path) {
            wrong.push(format!("ARCHITECTURE.md doesn't name {path}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// For each stage, what it may use besides `source`, `diagnostic` and `model`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("diagnostic", &["source"]),
    ("model", &["source", "diagnostic"]),
    ("load", &[]),
    ("resolve", &["load"]),
    ("check", &["resolve"]),
    ("docx", &[]),
    ("render", &["resolve", "docx"]),
    ("write", &["render"]),
    ("serve", &["render", "check()", "check_as_of()"]),
    ("sandbox", &["resolve", "render"]),
    ("conform", &["load"]),
    (
        "publish",
        &["load", "resolve", "check()", "check_as_of()", "read()"],
    ),
];

/// Exceptions, each with its reason in `ARCHITECTURE.md`.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("src/render/theme.rs", "load"),
    ("src/sandbox/page/theme.rs", "load"),
];

#[test]
fn stages_know_only_whom_they_may() {
    let stages: BTreeSet<&str> = MAY_USE.iter().map(|(stage, _)| *stage).collect();
    let mut wrong = Vec::new();
    for (path, text) in rust("src") {
        let stage = path.split('/').nth(1).unwrap();
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == stage) else {
            assert!(
                ["cli", "lib.rs", "main.rs"].contains(&stage),
                "{path}: {stage} stands in no row of MAY_USE"
            );
            continue;
        };
        let below = ["source", "diagnostic", "model"];
        let basic = below.contains(&stage);
        for used in crate_paths(&text) {
            let fine = used == stage
                || allowed.contains(&&*used)
                || (!basic && below.contains(&&*used))
                || EXCEPTIONS.contains(&(&*path, &*used));
            if !fine && (stages.contains(&*used) || used == "cli") {
                wrong.push(format!(
                    "{path} uses crate::{used}, but {stage} may not know {used}"
                ));
            } else if !fine {
                wrong.push(format!(
                    "{path} uses crate::{used}, which is for src/lib.rs and cli"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first part of every path that begins with `crate::`, also in groups; a
/// function is given with its parentheses.
fn crate_paths(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let word = |text: &str| -> String {
        let is_part = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
        text.chars().take_while(is_part).collect()
    };
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    for (at, _) in code.match_indices("crate::") {
        // `$crate::` is another macro's business, and `pub(in …)` no use at all.
        if code[..at].ends_with('$') || code[..at].ends_with("pub(in ") {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            for part in group.split_inclusive([',', '{', '}']) {
                if depth == 0 && !part.starts_with('}') {
                    found.insert(word(part.trim_start()));
                }
                match part.chars().last() {
                    Some('{') => depth += 1,
                    Some('}') if depth == 0 => break,
                    Some('}') => depth -= 1,
                    _ => {}
                }
            }
        } else {
            let name = word(rest);
            // A function, called or handed on; a macro of the crate's is everybody's.
            match rest[name.len()..].chars().next() {
                Some(':') => found.insert(name),
                Some('!') => false,
                _ if name == "say" => false,
                _ => found.insert(format!("{name}()")),
            };
        }
    }
    found.remove("");
    found
}

#[test]
fn only_source_reads_files_and_only_write_writes_them() {
    let mut wrong = Vec::new();
    let functions = [
        "fs::",
        "File::",
        "OpenOptions",
        "read_dir(",
        "walkdir",
        "read_to_string(",
        "tempfile",
    ];
    for (path, text) in rust("src") {
        let stage = path.split('/').nth(1).unwrap();
        // The parts of a file that are tests may do what they want.
        let text = text.split("#[cfg(test)]").next().unwrap();
        for line in text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
        {
            let Some(function) = functions.iter().find(|function| line.contains(**function)) else {
                continue;
            };
            let fine = match stage {
                "source" => *function != "tempfile",
                "write" => *function != "walkdir",
                _ => ["ReadOnlyFile::", "rustix::fs::"]
                    .iter()
                    .any(|name| line.contains(name)),
            };
            if !fine {
                wrong.push(format!("{path}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Only the command line prints.
#[test]
fn only_the_command_line_prints() {
    for (path, text) in rust("src") {
        let prints = [
            "println!(",
            "eprintln!(",
            "print!(",
            "dbg!(",
            "stdout()",
            "stderr()",
        ];
        let found = prints.iter().find(|function| text.contains(**function));
        assert!(
            found.is_none() || path.starts_with("src/cli/"),
            "{path} has {}",
            found.unwrap()
        );
    }
}

fn read(path: &str) -> String {
    std::fs::read_to_string(repository().join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}
