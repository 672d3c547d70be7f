//! The preview server: the site in the browser while it is being edited.
//!
//! Nothing is written to disk. A page is made when the browser asks for it; a
//! saved file makes the site be read again, and open pages reload themselves.
//! While something is wrong, every page shows the findings instead.

mod answer;
mod live;
mod state;
mod watch;

use crate::diagnostic::{Message, Tongue, reason};
use crate::say;
use live::Waiting;
use state::State;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tiny_http::Server;

/// How many requests are answered at the same time.
const THREADS: usize = 4;

/// A server that is listening.
pub struct Preview {
    server: Server,
    state: Arc<State>,
    waiting: Arc<Waiting>,
    /// Kept for as long as the server runs: dropping it ends the watching.
    _watch: Option<watch::Watch>,
}

impl Preview {
    /// Reads the site in `root` and listens at `address`.
    ///
    /// # Errors
    /// When the folder can't be opened or the address can't be listened at.
    pub fn open(root: &Path, address: SocketAddr, tongue: Tongue) -> Result<Self, Message> {
        let state = State::open(root, tongue)?;
        let server = Server::http(address).map_err(|error| {
            let cause = error.downcast_ref::<std::io::Error>().map(reason);
            let cause = cause.unwrap_or_else(|| say!("{error}", "{error}"));
            let Message { sv, en } = cause;
            say!(
                "kan inte svara på {address}: {sv}\n  välj en annan port med --listen, till exempel --listen 127.0.0.1:8081",
                "can't answer at {address}: {en}\n  choose another port with --listen, such as --listen 127.0.0.1:8081"
            )
        })?;
        let state = Arc::new(state);
        let waiting = Arc::new(Waiting::default());
        let watch = watch::watch(root, Arc::clone(&state), Arc::clone(&waiting));
        Ok(Self {
            server,
            state,
            waiting,
            _watch: watch.ok(),
        })
    }

    /// The address that is listened at, with the real port when 0 was asked for.
    pub fn address(&self) -> Option<SocketAddr> {
        self.server.server_addr().to_ip()
    }

    /// The path of the start page.
    pub fn start_path(&self) -> String {
        self.state.start_path()
    }

    /// Whether saved files are noticed; where the system can't, the browser has
    /// to be reloaded by hand.
    pub fn watches(&self) -> bool {
        self._watch.is_some()
    }

    /// What is wrong with the site at the moment, as text; nothing when all is well.
    pub fn problems(&self) -> Option<String> {
        self.state.problems()
    }

    /// Answers until the program ends.
    pub fn run(&self) {
        std::thread::scope(|scope| {
            scope.spawn(|| self.waiting.answer_late_ones());
            for _ in 0..THREADS {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        answer::answer(request, &self.state, &self.waiting, self.address());
                    }
                });
            }
        });
    }
}
