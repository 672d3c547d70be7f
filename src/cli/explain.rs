//! `katalog explain CODE`: the page of a code, or of a rule about changes.

use super::{Outcome, Voice, say_line};
use crate::diagnostic::{ALL, by_name, explain, nearest};
use crate::model::change;
use crate::say;

pub(super) fn run(matches: &clap::ArgMatches, voice: Voice) -> Outcome {
    let name = matches.get_one::<String>("code").map_or("", String::as_str);
    if let Some(code) = by_name(name) {
        say_line(explain(code, voice.tongue).trim_end());
        return Outcome::Fine;
    }
    if let Some(rule) = change::by_name(name) {
        say_line(rule.explain(voice.tongue).trim_end());
        return Outcome::Fine;
    }
    let rules = change::RULES.iter().map(|rule| rule.name);
    let names = ALL
        .iter()
        .flat_map(|code| [code.number, code.name])
        .chain(rules);
    Outcome::Failed(match nearest(name, names) {
        Some(near) => say!(
            "koden `{name}` finns inte; menade du {near}?",
            "there is no code `{name}`; did you mean {near}?"
        ),
        None => {
            let (first, last) = (ALL[0].number, ALL[ALL.len() - 1].number);
            say!(
                "koden `{name}` finns inte; koderna går från {first} till {last}\n  skriv en kod, eller namnet på en regel; katalog rules visar alla regler",
                "there is no code `{name}`; codes run from {first} to {last}\n  write a code, or the name of a rule; katalog rules shows all rules"
            )
        }
    })
}
