//! ## What it checks
//!
//! An environment is closed after it was opened. The test environment was opened before the first
//! day in production. An environment that goes on with another version of the standard is closed
//! before the next row begins, so that only one row is in use at a time.
//!
//! ## Why
//!
//! The register tells when an actor was connected and with what. Days that contradict each other
//! make that, and the figures made from it, impossible to trust.
//!
//! ## Fails
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-12-02                # after production
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## How to fix
//!
//! Correct the day that is wrong. If an environment has gone on with a newer version of the
//! standard, give the older row `status: closed` and `closed` with the day the newer one began.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En miljö stängs efter att den öppnades. Testmiljön öppnades före första dagen i produktion. En
//! miljö som går vidare med en annan version av standarden stängs innan nästa rad börjar, så att
//! bara en rad är i bruk åt gången.
//!
//! ## Varför
//!
//! Registret berättar när en aktör var ansluten och med vad. Dagar som säger emot varandra gör att
//! det inte går att lita på, och inte heller på de siffror som räknas fram ur det.
//!
//! ## Fel
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-12-02                # efter produktion
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! environments:
//!   - name: test
//!     endpoint: "https://test.skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-06-10
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! ```
//!
//! ## Så rättar du
//!
//! Rätta den dag som är fel. Har en miljö gått vidare med en nyare version av standarden: ge den
//! äldre raden `status: closed` och `closed` med den dag då den nyare började.

use crate::diagnostic::{Diagnostic, Message};
use crate::model::{Actor, EnvironmentName, EnvironmentStatus};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (_, actor) in tables.actors() {
        closed_before_opened(actor, out);
        tested_after_production(actor, out);
        for name in [EnvironmentName::Test, EnvironmentName::Production] {
            open_at_once(actor, name, out);
        }
    }
}

fn closed_before_opened(actor: &Actor, out: &mut Vec<Diagnostic>) {
    for it in &actor.environments {
        let opened = it.since.value;
        let Some(closed) = it.closed.as_ref().filter(|day| day.value <= opened) else {
            continue;
        };
        let day = closed.value;
        let message = say!(
            "miljön stängdes {day}, men öppnades först {opened}",
            "the environment was closed on {day}, but not opened until {opened}"
        );
        tell(closed.span, message, it.since.span, out);
    }
}

fn tested_after_production(actor: &Actor, out: &mut Vec<Diagnostic>) {
    let tests = actor.environments.iter();
    let tests = tests.filter(|it| it.name.value == EnvironmentName::Test);
    let test = tests.min_by_key(|it| it.since.value);
    let first = actor.in_production().min_by_key(|it| it.since.value);
    let (Some(test), Some(first)) = (test, first) else {
        return;
    };
    let (tested, start) = (test.since.value, first.since.value);
    if tested > start {
        let message = say!(
            "testmiljön öppnades {tested}, efter första dagen i produktion, {start}",
            "the test environment was opened on {tested}, after the first day in production, {start}"
        );
        tell(test.since.span, message, first.since.span, out);
    }
}

fn open_at_once(actor: &Actor, name: EnvironmentName, out: &mut Vec<Diagnostic>) {
    let own = actor.environments.iter();
    let own = own.filter(|it| it.name.value == name && it.status != EnvironmentStatus::Planned);
    let mut rows: Vec<_> = own.collect();
    rows.sort_by_key(|it| it.since.value);
    for (older, newer) in rows.iter().zip(rows.iter().skip(1)) {
        let next = newer.since.value;
        if older.closed.as_ref().is_some_and(|day| day.value <= next) {
            continue;
        }
        let message = say!(
            "samma miljö är i bruk på två rader {next}",
            "the same environment is in use on two rows on {next}"
        );
        let place = older
            .closed
            .as_ref()
            .map_or(older.name.span, |day| day.span);
        tell(place, message, newer.since.span, out);
    }
}

fn tell(place: Span, message: Message, other: Span, out: &mut Vec<Diagnostic>) {
    out.push(
        Diagnostic::new("K0957", place, message)
            .related(other, say!("den andra dagen står här", "the other day is here"))
            .help(say!(
                "rätta den dag som är fel; en miljö som har ersatts ska ha `status: closed` och dagen som `closed`",
                "correct the day that is wrong; an environment that has been replaced has `status: closed` and the day as `closed`"
            )),
    );
}
