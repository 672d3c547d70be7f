//! Stage 2: documents to a [`Catalogue`]. Every reference is resolved; an
//! unknown one is reported with the nearest name that exists.

mod agreements;
mod documents;
mod references;
mod tables;

pub use documents::Terms;
pub use tables::{Catalogue, Stored, Tables};

use crate::diagnostic::{Diagnostic, nearest};
use crate::load::Documents;
use crate::model::{
    Block, Entity, Process, Ref, is_concept_id, is_event_type_id, is_name, is_prefix,
    matches_prefix,
};
use crate::say;
use references::{Index, Resolver};

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
        for transition in &mut process.transitions {
            resolver.resolve_step(&event_types, &mut transition.event, &process.id.value);
        }
    }
    for event_type in &mut documents.event_types {
        resolver.owner(&processes, &mut event_type.process, "process.yaml");
        for version in &mut event_type.versions {
            resolver.resolve(&categories, &mut version.category);
            for authorization in &mut version.authorizations {
                resolver.resolve(&authorizations, authorization);
            }
            if let Some(other) = &mut version.replaced_by {
                resolver.resolve_replacement(&event_types, other, event_type.id.value.as_ref());
            }
            for attribute in version.attributes.iter_mut().chain(&mut version.references) {
                resolver.resolve_type(&codelists, &mut attribute.ty);
            }
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
    ));

    let texts = std::mem::take(&mut documents.guide_texts);
    let files = std::mem::take(&mut documents.agreement_files);
    let mut tables = Tables::new(documents);
    tables.guides = documents::guides(texts, tables.config.as_ref(), &tables.broken, &mut findings);
    tables.agreements =
        agreements::agreements(files, tables.config.as_ref(), &tables.broken, &mut findings);
    documents::terms(&mut tables, &mut findings);
    findings.extend(unmatched_prefixes(&tables));
    findings.extend(parent_cycles(&tables));
    tables.link();
    (tables, findings)
}

/// By id, and what has an order of its own by that.
fn sort(documents: &mut Documents) {
    documents
        .categories
        .sort_by(|a, b| (a.order, a.id()).cmp(&(b.order, b.id())));
    documents
        .authorizations
        .sort_by(|a, b| (a.order, a.id()).cmp(&(b.order, b.id())));
    documents.codelists.sort_by(|a, b| a.id().cmp(b.id()));
    documents.concepts.sort_by(|a, b| a.id().cmp(b.id()));
    documents.producers.sort_by(|a, b| a.id().cmp(b.id()));
    documents.processes.sort_by(|a, b| a.id().cmp(b.id()));
    documents.event_types.sort_by(|a, b| a.id().cmp(b.id()));
    documents.consumers.sort_by(|a, b| a.id().cmp(b.id()));
    documents.images.sort_by(|a, b| a.path.cmp(&b.path));
    documents
        .services
        .sort_by_key(|it| std::cmp::Reverse(it.number.value));
    documents
        .pages
        .sort_by(|a, b| (&a.slug, a.lang).cmp(&(&b.slug, b.lang)));
}

/// What a consumer says it fetches and nobody publishes.
fn unmatched_prefixes(tables: &Tables) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for consumer in &tables.consumers {
        for prefix in &consumer.event_types {
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

/// Processes that are, by way of their parents, parts of themselves. Each circle
/// is reported once, at the process with the least id.
fn parent_cycles(tables: &Tables) -> Vec<Diagnostic> {
    let parent = |at: usize| {
        let parent = tables.processes[at].parent.as_ref()?;
        tables.find(parent).map(|_| parent.index as usize)
    };
    let mut findings = Vec::new();
    // 0: not seen, otherwise the walk that saw it.
    let mut seen = vec![0_usize; tables.processes.len()];
    for start in 0..tables.processes.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match parent(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        if seen[at] == start + 1 && parent(at).is_some() && in_cycle(at, &parent) {
            findings.push(cycle(tables, at, &parent));
        }
    }
    findings
}

fn in_cycle(at: usize, parent: &impl Fn(usize) -> Option<usize>) -> bool {
    let mut next = parent(at);
    for _ in 0..10_000 {
        match next {
            Some(found) if found == at => return true,
            Some(found) => next = parent(found),
            None => return false,
        }
    }
    false
}

fn cycle(tables: &Tables, at: usize, parent: &impl Fn(usize) -> Option<usize>) -> Diagnostic {
    let mut members = vec![at];
    while let Some(next) = parent(members[members.len() - 1]).filter(|next| *next != at) {
        members.push(next);
    }
    let first = members
        .iter()
        .enumerate()
        .min_by_key(|(_, member)| **member)
        .map_or(0, |(n, _)| n);
    members.rotate_left(first);
    let name = |at: &usize| tables.processes[*at].id();
    let circle: Vec<_> = members.iter().chain(&members[..1]).map(name).collect();
    let circle = circle.join(" → ");
    let process: &Process = &tables.processes[members[0]];
    let span = process
        .parent
        .as_ref()
        .map_or(process.id.span, |parent: &Ref<Process>| parent.span);
    let mut finding = Diagnostic::new(
        "K0202",
        span,
        say!(
            "processerna är delar av varandra i en cirkel: {circle}",
            "the processes are parts of each other in a circle: {circle}"
        ),
    )
    .help(match members.len() {
        1 => say!("ta bort raden `parent`", "remove the line `parent`"),
        _ => say!(
            "ta bort raden `parent` hos den process som omfattar de andra",
            "remove the line `parent` from the process that contains the others"
        ),
    });
    for member in &members[1..] {
        let process = &tables.processes[*member];
        let Some(parent) = &process.parent else {
            continue;
        };
        let (part, whole) = (process.id(), &parent.name);
        let label = say!("{part} är en del av {whole}", "{part} is a part of {whole}");
        finding = finding.related(parent.span, label);
    }
    finding
}
