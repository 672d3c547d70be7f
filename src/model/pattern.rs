//! Patterns: the regular expressions of attributes.

use regex::Regex;
use regex_automata::Anchored;
use regex_automata::dfa::{Automaton as _, StartKind, dense};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, RwLock};

/// How many patterns are kept compiled; a preview that runs for days forgets
/// them all now and then instead of growing.
const KEPT: usize = 4096;

static COMPILED: LazyLock<RwLock<HashMap<Box<str>, Arc<Regex>>>> = LazyLock::new(RwLock::default);

/// Compiles a pattern as JSON Schema means it: ECMA-262, matching anywhere in
/// the text, `\d` and `\w` for ASCII only. Look-around and back-references, which
/// can take for ever, are not supported.
///
/// # Errors
/// When the pattern can't be understood; the text says why.
pub fn compile(pattern: &str) -> Result<Arc<Regex>, String> {
    if let Some(found) = COMPILED
        .read()
        .ok()
        .and_then(|map| map.get(pattern).cloned())
    {
        return Ok(found);
    }
    let compiled = regex::RegexBuilder::new(&from_ecma(pattern))
        .size_limit(1 << 20)
        .build()
        .map_err(|error| match error {
            regex::Error::Syntax(text) => text
                .lines()
                .last()
                .unwrap_or("")
                .trim_start_matches("error: ")
                .to_owned(),
            other => other.to_string(),
        })?;
    let compiled = Arc::new(compiled);
    if let Ok(mut map) = COMPILED.write() {
        if map.len() >= KEPT {
            map.clear();
        }
        map.insert(pattern.into(), Arc::clone(&compiled));
    }
    Ok(compiled)
}

/// What ends a line in ECMA-262, and a full stop doesn't match.
const LINE_ENDS: &str = r"\n\r\u{2028}\u{2029}";

/// What `\s` matches in ECMA-262.
const SPACES: &str =
    r"\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";

/// Rewrites the classes that mean other things in the regex library than in ECMA-262.
fn from_ecma(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut in_class = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match (chars.next(), in_class) {
                (Some('d'), false) => out.push_str("[0-9]"),
                (Some('d'), true) => out.push_str("0-9"),
                (Some('D'), _) => out.push_str("[^0-9]"),
                (Some('w'), false) => out.push_str("[A-Za-z0-9_]"),
                (Some('w'), true) => out.push_str("A-Za-z0-9_"),
                (Some('W'), _) => out.push_str("[^A-Za-z0-9_]"),
                (Some('s'), false) => out.extend(["[", SPACES, "]"]),
                (Some('s'), true) => out.push_str(SPACES),
                (Some('S'), _) => out.extend(["[^", SPACES, "]"]),
                (Some('/'), _) => out.push('/'),
                (Some(other), _) => {
                    out.push('\\');
                    out.push(other);
                }
                (None, _) => out.push('\\'),
            },
            '[' => {
                // Within a class `[` is itself in ECMA-262, but begins a nested
                // class in the library.
                out.push_str(if in_class { "\\[" } else { "[" });
                in_class = true;
            }
            ']' => {
                in_class = false;
                out.push(']');
            }
            '.' if !in_class => out.extend(["[^", LINE_ENDS, "]"]),
            // `&&`, `--` and `~~` are operators in the library's classes.
            '&' | '~' if in_class => {
                out.push('\\');
                out.push(c);
            }
            other => out.push(other),
        }
    }
    out
}

/// Most pairs of states that are looked at to compare two patterns.
const MOST_STATES: usize = 50_000;

/// Whether everything that matches `new` is sure to match `old` as well. "No"
/// may also mean that it could not be shown.
pub fn is_narrower(new: &str, old: &str) -> bool {
    let (Some(new), Some(old)) = (automaton(new), automaton(old)) else {
        return false;
    };
    includes(&old, &new).unwrap_or(false)
}

/// An automaton that accepts exactly the texts in which the pattern matches.
fn automaton(pattern: &str) -> Option<dense::DFA<Vec<u32>>> {
    let whole = format!("(?s:.*)(?:{})(?s:.*)", from_ecma(pattern));
    dense::Builder::new()
        .configure(
            dense::Config::new()
                .start_kind(StartKind::Anchored)
                .dfa_size_limit(Some(4 << 20))
                .determinize_size_limit(Some(4 << 20)),
        )
        .build(&whole)
        .ok()
}

/// Whether the first automaton accepts all that the second accepts: no pair of
/// states that one text leads to is final in the second and not in the first.
/// Nothing when there are too many pairs to tell.
fn includes(wide: &dense::DFA<Vec<u32>>, narrow: &dense::DFA<Vec<u32>>) -> Option<bool> {
    let start = |dfa: &dense::DFA<Vec<u32>>| {
        dfa.start_state(&regex_automata::util::start::Config::new().anchored(Anchored::Yes))
            .ok()
    };
    let first = (start(wide)?, start(narrow)?);
    let mut seen = HashSet::from([first]);
    let mut open = vec![first];
    while let Some((w, n)) = open.pop() {
        // A match is seen one step late, so the end of the text decides.
        let accepts =
            |dfa: &dense::DFA<Vec<u32>>, state| dfa.is_match_state(dfa.next_eoi_state(state));
        if accepts(narrow, n) && !accepts(wide, w) {
            return Some(false);
        }
        if narrow.is_dead_state(n) {
            continue;
        }
        for byte in 0..=u8::MAX {
            let next = (wide.next_state(w, byte), narrow.next_state(n, byte));
            if seen.insert(next) {
                open.push(next);
            }
        }
        if seen.len() > MOST_STATES {
            return None;
        }
    }
    Some(true)
}

#[cfg(test)]
mod tests {
    use super::compile;

    #[test]
    fn patterns_mean_what_json_schema_means() {
        for (pattern, yes, no) in [
            (r"^\d{4}$", "2026", "２０２６"),
            (r"^[\d-]+$", "19-20", "a"),
            (r"^[A-ZÅÄÖ0-9 -]+/?[0-9]*$", "BYGG-2026/12", "bygg"),
            (r"^[[&~]+$", "[&~", "]"),
            (r"^a\/b$", "a/b", "ab"),
            ("^.$", "\u{85}", "\r"),
            ("^[.]$", ".", "a"),
            (r"^\s$", "\u{feff}", "\u{85}"),
            (r"^[\S_]$", "\u{85}", "\u{a0}"),
        ] {
            let regex = compile(pattern).unwrap();
            assert!(regex.is_match(yes) && !regex.is_match(no), "{pattern}");
        }
        assert!(compile("(").is_err());
        assert!(compile("(?=a)").is_err());
    }

    #[test]
    fn narrower_is_only_said_when_it_is_so() {
        use super::is_narrower;
        for (new, old) in [
            ("^[0-9]{4}$", "^[0-9]{2,6}$"),
            ("^BYGG-[0-9]{4}$", "^[A-Z]+-[0-9]+$"),
            ("^abc$", "b"),
            ("^[a-z]+$", "^[a-zåäö]+$"),
            ("^(a|b)$", "^[ab]$"),
        ] {
            assert!(is_narrower(new, old), "{new} is within {old}");
        }
        for (new, old) in [
            ("^[0-9]{2,6}$", "^[0-9]{4}$"),
            ("[0-9]{4}", "^[0-9]{4}$"),
            ("^[a-zå]+$", "^[a-z]+$"),
            ("^a*$", "^a+$"),
            (r"^[^\n]$", "^.$"),
            ("^\\bword\\b$", "^word$"),
        ] {
            assert!(
                !is_narrower(new, old),
                "{new} is not shown to be within {old}"
            );
        }
    }
}
