//! `katalog bump`, `katalog deprecate` and `katalog retire`: the next version of
//! an event type, and the end of one.

use super::{
    Outcome, Voice, as_of, day_of, nothing_written, open_root, path_of, say_error, say_line,
};
use crate::diagnostic::{Message, Tongue, reason};
use crate::model::change::Bump;
use crate::publish::{self, Refusal};
use crate::say;
use crate::source::{Disk, Overlay};
use crate::write::replace;
use clap::{Arg, ArgMatches};
use std::path::Path;

/// The numbers that `bump` can be told to give.
pub(super) fn bump_arguments(tongue: Tongue) -> [Arg; 3] {
    let flag = |name: &'static str, about: Message| {
        let others = ["major", "minor", "patch"].into_iter();
        Arg::new(name)
            .long(name)
            .action(clap::ArgAction::SetTrue)
            .conflicts_with_all(others.filter(move |it| *it != name))
            .help(about.in_tongue(tongue).to_owned())
    };
    [
        flag(
            "major",
            say!(
                "Ny huvudversion, som 2.0.0",
                "A new major version, such as 2.0.0"
            ),
        ),
        flag(
            "minor",
            say!(
                "Ny mindre version, som 1.1.0",
                "A new minor version, such as 1.1.0"
            ),
        ),
        flag(
            "patch",
            say!("Rättelse, som 1.0.1", "A patch, such as 1.0.1"),
        ),
    ]
}

/// What `deprecate` must be told.
pub(super) fn deprecate_arguments(tongue: Tongue) -> [Arg; 2] {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    [
        Arg::new("sunset")
            .long("sunset")
            .value_name(text(say!("DATUM", "DATE")))
            .required(true)
            .help(text(say!(
                "Sista dagen som händelsen skickas",
                "The last day on which the event is sent"
            ))),
        Arg::new("replaced-by")
            .long("replaced-by")
            .value_name("ID")
            .help(text(say!(
                "Händelsetypen som tar över",
                "The event type that takes its place"
            ))),
    ]
}

pub(super) fn bump(matches: &ArgMatches, voice: Voice) -> Outcome {
    let bumps = [
        ("major", Bump::Major),
        ("minor", Bump::Minor),
        ("patch", Bump::Patch),
    ];
    let wanted = bumps.iter().find(|(name, _)| matches.get_flag(name));
    change(matches, voice, |source, id| {
        publish::bump(source, id, wanted.map(|(_, bump)| *bump))
    })
}

pub(super) fn deprecate(matches: &ArgMatches, voice: Voice) -> Outcome {
    let (day, sunset) = match (as_of(matches), day_of(matches, "sunset")) {
        (Ok(day), Ok(Some(sunset))) => (day, sunset),
        // The command line doesn't let it be left out.
        (Ok(_), Ok(None)) => return Outcome::Findings,
        (Err(outcome), _) | (_, Err(outcome)) => return outcome,
    };
    let replaced_by = matches.get_one::<String>("replaced-by").map(String::as_str);
    change(matches, voice, |source, id| {
        publish::deprecate(source, id, day, sunset, replaced_by)
    })
}

pub(super) fn retire(matches: &ArgMatches, voice: Voice) -> Outcome {
    let day = match as_of(matches) {
        Ok(day) => day,
        Err(outcome) => return outcome,
    };
    change(matches, voice, |source, id| {
        publish::retire(source, id, day)
    })
}

/// Makes a change and writes it, or tells why not.
fn change(
    matches: &ArgMatches,
    voice: Voice,
    make: impl Fn(&Disk, &str) -> Result<publish::Change, Refusal>,
) -> Outcome {
    let root = path_of(matches, "root", ".");
    let source = match open_root(&root) {
        Ok(source) => source,
        Err(outcome) => return outcome,
    };
    let id = matches.get_one::<String>("id").map_or("", String::as_str);
    finish(&root, &source, voice, make(&source, id))
}

/// Writes a change, or tells why there is none.
pub(super) fn finish(
    root: &Path,
    source: &Disk,
    voice: Voice,
    change: Result<publish::Change, Refusal>,
) -> Outcome {
    let change = match change {
        Ok(change) => change,
        Err(Refusal::Asked(why)) => return Outcome::Failed(why),
        Err(Refusal::Found {
            findings,
            files,
            changed,
        }) => {
            voice.print(&Overlay::new(source, &changed), &files, &findings);
            if !changed.is_empty() {
                say_error(voice.choose(&nothing_written()));
            }
            return Outcome::Findings;
        }
    };
    if let Err((path, error)) = replace(root, &change.files) {
        let Message { sv, en } = reason(&error);
        return Outcome::Failed(say!(
            "`{path}` kunde inte skrivas: {sv}\n  inget har ändrats; kontrollera att du har behörighet att skriva där och att det finns plats",
            "`{path}` could not be written: {en}\n  nothing has been changed; check that you have permission to write there and that there is room"
        ));
    }
    for done in &change.done {
        say_line(voice.choose(done));
    }
    Outcome::Fine
}
