//! `katalog rules`: all rules of the versioning policy, a line each.

use super::{Outcome, Voice, say_line};
use crate::diagnostic::{ALL, Message, Severity, Tongue};
use crate::model::change::{Breaks, Bump, RULES};
use crate::say;

pub(super) fn run(voice: Voice) -> Outcome {
    let swedish = voice.tongue == Tongue::Swedish;
    say_line(voice.choose(&say!(
        "Vilket nummer en ändring kräver, och vem som måste anpassa sig:\n",
        "Which number a change requires, and who must adapt:\n"
    )));
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES {
        let what = if swedish { rule.what.0 } else { rule.what.1 };
        let requires = requires(rule.requires);
        let requires = voice.choose(&requires);
        let name = rule.name;
        say_line(&match who(rule.breaks) {
            None => format!("  {name:width$}  {requires:<7}  {what}"),
            Some(who) => {
                let who = voice.choose(&who);
                format!("  {name:width$}  {requires:<7}  {what} [{who}]")
            }
        });
    }
    say_line(voice.choose(&say!(
        "\nHur en händelsetyp får leva:\n",
        "\nHow an event type may live:\n"
    )));
    let policy = || ALL.iter().filter(|code| code.is_policy());
    let width = policy().map(|code| code.name.len()).max().unwrap_or(0);
    for code in policy() {
        let severity = match code.severity {
            Severity::Error => say!("fel", "error"),
            Severity::Warning => say!("varning", "warning"),
        };
        let (number, name, severity) = (code.number, code.name, voice.choose(&severity));
        let what = code.summary(voice.tongue);
        say_line(&format!("  {number}  {name:width$}  {what} [{severity}]"));
    }
    say_line(voice.choose(&say!(
        "\nkatalog explain NAMN förklarar en regel.",
        "\nkatalog explain NAME explains a rule."
    )));
    Outcome::Fine
}

fn requires(bump: Bump) -> Message {
    match bump {
        Bump::None => say!("inget", "none"),
        Bump::Patch => say!("tredje", "patch"),
        Bump::Minor => say!("andra", "minor"),
        Bump::Major => say!("första", "major"),
    }
}

fn who(breaks: Breaks) -> Option<Message> {
    Some(match breaks {
        Breaks::Nobody => return None,
        Breaks::Consumers => say!("konsumenter", "consumers"),
        Breaks::Producers => say!("producenten", "the producer"),
        Breaks::Both => say!("producenten och konsumenter", "the producer and consumers"),
        Breaks::Users => say!("användare", "users"),
        Breaks::Privacy => say!("integritet", "privacy"),
    })
}
