//! What broke the syntax of a YAML file, told for someone who writes it by hand.
//!
//! The reader's own words are in English and speak of flow mappings and simple
//! keys, so they are never shown: each kind of slip has words of its own here.

use super::slip::{
    bracket, comment, conflict, hidden, left_open, line_at, list_mark, no_space, tab,
};
use super::yaml::MAX_DEPTH;
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::source::{FileId, Span};
use granit_parser::ErrorKind;
use std::ops::Range;

/// The finding for what stopped the reader at an offset.
pub(super) fn syntax_error(file: FileId, text: &str, at: usize, kind: &ErrorKind) -> Diagnostic {
    let at = text.floor_char_boundary(at);
    let finding = |code: &str, range: Range<usize>, message, help| {
        Diagnostic::new(code, Span::new(file, range), message).help(help)
    };
    match kind {
        ErrorKind::RecursionLimitExceeded => {
            return finding(
                "K0104",
                at..at + width(text, at),
                say!(
                    "värdena är nästlade i fler än {MAX_DEPTH} nivåer",
                    "values are nested more than {MAX_DEPTH} levels deep"
                ),
                say!(
                    "gör strukturen plattare; ingen post i katalogen behöver fler än ett tiotal nivåer",
                    "make the structure flatter; no entry of the catalogue needs more than some ten levels"
                ),
            );
        }
        ErrorKind::DirectiveDisallowed => {
            return finding(
                "K0102",
                at..at + line_at(text, at).1.trim_end().len(),
                say!("ett direktiv med `%` används", "a directive (`%`) is used"),
                say!(
                    "ta bort raden; text som börjar med `%` ska stå inom citattecken",
                    "remove the line; text that begins with `%` belongs in quotes"
                ),
            );
        }
        _ => {}
    }
    if let Some(conflict) = conflict(text) {
        return finding(
            "K0101",
            conflict,
            say!(
                "en konflikt från git är kvar i filen",
                "a git conflict is left in the file"
            ),
            say!(
                "välj vilken text som gäller och ta bort raderna `<<<<<<<`, `=======` och `>>>>>>>`",
                "choose which text holds and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`"
            ),
        );
    }
    if let Some(tab) = tab(text, at) {
        return finding(
            "K0101",
            tab..tab + 1,
            say!(
                "raden är indragen med tabb",
                "the line is indented with a tab"
            ),
            say!(
                "byt tabben mot mellanslag, två för varje nivå",
                "replace the tab with spaces, two for each level"
            ),
        );
    }
    let broken = say!(
        "filen följer inte YAML:s skrivregler",
        "the file doesn't follow the rules of YAML"
    );
    if let Some((range, key, rest)) = no_space(text, at, kind) {
        return finding(
            "K0101",
            range,
            broken,
            say!(
                "sätt ett mellanslag efter kolon: `{key}: {rest}`",
                "put a space after the colon: `{key}: {rest}`"
            ),
        );
    }
    if let Some((range, help)) = list_mark(text, at, kind) {
        return finding("K0101", range, broken, help);
    }
    if let Some(sign) = hidden(text, at) {
        return finding(
            "K0101",
            at..at + sign.len_utf8(),
            say!(
                "här står ett osynligt tecken",
                "an invisible character stands here"
            ),
            say!(
                "skriv om raden för hand: tecknet har följt med från ett annat program",
                "type the line anew: the character has come along from another program"
            ),
        );
    }
    if let Some(range) = bracket(text, at, kind) {
        return finding(
            "K0101",
            range,
            broken,
            say!(
                "en text med `[`, `]`, `{{` eller `}}` ska stå inom citattecken när den står inom `{{ … }}`",
                "a text with `[`, `]`, `{{` or `}}` belongs in quotes when it stands within `{{ … }}`"
            ),
        );
    }
    if let Some(range) = comment(text, at, kind) {
        return finding(
            "K0101",
            range,
            broken,
            say!(
                "efter ` #` är resten av raden en kommentar, och klammern avslutas aldrig: sätt citattecken om texten",
                "after ` #` the rest of the line is a comment, and the bracket is never closed: put the text in quotes"
            ),
        );
    }
    let left_open = left_open(text, at, kind);
    let (at, kind) = match &left_open {
        Some((at, kind)) => (*at, kind),
        None => (at, kind),
    };
    let (label, help) = words(kind);
    // At the end of a line the last sign before it is shown.
    let range = match width(text, at) {
        0 => {
            let end = text[..at].trim_end().len();
            let last = text[..end].chars().next_back().map_or(0, char::len_utf8);
            end - last..end
        }
        wide => at..at + wide,
    };
    finding("K0101", range, broken, help).label(label)
}

/// The bytes of the sign at an offset; none at the end of a line.
fn width(text: &str, at: usize) -> usize {
    let sign = text[at..].chars().next();
    sign.filter(|c| *c != '\n' && *c != '\r')
        .map_or(0, char::len_utf8)
}

/// What stands at the underlined place, and what to do.
fn words(kind: &ErrorKind) -> (Message, Message) {
    let stopped = say!("läsningen tog stopp här", "reading stopped here");
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (
            say!("citattecknet avslutas aldrig", "the quote is never closed"),
            say!(
                "avsluta texten med samma citattecken; ska citattecknet synas, sätt det andra slaget om texten: `'…\"…'`",
                "close the text with the same quote; if the quote is to be shown, put the other kind around the text: `'…\"…'`"
            ),
        ),
        ErrorKind::UnclosedFlowCollection { open } => {
            let close = if *open == '[' { ']' } else { '}' };
            (
                say!(
                    "klammern som öppnas här avslutas aldrig",
                    "the bracket opened here is never closed"
                ),
                say!("lägg till `{close}`", "add `{close}`"),
            )
        }
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence => (
            say!("en klammer avslutas aldrig", "a bracket is never closed"),
            say!("lägg till `}}` eller `]`", "add `}}` or `]`"),
        ),
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => (
            say!(
                "klammern hör inte ihop med någon som öppnats",
                "the bracket matches none that was opened"
            ),
            say!(
                "se efter att varje `{{` avslutas med `}}` och varje `[` med `]`",
                "see that every `{{` is closed by `}}` and every `[` by `]`"
            ),
        ),
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::InvalidFlowScalarIndent => (
            stopped,
            say!(
                "inom `{{ … }}` saknas ett komma eller ett `}}`, eller så innehåller en text `: ` eller ` #`; sätt citattecken om texten. Felet kan börja på raden ovanför",
                "inside `{{ … }}` a comma or a `}}` is missing, or a text contains `: ` or ` #`; put the text in quotes. The slip may begin on the line above"
            ),
        ),
        ErrorKind::ExpectedFlowSequenceSeparator => (
            stopped,
            say!(
                "inom `[ … ]` saknas ett komma eller ett `]`, eller så innehåller en text `: ` eller ` #`; sätt citattecken om texten. Felet kan börja på raden ovanför",
                "inside `[ … ]` a comma or a `]` is missing, or a text contains `: ` or ` #`; put the text in quotes. The slip may begin on the line above"
            ),
        ),
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            say!(
                "text fortsätter efter citattecknet",
                "text goes on after the quote"
            ),
            say!(
                "sätt citattecken om hela texten, och `'` ytterst om den innehåller `\"`",
                "put quotes around all of it, and `'` outermost if it contains `\"`"
            ),
        ),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => (
            stopped,
            say!(
                "inom `\"…\"` har `\\` en egen betydelse: byt till enkla citattecken, `'…'`",
                "inside `\"…\"` a `\\` has a meaning of its own: use single quotes, `'…'`"
            ),
        ),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::ZeroBlockScalarIndent
        | ErrorKind::UnexpectedEndOfPlainScalar => (
            say!(
                "en text kan inte börja med det tecknet",
                "a text can't begin with that sign"
            ),
            say!("sätt citattecken om texten", "put the text in quotes"),
        ),
        ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri => (
            stopped,
            say!(
                "text som börjar med `&`, `*` eller `!` ska stå inom citattecken",
                "text that begins with `&`, `*` or `!` belongs in quotes"
            ),
        ),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => (
            say!("här står en tabb", "a tab stands here"),
            say!("byt tabben mot mellanslag", "replace the tab with spaces"),
        ),
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed => (
            stopped,
            say!(
                "antingen har raden fel indrag, eller så innehåller texten `: `; rätta indraget, eller sätt citattecken om texten",
                "either the line is wrongly indented, or the text contains `: `; mend the indentation, or put the text in quotes"
            ),
        ),
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => (
            stopped,
            say!(
                "ett `-` inleder en post i en lista: sätt citattecken om texten, eller börja listan på en egen rad",
                "a `-` begins an item of a list: put the text in quotes, or begin the list on a line of its own"
            ),
        ),
        ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated => (
            stopped,
            say!(
                "efter ` #` är resten av raden en kommentar: sätt citattecken om texten, eller flytta kommentaren till en egen rad",
                "after ` #` the rest of the line is a comment: put the text in quotes, or move the comment to a line of its own"
            ),
        ),
        _ => (
            stopped,
            say!(
                "jämför den här raden och raden ovanför: varje rad ska vara `nyckel: värde` eller börja med `- `, indragen som raderna bredvid; text som innehåller `: ` ska stå inom citattecken",
                "compare this line and the one above: every line is `key: value` or begins with `- `, indented like the lines beside it; text that contains `: ` belongs in quotes"
            ),
        ),
    }
}
