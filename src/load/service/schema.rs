//! Schemas: the keywords of JSON Schema 2020-12 that are read.

use super::reader::{Reader, Words};
use crate::load::decode::Decoder;
use crate::load::fields::Fields;
use crate::load::pattern::checked_pattern;
use crate::load::yaml::{Node, Value};
use crate::model::Bounds;
use crate::model::service::{
    Additional, Component, Dependency, Json, Property, Schema, SchemaType,
};
use crate::say;
use crate::source::Spanned;

/// A schema, with everything in it.
pub(super) fn schema<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Schema> {
    if let Value::Scalar { text, plain: true } = &node.value
        && (text == "true" || text == "false")
    {
        r.d.report(
            "K0112",
            &node.range,
            say!(
                "`{text}` i stället för ett schema läses bara under `additionalProperties`",
                "`{text}` in place of a schema is only read under `additionalProperties`"
            ),
            say!(
                "skriv ett schema, som `{{ type: string }}`",
                "write a schema, such as `{{ type: string }}`"
            ),
        );
        return None;
    }
    let mut f = r.d.map(node)?;
    let texts = r.texts(&mut f, Words::TITLE, node);
    let reference = f
        .get("$ref")
        .and_then(|n| r.reference(n, Component::Schema));
    let types = types(r.d, f.get("type"));
    let properties = properties(r, f.get("properties"));
    let required = r.d.each(f.get("required"), |d, n| d.text(n));
    let additional = f.get("additionalProperties").and_then(|n| additional(r, n));
    let items = inner(r, &mut f, "items");
    let not = inner(r, &mut f, "not");
    let values = f.get("enum").map(|n| {
        let values: Vec<Json> = r.d.list(n).iter().filter_map(|n| r.json(n)).collect();
        Spanned::new(values.into(), r.d.span(&n.range))
    });
    let constant = f.get("const").and_then(|n| r.json(n));
    let default = f.get("default").and_then(|n| r.json(n));
    let listed = f.get("examples").map_or(&[][..], |n| r.d.list(n));
    let mut examples: Vec<Json> = listed.iter().filter_map(|n| r.json(n)).collect();
    examples.extend(f.get("example").and_then(|n| r.json(n)));
    let format = f.get("format").and_then(|n| r.d.text(n));
    let pattern = f.get("pattern").and_then(|n| checked_pattern(r.d, n));
    let length = bounds(r.d, &mut f, ["minLength", "maxLength"], Decoder::count);
    let range = bounds(r.d, &mut f, ["minimum", "maximum"], Decoder::number);
    let exclusive = ["exclusiveMinimum", "exclusiveMaximum"];
    let exclusive = bounds(r.d, &mut f, exclusive, Decoder::number);
    let count = bounds(r.d, &mut f, ["minItems", "maxItems"], Decoder::count);
    let size = ["minProperties", "maxProperties"];
    let size = bounds(r.d, &mut f, size, Decoder::count);
    let [all_of, any_of, one_of] = ["allOf", "anyOf", "oneOf"].map(|key| parts(r, &mut f, key));
    let mut dependent = Vec::new();
    for pair in f.get("dependentRequired").map_or(&[][..], |n| r.names(n)) {
        let names = r.d.each(Some(&pair.value), |d, n| d.text(n));
        let span = r.d.span(&pair.key_range);
        let property = Spanned::new(pair.key.as_ref().into(), span);
        dependent.push(Dependency {
            property,
            needs: names,
        });
    }
    let [unique, deprecated, read_only, write_only] =
        ["uniqueItems", "deprecated", "readOnly", "writeOnly"]
            .map(|key| f.get(key).and_then(|n| r.d.boolean(n)).unwrap_or(false));
    let filled_by = f.get("x-filled-by").and_then(|n| r.d.markdown(n));
    let typical_errors = r.markdown_list(f.get("x-typical-errors"));
    r.finish(f);
    Some(Schema {
        span: r.d.span(&node.range),
        pointer: r.pointer.as_str().into(),
        texts,
        reference,
        types,
        properties,
        required,
        additional,
        items,
        values,
        constant,
        default,
        examples: examples.into(),
        format,
        pattern,
        length,
        range,
        exclusive,
        count,
        size,
        unique,
        all_of,
        any_of,
        one_of,
        not,
        dependent: dependent.into(),
        deprecated,
        read_only,
        write_only,
        filled_by,
        typical_errors,
    })
}

/// One type, or a list of them.
fn types<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Box<[SchemaType]> {
    match node {
        None => Box::default(),
        Some(node) if matches!(node.value, Value::List(_)) => {
            d.each(Some(node), |d, n| d.choice(n, &SchemaType::WORDS))
        }
        Some(node) => d.choice(node, &SchemaType::WORDS).into_iter().collect(),
    }
}

fn properties<'a>(r: &mut Reader<'_, 'a>, node: Option<&Node<'a>>) -> Box<[Property]> {
    let Some(node) = node else {
        return Box::default();
    };
    let mut found = Vec::new();
    r.at("properties", |r| {
        for pair in r.names(node) {
            if pair.is_refused() {
                continue;
            }
            let span = r.d.span(&pair.key_range);
            let name = Spanned::new(pair.key.as_ref().into(), span);
            let schema = r.at(&pair.key, |r| schema(r, &pair.value));
            found.extend(schema.map(|schema| Property { name, schema }));
        }
    });
    found.into()
}

fn additional<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Additional> {
    if matches!(node.value, Value::Map(_)) {
        let schema = r.at("additionalProperties", |r| schema(r, node))?;
        return Some(Additional::Schema(Box::new(schema)));
    }
    r.d.boolean(node).map(Additional::Any)
}

fn inner<'a>(
    r: &mut Reader<'_, 'a>,
    fields: &mut Fields<'_, 'a>,
    key: &'static str,
) -> Option<Box<Schema>> {
    let node = fields.get(key)?;
    r.at(key, |r| schema(r, node)).map(Box::new)
}

fn parts<'a>(
    r: &mut Reader<'_, 'a>,
    fields: &mut Fields<'_, 'a>,
    key: &'static str,
) -> Box<[Schema]> {
    let items = fields.get(key).map_or(&[][..], |node| r.d.list(node));
    let part =
        |(at, node): (usize, &Node<'a>)| r.at(key, |r| r.at(&at.to_string(), |r| schema(r, node)));
    items.iter().enumerate().filter_map(part).collect()
}

fn bounds<'a, N: Copy + PartialOrd + std::fmt::Display>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    [low, high]: [&'static str; 2],
    read: fn(&mut Decoder<'a>, &Node<'a>) -> Option<N>,
) -> Bounds<N> {
    let min = fields.get(low).and_then(|node| read(d, node));
    let max = fields.get(high).and_then(|node| read(d, node));
    if let (Some(least), Some(most)) = (min, max)
        && least > most
    {
        d.report(
            "K0120",
            &fields.key_range(low),
            say!(
                "`{low}` ({least}) är större än `{high}` ({most})",
                "`{low}` ({least}) is greater than `{high}` ({most})"
            ),
            say!(
                "inget värde kan uppfylla båda: rätta ett av talen",
                "no value can meet both: correct one of the numbers"
            ),
        );
    }
    Bounds { min, max }
}
