//! Katalog: from a folder of YAML and Markdown to a published event catalogue.
//!
//! Data flows one way, through stages that the modules name in order:
//!
//! | stage | module | from | to |
//! | --- | --- | --- | --- |
//! | – | [`source`] | a folder | bytes, and places in them |
//! | 1 | [`load`] | bytes | documents whose every value knows its place |
//! | 2 | [`resolve`] | documents | a [`resolve::Catalogue`] in which nothing is missing |
//! | 3 | [`check`] | the catalogue | findings: what breaks the rules |
//! | 4 | `render` | the catalogue | a site: a list of outputs, each made when asked for |
//! | 5 | `write` | the site | a folder, all or nothing |
//!
//! Everything that is wrong on the way is a [`diagnostic::Diagnostic`]; stages
//! collect all of them and go on. [`check()`] and [`build()`] call the stages.

#![forbid(unsafe_code)]

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod load;
pub mod model;
pub mod resolve;
pub mod source;

use diagnostic::{Diagnostic, has_errors, tidy};
use resolve::{Catalogue, Tables};
use source::Source;

/// What came of reading and checking a site.
#[derive(Debug)]
pub struct Checked {
    /// The catalogue, or what could be read of it when something is wrong.
    pub catalogue: Result<Catalogue, Tables>,
    /// All findings, in order of place.
    pub findings: Vec<Diagnostic>,
}

impl Checked {
    /// The paths of the files that were read, by [`source::FileId`].
    pub fn files(&self) -> &[String] {
        match &self.catalogue {
            Ok(catalogue) => &catalogue.files,
            Err(tables) => &tables.files,
        }
    }
}

/// Reads a site and checks all of it.
pub fn check(source: &dyn Source) -> Checked {
    let (documents, mut findings) = load::load(source);
    let (tables, unresolved) = resolve::resolve(documents);
    findings.extend(unresolved);
    let whole = !has_errors(&findings);
    findings.extend(check::check(&tables));
    tidy(&mut findings);
    let catalogue = tables.into_catalogue(whole);
    Checked { catalogue, findings }
}
