//! Places to be filled in, as content controls.

use super::Document;
use super::words::tag;
use super::xml::escaped;
use crate::model::{AgreementField, FieldKind, FieldValue, Lang, day_in_words};
use std::fmt::Write as _;

/// Adds the control of a field. `id` is unlike that of any other control, `look` how
/// the words around it look.
pub(super) fn control(
    document: &Document<'_>,
    field: &AgreementField,
    id: usize,
    look: &str,
    out: &mut String,
) {
    let lang = document.text.lang;
    let label = field.label.get(lang);
    let value = document.values.get(&field.name.value);
    let _ = write!(
        out,
        "<w:sdt><w:sdtPr><w:alias w:val=\"{}\"/><w:tag w:val=\"{}\"/><w:id w:val=\"{id}\"/>",
        escaped(label),
        escaped(&field.name)
    );
    if value.is_none() {
        out.push_str("<w:showingPlcHdr/>");
    }
    kind(document, field, value, out);
    out.push_str("</w:sdtPr><w:sdtContent>");
    match value {
        Some(value) => {
            out.push_str("<w:r>");
            if !look.is_empty() {
                let _ = write!(out, "<w:rPr>{look}</w:rPr>");
            }
            let words = shown(field, value, lang, document.language);
            for (at, line) in words.lines().enumerate() {
                if at > 0 {
                    out.push_str("<w:br/>");
                }
                let _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
            }
            out.push_str("</w:r>");
        }
        None => {
            let _ = write!(
                out,
                "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/>{look}</w:rPr><w:t xml:space=\"preserve\">[{}]</w:t></w:r>",
                escaped(label)
            );
        }
    }
    out.push_str("</w:sdtContent></w:sdt>");
}

/// What may be written in the control.
fn kind(
    document: &Document<'_>,
    field: &AgreementField,
    value: Option<&FieldValue>,
    out: &mut String,
) {
    match &field.kind {
        // LibreOffice runs the lines of a plain text together; those of a rich one it keeps.
        FieldKind::Multiline => out.push_str(match value {
            Some(FieldValue::Text(words)) if words.contains('\n') => "<w:richText/>",
            _ => "<w:text w:multiLine=\"1\"/>",
        }),
        FieldKind::Date => {
            let day = match value {
                Some(FieldValue::Date(day)) => format!(" w:fullDate=\"{day}T00:00:00Z\""),
                _ => String::new(),
            };
            let language = tag(document.language);
            let _ = write!(
                out,
                "<w:date{day}><w:dateFormat w:val=\"d MMMM yyyy\"/><w:lid w:val=\"{language}\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>"
            );
        }
        FieldKind::Choice(choices) => {
            out.push_str("<w:dropDownList>");
            for choice in choices {
                let _ = write!(
                    out,
                    "<w:listItem w:displayText=\"{}\" w:value=\"{}\"/>",
                    escaped(choice.label.get(document.text.lang)),
                    escaped(&choice.value)
                );
            }
            out.push_str("</w:dropDownList>");
        }
        FieldKind::Text
        | FieldKind::Email
        | FieldKind::OrganisationNumber
        | FieldKind::PersonalNumber => out.push_str("<w:text/>"),
    }
}

/// A value as it stands in the agreement.
fn shown(field: &AgreementField, value: &FieldValue, lang: Lang, language: &str) -> String {
    match (value, &field.kind) {
        (FieldValue::Text(words), _) => words.to_string(),
        (FieldValue::Date(day), _) => day_in_words(*day, language),
        (FieldValue::Choice(at), FieldKind::Choice(choices)) => {
            let choice = choices.get(*at);
            choice.map_or("", |it| it.label.get(lang)).to_owned()
        }
        (FieldValue::Choice(_), _) => String::new(),
    }
}
