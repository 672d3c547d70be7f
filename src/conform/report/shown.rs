//! A call as reports show it: masked, laid out, and not too long.

use crate::conform::http::Exchange;
use crate::conform::mask::masked;
use crate::diagnostic::Message;
use serde_json::Value;

/// The most bytes of a body that are shown.
const MOST: usize = 4096;

/// A call and what came back, as it can be shown to anybody.
pub struct Shown {
    /// The method and the address.
    pub request: String,
    /// The headers that were sent.
    pub sent_headers: Vec<(String, String)>,
    /// The body that was sent.
    pub sent_body: String,
    /// The status code, when an answer came.
    pub status: Option<u16>,
    /// Why no answer came, when none did.
    pub trouble: Option<Message>,
    /// The headers that came back.
    pub came_headers: Vec<(String, String)>,
    /// The body that came back.
    pub came_body: String,
}

impl Shown {
    pub(super) fn new(exchange: &Exchange) -> Self {
        let sent = &exchange.sent;
        let sent_headers = sent.headers.iter().map(|(name, value)| {
            let value = match *name {
                "authorization" => "Bearer …".to_owned(),
                _ => plain(&String::from_utf8_lossy(value)),
            };
            ((*name).to_owned(), masked(&value))
        });
        let came = exchange.came.as_ref().ok();
        let came_headers = came.map_or(&[][..], |came| &came.headers).iter();
        Self {
            request: format!("{} {}", sent.method, sent.url),
            sent_headers: sent_headers.collect(),
            sent_body: body(&sent.body),
            status: came.map(|came| came.status),
            trouble: exchange.came.as_ref().err().map(|it| {
                let Message { sv, en } = it.told();
                crate::say!("{sv}", "{en}")
            }),
            came_headers: came_headers
                .map(|(name, value)| (name.clone(), masked(&plain(value))))
                .collect(),
            came_body: came.map(|came| body(&came.body)).unwrap_or_default(),
        }
    }
}

/// A body, laid out when it is JSON.
fn body(bytes: &[u8]) -> String {
    let text = match serde_json::from_slice::<Value>(bytes) {
        Ok(json) => serde_json::to_string_pretty(&json).unwrap_or_default(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    };
    let text = plain(&masked(&text));
    if text.len() <= MOST {
        return text;
    }
    let mut end = MOST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}… (+{} B)", &text[..end], text.len() - end)
}

/// The text without control characters, which neither terminals nor XML can bear.
pub(super) fn plain(text: &str) -> String {
    let fine = |c: char| match c {
        '\n' => c,
        '\t' => ' ',
        '\r' => ' ',
        c if c.is_control() || ('\u{fffe}'..='\u{ffff}').contains(&c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(fine).collect()
}
