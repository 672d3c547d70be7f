//! A tree of files as it was at a commit, read by way of the program `git`.

use super::{Entry, EntryKind, ReadError, Source};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

/// A site's folder at a commit.
pub struct Git {
    /// What each file is and the name of its content, by path from the site's root.
    files: BTreeMap<String, (EntryKind, String)>,
    /// The process that gives contents, one at a time.
    contents: Mutex<Contents>,
}

/// Why a commit can't be read.
#[derive(Debug)]
pub enum GitError {
    /// There is no program `git`.
    NoGit,
    /// The folder isn't in a repository.
    NoRepository,
    /// The repository has no commit of that name. A shallow clone may lack what
    /// exists elsewhere.
    NoCommit {
        /// Whether the repository is a shallow clone.
        shallow: bool,
    },
    /// `git` failed, and this is what it said.
    Other(String),
}

impl From<std::io::Error> for GitError {
    fn from(error: std::io::Error) -> Self {
        Self::Other(error.to_string())
    }
}

impl Git {
    /// The folder `root` as it was at a commit, which may be named as `git` names
    /// them: a branch, a tag, `HEAD~1` or a hash.
    ///
    /// # Errors
    /// When there is no `git`, no repository or no such commit.
    pub fn open(root: &Path, commit: &str) -> Result<Self, GitError> {
        let prefix = match ask(root, ["rev-parse", "--show-prefix"])? {
            Ok(prefix) => prefix.trim_end().to_owned(),
            Err(said) if said.contains("not a git repository") => {
                return Err(GitError::NoRepository);
            }
            Err(said) => return Err(GitError::Other(said)),
        };
        let wanted = format!("{commit}^{{commit}}");
        let found = ask(
            root,
            [
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                &wanted,
            ],
        )?;
        let Ok(hash) = found else {
            let shallow = ask(root, ["rev-parse", "--is-shallow-repository"])?;
            let shallow = shallow.is_ok_and(|said| said.trim() == "true");
            return Err(GitError::NoCommit { shallow });
        };
        let tree = format!("{}:{prefix}", hash.trim());
        let files = match ask(root, ["ls-tree", "-r", "-z", "--full-tree", &tree])? {
            Ok(listed) => listed.split('\0').filter_map(file).collect(),
            // The folder didn't exist then: a tree without files.
            Err(_) => BTreeMap::new(),
        };
        Ok(Self {
            files,
            contents: Mutex::new(Contents::start(root)?),
        })
    }
}

/// Runs `git` in a folder: what it says on standard output, or on standard error
/// when it fails.
fn ask<'a>(
    root: &Path,
    arguments: impl IntoIterator<Item = &'a str>,
) -> Result<Result<String, String>, GitError> {
    let output = git(root)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(not_started)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(text(&output.stderr).trim().to_owned())
    })
}

fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    // In English, because some of what it says is looked at; and it takes no
    // locks, so that nobody else's `git` has to wait.
    command
        .arg("-C")
        .arg(root)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0");
    command
}

fn not_started(error: std::io::Error) -> GitError {
    match error.kind() {
        std::io::ErrorKind::NotFound => GitError::NoGit,
        _ => GitError::Other(error.to_string()),
    }
}

/// A row of `git ls-tree`: `MODE TYPE HASH<tab>PATH`.
fn file(row: &str) -> Option<(String, (EntryKind, String))> {
    let (about, path) = row.split_once('\t')?;
    let mut words = about.split(' ');
    let (mode, _, hash) = (words.next()?, words.next()?, words.next()?);
    let kind = match mode {
        "100644" | "100755" => EntryKind::File,
        "120000" => EntryKind::BadLink,
        _ => EntryKind::Other,
    };
    Some((path.to_owned(), (kind, hash.to_owned())))
}

impl Source for Git {
    fn list(&self, dir: &str) -> Vec<Entry> {
        let prefix = format!("{dir}/");
        let below = self.files.range(prefix.clone()..);
        below
            .take_while(|(path, _)| path.starts_with(&prefix))
            // As in a folder on disk, where hidden files aren't looked at.
            .filter(|(path, _)| !path.split('/').any(|part| part.starts_with('.')))
            .map(|(path, (kind, _))| Entry {
                path: path.clone(),
                kind: *kind,
            })
            .collect()
    }

    fn read(&self, path: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path) {
            None => Err(ReadError::Missing),
            Some((EntryKind::File, hash)) => {
                let gone = || ReadError::Io(std::io::Error::other("git has ended"));
                self.contents.lock().map_err(|_| gone())?.read(hash, limit)
            }
            Some(_) => Err(ReadError::NotAFile),
        }
    }
}

/// `git cat-file --batch`: asked for one content after the other.
struct Contents {
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
}

impl Contents {
    fn start(root: &Path) -> Result<Self, GitError> {
        let mut child = git(root)
            .args([OsStr::new("cat-file"), OsStr::new("--batch")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(not_started)?;
        let no_pipe = || GitError::Other("git has no pipes".to_owned());
        let ask = child.stdin.take().ok_or_else(no_pipe)?;
        let answer = BufReader::new(child.stdout.take().ok_or_else(no_pipe)?);
        Ok(Self {
            child,
            ask: Some(ask),
            answer,
        })
    }

    fn read(&mut self, hash: &str, limit: u64) -> Result<Vec<u8>, ReadError> {
        let ended = || std::io::Error::other("git has ended");
        let ask = self.ask.as_mut().ok_or_else(ended).map_err(ReadError::Io)?;
        writeln!(ask, "{hash}").map_err(ReadError::Io)?;
        let mut head = String::new();
        self.answer.read_line(&mut head).map_err(ReadError::Io)?;
        let size = head.trim_end().rsplit(' ').next().unwrap_or("");
        let Ok(size) = size.parse::<u64>() else {
            return Err(ReadError::Missing);
        };
        // The content is followed by a line break, and what is too large must be
        // read past all the same.
        let mut bytes = Vec::new();
        let kept = size.min(limit);
        let mut content = (&mut self.answer).take(size + 1);
        content
            .by_ref()
            .take(kept)
            .read_to_end(&mut bytes)
            .map_err(ReadError::Io)?;
        std::io::copy(&mut content, &mut std::io::sink()).map_err(ReadError::Io)?;
        if size > limit {
            return Err(ReadError::TooLarge(size));
        }
        Ok(bytes)
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        // It ends when there is nothing more to ask.
        self.ask = None;
        let _ = self.child.wait();
    }
}
