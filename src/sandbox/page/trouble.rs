//! What is told when something could not be fetched, before anything else: the worst is
//! to show an empty list when the answer really is that nobody knows.
//!
//! The four situations, and the words for each, are those of the guide's chapter on errors.

use super::answer::{Heard, Outcome};
use super::whom::Readable;
use super::{Cx, Overview};
use serde::Serialize;

/// What could not be fetched.
#[derive(Serialize)]
pub(super) struct Trouble {
    heading: String,
    text: String,
    /// What follows from it.
    meaning: String,
    /// The same page again.
    retry: String,
    /// The status code, for whoever reports the fault.
    status: Option<u16>,
}

/// What to tell of an answer; nothing when everybody answered.
pub(super) fn trouble(
    cx: &Cx<'_>,
    view: &Overview,
    whom: &[Readable],
    heard: &Heard,
) -> Option<Trouble> {
    let from = silent(cx, whom, heard);
    let values = [("producers", &*from)];
    let (heading, text, meaning) = match (heard.outcome, heard.events.is_empty()) {
        (Outcome::Whole, _) => return None,
        (Outcome::Partial, false) => (
            "trouble-partial",
            cx.fill("trouble-some", &values),
            "trouble-some-means",
        ),
        (Outcome::Partial, true) => (
            "trouble-partial",
            cx.fill("trouble-some-empty", &values),
            "trouble-some-empty-means",
        ),
        (Outcome::Nothing, _) => (
            "trouble-nothing",
            match heard.silent.is_empty() {
                true => cx.t("trouble-nothing-text").to_owned(),
                false => cx.fill("trouble-nothing-from", &values),
            },
            "trouble-nothing-means",
        ),
    };
    Some(Trouble {
        heading: cx.t(heading).to_owned(),
        text,
        meaning: cx.t(meaning).to_owned(),
        retry: view.address(cx.catalogue),
        status: heard.status.filter(|code| !matches!(code, 200 | 206)),
    })
}

/// Who didn't answer, in words, and about whom when it isn't about everybody.
fn silent(cx: &Cx<'_>, whom: &[Readable], heard: &Heard) -> String {
    let names = heard.silent.iter().map(|(name, about)| {
        let name = match name.as_str() {
            "" => cx.t("some-producer"),
            name => name,
        };
        if about.is_empty() || about.len() == whom.len() {
            return name.to_owned();
        }
        let about: Vec<&str> = about.iter().map(|at| cx.customer_title(*at)).collect();
        let about = cx.joined(&about);
        cx.fill("silent-about", &[("producer", name), ("customers", &about)])
    });
    let mut names: Vec<String> = names.collect();
    cx.sort_by_name(&mut names, |name| name);
    match names.is_empty() {
        true => cx.t("somebody").to_owned(),
        false => cx.joined(&names),
    }
}

impl Cx<'_> {
    /// Several words in a row: a, b and c.
    pub(super) fn joined(&self, words: &[impl AsRef<str>]) -> String {
        let Some((last, before)) = words.split_last() else {
            return String::new();
        };
        if before.is_empty() {
            return last.as_ref().to_owned();
        }
        let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
        let before = before.join(", ");
        self.fill("and", &[("before", &before), ("last", last.as_ref())])
    }
}
