//! `katalog adopt TEMPLATE… --as PRODUCER`: takes over template processes.

use super::{Outcome, Voice, day_of, lifecycle, open_root, path_of};
use crate::diagnostic::{Message, Tongue};
use crate::publish;
use crate::say;
use clap::{Arg, ArgMatches, Command};

/// What the command takes.
pub(super) fn arguments(command: Command, tongue: Tongue, operand: &str) -> Command {
    let text = |message: Message| message.in_tongue(tongue).to_owned();
    command.args([
        Arg::new("templates")
            .help_heading(operand.to_owned())
            .value_name(text(say!("MALL", "TEMPLATE")))
            .num_args(1..)
            .required(true)
            .help(text(say!(
                "Mallarnas namn, som BYGGLOV",
                "The names of the templates, such as BYGGLOV"
            ))),
        Arg::new("as")
            .long("as")
            .value_name(text(say!("PRODUCENT", "PRODUCER")))
            .required(true)
            .help(text(say!(
                "Prefixet för den producent som tar över mallarna",
                "The prefix of the producer that adopts the templates"
            ))),
        Arg::new("range")
            .long("version")
            .value_name(text(say!("INTERVALL", "RANGE")))
            .help(text(say!(
                "Versioner som följs, som ^1.2 [annars: den nyaste och senare som håller dess löften]",
                "The versions to follow, such as ^1.2 [default: the newest, and later ones that keep its promises]"
            ))),
        Arg::new("since")
            .long("since")
            .value_name(text(say!("DATUM", "DATE")))
            .help(text(say!(
                "Dagen från vilken mallarna följs [annars: i dag]",
                "The day from which the templates are followed [default: today]"
            ))),
    ])
}

pub(super) fn run(matches: &ArgMatches, voice: Voice) -> Outcome {
    let day = match day_of(matches, "since") {
        Ok(day) => day.unwrap_or_else(crate::today),
        Err(outcome) => return outcome,
    };
    let root = path_of(matches, "root", ".");
    let source = match open_root(&root) {
        Ok(source) => source,
        Err(outcome) => return outcome,
    };
    let templates = matches.get_many::<String>("templates");
    let templates: Vec<String> = templates.into_iter().flatten().cloned().collect();
    let producer = matches.get_one::<String>("as").map_or("", String::as_str);
    let range = matches.get_one::<String>("range").map(String::as_str);
    let change = publish::adopt(&source, &templates, producer, range, day);
    lifecycle::finish(&root, &source, voice, change)
}
