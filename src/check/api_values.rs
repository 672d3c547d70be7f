//! Examples of the service description, held against their schemas.
//!
//! A library of JSON Schema finds what is wrong; where it stands and how it is told
//! is ours. In one thing we are stricter: a property that no schema describes is
//! told of, though objects are open, because it is most often a slip of the pen.

use super::api::Shape;
use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::model::service::{Json, Schema, SchemaType, Service};
use crate::say;
use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind as Wrong};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The schemas of one file, each made ready when it is first asked for.
pub(super) struct Schemas<'s> {
    service: &'s Service,
    document: Value,
    ready: HashMap<&'s str, Option<Validator>>,
}

impl<'s> Schemas<'s> {
    pub(super) fn new(service: &'s Service) -> Self {
        Self {
            service,
            document: serde_json::from_str(&service.json).unwrap_or_default(),
            ready: HashMap::new(),
        }
    }

    /// Holds a value against a schema.
    pub(super) fn check(&mut self, example: &Json, schema: &'s Schema, out: &mut Vec<Diagnostic>) {
        let Ok(value) = serde_json::from_str::<Value>(&example.json) else {
            unreachable!("examples are written as JSON by the load stage");
        };
        let document = &self.document;
        let validator = self.ready.entry(&schema.pointer).or_insert_with(|| {
            let own = document.pointer(&schema.pointer)?;
            let all = &document["components"]["schemas"];
            let whole = json!({ "allOf": [own], "components": { "schemas": all } });
            let options = jsonschema::draft202012::options().should_validate_formats(true);
            options.build(&whole).ok()
        });
        // A schema that can't be made ready is told of by the rule about schemas.
        let Some(validator) = validator else { return };
        for error in validator.iter_errors(&value) {
            let at = index(&value, error.instance_path().as_str());
            let (message, help) = tell(&error);
            out.push(Diagnostic::new("K0602", example.span(at), message).help(help));
        }
        undescribed(self.service, example, &value, &[schema], &mut 0, out);
    }
}

/// The number of the value at a JSON pointer, in the order in which values begin.
fn index(value: &Value, pointer: &str) -> usize {
    let (mut value, mut at) = (value, 0);
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        at += 1;
        let parts: Vec<(bool, &Value)> = match value {
            Value::Object(map) => map.iter().map(|(key, it)| (*key == step, it)).collect(),
            Value::Array(items) => (0..)
                .zip(items)
                .map(|(n, it): (usize, _)| (n.to_string() == step, it))
                .collect(),
            _ => Vec::new(),
        };
        for (is_it, part) in parts {
            if is_it {
                value = part;
                break;
            }
            at += count(part);
        }
    }
    at
}

/// How many values there are in a value, itself among them.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Object(map) => map.values().map(count).sum::<usize>(),
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 0,
    }
}

/// Reports properties that no schema describes, at every depth.
fn undescribed(
    service: &Service,
    example: &Json,
    value: &Value,
    schemas: &[&Schema],
    next: &mut usize,
    out: &mut Vec<Diagnostic>,
) {
    let at = *next;
    *next += 1;
    let shape = Shape::of(service, schemas);
    match value {
        Value::Object(map) => {
            for (name, inner) in map {
                let own = shape.property(name);
                let place = *next;
                if own.is_empty() && !shape.additional && !shape.properties.is_empty() {
                    let known = shape.properties.iter().map(|(name, _)| *name);
                    let help = match nearest(name, known) {
                        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                        None => say!(
                            "ta bort `{name}`, eller beskriv den i schemat",
                            "remove `{name}`, or describe it in the schema"
                        ),
                    };
                    let message = say!(
                        "`{name}` beskrivs inte i schemat",
                        "`{name}` isn't described in the schema"
                    );
                    out.push(Diagnostic::new("K0602", example.span(place), message).help(help));
                }
                undescribed(service, example, inner, &own, next, out);
            }
        }
        Value::Array(items) => {
            for inner in items {
                undescribed(service, example, inner, &shape.items, next, out);
            }
        }
        _ => *next = at + 1,
    }
}

/// What is wrong with a value, and what to do.
fn tell(error: &ValidationError<'_>) -> (Message, Message) {
    let path = error.instance_path().as_str();
    let last = path.rsplit('/').next().unwrap_or("");
    let named = !last.is_empty() && !last.bytes().all(|b| b.is_ascii_digit());
    let (what_sv, what_en) = match named {
        true => (format!("`{last}`"), format!("`{last}`")),
        false => ("värdet".to_owned(), "the value".to_owned()),
    };
    let correct = say!(
        "rätta exemplet om schemat stämmer, annars schemat",
        "correct the example if the schema is right, or else the schema"
    );
    let message = match error.kind() {
        Wrong::Type { kind } => {
            let (sv, en) = types(kind);
            let (found_sv, found_en) = found(error.instance());
            say!(
                "{what_sv} är {found_sv}, men schemat säger {sv}",
                "{what_en} is {found_en}, but the schema says {en}"
            )
        }
        Wrong::Required { property } => {
            let name = property.as_str().unwrap_or("");
            let help = say!("lägg till `{name}: …`", "add `{name}: …`");
            let message = say!(
                "`{name}` saknas i exemplet",
                "`{name}` is missing in the example"
            );
            return (message, help);
        }
        Wrong::Enum { options } => {
            let all = listed(options);
            let help = say!("skriv något av {all}", "write one of {all}");
            return (other_value(&what_sv, &what_en, error), help);
        }
        Wrong::Constant { expected_value } => {
            let help = say!("skriv {expected_value}", "write {expected_value}");
            return (other_value(&what_sv, &what_en, error), help);
        }
        Wrong::Pattern { pattern } => say!(
            "{what_sv} har inte den form som mönstret `{pattern}` beskriver",
            "{what_en} doesn't have the form that the pattern `{pattern}` describes"
        ),
        Wrong::Format { format } => say!(
            "{what_sv} har inte formen `{format}`",
            "{what_en} doesn't have the form `{format}`"
        ),
        Wrong::MaxLength { limit } => say!(
            "{what_sv} är längre än {limit} tecken",
            "{what_en} is longer than {limit} characters"
        ),
        Wrong::MinLength { limit } => say!(
            "{what_sv} är kortare än {limit} tecken",
            "{what_en} is shorter than {limit} characters"
        ),
        Wrong::Maximum { limit } => say!(
            "{what_sv} är större än {limit}",
            "{what_en} is greater than {limit}"
        ),
        Wrong::Minimum { limit } => say!(
            "{what_sv} är mindre än {limit}",
            "{what_en} is less than {limit}"
        ),
        Wrong::ExclusiveMaximum { limit } => say!(
            "{what_sv} ska vara mindre än {limit}",
            "{what_en} must be less than {limit}"
        ),
        Wrong::ExclusiveMinimum { limit } => say!(
            "{what_sv} ska vara större än {limit}",
            "{what_en} must be greater than {limit}"
        ),
        Wrong::MaxItems { limit } => say!(
            "{what_sv} har fler än {limit} i listan",
            "{what_en} has more than {limit} in the list"
        ),
        Wrong::MinItems { limit } => say!(
            "{what_sv} har färre än {limit} i listan",
            "{what_en} has fewer than {limit} in the list"
        ),
        Wrong::MaxProperties { limit } => say!(
            "{what_sv} har fler än {limit} uppgifter",
            "{what_en} has more than {limit} properties"
        ),
        Wrong::MinProperties { limit } => say!(
            "{what_sv} har färre än {limit} uppgifter",
            "{what_en} has fewer than {limit} properties"
        ),
        Wrong::UniqueItems => say!(
            "samma värde står två gånger i listan",
            "the same value stands twice in the list"
        ),
        Wrong::AdditionalProperties { unexpected } => {
            let names = unexpected.join(", ");
            say!(
                "schemat tillåter inte {names}",
                "the schema doesn't allow {names}"
            )
        }
        Wrong::AnyOf { context } | Wrong::OneOfNotValid { context } => {
            return none_fits(&what_sv, &what_en, context);
        }
        Wrong::OneOfMultipleValid { .. } => say!(
            "{what_sv} passar flera av de alternativ som utesluter varandra",
            "{what_en} fits several of the alternatives that exclude each other"
        ),
        Wrong::Not { .. } => say!(
            "{what_sv} är just det som schemat utesluter med `not`",
            "{what_en} is the very thing that the schema excludes with `not`"
        ),
        other => {
            let keyword = other.keyword();
            say!(
                "{what_sv} bryter mot schemats `{keyword}`",
                "{what_en} breaks the schema's `{keyword}`"
            )
        }
    };
    (message, correct)
}

fn other_value(sv: &str, en: &str, error: &ValidationError<'_>) -> Message {
    let value = error.instance();
    let value = match value.as_ref() {
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => value.to_string(),
        _ => "…".to_owned(),
    };
    say!("{sv} kan inte vara {value}", "{en} can't be {value}")
}

/// None of some alternatives fits: the first thing that each lacks.
fn none_fits(sv: &str, en: &str, context: &[Vec<ValidationError<'static>>]) -> (Message, Message) {
    let firsts: Vec<Message> = context
        .iter()
        .filter_map(|errors| errors.first().map(|error| tell(error).0))
        .collect();
    let join = |words: fn(&Message) -> &str, or: &str| -> String {
        let mut all: Vec<&str> = firsts.iter().map(words).collect();
        all.dedup();
        all.join(or)
    };
    let all_sv = join(|it| &it.sv, "; eller: ");
    let all_en = join(|it| &it.en, "; or: ");
    (
        say!(
            "{sv} passar inget av de alternativ som schemat ger",
            "{en} fits none of the alternatives that the schema gives"
        ),
        say!(
            "rätta något av detta: {all_sv}",
            "correct one of these: {all_en}"
        ),
    )
}

/// Values one after the other.
fn listed(options: &Value) -> String {
    let all: Vec<String> = match options {
        Value::Array(items) => items.iter().map(Value::to_string).collect(),
        other => vec![other.to_string()],
    };
    all.join(", ")
}

/// What a value is, in words.
fn found(value: &Value) -> (&'static str, &'static str) {
    match value {
        Value::Null => ("null", "null"),
        Value::Bool(_) => ("true eller false", "true or false"),
        Value::Number(_) => ("ett tal", "a number"),
        Value::String(_) => ("text", "text"),
        Value::Array(_) => ("en lista", "a list"),
        Value::Object(_) => ("ett objekt", "an object"),
    }
}

/// What a schema asks for, in words.
fn types(kind: &TypeKind) -> (String, String) {
    let names: Vec<String> = match kind {
        TypeKind::Single(one) => vec![one.to_string()],
        TypeKind::Multiple(several) => several.iter().map(|it| it.to_string()).collect(),
    };
    let words = |name: &String| {
        let ty = SchemaType::WORDS.iter().find(|(word, _)| word == name);
        match ty.map(|it| it.1) {
            Some(SchemaType::String) => ("text", "text"),
            Some(SchemaType::Integer) => ("heltal", "an integer"),
            Some(SchemaType::Number) => ("tal", "a number"),
            Some(SchemaType::Boolean) => ("true eller false", "true or false"),
            Some(SchemaType::Object) => ("objekt", "an object"),
            Some(SchemaType::Array) => ("lista", "a list"),
            Some(SchemaType::Null) | None => ("null", "null"),
        }
    };
    let (sv, en): (Vec<&str>, Vec<&str>) = names.iter().map(words).unzip();
    (sv.join(" eller "), en.join(" or "))
}
