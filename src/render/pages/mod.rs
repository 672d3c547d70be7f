//! One file for each type of page: which there are, where each stands, and what
//! its template is given.

pub(in crate::render) mod actor;
pub(super) mod agreement;
pub(super) mod agreements;
pub(super) mod area;
pub(super) mod areas;
pub(super) mod authorization;
pub(super) mod authorizations;
mod banner;
pub(super) mod categories;
pub(super) mod category;
pub(super) mod changes;
pub(super) mod codelist;
pub(super) mod codelists;
pub(super) mod codes;
pub(super) mod compare;
pub(super) mod compare_pairs;
mod compare_words;
pub(super) mod comparisons;
pub(super) mod concept;
pub(super) mod concept_diagrams;
mod concept_graph;
pub(super) mod concepts;
pub(super) mod consumer;
pub(super) mod consumers;
pub(super) mod content;
mod course;
pub(in crate::render) mod edition;
pub(super) mod event_type;
mod event_type_parts;
pub(super) mod event_types;
pub(super) mod figures;
mod frame;
pub(super) mod guide;
mod matrix;
mod menu;
pub(super) mod not_found;
mod parts;
pub(super) mod policy;
pub(super) mod process;
mod process_graph;
pub(super) mod producer;
pub(super) mod producers;
pub(super) mod register;
pub(super) mod requirements;
pub(super) mod roadmap;
pub(super) mod service;
pub(super) mod service_changes;
pub(super) mod service_operation;
pub(super) mod service_schema;
pub(super) mod services;
pub(super) mod start;
mod states;
pub(super) mod template;
pub(super) mod templates;

pub(super) use event_type_parts::question_json;
pub(super) use frame::globals;

/// One of each entity in a table, without parts.
pub(super) fn one_each(count: usize) -> Vec<(u32, u16)> {
    (0_u32..).take(count).map(|item| (item, 0)).collect()
}

/// The pages of one long list.
fn pages_of_list(count: u16) -> Vec<(u32, u16)> {
    (0..count).map(|page| (0, page)).collect()
}

/// A number of parts of each version of the service description.
fn parts_of_services(
    site: &crate::render::Site,
    count: fn(&crate::model::Service) -> usize,
) -> Vec<(u32, u16)> {
    let services = (0_u32..).zip(&site.catalogue.services);
    services
        .flat_map(|(at, it)| (0_u16..).take(count(it)).map(move |part| (at, part)))
        .collect()
}
