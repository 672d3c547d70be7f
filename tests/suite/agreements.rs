//! Agreements as documents: what is in them, that they are the same each time, and that
//! the page, the document and the file to fill in agree with each other.
//!
//! What is said about agreements that are wrong stands in
//! `tests/cases/bad-input/agreement-…`, what the command says in
//! `tests/cases/commands/agreement…`. That LibreOffice reads the documents is tested by
//! `tests/documents`.

use crate::support::{Katalog, base, cases, tree};
use std::io::{Cursor, Read as _};
use std::path::Path;

/// The parts of a document by name, in order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = package.len();
    let read = |at| {
        let mut file = package.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..count).map(read).collect()
}

/// The text of a part of a document.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut all = parts(bytes).into_iter();
    all.find(|(own, _)| own == name).unwrap().1
}

/// The agreement of the small site, filled in.
fn filled(site: &Path, more: &[&str]) -> Vec<u8> {
    let data = cases("commands/fill/data.yaml");
    let data = data.to_str().unwrap();
    let output = site.join("filled.docx");
    let arguments = [
        "agreement",
        "producer",
        "--fill",
        data,
        "--force",
        "--output",
    ];
    let arguments = [&arguments[..], &[output.to_str().unwrap()], more].concat();
    Katalog::new(arguments).within(site).run().expect(0);
    std::fs::read(output).unwrap()
}

fn blank(site: &Path, prefix: &str) -> Vec<u8> {
    let path = format!("public/{prefix}agreements/producer/1.0/producer-1.0.docx");
    std::fs::read(site.join(path)).unwrap()
}

#[test]
fn a_document_is_filled_in_with_what_is_given() {
    let site = base();
    let text = part(&filled(site.path(), &[]), "word/document.xml");
    for words in [
        "Referenskommunen &amp; &quot;Söner&quot; &lt;AB&gt;",
        ">202100-5489<",
        ">2 mars 2026<",
        "w:fullDate=\"2026-03-02T00:00:00Z\"",
        ">produktionsmiljön<",
        ">En rad.</w:t><w:br/><w:t xml:space=\"preserve\">En rad till.<",
        // What wasn't given is left to be filled in.
        ">[Personnummer]<",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    assert!(!text.contains("{{"), "a field is left in\n{text}");
    assert_eq!(text.matches("<w:showingPlcHdr/>").count(), 1);
}

#[test]
fn a_translation_says_what_it_is() {
    let site = base();
    let own = filled(site.path(), &[]);
    let other = filled(site.path(), &["--language", "en"]);
    let notice = "What is agreed is the Swedish text.";
    assert!(part(&other, "word/document.xml").contains(notice));
    assert!(part(&other, "word/document.xml").contains(">2 March 2026<"));
    assert!(part(&other, "docProps/core.xml").contains("<dc:language>en-GB<"));
    assert!(!part(&own, "word/document.xml").contains("w:val=\"Notice\""));
    assert!(part(&own, "docProps/core.xml").contains("<dc:language>sv-SE<"));
    assert!(part(&own, "word/footer1.xml").contains("Sida "));
    assert!(part(&other, "word/footer1.xml").contains("Page "));
}

/// Whatever the day and the folder.
#[test]
fn the_same_agreement_gives_the_same_bytes() {
    let (site, other) = (base(), base());
    let document = filled(site.path(), &[]);
    assert!(document == filled(site.path(), &[]));
    assert!(document == filled(other.path(), &[]));
    let mut package = zip::ZipArchive::new(Cursor::new(&document)).unwrap();
    for at in 0..package.len() {
        let file = package.by_index(at).unwrap();
        let time = file.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1));
    }
}

/// Word refuses a document with a single tag astray.
#[test]
fn every_part_of_a_document_is_well_formed() {
    let site = base();
    Katalog::new(["build"]).within(site.path()).run().expect(0);
    for bytes in [
        blank(site.path(), ""),
        blank(site.path(), "en/"),
        filled(site.path(), &[]),
    ] {
        for (name, text) in parts(&bytes) {
            let mut open: Vec<&str> = Vec::new();
            for tag in text.split('<').skip(1) {
                let (tag, words) = tag
                    .split_once('>')
                    .unwrap_or_else(|| panic!("{name}: {tag}"));
                assert!(!words.contains('>'), "{name}: {words}");
                let own = tag.split([' ', '/']).next().unwrap();
                match tag.as_bytes() {
                    [b'?', ..] | [.., b'/'] => {}
                    [b'/', ..] => assert_eq!(open.pop(), Some(&tag[1..]), "{name}"),
                    _ => open.push(own),
                }
                assert_eq!(tag.matches('"').count() % 2, 0, "{name}: {tag}");
            }
            assert!(open.is_empty(), "{name} leaves {open:?} open");
        }
        let names: Vec<String> = parts(&bytes).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names[0], "[Content_Types].xml", "readers look for it first");
    }
}

/// The page and the document have the same sections, clauses, items and fields.
#[test]
fn the_page_and_the_document_are_numbered_alike() {
    let site = base();
    Katalog::new(["build"]).within(site.path()).run().expect(0);
    for prefix in ["", "en/"] {
        let page = format!("public/{prefix}agreements/producer/index.html");
        let page = std::fs::read_to_string(site.path().join(page)).unwrap();
        let text = part(&blank(site.path(), prefix), "word/document.xml");
        let styled = |style: &str| {
            text.matches(&format!("<w:pStyle w:val=\"{style}\"/>"))
                .count()
        };
        assert_eq!(page.matches("<h2 class=\"nh\"").count(), styled("Heading1"));
        assert_eq!(page.matches("<p class=\"cl\"").count(), styled("Clause"));
        let items = styled("ClauseItem") + styled("ClauseSubitem");
        assert_eq!(page.matches("<li><span class=\"no\">").count(), items);
        assert_eq!(
            page.matches("<span class=\"fld\">").count(),
            text.matches("<w:sdt>").count()
        );
        for number in ["1.1", "1.2", "2.1"] {
            let place = format!("id=\"{number}\"><a class=\"no\" href=\"#{number}\">{number}</a>");
            assert!(page.contains(&place), "{number}");
        }
        // A list goes on counting after a table.
        assert!(page.contains("<span class=\"no\">c)</span>"));
        assert!(page.contains("<span class=\"no\">ii)</span>"));
    }
}

/// The file to fill in is read by the command as it is: all that is wrong with it is
/// that nothing has been filled in yet.
#[test]
fn the_file_to_fill_in_lacks_only_what_is_required() {
    let site = base();
    Katalog::new(["build"]).within(site.path()).run().expect(0);
    for prefix in ["", "en/"] {
        let data = format!("public/{prefix}agreements/producer/1.0/data.yaml");
        let arguments = ["agreement", "producer", "--fill", &data, "--lang", "en"];
        let run = Katalog::new(arguments).within(site.path()).run().expect(1);
        assert_eq!(
            run.stderr.matches("error[K0705]").count(),
            3,
            "{}",
            run.stderr
        );
        assert_eq!(run.stderr.matches("error[").count(), 3, "{}", run.stderr);
    }
    assert!(!site.path().join("producer-1.0.docx").exists());
}

/// Written by a program of Windows, agreements and files to fill in are the same.
#[test]
fn line_ends_and_marks_of_windows_make_no_difference() {
    let site = base();
    let plain = filled(site.path(), &[]);
    let windows = |path: &Path, to: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        std::fs::write(to, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    };
    for lang in ["sv", "en"] {
        let path = format!("content/{lang}/agreements/producer/1.0.md");
        windows(&site.path().join(&path), &site.path().join(&path));
    }
    assert!(plain == filled(site.path(), &[]), "the agreement differs");
    let data = site.path().join("data.yaml");
    windows(&cases("commands/fill/data.yaml"), &data);
    let arguments = ["agreement", "producer", "--fill", "data.yaml"];
    Katalog::new(arguments).within(site.path()).run().expect(0);
    let document = std::fs::read(site.path().join("producer-1.0.docx")).unwrap();
    assert!(plain == document, "what is filled in differs");
}

#[test]
fn a_site_without_agreements_has_no_pages_of_them() {
    let site = base();
    for lang in ["sv", "en"] {
        let folder = format!("content/{lang}/agreements");
        std::fs::remove_dir_all(site.path().join(folder)).unwrap();
    }
    Katalog::new(["build"]).within(site.path()).run().expect(0);
    let made = tree(&site.path().join("public"));
    assert!(!made.keys().any(|path| path.contains("agreements/")));
    let run = Katalog::new(["agreement", "--lang", "en"])
        .within(site.path())
        .run()
        .expect(0);
    assert_eq!(run.stdout, "The site has no agreement templates.\n");
}
