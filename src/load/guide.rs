//! The texts of the connection guide: an opening text and chapters, in a folder
//! for each version and language.

use super::decode::Decoder;
use super::{edition, front};
use crate::model::{EditionNumber, GuideHead, GuideText, Lang, OPENING_TEXT, slug};
use crate::say;

/// Decodes a text of the guide. The opening text in the first language tells of
/// the version.
pub(super) fn guide_text(
    d: &mut Decoder<'_>,
    language: &str,
    version: &str,
    name: &str,
) -> Option<GuideText> {
    let lang = front::language(d, language)?;
    let number = number(d, version)?;
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
    let tells = name == OPENING_TEXT && lang == Lang::FIRST;
    let (fields, body) = front::read(d, |d, fields| {
        let heading = front::heading(d, fields, lang);
        if !tells {
            return Some((heading, None));
        }
        let edition = edition::edition(d, fields, number);
        let chapters = fields.need("chapters");
        let chapters = chapters.and_then(|n| d.every(n, |d, n| d.text(n)));
        let single = chapters
            .as_ref()
            .is_some_and(|names| super::common::unique(d, names.iter()));
        let (edition, chapters) = (edition?, chapters.filter(|_| single)?);
        Some((heading, Some(GuideHead { edition, chapters })))
    })?;
    let whole = fields.is_some();
    let (heading, head) = fields.unwrap_or_default();
    let page = front::page(d, name, lang, false, heading, body);
    Some(GuideText {
        number,
        page: page.filter(|_| whole)?,
        head,
    })
}

/// The number that a folder or a file is named by.
pub(super) fn number(d: &mut Decoder<'_>, name: &str) -> Option<EditionNumber> {
    if let Ok(number) = name.parse() {
        return Some(number);
    }
    d.report(
        "K0117",
        &(0..0),
        say!(
            "`{name}` i sökvägen är inget versionsnummer för ett dokument",
            "`{name}` in the path is no version number of a document"
        ),
        say!(
            "döp om till två tal med punkt emellan, som 1.1",
            "rename it to two numbers with a dot between, such as 1.1"
        ),
    );
    None
}
