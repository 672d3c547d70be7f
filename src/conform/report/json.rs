//! A report for programs: JSON of our own, with every text in both languages.

use super::{Outcome, Report, Shown};
use crate::conform::case::Level;
use crate::diagnostic::{Message, Tongue};
use serde_json::{Map, Value, json};

/// The JSON Schema of [`Report::json`].
pub const REPORT_SCHEMA: &str = include_str!("report.schema.json");

impl Report {
    /// The report as JSON.
    pub fn json(&self) -> String {
        let counts: Map<String, Value> = Outcome::ALL
            .into_iter()
            .map(|it| (it.key().to_owned(), json!(self.count(it))))
            .collect();
        let cases: Vec<Value> = self
            .tried
            .iter()
            .map(|tried| {
                let case = tried.case;
                json!({
                    "code": case.code,
                    "group": tried.group.key,
                    "level": match case.level {
                        Level::Demand => "demand",
                        Level::Recommendation => "recommendation",
                    },
                    "outcome": tried.outcome.key(),
                    "demand": { "sv": case.sv, "en": case.en },
                    "guide": {
                        "sv": self.link(case, Tongue::Swedish),
                        "en": self.link(case, Tongue::English),
                    },
                    "milliseconds": milliseconds(tried.took),
                    "what": tried.what.as_ref().map(both),
                    "call": tried.shown.as_ref().map(call),
                })
            })
            .collect();
        let report = json!({
            "formatVersion": 1,
            "katalog": env!("CARGO_PKG_VERSION"),
            "standardVersion": super::super::STANDARD,
            "address": self.address,
            "started": self.time(),
            "milliseconds": milliseconds(self.took),
            "calls": self.calls,
            "customer": { "identifierare": self.customer, "typ": self.kind },
            "producer": self.prefix,
            "withCatalogue": self.with_catalogue,
            "passed": self.is_passed(false),
            "counts": counts,
            "cases": cases,
        });
        // Texts and numbers always have a JSON form.
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    }
}

fn milliseconds(took: std::time::Duration) -> u64 {
    u64::try_from(took.as_millis()).unwrap_or(u64::MAX)
}

fn both(message: &Message) -> Value {
    json!({ "sv": message.sv, "en": message.en })
}

fn call(shown: &Shown) -> Value {
    let headers = |all: &[(String, String)]| -> Value {
        let each = |(name, value): &(String, String)| json!({ "name": name, "value": value });
        all.iter().map(each).collect()
    };
    json!({
        "request": shown.request,
        "sentHeaders": headers(&shown.sent_headers),
        "sentBody": shown.sent_body,
        "status": shown.status,
        "trouble": shown.trouble.as_ref().map(both),
        "cameHeaders": headers(&shown.came_headers),
        "cameBody": shown.came_body,
    })
}
