//! The theme: templates, words and static files. The default one is embedded in
//! the program; a site's own folder `theme/` replaces it file by file.

use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Config, Lang};
use crate::say;
use crate::source::{FileId, ReadError, Source, Span};
use include_dir::{Dir, include_dir};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

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
    /// Where the templates that the site replaced came from.
    own: HashMap<String, FileId>,
}

/// The files of a theme by path, the site's own in the place of the default's.
struct Files {
    all: BTreeMap<String, Vec<u8>>,
    own: HashMap<String, FileId>,
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
                    findings.push(template_error("K0401", &error, &files.own));
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
            own: files.own,
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

    /// What a failing template is told as.
    pub(super) fn failed(&self, error: &tera::Error) -> Box<Diagnostic> {
        Box::new(template_error("K0402", error, &self.own))
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
        let mut own = HashMap::new();
        for (file, path) in (0_u32..).map(FileId).zip(paths) {
            let Some(name) = path
                .strip_prefix(THEME_FOLDER)
                .and_then(|p| p.strip_prefix('/'))
            else {
                continue;
            };
            if !is_expected(name, &known) {
                findings.push(unknown_file(name, file, &known));
                continue;
            }
            match source.read(path, MAX_FILE) {
                Ok(bytes) if name.starts_with("static/") || std::str::from_utf8(&bytes).is_ok() => {
                    own.insert(name.to_owned(), file);
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
                    let why = match error {
                        ReadError::TooLarge(size) => format!("{size} B > {MAX_FILE} B"),
                        ReadError::Io(error) => error.to_string(),
                        ReadError::Missing | ReadError::NotAFile => String::new(),
                    };
                    findings.push(
                        Diagnostic::new(
                            "K0002",
                            Span::start_of(file),
                            say!(
                                "filen kunde inte läsas {why}",
                                "the file could not be read {why}"
                            ),
                        )
                        .help(say!(
                            "byt ut eller ta bort filen",
                            "replace or remove the file"
                        )),
                    );
                }
            }
        }
        Self { all, own }
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

fn unknown_file(name: &str, file: FileId, known: &[String]) -> Diagnostic {
    let help = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => say!("menade du `theme/{near}`?", "did you mean `theme/{near}`?"),
        None => say!(
            "temat har mapparna templates, static och strings; en egen mall som andra mallar hämtar in börjar med `_`",
            "a theme has the folders templates, static and strings; a template of your own that others include begins with `_`"
        ),
    };
    Diagnostic::new(
        "K0403",
        Span::start_of(file),
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
        if let (Some(&file), Some(text)) = (
            files.own.get(&path),
            files
                .all
                .get(&path)
                .and_then(|bytes| std::str::from_utf8(bytes).ok()),
        ) {
            words.extend(crate::load::words(file, text, findings));
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
                    "skriv filen {THEME_FOLDER}/{path} med samma nycklar som standardtemats sv.yaml",
                    "write the file {THEME_FOLDER}/{path} with the same keys as the default theme's sv.yaml"
                )),
            );
        }
        all.push(words);
    }
    all
}

/// Names the template and the line.
fn template_error(code: &str, error: &tera::Error, own: &HashMap<String, FileId>) -> Diagnostic {
    use tera::ErrorKind;
    let (name, why, range, line) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            (
                report.filename().to_owned(),
                report.message().to_owned(),
                span.range.clone(),
                span.start_line,
            )
        }
        ErrorKind::MissingParent { current, parent } => (
            current.clone(),
            format!("extends `{parent}`, which doesn't exist"),
            0..0,
            1,
        ),
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), error.to_string(), 0..0, 1)
        }
        _ => (String::new(), error.to_string(), 0..0, 1),
    };
    let why = why.trim();
    let message = if code == "K0401" {
        say!(
            "mallen `{name}` går inte att läsa, rad {line}",
            "the template `{name}` can't be read, line {line}"
        )
    } else {
        say!(
            "mallen `{name}` misslyckades, rad {line}",
            "the template `{name}` failed, line {line}"
        )
    };
    let help = say!(
        "rätta mallen på den raden; mallspråket säger: {why}",
        "mend the template at that line; the template language says: {why}"
    );
    let path = format!("templates/{name}");
    let finding = match own.get(&path) {
        Some(&file) => Diagnostic::new(code, Span::new(file, range), message),
        None => Diagnostic::of_path(code, &path, message),
    };
    finding.help(help)
}
