//! The output folder: it is replaced whole or not at all, and nothing but a site
//! that the program wrote is ever replaced.

use crate::support::{
    Golden, Katalog, Run, Tree, base, can_be_denied, cases, copy_over, forbid, repository, tree,
};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Builds a site whose output can't be written, in both languages, and holds what
/// is said against the files of the case `tests/cases/output/NAME/`.
fn refused(name: &str, folder: &Path, run: impl Fn(&str) -> Run) {
    let mut golden = Golden::default();
    for lang in ["sv", "en"] {
        let run = run(lang).expect(2);
        assert_eq!(run.stdout, "");
        let said = format!("exit code 2\n\n{}", anonymous(&run.stderr, folder));
        let file = format!("{name}/expected.{lang}.txt");
        golden.text(&cases("output").join(file), &said);
    }
    golden.finish();
}

/// Without the name of the folder, and without the random part of temporary names.
fn anonymous(text: &str, folder: &Path) -> String {
    let real = folder.canonicalize().unwrap();
    let text = text.replace(real.to_str().unwrap(), "FOLDER");
    let mut out = String::new();
    let mut parts = text.split(".katalog-");
    out.push_str(parts.next().unwrap());
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        out.push_str(".katalog-RANDOM");
        // Which file comes first is a matter of chance.
        out.push_str(match rest.strip_prefix('/') {
            Some(file) => file.trim_start_matches(|c| c != '`'),
            None => rest,
        });
    }
    out
}

fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_with_other_content_is_left_alone() {
    let site = base();
    let out = site.path().join("bilder");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("semester.jpg"), "x").unwrap();
    let before = tree(site.path());
    refused("other-content", site.path(), |lang| {
        Katalog::new(["build", "--out", "bilder", "--lang", lang])
            .within(site.path())
            .run()
    });
    assert_eq!(tree(site.path()), before);
}

#[test]
fn the_site_itself_is_never_replaced() {
    let site = base();
    // Even when something made it look like an old site.
    std::fs::write(site.path().join(".katalog"), "").unwrap();
    let before = tree(site.path());
    refused("the-site-itself", site.path(), |lang| {
        Katalog::new(["build", "--out", ".", "--lang", lang])
            .within(site.path())
            .run()
    });
    for out in ["..", "/", "../", "catalogue/.."] {
        Katalog::new(["build", "--out", out])
            .within(site.path())
            .run()
            .expect(2);
    }
    assert_eq!(tree(site.path()), before);
}

/// What the site is made from lies in folders of it, which are as dear.
#[test]
fn the_folders_of_the_site_are_never_replaced() {
    let site = base();
    for folder in ["catalogue", "content", "theme"] {
        std::fs::create_dir_all(site.path().join(folder)).unwrap();
        let before = tree(site.path());
        for out in [folder.to_owned(), format!("{folder}/ny")] {
            let run = Katalog::new(["build", "--out", &out])
                .within(site.path())
                .run();
            assert_eq!(run.code, Some(2), "--out {out}: {}", run.stderr);
            assert_eq!(tree(site.path()), before, "--out {out}");
        }
    }
}

#[test]
fn a_file_is_no_place_for_a_site() {
    let site = base();
    std::fs::write(site.path().join("public"), "x").unwrap();
    refused("out-is-a-file", site.path(), |lang| {
        Katalog::new(["build", "--lang", lang])
            .within(site.path())
            .run()
    });
    let below = Katalog::new(["build", "--out", "public/html"])
        .within(site.path())
        .run();
    below.expect(2);
    assert_eq!(std::fs::read(site.path().join("public")).unwrap(), b"x");
}

#[test]
fn an_empty_folder_is_a_place_for_a_site() {
    let site = base();
    std::fs::create_dir(site.path().join("public")).unwrap();
    let run = Katalog::new(["build"]).within(site.path()).run().expect(0);
    assert_eq!(run.stderr, "");
    assert!(site.path().join("public/index.html").is_file());
    assert!(site.path().join("public/.katalog").is_file());
}

#[test]
fn folders_above_the_output_are_made() {
    let site = base();
    Katalog::new(["build", "--out", "a/b/c"])
        .within(site.path())
        .run()
        .expect(0);
    assert!(site.path().join("a/b/c/en/index.html").is_file());
    assert_eq!(entries(&site.path().join("a/b")), ["c"]);
}

#[test]
fn what_is_gone_from_the_catalogue_is_gone_from_the_site() {
    let site = base();
    let build = || {
        Katalog::new(["build"]).within(site.path()).run().expect(0);
        tree(&site.path().join("public"))
    };
    let first = build();
    let consumer = site.path().join("catalogue/consumers/APPEN.yaml");
    std::fs::remove_file(consumer).unwrap();
    let second = build();
    assert!(first.contains_key("consumers/APPEN/index.html"));
    assert!(!second.contains_key("consumers/APPEN/index.html"));
    assert_eq!(build(), second);
}

#[test]
fn a_folder_that_may_not_be_written_is_told_of() {
    if !can_be_denied() {
        eprintln!("skipped: nothing can be denied here");
        return;
    }
    let site = base();
    let closed = site.path().join("closed");
    Katalog::new(["build", "--out", "closed/public"])
        .within(site.path())
        .run()
        .expect(0);
    let before = tree(&closed);
    forbid(&closed, 0o555);
    refused("may-not-be-written", site.path(), |lang| {
        Katalog::denied(["build", "--out", "closed/public", "--lang", lang])
            .within(site.path())
            .run()
    });
    forbid(&closed, 0o755);
    assert_eq!(tree(&closed), before);
    assert_eq!(entries(&closed), ["public"]);
}

/// A disk that gets full: a small file system in memory where this computer lets
/// the test make one, otherwise a limit on the size of files.
#[test]
fn a_full_disk_leaves_the_old_site() {
    let site = base();
    let disk = site.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    // The old site stands on the disk before it is full.
    let script = r#"
        set -e
        mount -t tmpfs -o size=32m none disk
        "$0" build --out disk/public >&2
        find disk/public -type f | sort | xargs sha256sum > before
        room=$(df -k --output=avail disk | tail -1)
        head -c $((room - 100))k /dev/zero > disk/other
        sed -i 's/Provkatalogen/Nya katalogen/' katalog.yaml
        code=0; "$0" build --out disk/public --lang "$1" || code=$?
        find disk/public -type f | sort | xargs sha256sum > after
        ls -A disk > left
        sed -i 's/Nya katalogen/Provkatalogen/' katalog.yaml
        exit $code
    "#;
    let in_memory = Command::new("unshare")
        .args(["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none"])
        .arg(&disk)
        .status()
        .is_ok_and(|status| status.success());
    if in_memory {
        refused("full-disk", site.path(), |lang| {
            let mut command = Command::new("unshare");
            command
                .args(["--map-root-user", "--mount", "bash", "-c", script])
                .arg(env!("CARGO_BIN_EXE_katalog"));
            let mut run = Katalog::by(command, [lang]).within(site.path()).run();
            // What the first build said.
            if let Some((_, rest)) = run.stderr.split_once(" s\n") {
                run.stderr = rest.to_owned();
            }
            run
        });
        let read = |name| std::fs::read_to_string(site.path().join(name)).unwrap();
        assert!(read("before").lines().count() > 50);
        assert_eq!(read("before"), read("after"), "the old site was touched");
        assert_eq!(read("left"), "other\npublic\n", "something was left behind");
    } else {
        eprintln!("no file system in memory can be made here");
    }
}

#[test]
fn a_file_that_can_not_grow_leaves_the_old_site() {
    let site = base();
    Katalog::new(["build"]).within(site.path()).run().expect(0);
    let before = tree(&site.path().join("public"));
    let config = site.path().join("katalog.yaml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text.replace("Provkatalogen", "Nya katalogen")).unwrap();
    refused("file-size-limit", site.path(), |lang| {
        let mut command = Command::new("bash");
        command
            .args(["-c", "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_katalog"));
        Katalog::by(command, ["build", "--lang", lang])
            .within(site.path())
            .run()
    });
    assert_eq!(tree(&site.path().join("public")), before);
    let left = entries(site.path());
    assert!(left.iter().all(|name| !name.starts_with('.')), "{left:?}");
}

#[test]
fn a_kill_leaves_the_old_site_and_the_next_build_cleans_up() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path();
    for part in ["catalogue", "content"] {
        copy_over(&repository().join(part), &site.join(part));
    }
    std::fs::copy(repository().join("katalog.yaml"), site.join("katalog.yaml")).unwrap();
    crate::cases::old_site(&site.join("public"));
    let before = tree(&site.join("public"));
    let mut left = None;
    for _ in 0..20 {
        let mut child = Katalog::new(["build"]).within(site).start();
        while child.try_wait().unwrap().is_none() {
            left = half_written(site);
            if left.is_some() {
                child.kill().unwrap();
                break;
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        child.wait().unwrap();
        let killed = left.as_ref().is_some_and(|left| site.join(left).is_dir());
        if killed && tree(&site.join("public")) == before {
            break;
        }
        // It was done before the signal came: again.
        std::fs::remove_dir_all(site.join("public")).unwrap();
        crate::cases::old_site(&site.join("public"));
        left = None;
    }
    let left = left.expect("no build was caught while it wrote");
    assert_eq!(tree(&site.join("public")), before);
    Katalog::new(["build"]).within(site).run().expect(0);
    assert!(!site.join(&left).exists(), "{left} was not cleaned up");
    let built: Tree = tree(&site.join("public"));
    assert!(built.len() > 1000 && built != before);
}

/// The name of the folder that is being written, when it holds something.
fn half_written(site: &Path) -> Option<String> {
    let name = entries(site)
        .into_iter()
        .find(|name| name.starts_with(".public.katalog-"))?;
    let files = std::fs::read_dir(site.join(&name)).ok()?.count();
    (files > 2).then_some(name)
}
