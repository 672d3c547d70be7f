//! A report for the terminal.

use super::{Outcome, Report, Shown, Tried, in_tongue};
use crate::diagnostic::Tongue;
use std::fmt::Write as _;

impl Report {
    /// The report as text: a line for each case, and what failed in full.
    pub fn human(&self, tongue: Tongue) -> String {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let mut out = String::new();
        let (address, standard) = (&self.address, super::super::STANDARD);
        let head = say("Konformitetstest av", "Conformance test of");
        line(&mut out, format_args!("{head} {address}"));
        let producer = self.prefix.as_deref().unwrap_or("–");
        for (name, value) in [
            (say("Standard", "Standard"), standard),
            (say("Producent", "Producer"), producer),
            (
                say("Testkund", "Test customer"),
                &*format!("{} ({})", self.customer, self.kind),
            ),
            (say("Tid", "Time"), &self.time()),
            ("katalog", env!("CARGO_PKG_VERSION")),
        ] {
            line(&mut out, format_args!("  {name}: {value}"));
        }
        if !self.with_catalogue {
            line(
                &mut out,
                format_args!("  {}", Self::without_catalogue(tongue)),
            );
        }
        for cases in self.groups() {
            let group = cases[0].group;
            line(&mut out, format_args!("\n{}", say(group.sv, group.en)));
            for tried in cases {
                let word = match tried.outcome {
                    Outcome::Failed => tried.outcome.word(tongue).to_uppercase(),
                    outcome => outcome.word(tongue).to_owned(),
                };
                let (code, text) = (tried.case.code, tried.case.text());
                line(
                    &mut out,
                    format_args!("  {word:<15} {code}  {}", text.in_tongue(tongue)),
                );
            }
        }
        for (outcome, sv, en) in [
            (Outcome::Failed, "Underkända fall", "Cases that failed"),
            (
                Outcome::Advice,
                "Kan förbättras: rekommendationer som inte följs",
                "Can be improved: recommendations that aren't followed",
            ),
            (
                Outcome::NotTried,
                "Inte prövade: vad du behöver ordna",
                "Not tried: what you need to arrange",
            ),
        ] {
            if self.count(outcome) > 0 {
                line(&mut out, format_args!("\n{}", say(sv, en)));
            }
            for tried in self.with(outcome) {
                self.told(&mut out, tried, tongue);
            }
        }
        line(&mut out, format_args!("\n{}.", self.summary(tongue)));
        out
    }

    fn told(&self, out: &mut String, tried: &Tried, tongue: Tongue) {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let (code, text) = (tried.case.code, tried.case.text());
        line(out, format_args!("\n  {code}  {}", text.in_tongue(tongue)));
        if let Some(what) = &tried.what {
            line(out, format_args!("    → {}", what.in_tongue(tongue)));
        }
        if tried.outcome == Outcome::NotTried {
            return;
        }
        let link = self.link(tried.case, tongue);
        line(
            out,
            format_args!("    {}: {link}", say("Standarden", "The standard")),
        );
        if let Some(shown) = &tried.shown {
            line(out, format_args!("    {}:", say("Skickades", "Sent")));
            side(out, &shown.request, &shown.sent_headers, &shown.sent_body);
            line(
                out,
                format_args!("    {}:", say("Kom tillbaka", "Came back")),
            );
            side(
                out,
                &came(shown, tongue),
                &shown.came_headers,
                &shown.came_body,
            );
        }
    }
}

/// The first line of what came back: the status code, or why there is none.
pub(super) fn came(shown: &Shown, tongue: Tongue) -> String {
    match (shown.status, &shown.trouble) {
        (Some(status), _) => format!("HTTP {status}"),
        (None, Some(trouble)) => trouble.in_tongue(tongue).to_owned(),
        (None, None) => String::new(),
    }
}

fn side(out: &mut String, first: &str, headers: &[(String, String)], body: &str) {
    line(out, format_args!("      {first}"));
    for (name, value) in headers {
        line(out, format_args!("      {name}: {value}"));
    }
    if !body.is_empty() {
        out.push('\n');
    }
    for text in body.lines() {
        line(out, format_args!("      {text}"));
    }
}

/// Adds a line. Writing to a text can't fail.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{text}");
}
