//! What every page has: its language, its title, who is reading, and where else to go.

use super::{Cx, Language, Overview, View};
use crate::model::{Address, Lang, Section};
use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use icu_locale_core::Locale;
use serde::Serialize;

/// The frame of a page, for the template `base.html`.
#[derive(Serialize)]
pub(super) struct Frame {
    lang: &'static str,
    title: String,
    home: &'static str,
    /// The path below which the catalogue's site stands, in the language of the page.
    catalogue: String,
    /// The same page in each language.
    languages: Vec<LanguageLink>,
    /// What the user is called.
    user: Option<String>,
}

#[derive(Serialize)]
struct LanguageLink {
    code: &'static str,
    name: &'static str,
    url: String,
    current: bool,
}

/// A link.
#[derive(Serialize)]
pub(super) struct Link {
    pub(super) title: String,
    pub(super) url: String,
}

/// One of several links, of which one leads to where the reader is.
#[derive(Serialize)]
pub(super) struct Choice {
    pub(super) title: String,
    /// More about it; may be empty.
    pub(super) note: String,
    pub(super) url: String,
    pub(super) current: bool,
}

impl<'p> Cx<'p> {
    /// The frame of a page; without a view, of one that isn't there.
    pub(super) fn frame(&self, title: &str, view: Option<&View>) -> Frame {
        let url = |language| match view {
            Some(View::Overview(own)) => {
                let own = Overview {
                    language,
                    ..own.clone()
                };
                own.address(self.catalogue)
            }
            Some(View::Index(_)) => format!("{}index/", language.home()),
            Some(View::Start(_)) | None => language.home().to_owned(),
        };
        let languages = Language::ALL.map(|language| LanguageLink {
            code: language.code(),
            name: match language {
                Language::Swedish => "Svenska",
                Language::English => "English",
            },
            url: url(language),
            current: language == self.language,
        });
        let user = match view {
            Some(View::Overview(own)) => Some(self.customer_title(own.user).to_owned()),
            _ => None,
        };
        Frame {
            lang: self.language.code(),
            title: title.to_owned(),
            home: self.language.home(),
            catalogue: self.url(&Address::start()),
            languages: languages.into(),
            user,
        }
    }

    /// The address of a page of the catalogue's site in this language.
    pub(super) fn url(&self, address: &Address) -> String {
        let base = &self.page.site_base;
        match self.lang {
            Lang::FIRST => format!("{base}{}", address.0),
            lang => format!("{base}{}/{}", self.catalogue.config().code(lang), address.0),
        }
    }

    /// The address of a thing in the catalogue.
    pub(super) fn entity_url(&self, section: Section, id: &str) -> String {
        self.url(&Address::entity(section, id))
    }

    /// Sorts by name, as the language does: in Swedish å, ä and ö come last.
    pub(super) fn sort_by_name<T>(&self, items: &mut [T], name: impl Fn(&T) -> &str) {
        let locale = self.language.code().parse::<Locale>().ok();
        let collator = locale
            .and_then(|locale| Collator::try_new(locale.into(), CollatorOptions::default()).ok());
        items.sort_by(|a, b| match &collator {
            Some(collator) => collator.compare(name(a), name(b)),
            None => name(a).cmp(name(b)),
        });
    }
}
