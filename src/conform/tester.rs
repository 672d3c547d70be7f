//! The tester: asks, remembers what came, and judges what all cases judge alike.

use super::Options;
use super::answer::Answer;
use super::case::{Judged, Not};
use super::http::{Exchange, Http, Sent, Trouble};
use super::known::Known;
use super::question::Question;
use super::schemas::Schemas;
use crate::say;
use reqwest::Url;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

/// Most questions are to be answered within this time.
pub(super) const USUAL: Duration = Duration::from_secs(5);

/// A call that was wrong, and the answer to it.
pub(super) struct Refusal {
    /// The call.
    pub(super) exchange: Rc<Exchange>,
    /// The names of which the message must hold one; none when there is no field to name.
    pub(super) fields: &'static [&'static str],
}

/// Asks a service and judges its answers.
pub(super) struct Tester<'o> {
    /// Whom to ask, about whom.
    pub(super) options: &'o Options,
    /// The catalogue, when there is one.
    pub(super) known: Option<&'o dyn Known>,
    /// The producer's prefix, when it is known.
    pub(super) prefix: Option<String>,
    /// The schemas of the service description.
    pub(super) schemas: Schemas,
    /// The operation's address.
    pub(super) operation: Url,
    /// Answers to questions and calls that were wrong.
    pub(super) refusals: Vec<Refusal>,
    /// How many calls were made.
    pub(super) calls: usize,
    /// How many of them took longer than most may.
    pub(super) slow: usize,
    /// How many calls in a row nobody answered.
    pub(super) silent: usize,
    /// The call that took the longest.
    pub(super) slowest: Option<Rc<Exchange>>,
    http: Http,
    code: &'static str,
    in_case: usize,
    /// What tells this test from others, in correlation ids.
    run: u64,
    everything: Option<Answer>,
    narrowed: Option<Answer>,
}

impl<'o> Tester<'o> {
    /// A tester that hasn't asked anything yet.
    pub(super) fn new(
        options: &'o Options,
        known: Option<&'o dyn Known>,
        operation: Url,
        http: Http,
    ) -> Self {
        Self {
            options,
            known,
            prefix: options.prefix.clone(),
            schemas: Schemas::new(),
            operation,
            refusals: Vec::new(),
            calls: 0,
            slow: 0,
            silent: 0,
            slowest: None,
            http,
            code: "",
            in_case: 0,
            run: u64::try_from(jiff::Timestamp::now().as_microsecond()).unwrap_or(0),
            everything: None,
            narrowed: None,
        }
    }

    /// Goes on to another case.
    pub(super) fn begin(&mut self, code: &'static str) {
        (self.code, self.in_case) = (code, 0);
    }

    /// The party that the test customer is.
    pub(super) fn customer(&self) -> Value {
        json!({ "kund": self.kund() })
    }

    /// The test customer by itself.
    pub(super) fn kund(&self) -> Value {
        let customer = &self.options.customer;
        let mut kund = json!({ "identifierare": customer.number, "typ": customer.kind });
        if let Some(supplement) = &customer.supplement {
            kund["tillagg"] = json!(supplement);
        }
        kund
    }

    /// A customer of whom the producer has nothing.
    pub(super) fn unknown(&self) -> Value {
        json!({ "kund": { "identifierare": self.options.unknown, "typ": "Personnummer" } })
    }

    /// The simplest question: everything about the test customer.
    pub(super) fn question(&self) -> Question {
        Question::about(self.customer(), &self.options.user)
    }

    /// The same about another party.
    pub(super) fn about(&self, party: Value) -> Question {
        Question::about(party, &self.options.user)
    }

    /// A question as a call.
    pub(super) fn call(&mut self, question: &Question) -> Sent {
        self.bytes(question.0.to_string().into_bytes())
    }

    /// A call with some bytes as its body.
    pub(super) fn bytes(&mut self, body: Vec<u8>) -> Sent {
        self.in_case += 1;
        let correlation = self.correlation();
        let sent = Sent::post(&self.operation, body, &correlation);
        match &self.options.token {
            Some(token) => sent.with("authorization", format!("Bearer {token}").as_bytes()),
            None => sent,
        }
    }

    /// A correlation id in the form that is recommended, a UUID. It begins with the case's
    /// code and the number of the call in it, so that it is found in the service's log. It
    /// has letters among its digits, so that no part of it looks like a personal number.
    fn correlation(&self) -> String {
        let (code, call, run) = (self.code.to_lowercase(), self.in_case & 0xffff, self.run);
        let part = |at: u32| run >> at & 0xfff;
        format!(
            "{code}{call:04x}-a{:03x}-4{:03x}-8{:03x}-a{:03x}b{:03x}c{:03x}",
            part(48),
            part(36),
            part(24),
            part(12),
            part(0),
            call
        )
    }

    /// Makes a call.
    pub(super) fn send(&mut self, sent: Sent) -> Rc<Exchange> {
        let exchange = self.http.call(self.code, sent);
        self.calls += 1;
        self.slow += usize::from(exchange.took > USUAL);
        match &exchange.came {
            Err(Trouble::NoConnection(_) | Trouble::TooLate(_)) => self.silent += 1,
            _ => self.silent = 0,
        }
        let longest = self.slowest.as_ref().map(|it| it.took);
        if longest.is_none_or(|longest| exchange.took > longest) {
            self.slowest = Some(Rc::clone(&exchange));
        }
        exchange
    }

    /// Asks what must be answered.
    pub(super) fn ask(&mut self, question: &Question) -> Result<Answer, Not> {
        let sent = self.call(question);
        self.ask_by(sent)
    }

    /// Makes a call that must be answered with events, or with none.
    pub(super) fn ask_by(&mut self, sent: Sent) -> Result<Answer, Not> {
        let exchange = self.send(sent);
        let came = came(&exchange)?;
        let status = came.status;
        // Whether a lone producer may answer 206 is a case of its own.
        if ![200, 206].contains(&status) {
            let what = say!(
                "statuskoden är {status}, men frågan är riktig och ska besvaras med 200",
                "the status code is {status}, but the question is right and must be answered with 200"
            );
            return Err(Not::met(what, &exchange));
        }
        match serde_json::from_slice::<Value>(&came.body) {
            Ok(json) if json["kundhandelser"].is_array() => Ok(Answer {
                json: Rc::new(json),
                exchange,
            }),
            Ok(_) => Err(Not::met(
                say!(
                    "svaret är inget JSON-objekt med listan `kundhandelser`",
                    "the answer is no JSON object with the list `kundhandelser`"
                ),
                &exchange,
            )),
            Err(error) => Err(Not::met(
                say!(
                    "svaret går inte att läsa som JSON: {error}",
                    "the answer can't be read as JSON: {error}"
                ),
                &exchange,
            )),
        }
    }

    /// Demands that a question is taken, whatever the answer holds.
    pub(super) fn takes(&mut self, question: &Question) -> Judged {
        self.ask(question).map(drop)
    }

    /// Demands that a question is refused with 400. The message must name one of the
    /// fields, which a case of its own judges.
    pub(super) fn refuses(
        &mut self,
        question: &Question,
        fields: &'static [&'static str],
    ) -> Judged {
        let sent = self.call(question);
        self.refuses_call(sent, &[400], fields)
    }

    /// Demands that a call is refused with one of some status codes.
    pub(super) fn refuses_call(
        &mut self,
        sent: Sent,
        expected: &[u16],
        fields: &'static [&'static str],
    ) -> Judged {
        let exchange = self.send(sent);
        let status = came(&exchange)?.status;
        if expected.contains(&status) {
            self.refusals.push(Refusal { exchange, fields });
            return Ok(());
        }
        let all: Vec<String> = expected.iter().map(u16::to_string).collect();
        let (sv, en) = (all.join(" eller "), all.join(" or "));
        let what = say!(
            "statuskoden är {status}, men ska vara {sv}",
            "the status code is {status}, but must be {en}"
        );
        Err(Not::met(what, &exchange))
    }

    /// The answer to the first question, about everything; asked once.
    pub(super) fn everything(&mut self) -> Result<Answer, Not> {
        if let Some(answer) = &self.everything {
            return Ok(answer.clone());
        }
        Err(Not::Tried(say!(
            "frågan om allt som gäller testkunden besvarades inte (fall C020): rätta det först",
            "the question about everything of the test customer wasn't answered (case C020): mend that first"
        )))
    }

    /// The same, with at least some events in it, that can be told apart by their ids.
    pub(super) fn events(&mut self, fewest: usize) -> Result<Answer, Not> {
        let answer = self.everything()?;
        let count = answer.events().len();
        let ids: BTreeSet<&str> = answer.ids().into_iter().collect();
        if ids.len() < count {
            return Err(Not::Tried(say!(
                "flera av kundhändelserna har samma id (fall C192): rätta det först",
                "several of the events have the same id (case C192): mend that first"
            )));
        }
        if count >= fewest {
            return Ok(answer);
        }
        Err(Not::Tried(say!(
            "testkunden har {count} kundhändelser, och {fewest} behövs: lägg upp fler för den",
            "the test customer has {count} events, and {fewest} are needed: arrange more for it"
        )))
    }

    /// Keeps the answer to the first question.
    pub(super) fn keep_everything(&mut self, answer: Answer) {
        self.everything = Some(answer);
    }

    /// The answer to a question with every kind of condition; asked once.
    pub(super) fn narrowed(&mut self) -> Result<Answer, Not> {
        if let Some(answer) = &self.narrowed {
            return Ok(answer.clone());
        }
        let prefix = self.prefix.clone().unwrap_or_else(|| "REFKOM".to_owned());
        let question = self
            .question()
            .types(&[&prefix])
            .tags(&["bygglov", "förskola"])
            .dates(Some("2024-01-01"), Some("2030-12-31"))
            .sorted(&[("RUBRIK", true), ("TIDPUNKT", false)])
            .page(0, Some(7));
        let answer = self.ask(&question)?;
        self.narrowed = Some(answer.clone());
        Ok(answer)
    }
}

/// What came of a call, when something did.
pub(super) fn came(exchange: &Rc<Exchange>) -> Result<&super::http::Came, Not> {
    exchange
        .came
        .as_ref()
        .map_err(|trouble| Not::Met(trouble.told(), Some(Rc::clone(exchange))))
}
