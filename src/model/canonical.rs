//! The canonical content of a published version, and its hash.
//!
//! What may change after publication (status, dates, what replaces it, advice)
//! and what nobody notices (formatting, comments, the order of keys in the file,
//! of authorizations and of tags) is not part of it. Everything else is, in the
//! languages that the lock names: translations may be added later. Of a shared
//! code list that the version is closed to, the codes are part of it too. The
//! producer's name isn't, where a template's example has got it.

use super::{
    Attribute, Bounds, CodeList, CodeValue, Example, LocalText, PRODUCER_PLACE, Ref, Type, Version,
};
use sha2::{Digest as _, Sha256};

/// The SHA-256 of a version's canonical content, in hexadecimal. `languages` are
/// the indexes of the languages whose texts it covers, `codelists` the shared lists
/// that its attributes refer to.
pub fn hash(version: &Version, languages: &[usize], codelists: &[CodeList]) -> String {
    let mut content = Content {
        hash: Sha256::new(),
        languages,
        codelists,
    };
    content.version(version);
    content
        .hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A template's example as it was before it got the producer's name: a producer that is
/// renamed has changed nothing that it published.
fn nameless(example: &Example) -> String {
    let mut text = String::with_capacity(example.json.len());
    let mut done = 0;
    for (from, to) in &example.named {
        text.push_str(example.json.get(done..*from as usize).unwrap_or(""));
        text.push_str(PRODUCER_PLACE);
        done = *to as usize;
    }
    text.push_str(example.json.get(done..).unwrap_or(""));
    text
}

/// Feeds values to the hash, each with its length before it, so that no two
/// contents are written the same way.
struct Content<'l> {
    hash: Sha256,
    languages: &'l [usize],
    codelists: &'l [CodeList],
}

impl Content<'_> {
    fn text(&mut self, text: &str) {
        self.hash.update((text.len() as u64).to_be_bytes());
        self.hash.update(text);
    }

    fn count(&mut self, count: usize) {
        self.hash.update((count as u64).to_be_bytes());
    }

    fn local(&mut self, text: &LocalText) {
        for &language in self.languages {
            let text = text.by_lang.get(language).and_then(Option::as_ref);
            self.text(text.map_or("", |text| &text.value));
        }
    }

    fn some_local(&mut self, text: Option<&LocalText>) {
        self.count(usize::from(text.is_some()));
        text.into_iter().for_each(|text| self.local(text));
    }

    fn some_text(&mut self, text: Option<&str>) {
        self.count(usize::from(text.is_some()));
        text.into_iter().for_each(|text| self.text(text));
    }

    /// Texts whose order doesn't matter.
    fn set<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let mut texts: Vec<&str> = texts.collect();
        texts.sort_unstable();
        texts.dedup();
        self.count(texts.len());
        texts.into_iter().for_each(|text| self.text(text));
    }

    fn version(&mut self, it: &Version) {
        self.text("katalog version 1");
        self.text(&it.number.value.to_string());
        self.some_local(it.changes.as_ref());
        self.some_local(it.migration.as_ref());
        self.some_text(it.semantic_change.as_ref().map(|change| &*change.value));
        self.local(&it.title);
        self.local(&it.description);
        self.text(&it.category.name);
        self.set(it.authorizations.iter().map(|own: &Ref<_>| &*own.name));
        self.text(it.requires_customer_action.key());
        self.text(it.closes_case.key());
        self.set(it.tags.iter().map(|tag| &*tag.value));
        self.attributes(&it.attributes);
        self.attributes(&it.references);
        self.count(it.examples.len());
        for example in &it.examples {
            self.local(&example.title);
            match &*example.named {
                [] => self.text(&example.json),
                _ => self.text(&nameless(example)),
            }
        }
    }

    fn attributes(&mut self, all: &[Attribute]) {
        self.count(all.len());
        for it in all {
            self.text(&it.name.value);
            self.ty(&it.ty);
            self.count(usize::from(it.required));
            self.count(usize::from(it.deprecated));
            self.local(&it.description);
        }
    }

    fn bounds<N: ToString + Copy>(&mut self, bounds: &Bounds<N>) {
        for bound in [bounds.min, bounds.max] {
            self.some_text(bound.map(|bound| bound.to_string()).as_deref());
        }
    }

    fn ty(&mut self, ty: &Type) {
        self.text(ty.key());
        match ty {
            Type::String { length, pattern } => {
                self.bounds(length);
                self.some_text(pattern.as_ref().map(|pattern| &*pattern.value));
            }
            Type::Integer(range) | Type::Number(range) => self.bounds(range),
            Type::Boolean | Type::Date | Type::DateTime | Type::Uri => {}
            Type::Code(codes) => {
                self.count(usize::from(codes.open));
                self.some_text(codes.list.as_ref().map(|list| &*list.name));
                if let (Some(list), false) = (&codes.list, codes.open) {
                    let list = self.codelists.get(list.index as usize);
                    let values = list.map_or(&[][..], |list| &list.values);
                    self.set(values.iter().map(|it| &*it.value.value));
                }
                self.count(codes.values.len());
                for CodeValue {
                    value,
                    title,
                    description,
                } in &codes.values
                {
                    self.text(&value.value);
                    self.local(title);
                    self.some_local(description.as_ref());
                }
            }
            Type::Object(nested) => self.attributes(nested),
            Type::Array { items, count } => {
                self.bounds(count);
                self.ty(items);
            }
        }
    }
}
