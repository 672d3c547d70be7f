//! Stage 3: rules about entries. Each rule is a file in `rules/`, a row in
//! [`RULES`], and a page that its own comment holds.

mod against;
mod api;
mod api_values;
mod between;
mod circle;
mod course;
mod event;
mod exceptions;
mod formats;
mod history;
mod locked;
mod references;
mod rules;
mod shortfall;
mod values;

pub use between::{
    Between, CodeChange, EntryChange, OtherChange, Presence, VersionChange, between,
};

use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;
use jiff::civil::Date;
use rayon::prelude::*;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The code it emits.
    pub code: &'static str,
    /// What it looks at.
    pub scope: Scope,
}

/// What a rule looks at.
#[derive(Debug)]
pub enum Scope {
    /// One event type at a time.
    EventType(fn(&Tables, &EventType, &mut Vec<Diagnostic>)),
    /// One event type at a time, judged on a certain day.
    Dated(fn(&Tables, &EventType, Date, &mut Vec<Diagnostic>)),
    /// Everything at once.
    Catalogue(fn(&Tables, &mut Vec<Diagnostic>)),
    /// Everything, held against an earlier state of it, which comes second.
    Against(fn(&Tables, &Tables, &mut Vec<Diagnostic>)),
}

/// All rules.
pub static RULES: &[Rule] = &[
    Rule {
        code: "K0202",
        scope: Scope::Catalogue(rules::parent_cycle::check),
    },
    Rule {
        code: "K0301",
        scope: Scope::EventType(rules::example_invalid::check),
    },
    Rule {
        code: "K0302",
        scope: Scope::EventType(rules::translation_missing::check),
    },
    Rule {
        code: "K0302",
        scope: Scope::Catalogue(rules::translation_missing::check_common),
    },
    Rule {
        code: "K0303",
        scope: Scope::EventType(rules::version_not_newer::check),
    },
    Rule {
        code: "K0305",
        scope: Scope::EventType(rules::bump_too_small::check),
    },
    Rule {
        code: "K0304",
        scope: Scope::EventType(rules::lifecycle_dates::check),
    },
    Rule {
        code: "K0306",
        scope: Scope::EventType(rules::version_skips::check),
    },
    Rule {
        code: "K0307",
        scope: Scope::EventType(rules::dates_out_of_order::check),
    },
    Rule {
        code: "K0308",
        scope: Scope::EventType(rules::status_order::check),
    },
    Rule {
        code: "K0309",
        scope: Scope::EventType(rules::notice_too_short::check),
    },
    Rule {
        code: "K0310",
        scope: Scope::EventType(rules::retired_too_early::check),
    },
    Rule {
        code: "K0311",
        scope: Scope::Dated(rules::sunset_passed::check),
    },
    Rule {
        code: "K0312",
        scope: Scope::EventType(rules::deprecated_without_advice::check),
    },
    Rule {
        code: "K0313",
        scope: Scope::EventType(rules::replacement_self::check),
    },
    Rule {
        code: "K0314",
        scope: Scope::Catalogue(rules::replacement_circular::check),
    },
    Rule {
        code: "K0315",
        scope: Scope::EventType(rules::replacement_retired::check),
    },
    Rule {
        code: "K0316",
        scope: Scope::EventType(rules::too_many_majors::check),
    },
    Rule {
        code: "K0317",
        scope: Scope::EventType(rules::changes_missing::check),
    },
    Rule {
        code: "K0318",
        scope: Scope::EventType(rules::migration_missing::check),
    },
    Rule {
        code: "K0319",
        scope: Scope::EventType(rules::authorization_unacknowledged::check),
    },
    Rule {
        code: "K0320",
        scope: Scope::EventType(rules::bump_too_large::check),
    },
    Rule {
        code: "K0321",
        scope: Scope::Catalogue(rules::published_changed::check),
    },
    Rule {
        code: "K0322",
        scope: Scope::Catalogue(rules::published_removed::check),
    },
    Rule {
        code: "K0323",
        scope: Scope::Catalogue(rules::published_unlocked::check),
    },
    Rule {
        code: "K0324",
        scope: Scope::EventType(rules::id_reused::check),
    },
    Rule {
        code: "K0325",
        scope: Scope::EventType(rules::reference_retired::check),
    },
    Rule {
        code: "K0326",
        scope: Scope::EventType(rules::reference_draft::check),
    },
    Rule {
        code: "K0333",
        scope: Scope::EventType(rules::prerelease_published::check),
    },
    Rule {
        code: "K0334",
        scope: Scope::EventType(rules::deprecated_without_sunset::check),
    },
    Rule {
        code: "K0501",
        scope: Scope::Catalogue(rules::concept_cycle::check),
    },
    Rule {
        code: "K0502",
        scope: Scope::Catalogue(rules::relation_one_sided::check),
    },
    Rule {
        code: "K0503",
        scope: Scope::Catalogue(rules::term_shared::check),
    },
    Rule {
        code: "K0504",
        scope: Scope::Catalogue(rules::definition_circular::check),
    },
    Rule {
        code: "K0505",
        scope: Scope::Catalogue(rules::concept_isolated::check),
    },
    Rule {
        code: "K0601",
        scope: Scope::Catalogue(rules::schema_ref_unknown::check),
    },
    Rule {
        code: "K0602",
        scope: Scope::Catalogue(rules::api_example_invalid::check),
    },
    Rule {
        code: "K0603",
        scope: Scope::Catalogue(rules::api_text_missing::check),
    },
    Rule {
        code: "K0604",
        scope: Scope::Catalogue(rules::operation_inconsistent::check),
    },
    Rule {
        code: "K0605",
        scope: Scope::Catalogue(rules::api_unused::check),
    },
    Rule {
        code: "K0606",
        scope: Scope::Catalogue(rules::schema_invalid::check),
    },
    Rule {
        code: "K0327",
        scope: Scope::Against(rules::lock_tampered::check),
    },
    Rule {
        code: "K0328",
        scope: Scope::Against(rules::status_went_back::check),
    },
    Rule {
        code: "K0329",
        scope: Scope::Against(rules::sunset_moved_earlier::check),
    },
    Rule {
        code: "K0332",
        scope: Scope::Against(rules::sunset_removed::check),
    },
    Rule {
        code: "K0321",
        scope: Scope::Against(rules::published_changed::check_against),
    },
    Rule {
        code: "K0322",
        scope: Scope::Against(rules::published_removed::check_against),
    },
    Rule {
        code: "K0701",
        scope: Scope::Catalogue(rules::field_undeclared::check),
    },
    Rule {
        code: "K0702",
        scope: Scope::Catalogue(rules::field_unused::check),
    },
    Rule {
        code: "K0704",
        scope: Scope::Catalogue(rules::agreement_translation::check),
    },
    Rule {
        code: "K0901",
        scope: Scope::Catalogue(rules::event_type_off_process::check),
    },
    Rule {
        code: "K0902",
        scope: Scope::Catalogue(rules::state_unreachable::check),
    },
    Rule {
        code: "K0903",
        scope: Scope::Catalogue(rules::state_without_end::check),
    },
    Rule {
        code: "K0904",
        scope: Scope::EventType(rules::closes_case_disagrees::check),
    },
    Rule {
        code: "K0914",
        scope: Scope::Catalogue(rules::template_version_unready::check),
    },
    Rule {
        code: "K0915",
        scope: Scope::Catalogue(rules::template_bump_too_small::check),
    },
    Rule {
        code: "K0951",
        scope: Scope::Catalogue(rules::agreement_missing::check),
    },
    Rule {
        code: "K0952",
        scope: Scope::Catalogue(rules::agreement_not_published::check),
    },
    Rule {
        code: "K0953",
        scope: Scope::Catalogue(rules::conformance_missing::check),
    },
    Rule {
        code: "K0954",
        scope: Scope::Catalogue(rules::requirement_missing::check),
    },
    Rule {
        code: "K0955",
        scope: Scope::Catalogue(rules::endpoint_not_https::check),
    },
    Rule {
        code: "K0956",
        scope: Scope::Catalogue(rules::endpoint_shared::check),
    },
    Rule {
        code: "K0957",
        scope: Scope::Catalogue(rules::connection_dates::check),
    },
    Rule {
        code: "K0958",
        scope: Scope::Catalogue(rules::organisation_number_missing::check),
    },
    Rule {
        code: "K0959",
        scope: Scope::Catalogue(rules::organisation_number_taken::check),
    },
    Rule {
        code: "K0971",
        scope: Scope::Catalogue(rules::customer_number_invalid::check),
    },
    Rule {
        code: "K0972",
        scope: Scope::Catalogue(rules::customer_number_taken::check),
    },
    Rule {
        code: "K0973",
        scope: Scope::Catalogue(rules::customer_number_shared::check),
    },
    Rule {
        code: "K0974",
        scope: Scope::Catalogue(rules::power_misfit::check),
    },
    Rule {
        code: "K0975",
        scope: Scope::Catalogue(rules::power_dates::check),
    },
    Rule {
        code: "K0976",
        scope: Scope::Catalogue(rules::employer_misfit::check),
    },
];

/// Runs all rules over everything that could be read. `as_of` is the day that
/// what depends on the calendar is judged on, `base` an earlier state of the
/// catalogue to hold it against.
pub fn check(tables: &Tables, as_of: Date, base: Option<&Tables>) -> Vec<Diagnostic> {
    let of_templates = tables.templates.iter().flat_map(|it| it.event_types());
    let of_templates: Vec<_> = of_templates
        .flat_map(|it| of_entry(tables, it, as_of))
        .collect();
    let by_entry = tables.event_types.par_iter().map(|event_type| {
        let mut found = of_entry(tables, event_type, as_of);
        if event_type.adopted.is_some() {
            // What is wrong with the template is told of once, there.
            let is_known = |it: &Diagnostic| {
                let same = |other: &Diagnostic| {
                    let alike = other.place == it.place || other.message == it.message;
                    other.code == it.code && alike
                };
                of_templates.iter().any(same)
            };
            found.retain(|it| !is_known(it));
        }
        found
    });
    let mut findings: Vec<_> = by_entry.flatten_iter().collect();
    findings.extend(of_templates.iter().cloned());
    for rule in RULES {
        match (&rule.scope, base) {
            (Scope::Catalogue(run), _) => run(tables, &mut findings),
            (Scope::Against(run), Some(base)) => run(tables, base, &mut findings),
            _ => {}
        }
    }
    exceptions::apply(tables, as_of, &mut findings);
    for (code, severity) in &tables.policy.severities {
        let own = findings.iter_mut().filter(|it| it.code == *code);
        own.for_each(|it| it.severity = it.severity.min(*severity));
    }
    findings
}

/// What the rules about one event type find.
fn of_entry(tables: &Tables, event_type: &EventType, as_of: Date) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for rule in RULES {
        match rule.scope {
            Scope::EventType(run) => run(tables, event_type, &mut findings),
            Scope::Dated(run) => run(tables, event_type, as_of, &mut findings),
            Scope::Catalogue(_) | Scope::Against(_) => {}
        }
    }
    findings
}
