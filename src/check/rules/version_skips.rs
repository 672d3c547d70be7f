//! ## What it checks
//!
//! The published versions of an event type follow on one another without gaps.
//! After 1.2.0 comes 1.2.1, 1.3.0 or 2.0.0, and after 0.2.0 comes 0.2.1, 0.3.0 or
//! 1.0.0. The first one is 1.0.0, or 0.1.0 while it is being tried out. A
//! pre-release, such as 1.3.0-rc.1, counts as its three numbers. Drafts may have
//! any number.
//!
//! ## Why
//!
//! A gap looks as if a version had been lost. Those who read the history should
//! see that they have all of it.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 1.2.0            # where is 1.1.0?
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## How to fix
//!
//! Give the version the number that the message names. It is the one that comes next after the
//! version before it, and it is large enough for what has changed.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En händelsetyps publicerade versioner följer på varandra utan luckor. Efter
//! 1.2.0 kommer 1.2.1, 1.3.0 eller 2.0.0, och efter 0.2.0 kommer 0.2.1, 0.3.0
//! eller 1.0.0. Den första är 1.0.0, eller 0.1.0 medan den prövas. En
//! förhandsversion, som 1.3.0-rc.1, räknas som sina tre tal. Utkast får ha vilket
//! nummer som helst.
//!
//! ## Varför
//!
//! En lucka ser ut som om en version har kommit bort. Den som läser historiken
//! ska se att den är hel.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - version: 1.2.0            # var är 1.1.0?
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 1.1.0
//!     status: published
//!     tags: [bygglov]
//!   - version: 1.0.0
//!     status: published
//! ```
//!
//! ## Så rättar du
//!
//! Ge versionen det nummer som meddelandet nämner. Det kommer näst efter versionen före, och räcker
//! för det som har ändrats.

use crate::check::history::{published, three};
use crate::check::locked::is_renumbered;
use crate::diagnostic::Diagnostic;
use crate::model::change::{compare, required_bump};
use crate::model::{EventType, Version};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    // The versions are the template's; its producers may begin with any of them.
    if event_type.adopted.is_some() {
        return;
    }
    let versions = published(event_type);
    if versions
        .iter()
        .any(|it| is_renumbered(tables, event_type, it))
    {
        return;
    }
    if let Some(first) = versions.first() {
        out.extend(wrong_first(first));
    }
    for pair in versions.windows(2) {
        out.extend(wrong_next(pair[0], pair[1]));
    }
}

fn wrong_first(first: &Version) -> Option<Diagnostic> {
    let number = &first.number.value;
    let right = match three(number) {
        (1, 0, 0) | (0, 1, 0) => return None,
        (0, ..) => "0.1.0",
        _ => "1.0.0",
    };
    let finding = Diagnostic::new(
        "K0306",
        first.number.span,
        say!(
            "den första publicerade versionen är {number}, men ska vara 1.0.0, eller 0.1.0 medan den prövas",
            "the first published version is {number}, but must be 1.0.0, or 0.1.0 while it is being tried out"
        ),
    );
    Some(finding.help(say!("skriv `version: {right}`", "write `version: {right}`")))
}

fn wrong_next(older: &Version, newer: &Version) -> Option<Diagnostic> {
    let (old, new) = (&older.number.value, &newer.number.value);
    let (major, minor, patch) = three(old);
    let patched = semver::Version::new(major, minor, patch.saturating_add(1));
    let extended = semver::Version::new(major, minor.saturating_add(1), 0);
    let remade = semver::Version::new(major.saturating_add(1), 0, 0);
    let same = three(new) == three(old);
    if same
        || [&patched, &extended, &remade]
            .map(three)
            .contains(&three(new))
    {
        return None;
    }
    // The successor of the kind that the author chose, or a larger one when the
    // changes require it.
    let meant = if new.major > major {
        &remade
    } else if new.minor > minor {
        &extended
    } else {
        &patched
    };
    let next = required_bump(&compare(older, newer))
        .next(old)
        .max(meant.clone());
    let finding = Diagnostic::new(
        "K0306",
        newer.number.span,
        say!(
            "versionen {new} hoppar över nummer: efter {old} kommer {patched}, {extended} eller {remade}",
            "the version {new} skips numbers: after {old} comes {patched}, {extended} or {remade}"
        ),
    )
    .related(older.number.span, say!("versionen före", "the version before it"))
    .help(say!("skriv `version: {next}`", "write `version: {next}`"));
    Some(finding)
}
