//! Processes that follow a template: what is adopted, and what is the producer's own.

use super::common::{TITLE, reference, standing, unique};
use super::decode::{Decoder, plain};
use super::example::example;
use super::fields::Fields;
use super::name::id;
use super::process::{PROCESS_FORM, follows, is_process_id, legal_basis};
use super::yaml::{Node, Value};
use crate::diagnostic::Message;
use crate::model::change::{Bump, by_name};
use crate::model::{Adopted, Adoption, LocalText, Override};
use crate::say;
use crate::source::Spanned;
use std::ops::Range;

/// What of a version can't be the adopter's own, with the rule about such a change;
/// without a rule it is the template that decides when.
const FIXED: &[(&str, &str)] = &[
    ("category", "category-changed"),
    ("authorizations", "authorization-added"),
    ("requiresCustomerAction", "customer-action-changed"),
    ("closesCase", "closes-case-changed"),
    ("semanticChange", "semantic-change"),
    ("version", ""),
    ("status", ""),
    ("published", ""),
    ("deprecated", ""),
    ("sunset", ""),
    ("retired", ""),
    ("replacedBy", ""),
    ("advice", ""),
    ("changes", ""),
    ("migration", ""),
];

/// The same of an attribute.
const FIXED_ATTRIBUTE: &[(&str, &str)] = &[
    ("name", "attribute-renamed"),
    ("type", "type-changed"),
    ("required", "required-tightened"),
    ("deprecated", "deprecated-set"),
    ("minLength", "bound-tightened"),
    ("maxLength", "bound-tightened"),
    ("minimum", "bound-tightened"),
    ("maximum", "bound-tightened"),
    ("minItems", "bound-tightened"),
    ("maxItems", "bound-tightened"),
    ("pattern", "pattern-changed"),
    ("values", "code-added-closed"),
    ("codelist", "codelist-repointed"),
    ("open", "code-opened"),
    ("items", "type-changed"),
    ("attributes", "type-changed"),
];

pub(super) fn adoption<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Adoption> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_process_id, PROCESS_FORM);
    let standing = standing(d, &mut fields);
    let node = fields.need("adopts");
    let adopts = node.and_then(|n| adopts(d, n));
    let title = fields.get("title").map(|n| d.title(n, TITLE));
    let description = fields.get("description").map(|n| d.markdown(n));
    let basis = fields.get("legalBasis");
    let legal_basis = basis.map(|n| legal_basis(d, Some(n)));
    let parent = fields.get("parent").and_then(|n| reference(d, n));
    let follows = follows(d, fields.get("follows"));
    let overrides = d.each(fields.get("overrides"), overriding);
    for pair in fields.take(|key| ["states", "transitions"].contains(&key)) {
        let key = &pair.key;
        d.report(
            "K0912",
            &pair.key_range,
            say!(
                "`{key}` kommer från mallen och kan inte skrivas här",
                "`{key}` comes from the template and can't be written here"
            ),
            say!(
                "ta bort `{key}`; behöver processen andra steg än mallens, beskriv den utan `adopts`",
                "remove `{key}`; if the process needs other steps than the template's, describe it without `adopts`"
            ),
        );
    }
    fields.finish(d);
    let (template, range, since) = adopts?;
    Some(Adoption {
        id: id?,
        standing: standing?,
        title: whole(title)?,
        description: whole(description)?,
        legal_basis,
        parent,
        follows,
        adopted: Adopted {
            template,
            range,
            since,
            version: u32::MAX,
            overrides,
            span: d.span(&node?.range),
        },
    })
}

/// What may be absent but not broken.
fn whole<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        Some(None) => None,
        Some(found) => Some(found),
        None => Some(None),
    }
}

type Adopts = (
    crate::model::Ref<crate::model::Template>,
    Spanned<semver::VersionReq>,
    Spanned<jiff::civil::Date>,
);

fn adopts<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Adopts> {
    let mut fields = d.map(node)?;
    let template = fields.need("template").and_then(|n| reference(d, n));
    let range = fields.need("version").and_then(|n| range(d, n));
    let since = fields.need("since").and_then(|n| d.date(n));
    fields.finish(d);
    Some((template?, range?, since?))
}

/// A range of versions: `^1.2`, `~1.2.0`, `=1.2.0`.
fn range<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<semver::VersionReq>> {
    let text = match &node.value {
        Value::Scalar { text, .. } => text.trim(),
        _ => {
            d.text(node)?;
            ""
        }
    };
    if let (Ok(range), false) = (text.parse(), text.is_empty()) {
        return Some(Spanned::new(range, d.span(&node.range)));
    }
    let _ = plain(node);
    d.report(
        "K0116",
        &node.range,
        say!(
            "`{text}` anger inga versioner",
            "`{text}` names no versions"
        ),
        say!(
            "skriv `^1.2` för 1.2.0 och senare versioner som börjar på 1, eller `~1.2` för bara rättelser av 1.2",
            "write `^1.2` for 1.2.0 and later versions that begin with 1, or `~1.2` for patches of 1.2 only"
        ),
    );
    None
}

fn overriding<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Override> {
    let mut fields = d.map(node)?;
    let event = fields.need("event").and_then(|n| d.text(n));
    let from = fields.get("from").map(|n| d.version(n));
    let title = fields.get("title").map(|n| d.title(n, TITLE));
    let description = fields.get("description").map(|n| d.markdown(n));
    let tags = d.each(fields.get("tags"), super::event_type::tag);
    unique(d, tags.iter());
    let attributes = descriptions(d, fields.get("attributes"));
    let references = descriptions(d, fields.get("references"));
    let examples = fields.get("examples").map(|n| d.every(n, example));
    refuse(d, &mut fields, FIXED, "");
    fields.finish(d);
    Some(Override {
        event: event?,
        from: whole(from)?,
        title: whole(title)?,
        description: whole(description)?,
        tags,
        attributes,
        references,
        examples: whole(examples)?.map(Into::into),
    })
}

/// Descriptions of attributes: a list of `name` and `description`.
fn descriptions<'a>(
    d: &mut Decoder<'a>,
    node: Option<&Node<'a>>,
) -> Box<[(Spanned<Box<str>>, LocalText)]> {
    let all = d.each(node, |d, node| {
        let mut fields = d.map(node)?;
        let name = fields.need("name").and_then(|n| d.text(n));
        let description = fields.need("description").and_then(|n| d.markdown(n));
        let of = name.as_ref().map_or("", |name| &**name).to_owned();
        refuse(d, &mut fields, FIXED_ATTRIBUTE, &of);
        fields.finish(d);
        Some((name?, description?))
    });
    unique(d, all.iter().map(|(name, _)| name));
    all
}

/// Reports what can't be the adopter's own, with what the policy says of it.
fn refuse<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    fixed: &[(&str, &str)],
    attribute: &str,
) {
    let is_fixed = |key: &str| fixed.iter().any(|(name, _)| *name == key);
    for pair in fields.take(is_fixed) {
        let found = fixed.iter().find(|(name, _)| *name == pair.key);
        let rule = found.map_or("", |(_, rule)| rule);
        refused(d, &pair.key_range, &pair.key, rule, attribute);
    }
}

fn refused(d: &mut Decoder<'_>, range: &Range<usize>, key: &str, rule: &str, attribute: &str) {
    let help = say!(
        "ta bort `{key}`: texter, taggar och exempel kan vara egna, resten är mallens. Behöver alla ändringen, föreslå den för mallen",
        "remove `{key}`: texts, tags and examples may be your own, the rest is the template's. If everybody needs the change, propose it for the template"
    );
    let what = match attribute {
        "" => key.to_owned(),
        name => format!("{name}#{key}"),
    };
    let message = match by_name(rule) {
        Some(rule) => {
            let (name, Message { sv, en }) = (rule.name, bump(rule.requires));
            say!(
                "`{what}` kan inte skilja sig från mallen: enligt policyn ({name}) kräver det {sv}",
                "`{what}` can't differ from the template: by the policy ({name}) that requires {en}"
            )
        }
        None => say!(
            "`{what}` bestäms av mallen",
            "`{what}` is decided by the template"
        ),
    };
    d.report("K0912", range, message, help);
}

fn bump(bump: Bump) -> Message {
    match bump {
        Bump::Major => say!("en huvudversion", "a major version"),
        Bump::Minor => say!("en mindre version", "a minor version"),
        Bump::Patch | Bump::None => say!("en ny version", "a new version"),
    }
}

/// Whether a process follows a template.
pub(super) fn is_adoption(root: &Node<'_>) -> bool {
    match &root.value {
        Value::Map(pairs) => pairs.iter().any(|pair| pair.key == "adopts"),
        _ => false,
    }
}
