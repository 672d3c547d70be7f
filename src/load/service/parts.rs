//! Small parts: contact, licence, servers, tags, security.

use super::reader::{Reader, Words};
use crate::load::yaml::Node;
use crate::model::service::{ApiTag, Contact, ExternalDocs, License, Named, Server, Variable};
use crate::source::Spanned;

pub(super) fn contact<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Contact> {
    let mut fields = r.d.map(node)?;
    let name = fields.get("name").and_then(|n| r.d.text(n));
    let url = fields.get("url").and_then(|n| r.d.text(n));
    let email = fields
        .get("email")
        .and_then(|n| crate::load::actor::email(r.d, n));
    r.finish(fields);
    Some(Contact {
        name: name.map(|it| it.value),
        url: url.map(|it| it.value),
        email,
    })
}

pub(super) fn license<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<License> {
    let mut fields = r.d.map(node)?;
    let name = fields.need("name").and_then(|n| r.d.text(n));
    let url = fields.get("url").and_then(|n| r.d.text(n));
    if let Some(node) = fields.get("identifier") {
        r.d.text(node);
    }
    r.finish(fields);
    Some(License {
        name: name?.value,
        url: url.map(|it| it.value),
    })
}

pub(super) fn external_docs<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<ExternalDocs> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
    let url = fields.need("url").and_then(|n| r.d.text(n));
    r.finish(fields);
    Some(ExternalDocs {
        url: url?.value,
        texts,
    })
}

pub(super) fn servers<'a>(r: &mut Reader<'_, 'a>, node: Option<&Node<'a>>) -> Box<[Server]> {
    let items = node.map_or(&[][..], |node| r.d.list(node));
    items.iter().filter_map(|node| server(r, node)).collect()
}

fn server<'a>(r: &mut Reader<'_, 'a>, node: &Node<'a>) -> Option<Server> {
    let mut fields = r.d.map(node)?;
    let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
    let url = fields.need("url").and_then(|n| r.d.text(n));
    let mut variables = Vec::new();
    for pair in fields.get("variables").map_or(&[][..], |n| r.names(n)) {
        let Some(mut fields) = r.d.map(&pair.value) else {
            continue;
        };
        let texts = r.texts(&mut fields, Words::DESCRIPTION, &pair.value);
        let default = fields.need("default").and_then(|n| r.d.text(n));
        let values = r.d.each(fields.get("enum"), |d, n| d.text(n));
        r.finish(fields);
        let span = r.d.span(&pair.key_range);
        let name = Spanned::new(pair.key.as_ref().into(), span);
        let variable = default.map(|it| Variable {
            default: it.value,
            values,
            texts,
        });
        variables.extend(variable.map(|value| Named { name, value }));
    }
    r.finish(fields);
    Some(Server {
        url: url?,
        texts,
        variables: variables.into(),
    })
}

pub(super) fn tags<'a>(r: &mut Reader<'_, 'a>, node: Option<&Node<'a>>) -> Box<[ApiTag]> {
    let items = node.map_or(&[][..], |node| r.d.list(node));
    let tag = |node| {
        let mut fields = r.d.map(node)?;
        let texts = r.texts(&mut fields, Words::DESCRIPTION, node);
        let name = fields.need("name").and_then(|n| r.d.text(n));
        if let Some(node) = fields.get("externalDocs") {
            external_docs(r, node);
        }
        r.finish(fields);
        Some(ApiTag { name: name?, texts })
    };
    items.iter().filter_map(tag).collect()
}

/// The names of the security schemes of which one is needed. Those that are needed
/// together are told of one by one, as they stand.
pub(super) fn security<'a>(
    r: &mut Reader<'_, 'a>,
    node: Option<&Node<'a>>,
) -> Option<Box<[Spanned<Box<str>>]>> {
    let mut found: Vec<Spanned<Box<str>>> = Vec::new();
    for item in r.d.list(node?) {
        for pair in r.names(item) {
            r.d.each(Some(&pair.value), |d, n| d.text(n));
            let span = r.d.span(&pair.key_range);
            found.push(Spanned::new(pair.key.as_ref().into(), span));
        }
    }
    Some(found.into())
}
