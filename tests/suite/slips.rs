//! Slips on the command line: what is said of each, in both languages.

use crate::support::{Golden, Katalog, cases};

const BESLUT: &str = "REFKOM.BYGGLOV.BESLUT";

#[test]
fn slips_on_the_command_line_are_told_of_in_both_languages() {
    let slips: &[(&str, &[&str])] = &[
        ("unknown-command", &["biuld"]),
        ("unknown-command-nothing-near", &["frobnicate"]),
        ("unknown-option", &["build", "--uot", "x"]),
        ("unknown-option-nothing-near", &["check", "--frobnicate"]),
        ("option-of-another-command", &["check", "--out", "x"]),
        ("option-without-value", &["build", "--out"]),
        ("option-twice", &["build", "--root", "a", "--root", "b"]),
        ("value-too-many", &["build", "x"]),
        ("lang-unknown", &["build", "--lang", "fi"]),
        ("explain-nothing", &["explain"]),
        ("explain-unknown", &["explain", "K7777"]),
        ("explain-slip", &["explain", "unknown-kye"]),
        ("explain-nothing-near", &["explain", "allt"]),
        ("root-missing", &["check", "--root", "no-such-folder"]),
        ("root-is-a-file", &["check", "--root", "Cargo.toml"]),
        ("base-path-letters", &["build", "--base-path", "/kata log/"]),
        ("base-path-dots", &["build", "--base-path", "/../"]),
        ("base-path-query", &["build", "--base-path", "/a?b"]),
        (
            "base-path-host",
            &["build", "--base-path", "https://x.example/a/"],
        ),
        ("listen-not-an-address", &["serve", "--listen", "localhost"]),
        ("explain-two", &["explain", "K0305", "K0306"]),
        ("check-path-missing", &["check", "catalogue/nowhere"]),
        ("check-no-such-day", &["check", "--as-of", "2026-02-30"]),
        ("check-format", &["check", "--format", "xml"]),
        ("bump-nothing", &["bump"]),
        ("bump-producer", &["bump", "REFKOM"]),
        ("bump-misspelt", &["bump", "refkom.bygglov.besluta"]),
        ("bump-two-sizes", &["bump", BESLUT, "--major", "--minor"]),
        ("bump-first-draft", &["bump", "REFKOM.BYGGLOV.STARTBESKED"]),
        (
            "bump-retired",
            &["bump", "REFKOM.FORSKOLA.KOPLATS_BEKRAFTAD"],
        ),
        ("deprecate-without-sunset", &["deprecate", BESLUT]),
        (
            "deprecate-no-day",
            &["deprecate", BESLUT, "--sunset", "31/12/2027"],
        ),
        (
            "deprecate-no-such-version",
            &[
                "deprecate",
                "REFKOM.BYGGLOV.BESLUT@3.0.0",
                "--sunset",
                "2099-01-01",
            ],
        ),
        (
            "deprecate-half-a-version",
            &[
                "deprecate",
                "REFKOM.BYGGLOV.BESLUT@2",
                "--sunset",
                "2099-01-01",
            ],
        ),
        (
            "deprecate-twice",
            &[
                "deprecate",
                "REFKOM.BYGGLOV.BESLUT@1.1.0",
                "--sunset",
                "2099-01-01",
            ],
        ),
        (
            "deprecate-draft",
            &[
                "deprecate",
                "REFKOM.BYGGLOV.STARTBESKED",
                "--sunset",
                "2099-01-01",
            ],
        ),
        (
            "retire-not-deprecated",
            &["retire", "REFKOM.BYGGLOV.GRANNEHORANDE"],
        ),
        (
            "retire-twice",
            &["retire", "REFKOM.FORSKOLA.KOPLATS_BEKRAFTAD"],
        ),
        (
            "retire-too-early",
            &["retire", BESLUT, "--as-of", "2026-11-01"],
        ),
        ("publish-unknown", &["publish", "NADA"]),
        ("publish-lower-case", &["publish", "refkom"]),
        ("publish-part-of-a-part", &["publish", "REFKOM.BYGG"]),
        (
            "publish-version",
            &["publish", "REFKOM.BYGGLOV.BESLUT@2.0.0"],
        ),
        ("diff-one", &["diff", "REFKOM.BYGGLOV.BESLUT@1.1.0"]),
        ("diff-without-versions", &["diff", BESLUT, BESLUT]),
        (
            "diff-no-such-version",
            &[
                "diff",
                "REFKOM.BYGGLOV.BESLUT@1.1.0",
                "REFKOM.BYGGLOV.BESLUT@2.0",
            ],
        ),
        (
            "diff-of-two-kinds",
            &["diff", "REFKOM.BYGGLOV.BESLUT@1.1.0", "."],
        ),
    ];
    let mut golden = Golden::default();
    for (name, arguments) in slips {
        for lang in ["sv", "en"] {
            // As the locale says, so that `--lang` can be the slip itself.
            let locale = if lang == "sv" { "sv_SE.UTF-8" } else { "C" };
            let run = Katalog::new(*arguments).env("LC_ALL", locale).run();
            if run.code != Some(2) || !run.stdout.is_empty() {
                golden.fault(format!("{name}: {run:?}"));
            }
            golden.text(
                &cases("slips").join(format!("{name}.{lang}.txt")),
                &run.stderr,
            );
        }
    }
    golden.finish();
}
