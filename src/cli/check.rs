//! `katalog check`: everything that `build` checks, without building.

use super::{Outcome, Voice, open_root, path_of};
use crate::diagnostic::has_errors;

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let root = path_of(matches, "root", ".");
    let source = match open_root(&root) {
        Ok(source) => source,
        Err(outcome) => return outcome,
    };
    let checked = crate::check(&source, None);
    voice.print(&source, &checked.files, &checked.findings);
    if has_errors(&checked.findings) {
        Outcome::Findings
    } else {
        Outcome::Fine
    }
}
