//! Stage 1: bytes to documents. Each file is read and decoded by itself, on all
//! cores; what is wrong in one file never hides what is wrong in another.

mod actor;
mod adoption;
mod agreement;
mod alone;
mod area;
mod attribute;
mod block;
mod common;
mod config;
mod decode;
mod edition;
mod event_type;
mod example;
mod fields;
mod fill;
mod forms;
mod front;
mod guide;
mod image;
mod layout;
mod lock;
mod markup;
mod misplaced;
mod name;
mod outline;
mod page;
mod pattern;
mod plain;
mod policy;
mod process;
mod read;
mod readable;
mod register;
mod roadmap;
mod sandbox;
mod service;
mod slip;
mod syntax;
mod template;
mod text;
mod tree;
mod wording;
mod yaml;

pub(crate) use alone::words;
pub use alone::{event_type_alone, yaml_as_json};
pub use config::normal_base_path;
pub use fill::fill;
pub use outline::{Key, Outline, outline};

use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    Adoption, AgreementFile, Authorization, CaseArea, Category, CodeList, Concept, Config,
    Consumer, EventType, GuideText, Image, Link, Lock, Page, Policy, Process, Producer,
    Requirement, Roadmap, Service, Template, TestCustomer, term::TermUse,
};
use crate::source::{CONFIG_FILE, EntryKind, FileId, MAX_FILE, Source};
use decode::Decoder;
use layout::{FileKind, classify};
use misplaced::{names, page_names, unexpected};
use rayon::prelude::*;
use read::{bad_entry, empty, name_clashes, read};
use std::sync::Arc;
use wording::{WORDS_FILE, Wording};

/// Everything that was read, before references are resolved.
#[derive(Debug, Default)]
pub struct Documents {
    /// The path of each file, by [`FileId`].
    pub files: Vec<String>,
    /// `katalog.yaml`; absent when it is missing or broken.
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
    /// Customer case areas.
    pub areas: Vec<CaseArea>,
    /// Test persons and test organisations of the sandbox.
    pub customers: Vec<TestCustomer>,
    /// Producer processes.
    pub processes: Vec<Process>,
    /// Processes that follow a template.
    pub adoptions: Vec<Adoption>,
    /// Template processes.
    pub templates: Vec<Template>,
    /// Event types of templates.
    pub template_events: Vec<EventType>,
    /// Event types.
    pub event_types: Vec<EventType>,
    /// Consumers.
    pub consumers: Vec<Consumer>,
    /// The parameters of the versioning policy; those of the policy itself when
    /// the catalogue has none of its own.
    pub policy: Policy,
    /// What producers have published.
    pub locks: Vec<Lock>,
    /// Versions of the service description.
    pub services: Vec<Service>,
    /// Pages of text.
    pub pages: Vec<Page>,
    /// The roadmap, when there is one.
    pub roadmap: Option<Roadmap>,
    /// Images that pages of text show.
    pub images: Vec<Image>,
    /// Texts of the connection guide.
    pub guide_texts: Vec<GuideText>,
    /// Versions of agreement templates, each in a language.
    pub agreement_files: Vec<AgreementFile>,
    /// Links within the site, in all texts.
    pub links: Vec<Link>,
    /// Terms of the concept model, in all texts.
    pub terms: Vec<TermUse>,
    /// Ids of files that are there but could not be decoded, and the paths of such
    /// pages: a reference to one is not a second problem.
    pub broken: Vec<String>,
}

/// One decoded file.
enum Document {
    Category(Category),
    Authorization(Authorization),
    CodeList(CodeList),
    Area(CaseArea),
    Customer(Box<TestCustomer>),
    Concept(Concept),
    Requirement(Requirement),
    Producer(Box<Producer>),
    Process(Box<Process>),
    Adoption(Box<Adoption>),
    Template(Box<Template>),
    TemplateEvent(EventType),
    EventType(EventType),
    Consumer(Box<Consumer>),
    Policy(Policy),
    Lock(Lock),
    Service(Box<Service>),
    Page(Page),
    GuideText(Box<GuideText>),
    Image(Image),
    Roadmap(Roadmap),
    Agreement(Box<AgreementFile>),
}

/// Reads a site. The findings are in no certain order.
pub fn load(source: &dyn Source) -> (Documents, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut documents = Documents {
        files: vec![CONFIG_FILE.to_owned()],
        ..Documents::default()
    };
    // Without the languages nothing else can be judged, so some stand in when the
    // config is broken, and the other problems are still found.
    let mut languages = config::default_languages();
    if let Some(text) = read(source, CONFIG_FILE, FileId(0), &mut findings) {
        (documents.config, languages) = config::config(FileId(0), &text, &mut findings);
    }

    let mut paths = Vec::new();
    for entry in ["catalogue", "content", "theme"]
        .iter()
        .flat_map(|folder| source.list(folder))
    {
        match entry.kind {
            EntryKind::File => paths.push(entry.path),
            kind => {
                findings.push(bad_entry(&entry.path, kind));
                documents.broken.extend(names(&entry.path, ""));
                documents.broken.push(entry.path);
            }
        }
    }
    let clashes = name_clashes(&paths);
    documents.files.extend(paths);

    let listed = documents.files.iter().position(|path| path == WORDS_FILE);
    let wording = listed.and_then(|at| {
        let file = FileId(u32::try_from(at).unwrap_or(u32::MAX));
        let text = read(source, WORDS_FILE, file, &mut findings)?;
        Some(wording::wording(file, &text, &languages, &mut findings))
    });
    let site = SiteWide {
        source,
        paths: &documents.files,
        languages: &languages,
        wording: wording.as_ref(),
    };
    let results: Vec<_> = documents.files[1..]
        .par_iter()
        .enumerate()
        .map(|(at, path)| {
            let file = FileId(u32::try_from(at + 1).unwrap_or(u32::MAX));
            load_file(site, path, file)
        })
        .collect();
    for mut file in results {
        findings.append(&mut file.findings);
        documents.links.append(&mut file.links);
        documents.terms.append(&mut file.terms);
        match file.found {
            Ok(Some(document)) => documents.put(document),
            Ok(None) => {}
            Err(mut names) => documents.broken.append(&mut names),
        }
    }
    // Of two files whose names differ only in case, one has another id than its
    // name: that is the same slip.
    findings.retain(|finding| {
        let Place::Span(span) = &finding.place else {
            return true;
        };
        let path = documents.files.get(span.file.0 as usize);
        let is_own = |clash: &Diagnostic| {
            matches!((&clash.place, path), (Place::Path(it), Some(path)) if it.to_lowercase() == path.to_lowercase())
        };
        finding.code.number != "K0118" || !clashes.iter().any(is_own)
    });
    findings.extend(clashes);
    (documents, findings)
}

impl Documents {
    fn put(&mut self, document: Document) {
        match document {
            Document::Category(it) => self.categories.push(it),
            Document::Authorization(it) => self.authorizations.push(it),
            Document::CodeList(it) => self.codelists.push(it),
            Document::Area(it) => self.areas.push(it),
            Document::Customer(it) => self.customers.push(*it),
            Document::Concept(it) => self.concepts.push(it),
            Document::Requirement(it) => self.requirements.push(it),
            Document::Producer(it) => self.producers.push(*it),
            Document::Process(it) => self.processes.push(*it),
            Document::Adoption(it) => self.adoptions.push(*it),
            Document::Template(it) => self.templates.push(*it),
            Document::TemplateEvent(it) => self.template_events.push(it),
            Document::EventType(it) => self.event_types.push(it),
            Document::Consumer(it) => self.consumers.push(*it),
            Document::Policy(it) => self.policy = it,
            Document::Lock(it) => self.locks.push(it),
            Document::Service(it) => self.services.push(*it),
            Document::Page(it) => self.pages.push(it),
            Document::GuideText(it) => self.guide_texts.push(*it),
            Document::Image(it) => self.images.push(it),
            Document::Roadmap(it) => self.roadmap = Some(it),
            Document::Agreement(it) => self.agreement_files.push(*it),
        }
    }
}

/// What came of a file.
struct Loaded {
    /// What it holds, or the names by which others may refer to what it should hold.
    found: Result<Option<Document>, Vec<String>>,
    findings: Vec<Diagnostic>,
    links: Vec<Link>,
    terms: Vec<TermUse>,
}

impl Loaded {
    fn new(found: Result<Option<Document>, Vec<String>>, findings: Vec<Diagnostic>) -> Self {
        let (links, terms) = (Vec::new(), Vec::new());
        Self {
            found,
            findings,
            links,
            terms,
        }
    }

    fn with(found: Result<Option<Document>, Vec<String>>, decoder: Decoder<'_>) -> Self {
        Self {
            found,
            findings: decoder.findings,
            links: decoder.links,
            terms: decoder.terms,
        }
    }
}

/// What every file is read by the light of.
#[derive(Clone, Copy)]
struct SiteWide<'s> {
    source: &'s dyn Source,
    /// The paths of all files.
    paths: &'s [String],
    languages: &'s Arc<[Box<str>]>,
    wording: Option<&'s Wording>,
}

fn load_file(site: SiteWide<'_>, path: &str, file: FileId) -> Loaded {
    let (source, languages) = (site.source, site.languages);
    let (kind, id) = classify(path);
    let mut findings = Vec::new();
    match kind {
        FileKind::Ignored | FileKind::Words => return Loaded::new(Ok(None), findings),
        FileKind::Image => return image::image(source, path),
        FileKind::Unexpected => {
            findings.push(unexpected(path));
            let text = source.read(path, MAX_FILE).unwrap_or_default();
            let names = names(path, &String::from_utf8_lossy(&text));
            return Loaded::new(Err(names), findings);
        }
        _ => {}
    }
    let Some(text) = read(source, path, file, &mut findings) else {
        return Loaded::new(Err(names(path, "")), findings);
    };
    let mut decoder = Decoder::new(file, path, &text, languages);
    decoder.paths = site.paths;
    decoder.wording = site.wording;
    let text_of = |d: &mut Decoder<'_>| match &kind {
        FileKind::Page { language } => Some((
            language.clone(),
            page::page(d, &id, language).map(Document::Page),
        )),
        FileKind::GuideText { language, version } => {
            let text = guide::guide_text(d, language, version, &id);
            let text = text.map(|text| Document::GuideText(Box::new(text)));
            Some((language.clone(), text))
        }
        FileKind::Agreement { language, name } => {
            let file = agreement::agreement(d, language, name, &id);
            let file = file.map(|file| Document::Agreement(Box::new(file)));
            Some((language.clone(), file))
        }
        _ => None,
    };
    if let Some((language, found)) = text_of(&mut decoder) {
        let found = found.map(Some);
        let found = found.ok_or_else(|| page_names(path, &language, languages));
        return Loaded::with(found, decoder);
    }
    if kind == FileKind::Lock {
        let lock = lock::lock(&mut decoder, &id).map(Document::Lock);
        return Loaded::with(Ok(lock), decoder);
    }
    let Some(root) = yaml::parse(file, &text, &mut decoder.findings) else {
        if decoder.findings.is_empty() {
            decoder.findings.push(empty(file, path));
        }
        return Loaded::with(Err(names(path, &text)), decoder);
    };
    let d = &mut decoder;
    let document = match kind {
        FileKind::Category => common::category(d, &root, &id).map(Document::Category),
        FileKind::Authorization => {
            common::authorization(d, &root, &id).map(Document::Authorization)
        }
        FileKind::CodeList => common::codelist(d, &root, &id).map(Document::CodeList),
        FileKind::Area => area::area(d, &root, &id).map(Document::Area),
        FileKind::Customer => sandbox::customer(d, &root, &id).map(Document::Customer),
        FileKind::Concept => common::concept(d, &root, &id).map(Document::Concept),
        FileKind::Requirement => register::requirement(d, &root, &id).map(Document::Requirement),
        FileKind::Producer => {
            actor::producer(d, &root, &id).map(|p| Document::Producer(Box::new(p)))
        }
        FileKind::Process if adoption::is_adoption(&root) => {
            adoption::adoption(d, &root, &id).map(|it| Document::Adoption(Box::new(it)))
        }
        FileKind::Template => {
            template::template(d, &root, &id).map(|it| Document::Template(Box::new(it)))
        }
        FileKind::TemplateEvent => template::event_type(d, &root, &id).map(Document::TemplateEvent),
        FileKind::Process => {
            process::process(d, &root, &id).map(|p| Document::Process(Box::new(p)))
        }
        FileKind::EventType => event_type::event_type(d, &root, &id).map(Document::EventType),
        FileKind::Consumer => {
            actor::consumer(d, &root, &id).map(|c| Document::Consumer(Box::new(c)))
        }
        FileKind::Policy => policy::policy(d, &root).map(Document::Policy),
        FileKind::Service => {
            service::service(d, &root, &id).map(|s| Document::Service(Box::new(s)))
        }
        FileKind::Roadmap => roadmap::roadmap(d, &root).map(Document::Roadmap),
        FileKind::Lock
        | FileKind::Page { .. }
        | FileKind::GuideText { .. }
        | FileKind::Words
        | FileKind::Image
        | FileKind::Agreement { .. }
        | FileKind::Ignored
        | FileKind::Unexpected => None,
    };
    let found = document.map(Some).ok_or_else(|| names(path, &text));
    Loaded::with(found, decoder)
}
