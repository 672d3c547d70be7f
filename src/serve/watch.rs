//! Noticing that a file was saved.

use super::live::Waiting;
use super::state::State;
use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Watches until it is dropped.
pub(super) type Watch = Debouncer<RecommendedWatcher, NoCache>;

/// Editors save in several steps; this long after the last one the file is whole.
const QUIET: Duration = Duration::from_millis(30);

/// The folders that a site is made from.
const FOLDERS: [&str; 3] = ["catalogue", "content", crate::render::THEME_FOLDER];

/// Reads the site again whenever something that it is made from changes.
pub(super) fn watch(
    root: &Path,
    state: Arc<State>,
    waiting: Arc<Waiting>,
) -> notify::Result<Watch> {
    let top = root.to_path_buf();
    let on_change = move |events: DebounceEventResult| {
        let Ok(events) = events else { return };
        let matters = events
            .iter()
            .filter(|event| !event.kind.is_access())
            .any(|event| event.paths.iter().any(|path| is_source(&top, path)));
        if matters {
            state.read_again();
            waiting.tell_all();
        }
    };
    let mut watch: Watch = new_debouncer_opt(
        QUIET,
        None,
        on_change,
        NoCache::new(),
        notify::Config::default(),
    )?;
    // The root by itself, for katalog.yaml; not what else may lie in it, such as
    // the finished site.
    watch.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|folder| root.join(folder)) {
        if folder.is_dir() {
            watch.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(watch)
}

/// Whether a path is one that the site is made from, and no editor's own file.
fn is_source(root: &Path, path: &Path) -> bool {
    // The system may tell of the path with links resolved.
    let real = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    let inner = path
        .strip_prefix(root)
        .or_else(|_| path.strip_prefix(&real));
    let Some(inner) = inner.ok().and_then(Path::to_str) else {
        return false;
    };
    let name = inner.rsplit('/').next().unwrap_or("");
    let own_file = name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp");
    let first = inner.split('/').next().unwrap_or("");
    !own_file && (first == crate::source::CONFIG_FILE || FOLDERS.contains(&first))
}
