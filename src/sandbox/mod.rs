//! The prototypes of the roadmap, run from the catalogue on one machine: several producers,
//! a relay, an index, the connection register and a consumer page.
//!
//! Each speaks the standard's contract exactly ([`wire`]), so that an integrator can write a
//! consumer against the relay, or put a producer of its own in a place of the sandbox's,
//! before any agreement is signed. Nothing in it is a real person's.

mod app;
mod call;
mod clients;
mod content;
mod fault;
mod front;
pub mod generate;
mod index;
mod join;
mod keep;
pub mod page;
mod producer;
mod register;
mod relay;
mod reply;
mod request;
mod rights;
mod server;
mod site;
mod store;
mod wire;

pub use fault::{Fault, read_faults};

use crate::diagnostic::{Message, reason};
use crate::render::Site;
use crate::resolve::Catalogue;
use crate::say;
use app::{App, Parts};
use call::Caller;
use clients::Clients;
use index::Index;
use jiff::civil::Date;
use keep::Keep;
use reqwest::Url;
use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// What is noted in the folder when the sandbox has been filled once.
const FILLED: &str = "filled";

/// How a sandbox is to run.
pub struct Options<'o> {
    /// Where it listens.
    pub address: SocketAddr,
    /// The folder in which what is fed is kept; in memory only when there is none.
    pub data: Option<&'o Path>,
    /// The day that test events lead up to, and that rights are judged on.
    pub as_of: Date,
    /// What test events are drawn from.
    pub seed: u64,
    /// What goes wrong, by producer.
    pub faults: BTreeMap<String, Fault>,
    /// Producers that run somewhere else, by prefix.
    pub elsewhere: HashMap<String, Url>,
    /// Whether the relay asks the index first.
    pub use_index: bool,
    /// Whether the producers too demand that the user may read.
    pub authorize: bool,
    /// Whether consumers must show who they are.
    pub require_credentials: bool,
    /// How long the relay waits for a producer.
    pub time_limit: Duration,
    /// Whether to begin without test events.
    pub empty: bool,
}

/// A sandbox that is listening.
pub struct Sandbox {
    runtime: Runtime,
    listener: TcpListener,
    app: Arc<App>,
    /// How many events were put back from the folder, and how many didn't fit any more.
    restored: Option<(usize, usize)>,
    left_out: usize,
}

impl Sandbox {
    /// Begins to listen, and fills the producers.
    ///
    /// # Errors
    /// When the address can't be listened at, the folder can't be used, or the system gives
    /// no random numbers.
    pub fn open(catalogue: Arc<Catalogue>, site: Site, options: Options) -> Result<Self, Message> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| could_not_start(&error))?;
        let listener = runtime
            .block_on(TcpListener::bind(options.address))
            .map_err(|error| not_listening(options.address, &error))?;
        let keep = match options.data {
            Some(folder) => Some(Arc::new(Keep::open(folder)?)),
            None => None,
        };
        let clients = if options.require_credentials {
            let ids: Vec<&str> = catalogue.consumers.iter().map(|it| &*it.id.value).collect();
            Some(Clients::new(&ids, keep.as_deref())?)
        } else {
            None
        };
        let calls = Caller::new(options.time_limit).map_err(|error| {
            say!(
                "anrop till andra datorer kan inte förberedas: {error}",
                "calls to other computers can't be prepared: {error}"
            )
        })?;
        let page = page::Page::new(Arc::clone(&catalogue), site::BASE, options.as_of)?;
        let parts = Parts {
            page,
            site: Arc::new(site::Served::new(site)),
            index: Index::new().map_err(|error| could_not_start(&error))?,
            use_index: options.use_index,
            authorize: options.authorize,
            clients,
            time_limit: options.time_limit,
            as_of: options.as_of,
            calls,
            keep: keep.clone(),
            faults: options.faults,
            elsewhere: options.elsewhere,
        };
        let app = Arc::new(App::new(catalogue, parts));
        let mut sandbox = Self {
            runtime,
            listener,
            app,
            restored: None,
            left_out: 0,
        };
        sandbox.fill(keep.as_deref(), options.seed, options.empty)?;
        Ok(sandbox)
    }

    /// Puts back what was kept, or the test events when nothing has been yet.
    fn fill(&mut self, keep: Option<&Keep>, seed: u64, empty: bool) -> Result<(), Message> {
        let failed = |error: rusqlite::Error| {
            say!(
                "händelserna i mappen kan inte läsas eller skrivas: {error}\n  välj en annan mapp med --data MAPP",
                "the events in the folder can't be read or written: {error}\n  choose another folder with --data DIR"
            )
        };
        if let Some(keep) = keep
            && keep.note(FILLED).map_err(failed)?.is_some()
        {
            self.restored = Some(self.app.restore(keep).map_err(failed)?);
            return Ok(());
        }
        if !empty {
            self.left_out = self.generate(seed);
        }
        // Last of all, so that a start that was cut off begins afresh.
        keep.map_or(Ok(()), |keep| keep.set_note(FILLED, "yes"))
            .map_err(failed)
    }

    /// Feeds the producers with test events. Those that don't agree with the catalogue, as
    /// when an example of an event type is odd, are left out and counted.
    fn generate(&self, seed: u64) -> usize {
        let mut by_producer: BTreeMap<Box<str>, Vec<serde_json::Value>> = BTreeMap::new();
        for fed in generate::generate(&self.app.catalogue, seed, self.app.as_of) {
            by_producer.entry(fed.producer).or_default().push(fed.event);
        }
        let mut left_out = 0;
        for (prefix, list) in by_producer {
            let Some((at, seat)) = self.app.producer(&prefix) else {
                continue;
            };
            let mut events = Vec::new();
            for event in list {
                match self.app.read_events(seat, &[event]) {
                    Ok(read) => events.extend(read),
                    Err(_) => left_out += 1,
                }
            }
            let count = events.len();
            if self.runtime.block_on(self.app.feed(at, events)).is_err() {
                left_out += count;
            }
        }
        left_out
    }

    /// How many test events didn't agree with the catalogue.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The address that is listened at, with the real port when 0 was asked for.
    pub fn address(&self) -> Option<SocketAddr> {
        self.listener.local_addr().ok()
    }

    /// How many events there are at all producers.
    pub fn events(&self) -> usize {
        self.app
            .producers
            .iter()
            .map(|seat| seat.events().len())
            .sum()
    }

    /// How many producers there are.
    pub fn producers(&self) -> usize {
        self.app.producers.len()
    }

    /// How many events were put back from the folder, and how many of them don't fit the
    /// catalogue any more; nothing when none had been kept.
    pub fn restored(&self) -> Option<(usize, usize)> {
        self.restored
    }

    /// Each consumer and its secret, when consumers must show who they are.
    pub fn secrets(&self) -> Vec<(String, String)> {
        let clients = self.app.clients.iter().flat_map(Clients::secrets);
        clients
            .map(|(id, secret)| (id.to_owned(), secret.to_owned()))
            .collect()
    }

    /// Answers until the program is told to stop.
    pub fn run(self) {
        let Self {
            runtime,
            listener,
            app,
            ..
        } = self;
        runtime.block_on(server::serve(listener, app));
        runtime.shutdown_timeout(Duration::from_secs(5));
    }
}

/// Reads where a producer is that runs somewhere else.
pub fn read_endpoint(text: &str) -> Option<Url> {
    call::read_endpoint(text)
}

/// Reads a duration such as `3s` or `250ms`.
pub fn read_duration(text: &str) -> Option<Duration> {
    fault::read_duration(text)
}

fn could_not_start(error: &std::io::Error) -> Message {
    let Message { sv, en } = reason(error);
    say!(
        "sandlådan kan inte startas: {sv}",
        "the sandbox can't be started: {en}"
    )
}

fn not_listening(address: SocketAddr, error: &std::io::Error) -> Message {
    let Message { sv, en } = reason(error);
    say!(
        "kan inte svara på {address}: {sv}\n  välj en annan port med --listen, till exempel --listen 127.0.0.1:8601",
        "can't answer at {address}: {en}\n  choose another port with --listen, such as --listen 127.0.0.1:8601"
    )
}
