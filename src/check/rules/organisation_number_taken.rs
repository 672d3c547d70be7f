//! ## What it checks
//!
//! The organisation number of an invented actor begins with 4, and that of a real one doesn't.
//!
//! ## Why
//!
//! The first digit tells what kind of organisation a number belongs to. The group 4 isn't given out
//! to anybody, so a number in it can't point at a real organisation by mistake.
//!
//! ## Fails
//!
//! ```yaml
//! real: false
//! organisationNumber: 202100-5489      # the Swedish Companies Registration Office
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! real: false
//! organisationNumber: 402001-0007
//! ```
//!
//! ## How to fix
//!
//! Give an invented actor a number that begins with 4; the finding names one with the right check
//! digit. If the actor is real, write `real: true` and its own number.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Organisationsnumret för en påhittad aktör börjar med 4, och för en verklig gör det inte det.
//!
//! ## Varför
//!
//! Den första siffran säger vilket slags organisation ett nummer hör till. Gruppen 4 delas inte ut
//! till någon, så ett nummer i den kan inte av misstag peka ut en verklig organisation.
//!
//! ## Fel
//!
//! ```yaml
//! real: false
//! organisationNumber: 202100-5489      # Bolagsverkets
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! real: false
//! organisationNumber: 402001-0007
//! ```
//!
//! ## Så rättar du
//!
//! Ge en påhittad aktör ett nummer som börjar med 4; anmärkningen nämner ett med rätt
//! kontrollsiffra. Är aktören verklig: skriv `real: true` och dess eget nummer.

use crate::diagnostic::Diagnostic;
use crate::model::identity::check_digit;
use crate::resolve::Tables;
use crate::say;

/// The group of numbers that isn't given out.
const UNUSED: char = '4';

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for (_, actor) in tables.actors() {
        let Some(number) = &actor.organisation_number else {
            continue;
        };
        let invented = number.value.starts_with(UNUSED);
        if invented != actor.real {
            continue;
        }
        let (message, help) = match actor.real {
            true => (
                say!(
                    "aktören är verklig, men nummer som börjar med 4 tillhör ingen",
                    "the actor is real, but numbers that begin with 4 belong to nobody"
                ),
                say!(
                    "skriv aktörens eget nummer, eller ta bort raden",
                    "write the actor's own number, or remove the line"
                ),
            ),
            false => {
                let other = unused(&number.value);
                (
                    say!(
                        "aktören är påhittad, men numret kan tillhöra en verklig organisation",
                        "the actor is invented, but the number may belong to a real organisation"
                    ),
                    say!("skriv till exempel {other}", "write {other}, for instance"),
                )
            }
        };
        out.push(Diagnostic::new("K0959", number.span, message).help(help));
    }
}

/// The same number in the group that isn't given out.
fn unused(number: &str) -> String {
    let rest: String = number.chars().skip(1).collect();
    let first = rest.char_indices().last().map_or(0, |(at, _)| at);
    let start = format!("{UNUSED}{}", rest.get(..first).unwrap_or_default());
    let digit = check_digit(&start);
    format!("{start}{digit}")
}
