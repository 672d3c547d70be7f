//! What came of a test, and how it is told: to people in a terminal and as a page, and to
//! programs as JSON and JUnit XML. No report holds a personal number or a token.

mod html;
mod human;
mod json;
mod junit;
mod shown;

pub use json::REPORT_SCHEMA;
pub use shown::Shown;

use super::case::{Case, Group, Judged, Level, Not};
use super::mask::masked;
use crate::diagnostic::{Message, Tongue};
use jiff::Timestamp;
use shown::plain;
use std::time::Duration;

/// What came of a test.
pub struct Report {
    /// When it began.
    pub started: Timestamp,
    /// How long it took.
    pub took: Duration,
    /// The operation's address.
    pub address: String,
    /// The test customer, masked.
    pub customer: String,
    /// What kind of number the customer has.
    pub kind: String,
    /// The producer's prefix, when it is known.
    pub prefix: Option<String>,
    /// Whether there was a catalogue to hold event types against.
    pub with_catalogue: bool,
    /// How many calls were made.
    pub calls: usize,
    /// Where the catalogue's site is published in each language.
    pub guide: Option<Message>,
    /// All cases.
    pub tried: Vec<Tried>,
}

/// A case that was tried.
pub struct Tried {
    /// What it is about.
    pub group: &'static Group,
    /// The case.
    pub case: &'static Case,
    /// What came of it.
    pub outcome: Outcome,
    /// What the service did instead, or what to arrange so that it can be told.
    pub what: Option<Message>,
    /// The call that shows it.
    pub shown: Option<Shown>,
    /// How long it took.
    pub took: Duration,
}

/// What came of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The service does what is demanded.
    Passed,
    /// It does something else.
    Failed,
    /// It doesn't follow a recommendation.
    Advice,
    /// It couldn't be told.
    NotTried,
}

impl Outcome {
    /// All of them, worst first.
    pub const ALL: [Self; 4] = [Self::Failed, Self::Advice, Self::NotTried, Self::Passed];

    /// The word for programs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Advice => "advice",
            Self::NotTried => "not-tried",
        }
    }

    /// The word for people.
    fn word(self, tongue: Tongue) -> &'static str {
        let (sv, en) = match self {
            Self::Passed => ("godkänt", "passed"),
            Self::Failed => ("underkänt", "failed"),
            Self::Advice => ("kan förbättras", "can be improved"),
            Self::NotTried => ("inte prövat", "not tried"),
        };
        in_tongue(tongue, sv, en)
    }
}

impl Tried {
    /// A case and what came of it.
    pub(super) fn new(
        group: &'static Group,
        case: &'static Case,
        judged: Judged,
        took: Duration,
    ) -> Self {
        let (outcome, what, shown) = match judged {
            Ok(()) => (Outcome::Passed, None, None),
            Err(Not::Tried(what)) => (Outcome::NotTried, Some(what), None),
            Err(Not::Met(what, exchange)) => {
                let outcome = match case.level {
                    Level::Demand => Outcome::Failed,
                    Level::Recommendation => Outcome::Advice,
                };
                let shown = exchange.map(|exchange| Shown::new(&exchange));
                (outcome, Some(what), shown)
            }
        };
        // What a service answered may stand in the words.
        let what = what.map(|Message { sv, en }| Message {
            sv: plain(&masked(&sv)),
            en: plain(&masked(&en)),
        });
        Self {
            group,
            case,
            outcome,
            what,
            shown,
            took,
        }
    }
}

impl Report {
    /// How many cases had an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        let all = self.tried.iter();
        all.filter(|it| it.outcome == outcome).count()
    }

    /// Whether the service does what is demanded; strictly, also whether all could be told.
    pub fn is_passed(&self, strict: bool) -> bool {
        let untried = self
            .tried
            .iter()
            .any(|it| it.outcome == Outcome::NotTried && it.case.level == Level::Demand);
        self.count(Outcome::Failed) == 0 && !(strict && untried)
    }

    /// The result in one sentence.
    pub fn summary(&self, tongue: Tongue) -> String {
        let (all, passed) = (self.tried.len(), self.count(Outcome::Passed));
        let (failed, untried) = (self.count(Outcome::Failed), self.count(Outcome::NotTried));
        let advice = self.count(Outcome::Advice);
        let say = |sv, en| in_tongue(tongue, sv, en);
        let (av, cases) = (say("av", "of"), say("fall godkända", "cases passed"));
        let mut told = format!("{passed} {av} {all} {cases}");
        let failures = match failed {
            1 => say("underkänt", "failed"),
            _ => say("underkända", "failed"),
        };
        told.push_str(&format!(", {failed} {failures}"));
        if advice > 0 {
            let word = say("kan förbättras", "can be improved");
            told.push_str(&format!(", {advice} {word}"));
        }
        let untried_word = match untried {
            1 => say("inte prövat", "not tried"),
            _ => say("inte prövade", "not tried"),
        };
        told.push_str(&format!(", {untried} {untried_word}"));
        told
    }

    /// Where the guide says what a case demands: a whole address, or a path when it isn't
    /// known where the guide is published.
    fn link(&self, case: &Case, tongue: Tongue) -> String {
        let base = self.guide.as_ref().map_or("", |it| it.in_tongue(tongue));
        format!("{}{}", base.trim_end_matches('/'), case.guide.path(tongue))
    }

    /// When the test began, to the second.
    fn time(&self) -> String {
        let seconds = self.started.as_second();
        Timestamp::from_second(seconds)
            .unwrap_or(self.started)
            .to_string()
    }

    /// The cases with an outcome.
    fn with(&self, outcome: Outcome) -> impl Iterator<Item = &Tried> {
        self.tried.iter().filter(move |it| it.outcome == outcome)
    }

    /// The cases by their groups, in order.
    fn groups(&self) -> impl Iterator<Item = &[Tried]> {
        self.tried.chunk_by(|a, b| a.group.key == b.group.key)
    }

    /// What isn't tested without a catalogue.
    fn without_catalogue(tongue: Tongue) -> &'static str {
        in_tongue(
            tongue,
            "Utan katalog prövas inte kundhändelsetyper, deras scheman, taggar och producentens namn.",
            "Without a catalogue, event types, their schemas, tags and the producer's name aren't tested.",
        )
    }
}

fn in_tongue(tongue: Tongue, sv: &'static str, en: &'static str) -> &'static str {
    match tongue {
        Tongue::Swedish => sv,
        Tongue::English => en,
    }
}
