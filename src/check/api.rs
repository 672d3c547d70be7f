//! The service description seen as a whole: whether every reference leads somewhere
//! and ends, and what an object may hold by all the schemas that it is held against.

use crate::model::service::{Component, Schema, Service, Walk};
use std::collections::{HashSet, VecDeque};

/// The names of a kind of component.
pub(super) fn names(service: &Service, kind: Component) -> Vec<&str> {
    macro_rules! all {
        ($field:ident) => {
            service.$field.iter().map(|it| &*it.name.value).collect()
        };
    }
    match kind {
        Component::Schema => all!(schemas),
        Component::Parameter => all!(parameters),
        Component::Header => all!(headers),
        Component::RequestBody => all!(request_bodies),
        Component::Response => all!(responses),
        Component::Example => all!(examples),
        Component::SecurityScheme => all!(security_schemes),
    }
}

/// Whether every reference leads to a component of its kind.
pub(super) fn all_lead_somewhere(service: &Service) -> bool {
    service.refs.iter().all(|it| {
        it.name()
            .is_some_and(|name| names(service, it.kind).contains(&name))
    })
}

/// The same, and none in a circle that holds nothing: values may then be held
/// against schemas.
pub(super) fn is_sound(service: &Service) -> bool {
    all_lead_somewhere(service) && circles(service).is_empty()
}

/// The schemas that a value would be held against for ever: a schema leads back to
/// itself without going into a property or an item. Each circle is given once, from
/// its first schema in the file.
pub(super) fn circles(service: &Service) -> Vec<Vec<usize>> {
    let next: Vec<Vec<usize>> = service
        .schemas
        .iter()
        .map(|it| {
            let mut found = Vec::new();
            leads_to(service, &it.value, &mut found);
            found
        })
        .collect();
    let mut circles = Vec::new();
    let mut done = vec![false; next.len()];
    for start in 0..next.len() {
        if done[start] {
            continue;
        }
        // The shortest way back to the start, breadth first.
        let mut from: Vec<Option<usize>> = vec![None; next.len()];
        let mut open = VecDeque::from([start]);
        while let Some(at) = open.pop_front() {
            for &to in &next[at] {
                if from[to].is_none() {
                    from[to] = Some(at);
                    open.push_back(to);
                }
            }
        }
        let Some(mut at) = from[start] else { continue };
        let mut circle = vec![start];
        while at != start {
            circle.insert(1, at);
            at = from[at].unwrap_or(start);
        }
        for &member in &circle {
            done[member] = true;
        }
        circles.push(circle);
    }
    circles
}

/// The named schemas that a value of a schema is held against as it is.
fn leads_to(service: &Service, schema: &Schema, out: &mut Vec<usize>) {
    if let Some(name) = schema.reference.as_ref().and_then(|it| it.name()) {
        let at = service
            .schemas
            .iter()
            .position(|it| &*it.name.value == name);
        out.extend(at);
    }
    for part in schema.same_value() {
        leads_to(service, part, out);
    }
}

/// What a value may hold by all the schemas that it is held against.
#[derive(Default)]
pub(super) struct Shape<'s> {
    /// The properties that are described.
    pub(super) properties: Vec<(&'s str, &'s Schema)>,
    /// What its items may be.
    pub(super) items: Vec<&'s Schema>,
    /// Whether other properties are welcome, or refused, in so many words.
    pub(super) additional: bool,
    /// The schemas that have been looked at, by their places.
    seen: HashSet<&'s str>,
}

impl<'s> Shape<'s> {
    /// The shape of a schema of a sound service description.
    pub(super) fn of(service: &'s Service, schemas: &[&'s Schema]) -> Self {
        let mut shape = Self::default();
        for schema in schemas {
            shape.add(service, schema);
        }
        shape
    }

    fn add(&mut self, service: &'s Service, schema: &'s Schema) {
        if !self.seen.insert(&schema.pointer) {
            return;
        }
        let own = schema.properties.iter();
        self.properties
            .extend(own.map(|it| (&*it.name.value, &it.schema)));
        self.items.extend(schema.items.as_deref());
        self.additional |= schema.additional.is_some();
        if let Some(named) = schema
            .reference
            .as_ref()
            .and_then(|it| service.schema_of(it))
        {
            self.add(service, named);
        }
        for part in schema.same_value() {
            self.add(service, part);
        }
    }

    /// The schemas of a property.
    pub(super) fn property(&self, name: &str) -> Vec<&'s Schema> {
        let own = self.properties.iter().filter(|(own, _)| *own == name);
        own.map(|(_, schema)| *schema).collect()
    }
}

/// Calls `see` for every schema in a file.
pub(super) fn each_schema<'s>(service: &'s Service, see: impl FnMut(&'s Schema)) {
    struct Each<F>(F);
    impl<'s, F: FnMut(&'s Schema)> Walk<'s> for Each<F> {
        fn schema(&mut self, schema: &'s Schema, _: Option<&'s str>) {
            (self.0)(schema);
        }
    }
    Each(see).walk(service);
}
