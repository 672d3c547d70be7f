//! Test customers of the sandbox: `catalogue/sandbox/customers/RESTAURATEUR.yaml`.

use super::actor::prefix;
use super::common::{TITLE, reference, unique};
use super::decode::Decoder;
use super::fields::Fields;
use super::name::{NAME_FORM, id};
use super::yaml::Node;
use crate::model::{NumberKind, Power, Ref, TestCustomer, is_name};
use crate::say;
use crate::source::Spanned;

/// The longest supplement that the standard allows, in characters.
const SUPPLEMENT: usize = 20;

pub(super) fn customer<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Box<TestCustomer>> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let order = fields.need("order").and_then(|n| d.integer(n));
    let number = fields.need("number").and_then(|n| number(d, n));
    let kind = number.as_ref().map(|(kind, _)| *kind);
    let supplement = supplement(d, &mut fields, kind);
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let areas = references(d, &mut fields, "areas");
    let processes = references(d, &mut fields, "processes");
    let powers = fields
        .get("powers")
        .map_or(Some(Box::default()), |n| d.every(n, power));
    let employers = references(d, &mut fields, "employers");
    fields.finish(d);
    let (kind, number) = number?;
    Some(Box::new(TestCustomer {
        id: id?,
        order: order?,
        kind,
        number,
        supplement: supplement?,
        title: title?,
        description: description?,
        areas,
        processes,
        powers: powers?,
        employers,
    }))
}

/// What kind of number it is, and the number as it is written; whether it is a right
/// one is for rules to say.
fn number<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<(NumberKind, Spanned<Box<str>>)> {
    let mut fields = d.map(node)?;
    let kinds = NumberKind::ALL.map(|kind| (kind.key(), kind));
    let kind = fields.need("kind").and_then(|n| d.choice(n, &kinds));
    let value = fields.need("value").and_then(|n| d.text(n));
    fields.finish(d);
    Some((kind?, value?))
}

/// What sets one of a person's businesses apart. The outer is nothing when it is broken;
/// `kind` is absent when the number couldn't be read.
fn supplement<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    kind: Option<NumberKind>,
) -> Option<Option<Spanned<Box<str>>>> {
    let Some(node) = fields.get("supplement") else {
        return Some(None);
    };
    let text = d.text(node)?;
    if kind == Some(NumberKind::Organisation) {
        d.report(
            "K0120",
            &fields.key_range("supplement"),
            say!(
                "ett tillägg skiljer en persons företag åt, men kunden är en organisation",
                "a supplement sets a person's businesses apart, but the customer is an organisation"
            ),
            say!(
                "ta bort `supplement`, eller skriv personens nummer",
                "remove `supplement`, or write the person's number"
            ),
        );
        return None;
    }
    if text.chars().count() > SUPPLEMENT {
        d.report(
            "K0120",
            &node.range,
            say!(
                "tillägget är längre än {SUPPLEMENT} tecken, som är det längsta som standarden tillåter",
                "the supplement is longer than {SUPPLEMENT} characters, the longest that the standard allows"
            ),
            say!("skriv till exempel \"001\"", "write \"001\", for instance"),
        );
        return None;
    }
    Some(Some(text))
}

fn power<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Power> {
    let mut fields = d.map(node)?;
    let authorization = fields.need("authorization").and_then(|n| reference(d, n));
    let customer = fields.need("customer").and_then(|n| reference(d, n));
    let event_types = fields.get("eventTypes").map(|node| {
        let prefixes = d.every(node, prefix)?;
        unique(d, prefixes.iter()).then_some(prefixes)
    });
    let begins = day(d, &mut fields, "begins");
    let ends = day(d, &mut fields, "ends");
    let whole = fields.finish(d);
    // A power that is broken may be wider than the one that was meant.
    whole.then_some(())?;
    Some(Power {
        authorization: authorization?,
        customer: customer?,
        event_types: event_types.unwrap_or_else(|| Some(Box::default()))?,
        begins: begins?,
        ends: ends?,
    })
}

/// A day, in days from the sandbox's day. The outer is nothing when it is broken.
fn day<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    key: &'static str,
) -> Option<Option<Spanned<i64>>> {
    let Some(node) = fields.get(key) else {
        return Some(None);
    };
    let days = d.integer(node)?;
    Some(Some(Spanned::new(days, d.span(&node.range))))
}

/// References to others, none of them twice.
fn references<'a, T>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    key: &'static str,
) -> Box<[Ref<T>]> {
    let found: Box<[Ref<T>]> = d.each(fields.get(key), |d, n| reference(d, n));
    let names: Vec<_> = found
        .iter()
        .map(|it| Spanned::new(it.name.clone(), it.span))
        .collect();
    unique(d, names.iter());
    found
}
