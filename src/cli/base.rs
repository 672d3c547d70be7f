//! An earlier state of a catalogue: a folder, or a commit in git.

use super::Outcome;
use crate::resolve::Tables;
use crate::say;
use crate::source::{CONFIG_FILE, Disk, Git, GitError, MAX_FILE, Source};
use std::path::Path;

/// Reads the catalogue in the folder `name`, or in `root` as it was at the commit
/// `name`. What is wrong in it is not told of: it was somebody else's to mend.
pub(super) fn read_base(root: &Path, name: &str) -> Result<Tables, Outcome> {
    let source = open_base(root, name)?;
    if source.read(CONFIG_FILE, MAX_FILE).is_err() {
        return Err(Outcome::Failed(say!(
            "det finns ingen {CONFIG_FILE} i `{name}`\n  peka ut en mapp med en katalog, eller en version i git (gren, tagg eller hash) där den finns",
            "there is no {CONFIG_FILE} in `{name}`\n  name a folder with a catalogue, or a commit in git (branch, tag or hash) that has it"
        )));
    }
    Ok(crate::read(&*source).0)
}

/// Opens a folder or a commit.
pub(super) fn open_base(root: &Path, name: &str) -> Result<Box<dyn Source>, Outcome> {
    if let Ok(folder) = Disk::open(Path::new(name)) {
        return Ok(Box::new(folder));
    }
    match Git::open(root, name) {
        Ok(commit) => Ok(Box::new(commit)),
        Err(error) => Err(Outcome::Failed(why(&error, name))),
    }
}

fn why(error: &GitError, name: &str) -> crate::diagnostic::Message {
    match error {
        GitError::NoGit => say!(
            "`{name}` är ingen mapp, och för att läsa den ur git måste programmet git finnas\n  installera git (apt-get install git), eller peka ut en mapp med den tidigare katalogen",
            "`{name}` is not a folder, and the program git is needed to read it from git\n  install git (apt-get install git), or name a folder with the earlier catalogue"
        ),
        GitError::NoRepository => say!(
            "`{name}` är ingen mapp, och webbplatsens mapp är inte versionshanterad med git\n  peka ut en mapp med den tidigare katalogen",
            "`{name}` is not a folder, and the site's folder is not under version control with git\n  name a folder with the earlier catalogue"
        ),
        GitError::NoCommit { shallow: true } => say!(
            "`{name}` finns inte i den här klonen, som saknar historik\n  hämta historiken med git fetch --unshallow (i GitHub Actions: actions/checkout med fetch-depth: 0)",
            "`{name}` is not in this clone, which lacks history\n  fetch the history with git fetch --unshallow (in GitHub Actions: actions/checkout with fetch-depth: 0)"
        ),
        GitError::NoCommit { shallow: false } => say!(
            "`{name}` är varken en mapp eller en gren, tagg eller hash i git\n  se efter namnet med git branch --all, och hämta det som saknas med git fetch",
            "`{name}` is neither a folder nor a branch, tag or hash in git\n  look up the name with git branch --all, and fetch what is missing with git fetch"
        ),
        GitError::Other(said) => say!(
            "git kunde inte läsa `{name}`: {said}",
            "git could not read `{name}`: {said}"
        ),
    }
}
