//! The versioning policy as it is enforced: generated from the same tables.

use super::codes::{self, ChangeRow, CodeLink, change_row, code_link};
use super::frame::{Frame, Page, render};
use crate::diagnostic::{ALL, Severity};
use crate::model::change::RULES;
use crate::model::{Address, Excepted, Exception};
use crate::render::Kind;
use crate::render::context::Cx;
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&address()),
    render: |cx, _, _, out| {
        let title = cx.t("title-policy");
        let mut frame = Frame::new(*cx, "policy", &address(), title, cx.t("description-policy"))
            .crumb(title, &address());
        for id in ["parameters", "changes", "rules", "exceptions"] {
            frame = frame.toc(id, cx.t(&format!("policy-{id}")));
        }
        let policy = &cx.catalogue.policy;
        let context = Context {
            page: frame.done(),
            policy: Parameters {
                version: policy.version.to_string(),
                notice: cx.fill(
                    "policy-notice-months",
                    &[("count", &policy.notice_months.to_string())],
                ),
                majors: cx.fill(
                    "policy-majors-count",
                    &[("count", &policy.max_majors.to_string())],
                ),
                severities: policy
                    .severities
                    .iter()
                    .map(|(code, severity)| SeverityRow {
                        rule: code_link(cx, code),
                        severity: match severity {
                            Severity::Error => cx.t("severity-error"),
                            Severity::Warning => cx.t("severity-warning"),
                        },
                    })
                    .collect(),
            },
            changes: RULES.iter().map(|rule| change_row(cx, rule)).collect(),
            rules: ALL
                .iter()
                .filter(|code| codes::is_rule(code))
                .map(|code| code_link(cx, code))
                .collect(),
            codes_url: cx.url(&codes::address()),
            exceptions: policy
                .exceptions
                .iter()
                .map(|it| exception(cx, it))
                .collect(),
        };
        render(cx, "policy.html", &context, out)
    },
};

/// Where the policy stands.
pub(super) fn address() -> Address {
    Address::page("policy")
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    policy: Parameters<'s>,
    changes: Vec<ChangeRow<'s>>,
    rules: Vec<CodeLink>,
    codes_url: String,
    exceptions: Vec<ExceptionRow<'s>>,
}

#[derive(Serialize)]
struct Parameters<'s> {
    version: String,
    notice: String,
    majors: String,
    severities: Vec<SeverityRow<'s>>,
}

/// A rule that is stricter here than the policy's floor.
#[derive(Serialize)]
struct SeverityRow<'s> {
    rule: CodeLink,
    severity: &'s str,
}

#[derive(Serialize)]
struct ExceptionRow<'s> {
    rule: &'s str,
    rule_url: String,
    path: Option<&'s str>,
    entry: &'s str,
    version: String,
    url: String,
    reason: &'s str,
    approved_by: &'s str,
    expires: String,
}

fn exception<'s>(cx: &Cx<'s>, it: &'s Exception) -> ExceptionRow<'s> {
    ExceptionRow {
        rule: it.rule.value.name(),
        rule_url: match it.rule.value {
            Excepted::Finding(code) => code_link(cx, code).url,
            Excepted::Change(rule) => cx.url(&codes::change_address(rule)),
        },
        path: it.path.as_ref().map(|path| &*path.value),
        entry: &it.entry.value,
        version: it.version.value.to_string(),
        url: cx.url(&Address::version(&it.entry.value, &it.version.value)),
        reason: cx.text(&it.reason),
        approved_by: cx.text(&it.approved_by),
        expires: it.expires.value.to_string(),
    }
}
