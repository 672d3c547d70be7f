//! Places in the connection guide that cases lead to.

use crate::diagnostic::Tongue;

/// A section of a chapter.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The chapter's name in addresses.
    pub chapter: &'static str,
    /// The section, in the chapter's Swedish and English pages.
    pub section: (&'static str, &'static str),
}

const fn place(chapter: &'static str, sv: &'static str, en: &'static str) -> Place {
    let section = (sv, en);
    Place { chapter, section }
}

const ASKING: &str = "asking-precisely";
const ATTRIBUTES: &str = "attributes";

pub(super) const CALL: Place = place(ASKING, "anropet", "the-call");
pub(super) const QUESTION: Place = place(
    ASKING,
    "vad-en-fraga-kan-innehalla",
    "what-a-question-can-hold",
);
pub(super) const SORTING: Place = place(ASKING, "sortering-och-sidindelning", "sorting-and-paging");
pub(super) const ANSWER: Place = place(ASKING, "svaret", "the-answer");
pub(super) const STATUS: Place = place("errors", "statuskoder", "status-codes");
pub(super) const PARTIAL: Place = place("errors", "delsvar", "partial-answers");
pub(super) const CORRELATION: Place = place(
    "errors",
    "korrelations-id-genom-hela-kedjan",
    "the-correlation-id-through-the-whole-chain",
);
pub(super) const RETRIES: Place = place("errors", "omforsok", "retries");
pub(super) const TIME_LIMITS: Place = place("errors", "tidsgranser", "time-limits");
pub(super) const ITEMS: Place = place(ATTRIBUTES, "standardens-uppgifter", "the-standard-s-items");
pub(super) const TYPE_ITEMS: Place = place(
    ATTRIBUTES,
    "uppgifter-som-kundhandelsetypen-bestammer",
    "items-that-the-event-type-lays-down",
);
pub(super) const TEXT: Place = place(ATTRIBUTES, "text-till-manniskor", "text-for-human-beings");
pub(super) const BALL: Place = place(ATTRIBUTES, "vem-som-har-bollen", "who-has-the-ball");
pub(super) const TIME: Place = place(ATTRIBUTES, "tid", "time");
pub(super) const LANGUAGE: Place = place(ATTRIBUTES, "sprak", "language");
pub(super) const IDS: Place = place(ATTRIBUTES, "id", "ids");
pub(super) const NAMES: Place = place("naming", "regeln", "the-rule");
pub(super) const MATCHES: Place = place("naming", "sa-matchar-en-fraga", "how-a-question-matches");
pub(super) const TRYING: Place = place("test-environment", "det-har-ska-du-prova", "what-to-try");

impl Place {
    /// Its address below where the site of a language begins.
    pub fn path(&self, tongue: Tongue) -> String {
        let section = match tongue {
            Tongue::Swedish => self.section.0,
            Tongue::English => self.section.1,
        };
        format!("/guide/{}/#{section}", self.chapter)
    }
}
