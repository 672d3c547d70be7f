//! Error answers, all of those that the other cases gave rise to.

use crate::conform::case::{Case, Group, Judged, Not};
use crate::conform::guide::STATUS;
use crate::conform::http::Came;
use crate::conform::mask::tells;
use crate::conform::tester::{Refusal, Tester};
use crate::diagnostic::Message;
use crate::say;
use serde_json::Value;

/// What an error answer doesn't hold, in small letters: signs of stack traces, database
/// questions, paths and the names of servers within.
const INNER: &[&str] = &[
    "exception",
    "stack trace",
    "stacktrace",
    "traceback (",
    "panicked at",
    "nullpointer",
    "\tat ",
    "\n    at ",
    ".java:",
    ".kt:",
    ".cs:line",
    ".py\"",
    ".rs:",
    ".js:",
    ".go:",
    "org.springframework",
    "java.lang",
    "system.argument",
    "node_modules",
    "sqlstate",
    "ora-0",
    "select * ",
    " from dbo.",
    "syntax error at or near",
    "jdbc:",
    "postgres://",
    "/home/",
    "/usr/",
    "/var/",
    "/opt/",
    "c:\\",
    "\\users\\",
    "localhost:",
    "127.0.0.1",
    ".internal",
    ".svc.cluster",
];

pub(super) const GROUP: Group = Group {
    key: "errors",
    sv: "Felsvar",
    en: "Error answers",
    cases: CASES,
};

#[rustfmt::skip]
static CASES: &[Case] = &[
    Case::demand("C220",
        "Ett felsvar är ett JSON-objekt med texten message.",
        "An error answer is a JSON object with the text message.",
        STATUS, |t| each(t, |_, came| {
            let is_told = message(came).is_some_and(|it| !it.trim().is_empty());
            (!is_told).then(|| match body(came) {
                Some(_) => say!("kroppen har ingen text message", "the body has no text message"),
                None => say!("kroppen är inte JSON", "the body isn't JSON"),
            })
        })),
    Case::demand("C221",
        "Ett felsvar har message och inget annat fält.",
        "An error answer has message and no other field.",
        STATUS, |t| each(t, |_, came| {
            // What has no message at all is a fault of another case.
            message(came)?;
            let body = body(came)?;
            let other = body.as_object()?.keys().find(|name| *name != "message")?;
            Some(say!("felsvaret har också {other}", "the error answer also has {other}"))
        })),
    Case::demand("C222",
        "Ett felsvar har HTTP-rubriken Content-Type med värdet application/json.",
        "An error answer has the header Content-Type with the value application/json.",
        STATUS, |t| each(t, |_, came| {
            let kind = came.header("content-type").unwrap_or("–");
            (!came.is_json()).then(|| say!("Content-Type är `{kind}`", "Content-Type is `{kind}`"))
        })),
    Case::demand("C223",
        "Vid 400 namnger meddelandet fältet som är fel.",
        "With 400 the message names the field that is wrong.",
        STATUS, |t| each(t, |refusal, came| {
            if refusal.fields.is_empty() || came.status != 400 {
                return None;
            }
            let message = message(came)?;
            let named = refusal.fields.iter().any(|name| message.contains(name));
            let fields = refusal.fields.join(", ");
            (!named).then(|| say!(
                "meddelandet är ”{message}” och namnger inte {fields}",
                "the message is “{message}” and doesn't name {fields}"
            ))
        })),
    Case::demand("C224",
        "Ett felsvar avslöjar inga inre detaljer: stackspår, databasfrågor, servernamn eller sökvägar.",
        "An error answer reveals no inner details: stack traces, database queries, server names or paths.",
        STATUS, |t| each(t, |_, came| {
            let text = String::from_utf8_lossy(&came.body).replace("\\n", "\n").replace("\\t", "\t");
            let text = text.replace("\\\"", "\"").to_lowercase();
            let found = INNER.iter().find(|it| text.contains(**it))?.trim();
            Some(say!("svaret innehåller ”{found}”", "the answer holds “{found}”"))
        })),
    Case::demand("C225",
        "Ett felsvar upprepar inga personnummer, inte heller felaktiga.",
        "An error answer repeats no personal identity numbers, not even wrong ones.",
        STATUS, |t| {
            let options = t.options;
            let numbers = [&options.customer.number, &options.user, &options.unknown];
            each(t, |_, came| {
                let text = String::from_utf8_lossy(&came.body);
                numbers.iter().any(|number| tells(&text, number)).then(|| say!(
                    "svaret upprepar ett nummer ur frågan",
                    "the answer repeats a number of the question's"
                ))
            })
        }),
];

/// Demands something of each error answer: what is wrong with it, if anything. The first
/// that is wrong is told of, and how many there are.
fn each(t: &mut Tester<'_>, mut wrong: impl FnMut(&Refusal, &Came) -> Option<Message>) -> Judged {
    if t.refusals.is_empty() {
        return Err(Not::Tried(say!(
            "tjänsten avvisade inget anrop, så det finns inga felsvar att pröva",
            "the service refused no call, so there are no error answers to examine"
        )));
    }
    let mut first: Option<(Message, usize)> = None;
    let mut codes: Vec<&str> = Vec::new();
    for (at, refusal) in t.refusals.iter().enumerate() {
        let Ok(came) = &refusal.exchange.came else {
            continue;
        };
        if let Some(what) = wrong(refusal, came) {
            codes.push(refusal.exchange.code);
            first.get_or_insert((what, at));
        }
    }
    let Some((Message { sv, en }, at)) = first else {
        return Ok(());
    };
    codes.dedup();
    let (count, all, codes) = (codes.len(), t.refusals.len(), codes.join(", "));
    let what = say!(
        "{sv}. Så är det i {count} av {all} felsvar, i fallen {codes}",
        "{en}. So it is in {count} of {all} error answers, in the cases {codes}"
    );
    Err(Not::met(what, &t.refusals[at].exchange))
}

fn body(came: &Came) -> Option<Value> {
    serde_json::from_slice(&came.body).ok()
}

fn message(came: &Came) -> Option<String> {
    Some(body(came)?["message"].as_str()?.to_owned())
}
