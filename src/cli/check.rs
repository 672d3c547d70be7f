//! `katalog check`: everything that `build` checks, without building.

use super::{Outcome, Voice, as_of, open_root, path_of, say_line};
use crate::diagnostic::{Machine, has_errors};

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let root = path_of(matches, "root", ".");
    let as_of = match as_of(matches) {
        Ok(day) => day,
        Err(outcome) => return outcome,
    };
    let source = match open_root(&root) {
        Ok(source) => source,
        Err(outcome) => return outcome,
    };
    let checked = crate::check_as_of(&source, None, as_of);
    let machine = Machine::new(&source, &checked.files, voice.tongue);
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => say_line(&machine.json(&checked.findings)),
        Some("sarif") => say_line(&machine.sarif(&checked.findings)),
        Some("github") => {
            say_line(machine.github(&checked.findings).trim_end());
        }
        _ => voice.print(&source, &checked.files, &checked.findings),
    }
    if has_errors(&checked.findings) {
        Outcome::Findings
    } else {
        Outcome::Fine
    }
}
