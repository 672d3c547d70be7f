//! What several tests need: running the program, sites in temporary folders, and
//! files that say what is expected.

mod expected;
pub(crate) mod fragments;
pub(crate) mod peer;
mod privileges;
mod program;
mod sandbox;
mod site;

pub(crate) use expected::{Golden, updating};
pub(crate) use privileges::{can_be_denied, forbid};
pub(crate) use program::{Katalog, Run};
pub(crate) use sandbox::{Answer, Sandbox};
pub(crate) use site::{Tree, base, copy, copy_over, tree};

use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder below `tests/cases/`.
pub(crate) fn cases(area: &str) -> PathBuf {
    repository().join("tests/cases").join(area)
}

/// The names of the folders in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
