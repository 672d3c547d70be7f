//! A tree of files with some of them replaced, to see what a change would do
//! before it is made.

use super::{Entry, EntryKind, ReadError, Source};
use std::collections::BTreeMap;

/// A tree with other content in some places.
pub struct Overlay<'a> {
    below: &'a dyn Source,
    files: &'a BTreeMap<String, String>,
}

impl<'a> Overlay<'a> {
    /// Lays `files` over a tree; the paths are from its root.
    pub fn new(below: &'a dyn Source, files: &'a BTreeMap<String, String>) -> Self {
        Self { below, files }
    }
}

impl Source for Overlay<'_> {
    fn list(&self, dir: &str) -> Vec<Entry> {
        let mut entries = self.below.list(dir);
        let prefix = format!("{dir}/");
        for path in self.files.keys().filter(|path| path.starts_with(&prefix)) {
            if !entries.iter().any(|entry| entry.path == **path) {
                entries.push(Entry {
                    path: path.clone(),
                    kind: EntryKind::File,
                });
            }
        }
        entries.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path) {
            Some(text) if text.len() as u64 > limit => Err(ReadError::TooLarge(text.len() as u64)),
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.below.read(path, limit),
        }
    }
}
