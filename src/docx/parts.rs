//! The small parts of a document: what it consists of, properties, head and foot.

use super::Document;
use super::words::{choose, tag};
use super::xml::{HEAD, R, W, escaped};
use crate::say;
use std::fmt::Write as _;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The width between the margins of an A4 page, in twentieths of a point.
pub(super) const TEXT_WIDTH: usize = 9184;

pub(super) fn content_types() -> String {
    let mut out = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    let mut part = |name: &str, kind: &str| {
        let _ = write!(
            out,
            "<Override PartName=\"{name}\" ContentType=\"{kind}+xml\"/>"
        );
    };
    part("/word/document.xml", &format!("{WORD}.document.main"));
    for (name, kind) in [
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        part(&format!("/word/{name}.xml"), &format!("{WORD}.{kind}"));
    }
    part(
        "/docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties",
    );
    part(
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties",
    );
    out.push_str("</Types>");
    out
}

pub(super) fn relationships() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/>\
         </Relationships>"
    )
}

/// `links` are the addresses that the text leads to, in order.
pub(super) fn document_relationships(links: &[String]) -> String {
    let mut out = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (id, part) in ["styles", "numbering", "settings", "header", "footer"]
        .iter()
        .enumerate()
    {
        let file = match *part {
            "header" | "footer" => format!("{part}1.xml"),
            _ => format!("{part}.xml"),
        };
        let _ = write!(
            out,
            "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{part}\" Target=\"{file}\"/>",
            id + 1
        );
    }
    for (at, target) in links.iter().enumerate() {
        let target = escaped(target);
        let _ = write!(
            out,
            "<Relationship Id=\"rLink{at}\" Type=\"{OFFICE}/hyperlink\" Target=\"{target}\" TargetMode=\"External\"/>"
        );
    }
    out.push_str("</Relationships>");
    out
}

pub(super) fn app_properties() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>katalog</Application></Properties>"
    )
}

/// The title, the language and the version; no author: an agreement is its parties'.
pub(super) fn core_properties(document: &Document<'_>) -> String {
    let title = escaped(&document.text.title);
    let description = escaped(&document.text.description);
    let language = tag(document.language);
    let number = document.edition.edition.number;
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>{title}</dc:title><dc:description>{description}</dc:description>\
         <dc:language>{language}</dc:language><cp:version>{number}</cp:version>\
         </cp:coreProperties>"
    )
}

pub(super) fn settings(document: &Document<'_>) -> String {
    let language = tag(document.language);
    format!(
        "{HEAD}<w:settings {W}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/>\
         <w:autoHyphenation w:val=\"0\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

/// The title to the left, the version to the right.
pub(super) fn header(document: &Document<'_>) -> String {
    let title = escaped(&document.text.title);
    let number = document.edition.edition.number;
    let version = match document.edition.edition.draft {
        true => say!("Version {number} – UTKAST", "Version {number} – DRAFT"),
        false => say!("Version {number}", "Version {number}"),
    };
    let version = escaped(&choose(document.language, version));
    format!(
        "{HEAD}<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{}<w:r><w:tab/></w:r>{}</w:p></w:hdr>",
        run(&title),
        run(&version)
    )
}

/// Where the template comes from to the left, the page to the right.
pub(super) fn footer(document: &Document<'_>) -> String {
    let address = escaped(&document.address);
    let page = choose(document.language, say!("Sida ", "Page "));
    let of = choose(document.language, say!(" av ", " of "));
    let count = |field: &str| {
        format!(
            "<w:fldSimple w:instr=\" {field} \">{}</w:fldSimple>",
            run("1")
        )
    };
    format!(
        "{HEAD}<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        run(&address),
        run(&page),
        count("PAGE"),
        run(&of),
        count("NUMPAGES")
    )
}

/// Words without anything else; they are XML already.
pub(super) fn run(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}
