//! `katalog sandbox`: the prototypes, run from the catalogue on this computer.

use super::{Outcome, Voice, as_of, open_root, path_of, say_error, say_line};
use crate::diagnostic::{Message, Tongue, has_errors, nearest, reason};
use crate::sandbox::{Options, Sandbox, read_duration, read_endpoint, read_faults};
use crate::say;
use crate::write::make_folder;
use clap::builder::PathBufValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Where the sandbox listens unless told otherwise.
const ADDRESS: &str = "127.0.0.1:8600";
/// What test events are drawn from unless told otherwise.
const SEED: u64 = 1;
/// How long the relay waits for a producer unless told otherwise: the guide's limit for
/// most questions, so that somebody who tries things out doesn't wait for long.
const TIME_LIMIT: Duration = Duration::from_secs(5);
/// The longest that it can be told to wait.
const MAX_TIME_LIMIT: Duration = Duration::from_secs(120);

/// What the command takes.
pub(super) fn arguments(command: Command, tongue: Tongue) -> Command {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    let flag = |name: &'static str, about: Message| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(text(about))
    };
    command.args([
        Arg::new("listen")
            .long("listen")
            .value_name(text(say!("ADRESS", "ADDRESS")))
            .help(text(say!(
                "Adress och port att svara på [annars: 127.0.0.1:8600]",
                "Address and port to answer at [default: 127.0.0.1:8600]"
            ))),
        Arg::new("data")
            .long("data")
            .value_name(text(say!("MAPP", "DIR")))
            .value_parser(PathBufValueParser::new())
            .help(text(say!(
                "Mapp där händelserna sparas [annars: bara i minnet]",
                "Folder in which events are kept [default: in memory only]"
            ))),
        Arg::new("fault")
            .long("fault")
            .value_name(text(say!("PREFIX:FEL", "PREFIX:FAULT")))
            .action(ArgAction::Append)
            .help(text(say!(
                "Ett fel hos en producent: SKV:delay=3s, SKV:error=503, SKV:drop eller SKV:garbage, med :rate=0.2 bara för en del av frågorna; kan upprepas",
                "A fault of a producer: SKV:delay=3s, SKV:error=503, SKV:drop or SKV:garbage, with :rate=0.2 for a share of the questions only; can be repeated"
            ))),
        Arg::new("endpoint")
            .long("endpoint")
            .value_name(text(say!("PREFIX=ADRESS", "PREFIX=URL")))
            .action(ArgAction::Append)
            .help(text(say!(
                "En producent som körs någon annanstans: förmedlingen frågar den där; kan upprepas",
                "A producer that runs somewhere else: the relay asks it there; can be repeated"
            ))),
        Arg::new("seed")
            .long("seed")
            .value_name(text(say!("TAL", "NUMBER")))
            .help(text(say!(
                "Tal som testhändelserna slumpas fram ur; samma tal ger samma händelser [annars: 1]",
                "Number that the test events are drawn from; the same number gives the same events [default: 1]"
            ))),
        Arg::new("time-limit")
            .long("time-limit")
            .value_name(text(say!("TID", "TIME")))
            .help(text(say!(
                "Hur länge förmedlingen väntar på en producent [annars: 5s]",
                "How long the relay waits for a producer [default: 5s]"
            ))),
        flag(
            "empty",
            say!("Börja utan testhändelser", "Begin without test events"),
        ),
        flag(
            "no-index",
            say!(
                "Låt förmedlingen fråga alla producenter, utan att fråga indexet först",
                "Let the relay ask all producers, without asking the index first"
            ),
        ),
        flag(
            "authorize",
            say!(
                "Låt även producenterna själva pröva att användaren får läsa",
                "Let the producers too examine that the user may read"
            ),
        ),
        flag(
            "require-credentials",
            say!(
                "Kräv att konsumenter legitimerar sig; deras hemligheter visas vid starten",
                "Demand that consumers show who they are; their secrets are shown at the start"
            ),
        ),
    ])
}

pub(super) fn run(matches: &ArgMatches, voice: Voice) -> Outcome {
    match open(matches, voice) {
        Ok(sandbox) => {
            ready(&sandbox, voice);
            sandbox.run();
            Outcome::Fine
        }
        Err(outcome) => outcome,
    }
}

/// Reads the catalogue and what was asked for, and begins to listen.
fn open(matches: &ArgMatches, voice: Voice) -> Result<Sandbox, Outcome> {
    let address = address(matches)?;
    let time_limit = time_limit(matches)?;
    let seed = seed(matches)?;
    let as_of = as_of(matches)?;
    let root = path_of(matches, "root", ".");
    let source = open_root(&root)?;
    let checked = crate::check_as_of(&source, Some("/katalog/"), as_of);
    let site = match checked.site {
        Some(site) if !has_errors(&checked.findings) => site,
        _ => {
            voice.print(&source, &checked.files, &checked.findings);
            return Err(Outcome::Findings);
        }
    };
    let catalogue = Arc::clone(site.catalogue());
    let prefixes: Vec<&str> = catalogue.producers.iter().map(|it| &*it.id.value).collect();
    let given = matches.get_many::<String>("fault").into_iter().flatten();
    let faults = read_faults(given.map(String::as_str), &prefixes).map_err(Outcome::Failed)?;
    let given = matches.get_many::<String>("endpoint").into_iter().flatten();
    let mut elsewhere = HashMap::new();
    for written in given {
        let (prefix, url) = endpoint(written, &prefixes)?;
        elsewhere.insert(prefix, url);
    }
    let data = matches.get_one::<PathBuf>("data");
    if let Some(folder) = data {
        make_folder(folder).map_err(|error| {
            let (path, Message { sv, en }) = (folder.display(), reason(&error));
            Outcome::Failed(say!(
                "mappen `{path}` kan inte användas: {sv}\n  välj en annan mapp med --data MAPP",
                "the folder `{path}` can't be used: {en}\n  choose another folder with --data DIR"
            ))
        })?;
    }
    let options = Options {
        address,
        data: data.map(PathBuf::as_path),
        as_of,
        seed,
        faults,
        elsewhere,
        use_index: !matches.get_flag("no-index"),
        authorize: matches.get_flag("authorize"),
        require_credentials: matches.get_flag("require-credentials"),
        time_limit,
        empty: matches.get_flag("empty"),
    };
    Sandbox::open(catalogue, site, options).map_err(Outcome::Failed)
}

fn address(matches: &ArgMatches) -> Result<SocketAddr, Outcome> {
    let given = matches.get_one::<String>("listen");
    let given = given.map_or(ADDRESS, String::as_str);
    given.parse().map_err(|_| {
        Outcome::Failed(say!(
            "--listen {given} är ingen adress med port\n  skriv en IP-adress och en port, som 127.0.0.1:8600",
            "--listen {given} is not an address with a port\n  write an IP address and a port, such as 127.0.0.1:8600"
        ))
    })
}

fn time_limit(matches: &ArgMatches) -> Result<Duration, Outcome> {
    let Some(given) = matches.get_one::<String>("time-limit") else {
        return Ok(TIME_LIMIT);
    };
    let read = read_duration(given).filter(|it| !it.is_zero() && *it <= MAX_TIME_LIMIT);
    read.ok_or_else(|| {
        Outcome::Failed(say!(
            "--time-limit {given} är ingen tid som går att vänta\n  skriv sekunder eller millisekunder, som 5s eller 800ms, högst 120s",
            "--time-limit {given} is not a time to wait\n  write seconds or milliseconds, such as 5s or 800ms, at most 120s"
        ))
    })
}

fn seed(matches: &ArgMatches) -> Result<u64, Outcome> {
    let Some(given) = matches.get_one::<String>("seed") else {
        return Ok(SEED);
    };
    given.parse().map_err(|_| {
        Outcome::Failed(say!(
            "--seed {given} är inget heltal\n  skriv ett tal från 0, som 7",
            "--seed {given} is not a whole number\n  write a number from 0, such as 7"
        ))
    })
}

/// A producer and where it runs.
fn endpoint(written: &str, prefixes: &[&str]) -> Result<(String, reqwest::Url), Outcome> {
    let read = written
        .split_once('=')
        .and_then(|(prefix, url)| Some((prefix, read_endpoint(url)?)));
    let Some((prefix, url)) = read else {
        return Err(Outcome::Failed(say!(
            "--endpoint {written} är ingen producent och adress\n  skriv PREFIX=ADRESS, som SKV=http://127.0.0.1:9000/kundhandelser/v1",
            "--endpoint {written} is not a producer and an address\n  write PREFIX=URL, such as SKV=http://127.0.0.1:9000/kundhandelser/v1"
        )));
    };
    if prefixes.contains(&prefix) {
        return Ok((prefix.to_owned(), url));
    }
    let why = match nearest(prefix, prefixes.iter().copied()) {
        Some(near) => say!(
            "--endpoint {written}: producenten `{prefix}` finns inte\n  menade du `{near}`?",
            "--endpoint {written}: there is no producer `{prefix}`\n  did you mean `{near}`?"
        ),
        None => say!(
            "--endpoint {written}: producenten `{prefix}` finns inte\n  lägg den i katalogen först: catalogue/producers/{prefix}/producer.yaml",
            "--endpoint {written}: there is no producer `{prefix}`\n  put it into the catalogue first: catalogue/producers/{prefix}/producer.yaml"
        ),
    };
    Err(Outcome::Failed(why))
}

/// Tells where everything is.
fn ready(sandbox: &Sandbox, voice: Voice) {
    let address = match sandbox.address() {
        Some(address) => address.to_string(),
        None => ADDRESS.to_owned(),
    };
    let (producers, events) = (sandbox.producers(), sandbox.events());
    if let Some((back, left)) = sandbox.restored() {
        let note = say!(
            "{back} sparade händelser lästes in.",
            "{back} kept events were read."
        );
        say_line(voice.choose(&note));
        if left > 0 {
            let note = say!(
                "{left} sparade händelser stämmer inte längre med katalogen och lämnades ut. De finns kvar i mappen.",
                "{left} kept events don't agree with the catalogue any more and were left out. They are still in the folder."
            );
            say_error(voice.choose(&note));
        }
    }
    let left = sandbox.left_out();
    if left > 0 {
        let note = say!(
            "{left} testhändelser stämmer inte med katalogen och lämnades ut. Se över kundhändelsetypernas exempel.",
            "{left} test events don't agree with the catalogue and were left out. Look over the event types' examples."
        );
        say_error(voice.choose(&note));
    }
    let text = say!(
        "Sandlådan kör: {producers} producenter med {events} händelser.\n\
         \n\
         \x20 konsumentsida       http://{address}/\n\
         \x20 vidareförmedling    http://{address}/relay/kundhandelseFragaSynkron\n\
         \x20 producenter         http://{address}/producers/\n\
         \x20 index               http://{address}/index/\n\
         \x20 anslutningsregister http://{address}/register/\n\
         \x20 katalogen           http://{address}/katalog/\n\
         \n\
         Personer och ärenden är påhittade. Avsluta med Ctrl+C.",
        "The sandbox is running: {producers} producers with {events} events.\n\
         \n\
         \x20 consumer page       http://{address}/en/\n\
         \x20 relay               http://{address}/relay/kundhandelseFragaSynkron\n\
         \x20 producers           http://{address}/producers/\n\
         \x20 index               http://{address}/index/\n\
         \x20 connection register http://{address}/register/\n\
         \x20 catalogue           http://{address}/katalog/en/\n\
         \n\
         The persons and cases are invented. Stop with Ctrl+C."
    );
    say_line(voice.choose(&text));
    let secrets = sandbox.secrets();
    if secrets.is_empty() {
        return;
    }
    let heading = say!(
        "\nKonsumenter hämtar en token på http://{address}/oauth2/token med sitt namn och sin hemlighet:",
        "\nConsumers fetch a token at http://{address}/oauth2/token with their name and their secret:"
    );
    say_line(voice.choose(&heading));
    for (consumer, secret) in secrets {
        say_line(&format!("  {consumer:<20} {secret}"));
    }
}
