//! Template processes put together from their files.

use super::references::{Index, Resolver};
use crate::diagnostic::{Diagnostic, nearest};
use crate::load::Documents;
use crate::model::{Entity as _, EventType, PREFIX_PLACE, Pin, Template};
use crate::say;
use std::collections::HashMap;

/// The file of a template's event type, by its id.
fn file_of(id: &str) -> Option<String> {
    let own = id.strip_prefix(PREFIX_PLACE)?.strip_prefix('.')?;
    let path = own.replace('.', "/");
    Some(format!("catalogue/common/templates/{path}.yaml"))
}

/// Gives templates their event types, and finds what their versions and steps name.
pub(super) fn gather(documents: &mut Documents, resolver: &mut Resolver) {
    documents.templates.sort_by(|a, b| a.id().cmp(b.id()));
    let mut events = std::mem::take(&mut documents.template_events);
    events.sort_by(|a, b| a.id().cmp(b.id()));
    let place = |(at, template): (usize, &Template)| (template.id().to_owned(), at);
    let places: HashMap<String, usize> =
        documents.templates.iter().enumerate().map(place).collect();
    let mut missing: Vec<String> = Vec::new();
    for event_type in events {
        let template = event_type.process.name.split('.').nth(1).unwrap_or("");
        match places.get(template) {
            Some(at) => documents.templates[*at].event_types.push(event_type),
            None => {
                let path = format!("catalogue/common/templates/{template}/template.yaml");
                if !documents.broken.contains(&path) && !missing.contains(&path) {
                    resolver
                        .findings
                        .push(no_template(template, &event_type, &path));
                    missing.push(path);
                }
            }
        }
    }
    // Those who follow it aren't told of it once more.
    documents.broken.append(&mut missing);
    for template in &mut documents.templates {
        let events = Index::new(
            &template.event_types,
            ("händelsetypen", "event type"),
            file_of,
        );
        let process = format!("{PREFIX_PLACE}.{}", template.id.value);
        for transition in &mut template.transitions {
            resolver.resolve_step(&events, &mut transition.event, &process);
        }
        for pin in template.versions.iter().flat_map(|it| &it.event_types) {
            let id = format!("{process}.{}", pin.event.value);
            if documents.broken.contains(&id) {
                continue;
            }
            let found = template.event_types.iter().find(|it| it.id() == id);
            let known = template.event_types.iter().map(EventType::short);
            resolver
                .findings
                .extend(unknown_pin(pin, found, known, &id));
        }
        let of_this = format!("{process}.");
        for version in template.event_types.iter().flat_map(|it| &it.versions) {
            let Some(other) = &version.replaced_by else {
                continue;
            };
            let is_own = other.name.starts_with(&of_this);
            if is_own
                && !template
                    .event_types
                    .iter()
                    .any(|it| it.id() == &*other.name)
            {
                let name = &other.name;
                let message = say!(
                    "mallen har ingen händelsetyp `{name}`",
                    "the template has no event type `{name}`"
                );
                let help = say!(
                    "skriv en av mallens händelsetyper, med `{PREFIX_PLACE}` först",
                    "write one of the template's event types, with `{PREFIX_PLACE}` first"
                );
                let finding = Diagnostic::new("K0204", other.span, message);
                resolver.findings.push(finding.help(help));
            }
        }
    }
}

fn no_template(template: &str, event_type: &EventType, path: &str) -> Diagnostic {
    let message = say!(
        "mallen `{template}` finns inte",
        "the template `{template}` doesn't exist"
    );
    Diagnostic::new("K0201", event_type.id.span, message)
        .help(say!("lägg till filen {path}", "add the file {path}"))
}

/// What is wrong with an event type that a version of a template names.
fn unknown_pin<'n>(
    pin: &Pin,
    found: Option<&EventType>,
    known: impl Iterator<Item = &'n str>,
    id: &str,
) -> Option<Diagnostic> {
    let event = &pin.event.value;
    let Some(found) = found else {
        let message = say!(
            "mallen har ingen händelsetyp `{event}`",
            "the template has no event type `{event}`"
        );
        let help = match (nearest(event, known), file_of(id)) {
            (Some(near), _) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            (None, path) => {
                let path = path.unwrap_or_default();
                say!("lägg till filen {path}", "add the file {path}")
            }
        };
        return Some(Diagnostic::new("K0201", pin.event.span, message).help(help));
    };
    let number = &pin.version.value;
    if found.version(number).is_some() {
        return None;
    }
    let all = found.versions.iter().map(|it| it.number.value.to_string());
    let all = all.collect::<Vec<_>>().join(", ");
    let message = say!(
        "händelsetypen `{event}` har ingen version {number}",
        "the event type `{event}` has no version {number}"
    );
    Some(
        Diagnostic::new("K0201", pin.version.span, message)
            .help(say!("skriv någon av {all}", "write one of {all}")),
    )
}
