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
    /// The versions, by id and number.
    pub lines: Box<[LockLine]>,
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
