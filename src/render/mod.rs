//! Stage 4: a catalogue to a [`Site`]: a list of outputs, each a path and a way
//! to make its bytes.
//!
//! Nothing is made until it is asked for. `build` asks for all outputs, on all
//! cores, and passes the bytes on at once, so that memory doesn't grow with the
//! number of pages; the preview server asks for the page that the browser wants.

mod agreement;
mod area;
mod block;
mod chart;
mod code;
mod context;
pub mod diagram;
mod exports;
mod html;
mod links;
mod log;
mod markdown;
mod order;
mod pages;
mod replaced;
mod service;
mod template_words;
mod term;
mod theme;
mod trial;
mod uses;

pub use theme::{THEME_FOLDER, Theme};

use crate::diagnostic::Diagnostic;
use crate::docx::Values;
use crate::model::{Agreement, Lang};
use crate::resolve::Catalogue;
use context::Cx;
use log::Log;
use order::Orders;
use std::sync::Arc;
use uses::Uses;

/// One thing to be made: a page in a language, or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Output {
    /// Index into [`KINDS`].
    kind: u16,
    /// The language of a page; the first for files without one.
    lang: Lang,
    /// A part of the item: a version, or the page of a long list.
    part: u16,
    /// Which entity, as an index into its table.
    item: u32,
}

/// A kind of output: a type of page, or a format.
struct Kind {
    /// Which of them there are, as items and parts.
    plan: fn(&Site) -> Vec<(u32, u16)>,
    /// Whether each is made once for every language.
    per_language: bool,
    /// Its path below the root of the site.
    path: fn(&Cx<'_>, u32, u16) -> String,
    /// Makes its bytes.
    render: fn(&Cx<'_>, u32, u16, &mut Vec<u8>) -> Made,
}

/// What making an output gives: nothing, or what is wrong with the template.
type Made = Result<(), Box<Diagnostic>>;

/// All kinds, in the order in which they are made.
static KINDS: &[&Kind] = &[
    &pages::start::KIND,
    &pages::event_types::KIND,
    &pages::event_type::KIND,
    &pages::event_type::VERSION_KIND,
    &pages::comparisons::KIND,
    &pages::compare::KIND,
    &pages::changes::KIND,
    &pages::producers::KIND,
    &pages::producer::KIND,
    &pages::process::KIND,
    &pages::categories::KIND,
    &pages::category::KIND,
    &pages::authorizations::KIND,
    &pages::authorization::KIND,
    &pages::areas::KIND,
    &pages::area::KIND,
    &pages::consumers::KIND,
    &pages::consumer::KIND,
    &pages::concepts::KIND,
    &pages::concept_diagrams::KIND,
    &pages::concept::KIND,
    &pages::agreements::KIND,
    &pages::agreement::KIND,
    &pages::agreement::VERSION_KIND,
    &pages::guide::KIND,
    &pages::guide::VERSION_KIND,
    &pages::codelists::KIND,
    &pages::codelist::KIND,
    &pages::templates::KIND,
    &pages::template::KIND,
    &pages::services::KIND,
    &pages::service::KIND,
    &pages::service_operation::KIND,
    &pages::service_schema::KIND,
    &pages::service_changes::KIND,
    &pages::policy::KIND,
    &pages::codes::ALL_KIND,
    &pages::codes::KIND,
    &pages::codes::CHANGE_KIND,
    &pages::register::KIND,
    &pages::requirements::KIND,
    &pages::figures::KIND,
    &pages::roadmap::KIND,
    &pages::content::KIND,
    &pages::not_found::KIND,
    &exports::index::KIND,
    &exports::event_type::KIND,
    &exports::event_type::VERSION_KIND,
    &exports::schema::KIND,
    &exports::changes::KIND,
    &exports::feed::KIND,
    &exports::register::KIND,
    &exports::formats::KIND,
    &exports::entities::PRODUCERS,
    &exports::entities::PROCESSES,
    &exports::entities::CATEGORIES,
    &exports::entities::AUTHORIZATIONS,
    &exports::entities::AREAS,
    &exports::entities::CONSUMERS,
    &exports::entities::CONCEPTS,
    &exports::entities::CODELISTS,
    &exports::templates::KIND,
    &exports::agreements::DOCUMENT,
    &exports::agreements::DATA,
    &exports::service::YAML_KIND,
    &exports::service::JSON_KIND,
    &exports::images::KIND,
    &exports::assets::KIND,
];

/// A site that can be made.
pub struct Site {
    catalogue: Arc<Catalogue>,
    theme: Arc<Theme>,
    base_path: Box<str>,
    orders: Orders,
    log: Log,
    uses: Uses,
    /// What every template of a language is given, by language.
    globals: Vec<Globals>,
    outputs: Vec<Output>,
    /// What templates are given, noted only while they are tried.
    given: Option<trial::Given>,
}

/// Names and values that every template of a language is given.
type Globals = Vec<(&'static str, tera::Value)>;

impl Site {
    /// Plans a site: what there is, but none of it made. `base_path` is the path
    /// below which the site will stand, with a slash at both ends.
    pub fn plan(catalogue: Arc<Catalogue>, theme: Arc<Theme>, base_path: &str) -> Self {
        let (orders, log) = (Orders::new(&catalogue), Log::new(&catalogue));
        let uses = Uses::new(&catalogue);
        let langs: Vec<Lang> = catalogue.config().langs().collect();
        let base_path = base_path.into();
        let (globals, outputs) = (Vec::new(), Vec::new());
        let mut site = Self {
            catalogue,
            theme,
            base_path,
            orders,
            log,
            uses,
            globals,
            outputs,
            given: None,
        };
        site.globals = langs
            .iter()
            .map(|lang| pages::globals(&site.cx(*lang)))
            .collect();
        let mut outputs = Vec::new();
        for (number, kind) in (0_u16..).zip(KINDS) {
            for (item, part) in (kind.plan)(&site) {
                let all = if kind.per_language { usize::MAX } else { 1 };
                for lang in langs.iter().take(all) {
                    outputs.push(Output {
                        kind: number,
                        lang: *lang,
                        part,
                        item,
                    });
                }
            }
        }
        site.outputs = outputs;
        site
    }

    /// Everything there is to make.
    pub fn outputs(&self) -> &[Output] {
        &self.outputs
    }

    /// The path below which the site stands.
    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// The paths of the files that the site is made from, by
    /// [`crate::source::FileId`].
    pub fn files(&self) -> &[String] {
        &self.catalogue.files
    }

    /// The path of an output below the root of the site.
    pub fn path(&self, output: Output) -> String {
        let kind = KINDS[usize::from(output.kind)];
        (kind.path)(&self.cx(output.lang), output.item, output.part)
    }

    /// Makes the bytes of an output, added to `out`.
    ///
    /// # Errors
    /// When a template of the site's own theme fails.
    pub fn render(&self, output: Output, out: &mut Vec<u8>) -> Made {
        let kind = KINDS[usize::from(output.kind)];
        (kind.render)(&self.cx(output.lang), output.item, output.part, out)
    }

    /// Makes a page of each kind where the site has templates or words of its own,
    /// and tells what fails.
    pub fn check_templates(&mut self) -> Vec<Diagnostic> {
        trial::check(self)
    }

    /// What the site is made from.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// A version of an agreement in a language as a document, filled in with what is
    /// given. The version is told by its place, oldest first.
    pub fn agreement(
        &self,
        agreement: &Agreement,
        at: usize,
        lang: Lang,
        values: &Values,
    ) -> Vec<u8> {
        exports::agreements::document(&self.cx(lang), agreement, at, values)
    }

    /// The file in which a version of an agreement is filled in, still empty.
    pub fn agreement_data(&self, agreement: &Agreement, at: usize, lang: Lang) -> String {
        exports::agreements::data(&self.cx(lang), agreement, at)
    }

    /// Holds the links that authors wrote against the pages that there are.
    pub fn check_links(&self) -> Vec<Diagnostic> {
        links::check(self)
    }

    fn globals(&self, lang: Lang) -> &Globals {
        &self.globals[lang.index()]
    }

    fn cx(&self, lang: Lang) -> Cx<'_> {
        Cx {
            site: self,
            catalogue: &self.catalogue,
            lang,
        }
    }
}
