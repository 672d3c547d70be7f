//! Puts a sandbox under load: many connections that ask the relay, each as fast as it is
//! answered, while the memory of the sandbox is watched.
//!
//! ```text
//! cargo run --release --example load -- KATALOG [--seconds 30] [--connections 64]
//!     [--events 100000] [--producers 10] [--customers 2000] [--no-index]
//! ```
//!
//! It starts the program `KATALOG` as a sandbox of the catalogue in the current folder,
//! feeds the producers with events made from the catalogue, and prints how many questions
//! were answered, how many answers were wrong, the times, and the memory second by second.

// The rule of the crate about who may read files is for the tool; this program reads what the system says of a process.
#![allow(clippy::disallowed_methods)]

use katalog::sandbox::generate::{Fed, bulk};
use katalog::source::Disk;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// Events that a producer is fed with at a time.
const FED_AT_A_TIME: usize = 500;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The events of each producer, as JSON.
type Fodder = BTreeMap<String, Vec<String>>;

struct Plan {
    katalog: String,
    seconds: u64,
    connections: usize,
    events: usize,
    producers: usize,
    customers: usize,
    options: Vec<String>,
}

fn main() -> ExitCode {
    let Some(plan) = plan(std::env::args().skip(1)) else {
        eprintln!(
            "usage: load KATALOG [--seconds N] [--connections N] [--events N] [--producers N] [--customers N] [--no-index]"
        );
        return ExitCode::from(2);
    };
    match run(&plan) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn plan(mut arguments: impl Iterator<Item = String>) -> Option<Plan> {
    let mut plan = Plan {
        katalog: arguments.next().filter(|it| !it.starts_with('-'))?,
        seconds: 30,
        connections: 64,
        events: 100_000,
        producers: 10,
        customers: 2000,
        options: Vec::new(),
    };
    while let Some(name) = arguments.next() {
        if name == "--no-index" {
            plan.options.push(name);
            continue;
        }
        let number: usize = arguments.next()?.parse().ok()?;
        match name.as_str() {
            "--seconds" => plan.seconds = number as u64,
            "--connections" => plan.connections = number,
            "--events" => plan.events = number,
            "--producers" => plan.producers = number,
            "--customers" => plan.customers = number,
            _ => return None,
        }
    }
    Some(plan)
}

/// A sandbox that ends with this.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn run(plan: &Plan) -> Result<bool, Failure> {
    let (events, customers) = events(plan)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let (sandbox, address) = start(plan)?;
    let fed = Instant::now();
    let count: usize = events.values().map(Vec::len).sum();
    runtime.block_on(feed(&address, &events))?;
    println!(
        "fed: {count} events at {} producers in {:.1} s",
        events.len(),
        fed.elapsed().as_secs_f64()
    );
    drop(events);
    let outcome = runtime.block_on(load(plan, &address, &customers, sandbox.0.id()))?;
    Ok(outcome)
}

/// The events by producer, and the numbers of their customers.
fn events(plan: &Plan) -> Result<(Fodder, Vec<String>), Failure> {
    let source = Disk::open(Path::new("."))?;
    let checked = katalog::check(&source, None);
    let site = checked
        .site
        .ok_or("the catalogue in the current folder has errors: run katalog check")?;
    let mut events = Fodder::new();
    let mut customers = std::collections::BTreeSet::new();
    let made = bulk(
        site.catalogue(),
        1,
        katalog::today(),
        plan.producers,
        plan.events,
        plan.customers,
    );
    for Fed { producer, event } in made {
        if let Some(number) = event["part"]["kund"]["identifierare"].as_str() {
            customers.insert(number.to_owned());
        }
        events
            .entry(producer.into())
            .or_default()
            .push(event.to_string());
    }
    Ok((events, customers.into_iter().collect()))
}

fn start(plan: &Plan) -> Result<(Running, String), Failure> {
    use std::io::BufRead as _;
    let mut child = Command::new(&plan.katalog)
        .args([
            "sandbox",
            "--empty",
            "--lang",
            "en",
            "--listen",
            "127.0.0.1:0",
        ])
        .args(&plan.options)
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().ok_or("no output")?;
    let sandbox = Running(child);
    for line in std::io::BufReader::new(output).lines() {
        let line = line?;
        if let Some((_, address)) = line.split_once("relay ") {
            let address = address.trim().trim_start_matches("http://");
            let address = address.split('/').next().unwrap_or("");
            return Ok((sandbox, address.to_owned()));
        }
    }
    Err("the sandbox did not start".into())
}

async fn feed(address: &str, events: &Fodder) -> Result<(), Failure> {
    let mut line = Line::open(address).await?;
    for (producer, events) in events {
        for some in events.chunks(FED_AT_A_TIME) {
            let path = format!("/producers/{producer}/kundhandelser");
            let (status, answer) = line.post(&path, &format!("[{}]", some.join(","))).await?;
            if status != 201 {
                return Err(
                    format!("{producer}: {status} {}", String::from_utf8_lossy(&answer)).into(),
                );
            }
            // A connection is ended at a certain age.
            line = Line::open(address).await?;
        }
    }
    Ok(())
}

/// What a connection saw.
#[derive(Default)]
struct Seen {
    times: Vec<Duration>,
    wrong: usize,
    bytes: usize,
}

async fn load(plan: &Plan, address: &str, customers: &[String], pid: u32) -> Result<bool, Failure> {
    let end = Instant::now() + Duration::from_secs(plan.seconds);
    let mut connections = tokio::task::JoinSet::new();
    for number in 0..plan.connections {
        let (address, customers) = (address.to_owned(), customers.to_vec());
        connections.spawn(async move { ask(&address, &customers, number, end).await });
    }
    let mut memory = vec![resident(pid)];
    for _ in 0..plan.seconds {
        tokio::time::sleep(Duration::from_secs(1)).await;
        memory.push(resident(pid));
    }
    let mut all = Seen::default();
    while let Some(seen) = connections.join_next().await {
        let seen = seen??;
        all.times.extend(seen.times);
        all.wrong += seen.wrong;
        all.bytes += seen.bytes;
    }
    all.times.sort_unstable();
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss
        )]
        let place = (all.times.len() as f64 * share) as usize;
        all.times
            .get(place.min(all.times.len().saturating_sub(1)))
            .map_or(0.0, |it| it.as_secs_f64() * 1000.0)
    };
    let asked = all.times.len();
    println!(
        "asked: {asked} questions over {} connections in {} s, {} a second",
        plan.connections,
        plan.seconds,
        asked as u64 / plan.seconds
    );
    println!("wrong: {}", all.wrong);
    println!(
        "answer: {} bytes on average",
        all.bytes.checked_div(asked).unwrap_or(0)
    );
    println!(
        "time: median {:.2} ms, 90 % {:.2} ms, 99 % {:.2} ms, longest {:.2} ms",
        at(0.5),
        at(0.9),
        at(0.99),
        at(1.0)
    );
    let memory: Vec<String> = memory.iter().map(u64::to_string).collect();
    println!("memory, MB each second: {}", memory.join(" "));
    Ok(all.wrong == 0)
}

/// Asks about one customer after the other until the end.
async fn ask(
    address: &str,
    customers: &[String],
    number: usize,
    end: Instant,
) -> Result<Seen, Failure> {
    let mut seen = Seen::default();
    let mut line = Line::open(address).await?;
    let mut at = number * 31;
    while Instant::now() < end {
        at += 1;
        let customer = &customers[at % customers.len()];
        let question = format!(
            "{{\"fraga\":{{\"parter\":[{{\"kund\":{{\"identifierare\":\"{customer}\",\"typ\":\"Personnummer\"}}}}],\
             \"behandling\":{{\"sortering\":[{{\"attribut\":\"TIDPUNKT\",\"stigande\":false}}],\"paginering\":{{\"offset\":0,\"limit\":20}}}}}},\
             \"anvandare\":\"{customer}\"}}"
        );
        let begun = Instant::now();
        match line
            .post("/relay/kundhandelseFragaSynkron", &question)
            .await
        {
            Ok((200, answer)) if answer.starts_with(b"{\"kundhandelser\":[{\"part\":") => {
                seen.times.push(begun.elapsed());
                seen.bytes += answer.len();
                if line.ends {
                    line = Line::open(address).await?;
                }
            }
            _ => {
                seen.wrong += 1;
                line = Line::open(address).await?;
            }
        }
    }
    Ok(seen)
}

/// A connection that is kept.
struct Line {
    stream: BufReader<TcpStream>,
    /// Whether the server has said that it ends it.
    ends: bool,
}

impl Line {
    async fn open(address: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
            ends: false,
        })
    }

    async fn post(&mut self, path: &str, body: &str) -> Result<(u16, Vec<u8>), Failure> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
             skv_client_correlation_id: load\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes()).await?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.stream.read_u8().await?);
        }
        let head = String::from_utf8(head)?.to_ascii_lowercase();
        let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
        let header = |name: &str| {
            let found = head.lines().find_map(|line| line.strip_prefix(name));
            found.map(str::trim)
        };
        self.ends = header("connection:") == Some("close");
        let length: usize = header("content-length:").ok_or("no length")?.parse()?;
        let mut answer = vec![0; length];
        self.stream.read_exact(&mut answer).await?;
        Ok((status, answer))
    }
}

/// The resident memory of a process, in MB; 0 where the system doesn't tell.
fn resident(pid: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
