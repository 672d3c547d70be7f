//! Where bytes come from, and where in them a value stands.
//!
//! All reading goes through the [`Source`] trait, so that tests bring their own
//! files and the preview server can look at a tree that changes under it. Paths
//! are relative to the root of the site and always use `/`.

mod disk;
mod git;
mod memory;
mod overlay;
mod span;

pub use disk::Disk;
pub use git::{Git, GitError};
pub use memory::Memory;
pub use overlay::Overlay;
pub use span::{FileId, LineColumn, Span, Spanned, line_column};

/// Largest file that is read, in bytes. The largest entry that anybody has
/// written by hand is a hundredth of this.
pub const MAX_FILE: u64 = 1 << 20;

/// The file that makes a folder a site.
pub const CONFIG_FILE: &str = "katalog.yaml";

/// A tree of files.
pub trait Source: Send + Sync {
    /// Everything below `dir` that is not a folder, sorted by path. An absent
    /// folder is an empty list.
    fn list(&self, dir: &str) -> Vec<Entry>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// When the file is absent, is no regular file, is larger than `limit`
    /// bytes, or can't be read.
    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError>;
}

/// One thing found in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Path from the root of the site.
    pub path: String,
    /// What it is.
    pub kind: EntryKind,
}

/// What an [`Entry`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A file that can be read.
    File,
    /// A symbolic link that points outside the tree, to a folder, or nowhere.
    BadLink,
    /// A pipe, socket or device, or a folder that can't be listed.
    Other,
    /// A name that isn't UTF-8; the path shows it with replacement characters.
    BadName,
}

/// Why a file could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// There is no such file.
    Missing,
    /// Something else has that name, such as a folder.
    NotAFile,
    /// The file has this many bytes, which is over the limit.
    TooLarge(u64),
    /// The operating system refused.
    Io(std::io::Error),
}
