//! A schema together with those that hold for the same value: what it refers to and
//! what it is put together with.

use crate::model::service::{Property, Schema, SchemaType, Service};
use std::collections::HashSet;

/// Several schemas seen as one.
pub(in crate::render) struct View<'s> {
    /// The schema itself, then those that hold too.
    pub(super) parts: Vec<&'s Schema>,
}

impl<'s> View<'s> {
    /// A schema with what it refers to, and with all of `allOf`. The alternatives
    /// of `anyOf` and `oneOf` are told of beside it.
    pub(in crate::render) fn of(service: &'s Service, schema: &'s Schema) -> Self {
        let mut parts = Vec::new();
        let mut seen = HashSet::new();
        let mut open = vec![schema];
        while let Some(part) = open.pop() {
            if !seen.insert(&*part.pointer) {
                continue;
            }
            parts.push(part);
            let mut next: Vec<&Schema> = part.all_of.iter().collect();
            next.reverse();
            open.extend(next);
            let named = part.reference.as_ref();
            open.extend(named.and_then(|it| service.schema_of(it)));
        }
        Self { parts }
    }

    /// The first name that it is known by.
    pub(super) fn name(&self) -> Option<&'s str> {
        let references = self.parts.iter().filter_map(|it| it.reference.as_ref());
        references.filter_map(|it| it.name()).next()
    }

    /// The types that it may have; none means any.
    pub(super) fn types(&self) -> &'s [SchemaType] {
        let stated = self.parts.iter().find(|it| !it.types.is_empty());
        stated.map_or(&[], |it| &it.types)
    }

    /// What its items may be.
    pub(super) fn items(&self) -> Option<&'s Schema> {
        self.parts.iter().find_map(|it| it.items.as_deref())
    }

    /// Its properties, each once and as it is stated first.
    pub(in crate::render) fn properties(&self) -> Vec<&'s Property> {
        let mut seen: HashSet<&str> = HashSet::new();
        let all = self.parts.iter().flat_map(|it| &it.properties);
        all.filter(|it| seen.insert(&it.name.value)).collect()
    }

    /// Whether a property must be there.
    pub(super) fn requires(&self, name: &str) -> bool {
        let mut all = self.parts.iter().flat_map(|it| &it.required);
        all.any(|it| *it.value == *name)
    }

    /// Whether it is on its way out.
    pub(super) fn is_deprecated(&self) -> bool {
        self.parts.iter().any(|it| it.deprecated)
    }

    /// The first of the schemas that says something.
    pub(super) fn first<T>(&self, get: impl Fn(&'s Schema) -> Option<T>) -> Option<T> {
        self.parts.iter().find_map(|it| get(it))
    }
}
