//! Examples: an event in YAML becomes the JSON that goes over the wire.

use super::common::TITLE;
use super::decode::Decoder;
use super::plain::{is_day, looks_like};
use super::yaml::{Node, Value};
use crate::model::Example;
use crate::say;

pub(super) fn example<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Example> {
    let mut fields = d.map(node)?;
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let event = fields.need("event");
    fields.finish(d);
    let event = event?;
    d.map(event)?;
    if holds_refused(event) {
        return None;
    }
    let mut json = String::with_capacity(1024);
    let mut spans = Vec::with_capacity(32);
    let before = d.findings.len();
    to_json(d, event, &mut json, &mut spans);
    // A value that may be read in two ways is one slip: nobody knows which was meant.
    if d.findings.len() > before {
        return None;
    }
    Some(Example {
        title: title?,
        json: json.into(),
        spans: spans.into(),
        file: d.file,
        named: Box::default(),
    })
}

/// Whether a part of a value was refused when it was read: held against its
/// version, the rest would look wrong.
pub(super) fn holds_refused(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Refused => true,
        Value::Scalar { .. } => false,
        Value::List(items) => items.iter().any(holds_refused),
        Value::Map(pairs) => pairs
            .iter()
            .any(|pair| pair.is_refused() || holds_refused(&pair.value)),
    }
}

/// Writes a value as compact JSON and notes where each value stands.
pub(super) fn to_json<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
    out: &mut String,
    spans: &mut Vec<(u32, u32)>,
) {
    let span = d.span(&node.range);
    spans.push((span.start, span.end));
    match &node.value {
        Value::Scalar { text, plain: true } => plain_to_json(d, node, text, out),
        Value::Scalar { text, plain: false } => push_string(text.trim_end_matches('\n'), out),
        Value::Refused => out.push_str("null"),
        Value::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                to_json(d, item, out, spans);
            }
            out.push(']');
        }
        Value::Map(pairs) => {
            out.push('{');
            for (at, pair) in pairs.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push_string(&pair.key, out);
                out.push(':');
                to_json(d, &pair.value, out, spans);
            }
            out.push('}');
        }
    }
}

/// A value without quotes: a number, `true`, `false`, `null` or text. What
/// readers of YAML disagree about must be quoted.
fn plain_to_json<'a>(d: &mut Decoder<'a>, node: &Node<'a>, text: &str, out: &mut String) {
    match text {
        "true" | "false" | "null" => out.push_str(text),
        "" | "~" => out.push_str("null"),
        _ if is_json_number(text) => out.push_str(text),
        _ => {
            // A date is text in JSON; nobody reads it as anything else there.
            if let Some((sv, en)) = looks_like(text).filter(|_| !is_day(text)) {
                let help = match text.to_ascii_lowercase().as_str() {
                    "yes" | "on" | "y" | "true" => Some("true"),
                    "no" | "off" | "n" | "false" => Some("false"),
                    _ => None,
                };
                let help = match help {
                    Some(word) => say!(
                        "skriv {word} om det är ett ja eller nej, eller sätt citattecken om det är text: \"{text}\"",
                        "write {word} if it is a yes or no, or put it in quotes if it is text: \"{text}\""
                    ),
                    None => say!(
                        "sätt citattecken om värdet om det är text: \"{text}\"",
                        "put the value in quotes if it is text: \"{text}\""
                    ),
                };
                d.report(
                    "K0113",
                    &node.range,
                    say!(
                        "`{text}` kan läsas både som text och som {sv}",
                        "`{text}` can be read both as text and as {en}"
                    ),
                    help,
                );
            }
            push_string(text, out);
        }
    }
}

/// Whether this is a number by the grammar of JSON.
fn is_json_number(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    starts && serde_json::from_str::<serde_json::Number>(text).is_ok()
}

fn push_string(text: &str, out: &mut String) {
    // A string always has a JSON form, so this can't fail.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}
