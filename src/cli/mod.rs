//! The command line: one small file for each command, and the only place that
//! prints. Exit codes: 0 all is well, 1 something was found, 2 could not run.

mod adopt;
mod agreement;
mod arguments;
mod base;
mod build;
mod check;
mod conform;
mod conform_known;
mod diff;
mod explain;
mod lifecycle;
mod publish;
mod rules;
mod sandbox;
mod serve;
mod slips;
mod trees;
mod usage;

use crate::diagnostic::{Diagnostic, Human, Message, Tongue, reason};
use crate::source::{Disk, Source};
use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a command ends with.
enum Outcome {
    /// All is well.
    Fine,
    /// Something was found.
    Findings,
    /// It could not run, and this is why.
    Failed(Message),
}

/// How the tool speaks to the person at the terminal.
#[derive(Clone, Copy)]
struct Voice {
    tongue: Tongue,
    colour: bool,
}

/// Runs the program.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let voice = Voice {
        tongue: tongue(&arguments),
        colour: colour(),
    };
    let matches = match arguments::command(voice.tongue).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return slips::explain(&error, &arguments, voice),
    };
    let (name, matches) = match matches.subcommand() {
        Some(found) => found,
        None => ("", &matches),
    };
    let outcome = match name {
        "agreement" => agreement::run(matches, voice),
        "build" => build::run(matches, voice),
        "check" => check::run(matches, voice),
        "sandbox" => sandbox::run(matches, voice),
        "serve" => serve::run(matches, voice),
        "conform" => conform::run(matches, voice),
        "diff" => diff::run(matches, voice),
        "publish" => publish::run(matches, voice),
        "adopt" => adopt::run(matches, voice),
        "bump" => lifecycle::bump(matches, voice),
        "deprecate" => lifecycle::deprecate(matches, voice),
        "retire" => lifecycle::retire(matches, voice),
        "explain" => explain::run(matches, voice),
        "rules" => rules::run(voice),
        _ => Outcome::Fine,
    };
    match outcome {
        Outcome::Fine => ExitCode::SUCCESS,
        Outcome::Findings => ExitCode::from(1),
        Outcome::Failed(why) => {
            let word = match voice.tongue {
                Tongue::Swedish => "fel",
                Tongue::English => "error",
            };
            say_error(&format!("{word}: {}", why.in_tongue(voice.tongue)));
            ExitCode::from(2)
        }
    }
}

/// The language: `--lang`, else the locale.
fn tongue(arguments: &[OsString]) -> Tongue {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let chosen = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        match chosen {
            Some("sv") => return Tongue::Swedish,
            Some("en") => return Tongue::English,
            _ => {}
        }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match locale {
        Some(locale) if locale.starts_with("sv") => Tongue::Swedish,
        _ => Tongue::English,
    }
}

/// Colours only on a terminal, and never when `NO_COLOR` is set (no-color.org).
fn colour() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    !refused && !dumb && std::io::stderr().is_terminal()
}

/// Prints a line to standard output. A reader that has gone away, such as
/// `head`, is no error.
fn say_line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Prints a line to standard error.
fn say_error(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

impl Voice {
    fn choose<'m>(&self, message: &'m Message) -> &'m str {
        message.in_tongue(self.tongue)
    }

    /// Prints findings to standard error.
    fn print(&self, source: &dyn Source, files: &[String], findings: &[Diagnostic]) {
        let text = Human::new(source, files, self.tongue, self.colour).print(findings);
        let _ = std::io::stderr().lock().write_all(text.as_bytes());
    }
}

/// What is said after findings in files as a command would have left them.
fn nothing_written() -> Message {
    crate::say!(
        "Inget har ändrats: felen gäller filerna som de skulle ha blivit.\nRätta filerna, eller det du skrev efter kommandot, och kör det igen.",
        "Nothing has been changed: the errors are in the files as they would have become.\nMend the files, or what you wrote after the command, and run it again."
    )
}

/// The site's folder, opened.
fn open_root(root: &Path) -> Result<Disk, Outcome> {
    Disk::open(root).map_err(|error| {
        let path = root.display();
        Outcome::Failed(match error.kind() {
            std::io::ErrorKind::NotFound => crate::say!(
                "mappen `{path}` finns inte\n  peka ut webbplatsens mapp med --root MAPP",
                "the folder `{path}` doesn't exist\n  name the site's folder with --root DIR"
            ),
            std::io::ErrorKind::NotADirectory => crate::say!(
                "`{path}` är ingen mapp\n  peka ut webbplatsens mapp med --root MAPP",
                "`{path}` is not a folder\n  name the site's folder with --root DIR"
            ),
            _ => {
                let Message { sv, en } = reason(&error);
                crate::say!(
                    "mappen `{path}` kan inte öppnas: {sv}\n  peka ut webbplatsens mapp med --root MAPP",
                    "the folder `{path}` can't be opened: {en}\n  name the site's folder with --root DIR"
                )
            }
        })
    })
}

/// The day that what depends on the calendar is judged on.
fn as_of(matches: &clap::ArgMatches) -> Result<jiff::civil::Date, Outcome> {
    Ok(day_of(matches, "as-of")?.unwrap_or_else(crate::today))
}

/// The day that an option gives.
fn day_of(matches: &clap::ArgMatches, name: &str) -> Result<Option<jiff::civil::Date>, Outcome> {
    let given = matches.get_one::<String>(name);
    let day = given.map(|given| {
        given.parse().map_err(|_| {
            Outcome::Failed(crate::say!(
                "--{name} {given} är inget datum\n  skriv år-månad-dag, som 2026-03-01",
                "--{name} {given} is not a date\n  write year-month-day, such as 2026-03-01"
            ))
        })
    });
    day.transpose()
}

/// A path argument, or its default.
fn path_of(matches: &clap::ArgMatches, name: &str, default: &str) -> PathBuf {
    matches
        .get_one::<PathBuf>(name)
        .cloned()
        .unwrap_or_else(|| PathBuf::from(default))
}
