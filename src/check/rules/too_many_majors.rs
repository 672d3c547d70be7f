//! ## What it checks
//!
//! No more first numbers of an event type (1.x, 2.x …) are published at once than `maxMajors` in
//! `catalogue/policy.yaml` allows: two, unless the catalogue has decided otherwise. Deprecated
//! versions don't count.
//!
//! ## Why
//!
//! The producer must send every published major version side by side, and each consumer must choose
//! among them. Two are enough for changing over from one to the next.
//!
//! ## Fails
//!
//! ```yaml
//! versions:
//!   - version: 3.0.0
//!     status: published
//!     closesCase: varies
//!   - version: 2.0.0
//!     status: published
//!     category: DECIDED
//!   - version: 1.0.0
//!     status: published
//!     category: CLOSED
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! versions:
//!   - version: 3.0.0
//!     status: published
//!     closesCase: varies
//!   - version: 2.0.0
//!     status: published
//!     category: DECIDED
//!   - version: 1.0.0
//!     status: deprecated
//!     category: CLOSED
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
//! Inte fler första siffror av en händelsetyp (1.x, 2.x …) är publicerade på samma gång än
//! `maxMajors` i `catalogue/policy.yaml` tillåter: två, om katalogen inte har bestämt något annat.
//! Versioner som utfasas räknas inte.
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
//!   - version: 3.0.0
//!     status: published
//!     closesCase: varies
//!   - version: 2.0.0
//!     status: published
//!     category: DECIDED
//!   - version: 1.0.0
//!     status: published
//!     category: CLOSED
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! versions:
//!   - version: 3.0.0
//!     status: published
//!     closesCase: varies
//!   - version: 2.0.0
//!     status: published
//!     category: DECIDED
//!   - version: 1.0.0
//!     status: deprecated
//!     category: CLOSED
//! ```
//!
//! ## Så rättar du
//!
//! Fasa ut versionerna med den äldsta första siffran innan du publicerar den nya, eller låt den nya
//! vänta som utkast.

use crate::check::history::published;
use crate::diagnostic::Diagnostic;
use crate::model::{Entity as _, EventType, Status, Version};
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
    let all = named(&majors);
    let is_too_old = |it: &&&Version| too_old.contains(&it.number.value.major);
    let commands = versions.iter().filter(is_too_old).map(|it| {
        let (id, number) = (event_type.id(), &it.number.value);
        say!(
            "katalog deprecate {id}@{number} --sunset ÅÅÅÅ-MM-DD",
            "katalog deprecate {id}@{number} --sunset YYYY-MM-DD"
        )
    });
    let (sv, en): (Vec<_>, Vec<_>) = commands.map(|it| (it.sv, it.en)).unzip();
    let (sv, en) = (sv.join(" och "), en.join(" and "));
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
        "fasa ut det äldsta: kör {sv}, med en sista dag minst {months} månader fram",
        "deprecate the oldest: run {en}, with a last day at least {months} months ahead"
    ));
    for version in versions.iter().filter(is_too_old) {
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
