//! Files in memory, for tests and for text that never was a file.

use super::{Entry, EntryKind, ReadError, Source};
use std::collections::BTreeMap;

/// A tree of files in memory.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file, or replaces it.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }
}

impl Source for Memory {
    fn list(&self, dir: &str) -> Vec<Entry> {
        let prefix = format!("{dir}/");
        let below = self.files.range(prefix.clone()..);
        below
            .take_while(|(path, _)| path.starts_with(&prefix))
            .map(|(path, _)| Entry {
                path: path.clone(),
                kind: EntryKind::File,
            })
            .collect()
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let bytes = self.files.get(path).ok_or(ReadError::Missing)?;
        match bytes.len() as u64 {
            length if length > limit => Err(ReadError::TooLarge(length)),
            _ => Ok(bytes.clone()),
        }
    }
}
