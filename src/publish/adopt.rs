//! Templates taken over by a producer: what `katalog adopt` writes.

use super::{Change, Refusal};
use crate::diagnostic::{Diagnostic, Message, Severity, nearest};
use crate::model::{Entity as _, Template};
use crate::resolve::Tables;
use crate::say;
use crate::source::{Overlay, Source};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Writes a process that follows each of some templates, from a certain day on.
/// `range` is the range of versions to follow; the newest version and later ones
/// that keep its promises when there is none.
///
/// # Errors
/// When there is no such producer or template, when the process is there already,
/// or when the catalogue would be wrong afterwards.
pub fn adopt(
    source: &dyn Source,
    templates: &[String],
    producer: &str,
    range: Option<&str>,
    day: Date,
) -> Result<Change, Refusal> {
    let (tables, _) = crate::read(source);
    if !tables.producers.iter().any(|it| it.id() == producer) {
        return Err(Refusal::Asked(no_producer(&tables, producer)));
    }
    let mut files = BTreeMap::new();
    let mut done = Vec::new();
    for name in templates {
        let Some(template) = tables.templates.iter().find(|it| it.id() == name) else {
            return Err(Refusal::Asked(no_template(&tables, name)));
        };
        let folder = format!("catalogue/producers/{producer}/{name}/");
        if let Some(path) = tables.files.iter().find(|path| path.starts_with(&folder)) {
            return Err(Refusal::Asked(say!(
                "{producer} har redan processen {name}: `{path}`\n  det som finns skrivs inte över; ska processen följa mallen, lägg själv till `adopts` i dess process.yaml",
                "{producer} has the process {name} already: `{path}`\n  what is there isn't overwritten; if the process is to follow the template, add `adopts` to its process.yaml yourself"
            )));
        }
        let range = match range {
            Some(range) => range.to_owned(),
            None => newest(template)?,
        };
        let path = format!("{folder}process.yaml");
        let written = match range.starts_with(['^', '~']) {
            true => range.clone(),
            false => format!("\"{range}\""),
        };
        let text = format!(
            "id: {producer}.{name}\nadopts: {{ template: {name}, version: {written}, since: {day} }}\n"
        );
        done.push(say!(
            "{path}: {producer}.{name} följer mallen {name} i {range} från {day}",
            "{path}: {producer}.{name} follows the template {name} at {range} from {day}"
        ));
        files.insert(path, text);
    }
    done.push(say!(
        "  se händelsetyperna med katalog serve, och lås dem med katalog publish {producer}",
        "  see the event types with katalog serve, and lock them with katalog publish {producer}"
    ));
    let before = crate::check(source, None).findings;
    let after = crate::check(&Overlay::new(source, &files), None);
    // What is adopted isn't locked yet: that is what publishing does.
    let is_new = |it: &Diagnostic| {
        let same = |old: &Diagnostic| old.code == it.code && old.message == it.message;
        let known = it.code.number == "K0323" || before.iter().any(same);
        it.severity == Severity::Error && !known
    };
    let findings: Vec<_> = after.findings.into_iter().filter(is_new).collect();
    match findings.is_empty() {
        true => Ok(Change { files, done }),
        false => Err(Refusal::Found {
            findings,
            files: after.files,
            changed: files,
        }),
    }
}

/// The range that begins with the newest version.
fn newest(template: &Template) -> Result<String, Refusal> {
    let version = template.current();
    let (id, number) = (template.id(), &version.number.value);
    if version.is_published() {
        return Ok(format!("^{}.{}", number.major, number.minor));
    }
    Err(Refusal::Asked(say!(
        "mallen {id} är bara ett utkast ({number})\n  vänta tills den är publicerad",
        "the template {id} is only a draft ({number})\n  wait until it is published"
    )))
}

fn no_producer(tables: &Tables, producer: &str) -> Message {
    match nearest(producer, tables.producers.iter().map(|it| it.id())) {
        Some(near) => say!(
            "producenten `{producer}` finns inte; menade du `{near}`?",
            "there is no producer `{producer}`; did you mean `{near}`?"
        ),
        None => say!(
            "producenten `{producer}` finns inte\n  skriv först catalogue/producers/{producer}/producer.yaml; titta på en annan kommuns eller regions fil",
            "there is no producer `{producer}`\n  first write catalogue/producers/{producer}/producer.yaml; look at the file of another municipality or region"
        ),
    }
}

fn no_template(tables: &Tables, name: &str) -> Message {
    let names: Vec<&str> = tables.templates.iter().map(|it| it.id()).collect();
    match (nearest(name, names.iter().copied()), names.join(", ")) {
        (Some(near), _) => say!(
            "mallen `{name}` finns inte; menade du `{near}`?",
            "there is no template `{name}`; did you mean `{near}`?"
        ),
        (None, all) if all.is_empty() => say!(
            "mallen `{name}` finns inte: katalogen har inga mallar",
            "there is no template `{name}`: the catalogue has no templates"
        ),
        (None, all) => say!(
            "mallen `{name}` finns inte\n  mallarna är {all}",
            "there is no template `{name}`\n  the templates are {all}"
        ),
    }
}
