//! Findings for programs: our own JSON, SARIF 2.1.0, and GitHub's annotations.

use super::{ALL, Diagnostic, Message, Place, Severity, Tongue};
use crate::source::{FileId, LineColumn, Source, Span, line_column};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt::Write as _;

/// The JSON Schema of [`Machine::json`].
pub const FINDINGS_SCHEMA: &str = include_str!("findings.schema.json");

/// Files larger than this are not read to find lines.
const READ_LIMIT: u64 = 4 << 20;

/// Prints findings for programs.
pub struct Machine<'a> {
    source: &'a dyn Source,
    paths: &'a [String],
    tongue: Tongue,
}

/// Where something is, in lines and columns.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Machine<'a> {
    /// A printer that finds lines in `source`; `paths` are the paths of the files
    /// by [`FileId`]. Formats that hold one language use `tongue`.
    pub fn new(source: &'a dyn Source, paths: &'a [String], tongue: Tongue) -> Self {
        Self {
            source,
            paths,
            tongue,
        }
    }

    /// The findings as JSON of our own, with every text in both languages. The
    /// README describes it.
    pub fn json(&self, findings: &[Diagnostic]) -> String {
        #[derive(Serialize)]
        struct Related {
            #[serde(flatten)]
            region: Region,
            message: Message,
        }
        #[derive(Serialize)]
        struct Finding<'f> {
            code: &'static str,
            name: &'static str,
            severity: &'static str,
            #[serde(flatten)]
            region: Region,
            message: &'f Message,
            label: Option<&'f Message>,
            help: Option<&'f Message>,
            related: Vec<Related>,
        }
        #[derive(Serialize)]
        struct Report<'f> {
            errors: usize,
            warnings: usize,
            findings: Vec<Finding<'f>>,
        }
        let mut texts = Texts::new(self);
        let all = findings.iter().map(|it| Finding {
            code: it.code.number,
            name: it.code.name,
            severity: level(it.severity),
            region: texts.region(&it.place),
            message: &it.message,
            label: it.label.as_ref(),
            help: it.help.as_ref(),
            related: it
                .related
                .iter()
                .map(|(span, words)| Related {
                    region: texts.region(&Place::Span(*span)),
                    message: words.clone(),
                })
                .collect(),
        });
        let all: Vec<_> = all.collect();
        let errors = findings
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .count();
        let report = Report {
            errors,
            warnings: findings.len() - errors,
            findings: all,
        };
        // Texts and numbers always have a JSON form.
        serde_json::to_string_pretty(&report).unwrap_or_default()
    }

    /// The findings as a SARIF 2.1.0 log (OASIS), for code scanning services.
    pub fn sarif(&self, findings: &[Diagnostic]) -> String {
        use serde_json::json;
        let mut texts = Texts::new(self);
        let text = |message: &Message| message.in_tongue(self.tongue).to_owned();
        let rules: Vec<_> = ALL
            .iter()
            .map(|code| {
                json!({
                    "id": code.number,
                    "name": code.name,
                    "shortDescription": { "text": code.name },
                    "help": { "text": super::explain(code, self.tongue) },
                    "defaultConfiguration": { "level": level(code.severity) },
                })
            })
            .collect();
        let mut location = |place: &Place, words: Option<&Message>| {
            let at = texts.region(place);
            let mut location = json!({
                "physicalLocation": {
                    "artifactLocation": { "uri": uri(&at.path), "uriBaseId": "ROOT" },
                    "region": {
                        "startLine": at.line,
                        "startColumn": at.column,
                        "endLine": at.end_line,
                        "endColumn": at.end_column,
                    },
                },
            });
            if let Some(words) = words {
                location["message"] = json!({ "text": text(words) });
            }
            location
        };
        let results: Vec<_> = findings
            .iter()
            .map(|it| {
                let mut message = text(&it.message);
                if let Some(help) = &it.help {
                    let _ = write!(message, "\n{}", text(help));
                }
                let related: Vec<_> = it
                    .related
                    .iter()
                    .map(|(span, words)| location(&Place::Span(*span), Some(words)))
                    .collect();
                json!({
                    "ruleId": it.code.number,
                    "ruleIndex": ALL.iter().position(|code| code.number == it.code.number),
                    "level": level(it.severity),
                    "message": { "text": message },
                    "locations": [location(&it.place, None)],
                    "relatedLocations": related,
                })
            })
            .collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "katalog",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                } },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }],
        });
        serde_json::to_string_pretty(&log).unwrap_or_default()
    }

    /// The findings as workflow commands that GitHub shows at their lines.
    pub fn github(&self, findings: &[Diagnostic]) -> String {
        let mut texts = Texts::new(self);
        let mut out = String::new();
        for it in findings {
            let at = texts.region(&it.place);
            let mut message = it.message.in_tongue(self.tongue).to_owned();
            if let Some(help) = &it.help {
                let _ = write!(message, "\n{}", help.in_tongue(self.tongue));
            }
            let _ = writeln!(
                out,
                "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
                level(it.severity),
                property(&at.path),
                at.line,
                at.end_line,
                at.column,
                at.end_column,
                property(&format!("{} {}", it.code.number, it.code.name)),
                data(&message),
            );
        }
        out
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Texts of files with where their lines begin, each read once: a file may have
/// thousands of findings.
struct Texts<'a> {
    machine: &'a Machine<'a>,
    read: HashMap<FileId, (String, Vec<usize>)>,
}

impl<'a> Texts<'a> {
    fn new(machine: &'a Machine<'a>) -> Self {
        Self {
            machine,
            read: HashMap::new(),
        }
    }

    fn region(&mut self, place: &Place) -> Region {
        match place {
            Place::Path(path) => Region {
                path: path.clone(),
                line: 1,
                column: 1,
                end_line: 1,
                end_column: 1,
            },
            Place::Span(span) => self.of_span(*span),
        }
    }

    fn of_span(&mut self, span: Span) -> Region {
        let Machine { source, paths, .. } = *self.machine;
        let path = paths.get(span.file.0 as usize).cloned().unwrap_or_default();
        let (text, starts) = self.read.entry(span.file).or_insert_with(|| {
            let bytes = source.read(&path, READ_LIMIT).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let ends = memchr::memchr_iter(b'\n', text.as_bytes());
            let starts = [0].into_iter().chain(ends.map(|end| end + 1)).collect();
            (text, starts)
        });
        let at = |offset: usize| {
            let offset = text.floor_char_boundary(offset);
            let above = starts.partition_point(|start| *start <= offset) - 1;
            let LineColumn { line, column } =
                line_column(&text[starts[above]..], offset - starts[above]);
            (above + line, column)
        };
        let ((line, column), (end_line, end_column)) =
            (at(span.range().start), at(span.range().end));
        Region {
            path,
            line,
            column,
            end_line,
            end_column,
        }
    }
}

/// A path as a relative reference: what an address can't hold is encoded.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say;
    use crate::source::Memory;

    fn sample() -> (Memory, Vec<String>, Vec<Diagnostic>) {
        let source = Memory::new().with("catalogue/å.yaml", "id: X\ntitel: 50 %, 1: 2\n");
        let span = Span::new(FileId(0), 6..11);
        let finding = Diagnostic::new("K0110", span, say!("nyckeln, `titel`", "the key: 100 %"))
            .related(Span::new(FileId(0), 0..2), say!("här", "here"))
            .help(say!("gör\nså", "do: this"));
        (source, vec!["catalogue/å.yaml".to_owned()], vec![finding])
    }

    #[test]
    fn annotations_escape_what_would_end_them() {
        let (source, paths, findings) = sample();
        let text = Machine::new(&source, &paths, Tongue::English).github(&findings);
        assert_eq!(
            text,
            "::error file=catalogue/å.yaml,line=2,endLine=2,col=1,endColumn=6,\
             title=K0110 unknown-key::the key: 100 %25%0Ado: this\n"
        );
    }

    #[test]
    fn json_and_sarif_say_where() {
        let (source, paths, findings) = sample();
        let machine = Machine::new(&source, &paths, Tongue::Swedish);
        let json: serde_json::Value = serde_json::from_str(&machine.json(&findings)).unwrap();
        assert_eq!(json["errors"], 1);
        assert_eq!(json["findings"][0]["line"], 2);
        assert_eq!(json["findings"][0]["message"]["sv"], "nyckeln, `titel`");
        let sarif: serde_json::Value = serde_json::from_str(&machine.sarif(&findings)).unwrap();
        let result = &sarif["runs"][0]["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "catalogue/%C3%A5.yaml");
        assert_eq!(place["region"]["startLine"], 2);
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(
            sarif["runs"][0]["tool"]["driver"]["rules"][index]["id"],
            "K0110"
        );
    }
}
