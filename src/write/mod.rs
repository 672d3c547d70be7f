//! Stage 5: a site to a folder, all or nothing.
//!
//! Everything is written to a new folder beside the target, which then takes the
//! target's place in one step. Whatever goes wrong before that, a full disk or a
//! kill among it, leaves the target as it was. A file whose bytes are the same as
//! last time is not written again: the new folder gets a hard link to the old
//! file, because creating files is the dearest part of a build.

mod files;
mod folder;

pub use files::{make_folder, put, replace};

use crate::diagnostic::{Diagnostic, Message, reason};
use crate::render::Site;
use crate::say;
use folder::NewFolder;
use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What was written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files in the site.
    pub files: u64,
    /// How many of them are as they were before.
    pub unchanged: u64,
    /// Their bytes together.
    pub bytes: u64,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError {
    /// The computer would not: no room, no right, a folder in the way.
    Environment(Message),
    /// Templates failed.
    Findings(Vec<Diagnostic>),
}

/// Writes a site to `target`, in the place of the site that was there. `keep`
/// is the folder that the site is made from, which must not lie in the target.
///
/// # Errors
/// When the target can't be written, holds something other than a site, or a
/// template fails. The target is then as it was.
pub fn write(site: &Site, target: &Path, keep: &Path) -> Result<Written, WriteError> {
    let folder = NewFolder::beside(target, keep).map_err(WriteError::Environment)?;
    let (files, unchanged, bytes) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
    let failed = Mutex::new((Vec::new(), None));
    let stop = AtomicBool::new(false);
    site.outputs()
        .par_iter()
        .for_each_init(Vec::new, |buffer: &mut Vec<u8>, output| {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            buffer.clear();
            if let Err(finding) = site.render(*output, buffer) {
                if let Ok(mut failed) = failed.lock() {
                    failed.0.push(*finding);
                    // A broken template fails on every page; some are enough to tell.
                    if failed.0.len() >= 100 {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
                return;
            }
            let path = site.path(*output);
            match folder.put(&path, buffer) {
                Ok(same) => {
                    files.fetch_add(1, Ordering::Relaxed);
                    unchanged.fetch_add(u64::from(same), Ordering::Relaxed);
                    bytes.fetch_add(buffer.len() as u64, Ordering::Relaxed);
                }
                Err(error) => {
                    stop.store(true, Ordering::Relaxed);
                    if let Ok(mut failed) = failed.lock() {
                        failed.1.get_or_insert((path, error));
                    }
                }
            }
        });
    let (mut findings, refused) = failed.into_inner().unwrap_or_default();
    if let Some((path, error)) = refused {
        return Err(WriteError::Environment(could_not_write(
            target,
            Some(&path),
            &error,
        )));
    }
    if !findings.is_empty() {
        crate::diagnostic::tidy(&mut findings);
        return Err(WriteError::Findings(findings));
    }
    folder.take_place().map_err(WriteError::Environment)?;
    Ok(Written {
        files: files.into_inner(),
        unchanged: unchanged.into_inner(),
        bytes: bytes.into_inner(),
    })
}

/// Why a site was not written; `file` is the one of its files that failed.
fn could_not_write(target: &Path, file: Option<&str>, error: &std::io::Error) -> Message {
    use std::io::ErrorKind;
    let target = target.display();
    let Message { sv: why, en: cause } = reason(error);
    let (sv, en) = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "frigör utrymme, eller välj en annan plats med --out",
            "free some space, or choose another place with --out",
        ),
        ErrorKind::FileTooLarge => (
            "höj gränsen för filers storlek (ulimit -f), eller välj en annan plats med --out",
            "raise the limit on the size of files (ulimit -f), or choose another place with --out",
        ),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
            "ändra rättigheterna, eller välj en annan plats med --out",
            "change the permissions, or choose another place with --out",
        ),
        _ => (
            "försök igen, eller välj en annan plats med --out",
            "try again, or choose another place with --out",
        ),
    };
    // Which file it was helps only where the cause is in the file itself.
    let file = match (file, error.kind()) {
        (Some(file), ErrorKind::InvalidFilename) => format!(" ({file})"),
        _ => String::new(),
    };
    say!(
        "webbplatsen kunde inte skrivas till `{target}`: {why}{file}\n  {sv}\n  det som fanns i `{target}` är orört",
        "the site could not be written to `{target}`: {cause}{file}\n  {en}\n  what was in `{target}` is untouched"
    )
}

/// The absolute form of a path that may not exist yet.
fn absolute(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    // The part that exists with its links resolved, then the rest.
    let mut rest = Vec::new();
    let mut head = full.as_path();
    loop {
        if let Ok(real) = head.canonicalize() {
            return rest
                .iter()
                .rev()
                .fold(real, |path: PathBuf, part| path.join(part));
        }
        match (head.parent(), head.file_name()) {
            (Some(parent), Some(name)) => {
                rest.push(name.to_owned());
                head = parent;
            }
            _ => return full,
        }
    }
}
