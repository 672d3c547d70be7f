//! `katalog build`: check, and write the site.

use super::{Outcome, Voice, as_of, open_root, path_of, say_line};
use crate::diagnostic::{Tongue, has_errors};
use crate::load::normal_base_path;
use crate::say;
use crate::write::{WriteError, Written, write};
use std::time::Instant;

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let started = Instant::now();
    let root = path_of(matches, "root", ".");
    let out = matches
        .get_one("out")
        .cloned()
        .unwrap_or_else(|| root.join("public"));
    let base_path = match matches.get_one::<String>("base-path") {
        None => None,
        Some(given) => match normal_base_path(given) {
            Some(path) => Some(path),
            None => {
                return Outcome::Failed(say!(
                    "--base-path {given} går inte att använda i en adress\n  skriv en sökväg av bokstäverna a–z, siffror och bindestreck, som /katalog/",
                    "--base-path {given} can't be used in an address\n  write a path of the letters a–z, digits and hyphens, such as /katalog/"
                ));
            }
        },
    };
    let as_of = match as_of(matches) {
        Ok(day) => day,
        Err(outcome) => return outcome,
    };
    let source = match open_root(&root) {
        Ok(source) => source,
        Err(outcome) => return outcome,
    };
    let checked = crate::check_as_of(&source, base_path.as_deref(), as_of);
    let site = match checked.site {
        Some(site) if !has_errors(&checked.findings) => site,
        _ => {
            voice.print(&source, &checked.files, &checked.findings);
            return Outcome::Findings;
        }
    };
    if !checked.findings.is_empty() {
        voice.print(&source, &checked.files, &checked.findings);
    }
    match write(&site, &out, &root) {
        Ok(written) => {
            say_line(&summary(
                voice,
                &written,
                &out.display().to_string(),
                started,
            ));
            // The process ends now: giving back the memory of a large catalogue
            // piece by piece would only take time.
            std::mem::forget(site);
            Outcome::Fine
        }
        Err(WriteError::Findings(findings)) => {
            voice.print(&source, &checked.files, &findings);
            Outcome::Findings
        }
        Err(WriteError::Environment(why)) => Outcome::Failed(why),
    }
}

fn summary(voice: Voice, written: &Written, out: &str, started: Instant) -> String {
    let seconds = started.elapsed().as_secs_f64();
    let Written {
        files,
        unchanged,
        bytes,
    } = written;
    #[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
    let megabytes = *bytes as f64 / 1e6;
    match voice.tongue {
        Tongue::Swedish => format!(
            "{files} filer ({}), varav {unchanged} oförändrade, i {out} på {} s",
            format!("{megabytes:.1} MB").replace('.', ","),
            format!("{seconds:.2}").replace('.', ",")
        ),
        Tongue::English => {
            format!(
                "{files} files ({megabytes:.1} MB), {unchanged} of them unchanged, in {out} in {seconds:.2} s"
            )
        }
    }
}
