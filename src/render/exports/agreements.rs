//! Agreements as documents, and the files that they are filled in from.

use crate::docx::{self, Document, Values};
use crate::model::{
    Address, Agreement, AgreementEdition, AgreementField, FieldKind, Lang, term::without_brackets,
};
use crate::render::context::Cx;
use crate::render::{Kind, Site, agreement};
use std::fmt::Write as _;

/// Each version of each agreement as a blank document. The item is the agreement, the
/// part the version.
pub(in crate::render) static DOCUMENT: Kind = Kind {
    plan,
    per_language: true,
    path: |cx, item, part| {
        let it = &cx.catalogue.agreements[item as usize];
        document_path(cx, it, usize::from(part))
    },
    render: |cx, item, part, out| {
        let it = &cx.catalogue.agreements[item as usize];
        out.extend(document(cx, it, usize::from(part), &Values::new()));
        Ok(())
    },
};

/// The files that documents are filled in from.
pub(in crate::render) static DATA: Kind = Kind {
    plan,
    per_language: true,
    path: |cx, item, part| {
        let it = &cx.catalogue.agreements[item as usize];
        data_path(cx, it, usize::from(part))
    },
    render: |cx, item, part, out| {
        let it = &cx.catalogue.agreements[item as usize];
        out.extend_from_slice(data(cx, it, usize::from(part)).as_bytes());
        Ok(())
    },
};

/// Every version of every agreement.
pub(in crate::render) fn plan(site: &Site) -> Vec<(u32, u16)> {
    let all = (0_u32..).zip(&site.catalogue.agreements);
    let parts = all.flat_map(|(item, it)| {
        let count = it.editions.len();
        (0_u16..).take(count).map(move |part| (item, part))
    });
    parts.collect()
}

fn address(agreement: &Agreement, at: usize) -> Address {
    Address::agreement(&agreement.name, agreement.editions[at].edition.number)
}

/// The path of a blank document.
pub(in crate::render) fn document_path(cx: &Cx<'_>, agreement: &Agreement, at: usize) -> String {
    let number = agreement.editions[at].edition.number;
    let file = format!("{}-{number}.docx", agreement.name);
    cx.path_below(&address(agreement, at), &file)
}

/// The path of the file that a document is filled in from.
pub(in crate::render) fn data_path(cx: &Cx<'_>, agreement: &Agreement, at: usize) -> String {
    cx.path_below(&address(agreement, at), "data.yaml")
}

/// A version of an agreement as a document.
pub(in crate::render) fn document(
    cx: &Cx<'_>,
    agreement: &Agreement,
    at: usize,
    values: &Values,
) -> Vec<u8> {
    let edition = &agreement.editions[at];
    let text = edition.text(cx.lang);
    let link = |target: &str| {
        let url = agreement::url(cx, target);
        match url.starts_with('/') {
            true => cx.absolute(&url),
            false => url,
        }
    };
    let config = cx.catalogue.config();
    docx::write(&Document {
        edition,
        text,
        language: config.code(text.lang),
        original: config.code(Lang::FIRST),
        values,
        address: cx.absolute(&cx.url(&address(agreement, at))),
        link: &link,
    })
}

/// The file that a document is filled in from: every field with what it is for, and
/// nothing in them yet.
pub(in crate::render) fn data(cx: &Cx<'_>, agreement: &Agreement, at: usize) -> String {
    let edition = &agreement.editions[at];
    let text = edition.text(cx.lang);
    let number = edition.edition.number.to_string();
    let command = command(cx, agreement, at);
    let values = [
        ("title", &*text.title.value),
        ("version", &number),
        ("command", &command),
    ];
    let mut out = String::new();
    for line in cx.fill("data-head", &values).lines() {
        let _ = writeln!(out, "# {line}");
    }
    let fields: Vec<&AgreementField> = edition.fields.iter().collect();
    group(cx, text.lang, &fields, 0, &mut out);
    out
}

/// The command that fills a version in.
pub(in crate::render) fn command(cx: &Cx<'_>, agreement: &Agreement, at: usize) -> String {
    let edition: &AgreementEdition = &agreement.editions[at];
    let mut command = format!("katalog agreement {} --fill data.yaml", agreement.name);
    if at != agreement.current_index() {
        let _ = write!(command, " --version {}", edition.edition.number);
    }
    if cx.lang != Lang::FIRST {
        let _ = write!(
            command,
            " --language {}",
            cx.catalogue.config().code(cx.lang)
        );
    }
    command
}

/// Fields whose names have the same beginning stand together. `depth` counts the parts
/// of the names that have been written.
fn group(cx: &Cx<'_>, lang: Lang, fields: &[&AgreementField], depth: usize, out: &mut String) {
    let part = |field: &AgreementField| -> String {
        let name = field.name.split('.').nth(depth);
        name.unwrap_or_default().to_owned()
    };
    let mut done: Vec<String> = Vec::new();
    let indent = "  ".repeat(depth);
    for field in fields {
        let name = part(field);
        if done.contains(&name) {
            continue;
        }
        done.push(name.clone());
        let own = fields.iter().filter(|it| part(it) == name);
        let own: Vec<&AgreementField> = own.copied().collect();
        // The first of a group stands right below the name that they share.
        if depth == 0 || done.len() > 1 {
            out.push('\n');
        }
        if field.name.split('.').count() > depth + 1 {
            let _ = writeln!(out, "{indent}{name}:");
            group(cx, lang, &own, depth + 1, out);
            continue;
        }
        for line in about(cx, lang, field) {
            let _ = writeln!(out, "{indent}# {line}");
        }
        let _ = writeln!(out, "{indent}{name}:");
    }
}

/// What a field is for, line by line.
fn about(cx: &Cx<'_>, lang: Lang, field: &AgreementField) -> Vec<String> {
    let required = match field.required {
        true => cx.t("data-required"),
        false => cx.t("data-optional"),
    };
    let mut lines = vec![format!("{} ({required})", field.label.get(lang))];
    let description = without_brackets(field.description.get(lang));
    lines.extend(description.lines().map(str::to_owned));
    if let FieldKind::Choice(choices) = &field.kind {
        for choice in choices {
            lines.push(format!(
                "  {} = {}",
                choice.value.value,
                choice.label.get(lang)
            ));
        }
    }
    let form = cx.t(&format!("field-form-{}", field.kind.key()));
    if !form.is_empty() {
        lines.push(form.to_owned());
    }
    if let Some(example) = &field.example {
        let words = cx.t("field-example");
        lines.extend(example.lines().map(|line| format!("{words}: {line}")));
    }
    lines
}
