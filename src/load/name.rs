//! The id of an entity, held against its path, and names that were meant.

use super::decode::Decoder;
use super::fields::Fields;
use super::layout::path_of;
use super::yaml::Node;
use crate::diagnostic::Message;
use crate::model::{is_name, slug};
use crate::say;
use crate::source::Spanned;

/// How an id of capital letters looks.
pub(super) const NAME_FORM: (&str, &str) = (
    "använd bara A–Z, 0–9 och _ (inte å, ä, ö)",
    "use only A–Z, 0–9 and _ (not å, ä, ö)",
);

/// The name of a part of something: of a step or a state.
pub(super) fn part_name<'a>(d: &mut Decoder<'a>, node: &Node<'a>) -> Option<Spanned<Box<str>>> {
    let id = d.text(node)?;
    let written = &id.value;
    if is_name(written) {
        return Some(id);
    }
    d.report(
        "K0117",
        &node.range,
        say!(
            "`{written}` följer inte namnstandarden",
            "`{written}` doesn't follow the naming standard"
        ),
        meant(&[capitals(written)], is_name, NAME_FORM),
    );
    None
}

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
            valid_id(d.path, written, expected, is_valid, form),
        );
        return None;
    }
    if **written == *expected {
        return Some(id);
    }
    let producer = |id: &str| id.split_once('.').map(|(producer, _)| producer.to_owned());
    if let (Some(own), Some(other)) = (producer(expected), producer(written))
        && own != other
        && is_valid(expected)
    {
        let rest = &expected[own.len()..];
        d.report(
            "K0125",
            &node.range,
            say!(
                "prefixet `{other}` är inte {own}s, men filen ligger i mappen för {own}",
                "the prefix `{other}` isn't that of {own}, but the file lies in the folder of {own}"
            ),
            say!(
                "skriv `id: {own}{rest}`, eller flytta filen till mappen för {other}",
                "write `id: {own}{rest}`, or move the file to the folder of {other}"
            ),
        );
        return None;
    }
    let target = path_of(d.path, written);
    let is_taken = |path: &String| d.paths.contains(path);
    let help = match (target, is_valid(expected)) {
        // Moving the file there would overwrite the one that has the id by right.
        (Some(path), true) if is_taken(&path) => say!(
            "skriv `id: {expected}`; filen {path} har redan id {written}",
            "write `id: {expected}`; the id {written} already belongs to the file {path}"
        ),
        (Some(path), false) if is_taken(&path) => say!(
            "ta bort filen om den är en kopia av {path}; ge den annars ett eget namn och id",
            "remove the file if it is a copy of {path}; otherwise give it a name and an id of its own"
        ),
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

/// What to write in place of an id that can't be one: what the file's name says,
/// or else what was meant, by which the file is then to be named as well.
fn valid_id(
    path: &str,
    written: &str,
    expected: &str,
    is_valid: fn(&str) -> bool,
    form: (&str, &str),
) -> Message {
    if is_valid(expected) {
        return say!("skriv `id: {expected}`", "write `id: {expected}`");
    }
    let names = [capitals(written), slug(written)];
    let near = names.iter().find(|name| is_valid(name));
    match near.and_then(|near| Some((near, path_of(path, near)?))) {
        Some((near, path)) => say!(
            "skriv `id: {near}` och byt filens sökväg till {path}",
            "write `id: {near}` and change the file's path to {path}"
        ),
        None => {
            let (sv, en) = form;
            say!("{sv}", "{en}")
        }
    }
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
