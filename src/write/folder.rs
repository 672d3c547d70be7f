//! A new folder that takes the place of an old one in one step.
#![expect(clippy::disallowed_methods, reason = "this is where files are written")]

use super::absolute;
use crate::diagnostic::{Message, reason};
use crate::say;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The file that tells that a folder is a site that this program wrote, so that
/// it may be replaced. It stays locked while the folder is being written, so that
/// the next run can tell a folder in use from one left by a kill.
const MARK: &str = ".katalog";

/// What stands in it.
const MARK_TEXT: &str = "Written by katalog, which replaces this folder at every build.\n";

/// A folder being written beside its target.
pub(super) struct NewFolder {
    temporary: TempDir,
    /// Held until the folder is in place.
    _lock: File,
    target: PathBuf,
    /// The site that is there now, whose unchanged files are used again.
    old: Option<PathBuf>,
}

impl NewFolder {
    /// Makes an empty folder beside `target`, given that the target may be
    /// replaced.
    pub(super) fn beside(target: &Path, keep: &Path) -> Result<Self, Message> {
        let target = absolute(target);
        let old = may_replace(&target, &absolute(keep))?;
        let shown = target.display();
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(say!(
                "`{shown}` kan inte ersättas",
                "`{shown}` can't be replaced"
            ));
        };
        let fail = |error: io::Error| super::could_not_write(&target, None, &error);
        fs::create_dir_all(parent).map_err(fail)?;
        let prefix = format!(".{}.katalog-", name.to_string_lossy());
        remove_left_over(parent, &prefix);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // What the user's umask leaves of it: a published site is for others to read.
            builder.permissions(fs::Permissions::from_mode(0o777));
        }
        let temporary = builder.tempdir_in(parent).map_err(fail)?;
        let mut lock = File::create(temporary.path().join(MARK)).map_err(fail)?;
        lock.lock().map_err(fail)?;
        lock.write_all(MARK_TEXT.as_bytes()).map_err(fail)?;
        Ok(Self {
            temporary,
            _lock: lock,
            target,
            old,
        })
    }

    /// The whole path of a file in the folder.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.temporary.path().join(path)
    }

    /// Puts a file in the folder; true when it is the same as in the old one.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> io::Result<bool> {
        let new = self.path(path);
        if let Some(old) = &self.old {
            let old = old.join(path);
            if is_same(&old, bytes) && with_parent(&new, |new| fs::hard_link(&old, new)).is_ok() {
                return Ok(true);
            }
        }
        with_parent(&new, |new| File::create_new(new)?.write_all(bytes))?;
        Ok(false)
    }

    /// Takes the place of the target.
    pub(super) fn take_place(self) -> Result<(), Message> {
        let Self {
            temporary,
            _lock: lock,
            target,
            old,
        } = self;
        let shown = target.display();
        let new = temporary.path();
        let swapped = match &old {
            None => fs::rename(new, &target),
            Some(_) => exchange(new, &target),
        };
        swapped.map_err(|error| {
            let Message { sv, en } = reason(&error);
            say!(
                "den färdiga webbplatsen kunde inte läggas på plats i `{shown}`: {sv}\n  stäng program som använder mappen och försök igen",
                "the finished site could not be put in its place in `{shown}`: {en}\n  close programs that use the folder and try again"
            )
        })?;
        drop(lock);
        match old {
            // The name of the temporary folder now is the old site's, if anything's:
            // dropping it removes the old site. That it can't be removed is no
            // reason to say that the build failed.
            Some(_) => drop(temporary),
            None => _ = temporary.keep(),
        }
        Ok(())
    }
}

/// The old site, if there is one, given that the target is free, empty, or a
/// site of this program's own.
fn may_replace(target: &Path, keep: &Path) -> Result<Option<PathBuf>, Message> {
    let shown = target.display();
    let sources = ["catalogue", "content", "theme"].map(|folder| keep.join(folder));
    if keep.starts_with(target) || sources.iter().any(|folder| target.starts_with(folder)) {
        return Err(say!(
            "webbplatsen kan inte skrivas till `{shown}`, för där ligger det som den byggs av\n  välj en annan mapp med --out",
            "the site can't be written to `{shown}`, because what it is made from lies there\n  choose another folder with --out"
        ));
    }
    let about = match fs::symlink_metadata(target) {
        Ok(about) => about,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(super::could_not_write(target, None, &error)),
    };
    if !about.is_dir() {
        return Err(say!(
            "`{shown}` är ingen mapp\n  ta bort filen, eller välj en annan mapp med --out",
            "`{shown}` is not a folder\n  remove the file, or choose another folder with --out"
        ));
    }
    let is_empty = fs::read_dir(target).is_ok_and(|mut entries| entries.next().is_none());
    if !is_empty && !target.join(MARK).is_file() {
        return Err(say!(
            "mappen `{shown}` innehåller annat än en webbplats som katalog har skrivit, så den ersätts inte\n  välj en annan mapp med --out, eller flytta undan det som ligger där",
            "the folder `{shown}` holds something other than a site that katalog wrote, so it isn't replaced\n  choose another folder with --out, or move away what is there"
        ));
    }
    Ok(Some(target.to_path_buf()))
}

/// Removes folders that a killed run left behind: those whose mark nobody holds.
fn remove_left_over(parent: &Path, prefix: &str) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with(prefix);
        if !is_ours {
            continue;
        }
        let mark = File::open(entry.path().join(MARK));
        if mark.is_ok_and(|mark| mark.try_lock().is_ok()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a file has exactly these bytes.
fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let same_length = fs::symlink_metadata(path)
        .is_ok_and(|about| about.is_file() && about.len() == bytes.len() as u64);
    same_length && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Makes a file, and the folders it lies in when they aren't there yet.
fn with_parent(path: &Path, make: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
    match make(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            make(path)
        }
        done => done,
    }
}

/// Swaps two folders in one step where the system can, otherwise in two.
fn exchange(new: &Path, target: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let mut aside = new.as_os_str().to_owned();
    aside.push("-old");
    let aside = PathBuf::from(aside);
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(new, target) {
        // Back to what was there.
        let _ = fs::rename(&aside, target);
        return Err(error);
    }
    fs::rename(&aside, new)
}
