//! What the program takes, told in Swedish or English.

use super::usage::operands;
use crate::diagnostic::{Message, Tongue};
use crate::say;
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::{Arg, Command};

/// Where the options that most commands have come in the help: after their own.
const LAST: usize = 100;

/// The command line.
pub(super) fn command(tongue: Tongue) -> Command {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    let template = text(say!(
        "{{about}}\n\nAnvänd så här: {{usage}}\n\n{{all-args}}{{after-help}}",
        "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}{{after-help}}"
    ));
    let options = text(say!("Val", "Options"));
    let operand = text(say!("Argument", "Arguments"));
    let root = Arg::new("root")
        .long("root")
        .display_order(LAST)
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
    let day = |about: Message| {
        Arg::new("as-of")
            .long("as-of")
            .value_name(text(say!("DATUM", "DATE")))
            .help(text(about))
    };
    let as_of = || {
        day(say!(
            "Dagen som datum jämförs med [annars: i dag]",
            "The day that dates are compared with [default: today]"
        ))
    };
    let against = Arg::new("against")
        .long("against")
        .value_name(text(say!("LÄGE", "REF")))
        .help(text(say!(
            "Ett tidigare läge att jämföra med: en gren, tagg eller hash i git, eller en mapp",
            "An earlier state to hold it against: a branch, tag or hash in git, or a folder"
        )));
    let listen = Arg::new("listen")
        .long("listen")
        .value_name(text(say!("ADRESS", "ADDRESS")))
        .help(text(say!(
            "Adress och port för förhandsvisningen [annars: 127.0.0.1:8080]",
            "Address and port of the preview [default: 127.0.0.1:8080]"
        )));
    let code = Arg::new("code")
        .help_heading(operand.clone())
        .value_name(text(say!("KOD", "CODE")))
        .required(true)
        .help(text(say!(
            "Felets nummer eller namn, till exempel K0110",
            "The number or name of a finding, such as K0110"
        )));
    let ids = Arg::new("ids")
        .help_heading(operand.clone())
        .value_name("ID")
        .num_args(0..)
        .help(text(say!(
            "Händelsetyper, eller hela delar av ett id, som REFKOM.BYGGLOV [annars: alla]",
            "Event types, or whole parts of an id, such as REFKOM.BYGGLOV [default: all]"
        )));
    let side = |name: &'static str, sv: &str, en: &str| {
        Arg::new(name)
            .help_heading(operand.clone())
            .value_name(text(say!("{sv}", "{en}")))
            .display_order(usize::from(name == "new"))
            .required(true)
            .help(text(say!(
                "ID@VERSION, en händelsetyps fil, eller en hel katalog: en mapp, eller en gren, tagg eller hash i git",
                "ID@VERSION, an event type's file, or a whole catalogue: a folder, or a branch, tag or hash in git"
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
    let paths = Arg::new("paths")
        .help_heading(operand.clone())
        .value_name(text(say!("SÖKVÄG", "PATH")))
        .num_args(0..)
        .value_parser(PathBufValueParser::new())
        .help(text(say!(
            "Filer eller mappar att visa fel i; allt kontrolleras ändå [annars: alla]",
            "Files or folders to show findings in; everything is checked all the same [default: all]"
        )));
    let id = Arg::new("id")
        .help_heading(operand.clone())
        .value_name("ID")
        .required(true)
        .help(text(say!(
            "Händelsetypens id, som REFKOM.BYGGLOV.BESLUT",
            "The id of the event type, such as REFKOM.BYGGLOV.BESLUT"
        )));
    let one = Arg::new("id")
        .help_heading(operand.clone())
        .value_name("ID[@VERSION]")
        .required(true)
        .help(text(say!(
            "Händelsetypens id; med @VERSION bara den versionen",
            "The id of the event type; with @VERSION that version only"
        )));
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
            "Slutkoder: 0 allt är bra, 1 något behöver rättas, 2 kommandot kunde inte köras",
            "Exit codes: 0 all is well, 1 something needs mending, 2 the command could not run"
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
                .display_order(LAST + 2)
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
                .display_order(LAST + 1)
                .value_name("sv|en")
                .value_parser(PossibleValuesParser::new(["sv", "en"]))
                .hide_possible_values(true)
                .help(text(say!(
                    "Språk i meddelanden [annars: datorns språk]",
                    "Language of messages [default: that of the locale]"
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
            .args([out, base_path, as_of(), root.clone()]),
        )
        .subcommand(
            sub(
                "check",
                say!(
                    "Kontrollera katalogen utan att skriva något",
                    "Check the catalogue without writing anything"
                ),
            )
            .args([paths, against, as_of(), report, root.clone()]),
        )
        .subcommand(super::agreement::arguments(
            sub(
                "agreement",
                say!(
                    "Visa avtalsmallarna, eller fyll i en av dem som Word-dokument",
                    "Show the agreement templates, or fill one of them in as a Word document"
                ),
            ),
            tongue,
            &operand,
        )
        .arg(root.clone()))
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
        .subcommand(super::sandbox::arguments(
            sub(
                "sandbox",
                say!(
                    "Kör prototyperna på den här datorn: producenter, vidareförmedling, index, register och en sida för konsumenter",
                    "Run the prototypes on this computer: producers, relay, index, register and a consumer page"
                ),
            ),
            tongue,
        )
        .args([as_of(), root.clone()]))
        .subcommand(
            sub(
                "publish",
                say!(
                    "Publicera utkast som klarar kontrollen, och lås det som är publicerat",
                    "Publish drafts that pass the check, and lock what is published"
                ),
            )
            .args([
                ids,
                day(say!(
                    "Dagen för publiceringen [annars: i dag]",
                    "The day of publication [default: today]"
                )),
                root.clone(),
            ]),
        )
        .subcommand(
            sub(
                "diff",
                say!(
                    "Visa ändringarna mellan två versioner eller två kataloger, och vilket nummer de kräver",
                    "Show the changes between two versions or two catalogues, and the number they require"
                ),
            )
            .args([
                side("old", "GAMMAL", "OLD"),
                side("new", "NY", "NEW"),
                root.clone(),
                format,
            ]),
        )
        .subcommand(super::adopt::arguments(
            sub(
                "adopt",
                say!(
                    "Ta över mallprocesser: skriv de filer som gör dem till producentens egna",
                    "Adopt template processes: write the files that make them the producer's own"
                ),
            ),
            tongue,
            &operand,
        )
        .arg(root.clone()))
        .subcommand({
            let conform = sub("conform", super::conform::about());
            super::conform::arguments(conform, tongue, &operand).arg(root.clone())
        })
        .subcommand(
            sub(
                "bump",
                say!(
                    "Börja på nästa version av en händelsetyp, eller ge utkastet det nummer som ändringarna kräver",
                    "Begin the next version of an event type, or give its draft the number that its changes require"
                ),
            )
            .arg(id)
            .args(super::lifecycle::bump_arguments(tongue))
            .arg(root.clone()),
        )
        .subcommand(
            sub(
                "deprecate",
                say!(
                    "Fasa ut de publicerade versionerna av en händelsetyp",
                    "Deprecate the published versions of an event type"
                ),
            )
            .arg(one.clone())
            .args(super::lifecycle::deprecate_arguments(tongue))
            .args([
                day(say!(
                    "Dagen då utfasningen börjar [annars: i dag]",
                    "The day on which the deprecation begins [default: today]"
                )),
                root.clone(),
            ]),
        )
        .subcommand(
            sub(
                "retire",
                say!(
                    "Avveckla de utfasade versioner av en händelsetyp vars sista dag har passerat",
                    "Retire the deprecated versions of an event type whose last day has passed"
                ),
            )
            .args([
                one,
                day(say!(
                    "Dagen för avvecklingen [annars: i dag]",
                    "The day of the retirement [default: today]"
                )),
                root.clone(),
            ]),
        )
        .subcommand(sub(
            "rules",
            say!(
                "Visa alla regler i versionspolicyn",
                "Show all rules of the versioning policy"
            ),
        ))
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
        .display_order(LAST + 3)
        .action(clap::ArgAction::Help)
        .help(text.in_tongue(tongue).to_owned())
}
