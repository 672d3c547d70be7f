//! The id of an entity, held against its path, and names that were meant.

use super::decode::Decoder;
use super::fields::Fields;
use super::layout::path_of;
use crate::diagnostic::Message;
use crate::model::slug;
use crate::say;
use crate::source::Spanned;

/// How an id of capital letters looks.
pub(super) const NAME_FORM: (&str, &str) = (
    "använd bara A–Z, 0–9 och _ (inte å, ä, ö)",
    "use only A–Z, 0–9 and _ (not å, ä, ö)",
);

/// Takes the `id` and holds it against the path.
pub(super) fn id<'a>(
    d: &mut Decoder<'a>,
    fields: &mut Fields<'_, 'a>,
    expected: &str,
    is_valid: fn(&str) -> bool,
    form: (&str, &str),
) -> Option<Spanned<Box<str>>> {
    let node = fields.need("id")?;
    let id = d.text(node)?;
    let written = &id.value;
    if !is_valid(written) {
        d.report(
            "K0117",
            &node.range,
            say!(
                "`{written}` följer inte namnstandarden",
                "`{written}` doesn't follow the naming standard"
            ),
            meant(&[capitals(written), slug(written)], is_valid, form),
        );
        return None;
    }
    if **written == *expected {
        return Some(id);
    }
    let help = match (path_of(d.path, written), is_valid(expected)) {
        (Some(path), true) => say!(
            "skriv `id: {expected}`, eller flytta filen till `{path}`",
            "write `id: {expected}`, or move the file to `{path}`"
        ),
        (Some(path), false) => say!("döp om filen till `{path}`", "rename the file to `{path}`"),
        (None, _) => say!("skriv `id: {expected}`", "write `id: {expected}`"),
    };
    d.report(
        "K0118",
        &node.range,
        say!(
            "id är `{written}`, men filen ligger där `{expected}` ska ligga",
            "the id is `{written}`, but the file lies where `{expected}` belongs"
        ),
        help,
    );
    None
}

/// The first of some names that can be used as a suggestion, or else the form
/// that names have.
pub(super) fn meant(
    names: &[String],
    is_valid: fn(&str) -> bool,
    (sv, en): (&str, &str),
) -> Message {
    match names.iter().find(|name| is_valid(name)) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => say!("{sv}", "{en}"),
    }
}

/// Rewrites what is most often wrong in a name of capital letters: å, ä, ö,
/// hyphens, blanks and small letters.
pub(super) fn capitals(name: &str) -> String {
    let upper = name.to_uppercase();
    upper
        .chars()
        .map(|c| match c {
            'Å' | 'Ä' => 'A',
            'Ö' => 'O',
            'É' => 'E',
            'Ü' => 'U',
            '-' | ' ' => '_',
            other => other,
        })
        .collect()
}

/// Rewrites a name as one word with capital letters where words began.
pub(super) fn camel(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            'ü' => 'u',
            'Å' | 'Ä' => 'A',
            'Ö' => 'O',
            other => other,
        })
        .collect();
    let mut out = String::with_capacity(plain.len());
    for word in plain.split(|c: char| !c.is_ascii_alphanumeric()) {
        let Some(first) = word.chars().next() else {
            continue;
        };
        out.push(match out.is_empty() {
            true => first.to_ascii_lowercase(),
            false => first.to_ascii_uppercase(),
        });
        // A word all in capitals is written like any other.
        let all_capitals = word.len() > 1 && !word.contains(|c: char| c.is_ascii_lowercase());
        match all_capitals {
            true => out.push_str(&word[1..].to_ascii_lowercase()),
            false => out.push_str(&word[1..]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{camel, capitals};

    #[test]
    fn names_are_rewritten_as_they_were_meant() {
        assert_eq!(capitals("ansökan-mottagen"), "ANSOKAN_MOTTAGEN");
        for (written, name) in [
            ("sista-dag", "sistaDag"),
            ("Sista dag", "sistaDag"),
            ("SISTA_DAG", "sistaDag"),
            ("förfallodag", "forfallodag"),
            ("SenastDatum", "senastDatum"),
        ] {
            assert_eq!(camel(written), name);
        }
    }
}
