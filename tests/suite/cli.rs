//! The command line: what the real program says, where, and with which exit code.

use crate::support::{Golden, Katalog, Run, base, cases, tree};
use std::path::Path;

fn katalog(arguments: &[&str]) -> Run {
    Katalog::new(arguments).run()
}

fn within(site: &Path, arguments: &[&str]) -> Run {
    Katalog::new(arguments).within(site).run()
}

#[test]
fn help_is_whole_in_both_languages() {
    let mut golden = Golden::default();
    for lang in ["sv", "en"] {
        let commands = [
            "",
            "build",
            "check",
            "conform",
            "sandbox",
            "serve",
            "publish",
            "diff",
            "bump",
            "deprecate",
            "adopt",
            "retire",
            "rules",
            "explain",
            "agreement",
        ];
        for command in commands {
            let arguments = [command, "--help", "--lang", lang];
            let arguments = &arguments[usize::from(command.is_empty())..];
            let run = katalog(arguments).expect(0);
            assert_eq!(run.stderr, "", "help that was asked for is no error");
            let name = if command.is_empty() {
                "katalog"
            } else {
                command
            };
            let file = cases("help").join(format!("{name}.{lang}.txt"));
            golden.text(&file, &run.stdout);
            assert_eq!(katalog(&[arguments, &["-h"]].concat()).stdout, run.stdout);
        }
    }
    golden.finish();
}

#[test]
fn without_arguments_the_help_is_an_error() {
    let run = katalog(&[]).expect(2);
    assert_eq!(run.stdout, "");
    assert_eq!(run.stderr, katalog(&["--help"]).stdout);
}

#[test]
fn the_version_is_that_of_the_package() {
    let run = katalog(&["--version"]).expect(0);
    assert_eq!(
        run.stdout,
        format!("katalog {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(katalog(&["-V"]).stdout, run.stdout);
}

/// An event type of the example, in whose folder the program stands.
#[test]
fn exit_codes_are_those_of_the_help() {
    let site = base();
    within(site.path(), &["check"]).expect(0);
    within(site.path(), &["build"]).expect(0);
    let config = site.path().join("katalog.yaml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text.replace("title:", "titel:")).unwrap();
    within(site.path(), &["check"]).expect(1);
    within(site.path(), &["build"]).expect(1);
    within(site.path(), &["check", "--root", "nowhere"]).expect(2);
}

/// A warning stops nothing, and is told of by both commands.
#[test]
fn warnings_stop_nothing() {
    let site = base();
    let path = "catalogue/producers/REFKOM/BYGGLOV/MOTTAGEN.yaml";
    let text = std::fs::read_to_string(site.path().join(path)).unwrap();
    let text = text
        .replace(
            "status: published\n    published: 2026-03-01",
            "status: draft",
        )
        .replace(
            "{ sv: Via e-tjänst, en: By e-service }",
            "{ sv: Via e-tjänst }",
        );
    std::fs::write(site.path().join(path), text).unwrap();
    for command in ["check", "build"] {
        let run = within(site.path(), &[command]).expect(0);
        assert!(run.stderr.contains("warning[K0302]"), "{}", run.stderr);
        assert!(run.stderr.contains("1 warning."), "{}", run.stderr);
    }
    assert!(site.path().join("public/index.html").is_file());
}

#[test]
fn check_writes_nothing() {
    let site = base();
    let before = tree(site.path());
    within(site.path(), &["check"]).expect(0);
    assert_eq!(tree(site.path()), before);
    assert!(!site.path().join("public").exists());
}

/// What a program downstream reads stands in one stream, what people read about
/// problems in the other.
#[test]
fn results_and_problems_go_to_different_streams() {
    let site = base();
    let built = within(site.path(), &["build"]).expect(0);
    assert_eq!(built.stderr, "");
    assert_eq!(built.stdout.lines().count(), 1, "{}", built.stdout);
    let explained = katalog(&["explain", "K0110"]).expect(0);
    assert_eq!(explained.stderr, "");
    std::fs::remove_file(site.path().join("katalog.yaml")).unwrap();
    let failed = within(site.path(), &["build"]).expect(1);
    assert_eq!(failed.stdout, "");
    assert!(failed.stderr.contains("K0001"));
}

#[test]
fn explain_takes_a_number_in_any_case_and_a_name() {
    let by_number = katalog(&["explain", "K0301"]).expect(0);
    assert_eq!(katalog(&["explain", "k0301"]).stdout, by_number.stdout);
    assert_eq!(
        katalog(&["explain", "example-invalid"]).stdout,
        by_number.stdout
    );
    assert!(
        by_number
            .stdout
            .starts_with("K0301 example-invalid\n\n## What it checks")
    );
    let swedish = katalog(&["explain", "K0301", "--lang", "sv"]).expect(0);
    assert!(
        swedish
            .stdout
            .starts_with("K0301 example-invalid\n\n## Vad som kontrolleras")
    );
    for text in [by_number.stdout, swedish.stdout] {
        assert!(
            !text.contains("//!") && !text.contains("# På svenska"),
            "{text}"
        );
    }
}

/// The language: `--lang`, then `LC_ALL`, `LC_MESSAGES`, `LANG`, then English.
#[test]
fn the_language_is_the_option_or_the_locale() {
    let swedish = |environment: &[(&str, &str)], arguments: &[&str]| {
        let mut run = Katalog::new(arguments).without_env("LC_ALL");
        run = run.without_env("LC_MESSAGES").without_env("LANG");
        for (name, value) in environment {
            run = run.env(name, value);
        }
        run.run().stdout.contains("Kommandon")
    };
    let help: &[&str] = &["--help"];
    assert!(!swedish(&[], help));
    assert!(swedish(&[("LANG", "sv_SE.UTF-8")], help));
    assert!(swedish(&[("LANG", "sv")], help));
    assert!(swedish(
        &[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "sv_FI.UTF-8")],
        help
    ));
    assert!(swedish(&[("LANG", "C"), ("LC_ALL", "sv_SE.UTF-8")], help));
    assert!(!swedish(
        &[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "C.UTF-8")],
        help
    ));
    assert!(swedish(&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "")], help));
    assert!(!swedish(&[("LANG", "fi_FI.UTF-8")], help));
    // The option beats them all, wherever it stands and however it is written.
    assert!(swedish(&[("LC_ALL", "C")], &["--lang", "sv", "--help"]));
    assert!(swedish(&[("LC_ALL", "C")], &["--lang=sv", "--help"]));
    assert!(!swedish(
        &[("LC_ALL", "sv_SE.UTF-8")],
        &["--help", "--lang", "en"]
    ));
}

#[test]
fn no_colours_when_not_on_a_terminal() {
    let site = base();
    std::fs::remove_file(site.path().join("katalog.yaml")).unwrap();
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "xterm-256color")] {
        let run = Katalog::new(["check"])
            .env(name, value)
            .within(site.path())
            .run();
        assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
        let help = Katalog::new(["--help"]).env(name, value).run();
        assert!(!help.stdout.contains('\u{1b}'), "{}", help.stdout);
    }
}

/// On a terminal, which `script` provides: colours, unless they are refused.
#[test]
fn colours_on_a_terminal_unless_refused() {
    let site = base();
    std::fs::remove_file(site.path().join("katalog.yaml")).unwrap();
    let on_terminal = |refusal: &[(&str, &str)]| {
        let mut script = std::process::Command::new("script");
        let command = format!("{} check", env!("CARGO_BIN_EXE_katalog"));
        script.args(["--quiet", "--return", "--command", &command, "/dev/null"]);
        let mut run = Katalog::by(script, [""; 0])
            .env("TERM", "xterm")
            .within(site.path());
        for (name, value) in refusal {
            run = run.env(name, value);
        }
        run.run()
    };
    let there = std::process::Command::new("script")
        .arg("--version")
        .output();
    if there.is_err() {
        eprintln!("skipped: `script` is not on this computer");
        return;
    }
    assert!(on_terminal(&[]).expect(1).stdout.contains("\u{1b}["));
    for refusal in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let run = on_terminal(&[refusal]).expect(1);
        assert!(
            run.stdout.contains("K0001") && !run.stdout.contains("\u{1b}["),
            "{refusal:?}"
        );
    }
    assert!(on_terminal(&[("NO_COLOR", "")]).stdout.contains("\u{1b}["));
}

/// A reader that goes away, such as `head`, is no crash.
#[test]
fn a_closed_pipe_is_no_crash() {
    let mut child = Katalog::new(["explain", "K0301"]).start();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.code().is_some_and(|code| code < 101));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn base_paths_mean_the_same_however_they_are_written() {
    let site = base();
    let mut first = None;
    for path in ["/katalog/", "katalog", "/katalog", "//katalog//"] {
        within(site.path(), &["build", "--base-path", path]).expect(0);
        let built = tree(&site.path().join("public"));
        assert_eq!(first.get_or_insert_with(|| built.clone()), &built, "{path}");
    }
    within(site.path(), &["build", "--base-path", "/a/b-c/v1.0/"]).expect(0);
}

/// Of very many findings people get the first, and programs get all.
#[test]
fn very_many_findings_are_counted_rather_than_printed() {
    let site = base();
    let path = |name: &str| site.path().join("catalogue/common").join(name);
    let edit = |name: &str, change: &dyn Fn(String) -> String| {
        let text = std::fs::read_to_string(path(name)).unwrap();
        std::fs::write(path(name), change(text)).unwrap();
    };
    edit("categories/RECEIVED.yaml", &|text| {
        let keys: String = (0..150).map(|n| format!("nyckel{n}: 1\n")).collect();
        text + &keys
    });
    // A warning in a file that comes before: errors are printed first.
    edit("authorizations/SELF.yaml", &|text| {
        text.replace(
            "{ sv: Kunden själv, en: The customer }",
            "\n  sv: Kunden #1\n  en: The customer",
        )
    });
    for (lang, more, all) in [
        ("sv", "… och 51 till.", "150 fel, 1 varning."),
        ("en", "… and 51 more.", "150 errors, 1 warning."),
    ] {
        let run = within(site.path(), &["check", "--lang", lang]).expect(1);
        assert_eq!(run.stderr.matches("[K0110]").count(), 100);
        assert!(run.stderr.contains(more), "{}", run.stderr);
        assert!(run.stderr.contains(all), "{}", run.stderr);
        assert!(!run.stderr.contains("[K0113]"), "{}", run.stderr);
    }
    for format in ["json", "sarif", "github"] {
        let run = within(site.path(), &["check", "--format", format]).expect(1);
        for part in ["`nyckel0`", "`nyckel149`", "K0113"] {
            assert!(run.stdout.contains(part), "{format}: {part}");
        }
    }
}
