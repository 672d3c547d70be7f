//! Changing files of the source, each whole or not at all.
#![expect(clippy::disallowed_methods, reason = "this is where files are written")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

/// Writes new contents of files below `root`. All are written beside their
/// targets first, so that a full disk leaves every one of them as it was.
///
/// # Errors
/// When a file can't be written; the path says which.
pub fn replace(root: &Path, files: &BTreeMap<String, String>) -> Result<(), (String, io::Error)> {
    let mut ready = Vec::new();
    for (path, text) in files {
        let target = root.join(path);
        let folder = target.parent().unwrap_or(root);
        let fail = |error| (path.clone(), error);
        fs::create_dir_all(folder).map_err(fail)?;
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
        file.write_all(text.as_bytes()).map_err(fail)?;
        if let Ok(about) = fs::metadata(&target) {
            file.as_file()
                .set_permissions(about.permissions())
                .map_err(fail)?;
        } else {
            readable(file.as_file()).map_err(fail)?;
        }
        file.as_file().sync_all().map_err(fail)?;
        ready.push((path, target, file));
    }
    for (path, target, file) in ready {
        file.persist(target)
            .map_err(|error| (path.clone(), error.error))?;
    }
    Ok(())
}

/// Makes a folder, and those that it lies in, where they don't exist.
///
/// # Errors
/// When it can't be made, or something else has its name.
pub fn make_folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)
}

/// Writes a file of somebody's own, whole or not at all. A file that is there is left
/// alone unless `over`.
///
/// # Errors
/// When there is a file already, or it can't be written.
pub fn put(path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    readable(file.as_file())?;
    file.as_file().sync_all()?;
    let kept = match over {
        true => file.persist(path),
        false => file.persist_noclobber(path),
    };
    kept.map(drop).map_err(|error| error.error)
}

/// A new file is for everybody to read; a temporary one is for nobody else.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}
