//! Findings for people: the line, the very value underlined, and what to do.

use super::{Diagnostic, Message, Place, Severity, Tongue};
use crate::source::{FileId, Source};
use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle,
};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

/// Files larger than this are not quoted, only named.
const QUOTE_LIMIT: u64 = 4 << 20;

/// More findings than this are counted, not printed: nobody reads them, and each
/// costs a walk through its file.
const MOST_FINDINGS: usize = 100;

/// Characters of a message or a label that are printed: it may quote a whole value.
const LONGEST_TEXT: usize = 600;

/// Prints findings for people.
pub struct Human<'a> {
    source: &'a dyn Source,
    paths: &'a [String],
    tongue: Tongue,
    renderer: Renderer,
}

impl<'a> Human<'a> {
    /// A printer that reads the quoted lines from `source`; `paths` are the
    /// paths of the files by [`FileId`].
    pub fn new(source: &'a dyn Source, paths: &'a [String], tongue: Tongue, colour: bool) -> Self {
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(120);
        Self {
            source,
            paths,
            tongue,
            renderer,
        }
    }

    /// The findings and a closing line that counts them. When they are very many,
    /// the first are printed, errors before warnings, and a line tells of the rest.
    pub fn print(&self, findings: &[Diagnostic]) -> String {
        let mut texts: HashMap<FileId, Option<String>> = HashMap::new();
        let mut out = String::new();
        let mut shown: Vec<&Diagnostic> = findings.iter().collect();
        if shown.len() > MOST_FINDINGS {
            shown.sort_by_key(|finding| finding.severity);
            shown.truncate(MOST_FINDINGS);
        }
        for finding in &shown {
            for file in files_of(finding) {
                texts.entry(file).or_insert_with(|| self.text_of(file));
            }
            out.push_str(&self.renderer.render(&self.report(finding, &texts)));
            out.push_str("\n\n");
        }
        let more = findings.len() - shown.len();
        if more > 0 {
            let rest = crate::say!(
                "… och {more} till. Alla visas av: katalog check --format json",
                "… and {more} more. See them all with: katalog check --format json"
            );
            let _ = writeln!(out, "{}\n", rest.in_tongue(self.tongue));
        }
        let _ = writeln!(out, "{}", summary(findings).in_tongue(self.tongue));
        out
    }

    fn path_of(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("?", String::as_str)
    }

    fn text_of(&self, file: FileId) -> Option<String> {
        let bytes = self.source.read(self.path_of(file), QUOTE_LIMIT).ok()?;
        Some(String::from_utf8_lossy(&bytes).replace('\t', " "))
    }

    fn report<'r>(
        &'r self,
        finding: &'r Diagnostic,
        texts: &'r HashMap<FileId, Option<String>>,
    ) -> Vec<Group<'r>> {
        let say = |message: &'r Message| cut(message.in_tongue(self.tongue));
        let swedish = self.tongue == Tongue::Swedish;
        let level = match (finding.severity, swedish) {
            (Severity::Error, true) => Level::ERROR.with_name("fel"),
            (Severity::Error, false) => Level::ERROR,
            (Severity::Warning, true) => Level::WARNING.with_name("varning"),
            (Severity::Warning, false) => Level::WARNING,
        };
        let title = level
            .primary_title(say(&finding.message))
            .id(finding.code.number);
        let mut group = match &finding.place {
            Place::Path(path) => title.element(Origin::path(path.as_str())),
            Place::Span(span) => match texts.get(&span.file).and_then(Option::as_ref) {
                None => title.element(Origin::path(self.path_of(span.file))),
                Some(text) => {
                    let label = finding.label.as_ref().map(say);
                    let mut main = self.snippet(span.file, text).annotation(
                        AnnotationKind::Primary
                            .span(fit(text, span.range()))
                            .label(label),
                    );
                    for (other, words) in &finding.related {
                        if other.file == span.file {
                            let range = fit(text, other.range());
                            main = main
                                .annotation(AnnotationKind::Context.span(range).label(say(words)));
                        }
                    }
                    title.element(main)
                }
            },
        };
        for (other, words) in &finding.related {
            let same_file = matches!(&finding.place, Place::Span(span) if span.file == other.file);
            if let (false, Some(Some(text))) = (same_file, texts.get(&other.file)) {
                let range = fit(text, other.range());
                let note = AnnotationKind::Context.span(range).label(say(words));
                group = group.element(self.snippet(other.file, text).annotation(note));
            }
        }
        if let Some(help) = &finding.help {
            let level = if swedish {
                Level::HELP.with_name("gör så här")
            } else {
                Level::HELP
            };
            group = group.element(level.message(say(help)));
        }
        vec![group]
    }

    fn snippet<'r, T: Clone>(&'r self, file: FileId, text: &'r str) -> Snippet<'r, T> {
        Snippet::source(text).path(self.path_of(file))
    }
}

/// A text without what is too long to read.
fn cut(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((at, _)) => format!("{}…", &text[..at]).into(),
        None => text.into(),
    }
}

/// A range that is sure to lie within the text and on character boundaries: the
/// file may have changed since it was loaded. Only the first line of a long
/// value is underlined.
fn fit(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(range.start);
    let end = text.ceil_char_boundary(range.end).max(start);
    let first_line = text[start..end]
        .lines()
        .next()
        .unwrap_or("")
        .trim_end()
        .len();
    start..start + first_line
}

fn files_of(finding: &Diagnostic) -> Vec<FileId> {
    let own = match &finding.place {
        Place::Span(span) => Some(span.file),
        Place::Path(_) => None,
    };
    own.into_iter()
        .chain(finding.related.iter().map(|(span, _)| span.file))
        .collect()
}

/// How many findings of each kind, and how to learn more.
fn summary(findings: &[Diagnostic]) -> Message {
    let errors = findings
        .iter()
        .filter(|f| f.severity == Severity::Error)
        .count();
    let warnings = findings.len() - errors;
    if findings.is_empty() {
        return crate::say!("Inga fel.", "No errors.");
    }
    // The code of an error rather than of a warning that happens to stand first.
    let first = findings.iter().min_by_key(|finding| finding.severity);
    let first = first.map_or("", |finding| finding.code.number);
    let more = crate::say!(
        "Läs mer om ett fel med dess kod, till exempel: katalog explain {first}",
        "Read more about a finding by its code, such as: katalog explain {first}"
    );
    let count = |n: usize, one: &str, many: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    let join = |parts: [String; 2]| match (errors, warnings) {
        (0, _) => parts[1].clone(),
        (_, 0) => parts[0].clone(),
        _ => parts.join(", "),
    };
    Message {
        sv: format!(
            "{}. {}",
            join([
                count(errors, "fel", "fel"),
                count(warnings, "varning", "varningar")
            ]),
            more.sv
        ),
        en: format!(
            "{}. {}",
            join([
                count(errors, "error", "errors"),
                count(warnings, "warning", "warnings")
            ]),
            more.en
        ),
    }
}
