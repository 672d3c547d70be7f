//! Finding what a name refers to.

use crate::diagnostic::{Diagnostic, nearest};
use crate::load::Documents;
use crate::model::{CodeList, Entity, Ref, Type};
use crate::say;
use std::collections::{HashMap, HashSet};

/// The names of one kind of entity.
pub(super) struct Index {
    by_id: HashMap<Box<str>, u32>,
    /// What the kind is called, in Swedish and English.
    kind: (&'static str, &'static str),
}

impl Index {
    pub(super) fn new<T: Entity>(entities: &[T], kind: (&'static str, &'static str)) -> Self {
        let by_id = entities
            .iter()
            .map(|entity| entity.id().into())
            .zip(0_u32..)
            .collect();
        Self { by_id, kind }
    }
}

/// Resolves references and keeps what is wrong.
pub(super) struct Resolver {
    pub(super) findings: Vec<Diagnostic>,
    /// Ids of files that are there but broken.
    broken: HashSet<String>,
    /// Missing owners that have been reported.
    reported: HashSet<Box<str>>,
}

impl Resolver {
    pub(super) fn new(documents: &Documents) -> Self {
        let broken = documents.broken.iter().cloned().collect();
        Self {
            findings: Vec::new(),
            broken,
            reported: HashSet::new(),
        }
    }

    /// Resolves a reference that an author wrote.
    pub(super) fn resolve<T>(&mut self, index: &Index, reference: &mut Ref<T>) {
        let name = &*reference.name;
        if let Some(&at) = index.by_id.get(name) {
            reference.index = at;
            return;
        }
        if self.broken.contains(name) {
            return;
        }
        let (sv, en) = index.kind;
        let mut names: Vec<&str> = index.by_id.keys().map(|id| &**id).collect();
        names.sort_unstable();
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None if (1..=16).contains(&names.len()) => {
                let all = names.join(", ");
                say!("skriv någon av {all}", "write one of {all}")
            }
            None => say!(
                "skriv ett id som finns, eller lägg till det som saknas",
                "write an id that exists, or add what is missing"
            ),
        };
        self.findings.push(
            Diagnostic::new(
                "K0201",
                reference.span,
                say!(
                    "{sv} `{name}` finns inte",
                    "the {en} `{name}` doesn't exist"
                ),
            )
            .help(help),
        );
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
                "skriv filen catalogue/producers/{folder}/{file}",
                "write the file catalogue/producers/{folder}/{file}"
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
