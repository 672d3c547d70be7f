//! The usual slips that break the syntax of a YAML file, found in its text where the
//! reader stopped.

use crate::diagnostic::Message;
use crate::say;
use granit_parser::ErrorKind;
use std::ops::Range;

/// The line that holds an offset: where it begins, and what is left of it from
/// the offset on.
pub(super) fn line_at(text: &str, at: usize) -> (usize, &str) {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    (start, text[at..].lines().next().unwrap_or(""))
}

/// The line with an offset and the one above it, each with where it begins: a
/// slip often shows first on the next line.
fn two_lines(text: &str, at: usize) -> impl Iterator<Item = (usize, &str)> {
    let (start, _) = line_at(text, at);
    let above = start.checked_sub(1).map(|end| line_at(text, end).0);
    [Some(start), above]
        .into_iter()
        .flatten()
        .map(|start| (start, text[start..].lines().next().unwrap_or("")))
}

/// A mark that a merge in git left, anywhere in the file.
pub(super) fn conflict(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// A tab in the indentation of the line, or of the one above.
pub(super) fn tab(text: &str, at: usize) -> Option<usize> {
    two_lines(text, at).find_map(|(start, line)| {
        let indent = &line[..line.len() - line.trim_start().len()];
        indent.find('\t').map(|tab| start + tab)
    })
}

/// A line that should begin with `- ` as the one above does: without the mark, or
/// without the space after it.
pub(super) fn list_mark(
    text: &str,
    at: usize,
    kind: &ErrorKind,
) -> Option<(Range<usize>, Message)> {
    if !matches!(
        kind,
        ErrorKind::SimpleKeyExpected
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::InvalidSimpleKey
    ) {
        return None;
    }
    let (start, line) = two_lines(text, at).next()?;
    let words = line.trim_start();
    let start = start + line.len() - words.len();
    let range = start..start + words.trim_end().len();
    let above = text[..start]
        .lines()
        .rev()
        .skip(1)
        .find(|line| !line.trim().is_empty());
    let in_list = above.is_some_and(|line| line.trim_start().starts_with("- "));
    match words.strip_prefix('-') {
        Some(rest) if !rest.starts_with([' ', '-']) => Some((
            start..start + 1,
            say!(
                "sätt ett mellanslag efter strecket: `- …`",
                "put a space after the hyphen: `- …`"
            ),
        )),
        None if in_list && words.starts_with(['{', '[', '"', '\'']) => Some((
            range,
            say!(
                "raden ovanför är en del av en lista: börja även den här med `- `, med samma indrag",
                "the line above is part of a list: begin this one with `- ` as well, with the same indentation"
            ),
        )),
        _ => None,
    }
}

/// A character that can't be seen and that YAML doesn't allow.
pub(super) fn hidden(text: &str, at: usize) -> Option<char> {
    let sign = text[at..].chars().next()?;
    (sign.is_control() && !matches!(sign, '\n' | '\r' | '\t')).then_some(sign)
}

/// A bracket in the middle of a text within `{ … }`: to YAML it begins or ends a list.
pub(super) fn bracket(text: &str, at: usize, kind: &ErrorKind) -> Option<Range<usize>> {
    let flow = matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator
    );
    let (start, _) = line_at(text, at);
    let before = text[start..at].trim_end();
    let sign = text[at..]
        .chars()
        .next()
        .filter(|sign| "[{".contains(*sign))?;
    let inside = before.ends_with(|c: char| c.is_alphanumeric() || ".)!?".contains(c));
    (flow && inside).then(|| at..at + sign.len_utf8())
}

/// A comment within `{ … }`, on the line or the one above, that takes the bracket
/// with it.
pub(super) fn comment(text: &str, at: usize, kind: &ErrorKind) -> Option<Range<usize>> {
    if !matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
    ) {
        return None;
    }
    two_lines(text, at).find_map(|(start, line)| {
        let mark = line.find(" #")? + 1;
        let open = |text: &str| {
            let count = |sign| text.matches(sign).count();
            count('{') > count('}') || count('[') > count(']')
        };
        let taken = open(&line[..mark]) && line[mark..].contains(['}', ']']);
        taken.then(|| start + mark..start + line.trim_end().len())
    })
}

/// The bracket on the line above that is still open, where the line at hand begins
/// no deeper, and so was meant to be outside it.
pub(super) fn left_open(text: &str, at: usize, kind: &ErrorKind) -> Option<(usize, ErrorKind)> {
    if !matches!(
        kind,
        ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidColonPlacement
    ) {
        return None;
    }
    let mut lines = two_lines(text, at);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (_, here) = lines.next()?;
    let (start, above) = lines.next()?;
    if indent(here) > indent(above) {
        return None;
    }
    let mut open = Vec::new();
    for (at, sign) in above.char_indices() {
        match sign {
            '{' | '[' => open.push((at, sign)),
            '}' | ']' => drop(open.pop()),
            _ => {}
        }
    }
    let (at, sign) = open.pop()?;
    Some((start + at, ErrorKind::UnclosedFlowCollection { open: sign }))
}

/// `key:text`, on the line or the one above, where that can be what is wrong.
pub(super) fn no_space<'t>(
    text: &'t str,
    at: usize,
    kind: &ErrorKind,
) -> Option<(Range<usize>, &'t str, String)> {
    if !matches!(
        kind,
        ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::MappingKeyNotAllowed
    ) {
        return None;
    }
    two_lines(text, at).find_map(|(start, line)| {
        let words = line.trim_start().trim_start_matches("- ").trim_start();
        let (key, rest) = words.split_once(':')?;
        let word = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric());
        if !word || rest.is_empty() || rest.starts_with([' ', '/']) {
            return None;
        }
        let start = start + line.len() - words.len();
        let rest: String = match rest.trim_end().char_indices().nth(40) {
            Some((cut, _)) => format!("{}…", &rest[..cut]),
            None => rest.trim_end().to_owned(),
        };
        Some((start..start + key.len() + 1, key, rest))
    })
}
