//! What actors say that they have signed and follow: agreement templates, and versions of
//! the standard.

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

/// Tells of the versions of the standard that there are none of.
pub(super) fn standards(tables: &Tables, findings: &mut Vec<Diagnostic>) {
    for (_, actor) in tables.actors() {
        let environments = actor.environments.iter().map(|it| &it.standard_version);
        let tested = actor.conformance.iter().map(|it| &it.standard_version);
        for own in environments.chain(tested) {
            let number = &*own.value;
            if tables.knows_standard(number) {
                continue;
            }
            let message = say!(
                "standarden har ingen version {number}",
                "the standard has no version {number}"
            );
            let help = match tables.standards().as_slice() {
                [only] => say!(
                    "skriv \"{only}\", eller lägg till tjänstebeskrivningen content/api/{number}/openapi.yaml",
                    "write \"{only}\", or add the service description content/api/{number}/openapi.yaml"
                ),
                all => {
                    let all = all.join(", ");
                    say!(
                        "skriv någon av {all}, eller lägg till tjänstebeskrivningen content/api/{number}/openapi.yaml",
                        "write one of {all}, or add the service description content/api/{number}/openapi.yaml"
                    )
                }
            };
            findings.push(Diagnostic::new("K0201", own.span, message).help(help));
        }
    }
}
