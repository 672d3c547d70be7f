//! A report for CI systems: JUnit XML, a suite for each group of cases.

use super::human::came;
use super::{Outcome, Report, Tried, in_tongue};
use crate::diagnostic::Tongue;
use std::fmt::Write as _;
use std::time::Duration;

impl Report {
    /// The report as JUnit XML.
    pub fn junit(&self, tongue: Tongue) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let (all, failed) = (self.tried.len(), self.count(Outcome::Failed));
        let (skipped, time) = (self.count(Outcome::NotTried), seconds(self.took));
        let name = escaped(&format!("katalog conform {}", self.address));
        let _ = writeln!(
            out,
            "<testsuites name=\"{name}\" tests=\"{all}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\" time=\"{time}\">"
        );
        for cases in self.groups() {
            let count = |outcome| cases.iter().filter(|it| it.outcome == outcome).count();
            let (failed, skipped) = (count(Outcome::Failed), count(Outcome::NotTried));
            let time = seconds(cases.iter().map(|it| it.took).sum());
            let group = cases[0].group;
            let name = escaped(in_tongue(tongue, group.sv, group.en));
            let (all, started) = (cases.len(), self.time());
            let _ = writeln!(
                out,
                "  <testsuite name=\"{name}\" tests=\"{all}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\" time=\"{time}\" timestamp=\"{started}\">"
            );
            if std::ptr::eq(group, self.tried[0].group) {
                self.properties(&mut out);
            }
            for tried in cases {
                self.testcase(&mut out, tried, tongue);
            }
            out.push_str("  </testsuite>\n");
        }
        out.push_str("</testsuites>\n");
        out
    }

    /// What was tested, with the first suite.
    fn properties(&self, out: &mut String) {
        out.push_str("    <properties>\n");
        for (name, value) in [
            ("katalog", env!("CARGO_PKG_VERSION")),
            ("standardVersion", super::super::STANDARD),
            ("address", &self.address),
            ("customer", &self.customer),
            ("producer", self.prefix.as_deref().unwrap_or("")),
        ] {
            let value = escaped(value);
            let _ = writeln!(out, "      <property name=\"{name}\" value=\"{value}\"/>");
        }
        out.push_str("    </properties>\n");
    }

    fn testcase(&self, out: &mut String, tried: &Tried, tongue: Tongue) {
        let (code, text) = (tried.case.code, tried.case.text());
        let name = escaped(&format!("{code} {}", text.in_tongue(tongue)));
        let (class, time) = (format!("conform.{}", tried.group.key), seconds(tried.took));
        let _ = write!(
            out,
            "    <testcase classname=\"{class}\" name=\"{name}\" time=\"{time}\""
        );
        let what = tried.what.as_ref().map_or("", |it| it.in_tongue(tongue));
        let told = escaped(what);
        let _ = match tried.outcome {
            Outcome::Passed => writeln!(out, "/>"),
            Outcome::NotTried => writeln!(out, "><skipped message=\"{told}\"/></testcase>"),
            Outcome::Advice => writeln!(out, "><system-out>{told}</system-out></testcase>"),
            Outcome::Failed => {
                let whole = escaped_text(&self.whole(tried, tongue));
                writeln!(
                    out,
                    ">\n      <failure type=\"{code}\" message=\"{told}\">{whole}</failure>\n    </testcase>"
                )
            }
        };
    }

    /// All that is told of a failure.
    fn whole(&self, tried: &Tried, tongue: Tongue) -> String {
        let say = |sv, en| in_tongue(tongue, sv, en);
        let what = tried.what.as_ref().map_or("", |it| it.in_tongue(tongue));
        let (demand, link) = (tried.case.text(), self.link(tried.case, tongue));
        let mut out = format!("{}\n{what}\n{link}\n", demand.in_tongue(tongue));
        if let Some(shown) = &tried.shown {
            let (sent, back) = (say("Skickades", "Sent"), say("Kom tillbaka", "Came back"));
            let parts = [
                (
                    sent,
                    shown.request.clone(),
                    &shown.sent_headers,
                    &shown.sent_body,
                ),
                (
                    back,
                    came(shown, tongue),
                    &shown.came_headers,
                    &shown.came_body,
                ),
            ];
            for (head, first, headers, body) in parts {
                let _ = write!(out, "\n{head}:\n{first}\n");
                for (name, value) in headers {
                    let _ = writeln!(out, "{name}: {value}");
                }
                let _ = writeln!(out, "\n{body}");
            }
        }
        out
    }
}

fn seconds(took: Duration) -> String {
    format!("{:.3}", took.as_secs_f64())
}

/// A text as the value of an attribute.
fn escaped(text: &str) -> String {
    escaped_text(text)
        .replace('"', "&quot;")
        .replace('\n', "&#10;")
}

/// A text between tags. Characters that XML can't have are left out.
fn escaped_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || ('\u{fffe}'..='\u{ffff}').contains(&c) => {}
            c => out.push(c),
        }
    }
    out
}
