//! The versioning policy's parameters: `catalogue/policy.yaml`.

use super::LocalText;
use super::change::ChangeRule;
use crate::diagnostic::{Code, Severity};
use crate::source::{Span, Spanned};
use jiff::civil::Date;

/// What the catalogue has decided within the policy.
#[derive(Debug)]
pub struct Policy {
    /// The policy's own version.
    pub version: semver::Version,
    /// How many months ahead a deprecation must name its last day.
    pub notice_months: u16,
    /// How many first numbers of an event type may be published at once.
    pub max_majors: u16,
    /// Rules that are stricter here than the policy's floor.
    pub severities: Box<[(&'static Code, Severity)]>,
    /// Departures from a rule that have been approved.
    pub exceptions: Box<[Exception]>,
}

/// The months of notice when the catalogue says nothing.
pub const NOTICE_MONTHS: u16 = 12;

/// The published first numbers at once when the catalogue says nothing.
pub const MAX_MAJORS: u16 = 2;

impl Default for Policy {
    fn default() -> Self {
        Self {
            version: semver::Version::new(1, 0, 0),
            notice_months: NOTICE_MONTHS,
            max_majors: MAX_MAJORS,
            severities: Box::default(),
            exceptions: Box::default(),
        }
    }
}

/// An approved departure from a rule, for one entry in one version.
#[derive(Debug)]
pub struct Exception {
    /// The rule.
    pub rule: Spanned<Excepted>,
    /// What of the version it is about, when the rule is about changes: the path
    /// of the change.
    pub path: Option<Spanned<Box<str>>>,
    /// The event type.
    pub entry: Spanned<Box<str>>,
    /// Its version.
    pub version: Spanned<semver::Version>,
    /// Why.
    pub reason: LocalText,
    /// The function that approved it.
    pub approved_by: LocalText,
    /// Its last day.
    pub expires: Spanned<Date>,
    /// The whole exception.
    pub span: Span,
}

/// What an exception is from.
#[derive(Debug, Clone, Copy)]
pub enum Excepted {
    /// A rule about how entries live.
    Finding(&'static Code),
    /// A rule about which number a change requires.
    Change(&'static ChangeRule),
}

impl Excepted {
    /// The rule's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Finding(code) => code.name,
            Self::Change(rule) => rule.name,
        }
    }
}
