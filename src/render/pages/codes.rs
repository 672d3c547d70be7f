//! The codes that findings have: all of them, and a page for each.

use super::frame::{Frame, Page, render};
use crate::diagnostic::{ALL, Code, Severity, Tongue, page_text};
use crate::model::Address;
use crate::render::context::Cx;
use crate::render::{Kind, markdown};
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
        render(
            cx,
            "codes.html",
            &AllContext {
                page: frame.done(),
                groups,
            },
            out,
        )
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
        let tongue = match cx.catalogue.config().code(cx.lang) {
            "sv" => Tongue::Swedish,
            _ => Tongue::English,
        };
        let (body_html, headings) = markdown::page(cx, &page_text(code, tongue));
        let mut frame = Frame::new(*cx, "code", &address_of(code), &title, &description)
            .crumb(cx.t("title-codes"), &address())
            .crumb(code.number, &address_of(code));
        for (id, title) in headings {
            frame = frame.toc(&id, &title);
        }
        let code = Facts {
            number: code.number,
            name: code.name,
        };
        render(
            cx,
            "code.html",
            &Context {
                page: frame.done(),
                code,
                body_html,
            },
            out,
        )
    },
};

#[derive(Serialize)]
struct AllContext<'s> {
    page: Page,
    groups: Vec<Group<'s>>,
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
    url: String,
    is_warning: bool,
}

#[derive(Serialize)]
struct Context {
    page: Page,
    code: Facts,
    body_html: String,
}

#[derive(Serialize)]
struct Facts {
    number: &'static str,
    name: &'static str,
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
        is_warning: code.severity == Severity::Warning,
    }
}

/// Whether a code is a rule about how entries live.
pub(super) fn is_rule(code: &Code) -> bool {
    stage(code) == "3"
}
