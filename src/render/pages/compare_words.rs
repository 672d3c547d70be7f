//! How a change is shown: the text that changed in the reader's own language, and
//! of long texts only the part that differs.

use crate::model::{Attribute, Lang, LocalText, Type, Version};
use crate::render::html::escape;

/// A value that is longer than this, in characters, is shown in part.
const LONG: usize = 100;

/// The characters around what differs that are shown of a long value.
const AROUND: usize = 24;

/// The longest text that a list shows, in characters.
const SHORT: usize = 200;

/// A sentence in which values stand between backticks, as HTML.
pub(super) fn with_code(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    // A value may hold a backtick itself; then it is shown as it is written.
    if text.matches('`').count() % 2 == 1 {
        escape(text, &mut out);
        return out;
    }
    for (number, part) in text.split('`').enumerate() {
        let is_code = number % 2 == 1;
        out.push_str(if is_code { "<code>" } else { "" });
        escape(part, &mut out);
        out.push_str(if is_code { "</code>" } else { "" });
    }
    out
}

/// The beginning of a text, cut between words.
pub(super) fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SHORT) else {
        return text.to_owned();
    };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{} …", text[..end].trim_end_matches([',', ';', ':', '.']))
}

/// Whether a path (see [`crate::model::change::Change::path`]) leads to a text for people.
pub(super) fn is_text(path: &str) -> bool {
    let field = path.rsplit_once('#').map_or(path, |(_, field)| field);
    let field = field.split_once('.').map_or(field, |(field, _)| field);
    matches!(field, "title" | "description")
}

/// The language that a text has changed in, when not in all that it has.
pub(super) fn language_of<'c>(path: &str, codes: &'c [Box<str>]) -> Option<&'c str> {
    let (_, last) = path.rsplit_once('.')?;
    let mut codes = codes.iter().map(|code| &**code);
    codes.find(|code| *code == last).filter(|_| is_text(path))
}

/// The text that a change is about, in a language; nothing for what is no text,
/// and for a text that has changed in some languages only.
pub(super) fn changed_text<'v>(version: &'v Version, path: &str, lang: Lang) -> Option<&'v str> {
    let text = match path {
        "title" => Some(&version.title),
        "description" => Some(&version.description),
        _ => {
            let (at, field) = path.rsplit_once('#')?;
            match at.split_once('.')? {
                ("attributes", rest) => text_of(&version.attributes, rest, field),
                ("references", rest) => text_of(&version.references, rest, field),
                _ => None,
            }
        }
    };
    text.map(|text| text.get(lang))
}

/// The field of what stands at a path such as `bilagor[].namn` or `utfall=BIFALL`.
fn text_of<'v>(attributes: &'v [Attribute], path: &str, field: &str) -> Option<&'v LocalText> {
    let end = path.find(['.', '[', '=']).unwrap_or(path.len());
    let own = attributes.iter().find(|it| *it.name.value == path[..end])?;
    let mut ty = &own.ty;
    let mut rest = &path[end..];
    while let (Type::Array { items, .. }, Some(after)) = (ty, rest.strip_prefix("[]")) {
        (ty, rest) = (items, after);
    }
    match (ty, rest) {
        (_, "") => (field == "description").then_some(&own.description),
        (Type::Object(nested), _) => text_of(nested, rest.strip_prefix('.')?, field),
        (Type::Code(codes), _) => {
            let value = rest.strip_prefix('=')?;
            let code = codes.values.iter().find(|it| *it.value.value == *value)?;
            match field {
                "title" => Some(&code.title),
                "description" => code.description.as_ref(),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Two values as they are shown: whole when they are short, else what differs
/// with a little around it.
pub(super) fn excerpts(old: Option<&str>, new: Option<&str>) -> (Option<String>, Option<String>) {
    let (Some(old), Some(new)) = (old, new) else {
        return (old.map(shortened), new.map(shortened));
    };
    if old.chars().count().max(new.chars().count()) <= LONG {
        return (Some(old.to_owned()), Some(new.to_owned()));
    }
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let pairs = old.iter().zip(&new);
    let before = pairs.take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - before;
    let pairs = old.iter().rev().zip(new.iter().rev());
    let after = pairs.take(most).take_while(|(a, b)| a == b).count();
    let part = |text: &[char]| {
        let start = word_start(text, before.saturating_sub(AROUND));
        let end = word_end(text, (text.len() - after + AROUND).min(text.len()));
        let inner: String = text[start..end].iter().collect();
        let short = shortened(&inner);
        let open = if start > 0 { "… " } else { "" };
        let is_cut = end < text.len() && short.len() == inner.len();
        let close = if is_cut { " …" } else { "" };
        format!("{open}{short}{close}")
    };
    (Some(part(&old)), Some(part(&new)))
}

/// The beginning of the word that a place is in.
fn word_start(text: &[char], at: usize) -> usize {
    let space = text[..at].iter().rposition(|c| c.is_whitespace());
    space.map_or(0, |space| space + 1)
}

/// The end of the word that a place is in.
fn word_end(text: &[char], at: usize) -> usize {
    let space = text[at..].iter().position(|c| c.is_whitespace());
    space.map_or(text.len(), |space| at + space)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_as_code_and_are_escaped() {
        assert_eq!(
            with_code("`a<b` blev `c`"),
            "<code>a&lt;b</code> blev <code>c</code>"
        );
        assert_eq!(with_code("`a`b` blev"), "`a`b` blev");
    }

    #[test]
    fn of_long_texts_only_what_differs_is_shown() {
        let long = "Myndigheten har tagit emot din ansökan och skickar ett brev med posten till dig inom kort. Sedan händer inget mer på en tid.";
        let other = long.replace("ett brev med posten", "ett meddelande");
        let (old, new) = excerpts(Some(long), Some(&other));
        assert_eq!(
            old.as_deref(),
            Some("… ansökan och skickar ett brev med posten till dig inom kort. Sedan …")
        );
        assert_eq!(
            new.as_deref(),
            Some("… ansökan och skickar ett meddelande till dig inom kort. Sedan …")
        );
        let same = (Some("a".to_owned()), Some("b".to_owned()));
        assert_eq!(excerpts(Some("a"), Some("b")), same);
        // One is the beginning of the other.
        let (old, new) = excerpts(Some(long), Some(&format!("{long} Slut.")));
        assert!(old.is_some_and(|old| old.ends_with("på en tid.")));
        assert!(new.is_some_and(|new| new.ends_with("Slut.")));
    }
}
