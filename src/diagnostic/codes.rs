//! The index of all codes. A code is never reused, and never changes its meaning.
//!
//! The first digit after `K` is the stage that finds it: 0 reading files,
//! 1 understanding one file, 2 references between files, 3 rules about entries,
//! 4 the theme, 5 the concept model, 6 the service description, 7 the agreement
//! templates, 8 how texts read, 9 processes, their hierarchy and templates, the
//! connection register, and the test customers of the sandbox.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The catalogue can't be published like this.
    Error,
    /// Worth mending, but nothing stops.
    Warning,
}

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The permanent number, such as `K0110`.
    pub number: &'static str,
    /// A short name, such as `unknown-key`.
    pub name: &'static str,
    /// How bad it is, unless a rule says otherwise about a case.
    pub severity: Severity,
    /// What `katalog explain` prints: Markdown, English first, then Swedish.
    pub(super) page: &'static str,
}

impl Code {
    /// Whether it is a rule of the versioning policy about how entries live, which
    /// the catalogue may make stricter or approve exceptions from.
    pub fn is_policy(&self) -> bool {
        self.number.starts_with("K03") && !self.name.starts_with("exception-")
    }
}

macro_rules! codes {
    ($($number:ident $name:literal $severity:ident $page:literal)*) => {
        /// Every code, in order.
        pub static ALL: &[Code] = &[$(Code {
            number: stringify!($number),
            name: $name,
            severity: Severity::$severity,
            page: include_str!($page),
        }),*];
    };
}

codes! {
    K0001 "file-missing"        Error "pages/K0001.md"
    K0002 "file-not-readable"   Error "pages/K0002.md"
    K0003 "file-too-large"      Error "pages/K0003.md"
    K0004 "file-not-utf8"       Error "pages/K0004.md"
    K0005 "link-outside"        Error "pages/K0005.md"
    K0006 "file-unexpected"     Error "pages/K0006.md"
    K0007 "name-clash"          Error "pages/K0007.md"
    K0101 "yaml-syntax"         Error "pages/K0101.md"
    K0102 "yaml-feature"        Error "pages/K0102.md"
    K0103 "duplicate-key"       Error "pages/K0103.md"
    K0104 "nesting-too-deep"    Error "pages/K0104.md"
    K0105 "file-empty"          Error "pages/K0105.md"
    K0110 "unknown-key"         Error "pages/K0110.md"
    K0111 "missing-key"         Error "pages/K0111.md"
    K0112 "wrong-type"          Error "pages/K0112.md"
    K0113 "text-expected"       Error "pages/K0113.md"
    K0114 "unknown-choice"      Error "pages/K0114.md"
    K0115 "invalid-date"        Error "pages/K0115.md"
    K0116 "invalid-version"     Error "pages/K0116.md"
    K0117 "id-format"           Error "pages/K0117.md"
    K0118 "id-path"             Error "pages/K0118.md"
    K0119 "invalid-pattern"     Error "pages/K0119.md"
    K0120 "invalid-value"       Error "pages/K0120.md"
    K0121 "duplicate-name"      Error "pages/K0121.md"
    K0122 "markup-not-allowed"  Error "pages/K0122.md"
    K0123 "link-not-allowed"    Error "pages/K0123.md"
    K0124 "lock-broken"         Error "pages/K0124.md"
    K0125 "prefix-not-owned"    Error "pages/K0125.md"
    K0201 "reference-unknown"   Error "pages/K0201.md"
    K0202 "parent-cycle"        Error "../check/rules/parent_cycle.rs"
    K0203 "link-broken"         Error "pages/K0203.md"
    K0204 "replacement-missing" Error "pages/K0204.md"
    K0205 "term-unknown"        Error "pages/K0205.md"
    K0206 "chapter-unlisted"    Error "pages/K0206.md"
    K0301 "example-invalid"     Error "../check/rules/example_invalid.rs"
    K0302 "translation-missing" Error "../check/rules/translation_missing.rs"
    K0303 "version-not-newer"   Error "../check/rules/version_not_newer.rs"
    K0304 "lifecycle-dates"     Error "../check/rules/lifecycle_dates.rs"
    K0305 "bump-too-small"      Error "../check/rules/bump_too_small.rs"
    K0306 "version-skips"       Error "../check/rules/version_skips.rs"
    K0307 "dates-out-of-order"  Error "../check/rules/dates_out_of_order.rs"
    K0308 "status-order"        Error "../check/rules/status_order.rs"
    K0309 "notice-too-short"    Error "../check/rules/notice_too_short.rs"
    K0310 "retired-too-early"   Error "../check/rules/retired_too_early.rs"
    K0311 "sunset-passed"       Warning "../check/rules/sunset_passed.rs"
    K0312 "deprecated-without-advice" Error "../check/rules/deprecated_without_advice.rs"
    K0313 "replacement-self"    Error "../check/rules/replacement_self.rs"
    K0314 "replacement-circular" Error "../check/rules/replacement_circular.rs"
    K0315 "replacement-retired" Error "../check/rules/replacement_retired.rs"
    K0316 "too-many-majors"     Error "../check/rules/too_many_majors.rs"
    K0317 "changes-missing"     Error "../check/rules/changes_missing.rs"
    K0318 "migration-missing"   Error "../check/rules/migration_missing.rs"
    K0319 "authorization-unacknowledged" Error "../check/rules/authorization_unacknowledged.rs"
    K0320 "bump-too-large"      Warning "../check/rules/bump_too_large.rs"
    K0321 "published-changed"   Error "../check/rules/published_changed.rs"
    K0322 "published-removed"   Error "../check/rules/published_removed.rs"
    K0323 "published-unlocked"  Error "../check/rules/published_unlocked.rs"
    K0324 "id-reused"           Error "../check/rules/id_reused.rs"
    K0325 "reference-retired"   Error "../check/rules/reference_retired.rs"
    K0326 "reference-draft"     Error "../check/rules/reference_draft.rs"
    K0327 "lock-tampered"       Error "../check/rules/lock_tampered.rs"
    K0328 "status-went-back"    Error "../check/rules/status_went_back.rs"
    K0329 "sunset-moved-earlier" Error "../check/rules/sunset_moved_earlier.rs"
    K0330 "exception-unused"    Error "pages/K0330.md"
    K0331 "exception-expired"   Error "pages/K0331.md"
    K0332 "sunset-removed"      Error "../check/rules/sunset_removed.rs"
    K0333 "prerelease-published" Error "../check/rules/prerelease_published.rs"
    K0334 "deprecated-without-sunset" Error "../check/rules/deprecated_without_sunset.rs"
    K0401 "template-broken"     Error "pages/K0401.md"
    K0402 "template-failed"     Error "pages/K0402.md"
    K0403 "theme-file-unknown"  Error "pages/K0403.md"
    K0501 "concept-cycle" Error "../check/rules/concept_cycle.rs"
    K0502 "relation-one-sided" Error "../check/rules/relation_one_sided.rs"
    K0503 "term-shared" Error "../check/rules/term_shared.rs"
    K0504 "definition-circular" Error "../check/rules/definition_circular.rs"
    K0505 "concept-isolated" Warning "../check/rules/concept_isolated.rs"
    K0601 "schema-ref-unknown"  Error "../check/rules/schema_ref_unknown.rs"
    K0602 "api-example-invalid" Error "../check/rules/api_example_invalid.rs"
    K0603 "api-text-missing"    Error "../check/rules/api_text_missing.rs"
    K0604 "operation-inconsistent" Error "../check/rules/operation_inconsistent.rs"
    K0605 "api-unused"          Warning "../check/rules/api_unused.rs"
    K0606 "schema-invalid"      Error "../check/rules/schema_invalid.rs"
    K0701 "field-undeclared"    Error "../check/rules/field_undeclared.rs"
    K0702 "field-unused"        Error "../check/rules/field_unused.rs"
    K0704 "agreement-translation" Error "../check/rules/agreement_translation.rs"
    K0705 "fill-missing"        Error "pages/K0705.md"
    K0706 "fill-unknown"        Error "pages/K0706.md"
    K0707 "fill-invalid"        Error "pages/K0707.md"
    K0801 "heading-skips"       Error "pages/K0801.md"
    K0802 "link-without-words"  Error "pages/K0802.md"
    K0803 "link-words-vague"    Warning "pages/K0803.md"
    K0804 "word-avoided"        Warning "pages/K0804.md"
    K0805 "image-without-words" Error "pages/K0805.md"
    K0901 "event-type-off-process" Error "../check/rules/event_type_off_process.rs"
    K0902 "state-unreachable"   Error "../check/rules/state_unreachable.rs"
    K0903 "state-without-end"   Error "../check/rules/state_without_end.rs"
    K0904 "closes-case-disagrees" Error "../check/rules/closes_case_disagrees.rs"
    K0911 "template-unknown"    Error "pages/K0911.md"
    K0912 "override-not-allowed" Error "pages/K0912.md"
    K0913 "adopted-clash"       Error "pages/K0913.md"
    K0914 "template-version-unready" Error "../check/rules/template_version_unready.rs"
    K0915 "template-bump-too-small" Error "../check/rules/template_bump_too_small.rs"
    K0951 "agreement-missing" Error "../check/rules/agreement_missing.rs"
    K0952 "agreement-not-published" Error "../check/rules/agreement_not_published.rs"
    K0953 "conformance-missing" Error "../check/rules/conformance_missing.rs"
    K0954 "requirement-missing" Error "../check/rules/requirement_missing.rs"
    K0955 "endpoint-not-https" Error "../check/rules/endpoint_not_https.rs"
    K0956 "endpoint-shared" Error "../check/rules/endpoint_shared.rs"
    K0957 "connection-dates" Error "../check/rules/connection_dates.rs"
    K0958 "organisation-number-missing" Error "../check/rules/organisation_number_missing.rs"
    K0959 "organisation-number-taken" Error "../check/rules/organisation_number_taken.rs"
    K0971 "customer-number-invalid" Error "../check/rules/customer_number_invalid.rs"
    K0972 "customer-number-taken" Error "../check/rules/customer_number_taken.rs"
    K0973 "customer-number-shared" Error "../check/rules/customer_number_shared.rs"
    K0974 "power-misfit" Error "../check/rules/power_misfit.rs"
    K0975 "power-dates" Error "../check/rules/power_dates.rs"
    K0976 "employer-misfit" Error "../check/rules/employer_misfit.rs"
}

/// The code with a number that stands in this program's own text.
///
/// # Panics
/// When there is no such code: a slip of the programmer's, which the walk over
/// all codes in the tests would have shown.
pub fn code(number: &str) -> &'static Code {
    match by_name(number) {
        Some(code) => code,
        None => unreachable!("the code {number} is not in the index"),
    }
}

/// The code that a user names by its number (in any case) or its name.
pub fn by_name(name: &str) -> Option<&'static Code> {
    ALL.iter()
        .find(|code| code.number.eq_ignore_ascii_case(name) || code.name == name)
}
