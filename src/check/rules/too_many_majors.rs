//! ## What it checks
//!
//! No more first numbers of an event type (1.x, 2.x …) are published at once than
//! `maxMajors` in `catalogue/policy.yaml` says: two, unless the catalogue has
//! decided otherwise. Versions that are deprecated don't count.
//!
//! ## Why
//!
//! The producer must send every published first number side by side, and each
//! consumer must choose among them. Two are enough to change over from one to the
//! next.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - { version: 3.0.0, status: published }
//!   - { version: 2.0.0, status: published }
//!   - { version: 1.0.0, status: published }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - { version: 3.0.0, status: published }
//!   - { version: 2.0.0, status: published }
//!   - { version: 1.0.0, status: deprecated }
//! ```
//!
//! ## How to fix
//!
//! Deprecate the versions with the oldest first number before you publish the new
//! one, or let the new one wait as a draft.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Inte fler första siffror av en händelsetyp (1.x, 2.x …) är publicerade på
//! samma gång än `maxMajors` i `catalogue/policy.yaml` anger: två, om katalogen
//! inte har bestämt något annat. Versioner som utfasas räknas inte.
//!
//! ## Varför
//!
//! Producenten måste skicka alla publicerade huvudversioner sida vid sida, och
//! varje konsument måste välja bland dem. Två räcker för att gå över från den ena
//! till nästa.
//!
//! ## Fel
//!
//! ```yaml
//! versions:
//!   - { version: 3.0.0, status: published }
//!   - { version: 2.0.0, status: published }
//!   - { version: 1.0.0, status: published }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - { version: 3.0.0, status: published }
//!   - { version: 2.0.0, status: published }
//!   - { version: 1.0.0, status: deprecated }
//! ```
//!
//! ## Så rättar du
//!
//! Låt versionerna med den äldsta första siffran utfasas innan du publicerar den
//! nya, eller låt den nya vänta som utkast.

use crate::check::history::published;
use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Status};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let most = usize::from(tables.policy.max_majors);
    let mut versions = published(event_type);
    versions.retain(|it| it.status == Status::Published);
    let mut majors: Vec<u64> = versions.iter().map(|it| it.number.major).collect();
    majors.dedup();
    let count = majors.len();
    let Some(newest) = versions.last().filter(|_| count > most) else {
        return;
    };
    let too_old = &majors[..count - most];
    let (all, old) = (named(&majors), named(too_old));
    let months = tables.policy.notice_months;
    let mut finding = Diagnostic::new(
        "K0316",
        newest.number.span,
        say!(
            "{count} huvudversioner är publicerade på samma gång ({all}), men högst {most} får vara det",
            "{count} major versions are published at once ({all}), but at most {most} may be"
        ),
    )
    .help(say!(
        "skriv `status: deprecated` i {old}, med `deprecated: ÅÅÅÅ-MM-DD` och en `sunset: ÅÅÅÅ-MM-DD` minst {months} månader senare",
        "write `status: deprecated` in {old}, with `deprecated: YYYY-MM-DD` and a `sunset: YYYY-MM-DD` at least {months} months later"
    ));
    for version in versions
        .iter()
        .filter(|it| too_old.contains(&it.number.major))
    {
        let number = &version.number.value;
        finding = finding.related(
            version.status_span,
            say!(
                "{number} är fortfarande publicerad",
                "{number} is still published"
            ),
        );
    }
    out.push(finding);
}

/// `1.x, 2.x`.
fn named(majors: &[u64]) -> String {
    let names: Vec<_> = majors.iter().map(|major| format!("{major}.x")).collect();
    names.join(", ")
}
