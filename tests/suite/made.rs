//! Bad input that can't be stored in a repository: wrong bytes, links, enormous
//! files. Each case makes its files; what is said of it stands in
//! `tests/cases/made/NAME/`, by the same rules as in [`crate::cases`].

use crate::cases::{accepted, refused};
use crate::support::{Golden, base, can_be_denied, cases, forbid};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;
use std::path::Path;

const CATEGORY: &str = "catalogue/common/categories/RECEIVED.yaml";
const EVENT_TYPE: &str = "catalogue/producers/REFKOM/BYGGLOV/MOTTAGEN.yaml";

/// A case and what becomes of it.
struct Made {
    name: &'static str,
    then: Then,
    make: fn(&Path),
}

#[derive(Clone, Copy, PartialEq)]
enum Then {
    Refused,
    /// Refused when the program runs as somebody who can be denied.
    Denied,
    Accepted,
}

use Then::{Accepted, Denied, Refused};

const fn case(name: &'static str, then: Then, make: fn(&Path)) -> Made {
    Made { name, then, make }
}

static CASES: &[Made] = &[
    // What stands where a file should.
    case("config-is-a-folder", Refused, |site| {
        remove(site, "katalog.yaml");
        std::fs::create_dir(site.join("katalog.yaml")).unwrap();
    }),
    case("folder-in-place-of-a-file", Refused, |site| {
        remove(site, CATEGORY);
        std::fs::create_dir(site.join(CATEGORY)).unwrap();
    }),
    case("link-out-of-the-tree", Refused, |site| {
        remove(site, CATEGORY);
        symlink("/etc/hostname", site.join(CATEGORY)).unwrap();
    }),
    case("link-to-nothing", Refused, |site| {
        remove(site, CATEGORY);
        symlink("nowhere.yaml", site.join(CATEGORY)).unwrap();
    }),
    case("link-to-a-folder", Refused, |site| {
        symlink("../producers", site.join("catalogue/common/producers")).unwrap();
    }),
    case("link-of-the-config-out", Refused, |site| {
        remove(site, "katalog.yaml");
        symlink("/etc/hostname", site.join("katalog.yaml")).unwrap();
    }),
    case("link-within-the-tree", Accepted, |site| {
        std::fs::rename(site.join(CATEGORY), site.join("kept.yaml")).unwrap();
        symlink("../../../kept.yaml", site.join(CATEGORY)).unwrap();
    }),
    case("pipe", Refused, |site| {
        let pipe = site.join("catalogue/common/categories/BOOKED.yaml");
        let made = std::process::Command::new("mkfifo").arg(pipe).status();
        assert!(made.unwrap().success());
    }),
    case("file-that-may-not-be-read", Denied, |site| {
        forbid(&site.join(CATEGORY), 0);
    }),
    case("folder-that-may-not-be-read", Denied, |site| {
        forbid(&site.join("catalogue/common/concepts"), 0);
    }),
    case("name-not-utf8", Refused, |site| {
        let name = std::ffi::OsStr::from_bytes(b"M\xd6TE.yaml");
        let folder = site.join("catalogue/common/categories");
        std::fs::write(folder.join(name), "id: X").unwrap();
    }),
    case("names-that-differ-in-case", Refused, |site| {
        let bytes = read(site, CATEGORY);
        write(
            site,
            "catalogue/common/categories/Received.yaml",
            bytes.as_bytes(),
        );
    }),
    // Bytes.
    case("latin-1", Refused, |site| {
        let text = read(site, EVENT_TYPE);
        let bytes: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(c as u32).unwrap())
            .collect();
        write(site, EVENT_TYPE, &bytes);
    }),
    case("latin-1-config", Refused, |site| {
        let text = read(site, "katalog.yaml");
        let bytes: Vec<u8> = text
            .chars()
            .map(|c| u8::try_from(c as u32).unwrap())
            .collect();
        write(site, "katalog.yaml", &bytes);
    }),
    case("utf-16", Refused, |site| {
        let mut bytes = vec![0xff, 0xfe];
        bytes.extend(
            read(site, CATEGORY)
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        write(site, CATEGORY, &bytes);
    }),
    case("zero-bytes", Refused, |site| {
        edit(site, CATEGORY, |text| {
            text.replace("Mottaget", "Mot\0taget")
        });
    }),
    case("byte-order-mark", Accepted, |site| {
        for path in [
            "katalog.yaml",
            CATEGORY,
            EVENT_TYPE,
            "content/sv/pages/about.md",
        ] {
            edit(site, path, |text| format!("\u{feff}{text}"));
        }
    }),
    case("windows-line-endings", Accepted, |site| {
        for path in [
            "katalog.yaml",
            CATEGORY,
            EVENT_TYPE,
            "content/sv/pages/about.md",
        ] {
            edit(site, path, |text| text.replace('\n', "\r\n"));
        }
    }),
    case("both-of-windows", Accepted, |site| {
        for path in [
            "katalog.yaml",
            CATEGORY,
            EVENT_TYPE,
            "content/sv/pages/about.md",
        ] {
            edit(site, path, |text| {
                format!("\u{feff}{}", text.replace('\n', "\r\n"))
            });
        }
    }),
    case("both-of-windows-and-a-problem", Refused, |site| {
        for (path, from, to) in [
            (CATEGORY, "order: 1", "ordning: 1"),
            ("content/sv/pages/about.md", "/arende/", "/inget/"),
        ] {
            edit(site, path, |text| {
                format!("\u{feff}{}", text.replace('\n', "\r\n").replace(from, to))
            });
        }
    }),
    case("no-newline-at-the-end", Accepted, |site| {
        edit(site, CATEGORY, |text| text.trim_end().to_owned());
    }),
    case("latin-1-theme", Refused, |site| {
        write(site, "theme/templates/not-found.html", b"<p>M\xf6te</p>");
    }),
    case("theme-picture-too-large", Refused, |site| {
        write(site, "theme/static/karta.png", &vec![0; (8 << 20) + 1]);
    }),
    // Size.
    case("fifty-megabytes", Refused, |site| {
        write(site, CATEGORY, &vec![b'#'; 50 << 20]);
    }),
    case("one-byte-too-large", Refused, |site| {
        pad(site, (1 << 20) + 1);
    }),
    case("just-small-enough", Accepted, |site| pad(site, 1 << 20)),
    case("nesting-in-brackets", Refused, |site| {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        edit(site, CATEGORY, |text| {
            text.replace("order: 1", &format!("order: {deep}"))
        });
    }),
    case("nesting-in-lists", Refused, |site| {
        let deep = format!("order:\n  {}1", "- ".repeat(10_000));
        edit(site, CATEGORY, |text| text.replace("order: 1", &deep));
    }),
    case("nesting-never-closed", Refused, |site| {
        write(site, CATEGORY, "{a: ".repeat(10_000).as_bytes());
    }),
    case("a-thousand-keys", Refused, |site| {
        let mut text = read(site, CATEGORY);
        for number in 0..1_000 {
            writeln!(text, "nyckel{number}: 1").unwrap();
        }
        write(site, CATEGORY, text.as_bytes());
    }),
    case("one-key-a-thousand-times", Refused, |site| {
        let text = read(site, CATEGORY) + &"order: 1\n".repeat(1_000);
        write(site, CATEGORY, text.as_bytes());
    }),
    case("one-endless-line", Refused, |site| {
        let long = "ord ".repeat(100_000);
        edit(site, CATEGORY, |text| text.replace("Mottaget", &long));
    }),
    case("endless-word", Refused, |site| {
        let long = "A".repeat(100_000);
        edit(site, EVENT_TYPE, |text| {
            text.replace("category: RECEIVED", &format!("category: {long}"))
        });
    }),
];

#[test]
fn bad_input_that_is_made_is_told_of() {
    let area = cases("made");
    let goldens = CASES.par_iter().map(|case| {
        let mut golden = Golden::default();
        let site = base();
        (case.make)(site.path());
        let folder = area.join(case.name);
        match case.then {
            Refused => refused(&mut golden, &folder, site.path(), false),
            Accepted => accepted(&mut golden, &folder, site.path()),
            Denied if can_be_denied() => refused(&mut golden, &folder, site.path(), true),
            Denied => eprintln!("skipped {}: nothing can be denied here", case.name),
        }
        allow_removal(site.path());
        golden
    });
    Golden::all(goldens.collect::<Vec<_>>()).finish();
}

#[test]
fn every_stored_expectation_has_its_case() {
    for name in crate::support::names(&cases("made")) {
        let known = CASES
            .iter()
            .any(|case| case.name == name && case.then != Accepted);
        assert!(
            known,
            "tests/cases/made/{name} belongs to no case; remove it"
        );
    }
}

/// Gives back the permissions that a case took, so that the folder can be removed.
fn allow_removal(site: &Path) {
    forbid(&site.join("catalogue/common/concepts"), 0o755);
}

fn read(site: &Path, path: &str) -> String {
    std::fs::read_to_string(site.join(path)).unwrap()
}

fn write(site: &Path, path: &str, bytes: &[u8]) {
    let path = site.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

fn edit(site: &Path, path: &str, change: impl Fn(&str) -> String) {
    let (before, after) = (read(site, path), change(&read(site, path)));
    assert_ne!(before, after, "{path} was not changed");
    write(site, path, after.as_bytes());
}

fn remove(site: &Path, path: &str) {
    std::fs::remove_file(site.join(path)).unwrap();
}

/// Makes the category a file of this many bytes by a comment at its end.
fn pad(site: &Path, size: usize) {
    let mut text = read(site, CATEGORY);
    text.push_str(&"#".repeat(size - text.len()));
    write(site, CATEGORY, text.as_bytes());
}
