//! The site as it is now, and what is wrong with it.

use crate::diagnostic::{Human, Message, Tongue, has_errors, reason};
use crate::render::{Output, Site};
use crate::say;
use crate::source::Disk;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// What the server shows.
pub(super) struct State {
    root: PathBuf,
    tongue: Tongue,
    now: RwLock<Now>,
    /// Counts the readings of the site, so that a page knows when it is old.
    generation: AtomicU64,
}

/// The outcome of the latest reading.
#[derive(Default)]
struct Now {
    /// The last site that was whole.
    site: Option<Arc<Served>>,
    /// What is wrong now.
    problems: Option<Arc<str>>,
}

/// A site and where each of its outputs is.
pub(super) struct Served {
    pub(super) site: Site,
    pub(super) base_path: String,
    paths: HashMap<String, Output>,
}

/// What there is at a path.
pub(super) enum Found {
    /// Something to make.
    Output(Output),
    /// A page whose address lacks the slash at its end.
    WithSlash,
    /// Nothing.
    Nothing,
}

impl Served {
    fn new(site: Site) -> Self {
        let paths = site
            .outputs()
            .iter()
            .map(|output| (site.path(*output), *output))
            .collect();
        let base_path = site.base_path().to_owned();
        Self {
            site,
            base_path,
            paths,
        }
    }

    /// What there is at a path below the base path.
    pub(super) fn find(&self, path: &str) -> Found {
        let page = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if let Some(output) = self.paths.get(&page) {
            return Found::Output(*output);
        }
        if self.paths.contains_key(&format!("{path}/index.html")) {
            Found::WithSlash
        } else {
            Found::Nothing
        }
    }

    /// The bytes at a path, for the page that says that there is nothing.
    pub(super) fn not_found(&self) -> Option<Output> {
        self.paths.get("404.html").copied()
    }
}

impl State {
    pub(super) fn open(root: &Path, tongue: Tongue) -> Result<Self, Message> {
        Disk::open(root).map_err(|error| {
            let path = root.display();
            let Message { sv, en } = reason(&error);
            say!(
                "mappen `{path}` kan inte öppnas: {sv}\n  peka ut webbplatsens mapp med --root MAPP",
                "the folder `{path}` can't be opened: {en}\n  name the site's folder with --root DIR"
            )
        })?;
        let state = Self {
            root: root.to_path_buf(),
            tongue,
            now: RwLock::default(),
            generation: AtomicU64::new(0),
        };
        state.read_again();
        Ok(state)
    }

    /// Reads the whole site again.
    pub(super) fn read_again(&self) {
        let (site, problems) = match Disk::open(&self.root) {
            Err(error) => (None, Some(self.tell(&error))),
            Ok(source) => {
                let checked = crate::check(&source, None);
                if has_errors(&checked.findings) {
                    let human = Human::new(&source, &checked.files, self.tongue, false);
                    (None, Some(human.print(&checked.findings)))
                } else {
                    (checked.site.map(Served::new), None)
                }
            }
        };
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(site) = site {
            now.site = Some(Arc::new(site));
        }
        now.problems = problems.map(Arc::from);
        drop(now);
        self.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Tells of a template that fails, as if the whole site were wrong.
    pub(super) fn describe(
        &self,
        finding: &crate::diagnostic::Diagnostic,
        served: &Served,
    ) -> String {
        match Disk::open(&self.root) {
            Ok(source) => {
                let human = Human::new(&source, served.site.files(), self.tongue, false);
                human.print(std::slice::from_ref(finding))
            }
            Err(error) => self.tell(&error),
        }
    }

    /// Tells why the site's folder can't be opened.
    fn tell(&self, error: &std::io::Error) -> String {
        let Message { sv, en } = reason(error);
        let path = self.root.display();
        let why = say!(
            "mappen `{path}` kan inte öppnas: {sv}",
            "the folder `{path}` can't be opened: {en}"
        );
        why.in_tongue(self.tongue).to_owned()
    }

    /// The last site that was whole.
    pub(super) fn site(&self) -> Option<Arc<Served>> {
        self.now
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .site
            .clone()
    }

    /// What is wrong now.
    pub(super) fn problem_text(&self) -> Option<Arc<str>> {
        self.now
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .problems
            .clone()
    }

    pub(super) fn problems(&self) -> Option<String> {
        self.problem_text().map(|text| text.to_string())
    }

    pub(super) fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    pub(super) fn tongue(&self) -> Tongue {
        self.tongue
    }

    pub(super) fn start_path(&self) -> String {
        self.site()
            .map_or_else(|| "/".to_owned(), |served| served.base_path.clone())
    }
}
