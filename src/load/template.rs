//! Template processes: the template itself and its event types.

use super::common::TITLE;
use super::decode::Decoder;
use super::event_type::versions;
use super::name::{NAME_FORM, id};
use super::process::{legal_basis, states_of, transition};
use super::yaml::{Node, Value};
use crate::diagnostic::Diagnostic;
use crate::model::{
    ActorKind, EventType, Example, PREFIX_PLACE, PRODUCER_PLACE, Pin, Ref, Status, Template,
    TemplateVersion, is_name, is_prefix,
};
use crate::say;
use crate::source::{Span, Spanned};

pub(super) fn template<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Template> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let kind = fields.need("kind").and_then(|n| {
        let kinds = [
            ActorKind::StateAgency,
            ActorKind::Region,
            ActorKind::Municipality,
        ];
        d.choice(n, &kinds.map(|kind| (kind.key(), kind)))
    });
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let legal_basis = legal_basis(d, fields.get("legalBasis"));
    let states = states_of(d, fields.need("states"));
    let process = format!("{PREFIX_PLACE}.{expected}");
    let steps = fields.need("transitions");
    let transitions = d.each(steps, |d, node| {
        transition(d, node, &process, states.as_deref())
    });
    let node = fields.need("versions");
    let all = node.and_then(|n| d.every(n, version));
    if let (Some(node), Some([])) = (node, all.as_deref()) {
        d.report(
            "K0120",
            &node.range,
            say!("mallen har ingen version", "the template has no version"),
            say!(
                "skriv minst en version, till exempel 1.0.0 med status draft",
                "write at least one version, such as 1.0.0 with the status draft"
            ),
        );
    }
    fields.finish(d);
    let mut versions = all.filter(|all| !all.is_empty())?;
    versions.sort_by(|a, b| b.number.value.cmp(&a.number.value));
    check_versions(d, &versions);
    Some(Template {
        id: id?,
        kind: kind?,
        title: title?,
        description: description?,
        legal_basis,
        states: states?,
        transitions,
        versions,
        event_types: Vec::new(),
        adopters: Vec::new(),
    })
}

/// Reports a number that stands twice, and a later version that doesn't say what is new.
fn check_versions(d: &mut Decoder<'_>, versions: &[TemplateVersion]) {
    for pair in versions.windows(2) {
        let (newer, older) = (&pair[0], &pair[1]);
        let number = &newer.number.value;
        if *number == older.number.value {
            let message = say!(
                "versionen {number} finns två gånger",
                "the version {number} is given twice"
            );
            let help = say!(
                "ge den ena ett annat nummer",
                "give one of them another number"
            );
            let finding = Diagnostic::new("K0121", newer.number.span, message);
            d.findings.push(finding.help(help));
        } else if newer.changes.is_none() {
            let message = say!(
                "`changes` saknas: {number} säger inte vad som är nytt i mallen",
                "`changes` is missing: {number} doesn't say what is new in the template"
            );
            let help = say!(
                "lägg till `changes: …` i versionen",
                "add `changes: …` to the version"
            );
            let finding = Diagnostic::new("K0111", newer.number.span, message);
            d.findings.push(finding.help(help));
        }
    }
}

fn version<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<TemplateVersion> {
    let mut fields = d.map(node)?;
    let number = fields.need("version").and_then(|n| d.version(n));
    let status_node = fields.need("status");
    let words = [Status::Draft, Status::Published].map(|status| (status.key(), status));
    let status = status_node.and_then(|n| d.choice(n, &words));
    let day = fields.get("published");
    let published = match day {
        Some(node) => d.date(node).map(Some),
        None => Some(None),
    };
    if let (Some(Status::Published), None, Some(node)) = (status, day, status_node) {
        d.report(
            "K0111",
            &node.range,
            say!(
                "versionen är publicerad, men datumet `published` saknas",
                "the version is published, but the date `published` is missing"
            ),
            say!(
                "lägg till en rad `published: ÅÅÅÅ-MM-DD` under status",
                "add a line `published: YYYY-MM-DD` below the status"
            ),
        );
        return None;
    }
    let changes = fields.get("changes").and_then(|n| d.markdown(n));
    let event_types = fields.need("eventTypes").and_then(|n| pins(d, n));
    let whole = fields.finish(d);
    let number = number.filter(|_| whole);
    Some(TemplateVersion {
        number: number?,
        status: status?,
        published: published?,
        changes,
        event_types: event_types?,
    })
}

/// The event types of a version of a template: `{ MOTTAGEN: 1.0.0 }`.
fn pins<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Box<[Pin]>> {
    let Value::Map(pairs) = &node.value else {
        d.map(node)?;
        return None;
    };
    let of = |pair: &super::yaml::Pair<'a>, d: &mut Decoder<'a>| {
        let event = Spanned::new(Box::from(&*pair.key), d.span(&pair.key_range));
        let version = d.version(&pair.value)?;
        Some(Pin { event, version })
    };
    let pins: Vec<Pin> = pairs.iter().filter_map(|pair| of(pair, d)).collect();
    (pins.len() == pairs.len()).then(|| pins.into())
}

/// An event type of a template: as any other, but that its id has no prefix.
pub(super) fn event_type<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<EventType> {
    let is_short = |id: &str| id.split('.').count() == 2 && is_prefix(&format!("A.{id}"));
    let mut fields = d.map(root)?;
    let form = (
        "skriv mallens id, punkt och händelsens namn med A–Z, 0–9 och _ (inte å, ä, ö): BYGGLOV.BESLUT",
        "write the template's id, a dot and the event's name of A–Z, 0–9 and _ (not å, ä, ö): BYGGLOV.BESLUT",
    );
    let id = id(d, &mut fields, expected, is_short, form);
    let versions = versions(d, &mut fields);
    fields.finish(d);
    let (id, versions) = (id?, versions?);
    for example in versions.iter().flat_map(|it| &it.examples) {
        unknown_places(d, example);
    }
    let name: Box<str> = format!("{PREFIX_PLACE}.{}", id.value).into();
    let process = name.rsplit_once('.').map_or("", |(process, _)| process);
    Some(EventType {
        process: Ref::new(process.into(), id.span),
        id: Spanned::new(name, id.span),
        versions,
        adopted: None,
    })
}

/// Reports `{kommun}` and other places in an example that nothing is put into.
fn unknown_places(d: &mut Decoder<'_>, example: &Example) {
    let mut rest = &*example.json;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let end = rest[1..]
            .find(|c: char| !c.is_ascii_lowercase())
            .map(|n| n + 1);
        let place = match end {
            Some(end) if end > 1 && rest[end..].starts_with('}') => &rest[..=end],
            _ => "",
        };
        rest = &rest[1..];
        if place.is_empty() || [PREFIX_PLACE, PRODUCER_PLACE].contains(&place) {
            continue;
        }
        let (start, end) = example.spans.first().copied().unwrap_or_default();
        let text = d.text.get(start as usize..end as usize).unwrap_or("");
        let span = match text.find(place) {
            Some(at) => {
                let start = start as usize + at;
                Span::new(d.file, start..start + place.len())
            }
            None => Span {
                file: d.file,
                start,
                end,
            },
        };
        let message = say!(
            "inget sätts in i stället för `{place}`",
            "nothing is put in place of `{place}`"
        );
        let help = say!(
            "skriv `{PREFIX_PLACE}` för producentens prefix eller `{PRODUCER_PLACE}` för dess namn",
            "write `{PREFIX_PLACE}` for the producer's prefix or `{PRODUCER_PLACE}` for its name"
        );
        let finding = Diagnostic::new("K0120", span, message).help(help);
        d.findings.push(finding);
    }
}
