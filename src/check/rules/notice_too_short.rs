//! ## What it checks
//!
//! When a version is deprecated, its sunset, the last day on which it may be used, is at least as
//! many calendar months after `deprecated` as `noticeMonths` in `catalogue/policy.yaml` says:
//! twelve, unless the catalogue has decided otherwise.
//!
//! ## Why
//!
//! There are many consumers, and each of them has to plan, build and test a change together with
//! others. They have been promised time for that.
//!
//! ## Fails
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! sunset: 2026-12-31
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! sunset: 2027-03-01
//! ```
//!
//! ## How to fix
//!
//! Write the day that the message names, or a later one.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En version som utfasas har en sista dag, `sunset`, som infaller minst så många
//! kalendermånader efter `deprecated` som `noticeMonths` i
//! `catalogue/policy.yaml` anger: tolv, om katalogen inte har bestämt något
//! annat.
//!
//! ## Varför
//!
//! Konsumenterna är många, och var och en behöver planera, bygga och testa en ändring tillsammans
//! med andra. De har blivit lovade tid för det.
//!
//! ## Fel
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! sunset: 2026-12-31
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! status: deprecated
//! deprecated: 2026-03-01
//! sunset: 2027-03-01
//! ```
//!
//! ## Så rättar du
//!
//! Skriv den dag som meddelandet nämner, eller en senare.

use crate::diagnostic::Diagnostic;
use crate::model::{EventType, Version};
use crate::resolve::Tables;
use crate::say;
use jiff::ToSpan as _;
use jiff::civil::Date;

pub(in crate::check) fn check(tables: &Tables, event_type: &EventType, out: &mut Vec<Diagnostic>) {
    let months = tables.policy.notice_months;
    for version in &event_type.versions {
        out.extend(too_short(version, months));
    }
}

/// The first day that may be the last.
fn first_allowed(deprecated: Date, months: u16) -> Option<Date> {
    deprecated.checked_add(i32::from(months).months()).ok()
}

fn too_short(version: &Version, months: u16) -> Option<Diagnostic> {
    let (deprecated, sunset) = (version.deprecated.as_ref()?, version.sunset.as_ref()?);
    let (from, last) = (deprecated.value, sunset.value);
    let first = first_allowed(from, months)?;
    // A sunset before the deprecation is a slip that another rule tells of.
    if last >= first || last < from {
        return None;
    }
    let time = match months {
        1 => say!("1 månad", "1 month"),
        n => say!("{n} månader", "{n} months"),
    };
    let (sv, en) = (&time.sv, &time.en);
    let finding = Diagnostic::new(
        "K0309",
        sunset.span,
        say!(
            "den sista dagen är {last}, men konsumenterna ska få minst {sv} från {from}",
            "the last day is {last}, but consumers must get at least {en} from {from}"
        ),
    )
    .related(
        deprecated.span,
        say!("tiden räknas härifrån", "the time is counted from here"),
    )
    .help(say!(
        "skriv `sunset: {first}` eller en senare dag",
        "write `sunset: {first}` or a later day"
    ));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_calendar_months() {
        let first = |from: &str, months| {
            let day = first_allowed(from.parse().unwrap(), months);
            day.map_or("none".to_owned(), |day| day.to_string())
        };
        assert_eq!(first("2026-03-01", 12), "2027-03-01");
        assert_eq!(first("2026-01-31", 1), "2026-02-28");
        assert_eq!(first("2028-02-29", 12), "2029-02-28");
        assert_eq!(first("9999-06-01", 12), "none");
    }
}
