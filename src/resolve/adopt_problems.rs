//! What can be wrong with a process that follows a template.

use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Adoption, Attribute, Entity as _, EventType, Template, Version};
use crate::say;
use crate::source::{Span, Spanned};

pub(super) fn no_template(name: &str, names: &[&str], span: Span) -> Diagnostic {
    let help = match (nearest(name, names.iter().copied()), names) {
        (Some(near), _) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        (None, []) => say!(
            "katalogen har inga mallar: beskriv processen med egna tillstånd och händelsetyper",
            "the catalogue has no templates: describe the process with states and event types of its own"
        ),
        _ => {
            let all = names.join(", ");
            say!("skriv någon av {all}", "write one of {all}")
        }
    };
    let message = say!(
        "mallen `{name}` finns inte",
        "the template `{name}` doesn't exist"
    );
    Diagnostic::new("K0911", span, message).help(help)
}

pub(super) fn no_version(
    template: &Template,
    published: &[String],
    range: &Spanned<semver::VersionReq>,
) -> Diagnostic {
    let (id, written) = (template.id(), &range.value);
    let message = say!(
        "mallen {id} har ingen publicerad version som passar `{written}`",
        "the template {id} has no published version that fits `{written}`"
    );
    let newest = published
        .first()
        .and_then(|it| it.parse::<semver::Version>().ok());
    let help = match newest {
        Some(newest) => {
            let (major, minor) = (newest.major, newest.minor);
            let all = published.join(", ");
            say!(
                "skriv `^{major}.{minor}`; de publicerade versionerna är {all}",
                "write `^{major}.{minor}`; the published versions are {all}"
            )
        }
        None => say!(
            "vänta tills mallen är publicerad: den är bara ett utkast",
            "wait until the template is published: it is only a draft"
        ),
    };
    Diagnostic::new("K0911", range.span, message).help(help)
}

pub(super) fn clash(made: &EventType, own: Span, adoption: &Adoption) -> Diagnostic {
    let (id, template) = (made.id(), &adoption.adopted.template.name);
    Diagnostic::new(
        "K0913",
        own,
        say!(
            "{id} finns redan i mallen {template}, som processen följer",
            "{id} is in the template {template} already, which the process follows"
        ),
    )
    .related(
        adoption.adopted.span,
        say!("här tas mallen över", "the template is adopted here"),
    )
    .help(say!(
        "ta bort filen om mallens händelsetyp är den som menas; ge annars händelsetypen ett annat id",
        "remove the file if the template's event type is the one that is meant; otherwise give the event type another id"
    ))
}

/// Tells of texts that are the producer's own of something that the template lacks.
pub(super) fn check_overrides(
    template: &Template,
    adoption: &Adoption,
    findings: &mut Vec<Diagnostic>,
) {
    let mut unknown = |written: &Spanned<Box<str>>, names: &[&str]| {
        let name = &written.value;
        let message = say!("mallen har inget `{name}`", "the template has no `{name}`");
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None if names.is_empty() => say!("ta bort det", "remove it"),
            None => {
                let all = names.join(", ");
                say!("skriv något av {all}", "write one of {all}")
            }
        };
        findings.push(Diagnostic::new("K0201", written.span, message).help(help));
    };
    for own in &adoption.adopted.overrides {
        let found = template
            .event_types
            .iter()
            .find(|it| it.short() == &*own.event.value);
        let Some(event) = found else {
            let names: Vec<&str> = template.event_types.iter().map(EventType::short).collect();
            unknown(&own.event, &names);
            continue;
        };
        if let Some(from) = &own.from
            && event.version(&from.value).is_none()
        {
            let all: Vec<String> = event
                .versions
                .iter()
                .map(|it| it.number.value.to_string())
                .collect();
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            unknown(
                &Spanned::new(from.value.to_string().into(), from.span),
                &all,
            );
        }
        let names = |of: fn(&Version) -> &[Attribute]| -> Vec<&str> {
            let mut names: Vec<&str> = event
                .versions
                .iter()
                .flat_map(of)
                .map(|it| &*it.name.value)
                .collect();
            names.sort_unstable();
            names.dedup();
            names
        };
        for (own, known) in [
            (&own.attributes, names(|it| &it.attributes)),
            (&own.references, names(|it| &it.references)),
        ] {
            for (name, _) in own
                .iter()
                .filter(|(name, _)| !known.contains(&&*name.value))
            {
                unknown(name, &known);
            }
        }
    }
}
