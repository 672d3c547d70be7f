//! The same input gives the same bytes, whatever the computer is like and
//! whatever was there before.

use crate::agreements::parts;
use crate::support::{Katalog, Tree, copy, copy_over, repository, tree};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The example catalogue in a folder of its own.
fn example() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for part in ["catalogue", "content"] {
        copy_over(&repository().join(part), &folder.path().join(part));
    }
    let config = std::fs::read(repository().join("katalog.yaml")).unwrap();
    std::fs::write(folder.path().join("katalog.yaml"), config).unwrap();
    folder
}

fn build(site: &Path, out: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Tree {
    let paths = [
        "build",
        "--root",
        site.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ];
    let mut program = Katalog::new([&paths, arguments].concat());
    for (name, value) in environment {
        program = program.env(name, value);
    }
    program.run().expect(0);
    tree(out)
}

/// The example, built once in the usual way.
fn usual() -> &'static Tree {
    static BUILT: OnceLock<Tree> = OnceLock::new();
    BUILT.get_or_init(|| {
        let out = tempfile::tempdir().unwrap();
        build(repository(), &out.path().join("public"), &[], &[])
    })
}

#[track_caller]
fn assert_same(left: &Tree, right: &Tree) {
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(left), paths(right));
    for (path, bytes) in left {
        assert!(*bytes == right[path], "{path} differs");
    }
}

#[test]
fn neither_place_nor_threads_nor_locale_nor_clock_matter() {
    assert!(usual().len() > 1000);
    let site = example();
    let out = tempfile::tempdir().unwrap();
    for (name, environment) in [
        (
            "one",
            [
                ("RAYON_NUM_THREADS", "1"),
                ("TZ", "Pacific/Kiritimati"),
                ("LC_ALL", "sv_SE.UTF-8"),
            ],
        ),
        (
            "four",
            [
                ("RAYON_NUM_THREADS", "4"),
                ("TZ", "America/Adak"),
                ("LC_ALL", "tr_TR.UTF-8"),
            ],
        ),
    ] {
        let built = build(site.path(), &out.path().join(name), &[], &environment);
        assert_same(usual(), &built);
    }
}

#[test]
fn the_order_in_which_files_were_made_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let base = crate::support::cases("base");
    for (path, bytes) in tree(&base).into_iter().rev() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let out = tempfile::tempdir().unwrap();
    let first = build(&base, &out.path().join("a"), &[], &[]);
    let second = build(folder.path(), &out.path().join("b"), &[], &[]);
    assert_same(&first, &second);
}

#[test]
fn a_second_build_reuses_every_file() {
    let site = copy(&crate::support::cases("tiny/in"));
    let files = |out: &Path| -> Vec<(String, u64)> {
        let numbers = tree(out).into_keys().filter(|path| path != ".katalog");
        numbers
            .map(|path| {
                let inode = out.join(&path).metadata().unwrap().ino();
                (path, inode)
            })
            .collect()
    };
    let out = site.path().join("public");
    let build = || Katalog::new(["build"]).within(site.path()).run().expect(0);
    build();
    let (before, bytes) = (files(&out), tree(&out));
    let again = build();
    assert_eq!(files(&out), before, "a file was written anew");
    assert_eq!(tree(&out), bytes);
    let count = before.len();
    let said = format!("{count} files");
    assert!(again.stdout.starts_with(&said), "{}", again.stdout);
    assert!(
        again.stdout.contains(&format!("{count} of them unchanged")),
        "{}",
        again.stdout
    );

    // One text changed: what doesn't show it is still the same file.
    let page = site.path().join("content/sv/pages/about.md");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text.replace("liten", "mycket liten")).unwrap();
    build();
    let after = files(&out);
    let changed: Vec<_> = before
        .iter()
        .zip(&after)
        .filter(|(old, new)| old != new)
        .map(|(old, _)| &*old.0)
        .collect();
    assert_eq!(changed, ["about/index.html"]);
}

/// A site below a path is the same site with other addresses.
#[test]
fn base_paths_change_addresses_and_nothing_else() {
    let site = crate::support::cases("tiny/in");
    let out = tempfile::tempdir().unwrap();
    let [root, below] = ["/", "/djupt/ner.i/"].map(|path| {
        let name = path.replace('/', "-");
        build(&site, &out.path().join(name), &["--base-path", path], &[])
    });
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&root), paths(&below));
    let mut with_addresses = 0;
    for (path, bytes) in &below {
        // A document holds sums of its parts, so the parts are compared.
        if path.ends_with(".docx") {
            let at_root = parts(&root[path]).into_iter();
            for ((name, old), (_, new)) in at_root.zip(parts(bytes)) {
                let moved = new.replace("/djupt/ner.i/", "/");
                assert!(
                    moved == old,
                    "{name} of {path} differs in more than addresses"
                );
            }
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        with_addresses += usize::from(text.contains("/djupt/ner.i/"));
        let moved = text.replace("/djupt/ner.i/", "/");
        assert!(
            moved.as_bytes() == root[path],
            "{path} differs in more than addresses"
        );
    }
    assert!(with_addresses > 60);
}
