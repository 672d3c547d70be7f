//! Agreements as documents for word processors (Office Open XML), blank or filled in.
//!
//! The parts are written by hand: headings, clauses and lists are real styles with
//! automatic numbers, and what is to be filled in are content controls. The same
//! agreement gives the same bytes each time, on every machine.

mod body;
mod control;
mod package;
mod parts;
mod styles;
mod table;
mod words;
mod xml;

use crate::model::{AgreementEdition, AgreementText, FieldValue, Lang};
use body::Body;
use std::collections::BTreeMap;

/// What fields are filled in with, by name.
pub type Values = BTreeMap<Box<str>, FieldValue>;

/// An agreement to be written.
pub struct Document<'a> {
    /// The version.
    pub edition: &'a AgreementEdition,
    /// Its text.
    pub text: &'a AgreementText,
    /// The code of the text's language, such as `sv`.
    pub language: &'a str,
    /// The code of the language whose text is agreed.
    pub original: &'a str,
    /// What has been filled in; the other fields are left as blanks.
    pub values: &'a Values,
    /// The whole address of this version on the site.
    pub address: String,
    /// The whole address that a link within the site leads to.
    pub link: &'a dyn Fn(&str) -> String,
}

impl Document<'_> {
    /// Whether the text is a translation, which isn't what is agreed.
    fn is_translation(&self) -> bool {
        self.text.lang != Lang::FIRST
    }
}

/// The bytes of the document.
pub fn write(document: &Document<'_>) -> Vec<u8> {
    let body = Body::of(document);
    package::pack(&[
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relationships()),
        ("docProps/app.xml", parts::app_properties()),
        ("docProps/core.xml", parts::core_properties(document)),
        ("word/document.xml", body.document),
        (
            "word/_rels/document.xml.rels",
            parts::document_relationships(&body.links),
        ),
        ("word/styles.xml", styles::styles(document)),
        ("word/numbering.xml", styles::numbering(&body.starts)),
        ("word/settings.xml", parts::settings(document)),
        ("word/header1.xml", parts::header(document)),
        ("word/footer1.xml", parts::footer(document)),
    ])
}
