//! A sandbox of the real program, and a plain HTTP client that sends just what it is told.

use super::Katalog;
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::Child;
use std::time::Duration;

/// A server that hangs must not stop everything.
const LONGEST: Duration = Duration::from_secs(60);

/// A sandbox that is running; it ends with this.
pub(crate) struct Sandbox {
    child: Child,
    pub(crate) address: SocketAddr,
    /// What it said when it had started.
    pub(crate) said: String,
}

/// An answer over HTTP.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Sandbox {
    /// Starts one at a free port, from the example catalogue.
    pub(crate) fn start(options: &[&str]) -> Self {
        let root = super::repository().to_str().unwrap();
        let fixed = ["sandbox", "--root", root, "--listen", "127.0.0.1:0"];
        let mut child = Katalog::new(fixed.iter().chain(options)).start();
        let mut reader = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        let mut address = None;
        while reader.read_line(&mut said).unwrap() > 0 {
            let last = said.lines().last().unwrap();
            if let Some((_, rest)) = last.split_once("relay ") {
                let host = rest.trim().trim_start_matches("http://");
                address = host.split('/').next().unwrap().parse().ok();
            }
            let secrets = options.contains(&"--require-credentials");
            if last.ends_with("Ctrl+C.") && !secrets || last.starts_with("  VERKSAMT ") {
                break;
            }
        }
        let Some(address) = address else {
            let mut why = String::new();
            child
                .stderr
                .take()
                .unwrap()
                .read_to_string(&mut why)
                .unwrap();
            panic!("the sandbox did not start: {said}{why}");
        };
        // What it says later must not fill the pipe and stop it.
        std::thread::spawn(move || std::io::copy(&mut reader, &mut std::io::sink()));
        Self {
            child,
            address,
            said,
        }
    }

    /// Kills it at once, as a power cut would.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Sends a request whole and reads the answer.
    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(String, String)],
        body: &[u8],
    ) -> Answer {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.address);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if method != "GET" {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str("Connection: close\r\n\r\n");
        let mut bytes = request.into_bytes();
        bytes.extend_from_slice(body);
        self.raw(&bytes)
    }

    /// Sends bytes and reads the answer to them.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The server may answer before it has read everything.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Answer::read(&answer)
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        stream.set_write_timeout(Some(LONGEST)).unwrap();
        stream
    }

    /// The secret of a consumer, which is told at the start.
    pub(crate) fn secret(&self, consumer: &str) -> String {
        let lines = self.said.lines().map(str::trim_start);
        let line = lines.filter_map(|line| line.strip_prefix(consumer)).next();
        line.unwrap_or_else(|| panic!("{}", self.said))
            .trim()
            .to_owned()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], b"")
    }

    /// Sends JSON with the headers that the contract demands.
    pub(crate) fn post(&self, path: &str, json: &Value) -> Answer {
        let headers = [
            ("Content-Type", "application/json"),
            ("skv_client_correlation_id", "suite"),
        ];
        let headers = headers.map(|(a, b)| (a.to_owned(), b.to_owned()));
        self.send("POST", path, &headers, json.to_string().as_bytes())
    }

    /// Feeds producers with the events of a file such as `tests/cases/wire/events.json`.
    pub(crate) fn feed(&self, events: &Value) {
        for (producer, list) in events.as_object().unwrap() {
            let answer = self.post(&format!("/producers/{producer}/kundhandelser"), list);
            assert_eq!(answer.status, 201, "{}", answer.text());
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    fn read(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n");
        let Some(end) = end else {
            return Self {
                status: 0,
                headers: Vec::new(),
                body: bytes.to_vec(),
            };
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap();
        let headers = lines.filter_map(|line| line.split_once(':'));
        Self {
            status: status.parse().unwrap(),
            headers: headers
                .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
                .collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(it, _)| it == name);
        found.map(|(_, value)| value.as_str())
    }
}
