//! `katalog conform URL`: tests somebody's producer service against the standard.

use super::conform_known::Catalogue;
use super::{Outcome, Voice, open_root, path_of, say_error, say_line};
use crate::conform::{Customer, GROUPS, Known, Level, Options, Report, run as test};
use crate::diagnostic::{Message, Tongue, reason};
use crate::model::is_prefix;
use crate::say;
use crate::source::{CONFIG_FILE, Disk, MAX_FILE, Source as _};
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Persons of Skatteverket's test series whom hardly anybody has events about.
const UNKNOWN: [&str; 2] = ["189001019802", "189001029819"];

/// The kinds of number that a customer may have.
const KINDS: [&str; 3] = ["Personnummer", "Organisationsnummer", "Samordningsnummer"];

/// The kinds of reference that a case may have.
const REFERENCES: [&str; 4] = [
    "Diarienummer",
    "Producentarendereferens",
    "Kvittensnummer",
    "Konsumentreferens",
];

/// The most bytes of a file with a token.
const MAX_TOKEN: u64 = 64 << 10;

/// What the command is for.
pub(super) fn about() -> Message {
    say!(
        "Pröva en producents tjänst mot standarden, över HTTP",
        "Test a producer's service against the standard, over HTTP"
    )
}

/// What the command takes.
#[rustfmt::skip]
pub(super) fn arguments(command: Command, tongue: Tongue, operand: &str) -> Command {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    let number = || text(say!("NUMMER", "NUMBER"));
    let file = || text(say!("FIL", "FILE"));
    let option = |name: &'static str, value: String, help: Message| {
        Arg::new(name).long(name).value_name(value).help(text(help))
    };
    command.args([
        Arg::new("url")
            .help_heading(operand.to_owned())
            .value_name(text(say!("ADRESS", "URL")))
            .required_unless_present("list")
            .help(text(say!(
                "Tjänstens adress, med eller utan kundhandelseFragaSynkron på slutet",
                "The service's address, with or without kundhandelseFragaSynkron at its end"
            ))),
        option("customer", number(), say!(
            "Testkundens nummer, 12 siffror: en som tjänsten har kundhändelser om",
            "The test customer's number, 12 digits: one that the service has events about"
        )),
        option("customer-type", text(say!("TYP", "TYPE")), say!(
            "Numrets slag: Personnummer, Organisationsnummer eller Samordningsnummer [annars: det som numret visar]",
            "The kind of number: Personnummer, Organisationsnummer or Samordningsnummer [default: what the number shows]"
        )).value_parser(PossibleValuesParser::new(KINDS)).hide_possible_values(true),
        option("supplement", text(say!("TILLÄGG", "SUPPLEMENT")), say!(
            "Kundens tillagg, när den har ett", "The customer's tillagg, when it has one"
        )),
        option("user", number(), say!(
            "Användarens nummer, 12 siffror; måste anges när kunden är en organisation [annars: kundens]",
            "The user's number, 12 digits; must be given when the customer is an organisation [default: the customer's]"
        )),
        option("unknown-customer", number(), say!(
            "En testperson som tjänsten inte har något om, 12 siffror [annars: 189001019802]",
            "A test person of whom the service has nothing, 12 digits [default: 189001019802]"
        )),
        option("case", text(say!("TYP=REFERENS", "TYPE=REFERENCE")), say!(
            "Ett av kundens ärenden, som Diarienummer=BYGG-2026-00123 [annars: ett ur kundhändelsernas referenser]",
            "A case of the customer's, such as Diarienummer=BYGG-2026-00123 [default: one from the events' referenser]"
        )),
        option("prefix", text(say!("PREFIX", "PREFIX")), say!(
            "Producentens prefix, som REFKOM [annars: den vars ändpunkt adressen är, eller den som kundhändelserna visar]",
            "The producer's prefix, such as REFKOM [default: the one whose endpoint the address is, or what the events show]"
        )),
        option("token-file", file(), say!(
            "En fil med den åtkomsttoken som tjänsten kräver", "A file with the access token that the service requires"
        )).value_parser(PathBufValueParser::new()),
        option("time-limit", text(say!("TID", "TIME")), say!(
            "Hur länge ett svar väntas in, som 20s eller 500ms [annars: 20s]",
            "How long an answer is waited for, such as 20s or 500ms [default: 20s]"
        )),
        option("guide", text(say!("ADRESS", "URL")), say!(
            "Var katalogens webbplats är publicerad, för länkar till anslutningsguiden [annars: det som katalogen säger]",
            "Where the catalogue's site is published, for links to the connection guide [default: what the catalogue says]"
        )),
        option("report", "human|html|json|junit".to_owned(), say!(
            "Hur resultatet skrivs [annars: human]", "How the result is written [default: human]"
        )).value_parser(PossibleValuesParser::new(["human", "html", "json", "junit"])).hide_possible_values(true),
        option("output", file(), say!(
            "Filen som resultatet skrivs till [annars: standard ut]",
            "The file that the result is written to [default: standard output]"
        )).value_parser(PathBufValueParser::new()),
        Arg::new("strict").long("strict").action(ArgAction::SetTrue).help(text(say!(
            "Låt också krav som inte kan prövas ge slutkod 1",
            "Let demands that can't be tried give exit code 1 as well"
        ))),
        Arg::new("list").long("list").action(ArgAction::SetTrue).help(text(say!(
            "Visa alla fall utan att pröva något", "Show all cases without trying anything"
        ))),
    ])
}

pub(super) fn run(matches: &ArgMatches, voice: Voice) -> Outcome {
    if matches.get_flag("list") {
        list(voice);
        return Outcome::Fine;
    }
    match tested(matches, voice) {
        Ok(report) => written(&report, matches, voice),
        Err(outcome) => outcome,
    }
}

/// Shows all cases.
fn list(voice: Voice) {
    for group in GROUPS {
        let (sv, en) = (group.sv, group.en);
        say_line(voice.choose(&say!("{sv}", "{en}")));
        for case in group.cases {
            let (code, Message { sv, en }) = (case.code, case.text());
            let (advice_sv, advice_en) = match case.level {
                Level::Demand => ("", ""),
                Level::Recommendation => (" (rekommendation)", " (recommendation)"),
            };
            say_line(voice.choose(&say!(
                "  {code}  {sv}{advice_sv}",
                "  {code}  {en}{advice_en}"
            )));
        }
    }
}

fn tested(matches: &ArgMatches, voice: Voice) -> Result<Report, Outcome> {
    let catalogue = catalogue(matches)?;
    let mut options = options(matches).map_err(Outcome::Failed)?;
    if options.guide.is_none() {
        options.guide = catalogue.as_ref().and_then(Catalogue::guide);
    }
    if catalogue.is_none() {
        say_error(voice.choose(&say!(
            "Här finns ingen katalog, så kundhändelsetyper, scheman och taggar prövas inte. Peka ut en med --root MAPP.",
            "There is no catalogue here, so event types, schemas and tags aren't tested. Name one with --root DIR."
        )));
    }
    let known = catalogue.as_ref().map(|it| it as &dyn Known);
    let shows = std::io::stderr().is_terminal();
    let mut progress = |done: usize, all: usize, code: &str| {
        if shows {
            let _ = write!(std::io::stderr().lock(), "\r{done}/{all} {code} ");
        }
    };
    let report = test(&options, known, &mut progress).map_err(Outcome::Failed);
    if shows {
        // The line of progress is wiped away.
        let _ = write!(std::io::stderr().lock(), "\r{:20}\r", "");
    }
    report
}

/// The catalogue in the folder; nothing when there is none, unless one was named.
fn catalogue(matches: &ArgMatches) -> Result<Option<Catalogue>, Outcome> {
    let source = open_root(&path_of(matches, "root", "."))?;
    let there = source.read(CONFIG_FILE, MAX_FILE).is_ok();
    if !there && matches.contains_id("root") {
        let root = path_of(matches, "root", ".");
        let root = root.display();
        return Err(Outcome::Failed(say!(
            "det finns ingen {CONFIG_FILE} i `{root}`\n  peka ut en katalogs mapp med --root, eller utelämna --root för att pröva utan katalog",
            "there is no {CONFIG_FILE} in `{root}`\n  name a catalogue's folder with --root, or leave --root out to test without a catalogue"
        )));
    }
    let read = there.then(|| Catalogue::read(&source).map_err(Outcome::Failed));
    read.transpose()
}

fn options(matches: &ArgMatches) -> Result<Options, Message> {
    let given = |name: &str| matches.get_one::<String>(name).cloned();
    let Some(customer) = given("customer") else {
        return Err(say!(
            "testkunden saknas: det finns ingen kund att fråga om\n  ange en testperson som tjänsten har kundhändelser om, som --customer 199001012385",
            "the test customer is missing: there is nobody to ask about\n  name a test person that the service has events about, such as --customer 199001012385"
        ));
    };
    let customer = twelve("customer", customer)?;
    let kind = given("customer-type").unwrap_or_else(|| kind_of(&customer).to_owned());
    let user = match given("user") {
        Some(user) => twelve("user", user)?,
        None if kind == KINDS[1] => {
            return Err(say!(
                "användaren saknas: en organisation kan inte vara inloggad\n  ange en människas nummer med --user",
                "the user is missing: an organisation can't be logged in\n  give a human being's number with --user"
            ));
        }
        None => customer.clone(),
    };
    let unknown = match given("unknown-customer") {
        Some(unknown) => twelve("unknown-customer", unknown)?,
        None => UNKNOWN[usize::from(customer == UNKNOWN[0])].to_owned(),
    };
    let token = matches.get_one::<PathBuf>("token-file");
    Ok(Options {
        address: given("url").unwrap_or_default(),
        customer: Customer {
            number: customer,
            kind,
            supplement: given("supplement"),
        },
        user,
        unknown,
        token: token.map(|path| token_in(path)).transpose()?,
        case: given("case").map(|case| case_of(&case)).transpose()?,
        prefix: given("prefix").map(prefix_of).transpose()?,
        guide: given("guide").map(|guide| {
            let guide = guide.trim_end_matches('/');
            say!("{guide}", "{guide}/en")
        }),
        time_limit: match given("time-limit") {
            Some(text) => time(&text)?,
            None => Duration::from_secs(20),
        },
    })
}

/// A number of 12 digits.
fn twelve(name: &str, number: String) -> Result<String, Message> {
    if number.len() == 12 && number.bytes().all(|it| it.is_ascii_digit()) {
        return Ok(number);
    }
    // The number isn't repeated: it may be somebody's.
    Err(say!(
        "--{name} ska vara 12 siffror utan bindestreck\n  skriv århundradet först; ett organisationsnummer har 16 först",
        "--{name} must be 12 digits without a hyphen\n  write the century first; the number of an organisation has 16 first"
    ))
}

/// A producer's prefix.
fn prefix_of(prefix: String) -> Result<String, Message> {
    if !prefix.contains('.') && is_prefix(&prefix) {
        return Ok(prefix);
    }
    Err(say!(
        "--prefix {prefix} är inget prefix för en producent\n  skriv bara versalerna A–Z, som REFKOM",
        "--prefix {prefix} is no prefix of a producer\n  write capital letters A–Z only, such as REFKOM"
    ))
}

/// What kind of number it is, by its form.
fn kind_of(number: &str) -> &'static str {
    let day = number.get(6..8).and_then(|it| it.parse::<u8>().ok());
    match (number.starts_with("16"), day) {
        (true, _) => KINDS[1],
        (false, Some(61..)) => KINDS[2],
        (false, _) => KINDS[0],
    }
}

/// A kind of reference and a reference.
fn case_of(text: &str) -> Result<(String, String), Message> {
    let found = text.split_once('=').and_then(|(kind, reference)| {
        let kind = REFERENCES.into_iter().find(|it| *it == kind)?;
        let fits = (1..=100).contains(&reference.chars().count());
        fits.then(|| (kind.to_owned(), reference.to_owned()))
    });
    found.ok_or_else(|| {
        let all = REFERENCES.join(", ");
        say!(
            "--case {text} är inget ärende\n  skriv ett slag ({all}), likhetstecken och referensen, som Diarienummer=BYGG-2026-00123",
            "--case {text} is no case\n  write a kind ({all}), an equals sign and the reference, such as Diarienummer=BYGG-2026-00123"
        )
    })
}

/// A time, such as `20s` or `500ms`.
fn time(text: &str) -> Result<Duration, Message> {
    let whole = |number: &str| number.parse::<u32>().ok().map(u64::from);
    let found = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _) => whole(number).map(Duration::from_millis),
        (None, Some(number)) => whole(number).map(Duration::from_secs),
        (None, None) => None,
    };
    found.filter(|it| !it.is_zero()).ok_or_else(|| {
        say!(
            "--time-limit {text} är ingen tid\n  skriv ett antal sekunder eller millisekunder, som 20s eller 500ms",
            "--time-limit {text} is no time\n  write a number of seconds or milliseconds, such as 20s or 500ms"
        )
    })
}

/// The token in a file.
fn token_in(path: &Path) -> Result<String, Message> {
    let shown = path.display();
    let unreadable = || {
        say!(
            "--token-file {shown} går inte att läsa\n  peka ut en fil med en åtkomsttoken och inget annat",
            "--token-file {shown} can't be read\n  name a file with an access token and nothing else"
        )
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().and_then(|name| name.to_str());
    let source = Disk::open(folder).map_err(|_| unreadable())?;
    let bytes = source.read(name.ok_or_else(unreadable)?, MAX_TOKEN);
    let text = String::from_utf8(bytes.map_err(|_| unreadable())?.to_vec());
    let token = text.map_err(|_| unreadable())?.trim().to_owned();
    match !token.is_empty() && token.bytes().all(|it| it.is_ascii_graphic()) {
        true => Ok(token),
        false => Err(unreadable()),
    }
}

/// Writes the report where it is wanted.
fn written(report: &Report, matches: &ArgMatches, voice: Voice) -> Outcome {
    let form = matches.get_one::<String>("report").map(String::as_str);
    let text = match form {
        Some("html") => report.html(voice.tongue),
        Some("json") => report.json(),
        Some("junit") => report.junit(voice.tongue),
        _ => report.human(voice.tongue),
    };
    if let Some(path) = matches.get_one::<PathBuf>("output") {
        if let Err(error) = crate::write::put(path, text.as_bytes(), true) {
            let (path, Message { sv, en }) = (path.display(), reason(&error));
            return Outcome::Failed(say!(
                "`{path}` kan inte skrivas: {sv}\n  välj en annan fil med --output",
                "`{path}` can't be written: {en}\n  choose another file with --output"
            ));
        }
        say_line(&format!("{}.", report.summary(voice.tongue)));
    } else {
        say_line(text.trim_end());
    }
    match report.is_passed(matches.get_flag("strict")) {
        true => Outcome::Fine,
        false => Outcome::Findings,
    }
}
