//! The files of the theme that a site replaced, and whose fault it is when a
//! template can't be used.

use super::template_words::in_both;
use super::theme::{DEFAULT, THEME_FOLDER};
use crate::diagnostic::{Diagnostic, Message};
use crate::say;
use crate::source::{FileId, Span, line_column};
use std::collections::BTreeMap;
use std::ops::Range;

/// Where the program's own theme lies in its source code.
const DEFAULT_FOLDER: &str = "themes/default";

/// The site's own files of the theme, by their path in it.
#[derive(Default)]
pub(super) struct Replaced {
    files: BTreeMap<String, (FileId, String)>,
}

/// A place in a template that something was said about.
struct Spot {
    /// The template.
    name: String,
    /// Where in it.
    range: Range<usize>,
    /// What was said.
    why: String,
}

impl Replaced {
    /// Adds a file. The text of what isn't a template is never asked for.
    pub(super) fn add(&mut self, path: &str, file: FileId, bytes: &[u8]) {
        let text = match path.starts_with("templates/") {
            true => String::from_utf8_lossy(bytes).into_owned(),
            false => String::new(),
        };
        self.files.insert(path.to_owned(), (file, text));
    }

    /// The file at a path in the theme.
    pub(super) fn file(&self, path: &str) -> Option<FileId> {
        self.files.get(path).map(|(file, _)| *file)
    }

    /// The site's own templates: name, file and text.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, FileId, &str)> {
        self.files.iter().filter_map(|(path, (file, text))| {
            let name = path.strip_prefix("templates/")?;
            Some((name, *file, text.as_str()))
        })
    }

    /// Whether pages are made otherwise than by the program's own theme.
    pub(super) fn changes_pages(&self) -> bool {
        self.files.keys().any(|path| !path.starts_with("static/"))
    }

    /// What a template that can't be used is told as. `rendered` is the template
    /// of the page that was being made, for errors that name none.
    pub(super) fn finding(&self, code: &str, error: &tera::Error, rendered: &str) -> Diagnostic {
        let spots = self.spots(error, rendered);
        // The site's own file is the one to mend, wherever the slip shows.
        let own = spots.iter().find(|spot| self.own(&spot.name).is_some());
        let Some(spot) = own.or(spots.first()) else {
            return self.unknown_place(code, &error.to_string());
        };
        let text = self.text(&spot.name);
        let range = clamp(text, &spot.range);
        let line = line_column(text, range.start).line;
        let file = self.own(&spot.name);
        let name = match file {
            Some(_) => spot.name.clone(),
            None => format!("{DEFAULT_FOLDER}/templates/{}", spot.name),
        };
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
        let Message { sv, en } = in_both(&spot.why);
        match file {
            Some(file) => Diagnostic::new(code, Span::new(file, range), message).help(say!(
                "rätta mallen på den raden: {sv}",
                "mend the template at that line: {en}"
            )),
            None => {
                Diagnostic::of_path(code, &name, message).help(self.not_its_own_fault(&sv, &en))
            }
        }
    }

    /// What to do about a template of the program's own theme that can't be used.
    fn not_its_own_fault(&self, sv: &str, en: &str) -> Message {
        let mut shared: Vec<&str> = self
            .templates()
            .map(|(name, ..)| name)
            .filter(|name| name.starts_with('_') || *name == "base.html")
            .collect();
        shared.extend(
            self.files
                .keys()
                .filter(|path| path.starts_with("strings/"))
                .map(String::as_str),
        );
        if shared.is_empty() {
            return say!(
                "felet ligger i programmets eget tema, inte i webbplatsen: rapportera det ({sv})",
                "the fault lies in the program's own theme, not in the site: report it ({en})"
            );
        }
        let shared = shared.join(", ");
        say!(
            "mallen hör till programmets eget tema, men behöver något som kan saknas i en fil som webbplatsen har ersatt ({shared}): jämför den med originalet i {DEFAULT_FOLDER} i programmets källkod; {sv}",
            "the template belongs to the program's own theme, but needs something that a file which the site has replaced may lack ({shared}): compare it with the original in {DEFAULT_FOLDER} in the program's source code; {en}"
        )
    }

    /// An error without any place.
    fn unknown_place(&self, code: &str, why: &str) -> Diagnostic {
        let line = why.lines().next().unwrap_or("");
        let Message { sv, en } = in_both(line);
        Diagnostic::of_path(
            code,
            &format!("{THEME_FOLDER}/templates"),
            say!(
                "temats mallar går inte att använda",
                "the theme's templates can't be used"
            ),
        )
        .help(say!("rätta mallarna: {sv}", "mend the templates: {en}"))
    }

    fn own(&self, name: &str) -> Option<FileId> {
        self.file(&format!("templates/{name}"))
    }

    /// The text of a template, the site's own or else the default theme's.
    fn text(&self, name: &str) -> &str {
        let path = format!("templates/{name}");
        let default = || DEFAULT.get_file(&path)?.contents_utf8();
        match self.files.get(&path) {
            Some((_, text)) => text,
            None => default().unwrap_or(""),
        }
    }

    /// The places that an error tells of, the most telling first.
    fn spots(&self, error: &tera::Error, rendered: &str) -> Vec<Spot> {
        use tera::ErrorKind;
        let chain = |names: &[String], word: &str, why: String| -> Vec<Spot> {
            let spot = |name: &String| Spot {
                name: name.clone(),
                range: find(self.text(name), word),
                why: why.clone(),
            };
            names.iter().map(spot).collect()
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let range = report.span().range.clone();
                let written = self.text(report.filename()).get(range.clone());
                let why = match (report.message(), written) {
                    ("Tried to render a variable that is undefined", Some(written)) => {
                        // The last bracket of `t['word']` isn't counted in.
                        let open = written.contains('[') && !written.ends_with(']');
                        format!("Undefined: `{written}{}`", if open { "]" } else { "" })
                    }
                    (message, _) => message.to_owned(),
                };
                let mut spots = vec![Spot {
                    name: report.filename().to_owned(),
                    range,
                    why: why.clone(),
                }];
                spots.extend(
                    self.reported(&error.to_string())
                        .into_iter()
                        .map(|spot| Spot {
                            why: why.clone(),
                            ..spot
                        }),
                );
                spots
            }
            ErrorKind::MissingParent { current, parent } => chain(
                std::slice::from_ref(current),
                "extends",
                format!("Unknown template `{parent}`"),
            ),
            ErrorKind::CircularExtend {
                tpl,
                inheritance_chain,
            } => {
                let names = [std::slice::from_ref(tpl), inheritance_chain].concat();
                let why = format!("Circular extends: {}", circle(inheritance_chain, tpl));
                chain(&names, "extends", why)
            }
            ErrorKind::CircularInclude { tpl, include_chain } => {
                let names = [std::slice::from_ref(tpl), include_chain].concat();
                let why = format!("Circular include: {}", include_chain.join(" → "));
                chain(&names, "include", why)
            }
            other => {
                let text = other.to_string();
                let mut spots = self.reported(&text);
                if spots.is_empty() {
                    // "Component `x` is defined in both `a.html` and `b.html`".
                    let mut words = text.split('`').skip(1).step_by(2);
                    let component = format!("component {}", words.next().unwrap_or(""));
                    let names: Vec<String> = words.map(str::to_owned).collect();
                    spots = chain(&names, &component, text.clone());
                }
                if spots.is_empty() && !rendered.is_empty() {
                    spots = chain(&[rendered.to_owned()], "", text);
                }
                spots
            }
        }
    }

    /// The places in a report that is made to be read:
    /// `error: …`, `--> name:line:column`, `note: called from name:line:column`.
    fn reported(&self, report: &str) -> Vec<Spot> {
        let mut why = String::new();
        let mut spots = Vec::new();
        let mut lines = report.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(words) = line.strip_prefix("error: ") {
                words.clone_into(&mut why);
                continue;
            }
            let line = line.trim_start();
            let place = match line.strip_prefix("--> ") {
                Some(place) => Some(place),
                None => line
                    .strip_prefix("note: ")
                    .and_then(|words| words.rsplit(' ').next()),
            };
            let Some((name, line, column)) = place.and_then(split_place) else {
                continue;
            };
            // The line of carets, two below the quoted one, tells how much it is.
            let carets = lines.clone().take(3).last().unwrap_or("");
            let width = carets.matches('^').count().max(1);
            let range = offset(self.text(name), line, column, width);
            let name = name.to_owned();
            spots.push(Spot {
                name,
                range,
                why: why.clone(),
            });
        }
        spots
    }
}

/// A chain of templates as a circle, without what only led to it.
fn circle(chain: &[String], first: &str) -> String {
    let mut names: Vec<&str> = chain.iter().map(String::as_str).collect();
    if names.first() != Some(&first) {
        names.insert(0, first);
    }
    names.push(first);
    let again = names.iter().enumerate().find_map(|(end, name)| {
        let start = names[..end].iter().position(|before| before == name)?;
        Some(start..=end)
    });
    again.map_or(&names[..], |range| &names[range]).join(" → ")
}

/// `name:line:column` in its parts.
fn split_place(place: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = place.trim().rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    Some((name, line.parse().ok()?, column.parse().ok()?))
}

/// The bytes at a line and a column, both from 1.
fn offset(text: &str, line: usize, column: usize, width: usize) -> Range<usize> {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let bytes = |from: usize, count: usize| -> usize {
        let rest = text.get(from..).unwrap_or("").lines().next().unwrap_or("");
        rest.chars().take(count).map(char::len_utf8).sum()
    };
    let start = start + bytes(start, column.saturating_sub(1));
    start..start + bytes(start, width)
}

/// The first place of a word, or the beginning.
fn find(text: &str, word: &str) -> Range<usize> {
    let at = text.find(word).filter(|_| !word.is_empty());
    at.map_or(0..0, |at| at..at + word.len())
}

/// A range within the text; what lies past its end is at its last sign.
fn clamp(text: &str, range: &Range<usize>) -> Range<usize> {
    let end = text.trim_end().len();
    if range.start < end {
        let start = text.floor_char_boundary(range.start);
        return start..text.ceil_char_boundary(range.end.max(start));
    }
    let last = text[..end].chars().next_back().map_or(0, char::len_utf8);
    end - last..end
}
