//! Producers and consumers.

use super::common::unique;
use super::decode::Decoder;
use super::fields::Fields;
use super::name::{NAME_FORM, id};
use super::yaml::Node;
use crate::model::{
    Actor, ActorKind, Consumer, Environment, EnvironmentName, Producer, is_name, is_prefix,
};
use crate::say;
use crate::source::Spanned;

fn is_producer_prefix(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|b| b.is_ascii_uppercase())
}

pub(super) fn producer<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Producer> {
    let mut fields = d.map(root)?;
    let form = (
        "en producents prefix har bara bokstäverna A–Z",
        "a producer's prefix has only the letters A–Z",
    );
    let id = id(d, &mut fields, expected, is_producer_prefix, form);
    let kinds = [
        ActorKind::StateAgency,
        ActorKind::Region,
        ActorKind::Municipality,
    ];
    let actor = actor(d, &mut fields, &kinds, true);
    fields.finish(d);
    Some(Producer {
        id: id?,
        actor: actor?,
        processes: Vec::new(),
    })
}

pub(super) fn consumer<'a>(
    d: &mut Decoder<'a>,
    root: &Node<'a>,
    expected: &str,
) -> Option<Consumer> {
    let mut fields = d.map(root)?;
    let id = id(d, &mut fields, expected, is_name, NAME_FORM);
    let actor = actor(
        d,
        &mut fields,
        &[ActorKind::Public, ActorKind::Private],
        false,
    );
    let event_types = fields.need("eventTypes").map(|node| {
        let prefixes = d.each(Some(node), prefix);
        unique(d, prefixes.iter());
        prefixes
    });
    fields.finish(d);
    Some(Consumer {
        id: id?,
        actor: actor?,
        event_types: event_types?,
    })
}

fn prefix<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let prefix = d.text(node)?;
    if is_prefix(&prefix) {
        return Some(prefix);
    }
    let written = &prefix.value;
    d.report(
        "K0117",
        &node.range,
        say!(
            "`{written}` är inget id och inga hela delar av ett id",
            "`{written}` is no id and no whole parts of an id"
        ),
        say!(
            "skriv till exempel REFKOM, REFKOM.BYGGLOV eller REFKOM.BYGGLOV.BESLUT",
            "write REFKOM, REFKOM.BYGGLOV or REFKOM.BYGGLOV.BESLUT, for instance"
        ),
    );
    None
}

/// What producers and consumers have in common; `serves` tells whether its
/// environments have endpoints.
fn actor<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    kinds: &[ActorKind],
    serves: bool,
) -> Option<Actor> {
    let name = fields.need("name").and_then(|n| d.title(n, 120));
    let kind = fields.need("kind").and_then(|n| {
        let words: Vec<_> = kinds.iter().map(|kind| (kind.key(), *kind)).collect();
        d.choice(n, &words)
    });
    let real = fields.need("real").and_then(|n| d.boolean(n));
    let description = fields.need("description").and_then(|n| d.markdown(n));
    let website = fields.get("website").and_then(|n| web_address(d, n));
    let contact = fields.need("contact").and_then(|node| {
        let mut contact = d.map(node)?;
        let function = contact.need("function").and_then(|n| d.title(n, 120));
        let email = contact.need("email").and_then(|n| email(d, n));
        contact.finish(d);
        Some((function?, email?))
    });
    let connected = fields
        .get("connected")
        .and_then(|n| d.date(n))
        .map(|date| date.value);
    let environments = d.each(fields.get("environments"), |d, n| environment(d, n, serves));
    let (contact_function, contact_email) = contact?;
    Some(Actor {
        name: name?,
        kind: kind?,
        real: real?,
        description: description?,
        website,
        contact_function,
        contact_email,
        connected,
        environments,
    })
}

fn environment<'a>(d: &mut Decoder<'a>, node: &Node<'a>, serves: bool) -> Option<Environment> {
    let mut fields = d.map(node)?;
    let name = fields.need("name").and_then(|n| {
        let names = [EnvironmentName::Test, EnvironmentName::Production];
        d.choice(n, &names.map(|name| (name.key(), name)))
    });
    let endpoint = if serves {
        fields.need("endpoint").and_then(|n| {
            let span = d.span(&n.range);
            web_address(d, n).map(|text| Spanned::new(text, span))
        })
    } else {
        None
    };
    let standard_version = fields.need("standardVersion").and_then(|n| d.text(n));
    let since = fields.need("since").and_then(|n| d.date(n));
    fields.finish(d);
    Some(Environment {
        name: name?,
        endpoint,
        standard_version: standard_version?.value,
        since: since?.value,
    })
}

/// An address on the web.
pub(super) fn web_address<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Box<str>> {
    let text = d.text(node)?;
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    if host.is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
        && !text.contains([' ', '"', '<'])
    {
        return Some(text.value);
    }
    d.report(
        "K0120",
        &node.range,
        say!("adressen går inte att använda", "the address can't be used"),
        say!(
            "skriv hela adressen, som https://www.example.se/",
            "write the whole address, such as https://www.example.se/"
        ),
    );
    None
}

/// An e-mail address.
pub(super) fn email<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Box<str>> {
    let text = d.text(node)?;
    let parts = text.split_once('@');
    if parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && !text.contains([' ', '<', '"', '?'])
    {
        return Some(text.value);
    }
    d.report(
        "K0120",
        &node.range,
        say!(
            "e-postadressen går inte att använda",
            "the e-mail address can't be used"
        ),
        say!(
            "skriv hela adressen, som funktion@example.se",
            "write the whole address, such as function@example.se"
        ),
    );
    None
}
