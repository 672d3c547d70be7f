//! What making any page needs: the site, the language, addresses and words.

use super::{Site, markdown};
use crate::diagnostic::Tongue;
use crate::model::{Address, EventType, Lang, LocalText, Section, Version};
use crate::resolve::Catalogue;

/// The site seen in one language.
#[derive(Clone, Copy)]
pub(super) struct Cx<'s> {
    pub(super) site: &'s Site,
    pub(super) catalogue: &'s Catalogue,
    pub(super) lang: Lang,
}

impl<'s> Cx<'s> {
    /// A text in this language.
    pub(super) fn text(&self, text: &'s LocalText) -> &'s str {
        text.get(self.lang)
    }

    /// A Markdown text in this language, as HTML.
    pub(super) fn markdown(&self, text: &LocalText) -> String {
        markdown::to_html(self, text.get(self.lang))
    }

    /// A word of the theme in this language.
    pub(super) fn t(&self, key: &str) -> &'s str {
        self.site.theme.string(self.lang, key)
    }

    /// A word of the theme with its `{…}` filled in.
    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.t(key).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// `en/` for every language but the first.
    fn prefix(&self, lang: Lang) -> String {
        if lang == Lang::FIRST {
            String::new()
        } else {
            format!("{}/", self.catalogue.config().code(lang))
        }
    }

    /// The language of the tool's own texts that is nearest to this one.
    pub(super) fn tongue(&self) -> Tongue {
        match self.catalogue.config().code(self.lang) {
            "sv" => Tongue::Swedish,
            _ => Tongue::English,
        }
    }

    /// The path of a page's file below the root.
    pub(super) fn page_path(&self, address: &Address) -> String {
        self.path_below(address, "index.html")
    }

    /// The path of a file in this language that stands beside a page.
    pub(super) fn path_below(&self, address: &Address, file: &str) -> String {
        format!("{}{}{file}", self.prefix(self.lang), address.0)
    }

    /// The address of a page in this language, as links use it.
    pub(super) fn url(&self, address: &Address) -> String {
        self.url_in(self.lang, address)
    }

    /// The address of a page in a certain language.
    pub(super) fn url_in(&self, lang: Lang, address: &Address) -> String {
        format!("{}{}{}", self.site.base_path, self.prefix(lang), address.0)
    }

    /// The address of a file, by its path below the root.
    pub(super) fn file_url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base_path)
    }

    /// The whole address, with the host, of what stands at a path of this site.
    pub(super) fn absolute(&self, url: &str) -> String {
        format!("{}{url}", self.catalogue.config().base_url.value)
    }

    /// The address of an event type.
    pub(super) fn event_type_url(&self, event_type: &EventType) -> String {
        self.url(&Address::entity(Section::EventTypes, &event_type.id))
    }

    /// The title of an event type: that of its current version.
    pub(super) fn event_type_title(&self, event_type: &'s EventType) -> &'s str {
        self.text(&event_type.current().title)
    }
}

/// The day of a version's last change of status, or nothing for a draft.
pub(super) fn changed(version: &Version) -> String {
    version
        .changed()
        .map_or_else(String::new, |date| date.to_string())
}
