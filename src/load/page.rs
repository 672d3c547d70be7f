//! Pages of text: front matter and Markdown.

use super::decode::Decoder;
use super::front;
use crate::diagnostic::Diagnostic;
use crate::model::{Page, slug};
use crate::say;

/// Names at the root of a site that no page of text can have.
const RESERVED: &[&str] = &[
    "agreements",
    "api",
    "areas",
    "assets",
    "authorizations",
    "categories",
    "changes",
    "codelists",
    "codes",
    "concepts",
    "consumers",
    "event-types",
    "figures",
    "guide",
    "images",
    "policy",
    "producers",
    "register",
    "roadmap",
    "service-description",
    "templates",
];

/// Decodes a page in the language of its folder.
pub(super) fn page(d: &mut Decoder<'_>, name: &str, language: &str) -> Option<Page> {
    let lang = front::language(d, language)?;
    if RESERVED.contains(&name) || d.languages.iter().any(|code| **code == *name) {
        let message = say!(
            "adressen `/{name}/` hör till en sida som byggs ur katalogen",
            "the address `/{name}/` belongs to a page that is built from the catalogue"
        );
        let help = say!(
            "ge filen ett annat namn, till exempel om-{name}.md",
            "give the file another name, such as about-{name}.md"
        );
        d.findings
            .push(Diagnostic::of_path("K0007", d.path, message).help(help));
        return None;
    }
    if slug(name) != name {
        let plain = slug(name);
        d.report(
            "K0117",
            &(0..0),
            say!(
                "filnamnet `{name}` kan inte bli en adress",
                "the file name `{name}` can't become an address"
            ),
            say!(
                "döp om filen till `{plain}.md`",
                "rename the file to `{plain}.md`"
            ),
        );
        return None;
    }
    let (fields, body) = front::read(d, |d, fields| {
        let status = fields.get("status");
        let draft = match status {
            Some(node) => d.choice(node, &[("draft", true), ("published", false)]),
            None => Some(false),
        };
        Some((front::heading(d, fields, lang), draft?))
    })?;
    let (heading, draft) = fields.unzip();
    front::page(
        d,
        name,
        lang,
        draft.unwrap_or(false),
        heading.flatten(),
        body,
    )
}
