//! The page that a server shows for addresses that don't exist.

use super::frame::{Frame, Page, render};
use crate::model::{Address, Lang};
use crate::render::Kind;
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| match cx.lang {
        Lang::FIRST => "404.html".to_owned(),
        lang => format!("{}/404.html", cx.catalogue.config().code(lang)),
    },
    render: |cx, _, _, out| {
        // Its language switch leads to the start pages: it has no address of its own.
        let frame = Frame::new(
            *cx,
            "not-found",
            &Address::start(),
            cx.t("not-found-title"),
            cx.t("description-not-found"),
        );
        render(cx, "not-found.html", &Context { page: frame.done() }, out)
    },
};

#[derive(Serialize)]
struct Context {
    page: Page,
}
