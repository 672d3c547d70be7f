//! Comparisons of versions and the change log, on a site with a long history:
//! which pages there are, that their links lead somewhere, and that none is heavy.

use crate::support::cases;
use katalog::source::{Disk, Memory, Source as _};
use std::collections::BTreeMap;

/// The entry of the tiny site whose history is made long.
const ENTRY: &str = "catalogue/producers/REFKOM/BYGGLOV/INKOMMEN.yaml";

/// Where its comparisons stand.
const FOLDER: &str = "event-types/REFKOM/BYGGLOV/INKOMMEN/compare/";

/// The heaviest page, in bytes.
const MOST: usize = 50_000;

/// An example that fits every version.
const EXAMPLE: &str = "    examples:
      - title: { sv: Inkommen, en: Come in }
        event:
          kundhandelseId: REFKOM-1
          rubrik: Din ansökan har kommit in
          beskrivning: Vi har tagit emot din ansökan.
          sprak: sv
          producent: Referenskommunen
          tidpunkt: \"2026-03-20T09:12:44+01:00\"
          kundhandelseTyp: REFKOM.BYGGLOV.INKOMMEN
          producentarendetKraverKundatgard: false
          producentarendetKlart: false
          version: \"6.1\"
";

/// The pages and files of the tiny site with other versions of an event type.
fn site(versions: &str) -> BTreeMap<String, String> {
    let disk = Disk::open(&cases("tiny/in")).expect("the tiny site");
    let mut memory = Memory::new();
    let entries = ["catalogue", "content"]
        .iter()
        .flat_map(|dir| disk.list(dir));
    let paths: Vec<String> = entries.map(|entry| entry.path).collect();
    for path in paths.into_iter().chain(["katalog.yaml".to_owned()]) {
        let bytes = disk.read(&path, 1 << 20).expect("a file of the tiny site");
        let text = String::from_utf8(bytes).expect("UTF-8");
        memory = memory.with(&path, text);
    }
    let entry = format!("id: REFKOM.BYGGLOV.INKOMMEN\nversions:\n{versions}");
    let checked = katalog::check(&memory.with(ENTRY, entry), None);
    let errors: Vec<&str> = checked.findings.iter().map(|it| &*it.message.en).collect();
    let site = checked.site.unwrap_or_else(|| panic!("{errors:#?}"));
    let mut made = BTreeMap::new();
    for output in site.outputs() {
        let mut bytes = Vec::new();
        assert!(site.render(*output, &mut bytes).is_ok());
        if let Ok(text) = String::from_utf8(bytes) {
            made.insert(site.path(*output), text);
        }
    }
    made
}

/// A version of the entry, with lines of its own.
fn version(number: &str, own: &str, notes: &str, attributes: &str) -> String {
    format!(
        "  - version: {number}
{own}    changes: {{ sv: \"Ändrat. {notes}\", en: \"Changed. {notes}\" }}
    migration: {{ sv: \"Byt. {notes}\", en: \"Change. {notes}\" }}
    title: {{ sv: Ansökan inkommen, en: Application come in }}
    description: {{ sv: \"Text i {number}. {notes}\", en: The same in all. }}
    category: RECEIVED
    authorizations: [SELF]
    requiresCustomerAction: false
    closesCase: false
    attributes:{attributes}
{EXAMPLE}"
    )
}

/// What pages link to, below the base path, without places on a page.
fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#', '?']).next())
        .filter_map(|url| url.strip_prefix("/katalog/"))
}

/// Thirteen published versions and a draft above them, the oldest on their way out.
fn long_history(notes: &str) -> String {
    let mut versions = version("1.13.0", "    status: draft\n", notes, " []");
    for minor in (0..13).rev() {
        let (year, number) = (2000 + minor, format!("1.{minor}.0"));
        let own = match minor {
            0 => format!(
                "    status: retired\n    published: {year}-01-01\n    deprecated: 2014-01-01\n    sunset: 2015-01-01\n    retired: 2015-02-01\n"
            ),
            1 => format!(
                "    status: deprecated\n    published: {year}-01-01\n    deprecated: 2014-01-01\n    sunset: 2099-01-01\n    advice: {{ sv: Gå vidare., en: Move on. }}\n"
            ),
            _ => format!("    status: published\n    published: {year}-01-01\n"),
        };
        versions.push_str(&version(&number, &own, notes, " []"));
    }
    versions
}

#[test]
fn a_long_history_is_compared_in_light_pages_whose_links_lead_somewhere() {
    let made = site(&long_history(&"Mer text om detta. ".repeat(40)));
    let own = |lang: &str| {
        let folder = format!("{lang}{FOLDER}");
        let pages = made
            .iter()
            .filter(move |(path, _)| path.starts_with(&folder));
        pages.collect::<Vec<_>>()
    };
    for lang in ["", "en/"] {
        // The ten newest each with each; the four older with the next newer, with
        // the draft and with the one in use; the choice.
        assert_eq!(own(lang).len(), 45 + 4 * 3 + 1, "{lang}");
        let choice = &made[&format!("{lang}{FOLDER}index.html")];
        for (path, html) in own(lang) {
            assert!(html.len() <= MOST, "{path} has {} bytes", html.len());
            let address = path.trim_end_matches("index.html");
            let chosen = links(choice).any(|link| link == address);
            assert!(
                chosen || path.ends_with("compare/index.html"),
                "{path} isn't chosen"
            );
            for link in links(html) {
                let page = format!("{link}index.html");
                let exists = made.contains_key(link) || made.contains_key(&page);
                assert!(
                    exists || link.starts_with("assets/"),
                    "{path} links to {link}"
                );
            }
        }
    }
}

#[test]
fn whoever_reads_about_a_version_on_its_way_out_is_told() {
    let made = site(&long_history(""));
    let banners = |path: &str| -> Vec<String> {
        let html = &made[&format!("en/event-types/REFKOM/BYGGLOV/{path}index.html")];
        let found = html.split("<div class=\"ban b-").skip(1);
        let kind = |rest: &str| rest.split('"').next().unwrap_or("").to_owned();
        found.map(kind).collect()
    };
    for (page, expected) in [
        ("INKOMMEN/", &[][..]),
        ("INKOMMEN/1.12.0/", &[]),
        ("INKOMMEN/1.13.0/", &["draft"]),
        ("INKOMMEN/1.11.0/", &["superseded"]),
        ("INKOMMEN/1.1.0/", &["deprecated"]),
        ("INKOMMEN/1.0.0/", &["retired"]),
        ("INKOMMEN/compare/", &[]),
        ("INKOMMEN/compare/1.11.0/1.12.0/", &[]),
        ("INKOMMEN/compare/1.0.0/1.1.0/", &["retired", "deprecated"]),
        ("INKOMMEN/compare/1.1.0/1.13.0/", &["deprecated", "draft"]),
    ] {
        assert_eq!(banners(page), expected, "{page}");
    }
    let html = &made["en/event-types/REFKOM/BYGGLOV/INKOMMEN/1.0.0/index.html"];
    for words in ["2015-02-01", "2015-01-01", "1.12.0</a> instead"] {
        assert!(
            html.contains(words),
            "the retired version doesn't tell of {words}"
        );
    }
}

#[test]
fn an_event_type_that_leaves_as_a_whole_says_so() {
    let own = |status: &str| {
        format!(
            "    status: {status}\n    published: 2010-01-01\n    deprecated: 2014-01-01\n    sunset: 2015-01-01\n{}    replacedBy: REFKOM.BYGGLOV.MOTTAGEN\n",
            if status == "retired" {
                "    retired: 2015-02-01\n"
            } else {
                ""
            }
        )
    };
    for status in ["deprecated", "retired"] {
        let versions = ["1.1.0", "1.0.0"].map(|number| version(number, &own(status), "", " []"));
        let made = site(&versions.concat());
        for (page, words) in [
            ("", "The event type "),
            ("compare/", "The event type "),
            ("1.0.0/", "Version 1.0.0 "),
            ("compare/1.0.0/1.1.0/", "Version 1.1.0 "),
        ] {
            let path = format!("en/event-types/REFKOM/BYGGLOV/INKOMMEN/{page}index.html");
            let banner = format!("<div class=\"ban b-{status}\" role=\"note\">{words}");
            assert!(made[&path].contains(&banner), "{path} has no {banner}");
            let instead = "MOTTAGEN/\">REFKOM.<wbr>BYGGLOV.<wbr>MOTTAGEN</a> instead";
            assert!(made[&path].contains(instead), "{path} names no replacement");
        }
    }
}

/// However much has changed, every change is named.
#[test]
fn very_many_changes_stay_on_one_light_page() {
    let attributes: String = (0..250)
        .map(|n| {
            format!(
                "\n      - {{ name: a{n}, type: string, description: {{ sv: Text., en: Text. }} }}"
            )
        })
        .collect();
    let published = |day: &str| format!("    status: published\n    published: 2020-01-{day}\n");
    let versions = [
        version("2.0.0", &published("02"), "", " []"),
        version("1.0.0", &published("01"), "", &attributes),
    ];
    let made = site(&versions.concat());
    let html = &made[&format!("{FOLDER}1.0.0/2.0.0/index.html")];
    assert!(html.len() <= MOST, "{} bytes", html.len());
    for n in 0..250 {
        let named = [".<wbr>", "."].map(|dot| format!("<code>attributes{dot}a{n}</code>"));
        assert!(
            named.iter().any(|name| html.contains(name)),
            "a{n} isn't named"
        );
    }
}

/// The log tells of each event once, newest first, the same in all its forms.
#[test]
fn the_log_is_the_same_as_page_json_and_feed() {
    let made = site(&long_history(""));
    // Of this event type 13 publications, 2 deprecations and 1 retirement; 3 others.
    let index: serde_json::Value = serde_json::from_str(&made["api/v1/changes.json"]).unwrap();
    assert_eq!(index["count"], 13 + 2 + 1 + 3);
    let mut entries = Vec::new();
    for year in index["years"].as_array().unwrap() {
        let path = year["json"].as_str().unwrap().replace("/katalog/", "");
        let file: serde_json::Value = serde_json::from_str(&made[&path]).unwrap();
        let own = file["entries"].as_array().unwrap().clone();
        assert_eq!(year["count"], own.len());
        entries.extend(own);
    }
    assert_eq!(index["latest"].as_array().unwrap(), &entries);
    let dates: Vec<&str> = entries
        .iter()
        .filter_map(|it| it["date"].as_str())
        .collect();
    assert!(dates.is_sorted_by(|a, b| a >= b), "{dates:?}");
    for lang in ["", "en/"] {
        let page = &made[&format!("{lang}changes/index.html")];
        let shown: Vec<&str> = page
            .split("datetime=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(shown, dates, "{lang}");
        let feed = &made[&format!("{lang}changes/feed.xml")];
        let updated: Vec<&str> = feed
            .split("<updated>")
            .skip(1)
            .filter_map(|rest| rest.split('T').next())
            .collect();
        assert_eq!(updated[0], dates[0], "the feed's own day");
        assert_eq!(updated[1..], dates, "{lang}");
        let mut ids: Vec<&str> = feed.split("<id>").skip(1).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), dates.len() + 1, "ids are unique");
    }
}
