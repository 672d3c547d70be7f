//! The codes that findings have and the rules about changes: all of them, and a
//! page for each.

use super::compare_words::with_code;
use super::frame::{Frame, Link, Page, render};
use crate::diagnostic::{ALL, Code, Severity, Tongue};
use crate::model::Address;
use crate::model::change::{ChangeRule, RULES};
use crate::render::context::Cx;
use crate::render::{Kind, Made, markdown};
use serde::Serialize;

/// All codes, by the stage that finds them.
pub(in crate::render) static ALL_KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&address()),
    render: |cx, _, _, out| {
        let title = cx.t("title-codes");
        let mut frame = Frame::new(*cx, "codes", &address(), title, cx.t("description-codes"))
            .crumb(title, &address());
        let groups: Vec<_> = ALL
            .chunk_by(|a, b| stage(a) == stage(b))
            .map(|codes| group(cx, codes))
            .collect();
        for group in &groups {
            frame = frame.toc(&group.id, group.title);
        }
        let context = AllContext {
            page: frame.toc("changes", cx.t("codes-changes")).done(),
            groups,
            changes: RULES.iter().map(|rule| change_row(cx, rule)).collect(),
        };
        render(cx, "codes.html", &context, out)
    },
};

/// The page of a code.
pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| super::one_each(ALL.len()),
    per_language: true,
    path: |cx, item, _| cx.page_path(&address_of(&ALL[item as usize])),
    render: |cx, item, _, out| {
        let code = &ALL[item as usize];
        let title = cx.fill(
            "title-code",
            &[("number", code.number), ("name", code.name)],
        );
        let description = cx.fill("description-code", &[("number", code.number)]);
        let facts = Facts {
            number: code.number,
            name: code.name,
            change: None,
        };
        let body = code.page_text(cx.tongue());
        page(
            cx,
            (&title, &description),
            &address_of(code),
            facts,
            &body,
            out,
        )
    },
};

/// The page of a rule about changes.
pub(in crate::render) static CHANGE_KIND: Kind = Kind {
    plan: |_| super::one_each(RULES.len()),
    per_language: true,
    path: |cx, item, _| cx.page_path(&change_address(RULES[item as usize])),
    render: |cx, item, _, out| {
        let rule = RULES[item as usize];
        let title = capitalised(what(cx, rule));
        let description = cx.fill("description-change-rule", &[("title", &title)]);
        let facts = Facts {
            number: rule.name,
            name: rule.name,
            change: Some(change_row(cx, rule)),
        };
        let body = rule.page_text(cx.tongue());
        page(
            cx,
            (&title, &description),
            &change_address(rule),
            facts,
            &body,
            out,
        )
    },
};

/// The page of a code or a rule, with what is written about it.
fn page(
    cx: &Cx<'_>,
    (title, description): (&str, &str),
    address: &Address,
    code: Facts<'_>,
    body: &str,
    out: &mut Vec<u8>,
) -> Made {
    let (body_html, headings) = markdown::page(cx, body, &[]);
    let mut frame = Frame::new(*cx, "code", address, title, description)
        .crumb(cx.t("title-codes"), &self::address())
        .crumb(code.number, address);
    for (id, title) in headings {
        frame = frame.toc(&id, &title);
    }
    let context = Context {
        page: frame.done(),
        code,
        body_html,
        policy_url: cx.url(&super::policy::address()),
    };
    render(cx, "code.html", &context, out)
}

#[derive(Serialize)]
struct AllContext<'s> {
    page: Page,
    groups: Vec<Group<'s>>,
    changes: Vec<ChangeRow<'s>>,
}

#[derive(Serialize)]
struct Group<'s> {
    id: String,
    title: &'s str,
    codes: Vec<CodeLink>,
}

/// A code in a list.
#[derive(Serialize)]
pub(super) struct CodeLink {
    number: &'static str,
    name: &'static str,
    pub(super) url: String,
    /// What it checks.
    what_html: String,
    is_warning: bool,
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    code: Facts<'s>,
    body_html: String,
    policy_url: String,
}

#[derive(Serialize)]
struct Facts<'s> {
    number: &'static str,
    name: &'static str,
    /// What a rule about changes requires; nothing for other codes.
    change: Option<ChangeRow<'s>>,
}

/// A rule about changes in a list.
#[derive(Serialize)]
pub(super) struct ChangeRow<'s> {
    name: &'static str,
    url: String,
    what: &'static str,
    bump: &'static str,
    requires: &'s str,
    /// The same in numbers, such as `1.0.0 → 1.1.0`.
    numbers: &'s str,
    breaks: &'s str,
}

/// Where all codes are listed.
pub(super) fn address() -> Address {
    Address::page("codes")
}

fn address_of(code: &Code) -> Address {
    Address(format!("codes/{}/", code.number))
}

/// The stage that finds what a code is about: the digit after the `K` and a `0`.
fn stage(code: &Code) -> &str {
    &code.number[2..3]
}

fn group<'s>(cx: &Cx<'s>, codes: &'static [Code]) -> Group<'s> {
    let stage = stage(&codes[0]);
    Group {
        id: format!("codes-{stage}"),
        title: cx.t(&format!("codes-{stage}")),
        codes: codes.iter().map(|code| code_link(cx, code)).collect(),
    }
}

/// A code as a link to its page.
pub(super) fn code_link(cx: &Cx<'_>, code: &'static Code) -> CodeLink {
    CodeLink {
        number: code.number,
        name: code.name,
        url: cx.url(&address_of(code)),
        what_html: with_code(&code.summary(cx.tongue())),
        is_warning: code.severity == Severity::Warning,
    }
}

/// Whether a code is a rule about how entries live.
pub(super) fn is_rule(code: &Code) -> bool {
    stage(code) == "3"
}

/// A rule about changes with what it requires and who must act.
pub(super) fn change_row<'s>(cx: &Cx<'s>, rule: &'static ChangeRule) -> ChangeRow<'s> {
    // What a change of meaning requires is what its author declares.
    let bump = match rule.name {
        "semantic-change" => "declared",
        _ => rule.requires.key(),
    };
    ChangeRow {
        name: rule.name,
        url: cx.url(&change_address(rule)),
        what: what(cx, rule),
        bump,
        requires: cx.t(&format!("bump-{bump}")),
        numbers: cx.t(&format!("bump-numbers-{bump}")),
        breaks: cx.t(&format!("breaks-{}", rule.breaks.key())),
    }
}

/// A rule about changes as its name with a link to its page.
pub(super) fn change_link(cx: &Cx<'_>, rule: &'static ChangeRule) -> Link {
    Link {
        title: rule.name.to_owned(),
        url: cx.url(&change_address(rule)),
    }
}

pub(super) fn change_address(rule: &ChangeRule) -> Address {
    Address(format!("codes/{}/", rule.name))
}

/// The change in words.
fn what(cx: &Cx<'_>, rule: &'static ChangeRule) -> &'static str {
    match cx.tongue() {
        Tongue::Swedish => rule.what.0,
        Tongue::English => rule.what.1,
    }
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}
