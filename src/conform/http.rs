//! Calls over HTTP: one at a time, with a time limit and a limit for what comes back.

use crate::diagnostic::Message;
use crate::say;
use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Client, Method, Url, redirect};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// Longest body of an answer that is read.
const MAX_BODY: usize = 16 << 20;

/// A call that is about to be sent.
#[derive(Clone)]
pub(super) struct Sent {
    /// The method.
    pub(super) method: &'static str,
    /// The whole address.
    pub(super) url: Url,
    /// Headers, in the order in which they were set. Bytes, because some cases are about
    /// what is no text.
    pub(super) headers: Vec<(&'static str, Vec<u8>)>,
    /// The body.
    pub(super) body: Vec<u8>,
}

/// What came back.
pub(super) struct Came {
    /// The status code.
    pub(super) status: u16,
    /// Headers, in the order in which they came.
    pub(super) headers: Vec<(String, String)>,
    /// The body, as far as it was read.
    pub(super) body: Vec<u8>,
}

impl Came {
    /// A header's value.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter();
        let found = all.find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| &**value)
    }

    /// Whether the body is said to be JSON.
    pub(super) fn is_json(&self) -> bool {
        let kind = self.header("content-type").unwrap_or("");
        let kind = kind.split(';').next().unwrap_or("").trim();
        kind.eq_ignore_ascii_case("application/json")
    }
}

/// Why nothing came back.
#[derive(Debug, Clone)]
pub(super) enum Trouble {
    /// No connection could be made.
    NoConnection(String),
    /// It took too long.
    TooLate(Duration),
    /// The connection was broken, or what came was not HTTP.
    Broken(String),
    /// The body was too large.
    TooLarge,
}

impl Trouble {
    /// It in words.
    pub(super) fn told(&self) -> Message {
        match self {
            Self::NoConnection(why) => say!(
                "ingen förbindelse kunde upprättas: {why}",
                "no connection could be made: {why}"
            ),
            Self::TooLate(limit) => {
                let limit = limit.as_secs_f64();
                say!(
                    "inget svar kom inom {limit} sekunder",
                    "no answer came within {limit} seconds"
                )
            }
            Self::Broken(why) => say!(
                "förbindelsen bröts, eller svaret följer inte HTTP: {why}",
                "the connection was broken, or the answer isn't HTTP: {why}"
            ),
            Self::TooLarge => say!(
                "svaret är större än 16 MiB och lästes inte till slutet",
                "the answer is larger than 16 MiB and wasn't read to its end"
            ),
        }
    }
}

/// A call and what came of it.
pub(super) struct Exchange {
    /// The case that it belongs to.
    pub(super) code: &'static str,
    /// What was sent.
    pub(super) sent: Sent,
    /// What came back.
    pub(super) came: Result<Came, Trouble>,
    /// How long it took.
    pub(super) took: Duration,
}

/// A client that makes one call at a time.
pub(super) struct Http {
    runtime: Runtime,
    client: Client,
    limit: Duration,
}

impl Http {
    /// A client for an address. This computer's own addresses are reached without a proxy.
    pub(super) fn new(address: &Url, limit: Duration) -> Result<Self, Message> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        // Whoever was first to install one installed the same.
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            let _ = rustls::crypto::CryptoProvider::install_default(
                Arc::try_unwrap(provider)
                    .unwrap_or_else(|_| rustls::crypto::ring::default_provider()),
            );
        }
        let mut builder = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(limit)
            // A connection that the service is about to close would fail the next call.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("katalog/", env!("CARGO_PKG_VERSION")));
        if is_own(address) {
            builder = builder.no_proxy();
        }
        let failed = |why: String| {
            say!(
                "anrop över HTTP kan inte förberedas: {why}",
                "calls over HTTP can't be prepared: {why}"
            )
        };
        let client = builder.build().map_err(|error| failed(told(&error)))?;
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| failed(error.to_string()))?;
        Ok(Self {
            runtime,
            client,
            limit,
        })
    }

    /// Makes a call.
    pub(super) fn call(&self, code: &'static str, sent: Sent) -> Rc<Exchange> {
        let start = Instant::now();
        let came = self.runtime.block_on(self.answer(&sent));
        let took = start.elapsed();
        Rc::new(Exchange {
            code,
            sent,
            came,
            took,
        })
    }

    async fn answer(&self, sent: &Sent) -> Result<Came, Trouble> {
        let broken = |error: &dyn std::fmt::Display| Trouble::Broken(error.to_string());
        let method = Method::from_bytes(sent.method.as_bytes()).map_err(|it| broken(&it))?;
        let mut request = self.client.request(method, sent.url.clone());
        for (name, value) in &sent.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|it| broken(&it))?;
            let value = HeaderValue::from_bytes(value).map_err(|it| broken(&it))?;
            request = request.header(name, value);
        }
        if !sent.body.is_empty() || sent.method == "POST" {
            request = request.body(sent.body.clone());
        }
        let mut response = request.send().await.map_err(|it| self.trouble(&it))?;
        let status = response.status().as_u16();
        let headers = response.headers().iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            (name.to_string(), value.into_owned())
        });
        let headers = headers.collect();
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(|it| self.trouble(&it))? {
            if body.len() + part.len() > MAX_BODY {
                return Err(Trouble::TooLarge);
            }
            body.extend_from_slice(&part);
        }
        Ok(Came {
            status,
            headers,
            body,
        })
    }

    fn trouble(&self, error: &reqwest::Error) -> Trouble {
        // A connection that takes too long to make is no connection.
        match (error.is_connect(), error.is_timeout()) {
            (true, _) => Trouble::NoConnection(told(error)),
            (false, true) => Trouble::TooLate(self.limit),
            (false, false) => Trouble::Broken(told(error)),
        }
    }
}

/// Whether an address is this computer's own.
fn is_own(address: &Url) -> bool {
    let host = address.host_str().unwrap_or("");
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let loopback = bare.parse::<std::net::IpAddr>();
    host == "localhost" || loopback.is_ok_and(|it| it.is_loopback())
}

/// What is wrong, by the innermost cause: the outer ones only repeat the address.
fn told(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
