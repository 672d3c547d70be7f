//! Patterns: the regular expressions of attributes.

use regex::Regex;
use std::collections::HashMap;
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

/// Rewrites the classes that mean more in the regex library than in ECMA-262.
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
        ] {
            let regex = compile(pattern).unwrap();
            assert!(regex.is_match(yes) && !regex.is_match(no), "{pattern}");
        }
        assert!(compile("(").is_err());
        assert!(compile("(?=a)").is_err());
    }
}
