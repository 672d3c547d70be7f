//! ## What it checks
//!
//! The number of a version doesn't grow more than its changes require: no new first number when
//! consumers aren't affected, and no new second number when only texts or the order have changed.
//! This gives a warning, never an error. It doesn't apply to drafts, to a version that follows on a
//! draft, to 1.0.0 and versions below it, or when `semanticChange` declares that the meaning has
//! changed.
//!
//! ## Why
//!
//! A new first number makes every consumer stop, read and plan. When it turns out that nothing
//! concerned them, they pay less attention to the next one.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # only a text has been changed
//!     title: { sv: Beslut om bygglov, en: Building permit decision }
//!   - version: 1.0.0
//!     title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # only a text has been changed
//!     title: { sv: Beslut om bygglov, en: Building permit decision }
//!   - version: 1.0.0
//!     title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## How to fix
//!
//! Give the version the number that the message names before you publish it. If the meaning has
//! changed although the form hasn't, declare it with `semanticChange: major` or
//! `semanticChange: minor`.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En versions nummer höjs inte mer än ändringarna kräver: ingen ny första siffra när konsumenterna
//! inte påverkas, och ingen ny andra siffra när bara texter eller ordningen har ändrats. Det ger en
//! varning, aldrig ett fel. Det gäller inte utkast, en version som följer på ett utkast, 1.0.0 och
//! versioner under den, eller när `semanticChange` anger att betydelsen har ändrats.
//!
//! ## Varför
//!
//! En ny första siffra får varje konsument att stanna upp, läsa och planera.
//! Visar det sig att inget angick dem bryr de sig mindre om nästa.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 2.0.0            # bara en text har ändrats
//!     title: { sv: Beslut om bygglov, en: Building permit decision }
//!   - version: 1.0.0
//!     title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.0.1            # bara en text har ändrats
//!     title: { sv: Beslut om bygglov, en: Building permit decision }
//!   - version: 1.0.0
//!     title: { sv: Beslut fattat, en: Decision made }
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen det nummer som meddelandet nämner innan du publicerar den. Har betydelsen ändrats
//! fast formen är densamma: ange det med `semanticChange: major` eller `semanticChange: minor`.

use crate::check::history::{bump_in_words, oldest_first, published_below, stated_bump};
use crate::diagnostic::Diagnostic;
use crate::model::change::{Bump, compare, required_bump};
use crate::model::{Entity as _, EventType, Status, Version};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(_: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let versions = oldest_first(event_type);
    for (at, version) in versions.iter().enumerate() {
        let below = &versions[..at];
        let after_draft = below.last().is_some_and(|it| it.status == Status::Draft);
        let unfinished = version.status == Status::Draft;
        if unfinished || after_draft || version.semantic_change.is_some() {
            continue;
        }
        let Some(base) = published_below(below, version).next_back() else {
            continue;
        };
        let stated = stated_bump(base, version);
        if base.number.major == 0 || stated < Bump::Minor {
            continue;
        }
        let required = required(below, base, version);
        if stated > required {
            out.push(finding(event_type, base, version, stated, required));
        }
    }
}

/// The bump that the changes require. Every published version with the same
/// first number is a promise that only a new first number may break.
fn required(below: &[&Version], base: &Version, version: &Version) -> Bump {
    let required = required_bump(&compare(base, version));
    let breaks = || {
        published_below(below, version)
            .filter(|it| it.number.major == base.number.major)
            .any(|it| required_bump(&compare(it, version)) == Bump::Major)
    };
    if required != Bump::Major && version.number.major > base.number.major && breaks() {
        return Bump::Major;
    }
    required
}

fn finding(
    event_type: &EventType,
    base: &Version,
    version: &Version,
    stated: Bump,
    required: Bump,
) -> Diagnostic {
    let (old, new) = (&base.number.value, &version.number.value);
    let (id, next) = (event_type.id(), required.next(old));
    let (has, needs) = (
        bump_in_words(stated),
        bump_in_words(required.max(Bump::Patch)),
    );
    let (has_sv, has_en, needs_sv, needs_en) = (&has.sv, &has.en, &needs.sv, &needs.en);
    let kind = stated.key();
    Diagnostic::new(
        "K0320",
        version.number.span,
        say!(
            "{new} är {has_sv}, men för ändringarna sedan {old} räcker {needs_sv}: {next}",
            "{new} is {has_en}, but for the changes since {old} {needs_en} is enough: {next}"
        ),
    )
    .related(base.number.span, say!("jämförd med den här", "compared with this one"))
    .help(say!(
        "skriv `version: {next}`, eller `semanticChange: {kind}` om betydelsen har ändrats; alla ändringar visas av: katalog diff {id}@{old} {id}@{new}",
        "write `version: {next}`, or `semanticChange: {kind}` if the meaning has changed; see all changes with: katalog diff {id}@{old} {id}@{new}"
    ))
}
