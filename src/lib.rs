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
//! | 4 | [`render`] | the catalogue | a site: a list of outputs, each made when asked for |
//! | 5 | [`write`](mod@write) | the site | a folder, all or nothing |
//!
//! Everything that is wrong on the way is a [`diagnostic::Diagnostic`]; stages
//! collect all of them and go on. [`check()`] and [`build()`] call the stages.

#![forbid(unsafe_code)]

pub mod check;
pub mod cli;
pub mod conform;
pub mod diagnostic;
pub mod docx;
pub mod load;
pub mod model;
pub mod publish;
pub mod render;
pub mod resolve;
pub mod sandbox;
pub mod serve;
pub mod source;
pub mod write;

use diagnostic::{Diagnostic, has_errors, tidy};
use jiff::civil::Date;
use render::{Site, Theme};
use resolve::{Catalogue, Tables};
use source::Source;
use std::sync::Arc;

/// What came of reading and checking a site.
pub struct Checked {
    /// The planned site; nothing when something is so wrong that there is none.
    pub site: Option<Site>,
    /// The paths of the files that were read, by [`source::FileId`].
    pub files: Vec<String>,
    /// All findings, in order of place.
    pub findings: Vec<Diagnostic>,
}

/// Reads a site and checks all of it. `base_path` is the path below which it will
/// stand, in place of what the site says itself.
pub fn check(source: &dyn Source, base_path: Option<&str>) -> Checked {
    check_as_of(source, base_path, today())
}

/// The day it is, by the computer's clock in UTC. Only findings depend on it,
/// never what is built.
pub fn today() -> Date {
    jiff::tz::Offset::UTC
        .to_datetime(jiff::Timestamp::now())
        .date()
}

/// The same, with what depends on the calendar judged on a certain day, so that
/// an old catalogue can be checked as it was.
pub fn check_as_of(source: &dyn Source, base_path: Option<&str>, as_of: Date) -> Checked {
    check_against(source, base_path, as_of, None)
}

/// The same, held also against an earlier state of the catalogue.
pub fn check_against(
    source: &dyn Source,
    base_path: Option<&str>,
    as_of: Date,
    base: Option<&Tables>,
) -> Checked {
    let (tables, mut findings) = read(source);
    let whole = !has_errors(&findings);
    findings.extend(check::check(&tables, as_of, base));
    let files = tables.files.clone();
    let catalogue = tables.into_catalogue(whole);
    let site = catalogue.and_then(|catalogue| plan(source, catalogue, base_path, &mut findings));
    tidy(&mut findings);
    Checked {
        site,
        files,
        findings,
    }
}

/// Reads a site without checking more than that references lead somewhere.
pub fn read(source: &dyn Source) -> (Tables, Vec<Diagnostic>) {
    let (documents, mut findings) = load::load(source);
    let (tables, unresolved) = resolve::resolve(documents);
    findings.extend(unresolved);
    tidy(&mut findings);
    (tables, findings)
}

/// Plans the site of a whole catalogue, and checks what only then can be: the
/// theme with its templates, and links between pages.
fn plan(
    source: &dyn Source,
    catalogue: Catalogue,
    base_path: Option<&str>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Site> {
    match Theme::load(source, &catalogue.files, catalogue.config()) {
        Ok(theme) => {
            let base_path = base_path
                .unwrap_or(&catalogue.config().base_path)
                .to_owned();
            let mut site = Site::plan(Arc::new(catalogue), Arc::new(theme), &base_path);
            findings.extend(site.check_templates());
            findings.extend(site.check_links());
            Some(site)
        }
        Err(problems) => {
            findings.extend(problems);
            None
        }
    }
}
