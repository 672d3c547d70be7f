//! Sites in temporary folders.

use super::cases;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

/// The files of a folder: bytes by path.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Everything in a folder, with `/` between folders; nothing when there is no such
/// folder. Links count as what they lead to.
pub(crate) fn tree(folder: &Path) -> Tree {
    let mut files = Tree::new();
    if !folder.exists() {
        return files;
    }
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap();
        let path = path.to_str().unwrap().replace('\\', "/");
        files.insert(path, std::fs::read(entry.path()).unwrap());
    }
    files
}

/// Copies all files of a folder into a new or existing one, over what is there.
pub(crate) fn copy_over(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let path = to.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// A copy of a folder.
pub(crate) fn copy(from: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_over(from, folder.path());
    folder
}

/// A small site in which nothing is wrong, in a folder of its own.
pub(crate) fn base() -> TempDir {
    copy(&cases("base"))
}
