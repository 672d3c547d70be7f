//! The patterns of attributes, and why one can't be understood.

use super::decode::Decoder;
use super::yaml::Node;
use crate::diagnostic::Message;
use crate::model::pattern;
use crate::say;
use crate::source::Spanned;

/// A regular expression that can be used.
pub(super) fn checked_pattern<'a>(
    d: &mut Decoder<'a>,
    node: &Node<'a>,
) -> Option<Spanned<Box<str>>> {
    let text = d.text(node)?;
    let Err(why) = pattern::compile(&text) else {
        return Some(text);
    };
    let Message { sv, en } = cause(&why);
    d.report(
        "K0119",
        &node.range,
        say!(
            "mönstret går inte att tolka: {sv}",
            "the pattern can't be understood: {en}"
        ),
        say!(
            "rätta mönstret, eller ta bort `pattern` och beskriv formen i `description`",
            "mend the pattern, or remove `pattern` and describe the form in `description`"
        ),
    );
    None
}

/// The usual causes in plain words; the library's own words for the others.
fn cause(why: &str) -> Message {
    let causes = [
        (
            "unclosed character class",
            say!(
                "en klammer `[` avslutas aldrig",
                "a bracket `[` is never closed"
            ),
        ),
        (
            "unclosed group",
            say!(
                "en parentes avslutas aldrig",
                "a parenthesis is never closed"
            ),
        ),
        (
            "unopened group",
            say!(
                "en parentes avslutas utan att ha börjat",
                "a parenthesis is closed that was never opened"
            ),
        ),
        (
            "look-around",
            say!(
                "att mönstret blickar framåt eller bakåt, som `(?=…)`, stöds inte",
                "looking ahead or behind, such as `(?=…)`, isn't supported"
            ),
        ),
        (
            "backreferences",
            say!(
                "`\\1`, det som en tidigare parentes fann, stöds inte",
                "`\\1`, what an earlier group found, isn't supported"
            ),
        ),
        (
            "exceeds size limit",
            say!("mönstret blir för stort", "the pattern becomes too large"),
        ),
        (
            "repetition operator missing",
            say!(
                "`*`, `+`, `?` eller `{{…}}` har ingenting framför sig att upprepa",
                "`*`, `+`, `?` or `{{…}}` has nothing before it to repeat"
            ),
        ),
        (
            "unclosed counted repetition",
            say!("`{{` avslutas aldrig", "`{{` is never closed"),
        ),
        (
            "repetition quantifier expects a valid decimal",
            say!(
                "inom `{{…}}` ska det stå ett tal, som `{{4}}`",
                "a number belongs inside `{{…}}`, such as `{{4}}`"
            ),
        ),
        (
            "invalid repetition count range",
            say!(
                "inom `{{…}}` ska det minsta talet stå först",
                "inside `{{…}}` the least number comes first"
            ),
        ),
        (
            "invalid character class range",
            say!(
                "inom `[…]` ska det första tecknet i ett spann vara det lägsta, som `a-z`",
                "inside `[…]` the first sign of a range is the lowest, such as `a-z`"
            ),
        ),
        (
            "unrecognized escape sequence",
            say!(
                "`\\` följs av ett tecken som det inte kan stå före",
                "`\\` is followed by a sign that it can't stand before"
            ),
        ),
        (
            "incomplete escape sequence",
            say!("ett ensamt `\\` står sist", "a lone `\\` stands at the end"),
        ),
    ];
    let known = causes.into_iter().find(|(words, _)| why.contains(words));
    known.map_or_else(|| say!("{why}", "{why}"), |(_, message)| message)
}
