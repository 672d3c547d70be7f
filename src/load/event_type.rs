//! Event types with all their versions.

use super::attribute::attributes;
use super::common::{TITLE, reference, unique};
use super::decode::Decoder;
use super::example::example;
use super::fields::Fields;
use super::name::{id, meant};
use super::yaml::{Node, Value};
use crate::model::{EventType, Ref, Status, Truth, Version, is_event_type_id, slug};
use crate::say;
use crate::source::Spanned;
use jiff::civil::Date;

pub(super) fn event_type<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<EventType> {
    let mut fields = d.map(root)?;
    let form = (
        "skriv PRODUCENT.PROCESS.HÄNDELSE med bara A–Z, 0–9 och _ (inte å, ä, ö), högst 200 tecken",
        "write PRODUCER.PROCESS.EVENT with only A–Z, 0–9 and _ (not å, ä, ö), at most 200 characters",
    );
    let id = id(d, &mut fields, expected, is_event_type_id, form);
    let versions = versions(d, &mut fields);
    fields.finish(d);
    let (id, versions) = (id?, versions?);
    let process = id.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    let process = Ref::new(process.into(), id.span);
    Some(EventType {
        id,
        process,
        versions,
        adopted: None,
    })
}

/// The versions of an event type: all of them, and at least one.
pub(super) fn versions<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
) -> Option<Box<[Version]>> {
    let node = fields.need("versions");
    // Half the versions would be worse than none: what is missing would be
    // taken for removed.
    let versions = node.and_then(|n| d.every(n, version));
    if let Some(node) = node
        && matches!(&node.value, Value::List(items) if items.is_empty())
    {
        d.report(
            "K0120",
            &node.range,
            say!(
                "händelsetypen har ingen version",
                "the event type has no version"
            ),
            say!(
                "skriv minst en version, till exempel 1.0.0 med status draft",
                "write at least one version, such as 1.0.0 with the status draft"
            ),
        );
    }
    versions.filter(|versions| !versions.is_empty())
}

fn version<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Version> {
    let mut fields = d.map(node)?;
    let number = fields.need("version").and_then(|n| d.version(n));
    let status_node = fields.need("status");
    let status = status_node.and_then(|n| {
        let all = [
            Status::Draft,
            Status::Published,
            Status::Deprecated,
            Status::Retired,
        ];
        d.choice(n, &all.map(|status| (status.key(), status)))
    });
    let published = optional_date(d, fields.get("published"));
    let deprecated = optional_date(d, fields.get("deprecated"));
    let sunset = optional_date(d, fields.get("sunset"));
    let retired = optional_date(d, fields.get("retired"));
    let replaced_by = fields.get("replacedBy").and_then(|n| reference(d, n));
    let advice = fields.get("advice").and_then(|n| d.markdown(n));
    let changes = fields.get("changes").and_then(|n| d.markdown(n));
    let migration = fields.get("migration").and_then(|n| d.markdown(n));
    let semantic_change = fields.get("semanticChange").and_then(|n| {
        let word = d.choice(n, &[("major", "major"), ("minor", "minor")])?;
        Some(Spanned::new(word.into(), d.span(&n.range)))
    });
    let title = fields.need("title").and_then(|n| d.title(n, TITLE));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let category = fields.need("category").and_then(|n| reference(d, n));
    let authorizations_node = fields.need("authorizations");
    let mut named = Vec::new();
    let authorizations = d.each(authorizations_node, |d, n| {
        let name = d.text(n)?;
        named.push(name.clone());
        Some(Ref::new(name.value, name.span))
    });
    unique(d, named.iter());
    if let Some(node) = authorizations_node
        && matches!(&node.value, Value::List(items) if items.is_empty())
    {
        d.report(
            "K0120",
            &node.range,
            say!("ingen får läsa händelsen", "nobody may read the event"),
            say!(
                "namnge minst en behörighetsobjektstyp, som SELF",
                "name at least one authorization object type, such as SELF"
            ),
        );
    }
    let truth = [Truth::True, Truth::False, Truth::Varies].map(|truth| (truth.key(), truth));
    let requires_customer_action = fields
        .need("requiresCustomerAction")
        .and_then(|n| d.choice(n, &truth));
    let closes_case = fields.need("closesCase").and_then(|n| d.choice(n, &truth));
    let tags = d.each(fields.get("tags"), tag);
    unique(d, tags.iter());
    let attributes_node = fields.get("attributes");
    let attributes = attributes(d, attributes_node);
    let references_node = fields.get("references");
    let references = super::attribute::attributes(d, references_node);
    let examples_node = fields.need("examples");
    let examples = d.each(examples_node, example);
    if let Some(node) = examples_node
        && matches!(&node.value, Value::List(items) if items.is_empty())
    {
        d.report(
            "K0120",
            &node.range,
            say!("exempel saknas", "there is no example"),
            super::fields::an_example(),
        );
    }
    // The rules hold a version's parts against each other: one that lacks a part
    // which its author wrote would break them all.
    let whole = fields.finish(d);
    let number = number.filter(|_| whole);
    Some(Version {
        number: number?,
        status: status?,
        status_span: d.span(&status_node?.range),
        published: published?,
        deprecated: deprecated?,
        sunset: sunset?,
        retired: retired?,
        replaced_by,
        advice,
        changes,
        migration,
        semantic_change,
        title: title?,
        description: description?,
        category: category?,
        authorizations: authorizations.into(),
        requires_customer_action: requires_customer_action?,
        closes_case: closes_case?,
        tags: tags.into(),
        attributes: attributes?.into(),
        references: references?.into(),
        examples,
        languages: d.languages.clone(),
        span: d.span(&node.range),
    })
}

/// A date that may be absent, but not broken.
fn optional_date<'a>(
    d: &mut Decoder<'a>,
    node: Option<&Node<'a>>,
) -> Option<Option<Spanned<Date>>> {
    node.map_or(Some(None), |node| d.date(node).map(Some))
}

pub(super) fn tag<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let tag = d.text(node)?;
    if is_tag(&tag) {
        return Some(tag);
    }
    let written = &tag.value;
    d.report(
        "K0117",
        &node.range,
        say!(
            "`{written}` kan inte vara en tagg",
            "`{written}` can't be a tag"
        ),
        meant(
            &[slug(written)],
            is_tag,
            (
                "använd bara a–z, 0–9 och bindestreck (inte å, ä, ö)",
                "use only a–z, 0–9 and hyphens (not å, ä, ö)",
            ),
        ),
    );
    None
}

fn is_tag(tag: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !tag.is_empty() && tag.bytes().all(allowed)
}
