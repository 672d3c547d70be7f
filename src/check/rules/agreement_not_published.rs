//! ## What it checks
//!
//! The version of the agreement template that an actor has signed is published, and was so on the
//! day it was signed.
//!
//! ## Why
//!
//! Nobody can sign what doesn't exist yet, and a draft may still change. The register should show
//! which words the parties have agreed on.
//!
//! ## Fails
//!
//! ```yaml
//! agreement: { template: producer, version: "1.1", signed: 2024-01-15 }   # 1.1 was published on 2024-06-03
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! agreement: { template: producer, version: "1.0", signed: 2024-01-15 }
//! ```
//!
//! ## How to fix
//!
//! Write the version that was in use on the day of signing, or correct the day. The page of the
//! template shows when each version was published.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Den version av avtalsmallen som en aktör har undertecknat är publicerad, och var det den dag då
//! avtalet undertecknades.
//!
//! ## Varför
//!
//! Ingen kan underteckna det som inte finns än, och ett utkast kan ändras. Registret ska visa vilka
//! ord parterna har kommit överens om.
//!
//! ## Fel
//!
//! ```yaml
//! agreement: { template: producer, version: "1.1", signed: 2024-01-15 }   # 1.1 publicerades 2024-06-03
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! agreement: { template: producer, version: "1.0", signed: 2024-01-15 }
//! ```
//!
//! ## Så rättar du
//!
//! Skriv den version som gällde när avtalet undertecknades, eller rätta dagen. Mallens sida visar
//! när varje version publicerades.

use crate::diagnostic::Diagnostic;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (_, actor) in tables.actors() {
        let Some(agreement) = &actor.agreement else {
            continue;
        };
        let Some((template, it)) = tables.signed(agreement) else {
            continue;
        };
        let (number, signed) = (it.edition.number, agreement.signed.value);
        let day = it.edition.published.filter(|_| !it.edition.draft);
        let (place, message) = match day {
            Some(day) if day <= signed => continue,
            Some(day) => (
                agreement.signed.span,
                say!(
                    "avtalet undertecknades {signed}, men mallens version {number} publicerades först {day}",
                    "the agreement was signed on {signed}, but version {number} of the template was not published until {day}"
                ),
            ),
            None => (
                agreement.version.span,
                say!(
                    "mallens version {number} är ett utkast",
                    "version {number} of the template is a draft"
                ),
            ),
        };
        let mut then: Vec<_> = template.editions.iter().map(|it| &it.edition).collect();
        then.retain(|it| !it.draft && it.published.is_some_and(|day| day <= signed));
        let help = match then.last() {
            Some(then) => {
                let number = then.number;
                say!(
                    "skriv `version: \"{number}\"`, som gällde då, eller rätta dagen",
                    "write `version: \"{number}\"`, which was in use then, or correct the day"
                )
            }
            None => say!(
                "rätta dagen: ingen version av mallen var publicerad då",
                "correct the day: no version of the template was published then"
            ),
        };
        out.push(
            Diagnostic::new("K0952", place, message)
                .related(
                    it.edition.span,
                    say!(
                        "mallens version står här",
                        "the version of the template is here"
                    ),
                )
                .help(help),
        );
    }
}
