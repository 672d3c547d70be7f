//! What the conformance test writes: reports for people and for programs, and what the
//! command says and ends with.

use crate::commands::played;
use crate::conform::site;
use crate::schema::validator;
use crate::support::peer::{CUSTOMER, Fault, Peer};
use crate::support::{Golden, Katalog, Run, cases, repository};
use katalog::conform::{GROUPS, REPORT_SCHEMA};
use katalog::diagnostic::Tongue;
use katalog::model::slug;
use regex::Regex;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// A run about the customer that the producer for tests knows.
fn conform(peer: &Peer, folder: &Path, more: &[&str]) -> Run {
    let base = peer.base();
    let start = ["conform", base.as_str(), "--customer", CUSTOMER];
    Katalog::new([&start, more].concat()).within(folder).run()
}

/// A report without what differs from run to run.
fn settled(text: &str) -> String {
    let mut text = text.to_owned();
    for (pattern, settled) in [
        (r"127\.0\.0\.1:[0-9]+", "127.0.0.1:PORT"),
        (r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", "TIME"),
        (r#"("?date"?: "?)[A-Z][a-z]{2}, [^"\n]*GMT"#, "${1}DATE"),
        (r#"("name": "date",\s+"value": )"[^"]*""#, "${1}\"DATE\""),
        (
            r"(c[0-9]{3}[0-9a-f]{4})(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "$1-UUID",
        ),
        (r#"time="[0-9.]+""#, "time=\"SECONDS\""),
        (r#""milliseconds": [0-9]+"#, "\"milliseconds\": 0"),
        (r"<dd>[0-9.]+ s</dd>", "<dd>SECONDS</dd>"),
        (
            r"katalog(</dt><dd>|: |\W+value=\W|\W+: \W+)0\.[0-9]+\.[0-9]+",
            "katalog${1}VERSION",
        ),
        (r"sha256-[A-Za-z0-9+/=]+", "sha256-HASH"),
        (r"(?s)<style>.*</style>", "<style></style>"),
    ] {
        let pattern = Regex::new(pattern).unwrap();
        text = pattern.replace_all(&text, settled).into_owned();
    }
    text
}

#[test]
fn reports_are_as_expected() {
    let peer = Peer::start(Some(Fault::DaysInUtc));
    let site = site();
    let mut golden = Golden::default();
    for (name, report, lang) in [
        ("human.sv.txt", "human", "sv"),
        ("human.en.txt", "human", "en"),
        ("report.sv.html", "html", "sv"),
        ("report.en.html", "html", "en"),
        ("report.json", "json", "en"),
        ("junit.sv.xml", "junit", "sv"),
    ] {
        let more = [
            "--report",
            report,
            "--lang",
            lang,
            "--guide",
            "https://katalog.example",
        ];
        let run = conform(&peer, site.path(), &more).expect(1);
        assert_eq!(run.stderr, "", "{name}");
        assert!(
            !run.stdout.contains(CUSTOMER) && !run.stdout.contains(&CUSTOMER[2..]),
            "{name}"
        );
        golden.text(&cases("conform/expected").join(name), &settled(&run.stdout));
    }
    golden.finish();
}

/// The JSON is as its schema says, whatever came of the test, and no report gives the
/// customer's number or the token away.
#[test]
fn reports_keep_their_form_and_their_secrets() {
    let schema: Value = serde_json::from_str(REPORT_SCHEMA).unwrap();
    let schema = validator(&schema);
    let site = site();
    let token = site.path().join("token");
    std::fs::write(&token, "a-very-secret-token\n").unwrap();
    let output = site.path().join("report");
    for fault in [
        None,
        Some(Fault::NumberInMessage),
        Some(Fault::AnyNumber),
        Some(Fault::NumberInId),
        Some(Fault::HostileText),
        Some(Fault::PartNotRepeated),
    ] {
        let peer = Peer::with_token(fault, Some("a-very-secret-token"));
        for report in ["json", "html", "junit", "human"] {
            let more = [
                "--token-file",
                "token",
                "--report",
                report,
                "--output",
                "report",
                "--lang",
                "en",
            ];
            let run = conform(&peer, site.path(), &more).expect(i32::from(fault.is_some()));
            assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
            let text = std::fs::read_to_string(&output).unwrap();
            let control = |c: char| c.is_control() && c != '\n';
            assert!(
                !text.contains(control) && !text.contains('\u{ffff}'),
                "{fault:?} {report}"
            );
            assert!(!text.contains("secret"), "{fault:?} {report}");
            assert!(!text.contains(&CUSTOMER[2..]), "{fault:?} {report}");
            assert!(!text.contains(&CUSTOMER[1..]), "{fault:?} {report}");
            match report {
                "json" => {
                    let json: Value = serde_json::from_str(&text).unwrap();
                    let errors: Vec<String> =
                        schema.iter_errors(&json).map(|it| it.to_string()).collect();
                    assert!(errors.is_empty(), "{errors:?}");
                    assert_eq!(json["passed"], fault.is_none());
                }
                "html" => well_formed(&text),
                _ => {}
            }
        }
    }
}

/// A page without script, with every link to a place on it leading somewhere.
fn well_formed(page: &str) {
    let html = scraper::Html::parse_document(page);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    let all = |selector: &str| {
        let selector = scraper::Selector::parse(selector).unwrap();
        html.select(&selector)
            .map(|it| it.value().clone())
            .collect::<Vec<_>>()
    };
    assert!(all("script, link, img, iframe").is_empty());
    let ids: Vec<String> = all("[id]")
        .iter()
        .map(|it| it.id().unwrap().to_owned())
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    for link in all("a") {
        if let Some(id) = link.attr("href").unwrap().strip_prefix('#') {
            assert!(ids.iter().any(|it| it == id), "{id}");
        }
    }
}

/// What the command says when it can't run, and its list of cases.
#[test]
fn the_command_says_what_is_wrong() {
    let nobody = "http://127.0.0.1:9/v1";
    let about = |more: &[&'static str]| [&["conform", nobody, "--customer"], more].concat();
    let problems = [
        vec!["conform"],
        vec!["conform", nobody],
        vec!["conform", "refkom.example/v1", "--customer", CUSTOMER],
        vec!["conform", "ftp://refkom.example/v1", "--customer", CUSTOMER],
        vec![
            "conform",
            "https://me:secret@refkom.example/",
            "--customer",
            CUSTOMER,
        ],
        about(&["900101-2385"]),
        about(&["165500000000"]),
        about(&[CUSTOMER, "--case", "BYGG-1"]),
        about(&[CUSTOMER, "--prefix", "refkom"]),
        about(&[CUSTOMER, "--time-limit", "5"]),
        about(&[CUSTOMER, "--token-file", "nowhere"]),
        about(&[CUSTOMER, "--root", "catalogue"]),
        about(&[CUSTOMER]),
    ];
    let problems: Vec<&[&str]> = problems.iter().map(Vec::as_slice).collect();
    let mut golden = Golden::default();
    for lang in ["sv", "en"] {
        for (name, commands) in [
            ("conform-problems", &*problems),
            ("conform-list", &[&["conform", "--list"]]),
        ] {
            let file = cases("commands").join(format!("{name}.{lang}.txt"));
            golden.text(&file, &played("", commands, lang));
        }
    }
    golden.finish();
}

/// Exit codes: what can't be tried counts only when it is asked to, and what isn't there
/// at all is no failure of sixty cases.
#[test]
fn the_command_ends_as_it_should() {
    let peer = Peer::start(None);
    let site = site();
    let run = conform(&peer, site.path(), &[]).expect(0);
    assert!(
        run.stdout.trim_end().ends_with("2 not tried."),
        "{}",
        run.stdout
    );
    conform(&peer, site.path(), &["--strict"]).expect(1);
    // Without a catalogue the rest is tested all the same.
    let empty = tempfile::tempdir().unwrap();
    let run = conform(&peer, empty.path(), &["--lang", "sv"]).expect(0);
    assert!(
        run.stderr.contains("Här finns ingen katalog"),
        "{}",
        run.stderr
    );
    assert!(
        run.stdout.contains("inte prövat     C210"),
        "{}",
        run.stdout
    );
    conform(&peer, empty.path(), &["--root", "."]).expect(2);
    // The operation's own address is as good as what stands before it.
    let whole = format!("{}/kundhandelseFragaSynkron", peer.base());
    let arguments = [
        "conform",
        whole.as_str(),
        "--customer",
        CUSTOMER,
        "--report",
        "json",
    ];
    let run = Katalog::new(arguments).within(site.path()).run().expect(0);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["address"], whole);
    assert_eq!(json["producer"], "REFKOM");
    // Elsewhere nobody answers, or something else does.
    let elsewhere = format!("http://{}/v2", peer.address);
    let arguments = ["conform", elsewhere.as_str(), "--customer", CUSTOMER];
    let run = Katalog::new(arguments).within(site.path()).run().expect(2);
    assert!(run.stderr.contains("answers 404"), "{}", run.stderr);
    // No TLS there, which is told of and no crash.
    let secure = peer.base().replace("http:", "https:");
    let arguments = ["conform", secure.as_str(), "--customer", CUSTOMER];
    let run = Katalog::new(arguments).within(site.path()).run().expect(2);
    assert!(run.stderr.contains("can't be reached"), "{}", run.stderr);
    let guarded = Peer::with_token(None, Some("a-token"));
    let run = conform(&guarded, site.path(), &[]).expect(2);
    assert!(run.stderr.contains("--token-file"), "{}", run.stderr);
    std::fs::write(site.path().join("token"), "another-token").unwrap();
    let run = conform(&guarded, site.path(), &["--token-file", "token"]).expect(2);
    assert!(run.stderr.contains("doesn't accept"), "{}", run.stderr);
}

/// A customer without events: what can't be told is said to be untried, and why.
#[test]
fn a_customer_without_events_is_told_of() {
    let peer = Peer::start(None);
    let site = site();
    let base = peer.base();
    let arguments = [
        "conform",
        base.as_str(),
        "--customer",
        "189001029819",
        "--report",
        "json",
    ];
    let run = Katalog::new(arguments).within(site.path()).run().expect(0);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(json["counts"]["failed"], 0);
    assert!(json["counts"]["not-tried"].as_u64().unwrap() > 40);
    for case in json["cases"].as_array().unwrap() {
        assert_eq!(
            case["outcome"] == "not-tried",
            case["call"].is_null() && !case["what"].is_null()
        );
    }
}

/// Every case leads to a section that the connection guide has, in both languages.
#[test]
fn cases_lead_to_sections_of_the_guide() {
    for (tongue, lang) in [(Tongue::Swedish, "sv"), (Tongue::English, "en")] {
        for case in GROUPS.iter().flat_map(|group| group.cases) {
            let path = case.guide.path(tongue);
            let (chapter, section) = path
                .strip_prefix("/guide/")
                .unwrap()
                .split_once("/#")
                .unwrap();
            let file = format!("content/{lang}/guide/1.1/{chapter}.md");
            let text = std::fs::read_to_string(repository().join(&file)).unwrap();
            let headings = text.lines().filter_map(|line| line.strip_prefix("## "));
            let found = headings.map(slug).any(|it| it == section);
            assert!(
                found,
                "{} leads to {section}, which isn't in {file}",
                case.code
            );
        }
    }
}
