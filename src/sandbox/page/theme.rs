//! The page's own templates, words and style sheets, embedded in the program. The look
//! is that of the site: its style sheet comes first, and the page's own adds to it.

use super::{Cx, Language};
use crate::diagnostic::Message;
use crate::say;
use crate::source::FileId;
use include_dir::{Dir, include_dir};
use serde::Serialize;
use std::collections::HashMap;

static OWN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/sandbox");
static SITE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default/static");

/// A template engine and words for each language, in the order of [`Language::ALL`].
pub(super) struct Theme {
    languages: Vec<(tera::Tera, HashMap<String, String>)>,
}

impl Theme {
    /// Reads what is embedded.
    pub(super) fn load() -> Result<Self, Message> {
        let templates = OWN.get_dir("templates").map(Dir::files);
        let templates: Vec<(&str, &str)> = templates
            .into_iter()
            .flatten()
            .filter_map(|file| {
                let name = file.path().file_name()?.to_str()?;
                Some((name, file.contents_utf8()?))
            })
            .collect();
        let mut languages = Vec::new();
        for language in Language::ALL {
            let path = format!("strings/{}.yaml", language.code());
            let file = OWN.get_file(&path).and_then(|file| file.contents_utf8());
            let mut findings = Vec::new();
            let words = crate::load::words(FileId(0), file.unwrap_or(""), &mut findings);
            if let Some(finding) = findings.first() {
                let Message { sv, en } = &finding.message;
                return Err(say!(
                    "themes/sandbox/{path}: {sv}; programmet är felbyggt, hämta eller bygg det på nytt",
                    "themes/sandbox/{path}: {en}; the program was built wrongly, fetch or build it again"
                ));
            }
            let words: HashMap<String, String> = words.into_iter().collect();
            let mut engine = tera::Tera::new();
            engine
                .add_raw_templates(templates.iter().copied())
                .map_err(|error| {
                    say!(
                        "themes/sandbox/templates: {error}; programmet är felbyggt, hämta eller bygg det på nytt",
                        "themes/sandbox/templates: {error}; the program was built wrongly, fetch or build it again"
                    )
                })?;
            engine.global_context().insert("t", &words);
            languages.push((engine, words));
        }
        Ok(Self { languages })
    }

    fn of(&self, language: Language) -> Option<&(tera::Tera, HashMap<String, String>)> {
        let at = Language::ALL.iter().position(|own| *own == language)?;
        self.languages.get(at)
    }
}

/// A static file: the site's style sheet and icon, and the page's own style sheet.
pub(super) fn file(path: &str) -> Option<(&'static str, &'static [u8])> {
    let kind = match path.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    let own = OWN.get_file(format!("static/{path}"));
    let found = own.or_else(|| SITE.get_file(path))?;
    Some((kind, found.contents()))
}

impl<'p> Cx<'p> {
    /// A word in this language. A key that there is no word for is shown as it is, so
    /// that it is seen.
    pub(super) fn t<'k>(&self, key: &'k str) -> &'k str
    where
        'p: 'k,
    {
        let words = self.page.theme.of(self.language);
        words
            .and_then(|(_, words)| words.get(key))
            .map_or(key, String::as_str)
    }

    /// A word in this language with its `{…}` filled in.
    pub(super) fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.t(key);
        let mut text = String::with_capacity(rest.len() + 32);
        // Once through, so that braces in a value stay what they are.
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            let value = values.iter().find(|(own, _)| *own == name);
            text.push_str(value.map_or("", |(_, value)| value));
            rest = after;
        }
        text + rest
    }

    /// A word for one or for several, with `{n}` filled in.
    pub(super) fn count(&self, key: &str, n: usize) -> String {
        let form = if n == 1 { "one" } else { "many" };
        self.fill(&format!("{key}-{form}"), &[("n", &n.to_string())])
    }

    /// A template filled in. That a template fails is a fault of the program, which the
    /// tests find; what a reader then sees says so.
    pub(super) fn page(&self, template: &str, context: &impl Serialize) -> String {
        let Some((engine, _)) = self.page.theme.of(self.language) else {
            return self.t("broken").to_owned();
        };
        let made = tera::Context::from_serialize(context)
            .and_then(|context| engine.render(template, &context));
        made.unwrap_or_else(|error| {
            debug_assert!(false, "{template}: {error:?}");
            self.t("broken").to_owned()
        })
    }
}
