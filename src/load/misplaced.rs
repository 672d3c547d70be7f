//! Files that lie where nothing belongs, and what their authors meant.

use super::layout::{FileKind, classify};
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{PREFIX_PLACE, slug};
use crate::say;

/// The folders that have a name of their own.
const FOLDERS: [&str; 18] = [
    "catalogue",
    "common",
    "categories",
    "authorizations",
    "codelists",
    "concepts",
    "templates",
    "requirements",
    "areas",
    "producers",
    "consumers",
    "sandbox",
    "customers",
    "pages",
    "guide",
    "images",
    "api",
    "agreements",
];

/// A file that has no place in the layout.
pub(super) fn unexpected(path: &str) -> Diagnostic {
    let parts: Vec<&str> = path.split('/').collect();
    let help = if let Some(stem) = path.strip_suffix(".yml") {
        say!(
            "döp om filen till `{stem}.yaml`",
            "rename the file to `{stem}.yaml`"
        )
    } else if path.starts_with("content/images/") {
        say!(
            "spara om bilden som PNG, JPEG eller WebP; ett diagram kan i stället ritas av blocket `diagram` i texten",
            "save the image again as PNG, JPEG or WebP; a diagram can also be drawn by the block `diagram` in the text"
        )
    } else if let Some((part, near)) = misspelt_folder(path) {
        say!(
            "ska mappen `{part}` heta `{near}`?",
            "should the folder `{part}` be `{near}`?"
        )
    } else if let ["catalogue", "producers", producer, name] = parts.as_slice()
        && name.ends_with(".yaml")
    {
        say!(
            "en händelsetyp ska ligga i mappen för sin process: catalogue/producers/{producer}/PROCESS/{name}",
            "an event type belongs in the folder of its process: catalogue/producers/{producer}/PROCESS/{name}"
        )
    } else if let ["content", "api", ..] = parts.as_slice() {
        say!(
            "tjänstebeskrivningen ska ligga i en mapp för sin version: content/api/6.1/openapi.yaml",
            "the service description belongs in a folder for its version: content/api/6.1/openapi.yaml"
        )
    } else {
        say!(
            "jämför sökvägen med listan i `katalog explain K0006` och flytta eller ta bort filen",
            "compare the path with the list in `katalog explain K0006`, and move or remove the file"
        )
    };
    Diagnostic::of_path(
        "K0006",
        path,
        say!(
            "filen har ingen plats i katalogen",
            "the file has no place in the catalogue"
        ),
    )
    .help(help)
}

/// A folder of the path that is nearly one of those that there are.
fn misspelt_folder(path: &str) -> Option<(&str, &'static str)> {
    let (folders, _) = path.rsplit_once('/')?;
    folders.split('/').find_map(|part| {
        // `category` for `categories`: the singular may differ in more than a letter.
        let stem = part.get(..part.len().saturating_sub(1)).unwrap_or("");
        let plural = || FOLDERS.into_iter().find(|name| name.starts_with(stem));
        let near = nearest(part, FOLDERS).or_else(|| plural().filter(|_| stem.len() > 4))?;
        (near != part).then_some((part, near))
    })
}

/// The names by which others may refer to what a broken or misplaced file should
/// hold: the id that its path means, the id that is written in it, and the path
/// of a page. A reference to one of them isn't a second problem.
pub(super) fn names(path: &str, text: &str) -> Vec<String> {
    let mut meant = path.to_owned();
    if let Some(stem) = path.strip_suffix(".yml") {
        meant = format!("{stem}.yaml");
    }
    if classify(&meant).0 == FileKind::Unexpected
        && let Some((part, near)) = misspelt_folder(path)
    {
        meant = meant.replacen(part, near, 1);
    }
    let mut names = Vec::new();
    match classify(&meant) {
        (FileKind::Page { language }, name) => {
            let name = slug(&name);
            names.push(format!("content/{language}/pages/{name}.md"));
        }
        (FileKind::GuideText { .. } | FileKind::Agreement { .. } | FileKind::Template, _) => {
            names.push(meant)
        }
        (FileKind::TemplateEvent, id) => names.push(format!("{PREFIX_PLACE}.{id}")),
        // The terms of a concept that can't be read are any that nobody knows.
        (FileKind::Concept, id) => names.extend([id, meant]),
        (_, id) if !id.is_empty() => names.push(id),
        _ => {}
    }
    names.extend(written_id(text).map(str::to_owned));
    names
}

/// The names of a broken page. In the folder of a language that the site doesn't
/// have, it may be meant for any that it has.
pub(super) fn page_names(path: &str, language: &str, languages: &[Box<str>]) -> Vec<String> {
    let own = names(path, "");
    if languages.iter().any(|code| **code == *language) {
        return own;
    }
    let (from, others) = (format!("content/{language}/"), languages.iter());
    others
        .flat_map(|code| {
            let to = format!("content/{code}/");
            own.iter()
                .map(|path| path.replacen(&from, &to, 1))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The id in a file that may be broken: what stands on the first line `id: …`.
fn written_id(text: &str) -> Option<&str> {
    let line = text.lines().find_map(|line| line.strip_prefix("id:"))?;
    let id = line.split(" #").next()?.trim().trim_matches(['"', '\'']);
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn what_a_file_should_hold_is_known_by_its_path_and_its_id() {
        let all = |path, text| names(path, text).join(" ");
        assert_eq!(all("catalogue/common/categories/A.yml", "id: B # c"), "A B");
        assert_eq!(all("catalogue/common/category/A.yaml", ""), "A");
        assert_eq!(
            all("catalogue/common/concept/a.yml", ""),
            "a catalogue/common/concepts/a.yaml"
        );
        assert_eq!(
            all("content/sv/pages/Om oss.md", ""),
            "content/sv/pages/om-oss.md"
        );
        assert_eq!(all("catalogue/x.txt", ""), "");
    }
}
