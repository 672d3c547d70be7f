//! Categories, authorization object types, code lists and concepts.

use super::decode::Decoder;
use super::fields::Fields;
use super::name::{NAME_FORM, capitals, id, meant};
use super::yaml::{Node, Value};
use crate::model::{
    Area, Authorization, AuthorizationKind, Category, CodeList, CodeValue, Concept, CustomerKind,
    DIAGRAMS, Ref, Relation, RelationKind, Standing, Terms, is_code_value, is_concept_id, is_name,
};
use crate::say;
use crate::source::Spanned;
use std::collections::HashMap;

/// The longest title of an entity, in characters.
pub(super) const TITLE: usize = 80;

pub(super) fn category<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Category> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let order = fields.need("order").and_then(|n| d.integer(n));
    let standing = standing(d, &mut fields);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    fields.finish(d);
    Some(Category {
        id: id?,
        order: order?,
        standing: standing?,
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
    let kind = fields
        .need("kind")
        .and_then(|n| d.choice(n, &AuthorizationKind::ALL.map(|kind| (kind.key(), kind))));
    let customer = fields.need("customer").and_then(|n| {
        let kinds = [
            CustomerKind::Person,
            CustomerKind::Organisation,
            CustomerKind::Both,
        ];
        d.choice(n, &kinds.map(|kind| (kind.key(), kind)))
    });
    let standing = standing(d, &mut fields);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let includes = d.each(fields.get("includes"), |d, n| reference(d, n));
    fields.finish(d);
    Some(Authorization {
        id: id?,
        order: order?,
        kind: kind?,
        customer: customer?,
        standing: standing?,
        title: title?,
        description: description?,
        includes,
        all_included: Box::default(),
    })
}

pub(super) fn codelist<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<CodeList> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let standing = standing(d, &mut fields);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let values = fields.need("values").and_then(|n| code_values(d, n));
    fields.finish(d);
    Some(CodeList {
        id: id?,
        standing: standing?,
        title: title?,
        description: description?,
        values: values?,
    })
}

/// Whether an entity may be used: `status`, and the day when it was retired.
pub(super) fn standing<'a>(d: &mut Decoder<'a>, fields: &mut Fields<'_, 'a>) -> Option<Standing> {
    let status = fields.get("status");
    let choices = ["draft", "published", "retired"].map(|word| (word, word));
    let word = status.map_or(Some("published"), |n| d.choice(n, &choices));
    let day = fields.get("retired");
    let retired = day.map(|n| d.date(n));
    match (word?, day, retired) {
        ("retired", _, Some(day)) => day.map(|day| Standing::Retired(day.value)),
        ("retired", _, None) => {
            if let Some(node) = status {
                d.report(
                    "K0111",
                    &node.range,
                    say!(
                        "status är retired, men datumet `retired` saknas",
                        "the status is retired, but the date `retired` is missing"
                    ),
                    say!(
                        "lägg till en rad `retired: ÅÅÅÅ-MM-DD` under status",
                        "add a line `retired: YYYY-MM-DD` below the status"
                    ),
                );
            }
            None
        }
        (_, Some(node), Some(_)) => {
            d.report(
                "K0120",
                &node.range,
                say!(
                    "datumet `retired` finns, men status är inte retired",
                    "the date `retired` is given, but the status isn't retired"
                ),
                say!(
                    "skriv `status: retired`, eller ta bort datumet",
                    "write `status: retired`, or remove the date"
                ),
            );
            None
        }
        ("draft", ..) => Some(Standing::Draft),
        _ => Some(Standing::Published),
    }
}

/// The codes of a list or an attribute; nothing when any is broken or stands twice,
/// because an example may use the one that was meant.
pub(super) fn code_values<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Box<[CodeValue]>> {
    let values = d.every(node, |d, item| {
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
                meant(&[capitals(written)], is_code_value, NAME_FORM),
            );
            None
        });
        let title = fields.need("title").and_then(|n| d.title(n, 120));
        let description = fields.get("description").and_then(|n| d.local_text(n));
        let whole = fields.finish(d);
        let value = value.filter(|_| whole);
        Some(CodeValue {
            value: value?,
            title: title?,
            description,
        })
    });
    let single = unique(d, values.iter().flatten().map(|v| &v.value));
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        d.report(
            "K0120",
            &node.range,
            say!("listan är tom", "the list is empty"),
            say!("skriv minst en kod", "write at least one code"),
        );
        return None;
    }
    values.filter(|_| single)
}

/// Reports names that stand twice, and tells whether there were none.
pub(super) fn unique<'v>(
    d: &mut Decoder<'_>,
    names: impl Iterator<Item = &'v Spanned<Box<str>>>,
) -> bool {
    let mut seen: HashMap<&str, &Spanned<Box<str>>> = HashMap::new();
    let before = d.findings.len();
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
                    "ta bort den ena, eller skriv det namn som var tänkt",
                    "remove one of them, or write the name that was meant"
                )),
            );
        } else {
            seen.insert(&name.value, name);
        }
    }
    d.findings.len() == before
}

pub(super) fn concept<'a>(d: &mut Decoder<'a>, root: &Node<'a>, expected: &str) -> Option<Concept> {
    let mut fields = d.map(root)?;
    let form = (
        "använd bara a–z, 0–9 och bindestreck (inte å, ä, ö)",
        "use only a–z, 0–9 and hyphens (not å, ä, ö)",
    );
    let id = id(d, &mut fields, expected, is_concept_id, form).filter(|id| !is_taken(d, id));
    let area = fields
        .need("area")
        .and_then(|n| d.choice(n, &Area::ALL.map(|area| (area.key(), area))));
    let term = fields.need("term").and_then(|n| d.title(n, TITLE));
    let alternatives = alternatives(d, fields.get("alternativeTerms"));
    let definition = fields.need("definition").and_then(|n| d.definition(n));
    let notes = fields.get("notes").and_then(|n| d.markdown(n));
    let examples = d.each(fields.get("examples"), |d, n| d.local_text(n));
    let source = fields.get("source").and_then(|n| d.local_text(n));
    // Without one of them the others would look as if they missed it.
    let relations = match fields.get("relations") {
        Some(node) => d.every(node, relation),
        None => Some(Box::default()),
    };
    fields.finish(d);
    Some(Concept {
        id: id?,
        area: area?,
        term: term?,
        alternatives,
        definition: definition?,
        notes,
        examples,
        source,
        relations: relations?,
    })
}

/// Reports an id whose address is that of the page with the diagrams.
fn is_taken(d: &mut Decoder<'_>, id: &Spanned<Box<str>>) -> bool {
    if &*id.value != DIAGRAMS {
        return false;
    }
    let message = say!(
        "adressen `/concepts/{DIAGRAMS}/` hör till sidan med begreppsmodellens diagram",
        "the address `/concepts/{DIAGRAMS}/` belongs to the page with the diagrams of the concept model"
    );
    let help = say!(
        "ge begreppet ett annat id och filen samma namn, till exempel begrepps{DIAGRAMS}",
        "give the concept another id and the file the same name, such as begrepps{DIAGRAMS}"
    );
    let finding = crate::diagnostic::Diagnostic::new("K0007", id.span, message);
    d.findings.push(finding.help(help));
    true
}

/// Other terms: a list for each language that has any.
fn alternatives<'a>(d: &mut Decoder<'a>, node: Option<&Node<'a>>) -> Box<[Terms]> {
    let languages = d.languages;
    let mut all: Box<[Terms]> = vec![Box::default(); languages.len()].into();
    let Some(node) = node else { return all };
    let Value::Map(pairs) = &node.value else {
        let first = &languages[0];
        let help = say!("skriv {{ {first}: […] }}", "write {{ {first}: […] }}");
        let expected = say!("en lista för varje språk", "a list for each language");
        d.wrong_kind(node, &expected, help);
        return all;
    };
    for pair in pairs {
        match languages.iter().position(|code| **code == *pair.key) {
            Some(at) => {
                all[at] = d.each(Some(&pair.value), |d, n| d.text(n));
            }
            None if pair.is_refused() => {}
            None => d.unknown_language(&pair.key, &pair.key_range, pair.value.is_nothing()),
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
                RelationKind::Generic,
                RelationKind::Partitive,
                RelationKind::Associative,
            ]
            .map(|kind| (kind.key(), kind)),
        )
    });
    let to = fields.need("to").and_then(|n| reference(d, n));
    let label = fields.get("label").and_then(|n| d.title(n, TITLE));
    fields.finish(d);
    Some(Relation {
        kind: kind?,
        to: to?,
        label,
        span: d.span(&node.range),
    })
}

/// A reference to another entity, by its id.
pub(super) fn reference<'a, T>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Ref<T>> {
    let name = d.text(node)?;
    Some(Ref::new(name.value, name.span))
}
