//! Places in files.

use std::ops::{Deref, Range};

/// A file among those that were read; an index into the list of the load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span from a range. Files over 4 GiB can't be loaded, so the offsets fit.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            file,
            start: fit(range.start),
            end: fit(range.end),
        }
    }

    /// The very beginning of a file, for what concerns the whole of it.
    pub fn start_of(file: FileId) -> Self {
        Self {
            file,
            start: 0,
            end: 0,
        }
    }

    /// Whether another span lies in this one.
    pub fn holds(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }

    /// The range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place where its author wrote it.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value and its place together.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Turns a byte offset into a line and a column. An offset past the end, or
/// inside a character (the file changed since it was loaded), is moved back to
/// the nearest place that exists.
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let before = &text[..text.floor_char_boundary(offset)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    LineColumn {
        line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_survive_offsets_that_are_not_there() {
        let text = "åäö: 1\nx: y\n";
        assert_eq!(line_column(text, 6), LineColumn { line: 1, column: 4 });
        assert_eq!(line_column(text, 1), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, 10), LineColumn { line: 2, column: 1 });
        assert_eq!(line_column(text, 999).line, 3);
    }
}
