//! ## What it checks
//!
//! Every field that an agreement declares is used in its text, in each language.
//!
//! ## Why
//!
//! What is filled in but stands nowhere is not agreed. And a field that only one language uses
//! makes the two texts say different things.
//!
//! ## Fails
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//!   - name: avtal.startdatum
//! # … and in the text: The agreement is with {{motpart.namn}}.
//! ```
//!
//! ## Passes
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//!   - name: avtal.startdatum
//! # … and in the text: The agreement with {{motpart.namn}} holds from {{avtal.startdatum}}.
//! ```
//!
//! ## How to fix
//!
//! Write `{{…}}` with the field's name where its value goes, or remove the declaration.
//!
//! # På svenska
//!
//! ## Vad som kontrolleras
//!
//! Varje fält som ett avtal deklarerar används i dess text, på varje språk.
//!
//! ## Varför
//!
//! Det som fylls i men inte står någonstans är inte avtalat. Och ett fält som bara det ena
//! språket använder gör att texterna säger olika saker.
//!
//! ## Fel
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//!   - name: avtal.startdatum
//! # … och i texten: Avtalet ingås med {{motpart.namn}}.
//! ```
//!
//! ## Rätt
//!
//! ```yaml
//! fields:
//!   - name: motpart.namn
//!   - name: avtal.startdatum
//! # … och i texten: Avtalet med {{motpart.namn}} gäller från {{avtal.startdatum}}.
//! ```
//!
//! ## Så rättar du
//!
//! Skriv `{{…}}` med fältets namn där värdet ska stå, eller ta bort deklarationen.

use crate::diagnostic::{Diagnostic, nearest};
use crate::resolve::Tables;
use crate::say;

pub(in crate::check) fn check(tables: &Tables, out: &mut Vec<Diagnostic>) {
    let Some(config) = &tables.config else { return };
    let editions = tables.agreements.iter().flat_map(|it| &it.editions);
    for edition in editions {
        for text in edition.texts.iter().flatten() {
            let used = text.tree.fields();
            for field in &edition.fields {
                let name = &field.name.value;
                if used.iter().any(|it| it.value == *name) {
                    continue;
                }
                // A misspelt use has been told of, with this field as what was meant.
                let undeclared = used.iter().filter(|it| edition.field(it).is_none());
                if undeclared
                    .into_iter()
                    .any(|it| nearest(it, [&**name]).is_some())
                {
                    continue;
                }
                let code = config.code(text.lang);
                let file = tables.files.get(text.file.0 as usize);
                let file = file.map_or("", String::as_str);
                out.push(
                    Diagnostic::new(
                        "K0702",
                        field.name.span,
                        say!(
                            "fältet `{name}` används inte i texten på `{code}`",
                            "the field `{name}` isn't used in the text in `{code}`"
                        ),
                    )
                    .help(say!(
                        "skriv `{{{{{name}}}}}` där värdet ska stå i {file}, eller ta bort fältet",
                        "write `{{{{{name}}}}}` where its value goes in {file}, or remove the field"
                    )),
                );
            }
        }
    }
}
