//! All entities, and the promise that nothing they refer to is missing.

use super::documents::Terms;
use crate::load::Documents;
use crate::model::{
    Actor, Agreement, AgreementEdition, Authorization, CaseArea, Category, CodeList, Concept,
    Config, Consumer, Edition, Entity, EventType, Guide, Image, Link, Lock, Page, Policy, Process,
    Producer, Ref, Requirement, Roadmap, Service, SignedAgreement, Template, TestCustomer,
    matches_prefix, term::TermUse,
};
use crate::source::Spanned;
use std::ops::Deref;

/// All entities that could be read, each list in its own order (categories and
/// authorization object types by their `order`, the others by id).
#[derive(Debug)]
pub struct Tables {
    /// The path of each file.
    pub files: Vec<String>,
    /// The site; absent when its file is missing or broken.
    pub config: Option<Config>,
    /// Event categories.
    pub categories: Vec<Category>,
    /// Authorization object types.
    pub authorizations: Vec<Authorization>,
    /// Code lists.
    pub codelists: Vec<CodeList>,
    /// Concepts.
    pub concepts: Vec<Concept>,
    /// What private consumers must fulfil.
    pub requirements: Vec<Requirement>,
    /// Producers.
    pub producers: Vec<Producer>,
    /// Customer case areas, by id.
    pub areas: Vec<CaseArea>,
    /// Test persons and test organisations of the sandbox, by their `order`.
    pub customers: Vec<TestCustomer>,
    /// Producer processes.
    pub processes: Vec<Process>,
    /// Template processes.
    pub templates: Vec<Template>,
    /// Event types.
    pub event_types: Vec<EventType>,
    /// Consumers.
    pub consumers: Vec<Consumer>,
    /// The parameters of the versioning policy.
    pub policy: Policy,
    /// What producers have published, by producer.
    pub locks: Vec<Lock>,
    /// Versions of the service description, the newest first.
    pub services: Vec<Service>,
    /// Pages of text, by name and language.
    pub pages: Vec<Page>,
    /// The roadmap, when there is one.
    pub roadmap: Option<Roadmap>,
    /// Images that pages of text show, by path.
    pub images: Vec<Image>,
    /// The versions of the connection guide, oldest first.
    pub guides: Vec<Guide>,
    /// Agreement templates, by name.
    pub agreements: Vec<Agreement>,
    /// Links within the site, in all texts.
    pub links: Vec<Link>,
    /// Terms of the concept model, in all texts.
    pub term_uses: Vec<TermUse>,
    /// What concept each term means.
    pub terms: Terms,
    /// Ids of files that are there but broken, and the paths of such pages.
    pub broken: Vec<String>,
}

/// What has a list of its own.
pub trait Stored: Entity + Sized {
    /// The list.
    fn table(tables: &Tables) -> &[Self];
}

macro_rules! stored {
    ($($type:ty: $field:ident)*) => {$(
        impl Stored for $type {
            fn table(tables: &Tables) -> &[Self] { &tables.$field }
        }
    )*};
}

stored! {
    Category: categories
    Authorization: authorizations
    CodeList: codelists
    Concept: concepts
    Requirement: requirements
    Producer: producers
    CaseArea: areas
    TestCustomer: customers
    Process: processes
    EventType: event_types
    Template: templates
    Consumer: consumers
}

impl Tables {
    pub(super) fn new(documents: Documents) -> Self {
        let Documents {
            files,
            config,
            categories,
            authorizations,
            codelists,
            concepts,
            requirements,
            producers,
            areas,
            customers,
            processes,
            adoptions: _,
            templates,
            template_events: _,
            event_types,
            consumers,
            policy,
            locks,
            services,
            pages,
            roadmap,
            images,
            guide_texts: _,
            agreement_files: _,
            links,
            terms: term_uses,
            broken,
        } = documents;
        Self {
            files,
            config,
            categories,
            authorizations,
            codelists,
            concepts,
            requirements,
            producers,
            areas,
            customers,
            processes,
            templates,
            event_types,
            consumers,
            policy,
            locks,
            services,
            pages,
            roadmap,
            images,
            guides: Vec::new(),
            agreements: Vec::new(),
            links,
            term_uses,
            terms: Terms::default(),
            broken,
        }
    }

    /// The version of the guide that is in use.
    pub fn current_guide(&self) -> Option<&Guide> {
        let at = Edition::current(self.guides.iter().map(|it| &it.edition));
        self.guides.get(at)
    }

    /// All actors with their ids: producers first, then consumers.
    pub fn actors(&self) -> impl Iterator<Item = (&Spanned<Box<str>>, &Actor)> {
        let producers = self.producers.iter().map(|it| (&it.id, &it.actor));
        producers.chain(self.consumers.iter().map(|it| (&it.id, &it.actor)))
    }

    /// Whether there is a version of the standard, as far as the site tells of any.
    pub fn knows_standard(&self, number: &str) -> bool {
        let all = self.standards();
        all.is_empty() || all.contains(&number)
    }

    /// The versions of the standard that the site describes, also those whose description
    /// couldn't be read, and the one that it follows; none when it describes none.
    pub fn standards(&self) -> Vec<&str> {
        let files = self.files.iter();
        let described = files.filter_map(|path| path.strip_prefix("content/api/"));
        let mut all: Vec<&str> = described
            .filter_map(|path| path.strip_suffix("/openapi.yaml"))
            .collect();
        match &self.config {
            Some(config) if !all.is_empty() => all.push(&config.standard_version),
            _ => all.clear(),
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The agreement template, and the version of it, that an actor has signed.
    pub fn signed(&self, it: &SignedAgreement) -> Option<(&Agreement, &AgreementEdition)> {
        let name = &it.template.value;
        let template = self.agreements.iter().find(|own| own.name == *name)?;
        Some((template, template.edition(it.version.value)?))
    }

    /// What a reference refers to, if it could be resolved.
    pub fn find<T: Stored>(&self, reference: &Ref<T>) -> Option<&T> {
        T::table(self).get(reference.index as usize)
    }

    /// The template that an adopted event type follows, and the event type of it.
    pub fn followed(&self, event_type: &EventType) -> Option<(&Template, &EventType)> {
        let adopted = event_type.adopted?;
        let template = self.templates.get(adopted.template as usize)?;
        let own = template.event_types.get(adopted.event as usize)?;
        Some((template, own))
    }

    /// The event type with an id.
    pub fn event_type(&self, id: &str) -> Option<&EventType> {
        let at = self.event_types.binary_search_by(|it| it.id().cmp(id));
        self.event_types.get(at.ok()?)
    }

    /// The lock of the producer whose event type has an id.
    pub fn lock_of(&self, id: &str) -> Option<&Lock> {
        let producer = id.split('.').next();
        self.locks.iter().find(|it| Some(&*it.producer) == producer)
    }

    /// Whether a version stands in its producer's lock.
    pub fn is_locked(&self, id: &str, number: &semver::Version) -> bool {
        let lock = self.lock_of(id);
        lock.is_some_and(|lock| lock.line(id, number).is_some())
    }

    /// The event types whose ids begin with whole parts of `prefix`.
    pub fn under(&self, prefix: &str) -> &[EventType] {
        let start = self.event_types.partition_point(|it| it.id() < prefix);
        let rest = &self.event_types[start..];
        // `A.B` and `A.B.C` may have `A.B_X.C` between them only after all of
        // `A.B.…`, because `.` sorts before every other character of an id.
        let count = rest.partition_point(|it| matches_prefix(it.id(), prefix));
        &rest[..count]
    }

    /// Tells producers of their processes, and processes of their event types,
    /// their parts and what may follow on them.
    pub(super) fn link(&mut self) {
        for (at, event_type) in (0_u32..).zip(&self.event_types) {
            if let Some(process) = self.processes.get_mut(event_type.process.index as usize) {
                process.event_types.push(to(event_type, at));
            }
        }
        let mut children: Vec<(usize, Ref<Process>)> = Vec::new();
        let mut followers: Vec<(usize, Ref<Process>)> = Vec::new();
        for (at, process) in (0_u32..).zip(&self.processes) {
            if let Some(producer) = self.producers.get_mut(process.producer.index as usize) {
                producer.processes.push(to(process, at));
            }
            if let Some(adopted) = &process.adopted
                && let Some(it) = self.templates.get_mut(adopted.template.index as usize)
            {
                it.adopters.push(to(process, at));
            }
            if let Some(parent) = &process.parent {
                children.push((parent.index as usize, to(process, at)));
            }
            for earlier in &process.follows {
                followers.push((earlier.index as usize, to(process, at)));
            }
        }
        for (parent, child) in children {
            if let Some(parent) = self.processes.get_mut(parent) {
                parent.children.push(child);
            }
        }
        for (earlier, later) in followers {
            if let Some(earlier) = self.processes.get_mut(earlier) {
                earlier.followers.push(later);
            }
        }
    }

    /// Makes a catalogue of the tables, given that no error was found in any
    /// stage so far and the config is there.
    pub fn into_catalogue(self, no_errors: bool) -> Option<Catalogue> {
        (no_errors && self.config.is_some()).then_some(Catalogue(self))
    }
}

/// A reference to the entity at a place in its list.
fn to<T: Entity>(entity: &T, index: u32) -> Ref<T> {
    let mut reference = Ref::new("".into(), entity.id_span());
    reference.index = index;
    reference
}

/// A whole catalogue: every reference in it leads somewhere.
#[derive(Debug)]
pub struct Catalogue(Tables);

impl Catalogue {
    /// What a reference refers to.
    pub fn get<T: Stored>(&self, reference: &Ref<T>) -> &T {
        &T::table(&self.0)[reference.index as usize]
    }

    /// The site.
    pub fn config(&self) -> &Config {
        match &self.0.config {
            Some(config) => config,
            None => unreachable!("a catalogue is only made of tables that have a config"),
        }
    }
}

impl Deref for Catalogue {
    type Target = Tables;
    fn deref(&self) -> &Tables {
        &self.0
    }
}
