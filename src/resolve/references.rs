//! Finding what a name refers to.

use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::load::Documents;
use crate::model::{CodeList, Entity, Ref, Type, matches_prefix};
use crate::say;
use std::collections::{HashMap, HashSet};

/// The names of one kind of entity.
pub(super) struct Index {
    by_id: HashMap<Box<str>, u32>,
    /// What the kind is called, in Swedish and English.
    kind: (&'static str, &'static str),
    /// The file in which an entity of the kind stands, by an id that it can have.
    file: fn(&str) -> Option<String>,
}

impl Index {
    pub(super) fn new<T: Entity>(
        entities: &[T],
        kind: (&'static str, &'static str),
        file: fn(&str) -> Option<String>,
    ) -> Self {
        let by_id = entities
            .iter()
            .map(|entity| entity.id().into())
            .zip(0_u32..)
            .collect();
        Self { by_id, kind, file }
    }
}

impl Index {
    /// All names, in order.
    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.by_id.keys().map(|id| &**id).collect();
        names.sort_unstable();
        names
    }
}

/// A file with a longer path is none that an author meant to write.
const LONGEST_PATH: usize = 240;

/// The name that was meant; or all that there are, when they are few, and the file
/// to add when it is none of them.
fn suggest(written: &str, names: &[&str], file: Option<String>) -> Message {
    if let Some(near) = nearest(written, names.iter().copied()) {
        return say!("menade du `{near}`?", "did you mean `{near}`?");
    }
    let known = match names {
        [name] => say!("skriv {name}", "write {name}"),
        _ if (2..=16).contains(&names.len()) => {
            let all = names.join(", ");
            say!("skriv någon av {all}", "write one of {all}")
        }
        _ => say!("skriv ett id som finns", "write an id that exists"),
    };
    let Message { sv, en } = known;
    match file.filter(|file| file.len() <= LONGEST_PATH) {
        Some(file) => say!(
            "{sv}, eller lägg till filen {file}",
            "{en}, or add the file {file}"
        ),
        None => say!("{sv}", "{en}"),
    }
}

/// Resolves references and keeps what is wrong.
pub(super) struct Resolver {
    pub(super) findings: Vec<Diagnostic>,
    /// Ids of files that are there but broken, or that have been removed although
    /// they were published.
    broken: HashSet<String>,
    /// Missing owners that have been reported.
    reported: HashSet<Box<str>>,
}

impl Resolver {
    pub(super) fn new(documents: &Documents) -> Self {
        // What a lock knows of and isn't there is told of as removed.
        let locked = documents.locks.iter().flat_map(|lock| &lock.lines);
        let locked = locked.map(|line| line.id.value.to_string());
        let broken = documents.broken.iter().cloned().chain(locked).collect();
        Self {
            findings: Vec::new(),
            broken,
            reported: HashSet::new(),
        }
    }

    /// Resolves a reference that an author wrote.
    pub(super) fn resolve<T>(&mut self, index: &Index, reference: &mut Ref<T>) {
        if self.found(index, reference) {
            return;
        }
        let help = suggest(
            &reference.name,
            &index.names(),
            (index.file)(&reference.name),
        );
        self.unknown(index, reference, None, help);
    }

    /// Resolves a process that another is a part of or follows on: never itself.
    pub(super) fn resolve_parent<T>(&mut self, index: &Index, reference: &mut Ref<T>, own: &str) {
        if self.found(index, reference) {
            return;
        }
        let mut names = index.names();
        names.retain(|name| *name != own);
        let help = suggest(&reference.name, &names, (index.file)(&reference.name));
        self.unknown(index, reference, None, help);
    }

    /// Resolves the event type that replaces another: most often one of the same
    /// producer is meant.
    pub(super) fn resolve_replacement<T>(
        &mut self,
        index: &Index,
        reference: &mut Ref<T>,
        own: &str,
    ) {
        if self.found(index, reference) {
            return;
        }
        let mut names = index.names();
        names.retain(|name| *name != own);
        let producer = own.split('.').next().unwrap_or("");
        let near = names.iter().copied();
        let near = near.filter(|name| matches_prefix(name, producer));
        let help = match nearest(&reference.name, near) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => suggest(&reference.name, &names, (index.file)(&reference.name)),
        };
        let message = self.unknown_in_words(index, &reference.name);
        self.findings
            .push(Diagnostic::new("K0204", reference.span, message).help(help));
    }

    /// Resolves the event type of a transition, which is written by the last part
    /// of its id and belongs to the same process.
    pub(super) fn resolve_step<T>(&mut self, index: &Index, reference: &mut Ref<T>, process: &str) {
        if self.found(index, reference) {
            return;
        }
        let of_process = |name: &str| -> Option<String> {
            let rest = name.strip_prefix(process)?;
            rest.strip_prefix('.').map(str::to_owned)
        };
        let written = of_process(&reference.name).unwrap_or_default();
        if self.broken.contains(&written) {
            return;
        }
        let short = of_process(&written).filter(|_| index.by_id.contains_key(&*written));
        let help = match short {
            Some(short) => say!(
                "skriv bara `{short}`, utan producent och process",
                "write only `{short}`, without producer and process"
            ),
            None if index.by_id.contains_key(&*written) => say!(
                "ett steg kan bara nämna händelsetyper i samma process, {process}",
                "a step can only name event types of the same process, {process}"
            ),
            None => {
                let names = index.names();
                let names: Vec<String> = names.into_iter().filter_map(of_process).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                suggest(&written, &names, (index.file)(&reference.name))
            }
        };
        self.unknown(index, reference, Some(&written), help);
    }

    /// Whether a reference leads somewhere, or to a file that is broken.
    fn found<T>(&mut self, index: &Index, reference: &mut Ref<T>) -> bool {
        match index.by_id.get(&reference.name) {
            Some(&at) => {
                reference.index = at;
                true
            }
            None => self.broken.contains(&*reference.name),
        }
    }

    /// Reports a reference that leads nowhere, by what was written.
    fn unknown<T>(
        &mut self,
        index: &Index,
        reference: &Ref<T>,
        written: Option<&str>,
        help: Message,
    ) {
        let message = self.unknown_in_words(index, written.unwrap_or(&reference.name));
        self.findings
            .push(Diagnostic::new("K0201", reference.span, message).help(help));
    }

    fn unknown_in_words(&self, index: &Index, name: &str) -> Message {
        let (sv, en) = index.kind;
        say!(
            "{sv} `{name}` finns inte",
            "the {en} `{name}` doesn't exist"
        )
    }

    /// Resolves the owner that the path names: the producer of a process, the
    /// process of an event type. A missing one is reported once.
    pub(super) fn owner<T>(&mut self, index: &Index, reference: &mut Ref<T>, file: &str) {
        let name = &reference.name;
        if let Some(&at) = index.by_id.get(name) {
            reference.index = at;
            return;
        }
        if self.broken.contains(&**name) || !self.reported.insert(name.clone()) {
            return;
        }
        let (sv, en) = index.kind;
        let folder = name.replace('.', "/");
        self.findings.push(
            Diagnostic::new(
                "K0201",
                reference.span,
                say!(
                    "{sv} `{name}` finns inte",
                    "the {en} `{name}` doesn't exist"
                ),
            )
            .help(say!(
                "lägg till filen catalogue/producers/{folder}/{file}",
                "add the file catalogue/producers/{folder}/{file}"
            )),
        );
    }

    /// Resolves the code lists that a type points to, at every depth.
    pub(super) fn resolve_type(&mut self, lists: &Index, ty: &mut Type) {
        match ty {
            Type::Code(codes) => {
                if let Some(list) = &mut codes.list {
                    self.resolve::<CodeList>(lists, list);
                }
            }
            Type::Object(attributes) => {
                for attribute in attributes {
                    self.resolve_type(lists, &mut attribute.ty);
                }
            }
            Type::Array { items, .. } => self.resolve_type(lists, items),
            _ => {}
        }
    }
}
