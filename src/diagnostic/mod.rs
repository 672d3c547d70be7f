//! One type for everything that can be wrong, and how it is told.
//!
//! A [`Diagnostic`] says what is wrong ([`Diagnostic::message`]), where
//! ([`Diagnostic::span`] or [`Diagnostic::path`]) and what to do
//! ([`Diagnostic::help`]), in Swedish and in English. Its [`Code`] is permanent
//! and has a page that `katalog explain` prints.

mod codes;
mod explain;
mod human;
mod machine;
mod reason;
mod suggest;

pub use codes::{ALL, Code, Severity, by_name, code};
pub use explain::{explain, page_text};
pub use human::Human;
pub use machine::{FINDINGS_SCHEMA, Machine};
pub use reason::reason;
pub use suggest::nearest;

use crate::source::Span;

/// The languages in which the tool speaks. (The site's languages are the
/// site's own choice; see [`crate::model::Config::languages`].)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Swedish.
    Swedish,
    /// English.
    English,
}

/// A text of the tool's own in both its languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Message {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// The text in one of the languages.
    pub fn in_tongue(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Swedish => &self.sv,
            Tongue::English => &self.en,
        }
    }
}

/// Writes a [`Message`]: `say!("svenska {x}", "English {x}")`, formatted as
/// [`format!`] does.
#[macro_export]
macro_rules! say {
    ($sv:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Message {
            sv: format!($sv),
            en: format!($en),
        }
    };
}

/// Where a finding is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a file that was read.
    Span(Span),
    /// A file or folder as a whole, by its path: it is missing or can't be read.
    Path(String),
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: &'static Code,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// A few words at the underlined place.
    pub label: Option<Message>,
    /// Other places that matter, each with a few words.
    pub related: Vec<(Span, Message)>,
    /// What to do: text or a command that mends it.
    pub help: Option<Message>,
}

impl Diagnostic {
    /// A finding at a place in a file, by its code's number.
    pub fn new(number: &str, span: Span, message: Message) -> Self {
        Self::at(number, Place::Span(span), message)
    }

    /// A finding about a file or folder as a whole.
    pub fn of_path(number: &str, path: &str, message: Message) -> Self {
        Self::at(number, Place::Path(path.to_owned()), message)
    }

    fn at(number: &str, place: Place, message: Message) -> Self {
        let code = code(number);
        let severity = code.severity;
        Self {
            code,
            severity,
            place,
            message,
            label: None,
            related: Vec::new(),
            help: None,
        }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Says something at the underlined place.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// Points at another place.
    #[must_use]
    pub fn related(mut self, span: Span, label: Message) -> Self {
        self.related.push((span, label));
        self
    }

    /// Sets how bad this finding is, where a rule judges by the case.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// Sorts findings by place and drops exact repetitions.
pub fn tidy(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| {
        (&a.place, a.code.number, &a.message).cmp(&(&b.place, b.code.number, &b.message))
    });
    findings.dedup();
}

/// Whether any finding is an error.
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}
