//! What is known of event types and producers: what the catalogue says.

use crate::model::Status;
use serde_json::Value;

/// A catalogue, as far as a service is held against it.
pub trait Known {
    /// The names of the producer with a prefix, in the catalogue's languages; nothing
    /// when there is no such producer.
    fn producer(&self, prefix: &str) -> Option<Vec<String>>;

    /// The prefix of the producer that has an endpoint.
    fn producer_at(&self, address: &str) -> Option<String>;

    /// The versions of an event type; nothing when there is no such event type.
    fn versions(&self, id: &str) -> Option<Vec<KnownVersion>>;
}

/// What is known of a version of an event type.
pub struct KnownVersion {
    /// Its number.
    pub number: String,
    /// Where it is in its life.
    pub status: Status,
    /// What questions may select it by.
    pub tags: Vec<String>,
    /// The JSON Schema of its events.
    pub schema: Value,
}

impl KnownVersion {
    /// Whether events of the version may be sent.
    pub(super) fn is_in_use(&self) -> bool {
        matches!(self.status, Status::Published | Status::Deprecated)
    }
}
