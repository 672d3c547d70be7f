//! What the catalogue says of the events that producers are fed with: which types there
//! are, and the JSON Schema of each version, the very ones that the site publishes.

use super::site::Served;
use super::wire::{Event, Slips};
use crate::diagnostic::nearest;
use crate::model::{EventType, Status};
use crate::resolve::Catalogue;
use crate::say;
use jsonschema::Validator;
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
            let place = error.instance_path().to_string();
            let place = place.replace('/', ".");
            let keyword = error.kind().keyword().to_owned();
            let why = error.masked().to_string();
            slips.add(
                format!("{path}{place}"),
                say!(
                    "stämmer inte med version {number} av kundhändelsetypen ({keyword}: {why})",
                    "does not agree with version {number} of the event type ({keyword}: {why})"
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
            Some((number, jsonschema::validator_for(&schema).ok()?))
        });
        read.collect()
    }
}
