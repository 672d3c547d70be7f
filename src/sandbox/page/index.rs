//! The page of the index: what it knows of, and how many calls it has saved.

use super::frame::Frame;
use super::{Cx, View};
use serde::Serialize;

/// What the index has done so far.
pub struct IndexFigures {
    /// Whether the relay asks it.
    pub used: bool,
    /// How many identifiers it has hashes of.
    pub identifiers: usize,
    /// Questions that the relay has asked it.
    pub questions: u64,
    /// Calls to producers that were made.
    pub made: u64,
    /// Calls that would have been made without it.
    pub without: u64,
    /// The producers, in the order of the catalogue.
    pub producers: Vec<IndexedProducer>,
}

/// What the index knows of a producer.
#[derive(Serialize)]
pub struct IndexedProducer {
    /// Its name.
    pub name: String,
    /// Its prefix.
    pub prefix: String,
    /// How many identifiers it has events under.
    pub identifiers: usize,
    /// Whether it runs somewhere else, and so is always asked.
    pub elsewhere: bool,
}

#[derive(Serialize)]
struct Context<'f> {
    frame: Frame,
    used: bool,
    identifiers: usize,
    questions: u64,
    made: u64,
    without: u64,
    saved: u64,
    /// What was saved of all calls, in words; empty before the first question.
    share: String,
    producers: &'f [IndexedProducer],
}

pub(super) fn render(cx: &Cx<'_>, figures: &IndexFigures) -> String {
    let saved = figures.without.saturating_sub(figures.made);
    let percent = (saved * 100).checked_div(figures.without);
    let share = percent.map(|percent| {
        let key = if figures.used {
            "index-share"
        } else {
            "index-unused"
        };
        cx.fill(key, &[("percent", &percent.to_string())])
    });
    let context = Context {
        frame: cx.frame(cx.t("index-title"), Some(&View::Index(cx.language))),
        used: figures.used,
        identifiers: figures.identifiers,
        questions: figures.questions,
        made: figures.made,
        without: figures.without,
        saved,
        share: share.unwrap_or_default(),
        producers: &figures.producers,
    };
    cx.page("index.html", &context)
}
