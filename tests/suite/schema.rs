//! The published schemas: valid JSON Schema, and every example valid by its own.
//! Nothing is fetched: the validator has the 2020-12 meta-schemas in itself.

use crate::support::{base, cases, copy_over, repository};
use katalog::source::Disk;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// What is published of a version of an event type.
pub(crate) struct Version {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) schema: Value,
    /// Whole events.
    pub(crate) examples: Vec<Value>,
}

/// All versions of a site, out of its published files.
pub(crate) fn versions(site: &Path) -> Vec<Version> {
    let checked = katalog::check(&Disk::open(site).unwrap(), None);
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    let site = checked.site.unwrap();
    let mut files: BTreeMap<String, Value> = BTreeMap::new();
    for output in site.outputs() {
        let path = site.path(*output);
        let Some(name) = path.strip_prefix("api/v1/event-types/") else {
            continue;
        };
        if name.contains('/') {
            let mut bytes = Vec::new();
            site.render(*output, &mut bytes).unwrap();
            files.insert(name.to_owned(), serde_json::from_slice(&bytes).unwrap());
        }
    }
    let mut versions = Vec::new();
    for (name, value) in &files {
        let Some(stem) = name.strip_suffix(".schema.json") else {
            continue;
        };
        let (id, number) = stem.split_once('/').unwrap();
        let published = &files[&format!("{stem}.json")];
        let examples = published["examples"].as_array().unwrap();
        versions.push(Version {
            id: id.to_owned(),
            number: number.to_owned(),
            schema: value.clone(),
            examples: examples.iter().map(|it| it["event"].clone()).collect(),
        });
    }
    versions
}

/// A validator that also asserts formats.
pub(crate) fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(schema)
        .unwrap()
}

/// The small site with an event type that has every type and every bound.
pub(crate) fn all_types() -> tempfile::TempDir {
    let site = base();
    copy_over(&cases("all-types/in"), site.path());
    site
}

#[test]
fn schemas_are_valid_and_so_are_the_examples_by_them() {
    let mut all = versions(repository());
    let of_catalogue = all.len();
    assert!(of_catalogue > 150, "only {of_catalogue} versions");
    all.extend(versions(all_types().path()));
    for version in &all {
        let name = format!("{} {}", version.id, version.number);
        let meta = jsonschema::draft202012::meta::validate(&version.schema);
        assert!(meta.is_ok(), "{name}: {}", meta.unwrap_err());
        assert!(!version.examples.is_empty(), "{name}");
        let validator = validator(&version.schema);
        for example in &version.examples {
            let found = validator.validate(example);
            assert!(found.is_ok(), "{name}: {}", found.unwrap_err());
        }
    }
}

#[test]
fn schemas_have_addresses_of_their_own() {
    for version in versions(repository()) {
        let (id, number) = (&version.id, &version.number);
        let schema = &version.schema;
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        let address =
            format!("https://katalog.example/api/v1/event-types/{id}/{number}.schema.json");
        assert_eq!(schema["$id"], *address);
        assert_eq!(schema["title"], format!("{id} {number}"));
        assert_eq!(schema["properties"]["kundhandelseTyp"]["const"], **id);
    }
}
