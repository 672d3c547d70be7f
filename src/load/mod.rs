//! Stage 1: bytes to documents. Each file is read and decoded by itself, on all
//! cores; what is wrong in one file never hides what is wrong in another.

mod actor;
mod attribute;
mod common;
mod config;
mod decode;
mod event_type;
mod example;
mod layout;
mod page;
mod process;
mod text;
mod yaml;

pub use config::normal_base_path;

use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{
    Authorization, Category, CodeList, Concept, Config, Consumer, EventType, Link, Page, Process,
    Producer,
};
use crate::say;
use crate::source::{EntryKind, FileId, ReadError, Source, Span};
use decode::Decoder;
use layout::{FileKind, classify};
use rayon::prelude::*;
use std::collections::HashMap;

/// Largest file that is read, in bytes. The largest entry that anybody has
/// written by hand is a hundredth of this.
pub const MAX_FILE: u64 = 1 << 20;

/// The file that makes a folder a site.
pub const CONFIG_FILE: &str = "katalog.yaml";

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
    /// Producers.
    pub producers: Vec<Producer>,
    /// Producer processes.
    pub processes: Vec<Process>,
    /// Event types.
    pub event_types: Vec<EventType>,
    /// Consumers.
    pub consumers: Vec<Consumer>,
    /// Pages of text.
    pub pages: Vec<Page>,
    /// Links within the site, in all texts.
    pub links: Vec<Link>,
    /// Ids of files that are there but could not be decoded: a reference to one
    /// is not a second problem.
    pub broken: Vec<String>,
}

/// One decoded file.
enum Document {
    Category(Category),
    Authorization(Authorization),
    CodeList(CodeList),
    Concept(Concept),
    Producer(Box<Producer>),
    Process(Box<Process>),
    EventType(EventType),
    Consumer(Box<Consumer>),
    Page(Page),
}

/// Reads a site. The findings are in no certain order.
pub fn load(source: &dyn Source) -> (Documents, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut documents = Documents {
        files: vec![CONFIG_FILE.to_owned()],
        ..Documents::default()
    };
    if let Some(text) = read(source, CONFIG_FILE, FileId(0), &mut findings) {
        documents.config = config::config(FileId(0), &text, &mut findings);
    }
    // Without the languages nothing else can be judged, so the default stands
    // in when the config is broken and the other problems are still found.
    let default_languages: [Box<str>; 2] = ["sv".into(), "en".into()];
    let languages: Vec<Box<str>> = documents
        .config
        .as_ref()
        .map_or(&default_languages[..], |c| &c.languages)
        .to_vec();

    let mut paths = Vec::new();
    for entry in ["catalogue", "content", "theme"]
        .iter()
        .flat_map(|folder| source.list(folder))
    {
        match entry.kind {
            EntryKind::File => paths.push(entry.path),
            kind => findings.push(bad_entry(&entry.path, kind)),
        }
    }
    findings.extend(name_clashes(&paths));
    documents.files.extend(paths);

    let results: Vec<_> = documents.files[1..]
        .par_iter()
        .enumerate()
        .map(|(at, path)| {
            let file = FileId(u32::try_from(at + 1).unwrap_or(u32::MAX));
            load_file(source, path, file, &languages)
        })
        .collect();
    for (found, mut problems, mut links) in results {
        findings.append(&mut problems);
        documents.links.append(&mut links);
        match found {
            Ok(Some(document)) => documents.put(document),
            Ok(None) => {}
            Err(id) => documents.broken.push(id),
        }
    }
    (documents, findings)
}

impl Documents {
    fn put(&mut self, document: Document) {
        match document {
            Document::Category(it) => self.categories.push(it),
            Document::Authorization(it) => self.authorizations.push(it),
            Document::CodeList(it) => self.codelists.push(it),
            Document::Concept(it) => self.concepts.push(it),
            Document::Producer(it) => self.producers.push(*it),
            Document::Process(it) => self.processes.push(*it),
            Document::EventType(it) => self.event_types.push(it),
            Document::Consumer(it) => self.consumers.push(*it),
            Document::Page(it) => self.pages.push(it),
        }
    }
}

/// The words of a theme: a flat list of keys and texts.
pub(crate) fn words(file: FileId, text: &str, out: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let mut decoder = Decoder::new(file, "", text, &[]);
    let words = match yaml::parse(file, text, &mut decoder.findings) {
        Some(root) => decoder.words(&root),
        None => Vec::new(),
    };
    out.append(&mut decoder.findings);
    words
}

type Loaded = (Result<Option<Document>, String>, Vec<Diagnostic>, Vec<Link>);

fn load_file(source: &dyn Source, path: &str, file: FileId, languages: &[Box<str>]) -> Loaded {
    let (kind, id) = classify(path);
    let mut findings = Vec::new();
    match kind {
        FileKind::Ignored => return (Ok(None), findings, Vec::new()),
        FileKind::Unexpected => {
            findings.push(unexpected(path, file));
            return (Ok(None), findings, Vec::new());
        }
        _ => {}
    }
    let Some(text) = read(source, path, file, &mut findings) else {
        return (Err(id), findings, Vec::new());
    };
    let mut decoder = Decoder::new(file, path, &text, languages);
    if let FileKind::Page { language } = &kind {
        let page = page::page(&mut decoder, &id, language).map(Document::Page);
        findings.append(&mut decoder.findings);
        return (Ok(page), findings, decoder.links);
    }
    let Some(root) = yaml::parse(file, &text, &mut decoder.findings) else {
        if decoder.findings.is_empty() {
            decoder.findings.push(empty(file));
        }
        return (Err(id), decoder.findings, Vec::new());
    };
    let d = &mut decoder;
    let document = match kind {
        FileKind::Category => common::category(d, &root, &id).map(Document::Category),
        FileKind::Authorization => {
            common::authorization(d, &root, &id).map(Document::Authorization)
        }
        FileKind::CodeList => common::codelist(d, &root, &id).map(Document::CodeList),
        FileKind::Concept => common::concept(d, &root, &id).map(Document::Concept),
        FileKind::Producer => {
            actor::producer(d, &root, &id).map(|p| Document::Producer(Box::new(p)))
        }
        FileKind::Process => {
            process::process(d, &root, &id).map(|p| Document::Process(Box::new(p)))
        }
        FileKind::EventType => event_type::event_type(d, &root, &id).map(Document::EventType),
        FileKind::Consumer => {
            actor::consumer(d, &root, &id).map(|c| Document::Consumer(Box::new(c)))
        }
        FileKind::Page { .. } | FileKind::Ignored | FileKind::Unexpected => None,
    };
    (
        document.map(Some).ok_or(id),
        decoder.findings,
        decoder.links,
    )
}

/// Reads a file as text, or reports why it can't be.
fn read(
    source: &dyn Source,
    path: &str,
    file: FileId,
    out: &mut Vec<Diagnostic>,
) -> Option<String> {
    let finding = match source.read(path, MAX_FILE) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => return Some(text),
            Err(error) => not_utf8(file, error.utf8_error().valid_up_to()),
        },
        Err(ReadError::Missing) => Diagnostic::of_path(
            "K0001",
            path,
            say!("filen `{path}` finns inte", "the file `{path}` doesn't exist"),
        )
        .help(if path == CONFIG_FILE {
            say!(
                "stå i webbplatsens mapp, eller peka ut den med --root MAPP; en webbplats har filen {CONFIG_FILE} överst",
                "stand in the site's folder, or name it with --root DIR; a site has the file {CONFIG_FILE} at its top"
            )
        } else {
            say!("spara filen igen", "save the file again")
        }),
        Err(ReadError::NotAFile) => Diagnostic::of_path(
            "K0002",
            path,
            say!("`{path}` är ingen fil som kan läsas", "`{path}` is not a file that can be read"),
        )
        .help(say!(
            "där ska finnas en vanlig fil, inte en mapp eller en länk ut ur webbplatsens mapp",
            "a plain file belongs there, not a folder or a link out of the site's folder"
        )),
        Err(ReadError::TooLarge(size)) => {
            let (size, most) = (size / 1024, MAX_FILE / 1024);
            Diagnostic::of_path(
                "K0003",
                path,
                say!("filen är {size} kB, men högst {most} kB läses", "the file is {size} kB, but at most {most} kB is read"),
            )
            .help(say!(
                "dela upp innehållet i flera filer; en post i katalogen är sällan över 50 kB",
                "split the content into several files; an entry is seldom over 50 kB"
            ))
        }
        Err(ReadError::Io(error)) => Diagnostic::of_path(
            "K0002",
            path,
            say!("filen kunde inte läsas: {error}", "the file could not be read: {error}"),
        )
        .help(say!("se efter att filen finns kvar och att du får läsa den", "see that the file is still there and that you may read it")),
    };
    out.push(finding);
    None
}

fn not_utf8(file: FileId, at: usize) -> Diagnostic {
    Diagnostic::new(
        "K0004",
        Span::new(file, at..at),
        say!("filen är inte sparad som UTF-8", "the file isn't saved as UTF-8"),
    )
    .help(say!(
        "öppna filen i en textredigerare och spara om den med teckenkodningen UTF-8; å, ä och ö är ofta det som blivit fel",
        "open the file in a text editor and save it again with the encoding UTF-8; å, ä and ö are often what went wrong"
    ))
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::new(
        "K0105",
        Span::start_of(file),
        say!("filen är tom", "the file is empty"),
    )
    .help(say!(
        "skriv innehållet, eller ta bort filen",
        "write its content, or remove the file"
    ))
}

fn bad_entry(path: &str, kind: EntryKind) -> Diagnostic {
    match kind {
        EntryKind::BadLink => Diagnostic::of_path(
            "K0005",
            path,
            say!(
                "`{path}` är en länk ut ur webbplatsens mapp, till en mapp eller till ingenting",
                "`{path}` is a link out of the site's folder, to a folder, or to nothing"
            ),
        )
        .help(say!(
            "lägg filen här i stället för länken",
            "put the file here instead of the link"
        )),
        EntryKind::BadName => Diagnostic::of_path(
            "K0006",
            path,
            say!(
                "filnamnet är inte skrivet i UTF-8",
                "the file name isn't written in UTF-8"
            ),
        )
        .help(say!(
            "döp om filen med bara A–Z, 0–9 och _",
            "rename the file with only A–Z, 0–9 and _"
        )),
        EntryKind::Other | EntryKind::File => Diagnostic::of_path(
            "K0002",
            path,
            say!(
                "`{path}` är varken en fil eller en mapp som kan läsas",
                "`{path}` is neither a file nor a folder that can be read"
            ),
        )
        .help(say!(
            "ta bort den, eller ge dig rätt att läsa den",
            "remove it, or give yourself the right to read it"
        )),
    }
}

fn unexpected(path: &str, file: FileId) -> Diagnostic {
    let help = if let Some(stem) = path.strip_suffix(".yml") {
        say!(
            "döp om filen till `{stem}.yaml`",
            "rename the file to `{stem}.yaml`"
        )
    } else {
        let folders = [
            "categories",
            "authorizations",
            "codelists",
            "concepts",
            "producers",
            "consumers",
            "pages",
        ];
        let near = path.split('/').find_map(|part| {
            nearest(part, folders)
                .filter(|near| *near != part)
                .map(|near| (part, near))
        });
        match near {
            Some((part, near)) => say!(
                "ska mappen `{part}` heta `{near}`?",
                "should the folder `{part}` be `{near}`?"
            ),
            None => say!(
                "flytta den dit den hör hemma, eller ta bort den; CONTRIBUTING.md visar var allt ska ligga",
                "move it to where it belongs, or remove it; CONTRIBUTING.md shows where everything goes"
            ),
        }
    };
    Diagnostic::new(
        "K0006",
        Span::start_of(file),
        say!(
            "filen har ingen plats i katalogen",
            "the file has no place in the catalogue"
        ),
    )
    .help(help)
}

/// Files whose names are the same but for case: one of them would hide the
/// other on many computers.
fn name_clashes(paths: &[String]) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, &str> = HashMap::with_capacity(paths.len());
    let mut findings = Vec::new();
    for path in paths {
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            findings.push(
                Diagnostic::of_path(
                    "K0007",
                    path,
                    say!(
                        "`{path}` och `{other}` skiljer sig bara i stora och små bokstäver",
                        "`{path}` and `{other}` differ only in case"
                    ),
                )
                .help(say!(
                    "behåll den ena filen och ta bort den andra",
                    "keep one of the files and remove the other"
                )),
            );
        }
    }
    findings
}
