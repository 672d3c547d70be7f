//! Catalogues with one thing wrong, and what the program says about each; and
//! catalogues that look wrong but are not.
//!
//! `tests/cases/bad-input/NAME/in/` is laid over the small site in
//! `tests/cases/base/`; `without.txt` names files to take away. The site is built
//! with the real program where a site was built before. What it says stands in
//! `expected.sv.txt` and `expected.en.txt`; the old site must be as it was.
//! `tests/cases/near-miss/NAME/` is the same, but nothing may be said.

use crate::support::{Golden, Katalog, Run, base, cases, copy_over, names, tree};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn bad_input_is_told_of_and_nothing_is_written() {
    let area = cases("bad-input");
    let all = names(&area);
    assert!(all.len() >= 100, "only {} cases", all.len());
    let goldens = all.par_iter().map(|name| {
        let mut golden = Golden::default();
        let (case, site) = (area.join(name), base());
        lay_over(&case, site.path());
        refused(&mut golden, &case, site.path(), false);
        golden
    });
    Golden::all(goldens.collect::<Vec<_>>()).finish();
}

#[test]
fn what_only_looks_wrong_is_accepted() {
    let area = cases("near-miss");
    let goldens = names(&area).into_par_iter().map(|name| {
        let mut golden = Golden::default();
        let (case, site) = (area.join(&name), base());
        lay_over(&case, site.path());
        accepted(&mut golden, &case, site.path());
        golden
    });
    Golden::all(goldens.collect::<Vec<_>>()).finish();
}

fn lay_over(case: &Path, site: &Path) {
    copy_over(&case.join("in"), site);
    lay_files_away(case, site);
}

/// Takes away the files that a case's `without.txt` names.
pub(crate) fn lay_files_away(case: &Path, site: &Path) {
    let without = std::fs::read_to_string(case.join("without.txt")).unwrap_or_default();
    for path in without.lines() {
        std::fs::remove_file(site.join(path)).unwrap();
    }
}

/// Builds a site that can't be built, in both languages, and holds what is said
/// against the case's files. `denied` is for cases where permissions matter.
pub(crate) fn refused(golden: &mut Golden, case: &Path, site: &Path, denied: bool) {
    let name = case.file_name().unwrap().to_str().unwrap();
    let public = site.join("public");
    old_site(&public);
    let before = (tree(&public), entries(site));
    let mut codes = Vec::new();
    for lang in ["sv", "en"] {
        let run = build(site, lang, denied);
        if !matches!(run.code, Some(1 | 2)) || run.stderr.contains("panicked") {
            golden.fault(format!(
                "{name}: exit code {:?}, but 1 or 2 was expected\n{}",
                run.code, run.stderr
            ));
            return;
        }
        if !run.stdout.is_empty() {
            golden.fault(format!("{name}: findings belong in stderr\n{}", run.stdout));
        }
        if (tree(&public), entries(site)) != before {
            golden.fault(format!("{name}: the old site was touched"));
        }
        codes.push(codes_in(&run.stderr));
        golden.findings(
            &case.join(format!("expected.{lang}.txt")),
            &said(&run, site),
        );
    }
    if codes[0] != codes[1] {
        golden.fault(format!("{name}: the languages tell of different codes"));
    }
}

/// Builds a site in which nothing is wrong. When something is said all the same
/// (a warning), it stands in the case's files.
pub(crate) fn accepted(golden: &mut Golden, case: &Path, site: &Path) {
    let name = case.file_name().unwrap().to_str().unwrap();
    for lang in ["sv", "en"] {
        let run = build(site, lang, false);
        if run.code != Some(0) {
            golden.fault(format!("{name}: exit code {:?}\n{}", run.code, run.stderr));
            return;
        }
        let expected = case.join(format!("expected.{lang}.txt"));
        if !run.stderr.is_empty() || expected.exists() {
            golden.findings(&expected, &said(&run, site));
        }
    }
}

/// A folder that the program takes for a site of its own, with something in it.
pub(crate) fn old_site(public: &Path) {
    std::fs::create_dir_all(public.join("en")).unwrap();
    for (path, text) in [
        (".katalog", "Written by katalog"),
        ("index.html", "the old start page"),
        ("en/index.html", "the old English start page"),
    ] {
        std::fs::write(public.join(path), text).unwrap();
    }
}

fn build(site: &Path, lang: &str, denied: bool) -> Run {
    let arguments = ["build", "--lang", lang];
    let program = if denied {
        Katalog::denied(arguments)
    } else {
        Katalog::new(arguments)
    };
    program.within(site).run()
}

/// The exit code and what was said, without what differs between computers.
pub(crate) fn said(run: &Run, site: &Path) -> String {
    let real = site.canonicalize().unwrap();
    let stderr = run.stderr.replace(real.to_str().unwrap(), "SITE");
    let code = run.code.map_or("none".to_owned(), |code| code.to_string());
    format!("exit code {code}\n\n{stderr}")
}

/// The names in a folder: a folder that was left behind would be seen.
fn entries(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

/// The codes of the findings in a text, in order.
pub(crate) fn codes_in(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = text
        .lines()
        .filter_map(|line| {
            let (_, rest) = line.split_once("[K")?;
            let (number, _) = rest.split_once("]:")?;
            (number.len() == 4).then(|| format!("K{number}"))
        })
        .collect();
    codes.sort();
    codes
}
