//! Stage 3: rules about entries. Each rule is a file in `rules/`, a row in
//! [`RULES`], and a page that its own comment holds.

mod changes;
mod event;
mod formats;
mod rules;
mod values;

pub use changes::tell;

use crate::diagnostic::Diagnostic;
use crate::model::EventType;
use crate::resolve::Tables;
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
    /// Everything at once.
    Catalogue(fn(&Tables, &mut Vec<Diagnostic>)),
}

/// All rules.
pub static RULES: &[Rule] = &[
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
];

/// Runs all rules over everything that could be read.
pub fn check(tables: &Tables) -> Vec<Diagnostic> {
    let by_entry = tables.event_types.par_iter().map(|event_type| {
        let mut findings = Vec::new();
        for rule in RULES {
            if let Scope::EventType(run) = rule.scope {
                run(tables, event_type, &mut findings);
            }
        }
        findings
    });
    let mut findings: Vec<_> = by_entry.flatten_iter().collect();
    for rule in RULES {
        if let Scope::Catalogue(run) = rule.scope {
            run(tables, &mut findings);
        }
    }
    findings
}
