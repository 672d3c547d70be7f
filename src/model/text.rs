//! Text in the languages of the site.

use crate::source::{Span, Spanned};
use std::sync::Arc;

/// A language of the site: an index into [`crate::model::Config::languages`].
/// The first is the one that every text must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(pub u8);

impl Lang {
    /// The language that the others fall back on.
    pub const FIRST: Self = Self(0);

    /// The index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One text in several languages.
#[derive(Debug, Clone)]
pub struct LocalText {
    /// By language; an absent translation is `None`. The first is never absent.
    /// Shared, because those who adopt a template have its texts.
    pub by_lang: Arc<[Option<Spanned<Box<str>>>]>,
    /// The whole value.
    pub span: Span,
}

impl LocalText {
    /// The text in a language, or in the first language when it isn't translated.
    pub fn get(&self, lang: Lang) -> &str {
        let own = self.by_lang.get(lang.index()).and_then(Option::as_ref);
        let first = || self.by_lang.first().and_then(Option::as_ref);
        own.or_else(first).map_or("", |text| &text.value)
    }

    /// Whether the text exists in this language itself.
    pub fn has(&self, lang: Lang) -> bool {
        self.by_lang.get(lang.index()).is_some_and(Option::is_some)
    }
}

/// Turns a heading into the fragment of its address: lower case, `å ä` as `a`,
/// `ö` as `o`, everything else that isn't a letter or digit as a hyphen.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'å' | 'ä' | 'à' | 'á' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' => 'u',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        if c != '-' || (!slug.is_empty() && !slug.ends_with('-')) {
            slug.push(c);
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    #[test]
    fn slugs_are_plain_and_stable() {
        assert_eq!(
            super::slug("Så här läser du en händelsetyp!"),
            "sa-har-laser-du-en-handelsetyp"
        );
        assert_eq!(super::slug("  --  "), "");
    }
}
