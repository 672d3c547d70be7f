//! What a case is, and what can come of it.

use super::guide::Place;
use super::http::Exchange;
use super::tester::Tester;
use crate::diagnostic::Message;
use std::rc::Rc;

/// A case: one demand that the standard makes, and how it is tried.
pub struct Case {
    /// Its code, which never changes its meaning.
    pub code: &'static str,
    /// Whether the standard demands it.
    pub level: Level,
    /// What is demanded, in Swedish.
    pub sv: &'static str,
    /// What is demanded, in English.
    pub en: &'static str,
    /// Where the connection guide says so.
    pub guide: Place,
    /// How it is tried.
    pub(super) how: How,
}

/// The way to try a case.
pub(super) type How = fn(&mut Tester<'_>) -> Judged;

impl Case {
    /// A row for what the standard demands.
    pub(super) const fn demand(
        code: &'static str,
        sv: &'static str,
        en: &'static str,
        guide: Place,
        how: How,
    ) -> Self {
        let level = Level::Demand;
        Self {
            code,
            level,
            sv,
            en,
            guide,
            how,
        }
    }

    /// A row for what the standard or the guide recommends.
    pub(super) const fn advice(
        code: &'static str,
        sv: &'static str,
        en: &'static str,
        guide: Place,
        how: How,
    ) -> Self {
        let level = Level::Recommendation;
        Self {
            code,
            level,
            sv,
            en,
            guide,
            how,
        }
    }

    /// What is demanded.
    pub fn text(&self) -> Message {
        Message {
            sv: self.sv.to_owned(),
            en: self.en.to_owned(),
        }
    }
}

/// How strongly the standard says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A service that breaks it doesn't follow the standard.
    Demand,
    /// It is good to follow, and no fault when it isn't.
    Recommendation,
}

/// What a case is about.
pub struct Group {
    /// Its name for programs.
    pub key: &'static str,
    /// Its name in Swedish.
    pub sv: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its cases, in order.
    pub cases: &'static [Case],
}

/// What came of trying a case: nothing when all is well.
pub(super) type Judged = Result<(), Not>;

/// Why a case didn't pass.
pub(super) enum Not {
    /// The service does something else.
    Met(Message, Option<Rc<Exchange>>),
    /// It couldn't be told, and what to arrange so that it can.
    Tried(Message),
}

impl Not {
    /// The service did something else in this call.
    pub(super) fn met(what: Message, exchange: &Rc<Exchange>) -> Self {
        Self::Met(what, Some(Rc::clone(exchange)))
    }
}
