//! ## What it checks
//!
//! The number of a test customer belongs to nobody. A person's is from the Swedish Tax Agency's
//! published numbers for tests: after the day come 238 or 239, or 980–989 for those born in 1890–1910.
//! Personal numbers of those born in 1911–1975 aren't accepted, because only single ones of those years
//! are published. An organisation's number begins with 4 after `16`, a group that isn't given out.
//!
//! ## Why
//!
//! A number that somebody has would put a living person's cases, though invented, in a public file.
//! The published series are the only numbers that are sure to belong to nobody.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURANG_AB.yaml
//! number: { kind: organisation, value: "162021005448" }    # the Swedish Tax Agency's own
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURANG_AB.yaml
//! number: { kind: organisation, value: "164020010007" }
//! ```
//!
//! ## How to fix
//!
//! For a person, take a number from the Swedish Tax Agency's open data about numbers for tests, of
//! somebody born in 1976 or later, or in 1890–1910. For an organisation, write a number that begins
//! with 4; the finding names one.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En testkunds nummer tillhör ingen. En persons nummer är ur Skatteverkets publicerade nummer för
//! tester: efter dagen står 238 eller 239, eller 980–989 för den som är född 1890–1910. Personnummer
//! för födda 1911–1975 godtas inte, eftersom bara enstaka nummer för de åren är publicerade. En
//! organisations nummer börjar med 4 efter `16`, en grupp som inte delas ut.
//!
//! ## Varför
//!
//! Ett nummer som någon har skulle lägga en levande persons ärenden, om än påhittade, i en offentlig
//! fil. De publicerade serierna är de enda nummer som säkert inte tillhör någon.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURANG_AB.yaml
//! number: { kind: organisation, value: "162021005448" }    # Skatteverkets eget
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURANG_AB.yaml
//! number: { kind: organisation, value: "164020010007" }
//! ```
//!
//! ## Så rättar du
//!
//! Ta för en person ett nummer ur Skatteverkets öppna data om nummer för tester, för någon född 1976
//! eller senare eller 1890–1910. Skriv för en organisation ett nummer som börjar med 4; anmärkningen
//! nämner ett.

use crate::diagnostic::Diagnostic;
use crate::model::NumberKind;
use crate::model::identity::check_digit;
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for customer in &tables.customers {
        let number = &customer.number;
        // A number in a wrong form is told of as that.
        if customer.kind.check(number).is_err() || customer.kind.is_of_nobody(number) {
            continue;
        }
        let (message, help) = match customer.kind {
            NumberKind::Organisation => {
                let other = unused(number);
                (
                    say!(
                        "numret kan tillhöra en verklig organisation",
                        "the number may belong to a real organisation"
                    ),
                    say!(
                        "skriv till exempel \"{other}\"",
                        "write \"{other}\", for instance"
                    ),
                )
            }
            _ => (
                say!(
                    "numret är inte ur Skatteverkets testserie, så det kan tillhöra en verklig person",
                    "the number isn't from the Swedish Tax Agency's series for tests, so it may belong to a real person"
                ),
                say!(
                    "ta ett nummer ur Skatteverkets öppna data om nummer för tester, till exempel för någon född 1976 eller senare",
                    "take a number from the Swedish Tax Agency's open data about numbers for tests, such as of somebody born in 1976 or later"
                ),
            ),
        };
        out.push(Diagnostic::new("K0972", number.span, message).help(help));
    }
}

/// The same number in the group that isn't given out.
fn unused(number: &str) -> String {
    let start = format!("4{}", number.get(3..11).unwrap_or_default());
    let digit = check_digit(&start);
    format!("16{start}{digit}")
}
