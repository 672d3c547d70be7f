//! Slips that a new producer makes with the example catalogue, what is said of
//! them, and how they are mended from that alone.
//!
//! A case is a folder in `tests/cases/transcripts/`. Its `break.txt` breaks a copy
//! of the example, `expected.sv.txt` and `expected.en.txt` hold the command line
//! and all that it says, and `mend.txt` does what that says should be done. Then
//! nothing may be wrong any more. Both kinds of file are a list of steps:
//!
//! ```text
//! # A comment.
//! edit PATH        followed by lines with ` `, `-` or `+` before them, as in a diff: the
//!                  first place that has the lines with ` ` and `-` gets those with ` ` and `+`;
//!                  an empty line, and another place in the same file may follow
//! add PATH         a new file, of lines with `+` before them
//! remove PATH      a file, or a folder with all that is in it
//! restore PATH     the file as it was in the example, as `git checkout` would
//! run ARGUMENTS    a command of katalog that changes files and must succeed
//! tell ARGUMENTS   (in `break.txt`) the command whose words are wanted; otherwise `check`
//! against          (in `break.txt`) the example as it was is given with `--against`
//! ```

use crate::support::{Golden, Katalog, Run, cases, copy_over, names, repository};
use rayon::prelude::*;
use std::path::Path;
use tempfile::TempDir;

/// A day after everything that has happened in the example and before the last
/// days that are to come.
const DAY: &str = "2026-11-01";

/// What is said when there is nothing to say.
const CLEAN: &str = "Inga fel.\n";

/// The commands that judge something by the calendar.
const DATED: &[&str] = &["check", "publish", "deprecate", "retire"];

#[test]
fn slips_are_mended_from_the_message_alone() {
    let area = cases("transcripts");
    let all = names(&area);
    assert!(all.len() >= 20, "only {} cases", all.len());
    let goldens = all.into_par_iter().map(|name| {
        let mut golden = Golden::default();
        if let Err(fault) = transcript(&area.join(&name), &mut golden) {
            golden.fault(format!("{name}: {fault}"));
        }
        golden
    });
    Golden::all(goldens.collect::<Vec<_>>()).finish();
}

#[test]
fn nothing_is_wrong_with_the_example() {
    let folder = example();
    let run = katalog(folder.path(), &arguments("check", &[]), "sv");
    assert_eq!(run.expect(0).stderr, CLEAN);
}

fn transcript(case: &Path, golden: &mut Golden) -> Result<(), String> {
    let folder = example();
    let steps = |name: &str| {
        let text = std::fs::read_to_string(case.join(name)).map_err(|e| format!("{name}: {e}"))?;
        steps(&text).map_err(|fault| format!("{name}: {fault}"))
    };
    let (mut told, mut against) = ("check".to_owned(), Vec::new());
    for step in steps("break.txt")? {
        match step {
            Step::Tell(command) => told = command,
            Step::Against => {
                copy_example(&folder.path().join("was"));
                against = vec!["--against", "../was"];
            }
            other => take(folder.path(), other)?,
        }
    }
    let told = arguments(&told, &against);
    for lang in ["sv", "en"] {
        let run = katalog(folder.path(), &told, lang);
        let words = format!(
            "$ katalog {}\n{}{}exit code {}\n",
            told.join(" "),
            run.stderr,
            run.stdout,
            run.code.unwrap_or(-1)
        );
        golden.text(&case.join(format!("expected.{lang}.txt")), &words);
    }
    for step in steps("mend.txt")? {
        take(folder.path(), step)?;
    }
    let run = katalog(folder.path(), &arguments("check", &against), "sv");
    if run.code != Some(0) || run.stderr != CLEAN {
        return Err(format!("is not mended: {}", run.stderr));
    }
    Ok(())
}

/// A temporary folder with a copy of the example in its `site`.
fn example() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_example(&folder.path().join("site"));
    folder
}

fn copy_example(to: &Path) {
    for part in ["catalogue", "content"] {
        std::fs::create_dir_all(to.join(part)).unwrap();
        copy_over(&repository().join(part), &to.join(part));
    }
    std::fs::copy(repository().join("katalog.yaml"), to.join("katalog.yaml")).unwrap();
}

/// The arguments of a command, on the day that cases are judged on.
fn arguments(command: &str, more: &[&str]) -> Vec<String> {
    let words = command.split_whitespace().chain(more.iter().copied());
    let mut words: Vec<String> = words.map(str::to_owned).collect();
    if DATED.contains(&&*words[0]) {
        words.extend(["--as-of", DAY].map(str::to_owned));
    }
    words
}

fn katalog(folder: &Path, arguments: &[String], lang: &str) -> Run {
    let lang = ["--lang", lang].map(str::to_owned);
    Katalog::new(arguments.iter().chain(&lang))
        .within(&folder.join("site"))
        .run()
}

/// One step of a case.
enum Step {
    Edit {
        path: String,
        old: String,
        new: String,
    },
    Add {
        path: String,
        text: String,
    },
    Remove(String),
    Restore(String),
    Run(String),
    Tell(String),
    Against,
}

fn steps(text: &str) -> Result<Vec<Step>, String> {
    let mut steps = Vec::new();
    let mut lines = text.lines().peekable();
    // The file that further hunks are about.
    let mut edited = None;
    while let Some(line) = lines.next() {
        let is_of_hunk = |line: &&str| line.starts_with([' ', '-', '+']);
        let hunk = |first: Option<&str>, lines: &mut std::iter::Peekable<std::str::Lines<'_>>| {
            let (mut old, mut new) = (String::new(), String::new());
            let rest = std::iter::from_fn(|| lines.next_if(is_of_hunk));
            for line in first.into_iter().chain(rest) {
                let (sign, line) = line.split_at(1);
                for (text, other) in [(&mut old, "+"), (&mut new, "-")] {
                    if sign != other {
                        text.push_str(line);
                        text.push('\n');
                    }
                }
            }
            (old, new)
        };
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.to_owned();
        match word {
            _ if is_of_hunk(&line) => {
                let path = edited.clone().ok_or("a change of no file")?;
                let (old, new) = hunk(Some(line), &mut lines);
                steps.push(Step::Edit { path, old, new });
            }
            "" | "#" => {}
            "edit" => edited = Some(rest),
            "add" => steps.push(Step::Add {
                path: rest,
                text: hunk(None, &mut lines).1,
            }),
            "remove" => steps.push(Step::Remove(rest)),
            "restore" => steps.push(Step::Restore(rest)),
            "run" => steps.push(Step::Run(rest)),
            "tell" => steps.push(Step::Tell(rest)),
            "against" => steps.push(Step::Against),
            _ => return Err(format!("no step: {line}")),
        }
    }
    Ok(steps)
}

fn take(folder: &Path, step: Step) -> Result<(), String> {
    let at = |path: &str| folder.join("site").join(path);
    match step {
        Step::Edit { path, old, new } => {
            let text = std::fs::read_to_string(at(&path)).map_err(|e| format!("{path}: {e}"))?;
            // Whole lines.
            let whole = format!("\n{text}");
            let Some((before, after)) = whole.split_once(&format!("\n{old}")) else {
                return Err(format!("{path} hasn't the lines\n{old}"));
            };
            let text = format!("{before}\n{new}{after}");
            std::fs::write(at(&path), &text[1..]).unwrap();
        }
        Step::Add { path, text } => {
            std::fs::create_dir_all(at(&path).parent().unwrap()).unwrap();
            std::fs::write(at(&path), text).unwrap();
        }
        Step::Remove(path) if at(&path).is_dir() => std::fs::remove_dir_all(at(&path)).unwrap(),
        Step::Remove(path) => {
            std::fs::remove_file(at(&path)).map_err(|e| format!("{path}: {e}"))?
        }
        Step::Restore(path) => {
            std::fs::copy(repository().join(&path), at(&path))
                .map_err(|error| format!("{path}: {error}"))?;
        }
        Step::Run(command) => {
            let run = katalog(folder, &arguments(&command, &[]), "sv");
            if run.code != Some(0) || !run.stderr.is_empty() {
                return Err(format!("katalog {command}: {}", run.stderr));
            }
        }
        Step::Tell(_) | Step::Against => return Err("this step is for break.txt".to_owned()),
    }
    Ok(())
}
