//! Pages of text: front matter and Markdown.

use super::decode::Decoder;
use super::markup::Kind;
use super::yaml;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Lang, Page, slug};
use crate::say;
use crate::source::CONFIG_FILE;

/// Names at the root of a site that no page of text can have.
const RESERVED: &[&str] = &[
    "api",
    "assets",
    "authorizations",
    "categories",
    "changes",
    "codelists",
    "codes",
    "concepts",
    "consumers",
    "event-types",
    "policy",
    "producers",
    "service-description",
];

/// What must stand first in the file.
const OPENING: &str = "---\n";

/// Decodes a page in the language of its folder.
pub(super) fn page(d: &mut Decoder<'_>, name: &str, language: &str) -> Option<Page> {
    let Some(at) = d.languages.iter().position(|code| **code == *language) else {
        let codes = d.languages.join(", ");
        let help = match nearest(language, d.languages.iter().map(|code| &**code)) {
            Some(near) => say!(
                "ska mappen heta `{near}`?",
                "should the folder be `{near}`?"
            ),
            None => say!(
                "webbplatsens språk är {codes}; flytta filen, eller lägg till språket i {CONFIG_FILE}",
                "the languages of the site are {codes}; move the file, or add the language to {CONFIG_FILE}"
            ),
        };
        let message = say!(
            "språket `{language}` finns inte på webbplatsen",
            "the language `{language}` isn't a language of the site"
        );
        d.findings
            .push(Diagnostic::of_path("K0006", d.path, message).help(help));
        return None;
    };
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
    let lang = Lang(u8::try_from(at).unwrap_or(0));
    let text = d.text;
    // Reading what stands above the text needs no carriage returns, but places
    // must stay what they are in the file: blanks take their place.
    let clean = text.replace("\r\n", " \n");
    let clean = clean
        .strip_prefix('\u{feff}')
        .map_or_else(|| clean.clone(), |rest| format!("   {rest}"));
    let opening = clean.trim_start_matches(' ');
    let front_start = clean.len() - opening.len();
    let after = opening
        .strip_prefix("--- \n")
        .or_else(|| opening.strip_prefix(OPENING));
    let split = after.and_then(|rest| {
        let start = clean.len() - rest.len();
        let end = clean[start..].find("\n---")? + start;
        let body = clean[end + 4..]
            .find('\n')
            .map_or(clean.len(), |n| end + 4 + n + 1);
        Some((start, end, body))
    });
    let Some((_, end, body_start)) = split else {
        d.report(
            "K0111",
            &(0..0),
            say!("överst i filen saknas rubrik och beskrivning", "the title and description at the top of the file are missing"),
            say!(
                "börja filen med en rad `---`, sedan `title: …` och `description: …`, och en rad `---` till",
                "begin the file with a line `---`, then `title: …` and `description: …`, and another line `---`"
            ),
        );
        return None;
    };
    // Blanked out rather than cut off, so that offsets stay those of the file.
    let front = format!(
        "{}{}",
        " ".repeat(front_start + 3),
        &clean[front_start + 3..end]
    );
    let file = d.file;
    let mut inner = Decoder::new(file, d.path, text, d.languages);
    let root = yaml::parse(file, &front, &mut inner.findings);
    let fields = root.as_ref().and_then(|root| {
        let mut fields = inner.map(root)?;
        let title = fields.need("title").and_then(|n| inner.line(n));
        let description = fields.need("description").and_then(|n| inner.line(n));
        fields.finish(&mut inner);
        Some((title?, description?))
    });
    let mut findings = inner.findings;
    d.findings.append(&mut findings);
    let body = text.get(body_start..).unwrap_or("").replace("\r\n", "\n");
    d.check_markdown(&body, body_start..text.len(), lang, Kind::Page);
    let (title, description) = fields?;
    Some(Page {
        slug: name.into(),
        lang,
        file,
        title,
        description,
        body: body.into(),
    })
}
