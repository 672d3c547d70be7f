//! The catalogue, as the conformance test sees it.

use crate::conform::{Known, KnownVersion};
use crate::diagnostic::{Message, has_errors};
use crate::model::Lang;
use crate::render::{Site, Theme};
use crate::say;
use crate::source::Source;
use serde_json::Value;
use std::sync::Arc;

/// A catalogue whose event types a service is held against.
pub(super) struct Catalogue(Site);

impl Catalogue {
    /// Reads a catalogue. What its rules say of it doesn't matter here, but it must be whole.
    pub(super) fn read(source: &dyn Source) -> Result<Self, Message> {
        let (tables, mut findings) = crate::read(source);
        let whole = !has_errors(&findings);
        let planned = tables.into_catalogue(whole).and_then(|catalogue| {
            let theme = Theme::load(source, &catalogue.files, catalogue.config());
            let theme = theme.map_err(|found| findings.extend(found)).ok()?;
            let base_path = catalogue.config().base_path.to_string();
            Some(Site::plan(Arc::new(catalogue), Arc::new(theme), &base_path))
        });
        planned.map(Self).ok_or_else(|| {
            say!(
                "katalogen har fel, så tjänsten kan inte prövas mot den\n  se felen med katalog check, eller peka ut en annan katalog med --root MAPP",
                "the catalogue has errors, so the service can't be tested against it\n  see them with katalog check, or name another catalogue with --root DIR"
            )
        })
    }

    /// Where its guide is published in Swedish and English; nothing when it has none.
    pub(super) fn guide(&self) -> Option<Message> {
        let catalogue = self.0.catalogue();
        catalogue.current_guide()?;
        let config = catalogue.config();
        let root = format!("{}{}", config.base_url.value, config.base_path);
        let root = root.trim_end_matches('/');
        let of = |code: &str| match config.langs().find(|lang| config.code(*lang) == code) {
            Some(lang) if lang != Lang::FIRST => format!("{root}/{code}"),
            _ => root.to_owned(),
        };
        let (sv, en) = (of("sv"), of("en"));
        Some(Message { sv, en })
    }
}

impl Known for Catalogue {
    fn producer(&self, prefix: &str) -> Option<Vec<String>> {
        let catalogue = self.0.catalogue();
        let producer = catalogue
            .producers
            .iter()
            .find(|it| &*it.id.value == prefix)?;
        let langs = catalogue.config().langs();
        let names = langs.filter(|lang| producer.actor.name.has(*lang));
        Some(
            names
                .map(|lang| producer.actor.name.get(lang).to_owned())
                .collect(),
        )
    }

    fn producer_at(&self, address: &str) -> Option<String> {
        let bare = |address: &str| address.trim_end_matches('/').to_owned();
        let mut producers = self.0.catalogue().producers.iter();
        let found = producers.find(|it| {
            let endpoints = it
                .actor
                .environments
                .iter()
                .filter_map(|it| it.endpoint.as_ref());
            endpoints
                .into_iter()
                .any(|it| bare(&it.value) == bare(address))
        })?;
        Some(found.id.value.to_string())
    }

    fn versions(&self, id: &str) -> Option<Vec<KnownVersion>> {
        let event_type = self.0.catalogue().event_type(id)?;
        let versions = event_type.versions.iter().map(|version| {
            let number = version.number.value.to_string();
            KnownVersion {
                schema: self.schema(id, &number),
                status: version.status,
                tags: version
                    .tags
                    .iter()
                    .map(|tag| tag.value.to_string())
                    .collect(),
                number,
            }
        });
        Some(versions.collect())
    }
}

impl Catalogue {
    /// The schema of a version as it is published.
    fn schema(&self, id: &str, number: &str) -> Value {
        let path = format!("api/v1/event-types/{id}/{number}.schema.json");
        let mut outputs = self.0.outputs().iter();
        let Some(output) = outputs.find(|it| self.0.path(**it) == path) else {
            return Value::Null;
        };
        let mut bytes = Vec::new();
        match self.0.render(*output, &mut bytes) {
            Ok(()) => serde_json::from_slice(&bytes).unwrap_or_default(),
            Err(_) => Value::Null,
        }
    }
}
