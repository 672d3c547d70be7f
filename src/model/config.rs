//! `katalog.yaml`: what the site is called and where it will stand.

use super::{Lang, LocalText};
use crate::source::Spanned;

/// The site.
#[derive(Debug)]
pub struct Config {
    /// Its name.
    pub title: LocalText,
    /// What it is, in a sentence or two.
    pub description: LocalText,
    /// `https://host` where it will be published, without a slash at the end.
    pub base_url: Spanned<Box<str>>,
    /// The path below which it stands, such as `/katalog/`; `/` at the root.
    pub base_path: Box<str>,
    /// Language codes (BCP 47), the first at the root of the site.
    pub languages: Box<[Box<str>]>,
    /// The version of the standard that examples follow.
    pub standard_version: Box<str>,
    /// Who publishes it.
    pub publisher: LocalText,
    /// Where readers write.
    pub email: Box<str>,
    /// Where a reader can propose a change of a text: an address with `{path}` where
    /// the path of the file goes.
    pub edit_url: Option<Box<str>>,
    /// A notice on every page.
    pub notice: Option<LocalText>,
}

impl Config {
    /// All languages, in order.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..u8::try_from(self.languages.len()).unwrap_or(u8::MAX)).map(Lang)
    }

    /// The code of a language, such as `sv`.
    pub fn code(&self, lang: Lang) -> &str {
        self.languages.get(lang.index()).map_or("", |code| code)
    }
}
