//! The roadmap: what is promised for each period, and what of it the site delivers.

use super::frame::{Frame, Link, Page, plain_text, render};
use crate::model::{Address, Period, Progress, Promise};
use crate::render::context::Cx;
use crate::render::{Kind, markdown};
use serde::Serialize;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| match site.catalogue.roadmap {
        Some(_) => vec![(0, 0)],
        None => Vec::new(),
    },
    per_language: true,
    path: |cx, _, _| cx.page_path(&address()),
    render: |cx, _, _, out| {
        let Some(it) = &cx.catalogue.roadmap else {
            return Ok(());
        };
        let title = cx.text(&it.title);
        let description = plain_text(cx.text(&it.description));
        let mut frame =
            Frame::new(*cx, "roadmap", &address(), title, &description).crumb(title, &address());
        for (number, period) in (1..).zip(&it.periods) {
            frame = frame.toc(&format!("period-{number}"), cx.text(&period.when));
        }
        let all = it.periods.iter().flat_map(|period| &period.items);
        let totals = Progress::ALL.map(|progress| Total {
            status: progress.key(),
            label: label(cx, progress),
            text: cx.t(&format!("roadmap-{}-text", progress.key())),
            count: all.clone().filter(|it| it.progress == progress).count(),
        });
        let context = Context {
            page: frame.done(),
            lead_html: cx.markdown(&it.description),
            totals,
            periods: it.periods.iter().map(|it| facts(cx, it)).collect(),
        };
        render(cx, "roadmap.html", &context, out)
    },
};

/// The address of the roadmap.
pub(in crate::render) fn address() -> Address {
    Address::page("roadmap")
}

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    lead_html: String,
    totals: [Total<'s>; 4],
    periods: Vec<Facts<'s>>,
}

/// How many promises have come a certain way.
#[derive(Serialize)]
struct Total<'s> {
    status: &'static str,
    label: &'s str,
    text: &'s str,
    count: usize,
}

#[derive(Serialize)]
struct Facts<'s> {
    when: &'s str,
    title: &'s str,
    description_html: String,
    items: Vec<Item<'s>>,
}

#[derive(Serialize)]
struct Item<'s> {
    text_html: String,
    status: &'static str,
    status_label: &'s str,
    note_html: Option<String>,
    links: Vec<Link>,
}

fn facts<'s>(cx: &Cx<'s>, period: &'s Period) -> Facts<'s> {
    let item = |it: &'s Promise| Item {
        text_html: cx.markdown(&it.text),
        status: it.progress.key(),
        status_label: label(cx, it.progress),
        note_html: it.note.as_ref().map(|note| cx.markdown(note)),
        links: it
            .links
            .iter()
            .map(|link| Link {
                title: cx.text(&link.title).to_owned(),
                url: markdown::internal_url(cx, &link.to),
            })
            .collect(),
    };
    Facts {
        when: cx.text(&period.when),
        title: cx.text(&period.title),
        description_html: cx.markdown(&period.description),
        items: period.items.iter().map(item).collect(),
    }
}

fn label<'s>(cx: &Cx<'s>, progress: Progress) -> &'s str {
    cx.t(&format!("roadmap-{}", progress.key()))
}
