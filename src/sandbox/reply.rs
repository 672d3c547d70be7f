//! Answers over HTTP: bodies, status codes and the headers that all of them have.

use axum::body::Body;
use axum::response::Response;
use hyper::HeaderMap;
use hyper::StatusCode;
use hyper::body::Bytes;
use hyper::header::{self, HeaderName, HeaderValue};
use serde_json::Value;

/// What a browser may do with an answer: nothing but show it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// An answer of any kind.
pub(super) fn with(code: u16, kind: &'static str, body: Bytes) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() =
        StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    set(&mut response, header::CONTENT_TYPE, kind);
    set(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut response, header::CACHE_CONTROL, "no-store");
    if kind.starts_with("text/html") {
        set(&mut response, header::CONTENT_SECURITY_POLICY, POLICY);
        set(&mut response, header::REFERRER_POLICY, "no-referrer");
    }
    response
}

/// Sets a header.
pub(super) fn set(response: &mut Response, name: HeaderName, value: &'static str) {
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
}

/// JSON.
pub(super) fn json(code: u16, text: String) -> Response {
    with(code, "application/json", text.into())
}

/// JSON that is read by people too.
pub(super) fn pretty(code: u16, value: &Value) -> Response {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    json(code, text)
}

/// An error as the standard has it: `{"message": "…"}`. What went wrong inside is never told.
pub(super) fn error(code: u16, detail: Option<&str>) -> Response {
    let name = match code {
        400 => "Bad request",
        401 => "Unauthorized",
        404 => "Not found",
        405 => "Method not allowed",
        408 => "Request timeout",
        409 => "Conflict",
        413 => "Content too large",
        415 => "Unsupported media type",
        421 => "Misdirected request",
        503 => "Service unavailable",
        500 => "Internal server error",
        other => StatusCode::from_u16(other)
            .ok()
            .and_then(|it| it.canonical_reason())
            .unwrap_or("Error"),
    };
    let message = match detail {
        Some(detail) => format!("{name}: {detail}"),
        None => name.to_owned(),
    };
    json(code, serde_json::json!({ "message": message }).to_string())
}

/// An answer in place of what was asked for. In a box: it is rare, and large.
pub(super) type Refused = Box<Response>;

/// An error in place of what was asked for.
pub(super) fn refused(code: u16, detail: Option<&str>) -> Refused {
    Box::new(error(code, detail))
}

/// The method isn't the one that the address takes.
pub(super) fn wrong_method(allowed: &'static str) -> Response {
    let mut response = error(405, None);
    set(&mut response, header::ALLOW, allowed);
    response
}

/// The language that a caller prefers: the primary tag of `Accept-Language`'s first choice.
pub(super) fn language(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(&str, f32)> = None;
    for range in value.split(',') {
        let (tag, weight) = match range.split_once(';') {
            Some((tag, weight)) => {
                let weight = weight.trim().strip_prefix("q=");
                (tag, weight.and_then(|it| it.parse().ok()).unwrap_or(0.0))
            }
            None => (range, 1.0),
        };
        let tag = tag.trim().split('-').next().unwrap_or("");
        let plain = (2..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphabetic());
        if plain && weight > 0.0 && best.is_none_or(|(_, most)| weight > most) {
            best = Some((tag, weight));
        }
    }
    best.map(|(tag, _)| tag.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_is_found() {
        let found = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(text));
            language(&headers)
        };
        assert_eq!(found("sv").as_deref(), Some("sv"));
        assert_eq!(found("en-GB, sv;q=0.8").as_deref(), Some("en"));
        assert_eq!(found("en;q=0.5, sv-SE;q=0.9").as_deref(), Some("sv"));
        for none in ["*", "", "q=1", "sv;q=0", "x", "<script>"] {
            assert_eq!(found(none), None, "{none}");
        }
    }
}
