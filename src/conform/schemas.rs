//! The schemas that answers are held against: those of the service description.

use crate::load::yaml_as_json;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The version of the standard that services are held against.
pub const STANDARD: &str = "6.1";

/// Its service description.
const CONTRACT: &str = include_str!("../../content/api/6.1/openapi.yaml");

/// The service description's schemas, made ready when they are first asked for.
pub(super) struct Schemas {
    components: Value,
    ready: HashMap<String, Option<Validator>>,
}

impl Schemas {
    /// Reads the service description.
    pub(super) fn new() -> Self {
        let text = yaml_as_json(CONTRACT).unwrap_or_default();
        let mut contract: Value = serde_json::from_str(&text).unwrap_or_default();
        // What events are like is judged field by field, and not with the answer's frame.
        let list = "/components/schemas/KundhandelserForPart/properties/kundhandelserForPart";
        if let Some(list) = contract.pointer_mut(list).and_then(Value::as_object_mut) {
            list.remove("items");
        }
        Self {
            components: contract["components"].take(),
            ready: HashMap::new(),
        }
    }

    /// What is wrong with a value by a schema, named by its place such as
    /// `Kundhandelse/properties/rubrik`; nothing when it is valid.
    pub(super) fn fault(&mut self, schema: &str, value: &Value) -> Option<String> {
        if !self.ready.contains_key(schema) {
            let root = json!({
                "$ref": format!("#/components/schemas/{schema}"),
                "components": self.components,
            });
            let validator = compiled(&root);
            self.ready.insert(schema.to_owned(), validator);
        }
        fault(self.ready.get(schema)?.as_ref()?, value)
    }

    /// The names of what an event must have.
    pub(super) fn required_of_event(&self) -> Vec<&str> {
        let required = self
            .components
            .pointer("/schemas/Kundhandelse/required")
            .and_then(Value::as_array);
        let names = required.into_iter().flatten();
        names.filter_map(Value::as_str).collect()
    }
}

/// A schema that also asserts formats.
fn compiled(schema: &Value) -> Option<Validator> {
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(schema).ok()
}

/// What is wrong with a value by a schema of its own, and where.
pub(super) fn fault_by(schema: &Value, value: &Value) -> Option<String> {
    fault(&compiled(schema)?, value)
}

fn fault(validator: &Validator, value: &Value) -> Option<String> {
    let error = validator.iter_errors(value).next()?;
    let place = error.instance_path().to_string();
    let (at, place) = match place.is_empty() {
        true => ("", String::new()),
        false => (": ", place),
    };
    Some(format!("{place}{at}{error}"))
}
