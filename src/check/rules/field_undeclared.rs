//! ## What it checks
//!
//! Every field that is used in the text of an agreement is declared under `fields` at the top of
//! its file in the first language.
//!
//! ## Why
//!
//! The declaration says what may be written in the field, and what the field is called on paper.
//! Without it, a pair of braces would be left in a contract that somebody signs.
//!
//! ## Fails
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//! # … and in the text: The agreement is with {{motpart.nam}}.
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//! # … and in the text: The agreement is with {{motpart.namn}}.
//! ```
//!
//! ## How to fix
//!
//! Write the field's name as it is declared, or declare the field. Fields are declared in the
//! file in the first language only, also for the translations.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje fält som används i ett avtals text är deklarerat under `fields` överst i avtalets fil på
//! det första språket.
//!
//! ## Varför
//!
//! Deklarationen säger vad som får stå i fältet, och vad det heter på papperet. Utan den skulle
//! ett par klamrar bli kvar i ett avtal som någon skriver under.
//!
//! ## Fel
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//! # … och i texten: Avtalet ingås med {{motpart.nam}}.
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//! # … och i texten: Avtalet ingås med {{motpart.namn}}.
//! ```
//!
//! ## Så rättar du
//!
//! Skriv fältets namn som det är deklarerat, eller deklarera fältet. Fält deklareras bara i filen
//! på det första språket, också för översättningarna.

use crate::diagnostic::{Diagnostic, nearest};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let editions = tables.agreements.iter().flat_map(|it| &it.editions);
    for edition in editions {
        let texts = edition.texts.iter().flatten();
        for used in texts.flat_map(|text| text.tree.fields()) {
            if edition.field(used).is_some() {
                continue;
            }
            let name = &used.value;
            let declared = edition.fields.iter().map(|it| &*it.name.value);
            let help = match nearest(name, declared) {
                Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                None => say!(
                    "deklarera fältet under `fields`, med name, type, label och description",
                    "declare the field under `fields`, with name, type, label and description"
                ),
            };
            out.push(
                Diagnostic::new(
                    "K0701",
                    used.span,
                    say!(
                        "fältet `{name}` är inte deklarerat",
                        "the field `{name}` isn't declared"
                    ),
                )
                .help(help),
            );
        }
    }
}
