//! Files on disk, below one folder.

use super::{Entry, EntryKind, ReadError, Source};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A folder on disk. Symbolic links are followed only to files inside it.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    /// The root with links resolved, to judge where a link leads.
    real_root: PathBuf,
}

impl Disk {
    /// Opens a folder.
    ///
    /// # Errors
    /// When it doesn't exist or is no folder.
    pub fn open(root: &Path) -> std::io::Result<Self> {
        let real_root = root.canonicalize()?;
        if !real_root.is_dir() {
            return Err(std::io::ErrorKind::NotADirectory.into());
        }
        Ok(Self {
            root: root.to_path_buf(),
            real_root,
        })
    }

    /// Whether the path leads to something inside the tree, links followed.
    fn is_inside(&self, path: &Path) -> bool {
        path.canonicalize()
            .is_ok_and(|real| real.starts_with(&self.real_root))
    }

    fn kind_of(&self, path: &Path, kind: std::fs::FileType) -> EntryKind {
        if kind.is_file() {
            EntryKind::File
        } else if kind.is_symlink() {
            if path.is_file() && self.is_inside(path) {
                EntryKind::File
            } else {
                EntryKind::BadLink
            }
        } else {
            EntryKind::Other
        }
    }
}

impl Source for Disk {
    fn list(&self, dir: &str) -> Vec<Entry> {
        let top = self.root.join(dir);
        if !top.exists() {
            return Vec::new();
        }
        let mut entries = Vec::new();
        let walk = walkdir::WalkDir::new(&top).follow_links(false);
        for item in walk
            .into_iter()
            .filter_entry(|e| e.depth() == 0 || !is_hidden(e))
        {
            let (path, kind) = match &item {
                Ok(found) if found.file_type().is_dir() => continue,
                Ok(found) => (found.path(), self.kind_of(found.path(), found.file_type())),
                Err(error) => (error.path().unwrap_or(&top), EntryKind::Other),
            };
            let relative = path.strip_prefix(&self.root).unwrap_or(path);
            entries.push(match relative.to_str() {
                Some(name) => Entry {
                    path: name.to_owned(),
                    kind,
                },
                None => Entry {
                    path: relative.to_string_lossy().into_owned(),
                    kind: EntryKind::BadName,
                },
            });
        }
        entries.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        entries
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let full = self.root.join(path);
        let about = match full.symlink_metadata() {
            Ok(about) => about,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(ReadError::Missing);
            }
            Err(error) => return Err(ReadError::Io(error)),
        };
        if about.is_symlink() && !self.is_inside(&full) {
            return Err(ReadError::NotAFile);
        }
        let about = if about.is_symlink() {
            full.metadata().map_err(ReadError::Io)?
        } else {
            about
        };
        if !about.is_file() {
            return Err(ReadError::NotAFile);
        }
        if about.len() > limit {
            return Err(ReadError::TooLarge(about.len()));
        }
        #[expect(clippy::disallowed_methods, reason = "this is where files are read")]
        let file = std::fs::File::open(&full).map_err(ReadError::Io)?;
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
        // The limit holds also for a file that grows while it is read.
        file.take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(ReadError::Io)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::TooLarge(bytes.len() as u64));
        }
        Ok(bytes)
    }
}

fn is_hidden(entry: &walkdir::DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}
