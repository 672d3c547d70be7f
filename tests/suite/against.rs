//! A catalogue held against an earlier state of it: a folder, or a commit in git.
//!
//! `tests/cases/against/NAME/was/` is laid over the small site in
//! `tests/cases/base/` to make the earlier state, and `now/` over that to make the
//! present one; `without.txt` names files that are gone since.

use crate::cases::{lay_files_away, said};
use crate::support::{Golden, Katalog, Run, base, cases, copy_over, names};
use rayon::prelude::*;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

#[test]
fn what_is_held_against_a_folder_is_told_of() {
    let area = cases("against");
    let goldens = names(&area).into_par_iter().map(|name| {
        let mut golden = Golden::default();
        let (was, now) = states(&area.join(&name));
        for lang in ["sv", "en"] {
            let run = against(now.path(), was.path().to_str().unwrap(), lang);
            if !matches!(run.code, Some(0 | 1)) {
                golden.fault(format!("{name}: {run:?}"));
            }
            let file = area.join(format!("{name}/expected.{lang}.txt"));
            golden.findings(&file, &said(&run, now.path()));
        }
        golden
    });
    Golden::all(goldens.collect::<Vec<_>>()).finish();
}

/// The earlier and the present state of a case.
pub(crate) fn states(case: &Path) -> (TempDir, TempDir) {
    let (was, now) = (base(), base());
    copy_over(&case.join("was"), was.path());
    copy_over(&case.join("was"), now.path());
    copy_over(&case.join("now"), now.path());
    lay_files_away(case, now.path());
    (was, now)
}

fn against(site: &Path, name: &str, lang: &str) -> Run {
    Katalog::new([
        "check",
        "--as-of",
        "2026-06-01",
        "--lang",
        lang,
        "--against",
        name,
    ])
    .within(site)
    .run()
}

/// A commit says the same as the folder that it was made of.
#[test]
fn a_commit_is_as_good_as_a_folder() {
    let area = cases("against");
    for name in names(&area) {
        let (was, now) = states(&area.join(&name));
        commit(was.path());
        let git = was.path().join(".git");
        std::fs::rename(git, now.path().join(".git")).unwrap();
        let by_folder = against(now.path(), was.path().to_str().unwrap(), "en");
        let by_commit = against(now.path(), "HEAD", "en");
        assert_eq!(by_commit.stderr, by_folder.stderr, "{name}");
        assert_eq!(by_commit.code, by_folder.code, "{name}");
    }
}

/// The site may lie in a folder of the repository.
#[test]
fn the_site_may_be_a_part_of_the_repository() {
    let (was, _) = states(&cases("against/lock-removed"));
    let whole = tempfile::tempdir().unwrap();
    let site = whole.path().join("sites/one");
    std::fs::create_dir_all(&site).unwrap();
    copy_over(was.path(), &site);
    commit(whole.path());
    std::fs::remove_file(site.join("catalogue/producers/REFKOM/published.lock")).unwrap();
    let run = against(&site, "HEAD", "en");
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.stderr.contains("K0327"), "{run:?}");
}

#[test]
fn what_can_not_be_read_is_told_of() {
    let mut golden = Golden::default();
    let site = base();
    let tell = |golden: &mut Golden, name: &str, run: &Run| {
        if run.code != Some(2) || !run.stdout.is_empty() {
            golden.fault(format!("{name}: {run:?}"));
        }
        golden.text(&cases("slips").join(format!("{name}.txt")), &run.stderr);
    };
    for lang in ["sv", "en"] {
        let name = |name: &str| format!("against-{name}.{lang}");
        // A folder of the computer's may lie in a repository; this one doesn't.
        let run = |root: &Path, reference: &str| {
            Katalog::new(["check", "--lang", lang, "--against", reference])
                .env("GIT_CEILING_DIRECTORIES", "/")
                .within(root)
                .run()
        };
        tell(
            &mut golden,
            &name("no-repository"),
            &run(site.path(), "main"),
        );
        let own = base();
        commit(own.path());
        tell(&mut golden, &name("no-commit"), &run(own.path(), "nowhere"));
        tell(&mut golden, &name("option"), &run(own.path(), "--all"));
        let empty = tempfile::tempdir().unwrap();
        std::fs::write(empty.path().join("readme"), "").unwrap();
        commit(empty.path());
        copy_over(&cases("base"), empty.path());
        tell(&mut golden, &name("no-site"), &run(empty.path(), "HEAD"));
        std::fs::write(own.path().join("readme"), "").unwrap();
        git(own.path(), &["add", "-A"]);
        git(own.path(), &["commit", "-qm", "more"]);
        let clones = tempfile::tempdir().unwrap();
        let url = format!("file://{}", own.path().display());
        git(
            clones.path(),
            &["clone", "-q", "--depth", "1", &url, "shallow"],
        );
        let shallow = clones.path().join("shallow");
        tell(&mut golden, &name("shallow"), &run(&shallow, "HEAD~1"));
        let without = Katalog::new(["check", "--lang", lang, "--against", "HEAD"])
            .env("PATH", "/nowhere")
            .within(own.path())
            .run();
        tell(&mut golden, &name("no-git"), &without);
    }
    golden.finish();
}

/// Makes a folder a repository with one commit of all that is in it.
fn commit(folder: &Path) {
    git(folder, &["init", "-q"]);
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-qm", "all"]);
}

fn git(folder: &Path, arguments: &[&str]) {
    let run = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=test", "-c", "user.email=test@example.se"])
        .args(["-c", "commit.gpgsign=false"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(run.status.success(), "git {arguments:?}: {run:?}");
}
