//! What the program takes, told in Swedish or English.

use super::{Voice, say_error};
use crate::diagnostic::{Message, Tongue};
use crate::say;
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use std::process::ExitCode;

/// The command line.
pub(super) fn command(tongue: Tongue) -> Command {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    let template = text(say!(
        "{{about}}\n\nAnvänd så här: {{usage}}\n\n{{all-args}}{{after-help}}",
        "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}{{after-help}}"
    ));
    let options = text(say!("Val", "Options"));
    let root = Arg::new("root")
        .long("root")
        .value_name(text(say!("MAPP", "DIR")))
        .value_parser(PathBufValueParser::new())
        .help(text(say!(
            "Webbplatsens mapp, där katalog.yaml ligger [annars: mappen du står i]",
            "The site's folder, where katalog.yaml lies [default: the current folder]"
        )));
    let out = Arg::new("out")
        .long("out")
        .value_name(text(say!("MAPP", "DIR")))
        .value_parser(PathBufValueParser::new())
        .help(text(say!(
            "Mappen som webbplatsen skrivs till [annars: public i webbplatsens mapp]",
            "The folder to write the site to [default: public in the site's folder]"
        )));
    let base_path = Arg::new("base-path")
        .long("base-path")
        .value_name(text(say!("SÖKVÄG", "PATH")))
        .help(text(say!(
            "Sökvägen som webbplatsen ska ligga under, till exempel /katalog/",
            "The path below which the site will stand, such as /katalog/"
        )));
    let as_of = Arg::new("as-of")
        .long("as-of")
        .value_name(text(say!("DATUM", "DATE")))
        .help(text(say!(
            "Dagen som det bedöms på som beror på kalendern [annars: i dag]",
            "The day to judge what depends on the calendar on [default: today]"
        )));
    let listen = Arg::new("listen")
        .long("listen")
        .value_name(text(say!("ADRESS", "ADDRESS")))
        .help(text(say!(
            "Adress och port att svara på [annars: 127.0.0.1:8080]",
            "Address and port to answer at [default: 127.0.0.1:8080]"
        )));
    let code = Arg::new("code")
        .value_name(text(say!("KOD", "CODE")))
        .required(true)
        .help(text(say!(
            "Felets nummer eller namn, till exempel K0110",
            "The number or name of a finding, such as K0110"
        )));
    let ids = Arg::new("ids")
        .value_name("ID")
        .num_args(0..)
        .help(text(say!(
            "Händelsetyper, eller hela delar av ett id, som REFKOM.BYGGLOV [annars: alla]",
            "Event types, or whole parts of an id, such as REFKOM.BYGGLOV [default: all]"
        )));
    let side = |name: &'static str, sv: &str, en: &str| {
        Arg::new(name)
            .value_name(text(say!("{sv}", "{en}")))
            .display_order(if name == "old" { 900 } else { 901 })
            .required(true)
            .help(text(say!(
                "ID@VERSION, eller sökvägen till en händelsetyps fil",
                "ID@VERSION, or the path of an event type's file"
            )))
    };
    let report = Arg::new("format")
        .long("format")
        .value_name("human|json|sarif|github")
        .value_parser(PossibleValuesParser::new([
            "human", "json", "sarif", "github",
        ]))
        .hide_possible_values(true)
        .help(text(say!(
            "Hur det som hittas skrivs: för människor, eller för program [annars: human]",
            "How findings are written: for people, or for programs [default: human]"
        )));
    let format = Arg::new("format")
        .long("format")
        .value_name("human|json|markdown")
        .value_parser(PossibleValuesParser::new(["human", "json", "markdown"]))
        .hide_possible_values(true)
        .help(text(say!(
            "Hur ändringarna skrivs [annars: human]",
            "How the changes are written [default: human]"
        )));
    // What follows the options, in Swedish and English; clap's own usage line
    // knows only English.
    let operands = |name: &str| match name {
        "diff" => say!(" GAMMAL NY", " OLD NEW"),
        "publish" => say!(" [ID…]", " [ID…]"),
        "explain" => say!(" KOD", " CODE"),
        _ => say!("", ""),
    };
    let sub = |name: &'static str, about: Message| {
        let (sv, en) = (operands(name).sv, operands(name).en);
        Command::new(name)
            .override_usage(text(say!(
                "katalog {name} [VAL]{sv}",
                "katalog {name} [OPTIONS]{en}"
            )))
            .about(text(about))
            .help_template(template.clone())
            .next_help_heading(options.clone())
            .disable_help_flag(true)
            .arg(help_arg(tongue))
    };
    Command::new("katalog")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text(say!(
            "Bygger och kontrollerar en händelsekatalog för Mina ärenden.",
            "Builds and checks an event catalogue for Mina ärenden."
        )))
        .after_help(text(say!(
            "\n\nSlutkoder: 0 allt är bra, 1 något behöver rättas, 2 kunde inte köras",
            "\n\nExit codes: 0 all is well, 1 something needs mending, 2 could not run"
        )))
        .help_template(template.clone())
        .override_usage(text(say!(
            "katalog [VAL] KOMMANDO",
            "katalog [OPTIONS] COMMAND"
        )))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(text(say!("Kommandon", "Commands")))
        .next_help_heading(options.clone())
        .arg(help_arg(tongue))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(text(say!(
                    "Visa programmets version",
                    "Show the program's version"
                ))),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("sv|en")
                .value_parser(PossibleValuesParser::new(["sv", "en"]))
                .hide_possible_values(true)
                .help(text(say!(
                    "Språk i meddelanden [annars: datorns språk]",
                    "Language of messages [default: the locale]"
                ))),
        )
        .subcommand(
            sub(
                "build",
                say!(
                    "Kontrollera katalogen och skriv webbplatsen",
                    "Check the catalogue and write the site"
                ),
            )
            .args([root.clone(), out, base_path, as_of.clone()]),
        )
        .subcommand(
            sub(
                "check",
                say!(
                    "Kontrollera katalogen utan att skriva något",
                    "Check the catalogue without writing anything"
                ),
            )
            .args([root.clone(), as_of.clone(), report]),
        )
        .subcommand(
            sub(
                "serve",
                say!(
                    "Visa webbplatsen i webbläsaren medan du ändrar",
                    "Show the site in the browser while you edit"
                ),
            )
            .args([root.clone(), listen]),
        )
        .subcommand(
            sub(
                "publish",
                say!(
                    "Publicera utkast som klarar kontrollen, och lås det som är publicerat",
                    "Publish drafts that pass the check, and lock what is published"
                ),
            )
            .args([ids, root.clone(), as_of.clone()]),
        )
        .subcommand(
            sub(
                "diff",
                say!(
                    "Visa ändringarna mellan två versioner och vilket nummer de kräver",
                    "Show the changes between two versions and the number they require"
                ),
            )
            .args([
                side("old", "GAMMAL", "OLD"),
                side("new", "NY", "NEW"),
                root.clone(),
                format,
            ]),
        )
        .subcommand(
            sub(
                "explain",
                say!(
                    "Förklara ett fel: vad det är, varför, och hur du rättar det",
                    "Explain a finding: what it is, why, and how to mend it"
                ),
            )
            .arg(code),
        )
}

fn help_arg(tongue: Tongue) -> Arg {
    let text = say!("Visa den här hjälpen", "Show this help");
    Arg::new("help")
        .short('h')
        .long("help")
        .action(clap::ArgAction::Help)
        .help(text.in_tongue(tongue).to_owned())
}

/// Tells what was wrong with the arguments; help and version are no errors.
pub(super) fn explain_error(error: &clap::Error, voice: Voice) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return ExitCode::from(2);
        }
        _ => {}
    }
    let get = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        _ => String::new(),
    };
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = get(ContextKind::SuggestedArg);
            match near.as_str() {
                "" => say!(
                    "`{argument}` finns inte bland valen",
                    "`{argument}` is not among the options"
                ),
                near => say!(
                    "`{argument}` finns inte bland valen; menade du `{near}`?",
                    "`{argument}` is not among the options; did you mean `{near}`?"
                ),
            }
        }
        ErrorKind::InvalidSubcommand => {
            let given = get(ContextKind::InvalidSubcommand);
            match get(ContextKind::SuggestedSubcommand).as_str() {
                "" => say!(
                    "det finns inget kommando `{given}`",
                    "there is no command `{given}`"
                ),
                near => say!(
                    "det finns inget kommando `{given}`; menade du `{near}`?",
                    "there is no command `{given}`; did you mean `{near}`?"
                ),
            }
        }
        ErrorKind::MissingRequiredArgument => say!("{argument} saknas", "{argument} is missing"),
        ErrorKind::InvalidValue if value.is_empty() => {
            say!("{argument} behöver ett värde", "{argument} needs a value")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            say!(
                "`{value}` kan inte användas för {argument}",
                "`{value}` can't be used for {argument}"
            )
        }
        ErrorKind::ArgumentConflict => say!(
            "{argument} har angetts två gånger",
            "{argument} was given twice"
        ),
        _ => {
            let other = error.to_string();
            let other = other.trim_start_matches("error: ").trim();
            say!("{other}", "{other}")
        }
    };
    let (word, hint) = match voice.tongue {
        Tongue::Swedish => ("fel", "Se katalog --help."),
        Tongue::English => ("error", "See katalog --help."),
    };
    say_error(&format!("{word}: {}\n{hint}", voice.choose(&message)));
    ExitCode::from(2)
}
