//! The connection register: every actor with its environments and by what right it is
//! connected, and the requirements on private consumers.

use super::json::Json;
use super::{REGISTER, entity_path};
use crate::model::{Actor, ActorKind, Consumer, Section};
use crate::render::Kind;
use crate::render::context::Cx;
use crate::render::pages::actor::standing_key;
use crate::render::pages::{register, requirements};

pub(in crate::render) static KIND: Kind = Kind {
    plan: |_| vec![(0, 0)],
    per_language: false,
    path: |_, _, _| REGISTER.to_owned(),
    render: |cx, _, _, out| {
        let catalogue = cx.catalogue;
        Json::document(cx, out, |json| {
            json.text("page", &cx.absolute(&cx.url(&register::address())));
            let producers = catalogue.producers.iter();
            let producers = producers.map(|it| (&*it.id.value, &it.actor, None));
            let consumers = catalogue.consumers.iter();
            let consumers = consumers.map(|it| (&*it.id.value, &it.actor, Some(it)));
            json.list(
                "actors",
                producers.chain(consumers),
                |json, (id, it, consumer)| {
                    json.object_item(|json| entry(cx, id, it, consumer, json));
                },
            );
            let page = cx.absolute(&cx.url(&requirements::address()));
            json.list("requirements", &catalogue.requirements, |json, it| {
                json.object_item(|json| {
                    json.text("id", &it.id);
                    json.text("page", &format!("{page}#{}", it.id.value));
                    json.text("kind", it.kind.key());
                    json.plain("order", it.order);
                    json.local("title", &it.title);
                    json.local("description", &it.description);
                    json.local("evidence", &it.evidence);
                });
            });
        });
        Ok(())
    },
};

fn entry(cx: &Cx<'_>, id: &str, it: &Actor, consumer: Option<&Consumer>, json: &mut Json<'_, '_>) {
    let (role, section) = match consumer {
        Some(_) => ("consumer", Section::Consumers),
        None => ("producer", Section::Producers),
    };
    json.text("id", id);
    json.text("role", role);
    json.text("json", &cx.file_url(&entity_path(section, id)));
    json.local("name", &it.name);
    json.text("kind", it.kind.key());
    json.plain("real", it.real);
    connection(it, json);
    match consumer {
        Some(consumer) => {
            let prefixes = consumer.event_types.iter();
            json.texts("eventTypes", prefixes.map(|prefix| &*prefix.value));
            fulfilments(consumer, json);
        }
        None => json.texts("eventTypes", [id]),
    }
}

/// What producers and consumers have in common.
pub(super) fn actor(it: &Actor, json: &mut Json<'_, '_>) {
    json.local("name", &it.name);
    json.text("kind", it.kind.key());
    json.plain("real", it.real);
    json.local("description", &it.description);
    json.some_text("website", it.website.as_deref());
    json.object("contact", |json| {
        json.local("function", &it.contact_function);
        json.text("email", &it.contact_email);
    });
    connection(it, json);
}

/// Where an actor is connected, and by what right.
fn connection(it: &Actor, json: &mut Json<'_, '_>) {
    let number = it.organisation_number.as_ref();
    json.some_text("organisationNumber", number.map(|it| &it.value));
    json.text("standing", standing_key(it));
    json.some_text("connected", it.connected());
    json.some_text("disconnected", it.disconnected());
    json.list("environments", &it.environments, |json, environment| {
        json.object_item(|json| {
            json.text("name", environment.name.value.key());
            json.text("status", environment.status.key());
            let endpoint = environment.endpoint.as_ref();
            json.some_text("endpoint", endpoint.map(|endpoint| &endpoint.value));
            json.text("standardVersion", &environment.standard_version.value);
            json.text("since", &environment.since.value.to_string());
            let closed = environment.closed.as_ref();
            json.some_text("closed", closed.map(|day| day.value));
        });
    });
    if let Some(agreement) = &it.agreement {
        json.object("agreement", |json| {
            json.text("template", &agreement.template.value);
            json.text("version", &agreement.version.value.to_string());
            json.text("signed", &agreement.signed.value.to_string());
        });
    }
    if let Some(conformance) = &it.conformance {
        json.object("conformance", |json| {
            json.text("passed", &conformance.passed.value.to_string());
            json.text("standardVersion", &conformance.standard_version.value);
        });
    }
}

/// The requirements that a private consumer fulfils.
pub(super) fn fulfilments(it: &Consumer, json: &mut Json<'_, '_>) {
    if it.actor.kind != ActorKind::Private {
        return;
    }
    json.list("requirements", &it.requirements, |json, own| {
        json.object_item(|json| {
            json.text("requirement", &own.requirement.name);
            json.text("fulfilled", &own.fulfilled.value.to_string());
            json.local("evidence", &own.evidence);
        });
    });
}
