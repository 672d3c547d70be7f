//! Categories, authorization object types, code lists and concepts.

use super::decode::Decoder;
use super::fields::Fields;
use super::yaml::{Node, Value};
use crate::model::{
    Authorization, Category, CodeList, CodeValue, Concept, CustomerKind, Ref, Relation,
    RelationKind, is_code_value, is_concept_id, is_name,
};
use crate::say;
use crate::source::Spanned;
use std::collections::HashMap;

/// The longest title of an entity, in characters.
pub(super) const TITLE: usize = 80;

/// Takes the `id` and holds it against the path.
pub(super) fn id<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    expected: &str,
    is_valid: fn(&str) -> bool,
    form: (&str, &str),
) -> Option<Spanned<Box<str>>> {
    let node = fields.need("id")?;
    let id = d.text(node)?;
    let written = &id.value;
    if !is_valid(written) {
        let (sv, en) = form;
        let plain = swap_letters(written);
        let help = if is_valid(&plain) {
            say!("menade du `{plain}`?", "did you mean `{plain}`?")
        } else {
            say!("{sv}", "{en}")
        };
        d.report(
            "K0117",
            &node.range,
            say!(
                "`{written}` följer inte namnstandarden",
                "`{written}` doesn't follow the naming standard"
            ),
            help,
        );
        return None;
    }
    if **written != *expected {
        let path = d.path;
        d.report(
            "K0118",
            &node.range,
            say!(
                "id är `{written}`, men filen ligger där `{expected}` ska ligga",
                "the id is `{written}`, but the file lies where `{expected}` belongs"
            ),
            say!(
                "skriv `id: {expected}`, eller flytta filen {path} dit `{written}` hör hemma",
                "write `id: {expected}`, or move the file {path} to where `{written}` belongs"
            ),
        );
        return None;
    }
    Some(id)
}

/// Rewrites what is most often wrong in an id: å, ä, ö, hyphens and small letters.
fn swap_letters(id: &str) -> String {
    let upper = id.to_uppercase();
    upper
        .chars()
        .map(|c| match c {
            'Å' | 'Ä' => 'A',
            'Ö' => 'O',
            'É' => 'E',
            'Ü' => 'U',
            '-' | ' ' => '_',
            other => other,
        })
        .collect()
}

/// How an id of capital letters looks.
pub(super) const NAME_FORM: (&str, &str) = (
    "använd bara A–Z, 0–9 och _ (inte å, ä, ö)",
    "use only A–Z, 0–9 and _ (not å, ä, ö)",
);

pub(super) fn category<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Category> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let order = fields.need("order").and_then(|n| d.integer(n));
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    fields.finish(d);
    Some(Category {
        id: id?,
        order: order?,
        title: title?,
        description: description?,
    })
}

pub(super) fn authorization<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Authorization> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let order = fields.need("order").and_then(|n| d.integer(n));
    let customer = fields.need("customer").and_then(|n| {
        let kinds = [
            CustomerKind::Person,
            CustomerKind::Organisation,
            CustomerKind::Both,
        ];
        d.choice(n, &kinds.map(|kind| (kind.key(), kind)))
    });
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    fields.finish(d);
    Some(Authorization {
        id: id?,
        order: order?,
        customer: customer?,
        title: title?,
        description: description?,
    })
}

pub(super) fn codelist<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<CodeList> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let values = fields.need("values").map(|n| code_values(d, n));
    fields.finish(d);
    Some(CodeList {
        id: id?,
        title: title?,
        description: description?,
        values: values?,
    })
}

/// The codes of a list or an attribute.
pub(super) fn code_values<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Box<[CodeValue]> {
    let values = d.each(Some(node), |d, item| {
        let mut fields = d.map(item)?;
        let value = fields.need("value").and_then(|n| {
            let value = d.text(n)?;
            if is_code_value(&value) {
                return Some(value);
            }
            let written = &value.value;
            d.report(
                "K0117",
                &n.range,
                say!(
                    "koden `{written}` följer inte namnstandarden",
                    "the code `{written}` doesn't follow the naming standard"
                ),
                say!("använd bara A–Z, 0–9 och _", "use only A–Z, 0–9 and _"),
            );
            None
        });
        let title = fields.need("title").and_then(|n| d.title(n, 120));
        let description = fields.get("description").and_then(|n| d.local_text(n));
        fields.finish(d);
        Some(CodeValue {
            value: value?,
            title: title?,
            description,
        })
    });
    unique(d, values.iter().map(|v| &v.value));
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        d.report(
            "K0120",
            &node.range,
            say!("listan är tom", "the list is empty"),
            say!("skriv minst ett värde", "write at least one value"),
        );
    }
    values
}

/// Reports names that stand twice.
pub(super) fn unique<'v>(d: &mut Decoder<'_>, names: impl Iterator<Item = &'v Spanned<Box<str>>>) {
    let mut seen: HashMap<&str, &Spanned<Box<str>>> = HashMap::new();
    for name in names {
        if let Some(first) = seen.get(&*name.value) {
            let text = &name.value;
            d.findings.push(
                crate::diagnostic::Diagnostic::new(
                    "K0121",
                    name.span,
                    say!("`{text}` finns två gånger", "`{text}` is given twice"),
                )
                .related(
                    first.span,
                    say!("här står den första", "the first one is here"),
                )
                .help(say!(
                    "ta bort eller döp om den ena",
                    "remove or rename one of them"
                )),
            );
        } else {
            seen.insert(&name.value, name);
        }
    }
}

pub(super) fn concept<'a>(d: &mut Decoder<'a>, root: &Node<'a>, expected: &str) -> Option<Concept> {
    let mut fields = d.map(root)?;
    let form = (
        "använd bara a–z, 0–9 och bindestreck",
        "use only a–z, 0–9 and hyphens",
    );
    let id = id(d, &mut fields, expected, is_concept_id, form);
    let term = fields.need("term").and_then(|n| d.title(n, TITLE));
    let alternatives = alternatives(d, fields.get("alternativeTerms"));
    let definition = fields.need("definition").and_then(|n| d.local_text(n));
    let notes = fields.get("notes").and_then(|n| d.markdown(n));
    let examples = d.each(fields.get("examples"), |d, n| d.local_text(n));
    let source = fields.get("source").and_then(|n| d.local_text(n));
    let relations = d.each(fields.get("relations"), relation);
    fields.finish(d);
    Some(Concept {
        id: id?,
        term: term?,
        alternatives,
        definition: definition?,
        notes,
        examples,
        source,
        relations,
    })
}

/// Other terms: a list for each language that has any.
fn alternatives<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Box<[Box<[Box<str>]>]> {
    let languages = d.languages;
    let mut all: Box<[Box<[Box<str>]>]> = vec![Box::default(); languages.len()].into();
    let Some(node) = node else { return all };
    let Value::Map(pairs) = &node.value else {
        d.wrong_type(
            node,
            &say!("en lista för varje språk", "a list for each language"),
        );
        return all;
    };
    for pair in pairs {
        match languages.iter().position(|code| **code == *pair.key) {
            Some(at) => {
                all[at] = d.each(Some(&pair.value), |d, n| d.text(n).map(|text| text.value));
            }
            None => {
                let (key, codes) = (&pair.key, languages.join(", "));
                d.report(
                    "K0110",
                    &pair.key_range,
                    say!(
                        "språket `{key}` finns inte här",
                        "the language `{key}` is unknown here"
                    ),
                    say!(
                        "webbplatsens språk är {codes}",
                        "the languages of the site are {codes}"
                    ),
                );
            }
        }
    }
    all
}

fn relation<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Relation> {
    let mut fields = d.map(node)?;
    let kind = fields.need("type").and_then(|n| {
        d.choice(
            n,
            &[
                ("generic", RelationKind::Generic),
                ("partitive", RelationKind::Partitive),
                ("associative", RelationKind::Associative),
            ],
        )
    });
    let to = fields.need("to").and_then(|n| reference(d, n));
    let label = fields.get("label").and_then(|n| d.title(n, TITLE));
    fields.finish(d);
    Some(Relation {
        kind: kind?,
        to: to?,
        label,
    })
}

/// A reference to another entity, by its id.
pub(super) fn reference<'a, T>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Ref<T>> {
    let name = d.text(node)?;
    Some(Ref::new(name.value, name.span))
}
