//! The relay (vidareförmedlingstjänst): puts a question to the producers that it concerns,
//! side by side, and joins their answers.
//!
//! Producers are asked for everything that fits, without pages: what the user may not read
//! is left out first, and only then can be counted, sorted and divided over the whole.

use super::app::App;
use super::call::{Failed, call};
use super::join::{Heard, join, understand};
use super::reply;
use super::request;
use super::wire::{CORRELATION, Customer, PartialRow, Party, Question, read_question};
use crate::diagnostic::Tongue;
use axum::response::Response;
use hyper::HeaderMap;
use hyper::body::Bytes;
use hyper::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderValue};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::task::JoinSet;

/// Most parties of a question to a producer.
const MAX_PARTIES: usize = 100;

/// A party to ask a producer about, and which of the question's it stands for.
pub(super) struct Asked {
    pub(super) party: Party,
    pub(super) of: usize,
}

/// What a producer was asked and what it said.
pub(super) struct Told {
    pub(super) producer: u16,
    /// Indexes into the list of what was asked for.
    pub(super) parties: Vec<usize>,
    pub(super) answer: Result<Bytes, Failed>,
}

/// Answers a question. `consumer` is the caller's index among the catalogue's consumers,
/// when it has shown who it is: it gets events of the types that it is registered for.
pub(super) async fn ask(
    app: &Arc<App>,
    headers: &HeaderMap,
    body: &Bytes,
    consumer: Option<usize>,
) -> Response {
    let tongue = request::tongue(headers);
    let question = match request::parse(body, tongue).map(|value| read_question(&value)) {
        Ok(Ok(question)) => question,
        Ok(Err(slips)) => return reply::error(400, Some(&slips.tell(tongue))),
        Err(refused) => return *refused,
    };
    let (code, text) = answer(app, headers, &question, consumer).await;
    reply::json(code, text)
}

/// Answers a question that has been understood.
async fn answer(
    app: &Arc<App>,
    headers: &HeaderMap,
    question: &Question,
    consumer: Option<usize>,
) -> (u16, String) {
    let asked = parties(app, question);
    let told = all(app, headers, question, &asked).await;
    let heard: Vec<Heard> = told
        .iter()
        .map(|told| understand(app, told, asked.len()))
        .collect();
    let may_read = |party: &Party, event_type: &str| {
        let own = party.customer.as_ref();
        own.is_some_and(|it| app.rights.may_read(&question.user, it, event_type))
            && consumer.is_none_or(|at| {
                let types = app.catalogue.consumers[at].event_types.iter();
                types
                    .clone()
                    .any(|it| crate::model::matches_prefix(event_type, &it.value))
            })
    };
    let rows = rows(
        app,
        question,
        &told,
        &heard,
        &asked,
        request::tongue(headers),
    );
    let failed = rows.iter().any(|row| row.message.is_some());
    let language = reply::language(headers);
    let text = join(
        question,
        &asked,
        &heard,
        may_read,
        language.as_deref(),
        &rows,
    );
    (if failed { 206 } else { 200 }, text)
}

/// What to ask producers about. Events don't say whose they are, so a case without a
/// customer is asked about once for each customer that the user may read about.
fn parties(app: &App, question: &Question) -> Vec<Asked> {
    let own = || {
        let own = app.rights.customers_of(&question.user);
        if own.is_empty() {
            vec![Customer::person(&question.user)]
        } else {
            own
        }
    };
    let each = question.parties.iter().enumerate().map(|(of, party)| {
        if party.customer.is_some() {
            let party = party.clone();
            return vec![Asked { party, of }];
        }
        own()
            .into_iter()
            .map(|customer| Asked {
                party: Party {
                    customer: Some(customer),
                    case: party.case.clone(),
                },
                of,
            })
            .collect()
    });
    each.flatten().collect()
}

/// Asks the producers that the question concerns, side by side. The answers come in the
/// order of the producers, whichever was first.
async fn all(
    app: &Arc<App>,
    headers: &HeaderMap,
    question: &Question,
    asked: &[Asked],
) -> Vec<Told> {
    let known: Vec<Option<BTreeSet<u16>>> = asked
        .iter()
        .map(|it| app.use_index.then(|| app.index.producers(&it.party)))
        .collect();
    let headers = headers_for_producers(headers);
    let mut calls = JoinSet::new();
    let mut concerned = 0;
    for (seat, at) in app.producers.iter().zip(0_u16..) {
        let types: Vec<&str> = question.types.iter().map(|it| &**it).collect();
        let types: Vec<&str> = types
            .into_iter()
            .filter(|it| it.split('.').next() == Some(&*seat.prefix))
            .collect();
        if types.is_empty() && !question.types.is_empty() {
            continue;
        }
        concerned += 1;
        // What a producer elsewhere has, nobody has told the index.
        let has = |it: &usize| {
            seat.elsewhere.is_some() || known[*it].as_ref().is_none_or(|them| them.contains(&at))
        };
        let about: Vec<usize> = (0..asked.len()).filter(has).collect();
        for about in about.chunks(MAX_PARTIES) {
            let parties = about.iter().map(|it| asked[*it].party.json()).collect();
            let body = question_to_producer(question, parties, &types);
            let (app, headers, parties) = (Arc::clone(app), headers.clone(), about.to_vec());
            calls.spawn(async move {
                let answer = call(&app, at, &headers, body).await;
                Told {
                    producer: at,
                    parties,
                    answer,
                }
            });
        }
    }
    app.index.tally(calls.len(), concerned);
    let mut told = calls.join_all().await;
    told.sort_by(|a, b| (a.producer, &a.parties).cmp(&(b.producer, &b.parties)));
    told
}

/// The headers that go on to producers: whose question it is, and in which language.
fn headers_for_producers(headers: &HeaderMap) -> HeaderMap {
    let mut own = HeaderMap::new();
    own.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(id) = headers.get(CORRELATION) {
        own.insert(CORRELATION, id.clone());
    }
    if let Some(language) = headers.get(ACCEPT_LANGUAGE) {
        own.insert(ACCEPT_LANGUAGE, language.clone());
    }
    own
}

fn question_to_producer(question: &Question, parties: Vec<Value>, types: &[&str]) -> Bytes {
    let mut asked = Map::new();
    asked.insert("parter".to_owned(), Value::Array(parties));
    if !types.is_empty() {
        asked.insert("kundhandelseTyper".to_owned(), types.to_vec().into());
    }
    for key in ["taggar", "startDatum", "slutDatum"] {
        if let Some(value) = question.echo.get(key) {
            asked.insert(key.to_owned(), value.clone());
        }
    }
    let whole = serde_json::json!({ "fraga": asked, "anvandare": &*question.user });
    whole.to_string().into()
}

/// A row for each producer and party of the question.
fn rows(
    app: &App,
    question: &Question,
    told: &[Told],
    heard: &[Heard],
    asked: &[Asked],
    tongue: Tongue,
) -> Vec<PartialRow> {
    let mut rows: Vec<(u16, usize, PartialRow)> = Vec::new();
    for (told, heard) in told.iter().zip(heard) {
        let of: BTreeSet<usize> = told.parties.iter().map(|it| asked[*it].of).collect();
        let failed = heard.as_ref().err();
        let (code, message) = match failed {
            None => (200, None),
            Some(failed) => (failed.code(), Some(failed.tell(tongue).to_owned())),
        };
        for of in of {
            let earlier = rows
                .iter_mut()
                .find(|it| it.0 == told.producer && it.1 == of);
            let row = PartialRow {
                producer: app.producers[usize::from(told.producer)].name.to_string(),
                part: question.parties[of].json(),
                code,
                message: message.clone(),
            };
            match earlier {
                // Asked in several calls: one that failed speaks for all.
                Some(earlier) if earlier.2.message.is_none() => earlier.2 = row,
                Some(_) => {}
                None => rows.push((told.producer, of, row)),
            }
        }
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

impl Failed {
    /// The status code of the partial question.
    fn code(self) -> u16 {
        match self {
            Self::Late => 504,
            Self::Unreached | Self::Cut | Self::Nonsense => 502,
            // Another answer than 200 that is no error is no answer either.
            Self::Status(code) if code < 400 => 502,
            Self::Status(code) => code,
        }
    }

    /// What went wrong, without inner details.
    fn tell(self, tongue: Tongue) -> &'static str {
        let (sv, en) = match self {
            Self::Late => (
                "Producenten svarade inte i tid.",
                "The producer did not answer in time.",
            ),
            Self::Unreached => (
                "Producenten gick inte att nå.",
                "The producer could not be reached.",
            ),
            Self::Cut => (
                "Producentens svar avbröts.",
                "The producer's answer was cut off.",
            ),
            Self::Nonsense => (
                "Producentens svar följer inte standarden.",
                "The producer's answer does not follow the standard.",
            ),
            Self::Status(_) => (
                "Producenten svarade med ett fel.",
                "The producer answered with an error.",
            ),
        };
        match tongue {
            Tongue::Swedish => sv,
            Tongue::English => en,
        }
    }
}
