//! Commands that change entries: what they say, and what the files are afterwards.
//!
//! Each case is a site, some commands, and a golden file in `tests/cases/commands/`
//! with what was said and every file that was changed.

use crate::support::{Golden, Katalog, Tree, base, cases, copy_over, tree};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::path::Path;

/// A case: its name, what is laid over the small site, and the commands.
type Case = (
    &'static str,
    &'static str,
    &'static [&'static [&'static str]],
);

const BESLUT: &str = "REFKOM.BYGGLOV.BESLUT";

#[rustfmt::skip]
const ADOPTING: &[&[&str]] = &[&["adopt", "LOV", "--as", "REFKOM", "--since", "2026-04-01"],
    &["publish", "REFKOM.LOV"], &["bump", "REFKOM.LOV.BESLUT"]];
static CASES: &[Case] = &[
    ("bump-published", "", &[&["bump", BESLUT]]),
    ("bump-published-minor", "", &[&["bump", BESLUT, "--minor"]]),
    ("bump-published-major", "", &[&["bump", BESLUT, "--major"]]),
    (
        "bump-keeps-comments",
        "commands/with-comments",
        &[&["bump", BESLUT]],
    ),
    ("bump-in-braces", "commands/in-braces", &[&["bump", BESLUT]]),
    (
        "bump-draft-to-what-it-requires",
        "commands/draft-too-small",
        &[&["bump", BESLUT]],
    ),
    (
        "bump-draft-further",
        "commands/draft-too-small",
        &[&["bump", BESLUT, "--major"]],
    ),
    (
        "bump-draft-too-little",
        "commands/draft-too-small",
        &[&["bump", BESLUT, "--patch"]],
    ),
    (
        "bump-twice",
        "commands/draft-too-small",
        &[&["bump", BESLUT], &["bump", BESLUT]],
    ),
    (
        "bump-published-too-small",
        "near-miss/exception-that-is-needed/in",
        &[&["bump", BESLUT]],
    ),
    (
        "bump-first-draft",
        "commands/first-draft",
        &[&["bump", BESLUT]],
    ),
    ("adopt", "commands/with-template", ADOPTING),
    (
        "adopt-what-is-there",
        "commands/with-adopter",
        &[&["adopt", "LOV", "--as", "REFKOM"]],
    ),
    (
        "adopt-unknown",
        "commands/with-template",
        &[
            &["adopt", "LOVV", "--as", "REFKOM"],
            &["adopt", "LOV", "--as", "REFKO"],
            &[
                "adopt",
                "LOV",
                "--as",
                "REFKOM",
                "--version",
                "^2.0",
                "--since",
                "2026-04-01",
            ],
        ],
    ),
    ("bump-unknown", "", &[&["bump", "REFKOM.BYGGLOV.BESLUTET"]]),
    ("bump-broken", "commands/broken", &[&["bump", BESLUT]]),
    (
        "deprecate",
        "",
        &[&[
            "deprecate",
            BESLUT,
            "--sunset",
            "2027-06-30",
            "--replaced-by",
            "REFKOM.BYGGLOV.MOTTAGEN",
        ]],
    ),
    (
        "deprecate-one-version",
        "commands/two-published",
        &[&[
            "deprecate",
            "REFKOM.BYGGLOV.BESLUT@1.0.0",
            "--sunset",
            "2027-06-30",
        ]],
    ),
    (
        "deprecate-without-advice",
        "",
        &[&["deprecate", BESLUT, "--sunset", "2027-06-30"]],
    ),
    (
        "deprecate-with-short-notice",
        "",
        &[&[
            "deprecate",
            BESLUT,
            "--sunset",
            "2026-08-01",
            "--replaced-by",
            "REFKOM.BYGGLOV.MOTTAGEN",
        ]],
    ),
    (
        "deprecate-by-itself",
        "",
        &[&[
            "deprecate",
            BESLUT,
            "--sunset",
            "2027-06-30",
            "--replaced-by",
            BESLUT,
        ]],
    ),
    (
        "deprecate-unknown-version",
        "",
        &[&[
            "deprecate",
            "REFKOM.BYGGLOV.BESLUT@3.0.0",
            "--sunset",
            "2027-06-30",
        ]],
    ),
    (
        "deprecate-no-version",
        "",
        &[&[
            "deprecate",
            "REFKOM.BYGGLOV.BESLUT@ett",
            "--sunset",
            "2027-06-30",
        ]],
    ),
    (
        "deprecate-no-date",
        "",
        &[&["deprecate", BESLUT, "--sunset", "midsommar"]],
    ),
    ("deprecate-without-sunset", "", &[&["deprecate", BESLUT]]),
    (
        "retire",
        "commands/past-its-last-day",
        &[&["retire", BESLUT]],
    ),
    (
        "retire-too-early",
        "commands/deprecated",
        &[&["retire", BESLUT]],
    ),
    ("retire-published", "", &[&["retire", BESLUT]]),
    ("publish", "commands/draft-fine", &[&["publish"]]),
    (
        "publish-again",
        "commands/draft-fine",
        &[&["publish"], &["publish"]],
    ),
    (
        "publish-too-small",
        "commands/draft-too-small",
        &[&["publish"]],
    ),
    ("publish-unknown", "", &[&["publish", "REFKOM.BYGG"]]),
    ("publish-locks", "", &[&["publish", "REFKOM"]]),
    (
        "diff-versions",
        "commands/draft-too-small",
        &[&[
            "diff",
            "REFKOM.BYGGLOV.BESLUT@1.0.0",
            "REFKOM.BYGGLOV.BESLUT@1.0.1",
        ]],
    ),
    (
        "diff-versions-as-markdown",
        "commands/draft-too-small",
        &[&[
            "diff",
            "REFKOM.BYGGLOV.BESLUT@1.0.0",
            "REFKOM.BYGGLOV.BESLUT@1.0.1",
            "--format",
            "markdown",
        ]],
    ),
    (
        "diff-unknown-version",
        "",
        &[&[
            "diff",
            "REFKOM.BYGGLOV.BESLUT@1.0.0",
            "REFKOM.BYGGLOV.BESLUT@9.0.0",
        ]],
    ),
    (
        "diff-unknown-entry",
        "",
        &[&[
            "diff",
            "REFKOM.BYGGLOV.BESLUTET@1.0.0",
            "REFKOM.BYGGLOV.BESLUT@1.0.0",
        ]],
    ),
    (
        "diff-of-two-kinds",
        "",
        &[&["diff", ".", "REFKOM.BYGGLOV.BESLUT@1.0.0"]],
    ),
    ("diff-no-file", "", &[&["diff", "a.yaml", "b.yaml"]]),
    ("rules", "", &[&["rules"]]),
    (
        "check-one-folder",
        "bad-input/many-problems/in",
        &[&["check", "catalogue/common"]],
    ),
    ("check-outside", "", &[&["check", "/"]]),
    ("agreement", "", &[&["agreement"]]),
    ("agreement-fields", "", &[&["agreement", "producer"]]),
    (
        "agreement-data",
        "",
        &[&["agreement", "producer", "--data"]],
    ),
    (
        "agreement-data-in-english",
        "",
        &[&["agreement", "producer", "--data", "--language", "en"]],
    ),
    (
        "agreement-fill",
        "commands/fill",
        &[
            &["agreement", "producer", "--fill", "data.yaml"],
            // What is there stays, unless it is to be replaced.
            &["agreement", "producer", "--fill", "data.yaml"],
            &["agreement", "producer", "--fill", "data.yaml", "--force"],
            &[
                "agreement",
                "producer",
                "--fill",
                "data.yaml",
                "--output",
                "nowhere/a.docx",
            ],
        ],
    ),
    (
        "agreement-fill-problems",
        "commands/fill",
        &[
            &["agreement", "producer", "--fill", "problems.yaml"],
            &["agreement", "producer", "--fill", "twice.yaml"],
            &["agreement", "producer", "--fill", "list.yaml"],
            &["agreement", "producer", "--fill", "broken.yaml"],
        ],
    ),
    (
        "agreement-unknown",
        "commands/fill",
        &[
            &["agreement", "producr"],
            &["agreement", "sale"],
            &["agreement", "producer", "--version", "2.0"],
            &["agreement", "producer", "--language", "fi"],
            &["agreement", "producer", "--fill", "nowhere.yaml"],
            &["agreement", "--fill", "data.yaml"],
            &["agreement", "producer", "--force"],
        ],
    ),
    (
        "agreement-in-a-site-with-errors",
        "bad-input/agreement-field-undeclared/in",
        &[&["agreement", "producer"]],
    ),
];

#[test]
fn commands_say_and_do_as_expected() {
    let goldens = CASES.par_iter().map(|(name, laid, commands)| {
        let mut golden = Golden::default();
        for lang in ["sv", "en"] {
            let file = cases("commands").join(format!("{name}.{lang}.txt"));
            golden.text(&file, &played(laid, commands, lang));
        }
        golden
    });
    Golden::all(goldens.collect::<Vec<_>>()).finish();
}

/// Runs the commands one after the other: what was said, and what has changed.
pub(crate) fn played(laid: &str, commands: &[&[&str]], lang: &str) -> String {
    let site = base();
    if !laid.is_empty() {
        copy_over(&cases(laid), site.path());
    }
    let before = tree(site.path());
    let mut told = String::new();
    for arguments in commands {
        // What depends on the calendar is judged on one day, by those that ask.
        let dated = ["deprecate", "retire", "publish", "check"].contains(&arguments[0]);
        let day: &[&str] = if dated {
            &["--as-of", "2026-06-15"]
        } else {
            &[]
        };
        let run = Katalog::new([arguments, day, &["--lang", lang]].concat())
            .within(site.path())
            .run();
        writeln!(told, "$ katalog {}", [arguments, day].concat().join(" ")).unwrap();
        let code = run.code.expect("it isn't killed");
        assert_ne!(code, 101, "{run:?}");
        writeln!(told, "exit code {code}").unwrap();
        told.push_str(&run.stdout);
        told.push_str(&run.stderr);
        told.push('\n');
    }
    told.push_str(&changed(site.path(), &before));
    told
}

/// Every file that isn't as it was: whole where it is short.
fn changed(site: &Path, before: &Tree) -> String {
    let mut told = String::new();
    for (path, bytes) in tree(site) {
        if before.get(&path) != Some(&bytes) {
            match String::from_utf8(bytes) {
                Ok(text) if !path.ends_with(".docx") => {
                    writeln!(told, "--- {path}\n{text}").unwrap();
                }
                // What is in documents is tested in `agreements.rs`.
                _ => writeln!(told, "--- {path} (a document)").unwrap(),
            }
        }
    }
    told
}

/// What the commands leave behind is checked as any catalogue.
#[test]
fn what_commands_write_passes_the_check() {
    for (laid, commands) in [
        ("commands/draft-fine", &[&["publish"][..]][..]),
        ("commands/past-its-last-day", &[&["retire", BESLUT][..]]),
        (
            "",
            &[
                &["publish", "REFKOM"][..],
                &[
                    "deprecate",
                    BESLUT,
                    "--sunset",
                    "2027-06-30",
                    "--replaced-by",
                    "REFKOM.BYGGLOV.MOTTAGEN",
                ],
            ],
        ),
    ] {
        let site = base();
        if !laid.is_empty() {
            copy_over(&cases(laid), site.path());
        }
        for arguments in commands {
            Katalog::new([*arguments, &["--as-of", "2026-06-15"]].concat())
                .within(site.path())
                .run()
                .expect(0);
        }
        let run = Katalog::new(["check", "--as-of", "2026-06-15", "--lang", "en"])
            .within(site.path())
            .run()
            .expect(0);
        assert_eq!(run.stderr, "No errors.\n", "{laid}");
    }
}
