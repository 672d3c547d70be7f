//! One file for each machine-readable format. Together they are the catalogue's
//! interface for programs, versioned like one: `/api/v1/…`.
//!
//! All JSON is written straight to the output, in the order of the model, with
//! two spaces for each level.

pub(super) mod agreements;
pub(super) mod assets;
pub(super) mod changes;
pub(super) mod entities;
pub(super) mod event_type;
pub(super) mod feed;
pub(super) mod formats;
pub(super) mod images;
pub(super) mod index;
mod json;
pub(super) mod register;
pub(super) mod schema;
pub(super) mod service;
pub(super) mod templates;

use crate::model::{EventType, Process, Section, Version};

/// Where the interface begins.
const API: &str = "api/v1";

/// The path of the list of everything.
pub(super) const INDEX: &str = "api/v1/index.json";

/// The path of the connection register.
pub(super) const REGISTER: &str = "api/v1/register.json";

/// The path of the change log.
pub(super) const CHANGES: &str = "api/v1/changes.json";

/// The path of an event type with all its versions.
pub(super) fn event_type_path(event_type: &EventType) -> String {
    format!("{API}/event-types/{}.json", event_type.id.value)
}

/// The path of one version.
pub(super) fn version_path(event_type: &EventType, version: &Version) -> String {
    format!(
        "{API}/event-types/{}/{}.json",
        event_type.id.value, version.number.value
    )
}

/// The path of the schema of one version.
pub(super) fn schema_path(event_type: &EventType, version: &Version) -> String {
    format!(
        "{API}/event-types/{}/{}.schema.json",
        event_type.id.value, version.number.value
    )
}

/// The path of all entities of a kind.
pub(super) fn table_path(section: Section) -> String {
    format!("{API}/{}.json", section.key())
}

/// The path of one entity.
pub(super) fn entity_path(section: Section, id: &str) -> String {
    format!("{API}/{}/{id}.json", section.key())
}

/// The path of a process.
pub(super) fn process_path(process: &Process) -> String {
    format!("{API}/processes/{}.json", process.id.value)
}
