//! ## What it checks
//!
//! An actor in production has passed the conformance test, at the latest on the day its environment
//! was opened, for the version of the standard that is used there.
//!
//! ## Why
//!
//! The test shows that the service asks or answers as the service description says. Others should
//! be able to rely on that from the first day.
//!
//! ## Fails
//!
//! ```yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! conformance: { passed: 2024-09-02, standardVersion: "6.0" }
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! conformance: { passed: 2024-09-02, standardVersion: "6.1" }
//! ```
//!
//! ## How to fix
//!
//! Add or correct `conformance` with the day and the version of the standard. If the test hasn't
//! been passed yet, write `status: planned` for the environment.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En aktör i produktion har klarat konformitetstestet, senast den dag då miljön öppnades och för
//! den version av standarden som används där.
//!
//! ## Varför
//!
//! Testet visar att tjänsten frågar eller svarar som tjänstebeskrivningen säger. Det ska andra
//! kunna lita på från första dagen.
//!
//! ## Fel
//!
//! ```yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! conformance: { passed: 2024-09-02, standardVersion: "6.0" }
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! environments:
//!   - name: production
//!     endpoint: "https://skv.example/kundhandelser/v1"
//!     standardVersion: "6.1"
//!     since: 2024-10-21
//! conformance: { passed: 2024-09-02, standardVersion: "6.1" }
//! ```
//!
//! ## Så rättar du
//!
//! Lägg till eller rätta `conformance` med dagen och versionen av standarden. Är testet inte klarat
//! än: skriv `status: planned` för miljön.

use crate::diagnostic::{Diagnostic, Message};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (_, actor) in tables.actors() {
        // What has been closed was tested in its day; only the last test is kept.
        let newest = actor.in_production().max_by_key(|it| it.since.value);
        let Some(newest) = newest else { continue };
        let (start, standard) = (newest.since.value, &*newest.standard_version.value);
        let mut tell = |place: Span, message: Message, help: Message| {
            let finding = Diagnostic::new("K0953", place, message).help(help);
            out.push(match place == newest.name.span {
                true => finding,
                false => finding.related(
                    newest.name.span,
                    say!(
                        "produktionsmiljön står här",
                        "the production environment is here"
                    ),
                ),
            });
        };
        let Some(test) = &actor.conformance else {
            tell(
                newest.name.span,
                say!(
                    "aktören är i produktion, men har inte klarat konformitetstestet",
                    "the actor is in production, but hasn't passed the conformance test"
                ),
                say!(
                    "lägg till `conformance: {{ passed: …, standardVersion: \"{standard}\" }}`; är testet inte klarat: skriv `status: planned` för miljön",
                    "add `conformance: {{ passed: …, standardVersion: \"{standard}\" }}`; if the test hasn't been passed: write `status: planned` for the environment"
                ),
            );
            continue;
        };
        let (passed, tested) = (test.passed.value, &*test.standard_version.value);
        if passed > start {
            tell(
                test.passed.span,
                say!(
                    "konformitetstestet klarades {passed}, efter att miljön öppnades {start}",
                    "the conformance test was passed on {passed}, after the environment was opened on {start}"
                ),
                say!(
                    "rätta den av dagarna som är fel; `passed` får inte vara senare än {start}",
                    "correct the day that is wrong; `passed` can't be later than {start}"
                ),
            );
        }
        // A version that doesn't exist is told of already, and may be meant to be the other.
        let known = tables.knows_standard(tested) && tables.knows_standard(standard);
        if tested != standard && known {
            tell(
                test.standard_version.span,
                say!(
                    "konformitetstestet gällde version {tested} av standarden, men miljön använder {standard}",
                    "the conformance test was for version {tested} of the standard, but the environment uses {standard}"
                ),
                say!(
                    "gör om testet för {standard}, eller rätta den av versionerna som är fel",
                    "take the test again for {standard}, or correct the version that is wrong"
                ),
            );
        }
    }
}
