//! Approved departures from rules: they take away the findings that they are
//! about, and are errors themselves when nothing needs them any more.

use super::shortfall;
use crate::diagnostic::{Code, Diagnostic, Message, Place, nearest};
use crate::model::{Entity, Excepted, Exception};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;
use jiff::civil::Date;

/// Takes away what is excepted, and reports exceptions that have had their day.
/// Changes are excepted where they are judged, in [`shortfall`].
pub(super) fn apply(tables: &Tables, as_of: Date, findings: &mut Vec<Diagnostic>) {
    let mut problems = Vec::new();
    for exception in &tables.policy.exceptions {
        if exception.expires.value < as_of {
            problems.push(expired(tables, exception));
            continue;
        }
        let needed = match exception.rule.value {
            Excepted::Change(_) => shortfall::is_needed(tables, exception),
            Excepted::Finding(code) => {
                let before = findings.len();
                if let Some(place) = place_of(tables, exception) {
                    findings.retain(|finding| !is_about(finding, code, place));
                }
                findings.len() < before
            }
        };
        let is_broken = tables.broken.iter().any(|id| *id == *exception.entry.value);
        if !needed && !is_broken {
            problems.push(unused(tables, exception));
        }
    }
    findings.append(&mut problems);
}

/// Where the version stands that an exception is for.
fn place_of(tables: &Tables, exception: &Exception) -> Option<Span> {
    let entry = tables.event_type(&exception.entry.value)?;
    Some(entry.version(&exception.version.value)?.span)
}

/// Whether a finding has the exception's code and stands in its version.
fn is_about(finding: &Diagnostic, code: &Code, place: Span) -> bool {
    finding.code == code && matches!(finding.place, Place::Span(span) if place.holds(span))
}

fn expired(tables: &Tables, exception: &Exception) -> Diagnostic {
    let remove = removal(tables);
    let (sv, en) = (remove.sv, remove.en);
    let (rule, day) = (exception.rule.value.name(), exception.expires.value);
    Diagnostic::new(
        "K0331",
        exception.expires.span,
        say!("undantaget från {rule} gick ut {day}", "the exception from {rule} expired on {day}"),
    )
    .help(say!(
        "rätta det som undantaget gällde och {sv}, eller låt det godkännas på nytt och skriv den nya sista dagen i `expires`",
        "mend what the exception was about and {en}, or have it approved again and write the new last day in `expires`"
    ))
}

fn unused(tables: &Tables, exception: &Exception) -> Diagnostic {
    let rule = exception.rule.value.name();
    let (id, version) = (&exception.entry.value, &exception.version.value);
    let found = tables.event_type(id);
    let (span, message) = match (found, place_of(tables, exception), &exception.path) {
        (None, ..) => (
            exception.entry.span,
            say!(
                "händelsetypen {id} finns inte",
                "there is no event type {id}"
            ),
        ),
        (Some(_), None, _) => (
            exception.version.span,
            say!(
                "{id} har ingen version {version}",
                "{id} has no version {version}"
            ),
        ),
        (Some(_), Some(_), Some(path)) => {
            let written = &path.value;
            (
                path.span,
                say!(
                    "undantaget behövs inte: ingen ändring {rule} av `{written}` gör numret {version} för litet",
                    "the exception isn't needed: no change {rule} of `{written}` makes the number {version} too small"
                ),
            )
        }
        (Some(_), Some(_), None) => (
            exception.rule.span,
            say!(
                "undantaget behövs inte: {id} {version} bryter inte mot {rule}",
                "the exception isn't needed: {id} {version} doesn't break {rule}"
            ),
        ),
    };
    let remove = removal(tables);
    let (sv, en) = (remove.sv, remove.en);
    let ids = tables.event_types.iter().map(Entity::id);
    if let Some(near) = nearest(id, ids).filter(|_| found.is_none()) {
        return Diagnostic::new("K0330", span, message).help(say!(
            "menade du `{near}`? Annars: {sv}",
            "did you mean `{near}`? Otherwise: {en}"
        ));
    }
    Diagnostic::new("K0330", span, message).help(say!(
        "{sv}, eller rätta vad det gäller",
        "{en}, or mend what it is about"
    ))
}

/// How an exception is removed: a list isn't left without anything.
fn removal(tables: &Tables) -> Message {
    match tables.policy.exceptions.len() {
        1 => say!(
            "ta bort undantaget, så att det står `exceptions: []`",
            "remove the exception, so that it says `exceptions: []`"
        ),
        _ => say!("ta bort undantaget", "remove the exception"),
    }
}
