//! Attributes and their types.

use super::common::{code_values, reference, unique};
use super::decode::Decoder;
use super::fields::Fields;
use super::name::{camel, meant};
use super::pattern::checked_pattern;
use super::yaml::Node;
use crate::diagnostic::Diagnostic;
use crate::model::{Attribute, Bounds, Codes, LocalText, Type};
use crate::say;
use crate::source::Spanned;

/// The attributes of a version or of an object; nothing when any is broken or stands
/// twice, because the examples hold the one that was meant.
pub(super) fn attributes<'a>(
    d: &mut Decoder<'a>,
    node: Option<&Node<'a>>,
) -> Option<Box<[Attribute]>> {
    let Some(node) = node else {
        return Some(Box::default());
    };
    let list = d.every(node, attribute);
    let single = unique(d, list.iter().flatten().map(|attribute| &attribute.name));
    list.filter(|_| single)
}

fn attribute<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Attribute> {
    let mut fields = d.map(node)?;
    let name = fields.need("name").and_then(|n| name(d, n));
    let ty = type_of(d, &mut fields);
    let required = fields.get("required").map_or(Some(false), |n| d.boolean(n));
    let deprecated = fields
        .get("deprecated")
        .map_or(Some(false), |n| d.boolean(n));
    let description: Option<LocalText> = fields.need("description").and_then(|n| d.markdown(n));
    let whole = fields.finish(d);
    let name = name.filter(|_| whole);
    Some(Attribute {
        name: name?,
        ty: ty?,
        required: required?,
        deprecated: deprecated?,
        description: description?,
    })
}

fn name<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let name = d.text(node)?;
    if is_name(&name) {
        return Some(name);
    }
    let written = &name.value;
    d.report(
        "K0117",
        &node.range,
        say!(
            "`{written}` kan inte vara namnet på ett attribut",
            "`{written}` can't be the name of an attribute"
        ),
        meant(
            &[camel(written)],
            is_name,
            (
                "skriv i ett ord med liten bokstav först, bara a–z, A–Z och 0–9: senastDatum",
                "write it as one word with a small letter first, only a–z, A–Z and 0–9: senastDatum",
            ),
        ),
    );
    None
}

fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_alphanumeric())
        && name.len() <= 60
}

/// The type with the bounds and codes that belong to it.
fn type_of<'a>(d: &mut Decoder<'a>, fields: &mut Fields<'_, 'a>) -> Option<Type> {
    let words = [
        "string",
        "integer",
        "number",
        "boolean",
        "date",
        "date-time",
        "uri",
        "code",
        "object",
        "array",
    ];
    let word = fields
        .need("type")
        .and_then(|n| d.choice(n, &words.map(|word| (word, word))));
    let mut keys = Keys {
        word: word.unwrap_or(""),
        fields,
    };
    let length = keys.bounds(d, ["minLength", "maxLength"], &["string"], Decoder::count);
    let pattern = keys
        .get(d, "pattern", &["string"])
        .and_then(|n| checked_pattern(d, n));
    let numbers = ["integer", "number"];
    let range = keys.bounds(d, ["minimum", "maximum"], &numbers, Decoder::number);
    let count = keys.bounds(d, ["minItems", "maxItems"], &["array"], Decoder::count);
    let open = keys.get(d, "open", &["code"]);
    let values = keys.get(d, "values", &["code"]);
    let list = keys.get(d, "codelist", &["code"]);
    let items = keys.get(d, "items", &["array"]);
    let nested = keys.get(d, "attributes", &["object"]);
    // A misspelt key is told of as such, and not as a missing one as well.
    let misspelt = |key: &str| fields.has_misspelt(key);
    Some(match word? {
        "string" => Type::String { length, pattern },
        "integer" => Type::Integer(range),
        "number" => Type::Number(range),
        "boolean" => Type::Boolean,
        "date" => Type::Date,
        "date-time" => Type::DateTime,
        "uri" => Type::Uri,
        "code" => {
            if open.is_none() && !misspelt("open") {
                fields.report_missing(d, "open");
            }
            let open = open.and_then(|n| d.boolean(n));
            match (&values, &list) {
                (None, None) => {
                    if !misspelt("values") && !misspelt("codelist") {
                        d.report(
                            "K0120",
                            &fields.key_range("type"),
                            say!("attributet saknar koder", "the attribute has no codes"),
                            say!(
                                "skriv koderna under `values`, eller namnge en gemensam kodlista med `codelist`",
                                "write the codes under `values`, or name a shared code list with `codelist`"
                            ),
                        );
                    }
                    return None;
                }
                (Some(_), Some(_)) => {
                    let finding = Diagnostic::new(
                        "K0120",
                        d.span(&fields.key_range("values")),
                        say!(
                            "attributet har både `values` och `codelist`",
                            "the attribute has both `values` and `codelist`"
                        ),
                    );
                    let other = d.span(&fields.key_range("codelist"));
                    let label = say!("den gemensamma kodlistan", "the shared code list");
                    d.findings.push(finding.related(other, label).help(say!(
                        "ta bort `values` om kodlistan ska gälla, ta annars bort `codelist`",
                        "remove `values` if the code list is meant, otherwise remove `codelist`"
                    )));
                    return None;
                }
                _ => {}
            }
            let list = match list {
                Some(node) => Some(reference(d, node)?),
                None => None,
            };
            let values = match values {
                Some(node) => code_values(d, node)?,
                None => Box::default(),
            };
            Type::Code(Codes {
                open: open?,
                values,
                list,
            })
        }
        "object" => {
            if nested.is_none() && !misspelt("attributes") {
                fields.report_missing(d, "attributes");
            }
            Type::Object(attributes(d, nested)?)
        }
        _ => {
            let Some(node) = items else {
                if !misspelt("items") {
                    fields.report_missing(d, "items");
                }
                return None;
            };
            let mut item = d.map(node)?;
            let ty = type_of(d, &mut item);
            let whole = item.finish(d);
            let ty = ty.filter(|_| whole);
            Type::Array {
                items: Box::new(ty?),
                count,
            }
        }
    })
}

/// Keys that only some types have.
struct Keys<'f, 'n, 'a> {
    word: &'static str,
    fields: &'f mut Fields<'n, 'a>,
}

impl<'n, 'a> Keys<'_, 'n, 'a> {
    /// The value of a key; reported, and nothing, when the type has no such key.
    fn get(
        &mut self,
        d: &mut Decoder<'a>,
        key: &'static str,
        types: &[&str],
    ) -> Option<&'n Node<'a>> {
        let node = self.fields.get(key)?;
        if self.word.is_empty() || types.contains(&self.word) {
            return Some(node);
        }
        let (word, fit) = (self.word, types.join(", "));
        d.report(
            "K0120",
            &node.range,
            say!(
                "`{key}` passar inte ihop med typen {word}",
                "`{key}` doesn't go with the type {word}"
            ),
            say!(
                "ta bort `{key}`, som hör till {fit}, eller byt typ",
                "remove `{key}`, which belongs to {fit}, or change the type"
            ),
        );
        None
    }

    /// A lower and an upper bound; neither when they are the wrong way round, so
    /// that the examples aren't told of as well.
    fn bounds<N: Copy + PartialOrd + std::fmt::Display>(
        &mut self,
        d: &mut Decoder<'a>,
        [low, high]: [&'static str; 2],
        types: &[&str],
        decode: impl Fn(&mut Decoder<'a>, &Node<'a>) -> Option<N>,
    ) -> Bounds<N> {
        let mut bound = |key| {
            let node = self.get(d, key, types)?;
            Some((decode(d, node)?, node.range.clone()))
        };
        let (least, most) = (bound(low), bound(high));
        if let (Some((least, place)), Some((most, other))) = (&least, &most)
            && least > most
        {
            let finding = Diagnostic::new(
                "K0120",
                d.span(place),
                say!(
                    "`{low}` ({least}) är större än `{high}` ({most})",
                    "`{low}` ({least}) is greater than `{high}` ({most})"
                ),
            );
            let label = say!("den övre gränsen", "the upper bound");
            d.findings
                .push(finding.related(d.span(other), label).help(say!(
                    "rätta den gräns som är fel",
                    "correct the bound that is wrong"
                )));
            return Bounds {
                min: None,
                max: None,
            };
        }
        Bounds {
            min: least.map(|(bound, _)| bound),
            max: most.map(|(bound, _)| bound),
        }
    }
}
