//! Approved departures from rules: they take away the findings that they are
//! about, and are errors themselves when nothing needs them any more.

use crate::diagnostic::{Diagnostic, Place, by_name};
use crate::model::{Entity as _, Exception};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;
use jiff::civil::Date;

/// Takes away what is excepted, and reports exceptions that have had their day.
pub(super) fn apply(tables: &Tables, as_of: Date, findings: &mut Vec<Diagnostic>) {
    let mut problems = Vec::new();
    for exception in &tables.policy.exceptions {
        if exception.expires.value < as_of {
            problems.push(expired(exception));
            continue;
        }
        let before = findings.len();
        if let Some(place) = place_of(tables, exception) {
            findings.retain(|finding| !is_about(finding, exception, place));
        }
        if findings.len() == before {
            problems.push(unused(exception));
        }
    }
    findings.append(&mut problems);
}

/// Where the version stands that an exception is for.
fn place_of(tables: &Tables, exception: &Exception) -> Option<Span> {
    let at = tables
        .event_types
        .binary_search_by(|it| it.id().cmp(&exception.entry.value))
        .ok()?;
    let versions = &tables.event_types[at].versions;
    let version = versions
        .iter()
        .find(|it| it.number.value == exception.version.value)?;
    Some(version.span)
}

/// Whether a finding is of the exception's rule and stands in its version.
fn is_about(finding: &Diagnostic, exception: &Exception, place: Span) -> bool {
    let Place::Span(span) = &finding.place else {
        return false;
    };
    let within = span.file == place.file && span.start >= place.start && span.end <= place.end;
    within && by_name(&exception.rule.value) == Some(finding.code)
}

fn expired(exception: &Exception) -> Diagnostic {
    let (rule, day) = (&exception.rule.value, exception.expires.value);
    Diagnostic::new(
        "K0331",
        exception.expires.span,
        say!("undantaget från {rule} gick ut {day}", "the exception from {rule} expired on {day}"),
    )
    .help(say!(
        "rätta det som undantaget gällde och ta bort undantaget, eller låt det godkännas på nytt med en ny sista dag",
        "mend what the exception was about and remove it, or have it approved again with a new last day"
    ))
}

fn unused(exception: &Exception) -> Diagnostic {
    let rule = &exception.rule.value;
    let (entry, version) = (&exception.entry.value, &exception.version.value);
    Diagnostic::new(
        "K0330",
        exception.entry.span,
        say!(
            "undantaget från {rule} behövs inte: {entry} {version} bryter inte mot regeln, eller finns inte",
            "the exception from {rule} isn't needed: {entry} {version} doesn't break the rule, or doesn't exist"
        ),
    )
    .help(say!("ta bort undantaget, eller rätta vad det gäller", "remove the exception, or mend what it is about"))
}
