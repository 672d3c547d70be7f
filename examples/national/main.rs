//! Writes catalogues of any size in the real source format: the yardstick for speed and memory.
//!
//! ```text
//! cargo run --release --example national -- OUT --event-types 10000 [--seed N]
//! ```
//!
//! The same arguments give the same bytes. Actors and cases are invented, but of the weight and variety
//! that a real catalogue has: about 340 event types a producer, six or seven a process, one in three with
//! two versions and one in twelve with three, drafts, deprecations and retirements, all within the policy.
//!
//! Reading order: [`subjects`], [`steps`] and [`attributes`] are the raw material; [`flow`] makes a process
//! of it, [`content`] an event type, [`history`] its versions; [`event_type`] writes the file.

// The rule of the crate about who may touch files is for the tool; this program's only task is to write.
#![allow(clippy::disallowed_methods)]

mod actors;
mod attributes;
mod common;
mod content;
mod dates;
mod event_type;
mod flow;
mod history;
mod rng;
mod steps;
mod steps_early;
mod steps_late;
mod subjects;
mod yaml;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actors::Producer;
use content::{Content, Context};
use flow::Process;
use history::Life;
use rng::Rng;
use steps::{Kind, step};
use subjects::VARIANTS;

const USAGE: &str = "usage: national OUT --event-types N [--seed N]

Writes a catalogue with N event types into the folder OUT, which must be empty or not exist.";

/// The most event types that a producer gets.
const PER_PRODUCER: usize = 340;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    if arguments
        .iter()
        .any(|argument| argument == "--help" || argument == "-h")
    {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let outcome = Order::parse(&arguments)
        .map_err(|problem| format!("{problem}\n\n{USAGE}"))
        .and_then(|order| order.carry_out());
    match outcome {
        Ok(summary) => {
            println!("{summary}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("national: {problem}");
            ExitCode::from(2)
        }
    }
}

/// What was asked for.
struct Order {
    out: PathBuf,
    event_types: usize,
    seed: u64,
}

impl Order {
    fn parse(arguments: &[String]) -> Result<Self, String> {
        let (mut out, mut event_types, mut seed) = (None, None, None);
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--event-types" => event_types = Some(number(argument, rest.next())?),
                "--seed" => seed = Some(number(argument, rest.next())?),
                option if option.starts_with('-') => {
                    return Err(format!("unknown option {option}"));
                }
                _ if out.is_some() => return Err(format!("one folder only, not also {argument}")),
                folder => out = Some(PathBuf::from(folder)),
            }
        }
        let out = out.ok_or("the folder OUT is missing")?;
        let event_types = event_types.ok_or("--event-types N is missing")?;
        if event_types == 0 {
            return Err("--event-types must be at least 1".to_owned());
        }
        let event_types = usize::try_from(event_types).map_err(|_| "--event-types is too large")?;
        Ok(Self {
            out,
            event_types,
            seed: seed.unwrap_or(1),
        })
    }

    /// Writes the catalogue and says what it holds.
    fn carry_out(&self) -> Result<String, String> {
        if let Ok(mut entries) = fs::read_dir(&self.out)
            && entries.next().is_some()
        {
            return Err(format!(
                "{} is not empty; name a new folder",
                self.out.display()
            ));
        }
        for (path, text) in common::files() {
            write(&self.out.join(path), &text)?;
        }
        let producers = self.event_types.div_ceil(PER_PRODUCER);
        let (mut processes, mut versions) = (0, 0);
        let mut served = Vec::new();
        for place in 0..producers {
            // As equal shares as can be.
            let share =
                self.event_types / producers + usize::from(place < self.event_types % producers);
            let mut rng = Rng::stream(self.seed, place as u64 + 1);
            let producer = actors::producer(place);
            let folder = self.out.join("catalogue/producers").join(&producer.id);
            write(&folder.join("producer.yaml"), &producer.file(&mut rng))?;
            let made = write_processes(&mut rng, &folder, &producer, share)?;
            processes += made.processes;
            versions += made.versions;
            served.push((producer.id, made.first));
        }
        for (name, text) in actors::consumers(&served) {
            write(&self.out.join("catalogue/consumers").join(name), &text)?;
        }
        Ok(format!(
            "{}: {producers} producers, {processes} processes, {} event types, {versions} versions",
            self.out.display(),
            self.event_types
        ))
    }
}

/// How much was written for a producer.
#[derive(Default)]
struct Made {
    processes: usize,
    versions: usize,
    /// Id of the first process.
    first: String,
}

/// Writes `share` event types in processes of five to eight.
fn write_processes(
    rng: &mut Rng,
    folder: &Path,
    producer: &Producer,
    share: usize,
) -> Result<Made, String> {
    let mut cases: Vec<(usize, usize)> = (0..VARIANTS.len())
        .flat_map(|variant| (0..producer.subjects.len()).map(move |subject| (variant, subject)))
        .collect();
    rng.shuffle(&mut cases);
    let mut made = Made::default();
    let mut serial = 0;
    for (variant, subject) in cases {
        let left = share - serial;
        if left == 0 {
            break;
        }
        let (variant, subject) = (&VARIANTS[variant], &producer.subjects[subject]);
        let short = format!("{}{}", subject.id, variant.suffix);
        let name = [0, 1]
            .map(|language| format!("{}{}", variant.prefix[language], subject.name[language]));
        let name = [name[0].as_str(), name[1].as_str()];
        let size = size(rng, left);
        let process = Process::new(rng, format!("{}.{short}", producer.id), size);
        let parent = (made.processes > 0 && rng.one_in(8)).then_some(made.first.as_str());
        let folder = folder.join(&short);
        write(
            &folder.join("process.yaml"),
            &process.file(rng, name, parent, subject.law),
        )?;

        let tag = subject.id.to_lowercase().replace('_', "-");
        let context = Context {
            producer,
            process: &process,
            name,
            customer: subject.customer,
            tag: &tag,
        };
        for &kind in &process.steps {
            serial += 1;
            let life = match kind {
                Kind::Progress => Life::Draft,
                Kind::FirstNotice => Life::Retired(Kind::Received),
                Kind::Reminded if process.reminder_deprecated => {
                    Life::Deprecated(Kind::SupplementRequested)
                }
                _ => Life::Ordinary,
            };
            let content = Content::new(rng, &context, kind);
            let versions = history::versions(rng, content, &life);
            let text = event_type::file(rng, &context, kind, &versions, serial);
            write(&folder.join(format!("{}.yaml", step(kind).id)), &text)?;
            made.versions += versions.len();
        }
        if made.processes == 0 {
            made.first = process.id;
        }
        made.processes += 1;
    }
    Ok(made)
}

/// How many event types the next process has when `left` are still to be made: five to eight, and
/// never so that fewer than five are left for the last one, if it can be helped.
fn size(rng: &mut Rng, left: usize) -> usize {
    match left {
        0..=8 => left,
        9 => 5,
        10..=13 => left - 5,
        _ => 5 + rng.below(4),
    }
}

fn number(option: &str, value: Option<&String>) -> Result<u64, String> {
    let value = value.ok_or_else(|| format!("{option} needs a number"))?;
    value
        .parse()
        .map_err(|_| format!("{option} needs a whole number from 0, not \"{value}\""))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
