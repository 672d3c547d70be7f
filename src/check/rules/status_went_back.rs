//! ## What it checks
//!
//! A version's status only goes forward: from draft to published, to deprecated, to retired. It
//! is held against an earlier state of the catalogue, which `--against` names; without it, only
//! what a lock knows is checked.
//!
//! ## Why
//!
//! Consumers plan by the status. If what was deprecated could come back into use, or what was
//! published become a draft again, nobody could trust the catalogue to tell what will remain.
//!
//! ## Fails
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//! # now
//! - version: 1.0.0
//!   status: published
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//! # now
//! - version: 1.1.0
//!   status: draft
//! - version: 1.0.0
//!   status: deprecated
//! ```
//!
//! ## How to fix
//!
//! Write the status that the message names, with its dates. If the event is to stay in use after
//! all, publish a new version of it: a new version isn't deprecated.
//!
//! # På svenska
//!
//!
//! ## Vad som kontrolleras
//!
//! En versions status går bara framåt: från utkast till publicerad, till utfasad, till avvecklad.
//! Den jämförs med ett tidigare läge av katalogen, som `--against` pekar ut; utan det kontrolleras
//! bara det som ett lås känner till.
//!
//! ## Varför
//!
//! Konsumenterna planerar efter statusen. Om det som fasas ut kunde tas i bruk igen, eller det som
//! är publicerat bli ett utkast igen, skulle ingen kunna lita på vad katalogen säger ska finnas
//! kvar.
//!
//! ## Fel
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//! # nu
//! - version: 1.0.0
//!   status: published
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! - version: 1.0.0
//!   status: deprecated
//! # nu
//! - version: 1.1.0
//!   status: draft
//! - version: 1.0.0
//!   status: deprecated
//! ```
//!
//! ## Så rättar du
//!
//! Skriv den status som meddelandet nämner, med dess datum. Om händelsen ändå ska finnas kvar
//! publicerar du en ny version av den: en ny version är inte utfasad.

use crate::check::against::in_both;
use crate::check::history::status_in_words;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, Status, Version};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, base: &Tables, out: &mut Vec<Diagnostic>) {
    for (was, is) in in_both(base, tables) {
        let (old, new) = (was.version.status, is.version.status);
        // That a locked version became a draft is told of by published-removed.
        let by_lock = new == Status::Draft && is.is_locked(tables);
        if new >= old || by_lock {
            continue;
        }
        let dates = lost_dates(was.version, is.version);
        let (was, now) = (status_in_words(old), status_in_words(new));
        let (was_sv, was_en, now_sv, now_en) = (was.sv, was.en, now.sv, now.en);
        let (number, key, id) = (&is.version.number.value, old.key(), is.entry.id());
        out.push(
            Diagnostic::new(
                "K0328",
                is.version.status_span,
                say!(
                    "versionen {number} var {was_sv} och har blivit {now_sv}",
                    "the version {number} was {was_en} and has become {now_en}"
                ),
            )
            .help(say!(
                "skriv `status: {key}`{dates} igen; ska händelsen fortsätta att skickas: kör katalog bump {id} och publicera en ny version",
                "write `status: {key}`{dates} again; if the event is still to be sent: run katalog bump {id} and publish a new version"
            )),
        );
    }
}

/// The dates that stood there and no longer do, as they are written.
fn lost_dates(was: &Version, is: &Version) -> String {
    let dates = [
        ("published", &was.published, &is.published),
        ("deprecated", &was.deprecated, &is.deprecated),
        ("sunset", &was.sunset, &is.sunset),
        ("retired", &was.retired, &is.retired),
    ];
    let lost = dates.into_iter().filter_map(|(name, was, is)| {
        let was = was.as_ref()?.value;
        let stays = is.as_ref().is_some_and(|is| is.value == was);
        (!stays).then(|| format!(", `{name}: {was}`"))
    });
    lost.collect()
}
