//! The connection register as JSON: who takes part in the sandbox, and where.

use super::app::App;
use super::reply;
use crate::model::{Actor, Lang, LocalText, Producer};
use axum::response::Response;
use serde_json::{Value, json};

/// Answers for a path below `/register/`.
pub(super) fn answer(app: &App, path: &str, base: &str) -> Response {
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    match parts.as_slice() {
        [""] => reply::pretty(
            200,
            &json!({ "producers": producers(app, base), "consumers": consumers(app) }),
        ),
        ["producers"] => reply::pretty(200, &Value::Array(producers(app, base))),
        ["consumers"] => reply::pretty(200, &Value::Array(consumers(app))),
        [kind @ ("producers" | "consumers"), id] => {
            let (list, key) = match *kind {
                "producers" => (producers(app, base), "prefix"),
                _ => (consumers(app), "id"),
            };
            match list.iter().find(|it| it[key] == *id) {
                Some(found) => reply::pretty(200, found),
                None => reply::error(404, None),
            }
        }
        _ => reply::error(404, None),
    }
}

fn producers(app: &App, base: &str) -> Vec<Value> {
    let seats = app.producers.iter().zip(&app.catalogue.producers);
    seats
        .map(|(seat, producer)| {
            let endpoint = match &seat.elsewhere {
                Some(url) => url.to_string(),
                None => format!(
                    "{base}/producers/{}/{}",
                    seat.prefix,
                    super::wire::OPERATION
                ),
            };
            json!({
                "prefix": &*seat.prefix,
                "name": names(app, &producer.actor.name),
                "kind": producer.actor.kind.key(),
                "organisationNumber": number(&producer.actor),
                "endpoint": endpoint,
                "runsHere": seat.elsewhere.is_none(),
                "standardVersion": super::wire::STANDARD,
                "processes": processes(app, producer),
            })
        })
        .collect()
}

fn processes<'a>(app: &'a App, producer: &'a Producer) -> Vec<&'a str> {
    let all = producer.processes().iter();
    all.map(|it| &*app.catalogue.get(it).id.value).collect()
}

fn consumers(app: &App) -> Vec<Value> {
    let all = app.catalogue.consumers.iter();
    all.map(|consumer| {
        json!({
            "id": &*consumer.id.value,
            "name": names(app, &consumer.actor.name),
            "kind": consumer.actor.kind.key(),
            "organisationNumber": number(&consumer.actor),
            "eventTypes": consumer.event_types.iter().map(|it| &*it.value).collect::<Vec<&str>>(),
        })
    })
    .collect()
}

fn names(app: &App, text: &LocalText) -> Value {
    let languages = app.catalogue.config().languages.iter();
    let named = languages
        .zip(0_u8..)
        .map(|(code, at)| (code.to_string(), Value::from(text.get(Lang(at)))));
    Value::Object(named.collect())
}

fn number(actor: &Actor) -> Option<&str> {
    actor.organisation_number.as_ref().map(|it| &*it.value)
}
