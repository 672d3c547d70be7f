//! The agreement templates that actors say they have signed.

use super::tables::Tables;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::SignedAgreement;
use crate::say;

/// Tells of the templates, and the versions of them, that there are none of.
pub(super) fn agreements(tables: &Tables, findings: &mut Vec<Diagnostic>) {
    let signed = tables.actors().filter_map(|(_, it)| it.agreement.as_ref());
    findings.extend(signed.filter_map(|it| unknown(tables, it)));
}

fn unknown(tables: &Tables, it: &SignedAgreement) -> Option<Diagnostic> {
    let (name, number) = (&*it.template.value, it.version.value);
    // Whatever couldn't be read may be the one that is named.
    let folder = |path: &String| path.contains("/agreements");
    if tables.config.is_none() || tables.broken.iter().any(folder) {
        return None;
    }
    let Some(template) = tables.agreements.iter().find(|own| *own.name == *name) else {
        let names = || tables.agreements.iter().map(|own| &*own.name);
        let all: Vec<&str> = names().collect();
        let all = all.join(", ");
        let help = match (nearest(name, names()), all.as_str()) {
            (Some(near), _) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            (None, "") => say!(
                "lägg till mallen i mappen content/sv/agreements/{name}, eller ta bort avtalet",
                "add the template in the folder content/sv/agreements/{name}, or remove the agreement"
            ),
            (None, all) => say!("skriv någon av {all}", "write one of {all}"),
        };
        let message = say!(
            "avtalsmallen `{name}` finns inte",
            "there is no agreement template `{name}`"
        );
        return Some(Diagnostic::new("K0201", it.template.span, message).help(help));
    };
    if template.edition(number).is_some() {
        return None;
    }
    let all = template.editions.iter();
    let all: Vec<String> = all.map(|own| own.edition.number.to_string()).collect();
    let message = say!(
        "avtalsmallen `{name}` har ingen version {number}",
        "the agreement template `{name}` has no version {number}"
    );
    let help = match all.as_slice() {
        [only] => say!("skriv \"{only}\"", "write \"{only}\""),
        _ => {
            let all = all.join(", ");
            say!("skriv någon av {all}", "write one of {all}")
        }
    };
    Some(Diagnostic::new("K0201", it.version.span, message).help(help))
}
