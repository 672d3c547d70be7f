//! An agreement template to be read: the version in use, and every version by its
//! number.

use super::edition::{EditionFacts, facts};
use super::frame::{Frame, Page, link_html, render};
use crate::model::{Address, AgreementField, FieldKind, Inline, Lang, Section};
use crate::render::context::Cx;
use crate::render::exports::agreements::{command, data_path, document_path, plan};
use crate::render::html::escaped;
use crate::render::{Kind, Made, agreement};
use serde::Serialize;

/// The version in use, at an address without a number.
pub(in crate::render) static KIND: Kind = Kind {
    plan: |site| super::one_each(site.catalogue.agreements.len()),
    per_language: true,
    path: |cx, item, _| cx.page_path(&agreement::address(&cx.catalogue.agreements[item as usize])),
    render: |cx, item, _, out| {
        let at = cx.catalogue.agreements[item as usize].current_index();
        page(cx, item, at, false, out)
    },
};

/// Every version, at an address with its number. The part is the version.
pub(in crate::render) static VERSION_KIND: Kind = Kind {
    plan,
    per_language: true,
    path: |cx, item, part| {
        let it = &cx.catalogue.agreements[item as usize];
        let number = it.editions[usize::from(part)].edition.number;
        cx.page_path(&Address::agreement(&it.name, number))
    },
    render: |cx, item, part, out| page(cx, item, usize::from(part), true, out),
};

#[derive(Serialize)]
struct Context<'s> {
    page: Page,
    edition: EditionFacts<'s>,
    agreement: Facts<'s>,
    fields: Vec<FieldRow<'s>>,
}

#[derive(Serialize)]
struct Facts<'s> {
    title: &'s str,
    description: &'s str,
    /// What a translation is worth, and where the text is that is agreed.
    translation_html: Option<String>,
    /// The language of the text, when it isn't that of the page.
    text_lang: Option<&'s str>,
    text_html: String,
    numbered: bool,
    docx: String,
    data: String,
    command: String,
}

/// A field in the list of all that is filled in.
#[derive(Serialize)]
struct FieldRow<'s> {
    name: &'s str,
    label: &'s str,
    description_html: String,
    kind: &'s str,
    required: bool,
    example: Option<&'s str>,
    choices: Vec<&'s str>,
}

fn page(cx: &Cx<'_>, item: u32, at: usize, with_number: bool, out: &mut Vec<u8>) -> Made {
    let it = &cx.catalogue.agreements[item as usize];
    let edition = &it.editions[at];
    let text = edition.text(cx.lang);
    let number = edition.edition.number;
    let latest = agreement::address(it);
    let own = match with_number {
        true => Address::agreement(&it.name, number),
        false => agreement::address(it),
    };
    let written = number.to_string();
    let title = match with_number {
        true => cx.fill(
            "title-version",
            &[("title", &text.title), ("version", &written)],
        ),
        false => text.title.to_string(),
    };
    let mut frame = Frame::new(*cx, "agreement", &own, &title, &text.description)
        .section(Section::Agreements)
        .crumb(&text.title, &latest);
    if with_number {
        let title = cx.fill("crumb-version", &[("version", &written)]);
        frame = frame.crumb(&title, &own);
    }
    for section in &text.tree.sections {
        if let Some(heading) = &section.heading {
            let words = Inline::plain(&heading.text);
            let words = match section.number {
                Some(number) => format!("{number}\u{2002}{words}"),
                None => words,
            };
            frame = frame.toc(&heading.id, &words);
        }
    }
    frame = frame
        .toc("fields", cx.t("section-fields"))
        .toc("fill", cx.t("section-fill"));
    let editions: Vec<_> = it.editions.iter().map(|it| &it.edition).collect();
    let config = cx.catalogue.config();
    let context = Context {
        page: frame.done(),
        edition: facts(cx, &editions, at, &latest, |number| {
            Address::agreement(&it.name, number)
        }),
        agreement: Facts {
            title: &text.title,
            description: &text.description,
            translation_html: (text.lang != Lang::FIRST)
                .then(|| translation_html(cx, &cx.url_in(Lang::FIRST, &own))),
            text_lang: (text.lang != cx.lang).then(|| config.code(text.lang)),
            text_html: agreement::to_html(cx, edition, text),
            numbered: edition.numbered,
            docx: cx.file_url(&document_path(cx, it, at)),
            data: cx.file_url(&data_path(cx, it, at)),
            command: command(cx, it, at),
        },
        fields: edition.fields.iter().map(|it| field(cx, it)).collect(),
    };
    render(cx, "agreement.html", &context, out)
}

fn translation_html(cx: &Cx<'_>, original: &str) -> String {
    let code = cx.catalogue.config().code(Lang::FIRST);
    let words = match cx.t(&format!("agreement-original-{code}")) {
        "" => code,
        words => words,
    };
    let link = link_html(words, original);
    escaped(cx.t("agreement-translation")).replace("{original}", &link)
}

fn field<'s>(cx: &Cx<'s>, it: &'s AgreementField) -> FieldRow<'s> {
    FieldRow {
        name: &it.name,
        label: cx.text(&it.label),
        description_html: cx.markdown(&it.description),
        kind: cx.t(&format!("field-type-{}", it.kind.key())),
        required: it.required,
        example: it.example.as_ref().map(|it| &*it.value),
        choices: match &it.kind {
            FieldKind::Choice(choices) => choices.iter().map(|it| cx.text(&it.label)).collect(),
            _ => Vec::new(),
        },
    }
}
