//! Producers: each answers questions from its own event cache, and can be fed.

use super::app::App;
use super::reply::{self, Refused};
use super::request;
use super::store::{Stored, page};
use super::wire::{PartEvents, PartialRow, Party, Question, read_question, write_answer};
use crate::diagnostic::Tongue;
use axum::response::Response;
use hyper::body::Bytes;
use hyper::{HeaderMap, Method};
use serde_json::{Value, json};
use std::sync::Arc;

/// Most events that a producer can be fed with at a time.
const MAX_FEED: usize = 1000;

/// Answers a question that has been received whole.
pub(super) async fn ask(app: &App, at: u16, headers: &HeaderMap, body: &Bytes) -> Response {
    let tongue = request::tongue(headers);
    let question = match request::parse(body, tongue).map(|value| read_question(&value)) {
        Ok(Ok(question)) => question,
        Ok(Err(slips)) => return reply::error(400, Some(&slips.tell(tongue))),
        Err(refused) => return *refused,
    };
    let language = reply::language(headers);
    let answer = || answer(app, at, &question, language.as_deref());
    if let Some(fault) = &app.producers[usize::from(at)].fault
        && let Some(broken) = fault.strike(|| answer().into()).await
    {
        return broken;
    }
    reply::json(200, answer())
}

fn answer(app: &App, at: u16, question: &Question, language: Option<&str>) -> String {
    let seat = &app.producers[usize::from(at)];
    let may_read = |stored: &Stored| {
        let customer = stored.party().customer.as_ref();
        !app.authorize
            || customer
                .is_some_and(|it| app.rights.may_read(&question.user, it, stored.event_type()))
    };
    let chosen: Vec<(&Party, Vec<Arc<Stored>>)> = {
        let events = seat.events();
        let parties = question.parties.iter();
        parties
            .map(|party| (party, events.select(question, party, may_read)))
            .collect()
    };
    let parts: Vec<PartEvents> = chosen
        .iter()
        .map(|(party, events)| {
            let (total, events) = page(events, question);
            PartEvents {
                part: party.json(),
                total,
                events,
            }
        })
        .collect();
    let rows: Vec<PartialRow> = parts
        .iter()
        .map(|part| PartialRow {
            producer: seat.name.to_string(),
            part: part.part.clone(),
            code: 200,
            message: None,
        })
        .collect();
    write_answer(&parts, question.echo.clone(), language, &rows)
}

/// Answers at `…/kundhandelser`: feeding and counting.
pub(super) async fn events(
    app: &App,
    at: u16,
    method: &Method,
    headers: &HeaderMap,
    body: axum::body::Body,
) -> Response {
    let seat = &app.producers[usize::from(at)];
    match *method {
        Method::GET => reply::json(200, json!({ "antal": seat.events().len() }).to_string()),
        Method::POST => match feed(app, at, headers, body).await {
            Ok(count) => reply::json(201, json!({ "antal": count }).to_string()),
            Err(refused) => *refused,
        },
        _ => reply::wrong_method("GET, POST"),
    }
}

async fn feed(
    app: &App,
    at: u16,
    headers: &HeaderMap,
    body: axum::body::Body,
) -> Result<usize, Refused> {
    let tongue = request::tongue(headers);
    request::is_json(headers)?;
    let body = request::body(body, request::MAX_BODY).await?;
    let value = request::parse(&body, tongue)?;
    let list = value
        .as_array()
        .filter(|it| (1..=MAX_FEED).contains(&it.len()));
    let Some(list) = list else {
        let why = match tongue {
            Tongue::Swedish => "kroppen ska vara en lista med 1–1000 kundhändelser",
            Tongue::English => "the body must be a list of 1–1000 events",
        };
        return Err(reply::refused(400, Some(why)));
    };
    let events = app
        .read_events(&app.producers[usize::from(at)], list)
        .map_err(|slips| reply::refused(400, Some(&slips.tell(tongue))))?;
    app.feed(at, events).await
}

/// Answers at `…/kundhandelser/{id}`: one event, as it was fed.
pub(super) async fn event(app: &App, at: u16, id: &str, method: &Method) -> Response {
    match *method {
        Method::GET => {
            let found = app.producers[usize::from(at)]
                .events()
                .get(id)
                .map(Arc::clone);
            match found {
                Some(stored) => reply::pretty(200, &stored.fed()),
                None => reply::error(404, None),
            }
        }
        Method::DELETE => match app.forget(at, id).await {
            Ok(true) => {
                let mut response = Response::default();
                *response.status_mut() = hyper::StatusCode::NO_CONTENT;
                response
            }
            Ok(false) => reply::error(404, None),
            Err(refused) => *refused,
        },
        _ => reply::wrong_method("GET, DELETE"),
    }
}

/// The addresses of a producer, for people who look around.
pub(super) fn about(app: &App, at: u16) -> Value {
    let seat = &app.producers[usize::from(at)];
    let base = format!("/producers/{}", seat.prefix);
    json!({
        "prefix": &*seat.prefix,
        "name": &*seat.name,
        "events": seat.events().len(),
        "question": format!("{base}/{}", super::wire::OPERATION),
        "feed": format!("{base}/kundhandelser"),
        "catalogue": format!("{}producers/{}/", super::site::BASE, seat.prefix),
    })
}
