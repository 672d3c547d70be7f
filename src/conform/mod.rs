//! The conformance test: asks somebody's producer service over HTTP what the standard
//! demands that it can answer, and tells what it does otherwise.
//!
//! A case ([`Case`]) is one demand with its code, its words, its place in the connection
//! guide, and a function that tries it. What to ask about is taken from the first answer,
//! about everything of a test customer. Answers are held against the schemas of the
//! service description and, when there is a catalogue ([`Known`]), against its event types.

mod answer;
mod case;
mod cases;
mod guide;
mod http;
mod known;
mod mask;
mod order;
mod question;
mod report;
mod schemas;
mod swedish;
mod tester;

pub use case::{Case, Group, Level};
pub use cases::GROUPS;
pub use guide::Place;
pub use known::{Known, KnownVersion};
pub use report::{Outcome, REPORT_SCHEMA, Report, Shown, Tried};
pub use schemas::STANDARD;

use crate::diagnostic::Message;
use crate::say;
use answer::kind;
use case::Not;
use http::{Http, Trouble};
use reqwest::Url;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tester::Tester;

/// The last part of the operation's address.
const OPERATION: &str = "kundhandelseFragaSynkron";

/// After this many calls in a row without an answer the rest isn't tried: each of them
/// would only wait as long.
const SILENT: usize = 3;

/// Whom to ask, and about whom.
pub struct Options {
    /// The address: the operation's own, or what stands before it.
    pub address: String,
    /// The test customer.
    pub customer: Customer,
    /// The user who asks: 12 digits.
    pub user: String,
    /// A customer of whom the producer has nothing: 12 digits.
    pub unknown: String,
    /// The access token.
    pub token: Option<String>,
    /// A case of the customer's: its kind and its reference.
    pub case: Option<(String, String)>,
    /// The producer's prefix.
    pub prefix: Option<String>,
    /// Where the catalogue's site is published in each language, for links to the guide.
    pub guide: Option<Message>,
    /// How long an answer may take.
    pub time_limit: Duration,
}

/// A test customer.
pub struct Customer {
    /// Its number: 12 digits.
    pub number: String,
    /// What kind of number it is, in the standard's word.
    pub kind: String,
    /// What tells a sole trader's business apart.
    pub supplement: Option<String>,
}

/// Tries all cases. `progress` is told how many are done, of how many, and the next one.
///
/// # Errors
/// When the address is none, nobody answers there, or the service wants a token.
pub fn run(
    options: &Options,
    known: Option<&dyn Known>,
    progress: &mut dyn FnMut(usize, usize, &str),
) -> Result<Report, Message> {
    let operation = operation(&options.address)?;
    let http = Http::new(&operation, options.time_limit)?;
    let (started, clock) = (jiff::Timestamp::now(), Instant::now());
    let mut tester = Tester::new(options, known, operation.clone(), http);
    reach(&mut tester)?;
    let all = GROUPS.iter().map(|group| group.cases.len()).sum();
    let mut tried = Vec::with_capacity(all);
    for group in GROUPS {
        for case in group.cases {
            progress(tried.len(), all, case.code);
            tester.begin(case.code);
            let clock = Instant::now();
            let judged = match tester.silent < SILENT {
                true => (case.how)(&mut tester),
                false => Err(Not::Tried(say!(
                    "tjänsten slutade svara, så testet avbröts: starta om den och se vad som stoppade den",
                    "the service stopped answering, so the test was broken off: restart it and see what stopped it"
                ))),
            };
            tried.push(Tried::new(group, case, judged, clock.elapsed()));
        }
    }
    Ok(Report {
        started,
        took: clock.elapsed(),
        address: operation.to_string(),
        customer: mask::masked(&options.customer.number),
        kind: options.customer.kind.clone(),
        prefix: tester.prefix.clone(),
        with_catalogue: known.is_some(),
        calls: tester.calls,
        guide: options.guide.clone(),
        tried,
    })
}

/// The operation's address.
fn operation(address: &str) -> Result<Url, Message> {
    let no_address = || {
        say!(
            "`{address}` är ingen adress till en tjänst\n  skriv en hel adress, som https://test.referenskommunen.example/kundhandelser/v1",
            "`{address}` is no address of a service\n  write a whole address, such as https://test.referenskommunen.example/kundhandelser/v1"
        )
    };
    let mut url: Url = address.parse().map_err(|_| no_address())?;
    if !["http", "https"].contains(&url.scheme()) || url.host_str().is_none_or(str::is_empty) {
        return Err(no_address());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(say!(
            "adressen innehåller inloggningsuppgifter, som inte hör hemma där\n  ange en åtkomsttoken med --token-file",
            "the address holds credentials, which don't belong there\n  give an access token with --token-file"
        ));
    }
    url.set_query(None);
    url.set_fragment(None);
    let path = url.path().trim_end_matches('/').to_owned();
    if path.rsplit('/').next() != Some(OPERATION) {
        url.set_path(&format!("{path}/{OPERATION}"));
    }
    Ok(url)
}

/// Asks once to see that somebody is there, and learns the producer's prefix.
fn reach(tester: &mut Tester<'_>) -> Result<(), Message> {
    let address = tester.operation.to_string();
    tester.begin("C020");
    let question = tester.question();
    let sent = tester.call(&question);
    let exchange = tester.send(sent);
    let status = match &exchange.came {
        Err(trouble @ Trouble::NoConnection(_)) => {
            let Message { sv, en } = trouble.told();
            return Err(say!(
                "tjänsten på {address} går inte att nå: {sv}\n  kontrollera adressen och att tjänsten är igång",
                "the service at {address} can't be reached: {en}\n  check the address, and that the service is running"
            ));
        }
        Err(_) => return Ok(()),
        Ok(came) => came.status,
    };
    match status {
        401 | 403 if tester.options.token.is_none() => Err(say!(
            "tjänsten på {address} kräver en åtkomsttoken (statuskod {status})\n  ange en fil med en token med --token-file FIL",
            "the service at {address} requires an access token (status code {status})\n  name a file with a token with --token-file FILE"
        )),
        401 | 403 => Err(say!(
            "tjänsten på {address} godtar inte åtkomsttoken (statuskod {status})\n  hämta en ny och lägg den i filen som --token-file anger",
            "the service at {address} doesn't accept the access token (status code {status})\n  fetch a new one and put it in the file that --token-file names"
        )),
        404 => Err(say!(
            "tjänsten på {address} svarar 404 på en riktig fråga\n  kontrollera adressen; är den rätt ska en kund utan kundhändelser ge 200 med en tom lista, aldrig 404",
            "the service at {address} answers 404 to a right question\n  check the address; if it is right, a customer without events must give 200 with an empty list, never 404"
        )),
        _ => {
            let body = exchange.came.as_ref().map_or(&[][..], |came| &came.body);
            learn_prefix(tester, body);
            Ok(())
        }
    }
}

/// The prefix: the one that was named, that of the producer with this endpoint, or the
/// one that most events have.
fn learn_prefix(tester: &mut Tester<'_>, body: &[u8]) {
    if tester.prefix.is_some() {
        return;
    }
    let base = tester.operation.as_str().trim_end_matches(OPERATION);
    let registered = tester.known.and_then(|known| known.producer_at(base));
    let json: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    let events = json["kundhandelser"][0]["kundhandelserForPart"].as_array();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events.into_iter().flatten() {
        let prefix = kind(event).split('.').next().unwrap_or("");
        *counts.entry(prefix).or_default() += 1;
    }
    let most = counts.into_iter().filter(|(name, _)| !name.is_empty());
    let most = most.max_by_key(|(_, count)| *count);
    tester.prefix = registered.or_else(|| most.map(|(name, _)| name.to_owned()));
}
