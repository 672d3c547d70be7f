//! An event type's file: every version in full, each with an example event that is valid against it.

use crate::attributes::{Code, Template, Type};
use crate::content::{Attribute, Content, Context, Reference};
use crate::dates::Day;
use crate::history::{Instead, Notice, State, Version};
use crate::rng::Rng;
use crate::steps::{Kind, step};
use crate::yaml::{self, Yaml, flow, quoted};

/// `<EVENT>.yaml`; `serial` numbers the event types of the producer.
pub(crate) fn file(
    rng: &mut Rng,
    context: &Context<'_>,
    kind: Kind,
    versions: &[Version],
    serial: usize,
) -> String {
    let id = format!("{}.{}", context.process.id, step(kind).id);
    let mut yaml = Yaml::default();
    yaml.scalar(0, "id", &id);
    yaml.line(0, "versions:");
    let example = Example {
        id: &id,
        context,
        serial,
        seed: rng.next(),
    };
    for version in versions {
        yaml.line(2, &format!("- version: {}", version.number));
        lifecycle(&mut yaml, version, context);
        body(&mut yaml, &version.content);
        example.write(&mut yaml, &version.content);
    }
    yaml.text
}

fn lifecycle(yaml: &mut Yaml, version: &Version, context: &Context<'_>) {
    let mut published = |status: &str, day: Day| {
        yaml.line(4, &format!("status: {status}"));
        yaml.line(4, &format!("published: {day}"));
    };
    match version.state {
        State::Draft => yaml.line(4, "status: draft"),
        State::Published(day) => published("published", day),
        State::Deprecated(day, notice) => {
            published("deprecated", day);
            deprecation(yaml, notice, context);
        }
        State::Retired(day, notice, retired) => {
            published("retired", day);
            deprecation(yaml, notice, context);
            yaml.line(4, &format!("retired: {retired}"));
        }
    }
    if let Some(note) = &version.note {
        yaml.localized(4, "changes", [&note.changes[0], &note.changes[1]]);
        if version.migrates {
            yaml.localized(4, "migration", [&note.migration[0], &note.migration[1]]);
        }
    }
}

fn deprecation(yaml: &mut Yaml, notice: Notice, context: &Context<'_>) {
    yaml.line(4, &format!("deprecated: {}", notice.deprecated));
    yaml.line(4, &format!("sunset: {}", notice.sunset));
    match notice.instead {
        Instead::EventType(kind) => {
            let id = step(kind).id;
            yaml.line(4, &format!("replacedBy: {}.{id}", context.process.id));
            let advice = [
                format!("Använd `{id}` i stället."),
                format!("Use `{id}` instead."),
            ];
            yaml.localized(4, "advice", [&advice[0], &advice[1]]);
        }
        Instead::Major => yaml.localized(
            4,
            "advice",
            [
                "Gå över till version 2 före sista dag.",
                "Move to version 2 before the sunset.",
            ],
        ),
    }
}

fn body(yaml: &mut Yaml, content: &Content) {
    let join = |language: usize| {
        let sentences: Vec<&str> = content
            .description
            .iter()
            .map(|s| s[language].as_str())
            .collect();
        sentences.join(" ")
    };
    yaml.localized(4, "title", [&content.title[0], &content.title[1]]);
    yaml.localized(4, "description", [&join(0), &join(1)]);
    yaml.line(4, &format!("category: {}", content.step.category));
    yaml.line(
        4,
        &format!("authorizations: [{}]", content.authorizations.join(", ")),
    );
    yaml.line(4, &format!("requiresCustomerAction: {}", content.acts));
    yaml.line(4, &format!("closesCase: {}", content.closes));
    yaml.line(4, &format!("tags: [{}]", content.tags.join(", ")));
    yaml.line(4, "attributes:");
    for attribute in &content.attributes {
        let [sv, en] = attribute.template.about;
        let about = match attribute.tail {
            Some([more_sv, more_en]) => [format!("{sv} {more_sv}"), format!("{en} {more_en}")],
            None => [sv.to_owned(), en.to_owned()],
        };
        let kind = (&attribute.template.kind, attribute.narrower);
        entry(
            yaml,
            6,
            attribute.name,
            kind,
            attribute.required,
            [&about[0], &about[1]],
        );
    }
    yaml.line(4, "references:");
    for Reference {
        name,
        about,
        pattern,
        required,
    } in &content.references
    {
        entry(
            yaml,
            6,
            name,
            (
                &Type::Pattern {
                    pattern,
                    prefix: "",
                },
                false,
            ),
            *required,
            *about,
        );
    }
}

/// An attribute or a reference: on one line when it fits, which most do not.
fn entry(
    yaml: &mut Yaml,
    indent: usize,
    name: &str,
    (kind, narrower): (&Type, bool),
    required: bool,
    about: [&str; 2],
) {
    let mut keys = vec![format!("name: {name}")];
    let simple = simple(kind, narrower);
    keys.extend_from_slice(&simple);
    if required {
        keys.push("required: true".to_owned());
    }
    let is_nested = matches!(
        kind,
        Type::Codes { .. } | Type::Object(_) | Type::Texts { .. } | Type::Objects(_)
    );
    let whole = format!(
        "- {{ {}, description: {} }}",
        keys.join(", "),
        flow(about[0], about[1])
    );
    if !is_nested && yaml::entry_fits(indent, &whole) {
        return yaml.line(indent, &whole);
    }
    for (place, key) in keys.iter().enumerate() {
        yaml.line(
            indent,
            &format!("{}{key}", if place == 0 { "- " } else { "  " }),
        );
    }
    yaml.localized(indent + 2, "description", about);
    inner(yaml, indent + 2, kind, narrower);
}

/// The type and its constraints, but not what is nested in it.
fn simple(kind: &Type, narrower: bool) -> Vec<String> {
    let is = |name: &str| format!("type: {name}");
    match kind {
        Type::Text { max, .. } => {
            vec![
                is("string"),
                format!("maxLength: {}", if narrower { max / 2 } else { *max }),
            ]
        }
        Type::Pattern { pattern, .. } => {
            vec![is("string"), format!("pattern: {}", quoted(pattern))]
        }
        Type::Integer { min, max } => {
            vec![
                is("integer"),
                format!("minimum: {min}"),
                format!("maximum: {max}"),
            ]
        }
        Type::Number { max } => vec![
            is("number"),
            "minimum: 0".to_owned(),
            format!("maximum: {max}"),
        ],
        Type::List { codelist, .. } => {
            vec![
                is("code"),
                format!("codelist: {codelist}"),
                "open: false".to_owned(),
            ]
        }
        Type::Codes { open, .. } => vec![is("code"), format!("open: {open}")],
        Type::Texts { .. } | Type::Objects(_) => vec![is("array"), "minItems: 1".to_owned()],
        Type::Boolean => vec![is("boolean")],
        Type::Date => vec![is("date")],
        Type::DateTime => vec![is("date-time")],
        Type::Uri { .. } => vec![is("uri")],
        Type::Object(_) => vec![is("object")],
    }
}

/// What is nested in a type.
fn inner(yaml: &mut Yaml, indent: usize, kind: &Type, narrower: bool) {
    match kind {
        Type::Codes { values, .. } => {
            yaml.line(indent, "values:");
            for (value, [sv, en]) in usable(values, narrower) {
                yaml.line(
                    indent + 2,
                    &format!("- {{ value: {value}, title: {} }}", flow(sv, en)),
                );
            }
        }
        Type::Object(fields) => nested(yaml, indent, fields),
        Type::Texts { .. } => yaml.line(indent, "items: { type: string, maxLength: 100 }"),
        Type::Objects(fields) => {
            yaml.line(indent, "items:");
            yaml.line(indent + 2, "type: object");
            nested(yaml, indent + 2, fields);
        }
        _ => {}
    }
}

fn nested(yaml: &mut Yaml, indent: usize, fields: &[Template]) {
    yaml.line(indent, "attributes:");
    for field in fields {
        entry(
            yaml,
            indent + 2,
            field.name,
            (&field.kind, false),
            true,
            field.about,
        );
    }
}

/// The values of a code: all, or all but the last.
fn usable(values: &[Code], narrower: bool) -> &[Code] {
    match values.split_last() {
        Some((_, rest)) if narrower => rest,
        _ => values,
    }
}

/// What the examples of all versions of an event type have in common.
struct Example<'a> {
    id: &'a str,
    context: &'a Context<'a>,
    serial: usize,
    seed: u64,
}

impl Example<'_> {
    fn write(&self, yaml: &mut Yaml, content: &Content) {
        let mut rng = Rng::stream(self.seed, 0);
        let producer = &self.context.producer;
        let [headline, text] = content.step.message;
        let text = text.replace("{s}", self.context.name[0]);
        let is_true =
            |value: &str, rng: &mut Rng| value == "true" || value == "varies" && rng.one_in(2);
        yaml.line(4, "examples:");
        yaml.localized(6, "- title", ["Vanlig händelse", "Usual event"]);
        yaml.line(8, "event:");
        yaml.scalar(
            10,
            "kundhandelseId",
            &format!("{}-2026-{:06}-1", producer.id, self.serial),
        );
        yaml.scalar(10, "rubrik", headline);
        yaml.text(10, "beskrivning", &text);
        yaml.line(10, "sprak: sv");
        yaml.scalar(10, "producent", &producer.name[0]);
        yaml.scalar(10, "tidpunkt", &moment(&mut rng));
        yaml.scalar(10, "kundhandelseTyp", self.id);
        let acts = is_true(content.acts, &mut rng);
        yaml.line(10, &format!("producentarendetKraverKundatgard: {acts}"));
        let closes = is_true(content.closes, &mut rng);
        yaml.line(10, &format!("producentarendetKlart: {closes}"));
        yaml.line(10, "version: \"6.1\"");
        yaml.line(10, "utokadInformation:");
        for Attribute {
            template,
            name,
            seed,
            ..
        } in content.attributes.iter().filter(|a| a.shown)
        {
            value(yaml, 12, name, &template.kind, &mut Rng::stream(*seed, 0));
        }
        yaml.line(10, "referenser:");
        let number = 10_000_000 + rng.below(89_999_999);
        for reference in &content.references {
            let text = match reference.name {
                "diarienummer" => format!("{} 2026-{:06}", producer.id, self.serial),
                "arendenummer" => number.to_string(),
                _ => format!("K{number}"),
            };
            yaml.scalar(12, reference.name, &text);
        }
    }
}

/// The sample value of an attribute, under its name.
fn value(yaml: &mut Yaml, indent: usize, name: &str, kind: &Type, rng: &mut Rng) {
    match kind {
        Type::Object(fields) => {
            yaml.line(indent, &format!("{name}:"));
            for field in *fields {
                value(yaml, indent + 2, field.name, &field.kind, rng);
            }
        }
        Type::Texts { samples } => {
            let count = 1 + rng.below(samples.len());
            let samples: Vec<String> = samples
                .iter()
                .take(count)
                .map(|text| quoted(text))
                .collect();
            yaml.line(indent, &format!("{name}: [{}]", samples.join(", ")));
        }
        Type::Objects(fields) => {
            yaml.line(indent, &format!("{name}:"));
            for _ in 0..1 + rng.below(2) {
                for (place, field) in fields.iter().enumerate() {
                    let dash = if place == 0 { "- " } else { "  " };
                    let name = format!("{dash}{}", field.name);
                    value(yaml, indent + 2, &name, &field.kind, rng);
                }
            }
        }
        _ => yaml.line(indent, &format!("{name}: {}", scalar(kind, rng))),
    }
}

fn scalar(kind: &Type, rng: &mut Rng) -> String {
    let mut one = |samples: &[&str]| quoted(samples.get(rng.below(samples.len())).unwrap_or(&""));
    match kind {
        Type::Text { samples, .. } | Type::List { samples, .. } => one(samples),
        // Never the last value, which older versions may lack.
        Type::Codes { values, .. } => {
            let values: Vec<&str> = usable(values, true).iter().map(|code| code.0).collect();
            one(&values)
        }
        Type::Pattern { prefix, .. } => quoted(&format!("{prefix}{:06}", rng.below(1_000_000))),
        Type::Integer { min, max } => rng.between((*min).max(0), (*max).min(90_000)).to_string(),
        Type::Number { max } => format!("{}.5", rng.between(0, max - 1)),
        Type::Boolean => rng.one_in(2).to_string(),
        Type::Date => quoted(&day(rng).to_string()),
        Type::DateTime => quoted(&moment(rng)),
        Type::Uri { sample } => quoted(&format!("{sample}{}", 1000 + rng.below(9000))),
        Type::Object(_) | Type::Texts { .. } | Type::Objects(_) => String::new(),
    }
}

fn day(rng: &mut Rng) -> Day {
    Day::new(2026, 1, 7).plus(rng.between(0, 300))
}

fn moment(rng: &mut Rng) -> String {
    day(rng).at(rng.between(8, 16), rng.between(0, 59), rng.between(0, 59))
}
