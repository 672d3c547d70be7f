//! What the catalogue says of the events that producers are fed with: which types there
//! are, and the JSON Schema of each version, the very ones that the site publishes.

use super::site::Served;
use super::wire::{Event, Slips};
use crate::diagnostic::{Message, nearest};
use crate::model::{EventType, Status};
use crate::resolve::Catalogue;
use crate::say;
use jsonschema::Validator;
use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind as Wrong};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// Event types and their schemas, each read when it is first needed.
pub(super) struct Content {
    catalogue: Arc<Catalogue>,
    site: Arc<Served>,
    by_id: HashMap<Box<str>, usize>,
    schemas: Vec<OnceLock<Vec<(String, Validator)>>>,
}

impl Content {
    pub(super) fn new(catalogue: Arc<Catalogue>, site: Arc<Served>) -> Self {
        let ids = catalogue.event_types.iter().enumerate();
        let by_id = ids.map(|(at, it)| (it.id.value.clone(), at)).collect();
        let schemas = catalogue.event_types.iter().map(|_| OnceLock::new());
        Self {
            by_id,
            schemas: schemas.collect(),
            catalogue,
            site,
        }
    }

    /// An event type by its id.
    pub(super) fn event_type(&self, id: &str) -> Option<&EventType> {
        let at = self.by_id.get(id)?;
        self.catalogue.event_types.get(*at)
    }

    /// Tells what is wrong with an event that a producer is fed with: its type, its
    /// producer's name, or its content.
    pub(super) fn check(
        &self,
        event: &Event,
        producer: &str,
        name: &str,
        path: &str,
        slips: &mut Slips,
    ) {
        let type_path = format!("{path}.kundhandelseTyp");
        let prefix = event.event_type.split('.').next().unwrap_or("");
        if prefix != producer {
            slips.add(
                type_path,
                say!(
                    "hör inte till producenten {producer}: börja med {producer}.",
                    "does not belong to the producer {producer}: begin with {producer}."
                ),
            );
            return;
        }
        if *event.producer != *name {
            slips.add(
                format!("{path}.producent"),
                say!("ska vara {name}", "must be {name}"),
            );
        }
        let Some(at) = self.by_id.get(&event.event_type).copied() else {
            let own = self.catalogue.event_types.iter().map(|it| &*it.id.value);
            let own = own.filter(|id| id.starts_with(&format!("{producer}.")));
            slips.add(
                type_path,
                match nearest(&event.event_type, own) {
                    Some(near) => say!(
                        "finns inte i katalogen: menade du {near}?",
                        "is not in the catalogue: did you mean {near}?"
                    ),
                    None => say!(
                        "finns inte i katalogen: publicera kundhändelsetypen först",
                        "is not in the catalogue: publish the event type first"
                    ),
                },
            );
            return;
        };
        let versions = self.schemas[at].get_or_init(|| self.validators(at));
        let whole = Value::Object(event.json.clone());
        if versions.iter().any(|(_, schema)| schema.is_valid(&whole)) {
            return;
        }
        let Some((number, schema)) = versions.first() else {
            slips.add(
                type_path,
                say!(
                    "är inte publicerad än: bara publicerade kundhändelsetyper kan lämnas ut",
                    "is not published yet: only published event types can be handed out"
                ),
            );
            return;
        };
        for error in schema.iter_errors(&whole).take(3) {
            let (place, why) = tell(&error);
            let Message { sv, en } = why;
            slips.add(
                format!("{path}{place}"),
                say!(
                    "{sv}, enligt version {number} av kundhändelsetypen",
                    "{en}, by version {number} of the event type"
                ),
            );
        }
    }

    /// The schemas of the versions of an event type that have been published, newest first.
    fn validators(&self, at: usize) -> Vec<(String, Validator)> {
        let event_type = &self.catalogue.event_types[at];
        let published = event_type.versions.iter();
        let published = published.filter(|it| it.status != Status::Draft);
        let read = published.filter_map(|version| {
            let number = version.number.value.to_string();
            let path = format!(
                "api/v1/event-types/{}/{number}.schema.json",
                event_type.id.value
            );
            let bytes = self.site.bytes(&path)?;
            let schema: Value = serde_json::from_slice(&bytes).ok()?;
            let options = jsonschema::draft202012::options().should_validate_formats(true);
            Some((number, options.build(&schema).ok()?))
        });
        read.collect()
    }
}

/// Where a value breaks a schema, as a path, and how. The value itself isn't repeated.
fn tell(error: &ValidationError<'_>) -> (String, Message) {
    let mut place = String::new();
    for step in error.instance_path().as_str().split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        if step.bytes().all(|b| b.is_ascii_digit()) {
            place.push_str(&format!("[{step}]"));
        } else {
            place.push('.');
            place.push_str(&step);
        }
    }
    let why = match error.kind() {
        Wrong::Required { property } => {
            place.push('.');
            place.push_str(property.as_str().unwrap_or(""));
            say!("saknas", "is missing")
        }
        Wrong::Type { kind } => {
            let kinds = match kind {
                TypeKind::Single(kind) => kind.to_string(),
                TypeKind::Multiple(kinds) => {
                    let kinds = kinds.iter().map(|kind| kind.to_string());
                    kinds.collect::<Vec<_>>().join("/")
                }
            };
            say!("ska vara av typen {kinds}", "must be of the type {kinds}")
        }
        Wrong::Enum { options } => {
            let all = options.as_array().into_iter().flatten();
            let all: Vec<String> = all.map(ToString::to_string).collect();
            let all = all.join(", ");
            say!("ska vara något av {all}", "must be one of {all}")
        }
        Wrong::Constant { expected_value } => {
            say!("ska vara {expected_value}", "must be {expected_value}")
        }
        Wrong::Format { format } => {
            say!("ska ha formen {format}", "must have the form {format}")
        }
        Wrong::Pattern { pattern } => {
            say!("ska ha formen {pattern}", "must have the form {pattern}")
        }
        Wrong::MaxLength { limit } => {
            say!(
                "får ha högst {limit} tecken",
                "may have {limit} characters at most"
            )
        }
        Wrong::MinLength { limit } => {
            say!(
                "ska ha minst {limit} tecken",
                "must have {limit} characters at least"
            )
        }
        Wrong::Maximum { limit } => say!("får vara högst {limit}", "may be {limit} at most"),
        Wrong::Minimum { limit } => say!("ska vara minst {limit}", "must be {limit} at least"),
        Wrong::MaxItems { limit } => say!(
            "får ha högst {limit} värden",
            "may have {limit} values at most"
        ),
        Wrong::MinItems { limit } => say!(
            "ska ha minst {limit} värden",
            "must have {limit} values at least"
        ),
        other => {
            let keyword = other.keyword();
            say!(
                "bryter mot schemats {keyword}",
                "breaks the schema's {keyword}"
            )
        }
    };
    (place, why)
}
