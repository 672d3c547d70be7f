//! The version of a document: number, status, day and what changed.

use super::decode::Decoder;
use super::fields::Fields;
use super::yaml::Node;
use crate::model::{Edition, EditionNumber};
use crate::say;
use crate::source::Spanned;

/// A number of a version, as it is written in a field.
pub(super) fn number<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<EditionNumber>> {
    let text = match &node.value {
        // Half of all would be told that 1.1 is a number; there is nothing else that it can mean.
        super::yaml::Value::Scalar { text, .. } if text.parse::<EditionNumber>().is_ok() => {
            Spanned::new(text.as_ref().into(), d.span(&node.range))
        }
        _ => d.text(node)?,
    };
    if let Ok(number) = text.parse() {
        return Some(Spanned::new(number, text.span));
    }
    let written = &text.value;
    d.report(
        "K0116",
        &node.range,
        say!(
            "`{written}` är inget versionsnummer för ett dokument",
            "`{written}` is no version number of a document"
        ),
        say!(
            "skriv två tal med punkt emellan, som \"1.1\"",
            "write two numbers with a dot between, such as \"1.1\""
        ),
    );
    None
}

/// The fields `version`, `status`, `published` and `changes`. `expected` is the
/// number that the path tells.
pub(super) fn edition<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    expected: EditionNumber,
) -> Option<Edition> {
    let version = fields.need("version");
    let number = version.and_then(|n| number(d, n));
    if let (Some(node), Some(number)) = (version, &number)
        && number.value != expected
    {
        let written = number.value;
        d.report(
            "K0118",
            &node.range,
            say!(
                "versionen är {written}, men sökvägen säger {expected}",
                "the version is {written}, but the path says {expected}"
            ),
            say!(
                "skriv `version: \"{expected}\"`, eller flytta filen till den version som den hör till",
                "write `version: \"{expected}\"`, or move the file to the version that it belongs to"
            ),
        );
    }
    let choices = [("draft", true), ("published", false)];
    let status = fields.need("status");
    let draft = status.and_then(|n| d.choice(n, &choices));
    let day = fields.get("published");
    let published = day.map(|n| d.date(n));
    if let (Some(false), None, Some(node)) = (draft, day, status) {
        d.report(
            "K0111",
            &node.range,
            say!(
                "status är published, men datumet `published` saknas",
                "the status is published, but the date `published` is missing"
            ),
            say!(
                "lägg till en rad `published: ÅÅÅÅ-MM-DD` under status",
                "add a line `published: YYYY-MM-DD` below the status"
            ),
        );
    }
    let changes = d.each(fields.get("changes"), |d, n| d.markdown(n));
    Some(Edition {
        number: number.as_ref().filter(|it| it.value == expected)?.value,
        span: number?.span,
        draft: draft?,
        published: match published {
            Some(day) => Some(day?.value),
            None => None,
        },
        changes,
    })
}
