//! Attributes and their types.

use super::common::{code_values, reference, unique};
use super::decode::Decoder;
use super::fields::Fields;
use super::yaml::Node;
use crate::model::{Attribute, Bounds, Codes, LocalText, Type, pattern};
use crate::say;
use crate::source::Spanned;

/// The attributes of a version or of an object.
pub(super) fn attributes<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Box<[Attribute]> {
    let list = d.each(node, attribute);
    unique(d, list.iter().map(|attribute| &attribute.name));
    list
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
    fields.finish(d);
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
    let mut bytes = name.bytes();
    let fine = bytes.next().is_some_and(|b| b.is_ascii_lowercase())
        && bytes.all(|b| b.is_ascii_alphanumeric())
        && name.len() <= 60;
    if fine {
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
        say!(
            "skriv i ett ord med liten bokstav först, bara a–z, A–Z och 0–9: senastDatum",
            "write it as one word with a small letter first, only a–z, A–Z and 0–9: senastDatum"
        ),
    );
    None
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
    let min_length = keys
        .get(d, "minLength", &["string"])
        .and_then(|n| d.count(n));
    let max_length = keys
        .get(d, "maxLength", &["string"])
        .and_then(|n| d.count(n));
    let pattern = keys
        .get(d, "pattern", &["string"])
        .and_then(|n| checked_pattern(d, n));
    let minimum = keys
        .get(d, "minimum", &["integer", "number"])
        .and_then(|n| d.number(n));
    let maximum = keys
        .get(d, "maximum", &["integer", "number"])
        .and_then(|n| d.number(n));
    let min_items = keys.get(d, "minItems", &["array"]).and_then(|n| d.count(n));
    let max_items = keys.get(d, "maxItems", &["array"]).and_then(|n| d.count(n));
    let open = keys.get(d, "open", &["code"]);
    let values = keys.get(d, "values", &["code"]);
    let list = keys.get(d, "codelist", &["code"]);
    let items = keys.get(d, "items", &["array"]);
    let nested = keys.get(d, "attributes", &["object"]);
    let range = fields.range().clone();
    ordered(
        d,
        &range,
        min_length,
        max_length,
        ("minLength", "maxLength"),
    );
    ordered(d, &range, minimum, maximum, ("minimum", "maximum"));
    ordered(d, &range, min_items, max_items, ("minItems", "maxItems"));
    let missing = |d: &mut Decoder<'a>, key: &str| {
        d.report(
            "K0111",
            &range,
            say!("`{key}` saknas", "`{key}` is missing"),
            say!(
                "lägg till en rad `{key}: …` på samma nivå",
                "add a line `{key}: …` at this level"
            ),
        );
    };
    Some(match word? {
        "string" => Type::String {
            length: Bounds {
                min: min_length,
                max: max_length,
            },
            pattern,
        },
        "integer" => Type::Integer(Bounds {
            min: minimum,
            max: maximum,
        }),
        "number" => Type::Number(Bounds {
            min: minimum,
            max: maximum,
        }),
        "boolean" => Type::Boolean,
        "date" => Type::Date,
        "date-time" => Type::DateTime,
        "uri" => Type::Uri,
        "code" => {
            let Some(open) = open else {
                missing(d, "open");
                return None;
            };
            let open = d.boolean(open);
            if values.is_some() == list.is_some() {
                d.report(
                    "K0120",
                    &range,
                    say!("en kod ska ha antingen `values` eller `codelist`", "a code has either `values` or `codelist`"),
                    say!(
                        "skriv koderna under `values`, eller namnge en gemensam kodlista med `codelist`",
                        "write the codes under `values`, or name a shared code list with `codelist`"
                    ),
                );
                return None;
            }
            let list = match list {
                Some(node) => Some(reference(d, node)?),
                None => None,
            };
            let values = values.map(|n| code_values(d, n)).unwrap_or_default();
            Type::Code(Codes {
                open: open?,
                values,
                list,
            })
        }
        "object" => {
            if nested.is_none() {
                missing(d, "attributes");
            }
            Type::Object(attributes(d, nested))
        }
        _ => {
            let Some(node) = items else {
                missing(d, "items");
                return None;
            };
            let mut item = d.map(node)?;
            let ty = type_of(d, &mut item);
            item.finish(d);
            Type::Array {
                items: Box::new(ty?),
                count: Bounds {
                    min: min_items,
                    max: max_items,
                },
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
}

fn ordered<N: PartialOrd + std::fmt::Display>(
    d: &mut Decoder<'_>,
    range: &std::ops::Range<usize>,
    least: Option<N>,
    most: Option<N>,
    (low, high): (&str, &str),
) {
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        d.report(
            "K0120",
            range,
            say!(
                "`{low}` ({least}) är större än `{high}` ({most})",
                "`{low}` ({least}) is greater than `{high}` ({most})"
            ),
            say!("rätta den gräns som är fel", "mend the bound that is wrong"),
        );
    }
}

fn checked_pattern<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let text = d.text(node)?;
    match pattern::compile(&text) {
        Ok(_) => Some(text),
        Err(why) => {
            d.report(
                "K0119",
                &node.range,
                say!(
                    "mönstret går inte att tolka: {why}",
                    "the pattern can't be understood: {why}"
                ),
                say!(
                    "rätta det reguljära uttrycket; framåt- och bakåtblickar som (?=…) stöds inte",
                    "mend the regular expression; look-around such as (?=…) isn't supported"
                ),
            );
            None
        }
    }
}
