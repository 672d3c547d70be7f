//! Documents that have versions of their own: the connection guide, the agreement
//! templates and the service description.

use super::{LocalText, Page};
use crate::source::{FileId, Span, Spanned};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// The number of a document's version: two numbers, such as 1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionNumber {
    /// Grows when readers must do something.
    pub major: u16,
    /// Grows with every other version.
    pub minor: u16,
}

impl fmt::Display for EditionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for EditionNumber {
    type Err = ();

    /// Two numbers without leading zeros, and a dot between.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (major, minor) = text.split_once('.').ok_or(())?;
        let number = |part: &str| -> Result<u16, ()> {
            let plain = part.bytes().all(|b| b.is_ascii_digit());
            let padded = part.len() > 1 && part.starts_with('0');
            match plain && !padded {
                true => part.parse().map_err(drop),
                false => Err(()),
            }
        };
        Ok(Self {
            major: number(major)?,
            minor: number(minor)?,
        })
    }
}

/// A version of a document.
#[derive(Debug)]
pub struct Edition {
    /// Its number.
    pub number: EditionNumber,
    /// Where the number stands.
    pub span: Span,
    /// Whether it is still being written.
    pub draft: bool,
    /// The day it was published; a draft may have none.
    pub published: Option<Date>,
    /// What changed since the version before.
    pub changes: Box<[LocalText]>,
}

impl Edition {
    /// The place among versions (oldest first) of the one that is in use: the newest that is
    /// published, or the newest of all while there is none.
    pub fn current<'e>(editions: impl DoubleEndedIterator<Item = &'e Self>) -> usize {
        let all: Vec<&Self> = editions.collect();
        all.iter()
            .rposition(|it| !it.draft)
            .unwrap_or_else(|| all.len().saturating_sub(1))
    }
}

/// A version of the connection guide.
#[derive(Debug)]
pub struct Guide {
    /// Which version.
    pub edition: Edition,
    /// What stands above the list of chapters, by language.
    pub intro: Texts,
    /// The chapters, in order.
    pub chapters: Box<[Chapter]>,
}

impl Guide {
    /// The texts of its opening and its chapters, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Texts> {
        std::iter::once(&self.intro).chain(self.chapters.iter().map(|it| &it.texts))
    }

    /// The place among them of the text that was read from a file.
    pub fn part_of(&self, file: FileId) -> Option<u16> {
        let own = |texts: &Texts| texts.0.iter().flatten().any(|it| it.file == file);
        u16::try_from(self.texts().position(own)?).ok()
    }
}

/// A chapter of a guide.
#[derive(Debug)]
pub struct Chapter {
    /// Its name in addresses.
    pub slug: Box<str>,
    /// Its text, by language.
    pub texts: Texts,
}

/// A text that each language has a file of. The first language is never absent.
#[derive(Debug)]
pub struct Texts(pub Box<[Option<Page>]>);

impl Texts {
    /// The text in a language, or in the first when it isn't translated.
    pub fn get(&self, lang: super::Lang) -> Option<&Page> {
        let own = self.0.get(lang.index()).and_then(Option::as_ref);
        own.or_else(|| self.0.iter().flatten().next())
    }
}

/// A file of a guide as it was read: the opening text or a chapter in a language.
#[derive(Debug)]
pub struct GuideText {
    /// Of which version.
    pub number: EditionNumber,
    /// The text; its name is that of the chapter.
    pub page: Page,
    /// What only the opening text in the first language tells.
    pub head: Option<GuideHead>,
}

/// What the opening text of a guide tells of its version.
#[derive(Debug)]
pub struct GuideHead {
    /// Which version.
    pub edition: Edition,
    /// The names of the chapters, in order.
    pub chapters: Box<[Spanned<Box<str>>]>,
}

/// The name of a guide's opening text.
pub const OPENING_TEXT: &str = "index";

#[cfg(test)]
mod tests {
    use super::EditionNumber;

    #[test]
    fn two_plain_numbers_make_a_version() {
        let number = |text: &str| text.parse::<EditionNumber>().map(|it| it.to_string());
        assert_eq!(number("1.10"), Ok("1.10".to_owned()));
        for odd in ["1", "1.0.0", "01.0", "1.+2", "v1.0", "1.", "70000.1", ""] {
            assert_eq!(number(odd), Err(()), "{odd}");
        }
    }
}
