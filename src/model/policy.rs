//! The versioning policy's parameters: `catalogue/policy.yaml`.

use super::LocalText;
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
            exceptions: Box::default(),
        }
    }
}

/// An approved departure from a rule, for one entry in one version.
#[derive(Debug)]
pub struct Exception {
    /// The rule, by its code or its name.
    pub rule: Spanned<Box<str>>,
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
