//! Running the real program.

use super::privileges;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A run that takes longer than this is killed, and the test fails. No test
/// measures time: this is only so that a hang doesn't stop everything.
const LONGEST: Duration = Duration::from_secs(120);

/// One run of the program that is being prepared.
pub(crate) struct Katalog {
    command: Command,
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit code; none when a signal ended the program.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Katalog {
    /// A run with these arguments, in a plain English locale and without colours.
    pub(crate) fn new<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Self {
        Self::by(Command::new(env!("CARGO_BIN_EXE_katalog")), arguments)
    }

    /// A run as a user whom file permissions stop; see [`privileges`].
    pub(crate) fn denied<S: AsRef<std::ffi::OsStr>>(
        arguments: impl IntoIterator<Item = S>,
    ) -> Self {
        Self::by(privileges::denied(env!("CARGO_BIN_EXE_katalog")), arguments)
    }

    /// A run of the program by way of another one.
    pub(crate) fn by<S: AsRef<std::ffi::OsStr>>(
        mut command: Command,
        arguments: impl IntoIterator<Item = S>,
    ) -> Self {
        command
            .args(arguments)
            .env("LC_ALL", "C")
            .env_remove("NO_COLOR")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Self { command }
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Stands in a folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Starts it, and leaves the rest to the caller.
    pub(crate) fn start(mut self) -> Child {
        self.command.spawn().unwrap()
    }

    /// Runs it to its end.
    pub(crate) fn run(self) -> Run {
        let mut child = self.start();
        let stdout = reader(child.stdout.take().unwrap());
        let stderr = reader(child.stderr.take().unwrap());
        let started = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if started.elapsed() > LONGEST {
                child.kill().unwrap();
                panic!("the program was still running after {LONGEST:?}");
            }
            std::thread::sleep(Duration::from_millis(3));
        };
        Run {
            code: status.code(),
            stdout: stdout.join().unwrap(),
            stderr: stderr.join().unwrap(),
        }
    }
}

impl Run {
    /// The run, given that it ended with this exit code.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout:\n{}\nstderr:\n{}",
            self.stdout,
            self.stderr
        );
        self
    }
}

fn reader(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).expect("the program prints UTF-8")
    })
}
