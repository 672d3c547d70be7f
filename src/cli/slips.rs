//! What was wrong with the arguments, in Swedish or English.

use super::arguments::command;
use super::{Voice, say_error};
use crate::diagnostic::{Tongue, nearest};
use crate::say;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// Tells what was wrong with the arguments; help and version are no errors.
pub(super) fn explain(error: &clap::Error, arguments: &[OsString], voice: Voice) -> ExitCode {
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
    let all = command(voice.tongue);
    let words = || arguments.iter().skip(1).filter_map(|word| word.to_str());
    let own = words().find_map(|word| all.find_subcommand(word));
    let name = own.map_or_else(
        || "katalog".to_owned(),
        |own| format!("katalog {}", own.get_name()),
    );
    let message = match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => say!(
            "`{argument}` är ett argument för mycket till {name}",
            "`{argument}` is one argument too many for {name}"
        ),
        ErrorKind::UnknownArgument => {
            let options = own.unwrap_or(&all).get_arguments();
            let options = options.filter_map(|it| it.get_long()).chain(["lang"]);
            match nearest(argument.trim_start_matches('-'), options) {
                None => say!(
                    "{name} har inget val `{argument}`",
                    "{name} has no option `{argument}`"
                ),
                Some(near) => say!(
                    "{name} har inget val `{argument}`; menade du `--{near}`?",
                    "{name} has no option `{argument}`; did you mean `--{near}`?"
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
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg).as_str() {
            prior if prior.is_empty() || prior == argument => say!(
                "{argument} har angetts två gånger",
                "{argument} was given twice"
            ),
            prior => say!(
                "{argument} och {prior} kan inte användas tillsammans",
                "{argument} and {prior} can't be used together"
            ),
        },
        _ => {
            let other = error.to_string();
            let other = other.trim_start_matches("error: ").trim();
            say!("{other}", "{other}")
        }
    };
    let (word, see) = match voice.tongue {
        Tongue::Swedish => ("fel", "se"),
        Tongue::English => ("error", "see"),
    };
    say_error(&format!(
        "{word}: {}\n  {see} {name} --help",
        voice.choose(&message)
    ));
    ExitCode::from(2)
}
