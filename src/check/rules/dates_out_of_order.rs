//! ## What it checks
//!
//! The dates of a version come in the order of its life cycle: `published`, `deprecated`, `sunset`,
//! `retired`. Two of them may be the same day. No version is published before the one that it
//! follows on: neither 1.1.0 nor 2.0.0 before 1.0.0. A correction of 1.x may be published after
//! 2.0.0.
//!
//! That a version isn't retired before its sunset is a rule of its own: `retired-too-early`.
//!
//! ## Why
//!
//! Consumers plan by the dates. Nobody can plan by dates in an impossible order, and at least one
//! of them is wrong.
//!
//! ## Fails
//!
//! ```yaml
//! status: deprecated
//! published: 2026-03-01
//! deprecated: 2026-02-01
//! sunset: 2027-03-01
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! status: deprecated
//! published: 2026-03-01
//! deprecated: 2026-03-01
//! sunset: 2027-03-01
//! ```
//!
//! ## How to fix
//!
//! Correct the date that is wrong. Often a year is mistyped, or day and month have changed places.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Datumen för en version kommer i livscykelns ordning: `published`, `deprecated`, `sunset`,
//! `retired`. Två av dem får vara samma dag. Ingen version publiceras före den som den följer på:
//! varken 1.1.0 eller 2.0.0 före 1.0.0. En rättelse av 1.x får publiceras efter 2.0.0.
//!
//! Att en version inte avvecklas före sin sista dag är en egen regel: `retired-too-early`.
//!
//! ## Varför
//!
//! Konsumenter planerar efter datumen. Datum i en omöjlig ordning går inte att planera efter, och
//! minst ett av dem är fel.
//!
//! ## Fel
//!
//! ```yaml
//! status: deprecated
//! published: 2026-03-01
//! deprecated: 2026-02-01
//! sunset: 2027-03-01
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! status: deprecated
//! published: 2026-03-01
//! deprecated: 2026-03-01
//! sunset: 2027-03-01
//! ```
//!
//! ## Så rättar du
//!
//! Rätta det datum som är fel. Ofta har ett årtal skrivits fel, eller dag och månad bytt plats.

use crate::check::history::published;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType, Version};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    for version in &event_type.versions {
        within(version, out);
    }
    let versions = published(event_type);
    for (at, version) in versions.iter().enumerate() {
        if let Some(before) = followed(&versions[..at], version) {
            let is_locked = tables.is_locked(event_type.id(), &before.number.value);
            out.extend(between(before, version, is_locked));
        }
    }
}

/// The dates of one version.
fn within(version: &Version, out: &mut Vec<Diagnostic>) {
    let dates = [
        ("published", &version.published),
        ("deprecated", &version.deprecated),
        ("sunset", &version.sunset),
        ("retired", &version.retired),
    ];
    let given: Vec<_> = dates
        .iter()
        .filter_map(|(name, date)| Some((*name, date.as_ref()?)))
        .collect();
    for pair in given.windows(2) {
        let ((before, early), (after, late)) = (pair[0], pair[1]);
        // Retired before its sunset: a rule of its own.
        if late.value >= early.value || before == "sunset" {
            continue;
        }
        let (early_day, late_day) = (early.value, late.value);
        out.push(
            Diagnostic::new(
                "K0307",
                late.span,
                say!(
                    "`{after}` är {late_day}, före `{before}` som är {early_day}",
                    "`{after}` is {late_day}, before `{before}`, which is {early_day}"
                ),
            )
            .related(early.span, say!("ska komma före", "must come first"))
            .help(say!(
                "skriv `{after}: {early_day}` eller en senare dag, eller rätta `{before}`",
                "write `{after}: {early_day}` or a later day, or correct `{before}`"
            )),
        );
    }
}

/// The version that one follows on. With a new first number that is the first
/// version with the number before, because that may be corrected later on.
fn followed<'a>(older: &[&'a Version], version: &Version) -> Option<&'a Version> {
    let last = *older.last()?;
    let major = last.number.major;
    if major == version.number.major {
        return Some(last);
    }
    older.iter().copied().find(|it| it.number.major == major)
}

/// The days on which two versions were published.
fn between(before: &Version, version: &Version, is_locked: bool) -> Option<Diagnostic> {
    let (early, late) = (before.published.as_ref()?, version.published.as_ref()?);
    if late.value >= early.value {
        return None;
    }
    let (old, new) = (&before.number.value, &version.number.value);
    let (early_day, late_day) = (early.value, late.value);
    let finding = Diagnostic::new(
        "K0307",
        late.span,
        say!(
            "{new} publicerades {late_day}, före {old} som publicerades {early_day}",
            "{new} was published on {late_day}, before {old}, which was published on {early_day}"
        ),
    )
    .related(
        early.span,
        say!("{old} publicerades", "{old} was published"),
    )
    .help(if is_locked {
        say!(
            "skriv `published: {early_day}` eller en senare dag",
            "write `published: {early_day}` or a later day"
        )
    } else {
        say!(
            "skriv `published: {early_day}` eller en senare dag, eller rätta datumet för {old}",
            "write `published: {early_day}` or a later day, or correct the date of {old}"
        )
    });
    Some(finding)
}
