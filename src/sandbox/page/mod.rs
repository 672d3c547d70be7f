//! The consumer page: a person's cases at all producers, as a service that is connected
//! to Mina ärenden could show them. From an address and the relay's answer to HTML,
//! without input or output of its own:
//!
//! | step | file | from → to |
//! | --- | --- | --- |
//! | 1 | `route` | path and query → a [`View`] |
//! | 2 | `question` | a view → the question to put to the relay |
//! | 3 | `answer` | the relay's answer → events that the user may read, and who didn't answer |
//! | 4 | `case` | events → cases and whom each waits for |
//! | 5 | `overview`, `area`, `start` | cases → what the templates show |

mod answer;
mod area;
mod case;
mod data;
mod deadline;
mod event;
mod filter;
mod frame;
mod index;
mod item;
mod overview;
mod query;
mod question;
mod route;
mod start;
mod text;
mod theme;
mod time;
mod todo;
mod trouble;
mod whom;

pub use index::{IndexFigures, IndexedProducer};
pub use route::{Filters, Language, Overview, Show, View, Whom};

use crate::diagnostic::Message;
use crate::model::Lang;
use crate::resolve::Catalogue;
use jiff::civil::Date;
use std::sync::Arc;
use theme::Theme;

/// The page's content security policy, for the header of every answer: nothing but its
/// own style sheets and icon, and forms that lead back to itself.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What the relay answered.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The body; `null` when it wasn't JSON.
    pub body: serde_json::Value,
}

/// Whom a user may read about.
pub trait Rights {
    /// The customers that a user may read about today, each with the authorization object
    /// types held for it, as indexes into the catalogue. The user comes first.
    fn customers(&self, user: usize) -> Vec<(usize, Vec<usize>)>;

    /// Whether a user may read events of a type about a customer today: one of the rights
    /// held is one that the event type accepts, and isn't limited to something else.
    fn may_read(&self, user: usize, customer: usize, event_type: usize) -> bool;
}

/// The consumer page of a catalogue.
pub struct Page {
    catalogue: Arc<Catalogue>,
    theme: Theme,
    /// The path below which the site of the catalogue stands.
    site_base: String,
    /// The day it is.
    as_of: Date,
}

impl Page {
    /// A page about the test persons of a catalogue whose site stands below `site_base`.
    ///
    /// # Errors
    /// When the page's own templates or words are broken.
    pub fn new(catalogue: Arc<Catalogue>, site_base: &str, as_of: Date) -> Result<Self, Message> {
        Ok(Self {
            catalogue,
            theme: Theme::load()?,
            site_base: site_base.to_owned(),
            as_of,
        })
    }

    /// What a GET path and its query ask for; nothing when there is no such page. What is
    /// wrong in a filter is no reason to have no page: the page tells.
    pub fn route(&self, path: &str, query: &str) -> Option<View> {
        route::read(&self.catalogue, path, query)
    }

    /// The question to put to the relay for a view: `fraga` and `anvandare`. Nothing when
    /// the view needs no answer, or the user may not read what it asks for.
    pub fn question(&self, view: &View, rights: &dyn Rights) -> Option<serde_json::Value> {
        match view {
            View::Start(_) | View::Index(_) => None,
            View::Overview(view) => question::question(&self.catalogue, view, rights),
        }
    }

    /// A view as HTML. `answer` is what the relay answered to [`Self::question`], or
    /// nothing when it could not be reached.
    pub fn render(&self, view: &View, rights: &dyn Rights, answer: Option<&Answer>) -> String {
        let cx = self.cx(view.language());
        match view {
            View::Start(_) | View::Index(_) => start::render(&cx, rights),
            View::Overview(own) => overview::render(&cx, own, rights, answer),
        }
    }

    /// What the index has done, as a page.
    pub fn index(&self, language: Language, figures: &IndexFigures) -> String {
        index::render(&self.cx(language), figures)
    }

    /// The page for an address that leads nowhere.
    pub fn not_found(&self, language: Language) -> String {
        start::not_found(&self.cx(language))
    }

    /// A static file by its path below `/static/`: its content type and its bytes.
    pub fn file(&self, path: &str) -> Option<(&'static str, &'static [u8])> {
        theme::file(path)
    }

    fn cx(&self, language: Language) -> Cx<'_> {
        let config = self.catalogue.config();
        let own = config
            .langs()
            .find(|lang| config.code(*lang) == language.code());
        Cx {
            page: self,
            catalogue: &self.catalogue,
            language,
            lang: own.unwrap_or(Lang::FIRST),
        }
    }
}

/// The page in one language.
#[derive(Clone, Copy)]
struct Cx<'p> {
    page: &'p Page,
    catalogue: &'p Catalogue,
    language: Language,
    /// The catalogue's language that is this one, or its first.
    lang: Lang,
}
