//! Client credentials: each consumer of the register shows who it is before it is answered
//! (OAuth 2.0, RFC 6749 section 4.4).

use super::keep::Keep;
use super::reply::{self, Refused};
use super::request;
use crate::diagnostic::Message;
use crate::say;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hyper::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use hyper::{HeaderMap, Method};
use serde_json::json;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long a token holds.
const TOKEN_TIME: Duration = Duration::from_secs(3600);
/// Most tokens at a time; the oldest go first.
const MAX_TOKENS: usize = 10_000;

/// The consumers that may call, with their secrets and tokens.
pub(super) struct Clients {
    /// Id, secret.
    consumers: Vec<(String, String)>,
    tokens: Mutex<HashMap<String, (usize, Instant)>>,
}

/// Random bytes in hexadecimal.
fn random() -> std::io::Result<String> {
    let mut bytes = [0_u8; 24];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    let mut text = String::with_capacity(48);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

impl Clients {
    /// Gives each consumer a secret, or the one that it had when they are kept.
    ///
    /// # Errors
    /// When there is no randomness, or what is kept can't be read or written.
    pub(super) fn new(consumers: &[&str], keep: Option<&Keep>) -> Result<Self, Message> {
        let failed = |error: &dyn std::fmt::Display| {
            say!(
                "konsumenternas hemligheter kan inte skapas eller läsas: {error}",
                "the consumers' secrets can't be made or read: {error}"
            )
        };
        let mut all = Vec::new();
        for consumer in consumers {
            let name = format!("secret {consumer}");
            let kept = keep.map(|keep| keep.note(&name)).transpose();
            let kept = kept.map_err(|error| failed(&error))?.flatten();
            let secret = match kept {
                Some(secret) => secret,
                None => {
                    let secret = random().map_err(|error| failed(&error))?;
                    if let Some(keep) = keep {
                        keep.set_note(&name, &secret)
                            .map_err(|error| failed(&error))?;
                    }
                    secret
                }
            };
            all.push(((*consumer).to_owned(), secret));
        }
        Ok(Self {
            consumers: all,
            tokens: Mutex::default(),
        })
    }

    /// Each consumer and its secret, to be told once at the start.
    pub(super) fn secrets(&self) -> impl Iterator<Item = (&str, &str)> {
        self.consumers
            .iter()
            .map(|(id, secret)| (id.as_str(), secret.as_str()))
    }

    /// The consumer that a call comes from, by its token.
    pub(super) fn caller(&self, headers: &HeaderMap) -> Result<usize, Refused> {
        let given = headers.get(AUTHORIZATION).and_then(|it| it.to_str().ok());
        let Some(token) = given.and_then(|it| strip_scheme(it, "bearer")) else {
            return Err(unauthorized("Bearer"));
        };
        let tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        match tokens.get(token) {
            Some((consumer, made)) if made.elapsed() < TOKEN_TIME => Ok(*consumer),
            _ => Err(unauthorized("Bearer error=\"invalid_token\"")),
        }
    }

    /// Hands out a token for an id and a secret.
    pub(super) async fn token(
        &self,
        method: &Method,
        headers: &HeaderMap,
        body: axum::body::Body,
    ) -> Response {
        if method != Method::POST {
            return reply::wrong_method("POST");
        }
        let body = match request::body(body, request::MAX_BODY).await {
            Ok(body) => body,
            Err(refused) => return *refused,
        };
        let form: HashMap<String, String> = form_urlencoded(&body);
        if form.get("grant_type").map(String::as_str) != Some("client_credentials") {
            return reply::json(
                400,
                json!({ "error": "unsupported_grant_type" }).to_string(),
            );
        }
        let basic = headers.get(AUTHORIZATION).and_then(|it| it.to_str().ok());
        let basic = basic
            .and_then(|it| strip_scheme(it, "basic"))
            .and_then(decode_basic);
        let (id, secret) = match basic {
            Some(pair) => pair,
            None => (
                form.get("client_id").cloned().unwrap_or_default(),
                form.get("client_secret").cloned().unwrap_or_default(),
            ),
        };
        let known = self
            .consumers
            .iter()
            .position(|(known, own)| *known == id && same(own.as_bytes(), secret.as_bytes()));
        let Some(consumer) = known else {
            let mut response = reply::json(401, json!({ "error": "invalid_client" }).to_string());
            reply::set(&mut response, WWW_AUTHENTICATE, "Basic realm=\"katalog\"");
            return response;
        };
        let Ok(token) = random() else {
            return reply::error(500, None);
        };
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        tokens.retain(|_, (_, made)| made.elapsed() < TOKEN_TIME);
        if tokens.len() >= MAX_TOKENS {
            let oldest = tokens.iter().min_by_key(|(_, (_, made))| *made);
            if let Some(oldest) = oldest.map(|(token, _)| token.clone()) {
                tokens.remove(&oldest);
            }
        }
        tokens.insert(token.clone(), (consumer, Instant::now()));
        let answer = json!({
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": TOKEN_TIME.as_secs(),
        });
        reply::json(200, answer.to_string())
    }
}

fn unauthorized(how: &'static str) -> Refused {
    let mut response = reply::error(401, None);
    response
        .headers_mut()
        .insert(WWW_AUTHENTICATE, HeaderValue::from_static(how));
    Box::new(response)
}

/// What follows the name of a scheme, which may be written in any case.
fn strip_scheme<'t>(text: &'t str, scheme: &str) -> Option<&'t str> {
    let (name, rest) = text.split_once(' ')?;
    name.eq_ignore_ascii_case(scheme).then(|| rest.trim())
}

/// Compares without telling by its time how much was right.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

fn form_urlencoded(body: &[u8]) -> HashMap<String, String> {
    let pairs = reqwest::Url::parse("form:").ok().map(|mut url| {
        url.set_query(std::str::from_utf8(body).ok());
        let pairs = url.query_pairs().into_owned();
        pairs.collect()
    });
    pairs.unwrap_or_default()
}

/// The id and the secret of basic authentication. Both are ASCII here, so what the decoding
/// of percent signs would change can't be in them.
fn decode_basic(text: &str) -> Option<(String, String)> {
    let bytes = BASE64_STANDARD.decode(text).ok()?;
    let (id, secret) = std::str::from_utf8(&bytes).ok()?.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_authentication_is_read() {
        let read = |text| decode_basic(text).map(|(a, b)| format!("{a}|{b}"));
        assert_eq!(
            read("VkVSS1NBTVQ6aGVtbGln").as_deref(),
            Some("VERKSAMT|hemlig")
        );
        assert_eq!(read("YTpi").as_deref(), Some("a|b"));
        assert_eq!(read("YTpiYw==").as_deref(), Some("a|bc"));
        for bad in ["", "å", "YWI=", "****"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
