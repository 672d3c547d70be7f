//! ## What it checks
//!
//! The number of a test customer has 12 digits and is of the kind that is said: a personal number
//! with the century and a day that exists, a coordination number whose day is 60 more, or `16` and an
//! organisation number whose third digit is at least 2. The last digit follows from those before it.
//!
//! ## Why
//!
//! The sandbox's producers, index and consumer page treat the numbers as services treat real ones. A
//! number in a wrong form would be refused there, far from where it is written.
//!
//! ## Fails
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012386" }        # the last digit is wrong
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ## How to fix
//!
//! Copy the whole number again from the list that it comes from, or write the kind that it is of.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! En testkunds nummer har 12 siffror och är av det slag som anges: ett personnummer med århundrade
//! och en dag som finns, ett samordningsnummer där dagen är 60 större, eller `16` och ett
//! organisationsnummer vars tredje siffra är minst 2. Den sista siffran följer av dem före den.
//!
//! ## Varför
//!
//! Sandlådans producenter, index och konsumentsida behandlar numren som tjänster behandlar verkliga
//! nummer. Ett nummer i fel form skulle nekas där, långt från stället där det är skrivet.
//!
//! ## Fel
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012386" }        # den sista siffran är fel
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! # catalogue/sandbox/customers/RESTAURATEUR.yaml
//! number: { kind: personal, value: "199001012385" }
//! ```
//!
//! ## Så rättar du
//!
//! Kopiera hela numret igen från listan som det kommer ifrån, eller skriv det slag som det är av.

use crate::diagnostic::{Diagnostic, Message};
use crate::model::{NumberKind, NumberSlip, TestCustomer};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    for customer in &tables.customers {
        let Err(slip) = customer.kind.check(&customer.number) else {
            continue;
        };
        let (message, help) = told(customer, slip);
        out.push(Diagnostic::new("K0971", customer.number.span, message).help(help));
    }
}

fn told(customer: &TestCustomer, slip: NumberSlip) -> (Message, Message) {
    let again = || {
        say!(
            "kopiera hela numret igen från listan som det kommer ifrån",
            "copy the whole number again from the list that it comes from"
        )
    };
    match slip {
        NumberSlip::Digits => (
            say!(
                "numret är inte 12 siffror utan skiljetecken",
                "the number isn't 12 digits without separators"
            ),
            match customer.kind {
                NumberKind::Organisation => say!(
                    "skriv 16 och organisationsnumret utan bindestreck, som \"164020010007\"",
                    "write 16 and the organisation number without a hyphen, such as \"164020010007\""
                ),
                _ => say!(
                    "skriv numret med århundrade och utan bindestreck, som \"199001012385\"",
                    "write the number with the century and without a hyphen, such as \"199001012385\""
                ),
            },
        ),
        NumberSlip::Day => (
            say!(
                "numret anger en dag som inte finns",
                "the number names a day that doesn't exist"
            ),
            again(),
        ),
        NumberSlip::CheckDigit => (
            say!(
                "den sista siffran följer inte av dem före den",
                "the last digit doesn't follow from those before it"
            ),
            again(),
        ),
        NumberSlip::Kind => {
            let mut others = NumberKind::ALL.into_iter();
            match others.find(|kind| kind.check(&customer.number).is_ok()) {
                Some(kind) => {
                    let (own, kind) = (customer.kind.key(), kind.key());
                    (
                        say!(
                            "numret är av slaget {kind}, men {own} anges",
                            "the number is of the kind {kind}, but {own} is said"
                        ),
                        say!("skriv `kind: {kind}`", "write `kind: {kind}`"),
                    )
                }
                None => match customer.kind {
                    NumberKind::Organisation => (
                        say!(
                            "numret är inget organisationsnummer",
                            "the number isn't an organisation number"
                        ),
                        say!(
                            "skriv 16 och tio siffror, av vilka den tredje är minst 2",
                            "write 16 and ten digits, of which the third is at least 2"
                        ),
                    ),
                    NumberKind::Personal => (
                        say!(
                            "numret är inget personnummer",
                            "the number isn't a personal number"
                        ),
                        say!("skriv en dag från 01 till 31", "write a day from 01 to 31"),
                    ),
                    NumberKind::Coordination => (
                        say!(
                            "numret är inget samordningsnummer",
                            "the number isn't a coordination number"
                        ),
                        say!(
                            "skriv dagen med 60 tillagt, från 61 till 91",
                            "write the day with 60 added, from 61 to 91"
                        ),
                    ),
                },
            }
        }
    }
}
