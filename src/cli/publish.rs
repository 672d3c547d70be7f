//! `katalog publish [ID…]`: drafts that pass become published, and are locked.

use super::{Outcome, Voice, as_of, nothing_written, open_root, path_of, say_error, say_line};
use crate::diagnostic::{Message, nearest, reason};
use crate::model::{Entity as _, EventType};
use crate::publish::plan;
use crate::resolve::Tables;
use crate::say;
use crate::source::Overlay;
use crate::write::replace;

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let root = path_of(matches, "root", ".");
    let day = match as_of(matches) {
        Ok(day) => day,
        Err(outcome) => return outcome,
    };
    let source = match open_root(&root) {
        Ok(source) => source,
        Err(outcome) => return outcome,
    };
    let chosen: Vec<String> = matches
        .get_many::<String>("ids")
        .map(|ids| ids.cloned().collect())
        .unwrap_or_default();
    if let Some(unknown) = chosen
        .iter()
        .find(|id| crate::read(&source).0.under(id).is_empty())
    {
        return Outcome::Failed(none_under(&crate::read(&source).0, unknown));
    }
    let plan = match plan(&source, &chosen, day) {
        Ok(plan) => plan,
        Err(refused) => {
            let overlay = Overlay::new(&source, &refused.changed);
            voice.print(&overlay, &refused.files, &refused.findings);
            if !refused.changed.is_empty() {
                say_error(voice.choose(&nothing_written()));
            }
            return Outcome::Findings;
        }
    };
    if let Err((path, error)) = replace(&root, &plan.files) {
        let Message { sv, en } = reason(&error);
        return Outcome::Failed(say!(
            "`{path}` kunde inte skrivas: {sv}\n  inget har publicerats; kontrollera att du har behörighet att skriva där och att det finns plats",
            "`{path}` could not be written: {en}\n  nothing has been published; check that you have permission to write there and that there is room"
        ));
    }
    for (id, number) in &plan.published {
        say_line(voice.choose(&say!(
            "publicerad: {id} {number}",
            "published: {id} {number}"
        )));
    }
    for (id, number) in &plan.locked {
        say_line(voice.choose(&say!("låst: {id} {number}", "locked: {id} {number}")));
    }
    if plan.files.is_empty() {
        let nothing = say!(
            "Det finns inget att publicera: inga utkast utan tillägg som -rc.1, och allt publicerat är låst.",
            "There is nothing to publish: no drafts without an addition such as -rc.1, and everything published is locked."
        );
        say_line(voice.choose(&nothing));
    }
    Outcome::Fine
}

/// That an argument is neither an id nor whole parts of one.
fn none_under(tables: &Tables, unknown: &str) -> Message {
    let ids = tables.event_types.iter().map(EventType::id);
    let wholes = ids.flat_map(|id| {
        let ends = id.match_indices('.').map(|(at, _)| at).chain([id.len()]);
        ends.map(|end| &id[..end])
    });
    // Versions can't be chosen here, but may have been meant.
    let id = unknown.split('@').next().unwrap_or(unknown);
    match nearest(id, wholes) {
        Some(near) => say!(
            "det finns ingen händelsetyp under `{unknown}`; menade du `{near}`?",
            "there is no event type under `{unknown}`; did you mean `{near}`?"
        ),
        None => say!(
            "det finns ingen händelsetyp under `{unknown}`\n  skriv ett id, eller hela delar av ett, som REFKOM.BYGGLOV",
            "there is no event type under `{unknown}`\n  write an id, or whole parts of one, such as REFKOM.BYGGLOV"
        ),
    }
}
