//! Where each concept is used: the texts that name its term or link to it.

use super::context::Cx;
use crate::model::{Address, Section};
use crate::resolve::Catalogue;
use crate::source::FileId;
use std::collections::{BTreeSet, HashMap};

/// A page on which a concept is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Place {
    /// A chapter of the guide, or its opening text: version, and part as on its pages.
    Guide(u32, u16),
    /// An agreement template, in the version in use.
    Agreement(u32),
    /// A version of the service description.
    Service(u32),
    /// The roadmap.
    Roadmap,
    /// A page of text, by its first file.
    Page(u32),
    Concept(u32),
    EventType(u32),
    Process(u32),
    Category(u32),
    Authorization(u32),
    CodeList(u32),
    Template(u32),
    Area(u32),
    Producer(u32),
    Consumer(u32),
}

/// Where each concept is used, by concept.
#[derive(Debug, Default)]
pub(super) struct Uses(Vec<Vec<Place>>);

impl Uses {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let links = catalogue.links.iter().filter_map(|link| {
            let rest = link.target.strip_prefix("/concepts/")?;
            let id = rest.split(['/', '#']).next()?;
            let at = catalogue
                .concepts
                .binary_search_by(|it| (*it.id.value).cmp(id));
            Some((link.span.file, u32::try_from(at.ok()?).ok()?))
        });
        let terms = catalogue.term_uses.iter();
        let terms = terms.filter_map(|it| Some((it.span.file, it.concept?)));
        let all: BTreeSet<(FileId, u32)> = links.chain(terms).collect();
        let files: BTreeSet<FileId> = all.iter().map(|(file, _)| *file).collect();
        let places = places(catalogue, &files);
        let mut uses = vec![BTreeSet::new(); catalogue.concepts.len()];
        for (file, concept) in all {
            if let (Some(place), Some(of)) = (places.get(&file), uses.get_mut(concept as usize))
                && *place != Place::Concept(concept)
            {
                of.insert(*place);
            }
        }
        Self(
            uses.into_iter()
                .map(|of| of.into_iter().collect())
                .collect(),
        )
    }

    /// The places where a concept is used, in the order of their kinds.
    pub(super) fn of(&self, concept: u32) -> &[Place] {
        self.0.get(concept as usize).map_or(&[], Vec::as_slice)
    }
}

/// What page each of some files is shown on.
fn places(catalogue: &Catalogue, files: &BTreeSet<FileId>) -> HashMap<FileId, Place> {
    let mut places = HashMap::new();
    let mut put = |file: FileId, place: Place| {
        if files.contains(&file) {
            places.insert(file, place);
        }
    };
    macro_rules! table {
        ($($table:ident $kind:ident)*) => {$(
            for (at, it) in (0_u32..).zip(&catalogue.$table) {
                put(it.id.span.file, Place::$kind(at));
            }
        )*};
    }
    table! {
        concepts Concept
        event_types EventType
        processes Process
        categories Category
        authorizations Authorization
        codelists CodeList
        templates Template
        areas Area
        producers Producer
        consumers Consumer
    }
    for (at, template) in (0_u32..).zip(&catalogue.templates) {
        for event_type in template.event_types() {
            put(event_type.id.span.file, Place::Template(at));
        }
    }
    for (at, page) in (0_u32..).zip(&catalogue.pages) {
        let same = catalogue.pages.partition_point(|it| it.slug < page.slug);
        put(page.file, Place::Page(u32::try_from(same).unwrap_or(at)));
    }
    for (at, agreement) in (0_u32..).zip(&catalogue.agreements) {
        for text in agreement.current().texts.iter().flatten() {
            put(text.file, Place::Agreement(at));
        }
    }
    for (at, service) in (0_u32..).zip(&catalogue.services) {
        put(service.file, Place::Service(at));
    }
    if let Some(roadmap) = &catalogue.roadmap {
        put(roadmap.title.span.file, Place::Roadmap);
    }
    // Of the guide, only the version in use: the others say the same, as it was.
    let current = catalogue.current_guide();
    if let Some((at, guide)) = (0_u32..)
        .zip(&catalogue.guides)
        .find(|(_, it)| current.is_some_and(|current| current.edition.number == it.edition.number))
    {
        for (part, texts) in (0_u16..).zip(guide.texts()) {
            for text in texts.0.iter().flatten() {
                put(text.file, Place::Guide(at, part));
            }
        }
    }
    places
}

impl Place {
    /// The key of the words for its kind.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Guide(..) => "nav-guide",
            Self::Agreement(_) => "nav-agreements",
            Self::Service(_) => "nav-service-description",
            Self::Page(_) | Self::Roadmap => "uses-pages",
            Self::Concept(_) => "nav-concepts",
            Self::EventType(_) => "nav-event-types",
            Self::Process(_) => "nav-processes",
            Self::Category(_) => "nav-categories",
            Self::Authorization(_) => "nav-authorizations",
            Self::Area(_) => "nav-areas",
            Self::CodeList(_) => "nav-codelists",
            Self::Template(_) => "nav-templates",
            Self::Producer(_) => "nav-producers",
            Self::Consumer(_) => "nav-consumers",
        }
    }

    /// Its title and address.
    pub(super) fn link(self, cx: &Cx<'_>) -> (String, String) {
        let catalogue = cx.catalogue;
        let entity = |section: Section, id: &str, title: &str| {
            (title.to_owned(), cx.url(&Address::entity(section, id)))
        };
        match self {
            Self::Guide(item, part) => {
                let guide = &catalogue.guides[item as usize];
                super::pages::guide::link(cx, guide, part)
            }
            Self::Agreement(at) => {
                let it = &catalogue.agreements[at as usize];
                let title = it.current().text(cx.lang).title.to_string();
                (title, cx.url(&super::agreement::address(it)))
            }
            Self::Service(at) => {
                let it = &catalogue.services[at as usize];
                let number = it.number.to_string();
                let title = cx.fill("crumb-version", &[("version", &number)]);
                (title, super::service::url(cx, it, ""))
            }
            Self::Roadmap => {
                let title = cx.t("nav-roadmap").to_owned();
                (title, cx.url(&super::pages::roadmap::address()))
            }
            Self::Page(at) => {
                let page = &catalogue.pages[at as usize];
                let own = catalogue.pages.iter();
                let mut own = own.filter(|it| it.slug == page.slug);
                let shown = own.find(|it| it.lang == cx.lang).unwrap_or(page);
                (shown.title.to_string(), cx.url(&Address::page(&page.slug)))
            }
            Self::Concept(at) => {
                let it = &catalogue.concepts[at as usize];
                entity(Section::Concepts, &it.id, cx.text(&it.term))
            }
            Self::EventType(at) => {
                let it = &catalogue.event_types[at as usize];
                entity(Section::EventTypes, &it.id, cx.event_type_title(it))
            }
            Self::Process(at) => {
                let it = &catalogue.processes[at as usize];
                entity(Section::Producers, &it.id, cx.text(&it.title))
            }
            Self::Category(at) => {
                let it = &catalogue.categories[at as usize];
                entity(Section::Categories, &it.id, cx.text(&it.title))
            }
            Self::Authorization(at) => {
                let it = &catalogue.authorizations[at as usize];
                entity(Section::Authorizations, &it.id, cx.text(&it.title))
            }
            Self::CodeList(at) => {
                let it = &catalogue.codelists[at as usize];
                entity(Section::CodeLists, &it.id, cx.text(&it.title))
            }
            Self::Template(at) => {
                let it = &catalogue.templates[at as usize];
                entity(Section::Templates, &it.id, cx.text(&it.title))
            }
            Self::Area(at) => {
                let it = &catalogue.areas[at as usize];
                entity(Section::Areas, &it.id, cx.text(&it.title))
            }
            Self::Producer(at) => {
                let it = &catalogue.producers[at as usize];
                entity(Section::Producers, &it.id, cx.text(&it.actor.name))
            }
            Self::Consumer(at) => {
                let it = &catalogue.consumers[at as usize];
                entity(Section::Consumers, &it.id, cx.text(&it.actor.name))
            }
        }
    }
}
