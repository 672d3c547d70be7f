//! ## What it checks
//!
//! When a version lets more users read the event than the published version before it, `changes`
//! names each new authorization object type in the first language of the site: by its id as code,
//! or by its title. In a draft, its absence is only a warning.
//!
//! ## Why
//!
//! More readers is the one addition that concerns the people whom the event is about. It must never
//! slip in among other changes: whoever adds it says so, and whoever approves it sees it.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     changes: { sv: Tydligare texter., en: Clearer texts. }
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF]
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     changes:
//!       sv: Tydligare texter. Även `SIGNATORY` får läsa händelsen.
//!       en: Clearer texts. `SIGNATORY` may read the event too.
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF]
//! ```
//!
//! ## How to fix
//!
//! Name the new authorization object type in `changes`, or take it away if it was
//! added by mistake.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! När en version låter fler användare läsa händelsen än den publicerade versionen före, nämner
//! `changes` varje ny behörighetsobjektstyp på webbplatsens första språk: med dess id som kod,
//! eller med dess namn. I ett utkast är det bara en varning när det saknas.
//!
//! ## Varför
//!
//! Fler läsare är det enda tillägg som angår dem som händelsen handlar om. Det
//! får aldrig slinka med bland andra ändringar: den som lägger till säger det,
//! och den som godkänner ser det.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     changes: { sv: Tydligare texter., en: Clearer texts. }
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF]
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     changes:
//!       sv: Tydligare texter. Även `SIGNATORY` får läsa händelsen.
//!       en: Clearer texts. `SIGNATORY` may read the event too.
//!     authorizations: [SELF, SIGNATORY]
//!   - version: 1.0.0
//!     authorizations: [SELF]
//! ```
//!
//! ## Så rättar du
//!
//! Nämn den nya behörighetsobjektstypen i `changes`, eller ta bort den om den har
//! kommit med av misstag.

use crate::check::history::{severity, with_base};
use crate::diagnostic::Diagnostic;
use crate::model::{Authorization, EventType, Lang, Ref, Version};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for (base, version) in with_base(event_type) {
        for authorization in version.authorizations.iter() {
            let before = &base.authorizations;
            let known = before.iter().any(|it| it.name == authorization.name);
            // One that doesn't exist is told of elsewhere.
            let Some(found) = tables.find(authorization).filter(|_| !known) else {
                continue;
            };
            let title = found.title.get(Lang::FIRST);
            if !is_named(version, &authorization.name, title) {
                out.push(finding(tables, (base, version), authorization, title));
            }
        }
    }
}

/// Whether the text in the first language names it, by its id or its title.
fn is_named(version: &Version, id: &str, title: &str) -> bool {
    let Some(changes) = &version.changes else {
        return false;
    };
    let text = changes.get(Lang::FIRST);
    let has_title = || text.to_lowercase().contains(&title.to_lowercase());
    text.contains(&format!("`{id}`")) || has_title()
}

fn finding(
    tables: &Tables,
    (base, version): (&Version, &Version),
    authorization: &Ref<Authorization>,
    title: &str,
) -> Diagnostic {
    let id = &authorization.name;
    let (old, new) = (&base.number.value, &version.number.value);
    let config = tables.config.as_ref();
    let lang = config.map_or("sv", |config| config.code(Lang::FIRST));
    let place = match &version.changes {
        Some(changes) => changes.span,
        None => version.number.span,
    };
    Diagnostic::new(
        "K0319",
        authorization.span,
        say!(
            "{id} får läsa händelsen sedan {new}, men `changes` nämner det inte",
            "{id} may read the event since {new}, but `changes` doesn't mention it"
        ),
    )
    .severity(severity(version))
    .label(say!("finns inte i {old}", "isn't in {old}"))
    .related(place, say!("här ska det stå", "it should be told here"))
    .help(say!(
        "nämn `{id}` (med de omvända citattecknen) eller ”{title}” i `changes` på `{lang}`, eller ta bort {id} ur `authorizations`",
        "name `{id}` (with its backquotes) or “{title}” in `changes` in `{lang}`, or remove {id} from `authorizations`"
    ))
}
