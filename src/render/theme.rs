//! The theme: templates, words and static files. The default one is embedded in
//! the program; a site's own folder `theme/` replaces it file by file.

use super::replaced::Replaced;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Config, Lang};
use crate::say;
use crate::source::{FileId, ReadError, Source, Span};
use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};

pub(super) static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The folder of a site's own theme.
pub const THEME_FOLDER: &str = "theme";

/// Largest file of a theme, in bytes: room for a picture or a font.
const MAX_FILE: u64 = 8 << 20;

/// A theme that has been read and whose templates are understood.
pub struct Theme {
    /// A template engine for each language.
    pub(super) engines: Vec<tera::Tera>,
    /// Words by language and key.
    strings: Vec<HashMap<String, String>>,
    /// Static files by name, with the first half of the hash of their content.
    pub(super) assets: Vec<(String, Vec<u8>, String)>,
    /// The files that the site replaced or added.
    pub(super) replaced: Replaced,
}

/// The files of a theme by path, the site's own in the place of the default's.
struct Files {
    all: BTreeMap<String, Vec<u8>>,
    replaced: Replaced,
}

impl Theme {
    /// Reads the theme of a site; `files` are the paths of the files that were
    /// read, by [`FileId`], among which those of the theme are.
    ///
    /// # Errors
    /// Everything that is wrong with the site's own files.
    pub fn load(
        source: &dyn Source,
        files: &[String],
        config: &Config,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        let files = Files::read(source, files, &mut findings);
        let strings = strings(&files, config, &mut findings);
        let templates: Vec<(&str, &str)> = files
            .all
            .iter()
            .filter_map(|(path, bytes)| {
                let name = path.strip_prefix("templates/")?;
                Some((name, std::str::from_utf8(bytes).ok()?))
            })
            .collect();
        let mut engines = Vec::new();
        for words in &strings {
            let mut engine = tera::Tera::new();
            match engine.add_raw_templates(templates.iter().copied()) {
                Ok(()) => {
                    engine.global_context().insert("t", words);
                    engines.push(engine);
                }
                Err(error) => {
                    findings.push(files.replaced.finding("K0401", &error, ""));
                    break;
                }
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let assets = files
            .all
            .into_iter()
            .filter_map(|(path, bytes)| {
                let name = path.strip_prefix("static/")?.to_owned();
                let hash: String = Sha256::digest(&bytes)[..6]
                    .iter()
                    .map(|b| format!("{b:02x}"))
                    .collect();
                Some((name, bytes, hash))
            })
            .collect();
        Ok(Self {
            engines,
            strings,
            assets,
            replaced: files.replaced,
        })
    }

    /// A word in a language. A key that the theme lacks is shown as it is, so
    /// that it is seen.
    pub(super) fn string<'t>(&'t self, lang: Lang, key: &str) -> &'t str {
        let words = self.strings.get(lang.index());
        words
            .and_then(|words| words.get(key))
            .map_or("", String::as_str)
    }

    /// The address of a static file below the root, with its hash.
    pub(super) fn asset(&self, name: &str) -> String {
        let hash = self
            .assets
            .iter()
            .find(|(own, ..)| own == name)
            .map_or("", |(_, _, hash)| hash);
        format!("assets/{name}?v={hash}")
    }

    /// What a template that fails while a page is made is told as.
    pub(super) fn failed(&self, template: &str, error: &tera::Error) -> Box<Diagnostic> {
        Box::new(self.replaced.finding("K0402", error, template))
    }
}

impl Files {
    fn read(source: &dyn Source, paths: &[String], findings: &mut Vec<Diagnostic>) -> Self {
        let mut all = BTreeMap::new();
        for folder in ["templates", "static", "strings"] {
            for file in DEFAULT
                .get_dir(folder)
                .map(Dir::files)
                .into_iter()
                .flatten()
            {
                if let Some(path) = file.path().to_str() {
                    all.insert(path.to_owned(), file.contents().to_vec());
                }
            }
        }
        let known: Vec<String> = all.keys().cloned().collect();
        let mut replaced = Replaced::default();
        for (file, path) in (0_u32..).map(FileId).zip(paths) {
            let Some(name) = path
                .strip_prefix(THEME_FOLDER)
                .and_then(|p| p.strip_prefix('/'))
            else {
                continue;
            };
            if !is_expected(name, &known) {
                findings.push(unknown_file(name, path, &known));
                continue;
            }
            match source.read(path, MAX_FILE) {
                Ok(bytes) if name.starts_with("static/") || std::str::from_utf8(&bytes).is_ok() => {
                    replaced.add(name, file, &bytes);
                    all.insert(name.to_owned(), bytes);
                }
                Ok(_) => findings.push(
                    Diagnostic::new(
                        "K0004",
                        Span::start_of(file),
                        say!(
                            "filen är inte sparad som UTF-8",
                            "the file isn't saved as UTF-8"
                        ),
                    )
                    .help(say!(
                        "spara om filen med teckenkodningen UTF-8",
                        "save the file again with the encoding UTF-8"
                    )),
                ),
                Err(error) => {
                    let message = match error {
                        ReadError::TooLarge(size) => {
                            let (size, most) = (size.div_ceil(1024), MAX_FILE / 1024);
                            say!(
                                "filen är {size} kB, men en fil i temat får vara högst {most} kB",
                                "the file is {size} kB, but a file of the theme may be at most {most} kB"
                            )
                        }
                        ReadError::Io(why) => say!(
                            "filen kunde inte läsas: {why}",
                            "the file could not be read: {why}"
                        ),
                        ReadError::Missing | ReadError::NotAFile => say!(
                            "`{path}` är ingen fil som kan läsas",
                            "`{path}` is not a file that can be read"
                        ),
                    };
                    findings.push(Diagnostic::of_path("K0002", path, message).help(say!(
                        "byt ut eller ta bort filen",
                        "replace or remove the file"
                    )));
                }
            }
        }
        Self { all, replaced }
    }
}

/// Static files may be added, and so may templates whose names begin with `_`,
/// for other templates to include; everything else replaces a file that exists.
fn is_expected(name: &str, known: &[String]) -> bool {
    let partial = name
        .strip_prefix("templates/_")
        .is_some_and(|rest| rest.ends_with(".html"));
    let added = name
        .strip_prefix("static/")
        .is_some_and(|rest| !rest.contains('/'));
    let language = name
        .strip_prefix("strings/")
        .is_some_and(|rest| rest.ends_with(".yaml"));
    partial || added || language || name == "README.md" || known.iter().any(|path| path == name)
}

fn unknown_file(name: &str, path: &str, known: &[String]) -> Diagnostic {
    // Long names with the same folder are much alike: only a slip or two is one.
    let near = nearest(name, known.iter().map(String::as_str))
        .filter(|near| strsim::damerau_levenshtein(name, near) <= 2);
    let help = match near {
        Some(near) => say!(
            "menade du `{THEME_FOLDER}/{near}`?",
            "did you mean `{THEME_FOLDER}/{near}`?"
        ),
        None if name.starts_with("static/") => say!(
            "lägg filen direkt i `{THEME_FOLDER}/static/`",
            "put the file directly in `{THEME_FOLDER}/static/`"
        ),
        None if name.starts_with("templates/") => say!(
            "en egen mall, som andra mallar hämtar in, måste ha ett namn som börjar med `_` och slutar med `.html`; nya sidor skrivs i `content/`",
            "a template of your own, that others include, must have a name that begins with `_` and ends with `.html`; new pages are written in `content/`"
        ),
        None => say!(
            "temat har mapparna templates, static och strings; ta bort filen eller flytta den",
            "a theme has the folders templates, static and strings; remove the file or move it"
        ),
    };
    Diagnostic::of_path(
        "K0403",
        path,
        say!(
            "temat har ingen fil `{name}` att ersätta",
            "the theme has no file `{name}` to replace"
        ),
    )
    .help(help)
}

/// The words of each language, the site's own over the default's.
fn strings(
    files: &Files,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> Vec<HashMap<String, String>> {
    let mut all = Vec::new();
    for lang in config.langs() {
        let path = format!("strings/{}.yaml", config.code(lang));
        let default = DEFAULT
            .get_file(&path)
            .and_then(|file| file.contents_utf8());
        let mut words: HashMap<String, String> = HashMap::new();
        if let Some(text) = default {
            words.extend(crate::load::words(FileId(0), text, &mut Vec::new()));
        }
        if let (Some(file), Some(text)) = (
            files.replaced.file(&path),
            files
                .all
                .get(&path)
                .and_then(|bytes| std::str::from_utf8(bytes).ok()),
        ) {
            let own = crate::load::words(file, text, findings);
            // A language that the program doesn't bring defines its own words.
            if default.is_some() {
                let known = |key: &str| words.contains_key(key);
                let unknown = own.iter().filter(|(key, _)| !known(key));
                findings.extend(unknown.map(|(key, _)| unknown_word(&path, key, &words)));
            }
            words.extend(own);
        }
        if words.is_empty() {
            let code = config.code(lang);
            findings.push(
                Diagnostic::of_path(
                    "K0001",
                    &format!("{THEME_FOLDER}/{path}"),
                    say!("temat har inga ord på språket `{code}`", "the theme has no words in the language `{code}`"),
                )
                .help(say!(
                    "skriv filen {THEME_FOLDER}/{path} med samma nycklar som themes/default/strings/sv.yaml i programmets källkod",
                    "write the file {THEME_FOLDER}/{path} with the same keys as themes/default/strings/sv.yaml in the program's source code"
                )),
            );
        }
        all.push(words);
    }
    all
}

/// A word that nothing on the site asks for: most often a slip in its key.
fn unknown_word(path: &str, key: &str, words: &HashMap<String, String>) -> Diagnostic {
    let mut known: Vec<&str> = words.keys().map(String::as_str).collect();
    known.sort_unstable();
    let help = match nearest(key, known) {
        Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
        None => say!(
            "ta bort raden; nycklarna är de i themes/default/strings/sv.yaml i programmets källkod",
            "remove the line; the keys are those in themes/default/strings/sv.yaml in the program's source code"
        ),
    };
    Diagnostic::of_path(
        "K0403",
        &format!("{THEME_FOLDER}/{path}"),
        say!(
            "temat har inget ord `{key}` att ersätta",
            "the theme has no word `{key}` to replace"
        ),
    )
    .help(help)
}
