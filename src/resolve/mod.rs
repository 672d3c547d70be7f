//! Stage 2: documents to a [`Catalogue`]. Every reference is resolved; an
//! unknown one is reported with the nearest name that exists.

mod adopt;
mod adopt_problems;
mod agreements;
mod authorizations;
mod documents;
mod references;
mod register;
mod tables;
mod templates;

pub use documents::Terms;
pub use tables::{Catalogue, Stored, Tables};

use crate::diagnostic::{Diagnostic, nearest};
use crate::load::Documents;
use crate::model::{
    Block, Entity, EventType, is_concept_id, is_event_type_id, is_name, is_prefix, matches_prefix,
};
use crate::say;
use references::{Index, Resolver};
use std::sync::Arc;

/// Resolves all references. The tables hold what could be read, for the rules
/// to look at; they become a [`Catalogue`] only when nothing is missing
/// ([`Tables::into_catalogue`]).
pub fn resolve(mut documents: Documents) -> (Tables, Vec<Diagnostic>) {
    sort(&mut documents);
    let mut resolver = Resolver::new(&documents);

    let categories = Index::new(&documents.categories, ("kategorin", "category"), |id| {
        is_name(id).then(|| format!("catalogue/common/categories/{id}.yaml"))
    });
    let authorizations = Index::new(
        &documents.authorizations,
        ("behörighetsobjektstypen", "authorization object type"),
        |id| is_name(id).then(|| format!("catalogue/common/authorizations/{id}.yaml")),
    );
    let codelists = Index::new(&documents.codelists, ("kodlistan", "code list"), |id| {
        is_name(id).then(|| format!("catalogue/common/codelists/{id}.yaml"))
    });
    let concepts = Index::new(&documents.concepts, ("begreppet", "concept"), |id| {
        is_concept_id(id).then(|| format!("catalogue/common/concepts/{id}.yaml"))
    });
    let common = Common {
        categories: &categories,
        authorizations: &authorizations,
        codelists: &codelists,
    };
    templates::gather(&mut documents, &mut resolver);
    let templates = documents.templates.iter_mut();
    for event_type in templates.flat_map(|it| &mut it.event_types) {
        common.resolve(&mut resolver, event_type);
    }
    let mut findings = resolver.findings;
    adopt::adopt(&mut documents, &mut findings);
    sort_processes(&mut documents);
    let mut resolver = Resolver::new(&documents);
    resolver.findings = findings;
    let producers = Index::new(&documents.producers, ("producenten", "producer"), |_| None);
    let processes = Index::new(&documents.processes, ("processen", "process"), |id| {
        let own = is_prefix(id) && id.split('.').count() == 2;
        own.then(|| format!("catalogue/producers/{}/process.yaml", id.replace('.', "/")))
    });
    let event_types = Index::new(
        &documents.event_types,
        ("händelsetypen", "event type"),
        |id| {
            is_event_type_id(id)
                .then(|| format!("catalogue/producers/{}.yaml", id.replace('.', "/")))
        },
    );

    let requirements = Index::new(&documents.requirements, ("kravet", "requirement"), |id| {
        is_name(id).then(|| format!("catalogue/common/requirements/{id}.yaml"))
    });

    for consumer in &mut documents.consumers {
        for fulfilled in &mut consumer.requirements {
            resolver.resolve(&requirements, &mut fulfilled.requirement);
        }
    }
    for authorization in &mut documents.authorizations {
        for other in &mut authorization.includes {
            resolver.resolve(&authorizations, other);
        }
    }
    for concept in &mut documents.concepts {
        for relation in &mut concept.relations {
            resolver.resolve(&concepts, &mut relation.to);
        }
    }
    for process in &mut documents.processes {
        resolver.owner(&producers, &mut process.producer, "producer.yaml");
        if let Some(parent) = &mut process.parent {
            resolver.resolve_parent(&processes, parent, &process.id.value);
        }
        for earlier in &mut process.follows {
            resolver.resolve_parent(&processes, earlier, &process.id.value);
        }
        for transition in &mut process.transitions {
            resolver.resolve_step(&event_types, &mut transition.event, &process.id.value);
        }
    }
    let areas = Index::new(
        &documents.areas,
        ("kundärendeområdet", "customer case area"),
        |id| is_name(id).then(|| format!("catalogue/common/areas/{id}.yaml")),
    );
    let customers = Index::new(
        &documents.customers,
        ("testkunden", "test customer"),
        |id| is_name(id).then(|| format!("catalogue/sandbox/customers/{id}.yaml")),
    );
    for customer in &mut documents.customers {
        for area in &mut customer.areas {
            resolver.resolve(&areas, area);
        }
        for process in &mut customer.processes {
            resolver.resolve(&processes, process);
        }
        for employer in &mut customer.employers {
            resolver.resolve_parent(&customers, employer, &customer.id.value);
        }
        for power in &mut customer.powers {
            resolver.resolve(&authorizations, &mut power.authorization);
            resolver.resolve_parent(&customers, &mut power.customer, &customer.id.value);
        }
    }
    let steps = documents.areas.iter_mut().flat_map(|it| &mut it.steps);
    for process in steps.flat_map(|step| &mut step.processes) {
        resolver.resolve(&processes, process);
    }
    for event_type in &mut documents.event_types {
        resolver.owner(&processes, &mut event_type.process, "process.yaml");
        for version in &mut event_type.versions {
            if let Some(other) = &mut version.replaced_by {
                resolver.resolve_replacement(&event_types, other, event_type.id.value.as_ref());
            }
        }
        if event_type.adopted.is_none() {
            common.resolve(&mut resolver, event_type);
        }
    }
    let pages = documents.pages.iter_mut();
    let guide = documents.guide_texts.iter_mut().map(|text| &mut text.page);
    for block in pages.chain(guide).flat_map(|page| &mut page.blocks) {
        match block {
            Block::Event(event) => resolver.resolve(&event_types, event),
            Block::Attributes { schema, version } => {
                let (services, broken) = (&documents.services, &documents.broken);
                let found = documents::schema(services, broken, schema, version);
                resolver
                    .findings
                    .extend(found.err().map(|finding| *finding));
            }
            Block::Diagram(_) | Block::List(_) => {}
        }
    }
    let mut findings = resolver.findings;
    drop((
        categories,
        authorizations,
        codelists,
        concepts,
        producers,
        processes,
        event_types,
        requirements,
        areas,
        customers,
    ));

    let texts = std::mem::take(&mut documents.guide_texts);
    let files = std::mem::take(&mut documents.agreement_files);
    let mut tables = Tables::new(documents);
    tables.guides = documents::guides(texts, tables.config.as_ref(), &tables.broken, &mut findings);
    tables.agreements =
        agreements::agreements(files, tables.config.as_ref(), &tables.broken, &mut findings);
    register::agreements(&tables, &mut findings);
    register::standards(&tables, &mut findings);
    documents::terms(&mut tables, &mut findings);
    findings.extend(unmatched_prefixes(&tables));
    tables.link_authorizations();
    findings.extend(authorizations::circles(&tables));
    tables.link();
    (tables, findings)
}

/// What all producers share and event types name.
struct Common<'i> {
    categories: &'i Index,
    authorizations: &'i Index,
    codelists: &'i Index,
}

impl Common<'_> {
    /// Resolves what the versions of an event type name. Done once for a template's,
    /// before others share it.
    fn resolve(&self, resolver: &mut Resolver, event_type: &mut EventType) {
        for version in &mut event_type.versions {
            resolver.resolve(self.categories, &mut version.category);
            for authorization in Arc::get_mut(&mut version.authorizations)
                .into_iter()
                .flatten()
            {
                resolver.resolve(self.authorizations, authorization);
            }
            let lists = [&mut version.attributes, &mut version.references];
            for attribute in lists.into_iter().filter_map(Arc::get_mut).flatten() {
                resolver.resolve_type(self.codelists, &mut attribute.ty);
            }
        }
    }
}

fn sort_processes(documents: &mut Documents) {
    documents.processes.sort_by(|a, b| a.id().cmp(b.id()));
    documents.event_types.sort_by(|a, b| a.id().cmp(b.id()));
}

/// By id, and what has an order of its own by that.
fn sort(documents: &mut Documents) {
    documents
        .categories
        .sort_by(|a, b| (a.order, a.id()).cmp(&(b.order, b.id())));
    documents
        .authorizations
        .sort_by(|a, b| (a.kind, a.order, a.id()).cmp(&(b.kind, b.order, b.id())));
    documents
        .requirements
        .sort_by(|a, b| (a.kind, a.order, a.id()).cmp(&(b.kind, b.order, b.id())));
    documents.codelists.sort_by(|a, b| a.id().cmp(b.id()));
    documents.concepts.sort_by(|a, b| a.id().cmp(b.id()));
    documents.producers.sort_by(|a, b| a.id().cmp(b.id()));
    documents.areas.sort_by(|a, b| a.id().cmp(b.id()));
    documents
        .customers
        .sort_by(|a, b| (a.order, a.id()).cmp(&(b.order, b.id())));
    documents.consumers.sort_by(|a, b| a.id().cmp(b.id()));
    documents.images.sort_by(|a, b| a.path.cmp(&b.path));
    documents
        .services
        .sort_by_key(|it| std::cmp::Reverse(it.number.value));
    documents
        .pages
        .sort_by(|a, b| (&a.slug, a.lang).cmp(&(&b.slug, b.lang)));
}

/// What a consumer says it fetches, or a power is limited to, and nobody publishes.
fn unmatched_prefixes(tables: &Tables) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let fetched = tables.consumers.iter().map(|it| &it.event_types);
    let powers = tables.customers.iter().flat_map(|it| &it.powers);
    for prefixes in fetched.chain(powers.map(|it| &it.event_types)) {
        for prefix in prefixes {
            let written = &prefix.value;
            if !tables.under(written).is_empty()
                || tables.broken.iter().any(|id| matches_prefix(id, written))
            {
                continue;
            }
            let names = || {
                let producers = tables.producers.iter().map(Entity::id);
                let processes = tables.processes.iter().map(Entity::id);
                producers
                    .chain(processes)
                    .chain(tables.event_types.iter().map(Entity::id))
            };
            let help = match nearest(written, names()) {
                Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
                None => say!(
                    "skriv ett id som finns, eller hela delar av ett: en producent eller en process",
                    "write an id that exists, or whole parts of one: a producer or a process"
                ),
            };
            findings.push(
                Diagnostic::new(
                    "K0201",
                    prefix.span,
                    say!(
                        "ingen händelsetyp finns under `{written}`",
                        "there is no event type under `{written}`"
                    ),
                )
                .help(help),
            );
        }
    }
    findings
}
