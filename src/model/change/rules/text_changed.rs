//! ## What it checks
//!
//! A text that people read is worded differently, is added or is taken away: the title or
//! description of the version, the description of an attribute at any depth, or the title or
//! description of a value that the version itself lists. It counts in every language, so a
//! corrected translation is a change of text too. Examples count as texts: they show the version
//! and promise nothing of their own. So does taking back the mark `deprecated: true` from an
//! attribute.
//!
//! `changes`, `migration` and `advice` don't count, because they are about the version and aren't
//! part of it. Nor do the texts of a category, an authorization object type or a shared code list:
//! they stand in their own files.
//!
//! ## Why
//!
//! No program depends on how a text is worded: everything that is valid under the new version is
//! valid under the old one, and nobody has to act. Still, a published version is locked, so even a
//! corrected spelling is a new version. The smallest step there is, a new third number, is enough.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # only the description is clearer
//!     description:
//!       sv: Nämnden har fattat beslut om ansökan. Beslutet skickas i sin helhet med post.
//!       en: The committee has decided the application. The full decision is sent by post.
//!   - version: 1.0.0
//!     description:
//!       sv: Nämnden har fattat beslut.
//!       en: The committee has made a decision.
//! ```
//!
//! No number can be too small for a new text, because every new version has at least a new third
//! number. Here the number is larger than it needs to be, which gives a warning (K0320).
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     description:
//!       sv: Nämnden har fattat beslut om ansökan. Beslutet skickas i sin helhet med post.
//!       en: The committee has decided the application. The full decision is sent by post.
//!   - version: 1.0.0
//!     description:
//!       sv: Nämnden har fattat beslut.
//!       en: The committee has made a decision.
//! ```
//!
//! ## How to fix
//!
//! Give the version a new third number. Ask yourself whether the new wording changes what the event
//! or the attribute means: a `senastDatum` that was counted from the day of the letter and is now
//! counted from the day of service is more than a text. No tool can see that, so declare it with
//! `semanticChange: major` or `semanticChange: minor`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En text som människor läser får en annan lydelse, läggs till eller tas bort: versionens rubrik
//! eller beskrivning, beskrivningen av ett attribut på någon nivå, eller rubriken eller
//! beskrivningen av ett värde som versionen själv listar. Det gäller alla språk, så en rättad
//! översättning är också en ändrad text. Exempel räknas som texter: de visar versionen men lovar
//! inget själva. Det gör också att ta bort märkningen `deprecated: true` från ett attribut.
//!
//! `changes`, `migration` och `advice` räknas inte, eftersom de handlar om versionen men inte är en
//! del av den. Inte heller texterna i en kategori, en behörighetsobjektstyp eller en gemensam
//! kodlista: de står i egna filer.
//!
//! ## Varför
//!
//! Inget program är beroende av hur en text är formulerad. Allt som är giltigt enligt den nya
//! versionen är giltigt enligt den gamla, och ingen behöver göra något. Men en publicerad version
//! är låst, så även ett rättat stavfel blir en ny version. Det minsta steget, en ny tredje siffra,
//! räcker.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0            # bara beskrivningen är tydligare
//!     description:
//!       sv: Nämnden har fattat beslut om ansökan. Beslutet skickas i sin helhet med post.
//!       en: The committee has decided the application. The full decision is sent by post.
//!   - version: 1.0.0
//!     description:
//!       sv: Nämnden har fattat beslut.
//!       en: The committee has made a decision.
//! ```
//!
//! Inget nummer kan vara för litet för en ny text, eftersom varje ny version har minst en ny tredje
//! siffra. Här är numret större än det behöver vara, och det ger en varning (K0320).
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1
//!     description:
//!       sv: Nämnden har fattat beslut om ansökan. Beslutet skickas i sin helhet med post.
//!       en: The committee has decided the application. The full decision is sent by post.
//!   - version: 1.0.0
//!     description:
//!       sv: Nämnden har fattat beslut.
//!       en: The committee has made a decision.
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen en ny tredje siffra. Fråga dig om den nya lydelsen ändrar vad händelsen eller
//! attributet betyder: ett `senastDatum` som räknades från brevets datum och nu räknas från
//! delgivningen är mer än en text. Det kan inget verktyg se, så ange det med
//! `semanticChange: major` eller `semanticChange: minor`.

use super::{Breaks, Bump, Change, ChangeRule, Message, Mirror, quotable};
use crate::say;

/// The rule; its page is this file's comment.
pub(super) static RULE: ChangeRule = ChangeRule {
    name: "text-changed",
    what: (
        "rubrik, beskrivning, översättning eller exempel ändras",
        "a title, description, translation or example changes",
    ),
    requires: Bump::Patch,
    breaks: Breaks::Nobody,
    mirror: Mirror::Itself,
    tell,
    page: include_str!("text_changed.rs"),
};

/// What happened, in words.
fn tell(change: &Change) -> Message {
    let field = change.path.rsplit_once('#').map_or("", |(_, field)| field);
    let is_mark = field == "deprecated";
    let is_text =
        field.is_empty() || field.starts_with("title") || field.starts_with("description");
    match (&change.old, &change.new) {
        _ if change.path == "examples" => {
            say!("exemplen ändrades", "the examples were changed")
        }
        (Some(_), None) if is_mark => say!(
            "attributet utfasas inte längre",
            "the attribute is no longer deprecated"
        ),
        // A bound or pattern: what means something else is another rule's.
        (Some(was), Some(is)) if !is_text => say!(
            "`{was}` skrivs `{is}`, som betyder detsamma",
            "`{was}` is written `{is}`, which means the same"
        ),
        (Some(was), None) if !is_text => say!(
            "`{was}` togs bort, vilket inte ändrar något",
            "`{was}` was removed, which changes nothing"
        ),
        (None, Some(is)) if !is_text => say!(
            "`{is}` tillkom, vilket inte ändrar något",
            "`{is}` was added, which changes nothing"
        ),
        (Some(_), None) => say!("texten togs bort", "the text was removed"),
        (None, Some(_)) => say!("texten tillkom", "the text was added"),
        _ => match quotable(change) {
            Some((was, is)) => say!("”{was}” blev ”{is}”", "“{was}” became “{is}”"),
            None => say!("texten ändrades", "the text was changed"),
        },
    }
}
