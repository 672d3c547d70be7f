//! Producers and consumers.

use super::common::unique;
use super::decode::Decoder;
use super::fields::Fields;
use super::name::{NAME_FORM, id};
use super::register::{agreement, conformance, fulfilments, organisation_number};
use super::yaml::Node;
use crate::model::{
    Actor, ActorKind, Consumer, Environment, EnvironmentName, EnvironmentStatus, Producer, is_name,
    is_prefix,
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
    let actor = actor(d, &mut fields, &ActorKind::ALL, false);
    let event_types = fields.need("eventTypes").map(|node| {
        let prefixes = d.each(Some(node), prefix);
        unique(d, prefixes.iter());
        prefixes
    });
    let private = actor.as_ref().map(|it| it.kind == ActorKind::Private);
    let requirements = fulfilments(d, &mut fields, private);
    fields.finish(d);
    Some(Consumer {
        id: id?,
        actor: actor?,
        event_types: event_types?,
        requirements: requirements?,
    })
}

/// An id of a producer, a process or an event type.
pub(super) fn prefix<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
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
    let number = match fields.get("organisationNumber") {
        Some(node) => organisation_number(d, node).map(Some),
        None => Some(None),
    };
    // What is broken may be what a rule would miss.
    let environments = match fields.get("environments") {
        Some(node) => d.every(node, |d, n| environment(d, n, serves)),
        None => Some(Box::default()),
    };
    let agreement = match fields.get("agreement") {
        Some(node) => agreement(d, node).map(Some),
        None => Some(None),
    };
    let conformance = match fields.get("conformance") {
        Some(node) => conformance(d, node).map(Some),
        None => Some(None),
    };
    let (contact_function, contact_email) = contact?;
    Some(Actor {
        name: name?,
        kind: kind?,
        real: real?,
        description: description?,
        website,
        contact_function,
        contact_email,
        organisation_number: number?,
        environments: environments?,
        agreement: agreement?,
        conformance: conformance?,
    })
}

fn environment<'a>(d: &mut Decoder<'a>, node: &Node<'a>, serves: bool) -> Option<Environment> {
    let mut fields = d.map(node)?;
    let name = fields.need("name").and_then(|n| {
        let names = [EnvironmentName::Test, EnvironmentName::Production];
        let name = d.choice(n, &names.map(|name| (name.key(), name)))?;
        Some(Spanned::new(name, d.span(&n.range)))
    });
    let status = match fields.get("status") {
        Some(node) => {
            use EnvironmentStatus::{Closed, Open, Planned};
            d.choice(node, &[Planned, Open, Closed].map(|it| (it.key(), it)))
        }
        None => Some(EnvironmentStatus::Open),
    };
    let endpoint = if serves {
        fields.need("endpoint").and_then(|n| {
            let span = d.span(&n.range);
            web_address(d, n).map(|text| Spanned::new(text, span))
        })
    } else {
        if fields.get_named("endpoint").is_some() {
            d.report(
                "K0110",
                &fields.key_range("endpoint"),
                say!(
                    "nyckeln `endpoint` finns inte här",
                    "the key `endpoint` is unknown here"
                ),
                say!(
                    "ta bort `endpoint: …`: en konsument ställer frågor, och får inga",
                    "remove `endpoint: …`: a consumer asks questions, and gets none"
                ),
            );
        }
        None
    };
    let standard_version = fields.need("standardVersion").and_then(|n| d.text(n));
    let since = fields.need("since").and_then(|n| d.date(n));
    let is_closed = status == Some(EnvironmentStatus::Closed);
    let closed = match (is_closed, fields.get("closed")) {
        (_, Some(node)) => d.date(node).map(Some),
        (false, None) => Some(None),
        (true, None) => {
            fields.report_missing(d, "closed");
            None
        }
    };
    if let (Some(status), Some(Some(day))) = (status, &closed)
        && !is_closed
    {
        let status = status.key();
        d.report(
            "K0120",
            &day.span.range(),
            say!(
                "datumet `closed` finns, men status är {status}",
                "the date `closed` is given, but the status is {status}"
            ),
            say!(
                "skriv `status: closed`, eller ta bort datumet",
                "write `status: closed`, or remove the date"
            ),
        );
        return None;
    }
    fields.finish(d);
    Some(Environment {
        name: name?,
        status: status?,
        endpoint,
        standard_version: standard_version?,
        since: since?,
        closed: closed?,
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
