//! The versioning policy as it is enforced: generated from the same tables.

use super::codes::{self, CodeLink, code_link};
use super::frame::{Frame, Page, render};
use crate::diagnostic::ALL;
use crate::model::change::RULES;
use crate::model::{Address, Exception};
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
            },
            changes: changes(cx),
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
    policy: Parameters,
    changes: Vec<ChangeRow<'s>>,
    rules: Vec<CodeLink>,
    codes_url: String,
    exceptions: Vec<ExceptionRow<'s>>,
}

#[derive(Serialize)]
struct Parameters {
    version: String,
    notice: String,
    majors: String,
}

#[derive(Serialize)]
struct ChangeRow<'s> {
    name: &'static str,
    what: &'static str,
    requires: &'s str,
    breaks: &'s str,
}

#[derive(Serialize)]
struct ExceptionRow<'s> {
    rule: &'s str,
    entry: &'s str,
    version: String,
    url: String,
    reason: &'s str,
    approved_by: &'s str,
    expires: String,
}

fn changes<'s>(cx: &Cx<'s>) -> Vec<ChangeRow<'s>> {
    let swedish = cx.catalogue.config().code(cx.lang) == "sv";
    let row = |rule: &'static crate::model::change::ChangeRule| ChangeRow {
        name: rule.name,
        what: if swedish { rule.what.0 } else { rule.what.1 },
        requires: cx.t(&format!("bump-{}", rule.requires.key())),
        breaks: cx.t(&format!("breaks-{}", rule.breaks.key())),
    };
    RULES.iter().map(row).collect()
}

fn exception<'s>(cx: &Cx<'s>, it: &'s Exception) -> ExceptionRow<'s> {
    ExceptionRow {
        rule: &it.rule.value,
        entry: &it.entry.value,
        version: it.version.value.to_string(),
        url: cx.url(&Address::version(&it.entry.value, &it.version.value)),
        reason: cx.text(&it.reason),
        approved_by: cx.text(&it.approved_by),
        expires: it.expires.value.to_string(),
    }
}
