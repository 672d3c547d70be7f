//! Requests: what is demanded of every call before its content is looked at.

use super::reply::{self, Refused};
use super::wire::CORRELATION;
use crate::diagnostic::Tongue;
use axum::body::Body;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper::HeaderMap;
use hyper::body::Bytes;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use serde_json::Value;
use std::time::Duration;

/// Largest body.
pub(super) const MAX_BODY: usize = 1024 * 1024;
/// How much of a body that is too large is read all the same, so that its sender gets to
/// read the answer instead of meeting a closed door.
const DRAINED: usize = 8 * MAX_BODY;
/// How long a body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(20);
/// Longest correlation id.
const MAX_CORRELATION: usize = 200;

/// The language of messages to a caller: English when it is asked for, else Swedish.
pub(super) fn tongue(headers: &HeaderMap) -> Tongue {
    match reply::language(headers).as_deref() {
        Some("en") => Tongue::English,
        _ => Tongue::Swedish,
    }
}

/// The correlation id: printable ASCII, 1–200 characters, not only blanks.
pub(super) fn correlation(headers: &HeaderMap) -> Result<HeaderValue, Refused> {
    let bad = |sv: &str, en: &str| {
        let why = match tongue(headers) {
            Tongue::Swedish => sv,
            Tongue::English => en,
        };
        Err(reply::refused(400, Some(why)))
    };
    let Some(value) = headers.get(CORRELATION) else {
        return bad(
            "HTTP-rubriken skv_client_correlation_id saknas",
            "the header skv_client_correlation_id is missing",
        );
    };
    let bytes = value.as_bytes();
    let printable = bytes.iter().all(|b| (b' '..=b'~').contains(b));
    let blank = bytes.iter().all(|b| *b == b' ');
    if !printable || blank || bytes.len() > MAX_CORRELATION {
        return bad(
            "HTTP-rubriken skv_client_correlation_id ska ha 1–200 skrivbara ASCII-tecken och inte bara blanksteg",
            "the header skv_client_correlation_id must have 1–200 printable ASCII characters and not only blanks",
        );
    }
    Ok(value.clone())
}

/// Sees to it that the body is said to be JSON.
pub(super) fn is_json(headers: &HeaderMap) -> Result<(), Refused> {
    let kind = headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let kind = kind
        .and_then(|it| it.split(';').next())
        .unwrap_or("")
        .trim();
    if kind.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        Err(reply::refused(415, None))
    }
}

/// Reads a body of at most so many bytes, within bounds of time.
pub(super) async fn body(body: Body, most: usize) -> Result<Bytes, Refused> {
    let mut body = Limited::new(body, most.saturating_add(DRAINED));
    let mut bytes = Vec::new();
    let mut too_large = false;
    let reading = async {
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame?.into_data() else {
                continue;
            };
            too_large |= bytes.len() + data.len() > most;
            if !too_large {
                bytes.extend_from_slice(&data);
            }
        }
        Ok::<(), Box<dyn std::error::Error + Send + Sync>>(())
    };
    match tokio::time::timeout(BODY_TIME, reading).await {
        Err(_) => Err(reply::refused(408, None)),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(reply::refused(413, None)),
        Ok(Err(_)) => Err(reply::refused(400, None)),
        Ok(Ok(())) if too_large => Err(reply::refused(413, None)),
        Ok(Ok(())) => Ok(bytes.into()),
    }
}

/// Reads JSON.
pub(super) fn parse(bytes: &[u8], tongue: Tongue) -> Result<Value, Refused> {
    serde_json::from_slice(bytes).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let why = match tongue {
            Tongue::Swedish => {
                format!("kroppen är inte JSON i UTF-8 (rad {line}, tecken {column})")
            }
            Tongue::English => {
                format!("the body is not JSON in UTF-8 (line {line}, character {column})")
            }
        };
        reply::refused(400, Some(&why))
    })
}
