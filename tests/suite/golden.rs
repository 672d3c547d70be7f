//! The whole output of a tiny site, page by page and file by file: what a change
//! of the theme or the renderer does to the site is seen in review.
//!
//! `tests/cases/tiny/in/` is the site, `tests/cases/tiny/expected/` its output,
//! but for styles, scripts and pictures, whose hashes are written as `HASH`.

use crate::support::{Golden, Katalog, cases, copy, tree, updating};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_tiny_site_is_as_expected() {
    let site = copy(&cases("tiny/in"));
    let run = Katalog::new(["build"]).within(site.path()).run().expect(0);
    assert_eq!(run.stderr, "", "nothing is wrong with the tiny site");
    let expected = cases("tiny/expected");
    let mut golden = Golden::default();
    let mut made = BTreeSet::new();
    for (path, bytes) in tree(&site.path().join("public")) {
        if path.starts_with("assets/") || path == ".katalog" {
            continue;
        }
        let (path, text) = match path.ends_with(".docx") {
            true => (format!("{path}.xml"), document(&bytes)),
            false => (path, String::from_utf8(bytes).unwrap()),
        };
        golden.text(&expected.join(&path), &without_hashes(&text));
        made.insert(path);
    }
    for path in tree(&expected)
        .into_keys()
        .filter(|path| !made.contains(path))
    {
        if updating() {
            std::fs::remove_file(expected.join(&path)).unwrap();
        } else {
            golden.fault(format!("{path} is expected, but no longer made"));
        }
    }
    golden.finish();
}

/// The text of a document, a paragraph on each line.
fn document(bytes: &[u8]) -> String {
    let text = crate::agreements::part(bytes, "word/document.xml");
    text.replace("<w:p>", "\n<w:p>") + "\n"
}

/// Every kind of page and file is among the golden files.
#[test]
fn the_tiny_site_has_something_of_everything() {
    let expected = cases("tiny/expected");
    for path in [
        "index.html",
        "en/index.html",
        "404.html",
        "about/index.html",
        "event-types/REFKOM/BYGGLOV/MOTTAGEN/index.html",
        "event-types/REFKOM/BYGGLOV/MOTTAGEN/1.0.0/index.html",
        "en/event-types/REFKOM/BYGGLOV/INKOMMEN/index.html",
        "event-types/REFKOM/BYGGLOV/MOTTAGEN/compare/index.html",
        "event-types/REFKOM/BYGGLOV/MOTTAGEN/compare/1.0.0/1.1.0/index.html",
        "en/event-types/REFKOM/BYGGLOV/BESLUT/compare/1.0.0/2.0.0/index.html",
        "agreements/index.html",
        "en/agreements/producer/index.html",
        "agreements/producer/1.0/index.html",
        "agreements/producer/1.1/data.yaml",
        "en/agreements/producer/1.1/producer-1.1.docx.xml",
        "changes/index.html",
        "en/changes/feed.xml",
        "codes/attribute-removed/index.html",
        "producers/REFKOM/BYGGLOV/index.html",
        "categories/DECIDED/index.html",
        "authorizations/index.html",
        "consumers/APPEN/index.html",
        "areas/BUILD/index.html",
        "concepts/arende/index.html",
        "en/concepts/diagram/index.html",
        "concepts/diagram/all/index.html",
        "codelists/CHANNEL/index.html",
        "service-description/index.html",
        "service-description/6.1/index.html",
        "service-description/6.1/fraga/index.html",
        "en/service-description/6.1/schemas/Handelse/index.html",
        "service-description/6.1/changes/index.html",
        "service-description/6.1/openapi.yaml",
        "en/service-description/6.1/openapi.json",
        "api/v1/index.json",
        "api/v1/changes.json",
        "api/v1/changes/2026.json",
        "api/v1/event-types/REFKOM.BYGGLOV.MOTTAGEN.json",
        "api/v1/event-types/REFKOM.BYGGLOV.MOTTAGEN/1.0.0.schema.json",
    ] {
        assert!(expected.join(path).is_file(), "{path}");
    }
    let html = read(&expected, "event-types/REFKOM/BYGGLOV/MOTTAGEN/index.html");
    assert!(html.contains("?v=HASH"), "the hashes are not taken away");
    assert!(
        html.contains("/katalog/assets/"),
        "the base path is missing"
    );
}

fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).unwrap()
}

/// The text with every `?v=0123…` of a static file as `?v=HASH`.
fn without_hashes(text: &str) -> String {
    let mut parts = text.split("?v=");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        // A question mark in an address of the catalogue is no hash.
        let hash = part.len() - rest.len();
        out.push_str(if hash == 12 { "?v=HASH" } else { "?v=" });
        out.push_str(if hash == 12 { rest } else { part });
    }
    out
}
