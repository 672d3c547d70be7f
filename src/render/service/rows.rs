//! A schema as a table: a row for each property, nested ones below the one they
//! belong to.

use super::view::View;
use super::{alternatives, constraints, html, type_html, url};
use crate::model::service::{Schema, Service};
use crate::render::context::Cx;
use crate::render::html::link;
use serde::Serialize;
use std::collections::HashMap;

/// Deeper than this, the table leads to the schema's own page.
const DEEPEST: usize = 5;

/// A property in a table.
#[derive(Serialize)]
pub(in crate::render) struct SchemaRow {
    name: String,
    /// What it lies in, from the second level on.
    within: Option<String>,
    anchor: String,
    depth: usize,
    type_html: String,
    required: bool,
    deprecated: bool,
    constraints: Vec<String>,
    description_html: String,
    /// The values it may have.
    values: Vec<String>,
    /// Where what it holds is told of, when that isn't here.
    elsewhere_html: Option<String>,
    alternatives_html: Option<String>,
}

/// Makes the tables of one page. A schema with a name is laid out once: after that
/// a table leads to where it was. So no page grows beyond the properties that
/// there are, and a schema that holds itself comes to an end.
pub(in crate::render) struct Rows<'c, 's> {
    cx: &'c Cx<'s>,
    service: &'s Service,
    /// Where each named schema has been laid out: a place and what it is called.
    laid_out: HashMap<&'s str, String>,
}

impl<'c, 's> Rows<'c, 's> {
    pub(in crate::render) fn new(cx: &'c Cx<'s>, service: &'s Service) -> Self {
        Self {
            cx,
            service,
            laid_out: HashMap::new(),
        }
    }

    /// Notes that a named schema is laid out on this page, and tells where it was
    /// when it has been before.
    pub(in crate::render) fn begin(&mut self, name: &'s str, anchor: &str) -> Option<String> {
        match self.laid_out.get(name) {
            Some(place) => Some(place.clone()),
            None => {
                self.laid_out.insert(name, anchor.to_owned());
                None
            }
        }
    }

    /// The rows of a schema's properties. Their ids begin with the schema's name, or
    /// with `anchor` where it has none.
    pub(in crate::render) fn of(&mut self, schema: &'s Schema, anchor: &str) -> Vec<SchemaRow> {
        let mut rows = Vec::new();
        let name = schema.reference.as_ref().and_then(|it| it.name());
        self.add(schema, "", name.unwrap_or(anchor), 0, &mut rows);
        rows
    }

    fn add(
        &mut self,
        schema: &'s Schema,
        parent: &str,
        anchor: &str,
        depth: usize,
        rows: &mut Vec<SchemaRow>,
    ) {
        let (cx, service) = (self.cx, self.service);
        let view = View::of(service, schema);
        for property in view.properties() {
            let name = &property.name.value;
            let own = View::of(service, &property.schema);
            let path = format!("{parent}{name}");
            let anchor = format!("{anchor}-{name}");
            let (inner, lists) = innermost(service, &property.schema);
            let within = View::of(service, inner);
            let mut told = constraints(cx, &own);
            if lists > 0 {
                told.extend(constraints(cx, &within));
                let mut seen = std::collections::HashSet::new();
                told.retain(|it| seen.insert(it.clone()));
            }
            let values = within.first(|it| it.values.as_ref());
            let values = values.map_or(&[][..], |values| &values.value);
            let holds = !within.properties().is_empty();
            // A name that leads to something without properties has been told of.
            let known = within.name().filter(|_| holds);
            let mut elsewhere_html = None;
            let mut lay_out = holds;
            if let Some(name) = known {
                if depth >= DEEPEST || is_explained(service.schema(name)) {
                    let page = url(cx, service, &format!("schemas/{name}"));
                    elsewhere_html =
                        Some(cx.t("schema-more").replace("{schema}", &link(&page, name)));
                    lay_out = false;
                } else if let Some(place) = self.begin(name, &anchor) {
                    let place = link(&format!("#{place}"), name);
                    elsewhere_html = Some(cx.t("schema-above").replace("{schema}", &place));
                    lay_out = false;
                }
            }
            let description = own.first(|it| it.texts.description.as_ref());
            rows.push(SchemaRow {
                name: name.to_string(),
                within: (depth > 1).then(|| parent.trim_end_matches('.').to_owned()),
                anchor: anchor.clone(),
                depth: depth.min(DEEPEST),
                type_html: type_html(cx, service, &property.schema),
                required: view.requires(name),
                deprecated: own.is_deprecated(),
                constraints: told,
                description_html: html(cx, description),
                values: values.iter().map(|it| it.shown()).collect(),
                elsewhere_html,
                alternatives_html: alternatives(cx, service, &within),
            });
            // Schemas without names end, for a file is only so deep.
            if lay_out {
                let path = format!("{path}{}.", "[]".repeat(lists));
                self.add(inner, &path, known.unwrap_or(&anchor), depth + 1, rows);
            }
        }
    }
}

/// Whether it is told who fills in some property: all of that stands on the schema's
/// own page, to which tables lead.
pub(in crate::render) fn is_explained(schema: Option<&Schema>) -> bool {
    let mut properties = schema.into_iter().flat_map(|it| &it.properties);
    properties.any(|it| it.schema.filled_by.is_some())
}

/// What a list holds at its innermost, and how many lists stand around it.
pub(super) fn innermost<'s>(service: &'s Service, schema: &'s Schema) -> (&'s Schema, usize) {
    let (mut schema, mut lists) = (schema, 0);
    // A list of itself has no innermost.
    while let (Some(items), true) = (View::of(service, schema).items(), lists < 4) {
        schema = items;
        lists += 1;
    }
    (schema, lists)
}
