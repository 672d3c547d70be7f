//! What a producer has published: `published.lock`.

use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;

/// The first line of a lock, up to its languages.
pub const LOCK_HEADING: &str = "# katalog published.lock 1; languages:";

/// One producer's lock.
#[derive(Debug)]
pub struct Lock {
    /// The producer's prefix: the folder that the lock lies in.
    pub producer: Box<str>,
    /// The file.
    pub file: FileId,
    /// The languages whose texts the hashes cover, as indexes into the site's.
    pub languages: Box<[usize]>,
    /// The versions, in the order of their ids and numbers.
    pub lines: Box<[LockLine]>,
}

impl Lock {
    /// The lines of an event type.
    pub fn lines_of(&self, id: &str) -> &[LockLine] {
        let start = self.lines.partition_point(|line| &*line.id.value < id);
        let rest = &self.lines[start..];
        &rest[..rest.partition_point(|line| &*line.id.value == id)]
    }

    /// The line of a version.
    pub fn line(&self, id: &str, version: &semver::Version) -> Option<&LockLine> {
        let order = |line: &LockLine| (&*line.id.value, &line.version).cmp(&(id, version));
        let at = self.lines.binary_search_by(order).ok()?;
        self.lines.get(at)
    }
}

/// One published version.
#[derive(Debug)]
pub struct LockLine {
    /// The event type.
    pub id: Spanned<Box<str>>,
    /// Its version.
    pub version: semver::Version,
    /// The SHA-256 of its canonical content, in hexadecimal.
    pub hash: Box<str>,
    /// When it was published.
    pub date: Date,
    /// The whole line.
    pub span: Span,
}

/// Writes a lock: the heading and the lines, sorted.
pub fn write_lock<'a>(
    languages: impl IntoIterator<Item = &'a str>,
    lines: impl IntoIterator<Item = (String, semver::Version, String, Date)>,
) -> String {
    let mut lines: Vec<_> = lines.into_iter().collect();
    lines.sort();
    let mut text = LOCK_HEADING.to_owned();
    for language in languages {
        text.push(' ');
        text.push_str(language);
    }
    text.push('\n');
    for (id, version, hash, date) in lines {
        text.push_str(&format!("{id} {version} {hash} {date}\n"));
    }
    text
}
