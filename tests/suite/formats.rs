//! What programs read: findings as JSON, SARIF and annotations, differences as
//! JSON, each held against its schema.

use crate::schema::validator;
use crate::support::{Katalog, base, cases, copy_over, names, repository};
use katalog::diagnostic::FINDINGS_SCHEMA;
use katalog::model::change::DIFF_SCHEMA;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Cases with findings of many kinds: in files, about whole files, with related
/// places, in letters outside ASCII, and none at all.
const CASES: &[&str] = &[
    "bad-input/many-problems",
    "bad-input/file-with-yml-ending",
    "bad-input/bump-too-small-for-removed-attribute",
    "bad-input/lock-published-removed",
    "bad-input/translation-missing",
    "bad-input/id-with-a-ring",
    "near-miss/sunset-passed",
    "near-miss/lock-that-agrees",
];

fn findings(case: &str, format: &str) -> String {
    let site = base();
    copy_over(&cases(case).join("in"), site.path());
    let run = Katalog::new([
        "check",
        "--format",
        format,
        "--as-of",
        "2026-11-01",
        "--lang",
        "sv",
    ])
    .within(site.path())
    .run();
    assert!(matches!(run.code, Some(0 | 1)), "{case}: {run:?}");
    assert_eq!(
        run.stderr, "",
        "{case}: findings for programs go to standard output"
    );
    run.stdout
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn is_valid(schema: &jsonschema::Validator, what: &str, value: &Value) {
    let problems: Vec<String> = schema
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{what}: {problems:#?}");
}

#[test]
fn findings_as_json_fit_their_schema() {
    let schema = validator(&parsed(FINDINGS_SCHEMA));
    for case in CASES {
        let report = parsed(&findings(case, "json"));
        is_valid(&schema, case, &report);
        let all = report["findings"].as_array().unwrap();
        let of = |severity: &str| all.iter().filter(|it| it["severity"] == severity).count();
        assert_eq!(report["errors"], of("error"), "{case}");
        assert_eq!(report["warnings"], of("warning"), "{case}");
    }
    let wrong = parsed(r#"{"errors": 0, "warnings": 0, "findings": [{"code": "K1"}]}"#);
    assert!(!schema.is_valid(&wrong), "the schema lets anything through");
}

#[test]
fn findings_as_sarif_fit_the_published_schema() {
    let schema = parsed(&std::fs::read_to_string(sarif_schema()).unwrap());
    assert_eq!(
        schema["$id"],
        "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
    );
    // One of its patterns has a stray bracket, which strict readers refuse.
    let text = schema.to_string();
    let mended = text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    assert_ne!(text, mended, "the schema has been mended: take this away");
    let schema = jsonschema::draft7::options()
        .should_validate_formats(true)
        .build(&parsed(&mended))
        .unwrap();
    for case in CASES {
        let text = findings(case, "sarif");
        is_valid(&schema, case, &parsed(&text));
        let log: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
        let count = log.runs[0].results.as_ref().map_or(0, Vec::len);
        let report = parsed(&findings(case, "json"));
        assert_eq!(
            count,
            report["findings"].as_array().unwrap().len(),
            "{case}"
        );
    }
    let wrong = parsed(r#"{"version": "2.1.0", "runs": [{"results": []}]}"#);
    assert!(!schema.is_valid(&wrong), "the schema lets anything through");
}

/// Where the schema lies: in the sources of a package that is made from it.
fn sarif_schema() -> std::path::PathBuf {
    // For this computer's platform only: the packages of others aren't downloaded.
    let about = Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(about.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", host.unwrap()])
        .current_dir(repository())
        .output()
        .unwrap();
    let metadata = parsed(&String::from_utf8(run.stdout).unwrap());
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    let package = packages.find(|it| it["name"] == "serde-sarif").unwrap();
    let manifest = Path::new(package["manifest_path"].as_str().unwrap());
    manifest.with_file_name("src").join("schema.json")
}

/// An annotation for each finding, at its line.
#[test]
fn annotations_stand_where_the_findings_are() {
    for case in CASES {
        let report = parsed(&findings(case, "json"));
        let text = findings(case, "github");
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let all = report["findings"].as_array().unwrap();
        assert_eq!(lines.len(), all.len(), "{case}");
        for (line, finding) in lines.iter().zip(all) {
            let expected = format!(
                "::{} file={},line={},endLine={},col={},endColumn={},title={} {}::",
                finding["severity"].as_str().unwrap(),
                finding["path"]
                    .as_str()
                    .unwrap()
                    .replace(':', "%3A")
                    .replace(',', "%2C"),
                finding["line"],
                finding["endLine"],
                finding["column"],
                finding["endColumn"],
                finding["code"].as_str().unwrap(),
                finding["name"].as_str().unwrap(),
            );
            assert!(line.starts_with(&expected), "{case}:\n{line}\n{expected}");
        }
    }
}

#[test]
fn differences_as_json_fit_their_schema() {
    let schema = validator(&parsed(DIFF_SCHEMA));
    let diff = |site: &Path, old: &str, new: &str| -> Value {
        let run = Katalog::new(["diff", old, new, "--format", "json"])
            .within(site)
            .run()
            .expect(0);
        parsed(&run.stdout)
    };
    let area = cases("against");
    for name in names(&area) {
        let (was, now) = crate::against::states(&area.join(&name));
        let report = diff(now.path(), was.path().to_str().unwrap(), ".");
        is_valid(&schema, &name, &report);
        let none =
            name == "nothing-changed" || name.starts_with("lock-") && !name.ends_with("version");
        let found = report["eventTypes"].as_array().unwrap();
        assert_eq!(found.is_empty(), none, "{name}: {found:#?}");
    }
    let site = base();
    copy_over(&cases("near-miss/exception-that-is-needed/in"), site.path());
    let id = "REFKOM.BYGGLOV.BESLUT";
    let report = diff(site.path(), &format!("{id}@1.0.0"), &format!("{id}@1.1.0"));
    is_valid(&schema, id, &report);
    assert_eq!(report["requires"], "major");
    assert_eq!(report["changes"][0]["rule"], "category-changed");
}
