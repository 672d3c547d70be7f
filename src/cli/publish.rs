//! `katalog publish [ID…]`: drafts that pass become published, and are locked.

use super::{Outcome, Voice, as_of, open_root, path_of, say_line};
use crate::publish::plan;
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
        return Outcome::Failed(say!(
            "det finns ingen händelsetyp under `{unknown}`\n  skriv ett id, eller hela delar av ett, som REFKOM.BYGGLOV",
            "there is no event type under `{unknown}`\n  write an id, or whole parts of one, such as REFKOM.BYGGLOV"
        ));
    }
    let plan = match plan(&source, &chosen, day) {
        Ok(plan) => plan,
        Err(refused) => {
            let overlay = Overlay::new(&source, &refused.changed);
            voice.print(&overlay, &refused.files, &refused.findings);
            return Outcome::Findings;
        }
    };
    if let Err((path, error)) = replace(&root, &plan.files) {
        return Outcome::Failed(say!(
            "`{path}` kunde inte skrivas: {error}\n  inget har publicerats; se efter att du får skriva där och att det finns plats",
            "`{path}` could not be written: {error}\n  nothing has been published; see that you may write there and that there is room"
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
