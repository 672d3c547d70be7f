//! What "compatible" means, tried on versions that nobody thought of: attributes
//! made at random, changed at random, and values made at random by the newer
//! version. A value that is valid by the newer schema and not by the older one
//! breaks a consumer, so the engine must have said major.
//!
//! The schemas are those that are published, and the judge is `jsonschema`: the
//! engine's own opinions aren't asked. The seeds are fixed, so every run is the same.

use crate::random::{Attribute, Chance, change, object, some_attributes, written};
use crate::schema::validator;
use crate::support::fragments::{Fields, event_type};
use crate::support::{cases, tree};
use katalog::model::change::{Bump, compare, required_bump};
use katalog::source::Memory;
use rayon::prelude::*;
use serde_json::Value;
use std::collections::HashMap;

const PAIRS: usize = 800;
const VALUES: usize = 60;

/// Two versions of an event type: its id, and the attributes of both.
struct Pair {
    id: String,
    chance: Chance,
    old: Vec<Attribute>,
    new: Vec<Attribute>,
}

fn pair(seed: usize) -> Pair {
    let mut chance = Chance(seed as u64);
    let old = some_attributes(&mut chance, 2);
    let mut new = old.clone();
    for _ in 0..chance.of(&[1, 1, 1, 2, 3]) {
        change(&mut chance, &mut new);
    }
    let id = format!("REFKOM.BYGGLOV.MADE{seed}");
    Pair {
        id,
        chance,
        old,
        new,
    }
}

/// The schemas of a site, of what the attributes describe, by id and version.
fn schemas(source: &Memory) -> HashMap<String, Value> {
    let checked = katalog::check_as_of(source, None, "2026-06-01".parse().unwrap());
    let site = checked.site.expect("what was made can be read");
    let mut schemas = HashMap::new();
    for output in site.outputs() {
        let path = site.path(*output);
        if let Some(name) = path.strip_prefix("api/v1/event-types/")
            && let Some(name) = name.strip_suffix(".schema.json")
        {
            let mut bytes = Vec::new();
            site.render(*output, &mut bytes).unwrap();
            let mut whole: Value = serde_json::from_slice(&bytes).unwrap();
            let schema = whole["properties"]["utokadInformation"].take();
            schemas.insert(name.to_owned(), schema);
        }
    }
    schemas
}

#[test]
fn what_is_not_major_breaks_no_consumer() {
    let pairs: Vec<Pair> = (0..PAIRS).map(pair).collect();
    let mut source = Memory::new();
    for (path, bytes) in tree(&cases("base")) {
        source = source.with(&path, bytes);
    }
    for pair in &pairs {
        let version =
            |number, all| Fields(format!("version: {number}\nattributes: {}\n", written(all)));
        let versions = [version("2.0.0", &pair.new), version("1.0.0", &pair.old)];
        let path = format!("catalogue/producers/{}.yaml", pair.id.replace('.', "/"));
        source = source.with(&path, event_type(&pair.id, &versions, &[]));
    }
    let schemas = schemas(&source);
    let (tables, _) = katalog::read(&source);
    let entries: HashMap<&str, _> = tables
        .event_types
        .iter()
        .map(|it| (&*it.id.value, it))
        .collect();
    let judged: Vec<(bool, bool)> = pairs
        .into_par_iter()
        .map(|mut pair| {
            let id = &pair.id;
            let schema = |number| validator(&schemas[&format!("{id}/{number}")]);
            let (old, new) = (schema("1.0.0"), schema("2.0.0"));
            let versions = &entries[&**id].versions;
            let changes = compare(&versions[1], &versions[0]);
            let major = required_bump(&changes) == Bump::Major;
            let mut broken = false;
            for _ in 0..VALUES {
                let made = object(&mut pair.chance, &pair.new);
                if new.is_valid(&made) && !old.is_valid(&made) {
                    broken = true;
                    assert!(major, "{id}: {made} breaks a consumer, but: {changes:#?}");
                }
            }
            (major, broken)
        })
        .collect();
    let count = |is: &dyn Fn(&(bool, bool)) -> bool| judged.iter().filter(|it| is(it)).count();
    let (major, broken) = (count(&|it| it.0), count(&|it| it.1));
    // Were hardly anything breaking, or nearly all, little would have been tried.
    assert!(broken > PAIRS / 2, "{broken} of {PAIRS} break consumers");
    assert!(major < PAIRS * 4 / 5, "{major} of {PAIRS} are major");
}
