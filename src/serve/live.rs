//! Pages that wait to be told that the site has changed.

use std::sync::Mutex;
use std::time::{Duration, Instant};
use tiny_http::{Request, Response};

/// How long a page waits before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many pages may wait; the oldest is answered when there are more.
const MOST: usize = 64;

/// Requests that are answered when the site changes, or after a while. They take
/// no thread while they wait.
#[derive(Default)]
pub(super) struct Waiting(Mutex<Vec<(Instant, Request)>>);

impl Waiting {
    /// Lets a request wait.
    pub(super) fn add(&self, request: Request) {
        let Ok(mut waiting) = self.0.lock() else {
            return;
        };
        if waiting.len() >= MOST {
            let (_, oldest) = waiting.remove(0);
            respond(oldest, false);
        }
        waiting.push((Instant::now(), request));
    }

    /// Tells all that the site has changed.
    pub(super) fn tell_all(&self) {
        let Ok(mut waiting) = self.0.lock() else {
            return;
        };
        for (_, request) in waiting.drain(..) {
            respond(request, true);
        }
    }

    /// Answers those that have waited long, for as long as the program runs.
    pub(super) fn answer_late_ones(&self) {
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let Ok(mut waiting) = self.0.lock() else {
                return;
            };
            let late = waiting
                .iter()
                .take_while(|(since, _)| since.elapsed() > PATIENCE)
                .count();
            for (_, request) in waiting.drain(..late) {
                respond(request, false);
            }
        }
    }
}

/// Tells a page whether to reload. One that has gone away is no error.
pub(super) fn respond(request: Request, changed: bool) {
    let text = if changed { "changed" } else { "same" };
    let _ = request.respond(Response::from_string(text).with_header(super::answer::no_store()));
}
