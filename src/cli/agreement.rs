//! `katalog agreement [NAME]`: the agreement templates, what each needs, and one of them
//! filled in as a document.

use super::{Outcome, Voice, open_root, path_of, say_error, say_line};
use crate::diagnostic::{Message, Tongue, has_errors, nearest, reason};
use crate::load::fill;
use crate::model::{Agreement, Config, EditionNumber, Lang, term::without_brackets};
use crate::render::Site;
use crate::say;
use crate::source::{Disk, MAX_FILE, Memory, ReadError, Source as _};
use crate::write::put;
use clap::builder::PathBufValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::{Path, PathBuf};

/// Gives the command its arguments.
pub(super) fn arguments(command: Command, tongue: Tongue, operand: &str) -> Command {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    let file = || text(say!("FIL", "FILE"));
    command.args([
        Arg::new("name")
            .help_heading(operand.to_owned())
            .value_name(text(say!("NAMN", "NAME")))
            .help(text(say!(
                "Avtalets namn, som producer [annars: alla avtal visas]",
                "The name of the agreement, such as producer [default: all are shown]"
            ))),
        Arg::new("fill")
            .long("fill")
            .value_name(file())
            .requires("name")
            .value_parser(PathBufValueParser::new())
            .help(text(say!(
                "Fyll i avtalet med uppgifterna i filen (YAML) och skriv det som Word-dokument",
                "Fill the agreement in with what is in the file (YAML) and write it as a Word document"
            ))),
        Arg::new("data")
            .long("data")
            .requires("name")
            .conflicts_with("fill")
            .action(ArgAction::SetTrue)
            .help(text(say!(
                "Skriv ut en fil med alla fält, att fylla i",
                "Print a file with all fields, to be filled in"
            ))),
        Arg::new("edition")
            .long("version")
            .value_name("VERSION")
            .requires("name")
            .help(text(say!(
                "Avtalets version [annars: den som gäller]",
                "The version of the agreement [default: the one in use]"
            ))),
        Arg::new("language")
            .long("language")
            .value_name(text(say!("SPRÅK", "LANGUAGE")))
            .requires("name")
            .help(text(say!(
                "Avtalets språk [annars: webbplatsens första, som är det som avtalas]",
                "The language of the agreement [default: the site's first, which is what is agreed]"
            ))),
        Arg::new("output")
            .long("output")
            .value_name(file())
            .requires("fill")
            .value_parser(PathBufValueParser::new())
            .help(text(say!(
                "Dokumentets namn [annars: avtalets namn och version, i mappen du står i]",
                "The name of the document [default: the agreement's name and version, in the current folder]"
            ))),
        Arg::new("force")
            .long("force")
            .requires("fill")
            .action(ArgAction::SetTrue)
            .help(text(say!(
                "Skriv över dokumentet om det redan finns",
                "Overwrite the document if it is there already"
            ))),
    ])
}

pub(super) fn run(matches: &ArgMatches, voice: Voice) -> Outcome {
    match site(matches, voice) {
        Ok(site) => chosen(&site, matches, voice).unwrap_or_else(|outcome| outcome),
        Err(outcome) => outcome,
    }
}

/// The site, in which nothing is wrong: nobody signs what is half right.
fn site(matches: &ArgMatches, voice: Voice) -> Result<Site, Outcome> {
    let source = open_root(&path_of(matches, "root", "."))?;
    let checked = crate::check(&source, None);
    match checked.site.filter(|_| !has_errors(&checked.findings)) {
        Some(site) => Ok(site),
        None => {
            voice.print(&source, &checked.files, &checked.findings);
            Err(Outcome::Findings)
        }
    }
}

fn chosen(site: &Site, matches: &ArgMatches, voice: Voice) -> Result<Outcome, Outcome> {
    let config = site.catalogue().config();
    let Some(name) = matches.get_one::<String>("name") else {
        list(site, spoken(config, voice), voice);
        return Ok(Outcome::Fine);
    };
    let agreement = find(&site.catalogue().agreements, name)?;
    let at = match matches.get_one::<String>("edition") {
        Some(number) => version(agreement, number)?,
        None => agreement.current_index(),
    };
    let lang = match matches.get_one::<String>("language") {
        Some(code) => Some(language(config, code)?),
        None => None,
    };
    if let Some(path) = matches.get_one::<PathBuf>("fill") {
        let lang = lang.unwrap_or(Lang::FIRST);
        return filled(site, (agreement, at, lang), path, matches, voice);
    }
    if matches.get_flag("data") {
        let lang = lang.unwrap_or(Lang::FIRST);
        say_line(site.agreement_data(agreement, at, lang).trim_end());
        return Ok(Outcome::Fine);
    }
    let lang = lang.unwrap_or_else(|| spoken(config, voice));
    about(agreement, at, lang, voice);
    Ok(Outcome::Fine)
}

/// The language of the site in which the program speaks, or the first.
fn spoken(config: &Config, voice: Voice) -> Lang {
    let code = match voice.tongue {
        Tongue::Swedish => "sv",
        Tongue::English => "en",
    };
    let mut langs = config.langs();
    langs
        .find(|lang| config.code(*lang) == code)
        .unwrap_or(Lang::FIRST)
}

fn find<'a>(all: &'a [Agreement], name: &str) -> Result<&'a Agreement, Outcome> {
    let names = || all.iter().map(|it| &*it.name);
    if let Some(found) = all.iter().find(|it| &*it.name == name) {
        return Ok(found);
    }
    let list = names().collect::<Vec<_>>().join(", ");
    Err(Outcome::Failed(match nearest(name, names()) {
        Some(near) => say!(
            "det finns inget avtal `{name}`; menade du {near}?",
            "there is no agreement `{name}`; did you mean {near}?"
        ),
        None if list.is_empty() => say!(
            "webbplatsen har inga avtalsmallar",
            "the site has no agreement templates"
        ),
        None => say!(
            "det finns inget avtal `{name}`\n  avtalen är {list}",
            "there is no agreement `{name}`\n  the agreements are {list}"
        ),
    }))
}

fn version(agreement: &Agreement, number: &str) -> Result<usize, Outcome> {
    let wanted = number.parse::<EditionNumber>().ok();
    let mut editions = agreement.editions.iter();
    let found = editions.position(|it| Some(it.edition.number) == wanted);
    found.ok_or_else(|| {
        let all: Vec<String> = agreement
            .editions
            .iter()
            .map(|it| it.edition.number.to_string())
            .collect();
        let (all, name) = (all.join(", "), &agreement.name);
        Outcome::Failed(say!(
            "avtalet {name} har ingen version `{number}`\n  versionerna är {all}",
            "the agreement {name} has no version `{number}`\n  the versions are {all}"
        ))
    })
}

fn language(config: &Config, code: &str) -> Result<Lang, Outcome> {
    let mut langs = config.langs();
    langs
        .find(|lang| config.code(*lang) == code)
        .ok_or_else(|| {
            let all = config.languages.join(", ");
            Outcome::Failed(say!(
                "webbplatsen har inget språk `{code}`\n  språken är {all}",
                "the site has no language `{code}`\n  the languages are {all}"
            ))
        })
}

/// All agreements, a line each.
fn list(site: &Site, lang: Lang, voice: Voice) {
    let all = &site.catalogue().agreements;
    if all.is_empty() {
        say_line(voice.choose(&say!(
            "Webbplatsen har inga avtalsmallar.",
            "The site has no agreement templates."
        )));
        return;
    }
    let widest = all.iter().map(|it| it.name.len()).max().unwrap_or(0);
    for it in all {
        let current = it.current();
        let (number, title) = (current.edition.number, &current.text(lang).title.value);
        say_line(&format!("{:widest$}  {number}  {title}", it.name));
    }
    say_line(voice.choose(&say!(
        "\nVad ett avtal behöver visas av: katalog agreement NAMN",
        "\nWhat an agreement needs is shown by: katalog agreement NAME"
    )));
}

/// What an agreement needs.
fn about(agreement: &Agreement, at: usize, lang: Lang, voice: Voice) {
    let edition = &agreement.editions[at];
    let text = edition.text(lang);
    let number = edition.edition.number;
    say_line(&format!("{}, version {number}", text.title.value));
    say_line(&text.description);
    let widest = edition.fields.iter().map(|it| it.name.len()).max();
    let widest = widest.unwrap_or(0);
    say_line("");
    for field in &edition.fields {
        let mark = if field.required { '*' } else { ' ' };
        let name = &field.name.value;
        let label = without_brackets(field.label.get(lang));
        say_line(&format!("{mark} {name:widest$}  {label}"));
    }
    let name = &agreement.name;
    say_line(voice.choose(&say!(
        "\n* måste fyllas i\n\nFyll i avtalet så här:\n  katalog agreement {name} --data > data.yaml\n  katalog agreement {name} --fill data.yaml",
        "\n* required\n\nFill the agreement in like this:\n  katalog agreement {name} --data > data.yaml\n  katalog agreement {name} --fill data.yaml"
    )));
}

/// Fills an agreement in from a file, and writes it.
fn filled(
    site: &Site,
    (agreement, at, lang): (&Agreement, usize, Lang),
    path: &Path,
    matches: &ArgMatches,
    voice: Voice,
) -> Result<Outcome, Outcome> {
    let text = read(path)?;
    let edition = &agreement.editions[at];
    let (values, mut findings) = fill(&text, edition, spoken(site.catalogue().config(), voice));
    if has_errors(&findings) {
        crate::diagnostic::tidy(&mut findings);
        let shown = path.display().to_string();
        let source = Memory::new().with(&shown, text);
        voice.print(&source, &[shown], &findings);
        say_error(voice.choose(&say!(
            "Inget dokument har skrivits.",
            "No document has been written."
        )));
        return Ok(Outcome::Findings);
    }
    let default = format!("{}-{}.docx", agreement.name, edition.edition.number);
    let target = path_of(matches, "output", &default);
    let bytes = site.agreement(agreement, at, lang, &values);
    let shown = target.display();
    match put(&target, &bytes, matches.get_flag("force")) {
        Ok(()) => {
            say_line(voice.choose(&say!("skrivet: {shown}", "written: {shown}")));
            Ok(Outcome::Fine)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Outcome::Failed(say!(
                "`{shown}` finns redan, och har lämnats orörd\n  välj ett annat namn med --output FIL, eller skriv över den med --force",
                "`{shown}` is there already, and has been left alone\n  choose another name with --output FILE, or overwrite it with --force"
            )))
        }
        Err(error) => {
            let Message { sv, en } = reason(&error);
            Err(Outcome::Failed(say!(
                "`{shown}` kunde inte skrivas: {sv}\n  välj en annan plats med --output FIL",
                "`{shown}` could not be written: {en}\n  choose another place with --output FILE"
            )))
        }
    }
}

/// The file that an agreement is filled in from. Some programs begin it with a mark that
/// means nothing.
fn read(path: &Path) -> Result<String, Outcome> {
    let shown = path.display();
    let fail = |(sv, en): (String, String)| {
        Outcome::Failed(say!(
            "`{shown}` kan inte läsas: {sv}\n  katalog agreement NAMN --data ger en fil att fylla i",
            "`{shown}` can't be read: {en}\n  katalog agreement NAME --data gives a file to fill in"
        ))
    };
    let words = |sv: &str, en: &str| (sv.to_owned(), en.to_owned());
    let missing = || fail(words("filen finns inte", "there is no such file"));
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(missing)?;
    let source = Disk::open(folder).map_err(|_| missing())?;
    let bytes = source.read(name, MAX_FILE).map_err(|error| match error {
        ReadError::Missing => missing(),
        ReadError::NotAFile => fail(words("det är ingen fil", "it is no file")),
        ReadError::TooLarge(_) => fail(words("den är för stor", "it is too large")),
        ReadError::Io(error) => {
            let Message { sv, en } = reason(&error);
            fail((sv, en))
        }
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        fail(words(
            "den är inte sparad som UTF-8",
            "it isn't saved as UTF-8",
        ))
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
