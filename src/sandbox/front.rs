//! The consumer page and the index over HTTP: what people look at, and what programs ask
//! beside the contract.

use super::app::App;
use super::page::{Answer, IndexFigures, IndexedProducer, View};
use super::relay;
use super::reply;
use super::request;
use super::wire::{CORRELATION, Party, Slips, read_party};
use crate::model::Lang;
use axum::response::Response;
use hyper::HeaderMap;
use hyper::body::Bytes;
use hyper::header::{ACCEPT_LANGUAGE, HeaderValue};
use serde_json::{Value, json};
use std::sync::Arc;

/// Answers for a page of the consumer page, or one of its files. Nothing when there is no
/// such page.
pub(super) async fn answer(app: &Arc<App>, path: &str, query: &str) -> Option<Response> {
    if let Some(file) = path.strip_prefix("/static/") {
        let (kind, bytes) = app.page.file(file)?;
        return Some(reply::with(200, kind, Bytes::from_static(bytes)));
    }
    let view = app.page.route(path, query)?;
    if let View::Index(language) = view {
        return Some(page(
            200,
            app.page.index(language, &figures(app, language.code())),
        ));
    }
    let answer = match app.page.question(&view, &app.rights) {
        None => None,
        Some(question) => Some(ask(app, view.language().code(), &question).await),
    };
    Some(page(
        200,
        app.page.render(&view, &app.rights, answer.as_ref()),
    ))
}

/// The page for an address that leads nowhere, in the language of the address.
pub(super) fn not_found(app: &App, path: &str) -> Response {
    let language = match path.starts_with("/en/") {
        true => super::page::Language::English,
        false => super::page::Language::Swedish,
    };
    page(404, app.page.not_found(language))
}

fn page(code: u16, html: String) -> Response {
    let mut response = reply::with(code, "text/html; charset=utf-8", html.into());
    let policy = hyper::header::CONTENT_SECURITY_POLICY;
    reply::set(&mut response, policy, super::page::POLICY);
    response
}

/// Puts the page's question to the relay, as any consumer would.
async fn ask(app: &Arc<App>, language: &'static str, question: &Value) -> Answer {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(language));
    headers.insert(CORRELATION, app.next_correlation());
    let body = Bytes::from(question.to_string());
    let response = relay::ask(app, &headers, &body, None).await;
    let status = response.status().as_u16();
    let body = request::body(response.into_body(), usize::MAX).await;
    let body = body
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Answer {
        status,
        body: body.unwrap_or(Value::Null),
    }
}

/// What the index has done. A producer's name is in the language with a code.
fn figures(app: &App, code: &str) -> IndexFigures {
    let config = app.catalogue.config();
    let lang = config.langs().find(|lang| config.code(*lang) == code);
    let told = app.index.told();
    let counts = app.index.by_producer();
    let producers = app.producers.iter().zip(0_u16..);
    let producers = producers
        .zip(&app.catalogue.producers)
        .map(|((seat, at), producer)| IndexedProducer {
            name: producer
                .actor
                .name
                .get(lang.unwrap_or(Lang::FIRST))
                .to_owned(),
            prefix: seat.prefix.to_string(),
            identifiers: counts.get(&at).copied().unwrap_or(0),
            elsewhere: seat.elsewhere.is_some(),
        });
    IndexFigures {
        used: app.use_index,
        identifiers: told.marks,
        questions: told.questions,
        made: told.made,
        without: told.without,
        producers: producers.collect(),
    }
}

/// What the index has done, for programs.
pub(super) fn status(app: &App) -> Response {
    let figures = figures(app, "sv");
    let producers = figures.producers.iter().map(|it| {
        json!({ "prefix": it.prefix, "identifiers": it.identifiers, "runsHere": !it.elsewhere })
    });
    reply::pretty(
        200,
        &json!({
            "used": figures.used,
            "identifiers": figures.identifiers,
            "questions": figures.questions,
            "callsMade": figures.made,
            "callsWithoutIndex": figures.without,
            "producers": producers.collect::<Vec<Value>>(),
        }),
    )
}

/// Which producers have events of each of some parties: `{"parter": […]}`, as in a question.
pub(super) fn search(app: &App, headers: &HeaderMap, body: &Bytes) -> Response {
    let tongue = request::tongue(headers);
    let value = match request::parse(body, tongue) {
        Ok(value) => value,
        Err(refused) => return *refused,
    };
    let mut slips = Slips::default();
    let parties = match &value["parter"] {
        Value::Array(list) if (1..=100).contains(&list.len()) => list.as_slice(),
        _ => {
            slips.add(
                "parter",
                crate::say!(
                    "ska vara en lista med 1–100 parter",
                    "must be a list of 1–100 parties"
                ),
            );
            &[]
        }
    };
    let parties: Vec<Option<Party>> = parties
        .iter()
        .enumerate()
        .map(|(at, party)| read_party(party, &format!("parter[{at}]"), &mut slips))
        .collect();
    if !slips.is_empty() {
        return reply::error(400, Some(&slips.tell(tongue)));
    }
    let results = parties.iter().flatten().map(|party| {
        let producers = app.index.producers(party);
        let prefixes = producers
            .iter()
            .map(|at| &*app.producers[usize::from(*at)].prefix);
        json!({ "part": party.json(), "producers": prefixes.collect::<Vec<&str>>() })
    });
    reply::pretty(200, &json!({ "results": results.collect::<Vec<Value>>() }))
}
