//! A producer for tests of the conformance test: a small service in memory that follows
//! the standard, and that can be made faulty in one way at a time. It is written from the
//! contract and shares nothing with the program.

mod answering;
mod fault;
mod reading;

pub(crate) use fault::{FAULTS, Fault};

use super::cases;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Response};
use fault::Fault as F;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The customer that the producer has events about.
pub(crate) const CUSTOMER: &str = "199001012385";

/// Where the operation lies.
const PATH: &str = "/v1/kundhandelseFragaSynkron";

/// The most bytes of a question.
const MOST: usize = 1 << 20;

/// A producer that is answering, until it is dropped.
pub(crate) struct Peer {
    /// Where it answers.
    pub(crate) address: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

/// What the producer knows.
struct Producer {
    fault: Option<Fault>,
    token: Option<&'static str>,
    events: Vec<Value>,
    stopped: AtomicBool,
    answered: AtomicUsize,
}

/// An answer: a status code, headers, and a body.
struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Peer {
    /// Starts a producer, perhaps a faulty one.
    pub(crate) fn start(fault: Option<Fault>) -> Self {
        Self::with_token(fault, None)
    }

    /// Starts a producer that wants a token.
    pub(crate) fn with_token(fault: Option<Fault>, token: Option<&'static str>) -> Self {
        let text = std::fs::read(cases("conform").join("events.json")).unwrap();
        let mut events: Vec<Value> = serde_json::from_slice(&text).unwrap();
        fault::spoil(fault, &mut events);
        let producer = Arc::new(Producer {
            fault,
            token,
            events,
            stopped: AtomicBool::new(false),
            answered: AtomicUsize::new(0),
        });
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
        let listener = listener.unwrap();
        let address = listener.local_addr().unwrap();
        let app = axum::Router::new().fallback(move |request: Request| {
            let producer = Arc::clone(&producer);
            async move { producer.handle(request).await }
        });
        runtime.spawn(async move { axum::serve(listener, app).await });
        Self {
            address,
            _runtime: runtime,
        }
    }

    /// What stands before the operation.
    pub(crate) fn base(&self) -> String {
        format!("http://{}/v1", self.address)
    }
}

impl Producer {
    async fn handle(&self, request: Request) -> Response<Body> {
        if self.stopped.load(Ordering::Relaxed) {
            std::future::pending::<()>().await;
        }
        let (parts, body) = request.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let reply = match self.call(
            parts.method.as_str(),
            parts.uri.path(),
            &parts.headers,
            &body,
        ) {
            Ok(reply) | Err(reply) => reply,
        };
        let mut response = Response::builder().status(reply.status);
        for (name, value) in reply.headers {
            response = response.header(name, value);
        }
        response.body(Body::from(reply.body)).unwrap()
    }

    fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    fn call(
        &self,
        method: &str,
        path: &str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Reply, Reply> {
        if path != PATH && !self.has(F::AnyAddress) {
            return Err(self.error(404, "Not found"));
        }
        if method != "POST" && !(self.has(F::PutAllowed) && method == "PUT") {
            if self.has(F::GetNotFound) && method == "GET" {
                return Err(self.error(404, "Not found"));
            }
            let mut reply = self.error(405, "Method not allowed");
            if !self.has(F::NoAllow) {
                reply.headers.push(("allow", "POST".to_owned()));
            }
            return Err(reply);
        }
        let header = |name| {
            headers
                .get(name)
                .map(|it| String::from_utf8_lossy(it.as_bytes()).into_owned())
        };
        if let Some(token) = self.token
            && !self.has(F::NoTokenNeeded)
            && header("authorization") != Some(format!("Bearer {token}"))
        {
            let mut reply = self.error(401, "Unauthorized");
            if !self.has(F::NoChallenge) {
                reply.headers.push((
                    "www-authenticate",
                    "Bearer error=\"invalid_token\"".to_owned(),
                ));
            }
            return Err(reply);
        }
        self.correlated(header("skv_client_correlation_id"))?;
        let kind = header("content-type").unwrap_or_default();
        let plain = match self.has(F::NoCharset) {
            true => kind.as_str(),
            false => kind.split(';').next().unwrap().trim(),
        };
        if plain != "application/json" && !self.has(F::AnyContentType) {
            return Err(self.error(415, "Unsupported media type"));
        }
        let language = header("accept-language");
        if self.has(F::LanguageRequired) && language.is_none() {
            return Err(self.error(400, "Bad request: Accept-Language saknas"));
        }
        if self.has(F::OnlySwedish) && language.as_deref() == Some("fi") {
            return Err(self.error(406, "Not acceptable"));
        }
        if body.len() > MOST && self.has(F::StopsAnswering) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        if body.len() > MOST {
            let status = if self.has(F::HugeIs500) { 500 } else { 413 };
            return Err(self.error(status, "Payload too large"));
        }
        let question = self.read(body)?;
        Ok(self.answer(&question, language.as_deref()))
    }

    fn correlated(&self, id: Option<String>) -> Result<(), Reply> {
        if self.has(F::AnyCorrelationId) {
            return Ok(());
        }
        let wrong = |why: &str| {
            self.error(
                400,
                &format!("Bad request: HTTP-rubriken skv_client_correlation_id {why}"),
            )
        };
        let id = id.ok_or_else(|| wrong("saknas"))?;
        if id.trim().is_empty() && !self.has(F::BlankCorrelationId) {
            return Err(wrong("är tom"));
        }
        let longest = if self.has(F::ShortCorrelationId) {
            100
        } else {
            200
        };
        if id.len() > longest && !self.has(F::LongCorrelationId) {
            return Err(wrong("är för lång"));
        }
        if self.has(F::OnlyUuids) && (id.len() != 36 || id.matches('-').count() != 4) {
            return Err(wrong("är inget UUID"));
        }
        match id.chars().all(|c| (' '..='~').contains(&c)) {
            true => Ok(()),
            false => Err(wrong("har otillåtna tecken")),
        }
    }

    /// An error answer.
    fn error(&self, status: u16, message: &str) -> Reply {
        let mut body = json!({ "message": message });
        if self.has(F::ExtraErrorField) {
            body["status"] = json!(status);
        }
        if self.has(F::StackTrace) {
            body["message"] = json!(format!("{message}: java.lang.IllegalArgumentException"));
        }
        if self.has(F::FieldNotNamed) && status == 400 {
            body["message"] = json!("Bad request");
        }
        if self.has(F::ProblemJson) {
            body = json!({ "title": message });
        }
        let kind = match self.has(F::PlainErrors) {
            true => "text/plain",
            false => "application/json",
        };
        Reply {
            status,
            headers: vec![("content-type", kind.to_owned())],
            body: body.to_string().into_bytes(),
        }
    }
}
