//! What the connection register holds of an actor, and the requirements on private
//! consumers.

use super::common::{reference, unique};
use super::decode::Decoder;
use super::edition::number;
use super::fields::Fields;
use super::name::{NAME_FORM, id};
use super::yaml::Node;
use crate::model::{
    Conformance, FieldKind, Fulfilment, Requirement, RequirementKind, SignedAgreement, is_name,
};
use crate::say;
use crate::source::Spanned;

/// The longest title of a requirement, in characters: it is a sentence.
const SENTENCE: usize = 200;

pub(super) fn requirement<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Requirement> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let order = fields.need("order").and_then(|n| d.integer(n));
    let kinds = RequirementKind::ALL.map(|kind| (kind.key(), kind));
    let kind = fields.need("kind").and_then(|n| d.choice(n, &kinds));
    let title = fields.need("title").and_then(|n| d.title(n, SENTENCE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let evidence = fields.need("evidence").and_then(|n| d.title(n, SENTENCE));
    fields.finish(d);
    Some(Requirement {
        id: id?,
        order: order?,
        kind: kind?,
        title: title?,
        description: description?,
        evidence: evidence?,
    })
}

/// A number whose form and check digit are right.
pub(super) fn organisation_number<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
) -> Option<Spanned<Box<str>>> {
    let text = d.text(node)?;
    match FieldKind::OrganisationNumber.read(&text) {
        Ok(_) => Some(text),
        Err((message, help)) => {
            d.report("K0120", &node.range, message, help);
            None
        }
    }
}

/// The agreement that an actor has signed.
pub(super) fn agreement<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<SignedAgreement> {
    let mut fields = d.map(node)?;
    let template = fields.need("template").and_then(|n| d.text(n));
    let version = fields.need("version").and_then(|n| number(d, n));
    let signed = fields.need("signed").and_then(|n| d.date(n));
    fields.finish(d);
    Some(SignedAgreement {
        template: template?,
        version: version?,
        signed: signed?,
    })
}

/// The conformance test that an actor's service has passed.
pub(super) fn conformance<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Conformance> {
    let mut fields = d.map(node)?;
    let passed = fields.need("passed").and_then(|n| d.date(n));
    let standard_version = fields.need("standardVersion").and_then(|n| d.text(n));
    fields.finish(d);
    Some(Conformance {
        passed: passed?,
        standard_version: standard_version?,
    })
}

/// The requirements that a consumer fulfils. Only private ones have any; `private` is
/// absent when what kind the consumer is couldn't be read.
pub(super) fn fulfilments<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    private: Option<bool>,
) -> Option<Box<[Fulfilment]>> {
    let Some(node) = fields.get("requirements") else {
        return Some(Box::default());
    };
    if private == Some(false) {
        d.report(
            "K0120",
            &fields.key_range("requirements"),
            say!(
                "kraven gäller bara privata konsumenter, men den här är offentlig",
                "the requirements are for private consumers only, but this one is public"
            ),
            say!(
                "ta bort `requirements`, eller skriv `kind: private`",
                "remove `requirements`, or write `kind: private`"
            ),
        );
        return None;
    }
    let all = d.every(node, fulfilment)?;
    let names: Vec<Spanned<Box<str>>> = all
        .iter()
        .map(|it| Spanned::new(it.requirement.name.clone(), it.requirement.span))
        .collect();
    unique(d, names.iter()).then_some(all)
}

fn fulfilment<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Fulfilment> {
    let mut fields = d.map(node)?;
    let requirement = fields.need("requirement").and_then(|n| reference(d, n));
    let fulfilled = fields.need("fulfilled").and_then(|n| d.date(n));
    let evidence = fields.need("evidence").and_then(|n| d.title(n, SENTENCE));
    fields.finish(d);
    Some(Fulfilment {
        requirement: requirement?,
        fulfilled: fulfilled?,
        evidence: evidence?,
    })
}
