//! Code with token classes: JSON printed from the value itself, everything else
//! through syntect. No inline styles; the classes are the theme's to colour.

use super::html::{escape, escaped};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};
use syntect::parsing::{ParseState, ScopeStack, SyntaxSet};

/// How JSON is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As HTML with token classes.
    Html,
    /// As it is.
    Plain,
}

/// Prints compact, valid JSON with two spaces for each level. `indent` is the
/// level that the value itself stands at.
pub(super) fn print_json(json: &str, form: Form, indent: usize, out: &mut String) {
    let bytes = json.as_bytes();
    let mut at = 0;
    let mut depth = indent;
    // For each open object or list, whether it is an object.
    let mut open: Vec<bool> = Vec::new();
    let mut is_key = false;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'{' | b'[' => {
                let object = bytes[at] == b'{';
                at += 1;
                if bytes
                    .get(at)
                    .is_some_and(|b| *b == if object { b'}' } else { b']' })
                {
                    out.push_str(if object { "{}" } else { "[]" });
                    at += 1;
                    continue;
                }
                out.push(if object { '{' } else { '[' });
                open.push(object);
                is_key = object;
                depth += 1;
                new_line(depth, out);
            }
            b'}' | b']' => {
                at += 1;
                open.pop();
                depth = depth.saturating_sub(1);
                new_line(depth, out);
                out.push(bytes[start] as char);
            }
            b',' => {
                at += 1;
                is_key = open.last().copied().unwrap_or(false);
                out.push(',');
                new_line(depth, out);
            }
            b':' => {
                at += 1;
                is_key = false;
                out.push_str(": ");
            }
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(bytes.len());
                token(
                    if is_key { "hk" } else { "hs" },
                    &json[start..at],
                    form,
                    out,
                );
            }
            _ => {
                while at < bytes.len() && !b",]}: \n".contains(&bytes[at]) {
                    at += 1;
                }
                at = at.max(start + 1);
                let number = bytes[start] == b'-' || bytes[start].is_ascii_digit();
                token(
                    if number { "hn" } else { "hb" },
                    &json[start..at],
                    form,
                    out,
                );
            }
        }
    }
}

fn new_line(depth: usize, out: &mut String) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn token(class: &str, text: &str, form: Form, out: &mut String) {
    if form == Form::Plain {
        out.push_str(text);
        return;
    }
    out.push_str("<span class=\"");
    out.push_str(class);
    out.push_str("\">");
    escape(text, out);
    out.push_str("</span>");
}

/// JSON as HTML.
pub(super) fn json_html(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 3);
    print_json(json, Form::Html, 0, &mut out);
    out
}

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Blocks that have been highlighted, by language and text: the same example
/// stands on many pages.
type Cache = Mutex<HashMap<(String, String), Arc<str>>>;
static CACHE: LazyLock<Cache> = LazyLock::new(Mutex::default);

/// How many blocks are kept.
const KEPT: usize = 1024;

/// A code block's content as HTML. A language that isn't known gives plain text.
pub(super) fn highlight(language: &str, text: &str) -> Arc<str> {
    if language.is_empty() {
        return escaped(text).into();
    }
    if language == "json"
        && let Ok(value) = serde_json::from_str::<serde_json::Value>(text)
    {
        return json_html(&value.to_string()).into();
    }
    let key = (language.to_owned(), text.to_owned());
    if let Some(found) = CACHE.lock().ok().and_then(|cache| cache.get(&key).cloned()) {
        return found;
    }
    let html: Arc<str> = with_syntect(language, text)
        .unwrap_or_else(|| escaped(text))
        .into();
    if let Ok(mut cache) = CACHE.lock() {
        if cache.len() >= KEPT {
            cache.clear();
        }
        cache.insert(key, Arc::clone(&html));
    }
    html
}

fn with_syntect(language: &str, text: &str) -> Option<String> {
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        let mut done = 0;
        for (at, op) in state.parse_line(line, &SYNTAXES).ok()? {
            piece(&stack, &line[done..at], &mut out);
            done = at;
            stack.apply(&op).ok()?;
        }
        piece(&stack, &line[done..], &mut out);
    }
    Some(out)
}

fn piece(stack: &ScopeStack, text: &str, out: &mut String) {
    if text.is_empty() {
        return;
    }
    match class_of(stack).filter(|_| !text.trim().is_empty()) {
        Some(class) => token(class, text, Form::Html, out),
        None => escape(text, out),
    }
}

/// The class of the innermost scope that has one. The names of scopes are those
/// of Sublime Text's scope naming guidelines.
fn class_of(stack: &ScopeStack) -> Option<&'static str> {
    const CLASSES: [(&str, &str); 16] = [
        ("comment", "hc"),
        ("punctuation.definition.string", "hs"),
        ("punctuation.definition.comment", "hc"),
        ("entity.name.tag", "hk"),
        ("meta.mapping.key", "hk"),
        ("entity.other.attribute-name", "hk"),
        ("string", "hs"),
        ("constant.numeric", "hn"),
        ("constant.language", "hb"),
        ("keyword.operator", "ho"),
        ("keyword", "hw"),
        ("storage", "hw"),
        ("entity.name.function", "hf"),
        ("support.function", "hf"),
        ("variable", "hv"),
        ("punctuation", "hp"),
    ];
    stack.as_slice().iter().rev().find_map(|scope| {
        let name = scope.build_string();
        CLASSES
            .iter()
            .find(|(start, _)| name.starts_with(start))
            .map(|(_, class)| *class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_printed_as_it_is_valid() {
        let json = r#"{"a":[],"b":{"c":"x\"<y","d":[1,-2.5,true,null]},"e":{}}"#;
        let mut plain = String::new();
        print_json(json, Form::Plain, 0, &mut plain);
        let expected: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(plain, serde_json::to_string_pretty(&expected).unwrap());
        let html = json_html(json);
        assert!(
            html.contains(r#"<span class="hk">&quot;a&quot;</span>: []"#),
            "{html}"
        );
        assert!(
            html.contains(r#"<span class="hs">&quot;x\&quot;&lt;y&quot;</span>"#),
            "{html}"
        );
        assert!(html.contains(r#"<span class="hn">-2.5</span>"#), "{html}");
        assert!(html.contains(r#"<span class="hb">null</span>"#), "{html}");
    }

    #[test]
    fn other_languages_get_classes_and_never_lose_text() {
        let text = "id: SKV # <id>\nlist: [1, \"two\"]";
        let html = highlight("yaml", text);
        assert!(html.contains("<span class=\"hc\">"), "{html}");
        let plain = html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, rest)| rest));
        let plain: String = plain.collect();
        assert_eq!(
            plain
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\""),
            text
        );
        assert_eq!(&*highlight("no-such-language", "a < b"), "a &lt; b");
    }
}
