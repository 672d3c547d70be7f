//! The concept model, A–Ö: preferred terms with their definitions, and other terms that
//! lead to them.

use super::frame::{Frame, Page, render};
use crate::model::term::without_brackets;
use crate::model::{Address, Section, slug};
use crate::render::{Kind, exports, order};
use serde::Serialize;
use std::borrow::Cow;

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: true,
    path: |cx, _, _| cx.page_path(&Address::section(Section::Concepts)),
    render: |cx, _, _, out| {
        let address = Address::section(Section::Concepts);
        let frame = Frame::new(
            *cx,
            "concepts",
            &address,
            cx.t("title-concepts"),
            cx.t("description-concepts"),
        )
        .section(Section::Concepts)
        .json(&exports::table_path(Section::Concepts));
        let table = &cx.catalogue.concepts;
        let mut entries: Vec<(&str, u32, bool)> = Vec::new();
        for (at, it) in (0_u32..).zip(table) {
            entries.push((cx.text(&it.term), at, false));
            let others = it.alternatives.get(cx.lang.index());
            let others = others.into_iter().flatten();
            entries.extend(others.map(|other| (&*other.value, at, true)));
        }
        let mut letters: Vec<Letter<'_>> = Vec::new();
        for place in order::sorted(cx.catalogue, cx.lang, &entries, |(term, ..)| term) {
            let (term, at, is_other) = entries[place as usize];
            let it = &table[at as usize];
            let first: String = term.chars().take(1).flat_map(char::to_uppercase).collect();
            let row = Row {
                id: &it.id,
                term,
                see: is_other.then(|| cx.text(&it.term)),
                definition: without_brackets(cx.text(&it.definition)),
                url: cx.url(&Address::entity(Section::Concepts, &it.id)),
            };
            match letters.last_mut().filter(|last| last.letter == first) {
                Some(last) => last.concepts.push(row),
                None => letters.push(Letter {
                    id: letter_id(&first),
                    letter: first,
                    concepts: vec![row],
                }),
            }
        }
        let context = Context {
            page: frame.done(),
            total: table.len(),
            letters,
            diagrams_url: cx.url(&Address::diagrams()),
        };
        render(cx, "concepts.html", &context, out)
    },
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    total: usize,
    letters: Vec<Letter<'s>>,
    diagrams_url: String,
}

#[derive(Serialize)]
struct Letter<'s> {
    letter: String,
    id: String,
    concepts: Vec<Row<'s>>,
}

#[derive(Serialize)]
struct Row<'s> {
    id: &'s str,
    term: &'s str,
    /// The preferred term, when this is another for the same concept.
    see: Option<&'s str>,
    definition: Cow<'s, str>,
    url: String,
}

/// An id for a letter; `Å`, `Ä` and `A` must not get the same one.
fn letter_id(letter: &str) -> String {
    match letter {
        "Å" => "bokstav-aa".to_owned(),
        "Ä" => "bokstav-ae".to_owned(),
        "Ö" => "bokstav-oe".to_owned(),
        other => format!("bokstav-{}", slug(other)),
    }
}
