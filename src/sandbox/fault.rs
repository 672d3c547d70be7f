//! Faults on demand: a producer that is slow, failing, cut off or talking nonsense.

use crate::diagnostic::{Message, nearest};
use crate::say;
use axum::body::Body;
use axum::response::Response;
use hyper::body::{Body as HttpBody, Bytes, Frame, SizeHint};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

/// Longest delay that can be asked for.
const MAX_DELAY: Duration = Duration::from_secs(600);

/// What goes wrong at a producer.
#[derive(Debug, Default)]
pub struct Fault {
    delay: Option<Duration>,
    breaks: Option<Breaks>,
    /// The share of the questions that it strikes, from 0 to 1; all of them by default.
    rate: Option<f64>,
    questions: AtomicU64,
}

/// How an answer is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breaks {
    /// An error with this status code.
    Error(u16),
    /// The connection is cut in the middle of the answer.
    Drop,
    /// Something that is no answer.
    Garbage,
}

/// Reads `--fault` options such as `SKV:delay=3s`, `SKV:error=503:rate=0.2`.
///
/// # Errors
/// When one can't be understood; the message says which.
pub fn read_faults<'a>(
    given: impl IntoIterator<Item = &'a str>,
    producers: &[&str],
) -> Result<BTreeMap<String, Fault>, Message> {
    let mut faults: BTreeMap<String, Fault> = BTreeMap::new();
    for written in given {
        let mut parts = written.split(':');
        let producer = parts.next().unwrap_or("");
        if !producers.contains(&producer) {
            let near = nearest(producer, producers.iter().copied());
            return Err(match near {
                Some(near) => say!(
                    "--fault {written}: producenten `{producer}` finns inte\n  menade du `{near}`?",
                    "--fault {written}: there is no producer `{producer}`\n  did you mean `{near}`?"
                ),
                None => say!(
                    "--fault {written}: producenten `{producer}` finns inte\n  skriv prefixet för en producent i katalogen, som SKV:error=503",
                    "--fault {written}: there is no producer `{producer}`\n  write the prefix of a producer in the catalogue, such as SKV:error=503"
                ),
            });
        }
        let fault = faults.entry(producer.to_owned()).or_default();
        let mut any = false;
        for part in parts {
            any = true;
            if !fault.set(part) {
                return Err(not_understood(written, part));
            }
        }
        if !any {
            return Err(not_understood(written, ""));
        }
        if fault.delay.is_none() && fault.breaks.is_none() {
            // A rate alone is that of errors.
            fault.breaks = Some(Breaks::Error(500));
        }
    }
    Ok(faults)
}

fn not_understood(written: &str, part: &str) -> Message {
    let (sv, en) = match part {
        "" => ("felet saknas".to_owned(), "the fault is missing".to_owned()),
        _ => (
            format!("`{part}` är inget fel som kan väljas"),
            format!("`{part}` is no fault that can be chosen"),
        ),
    };
    say!(
        "--fault {written}: {sv}\n  skriv PREFIX:delay=3s, PREFIX:error=503, PREFIX:drop eller PREFIX:garbage, och :rate=0.2 efteråt om bara en del av frågorna ska drabbas",
        "--fault {written}: {en}\n  write PREFIX:delay=3s, PREFIX:error=503, PREFIX:drop or PREFIX:garbage, and :rate=0.2 after it if only a share of the questions is to be struck"
    )
}

impl Fault {
    fn set(&mut self, part: &str) -> bool {
        match part.split_once('=') {
            Some(("delay", length)) => {
                let length = read_duration(length).filter(|it| *it <= MAX_DELAY);
                self.delay = length.or(self.delay);
                length.is_some()
            }
            Some(("error", code)) => {
                let code = code.parse().ok().filter(|code| (400..=599).contains(code));
                self.breaks = code.map(Breaks::Error).or(self.breaks);
                code.is_some()
            }
            Some(("rate", rate)) => {
                let rate = rate.parse().ok().filter(|rate| (0.0..=1.0).contains(rate));
                self.rate = rate.or(self.rate);
                rate.is_some()
            }
            None if part == "drop" => {
                self.breaks = Some(Breaks::Drop);
                true
            }
            None if part == "garbage" => {
                self.breaks = Some(Breaks::Garbage);
                true
            }
            _ => false,
        }
    }

    /// Whether the next question is struck: evenly spread, not drawn by lot, so that what
    /// was seen once can be seen again.
    fn strikes(&self) -> Option<u64> {
        let earlier = self.questions.fetch_add(1, Ordering::Relaxed);
        let rate = self.rate.unwrap_or(1.0);
        #[expect(clippy::cast_precision_loss)] // far fewer questions than that
        let struck = |questions: u64| (questions as f64 * rate).floor();
        (struck(earlier + 1) > struck(earlier)).then_some(earlier)
    }

    /// Lets a question wait, and gives the broken answer when there is to be one. `whole`
    /// makes the answer that is cut off.
    pub(super) async fn strike(&self, whole: impl FnOnce() -> Bytes) -> Option<Response> {
        let turn = self.strikes()?;
        if let Some(delay) = self.delay {
            tokio::time::sleep(delay).await;
        }
        match self.breaks? {
            Breaks::Error(code) => Some(super::reply::error(code, None)),
            Breaks::Drop => Some(cut_off(whole())),
            Breaks::Garbage => Some(garbage(turn)),
        }
    }
}

/// A duration such as `3s` or `250ms`.
pub(crate) fn read_duration(text: &str) -> Option<Duration> {
    let (number, unit) = match text.strip_suffix("ms") {
        Some(number) => (number, 0.001),
        None => (text.strip_suffix('s')?, 1.0),
    };
    let number: f64 = number.parse().ok()?;
    Duration::try_from_secs_f64(number * unit).ok()
}

/// Half of an answer, and then nothing: the connection is closed in the middle.
fn cut_off(whole: Bytes) -> Response {
    let body = CutOff {
        length: whole.len() as u64,
        first: Some(whole.slice(..whole.len() / 2)),
    };
    let mut response = Response::new(Body::new(body));
    response.headers_mut().insert(
        hyper::header::CONTENT_TYPE,
        hyper::header::HeaderValue::from_static("application/json"),
    );
    response
}

/// A body that ends with an error after its first part.
struct CutOff {
    length: u64,
    first: Option<Bytes>,
}

impl HttpBody for CutOff {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Poll::Ready(Some(match self.first.take() {
            Some(part) => Ok(Frame::data(part)),
            None => Err(std::io::ErrorKind::ConnectionAborted.into()),
        }))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}

/// Answers with the right status code that are no answers, in turn: no JSON, JSON of
/// another kind, a page, events without their fields.
fn garbage(turn: u64) -> Response {
    let kinds: [(&'static str, &'static str); 4] = [
        (
            "application/json",
            "{\"kundhandelser\": [{\"part\": \u{fffd}",
        ),
        ("application/json", "[\"goddag\", \"yxskaft\"]"),
        (
            "text/html",
            "<!doctype html><title>502</title><h1>Bad gateway</h1>",
        ),
        (
            "application/json",
            "{\"kundhandelser\":[{\"part\":{},\"totaltAntalKundhandelser\":\"två\",\"kundhandelserForPart\":[{\"rubrik\":7}]}],\"metadata\":null,\"delfragor\":{}}",
        ),
    ];
    let (kind, text) = kinds[usize::try_from(turn % 4).unwrap_or(0)];
    super::reply::with(200, kind, text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read() {
        let read = |text: &str| read_faults([text], &["SKV", "FK"]);
        for good in [
            "SKV:delay=3s",
            "SKV:delay=250ms",
            "SKV:error=503",
            "FK:drop",
            "FK:garbage",
            "SKV:rate=0.2",
            "SKV:error=503:rate=0.5",
        ] {
            assert!(read(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "SKV",
            "SKV:",
            "SKX:drop",
            "SKV:delay=3",
            "SKV:delay=-1s",
            "SKV:delay=1e9s",
            "SKV:error=200",
            "SKV:rate=2",
            "SKV:rate=NaN",
            "SKV:crash",
            "SKV:drop=1",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_rate_strikes_evenly() {
        let faults = read_faults(["SKV:rate=0.2"], &["SKV"]).unwrap();
        let struck: Vec<bool> = (0..10).map(|_| faults["SKV"].strikes().is_some()).collect();
        assert_eq!(struck.iter().filter(|it| **it).count(), 2);
        let none = read_faults(["SKV:drop:rate=0"], &["SKV"]).unwrap();
        assert!((0..100).all(|_| none["SKV"].strikes().is_none()));
    }
}
