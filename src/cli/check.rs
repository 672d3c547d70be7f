//! `katalog check`: everything that `build` checks, without building.

use super::base::read_base;
use super::{Outcome, Voice, as_of, open_root, path_of, say_error, say_line};
use crate::Checked;
use crate::diagnostic::{Machine, Place, has_errors};
use crate::say;
use std::path::{Path, PathBuf};

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
    let against = matches.get_one::<String>("against");
    let base = match against.map(|name| read_base(&root, name)).transpose() {
        Ok(base) => base,
        Err(outcome) => return outcome,
    };
    let mut checked = crate::check_against(&source, None, as_of, base.as_ref());
    let elsewhere = match only(matches, &root, &mut checked) {
        Ok(elsewhere) => elsewhere,
        Err(outcome) => return outcome,
    };
    let machine = Machine::new(&source, &checked.files, voice.tongue);
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => say_line(&machine.json(&checked.findings)),
        Some("sarif") => say_line(&machine.sarif(&checked.findings)),
        Some("github") => {
            say_line(machine.github(&checked.findings).trim_end());
        }
        _ => {
            voice.print(&source, &checked.files, &checked.findings);
            if elsewhere > 0 {
                say_error(voice.choose(&say!(
                    "{elsewhere} till på andra ställen i katalogen; katalog check visar alla",
                    "{elsewhere} more elsewhere in the catalogue; katalog check shows them all"
                )));
            }
        }
    }
    let outcome = if has_errors(&checked.findings) {
        Outcome::Findings
    } else {
        Outcome::Fine
    };
    // The process ends now: giving back the memory of a large catalogue piece by
    // piece would only take time.
    std::mem::forget((checked, base));
    outcome
}

/// Keeps the findings in the files and folders that were named, and tells how many
/// there are elsewhere.
fn only(matches: &clap::ArgMatches, root: &Path, checked: &mut Checked) -> Result<usize, Outcome> {
    let Some(paths) = matches.get_many::<PathBuf>("paths") else {
        return Ok(0);
    };
    let top = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let mut kept: Vec<String> = Vec::new();
    for path in paths {
        // Named from where the person stands, or from the site's folder.
        let full = path
            .canonicalize()
            .or_else(|_| top.join(path).canonicalize());
        let inside = full.ok().and_then(|full| {
            let inside = full.strip_prefix(&top).ok()?;
            Some(inside.to_str()?.to_owned())
        });
        match inside {
            Some(inside) => kept.push(inside),
            None => {
                let path = path.display();
                return Err(Outcome::Failed(say!(
                    "`{path}` finns inte i webbplatsens mapp\n  skriv sökvägen till en fil eller mapp i den, eller peka ut mappen med --root",
                    "`{path}` is not in the site's folder\n  write the path of a file or folder in it, or name the folder with --root"
                )));
            }
        }
    }
    let before = checked.findings.len();
    let Checked {
        files, findings, ..
    } = checked;
    findings.retain(|finding| {
        let own = match &finding.place {
            Place::Span(span) => files.get(span.file.0 as usize).map_or("", String::as_str),
            Place::Path(path) => path,
        };
        kept.iter().any(|kept| {
            let rest = own.strip_prefix(&**kept);
            kept.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    });
    Ok(before - findings.len())
}
