//! Parts of event types, filled in until they are whole: what an explanation or a
//! case leaves out, because it is about something else.

use std::fmt::Write as _;

/// The event type that a fragment is a part of unless it says otherwise.
pub(crate) const ENTRY: &str = "catalogue/producers/REFKOM/BYGGLOV/BESLUT.yaml";

/// A version of an event type: its lines of YAML without indentation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(pub(crate) String);

impl Fields {
    /// Whether a field is given.
    pub(crate) fn has(&self, name: &str) -> bool {
        let start = format!("{name}:");
        self.0.lines().any(|line| line.starts_with(&start))
    }

    /// The value of a field that is written on its line.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let start = format!("{name}:");
        let line = self.0.lines().find(|line| line.starts_with(&start))?;
        let value = line[start.len()..].split(" #").next()?;
        Some(value.trim())
    }

    /// The version's number; 1.0.0 unless it is given.
    fn number(&self) -> semver::Version {
        let written = self.get("version").unwrap_or("1.0.0");
        written.parse().expect("a version has three numbers")
    }

    /// Gives a field, unless it is there or stays away on purpose.
    fn need(&mut self, without: &[&str], name: &str, value: &str) {
        if !self.has(name) && !without.contains(&name) {
            writeln!(self.0, "{name}: {value}").unwrap();
        }
    }
}

/// The versions of a fragment, newest first. It is a list of versions, with or
/// without `versions:` before it, or the fields of one.
pub(crate) fn versions(fragment: &str) -> Vec<Fields> {
    let lines: Vec<&str> = fragment
        .lines()
        .filter(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty())
        .filter(|line| !line.starts_with("id:") && *line != "versions:")
        .collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = lines.first() else {
        return Vec::new();
    };
    let own = indent(first);
    if !first.trim_start().starts_with("- ") {
        let fields: Vec<&str> = lines.iter().map(|line| &line[own..]).collect();
        return vec![Fields(fields.join("\n") + "\n")];
    }
    let mut found: Vec<Fields> = Vec::new();
    for line in lines {
        if indent(line) == own && line[own..].starts_with("- ") {
            found.push(Fields::default());
        }
        let text = &line[(own + 2).min(line.len())..];
        let last = found.last_mut().expect("the first line begins a version");
        writeln!(last.0, "{text}").unwrap();
    }
    found
}

/// A whole event type of some versions, newest first. `without` are fields that
/// stay away because what is tested is that they are missing.
pub(crate) fn event_type(id: &str, versions: &[Fields], without: &[&str]) -> String {
    let mut text = format!("id: {id}\nversions:\n");
    for fields in versions {
        // By their numbers: where they stand may be what is tested.
        let mut older: Vec<&Fields> = versions
            .iter()
            .filter(|it| it.number() < fields.number())
            .collect();
        older.sort_by_key(|it| it.number());
        let whole = completed(id, fields, older.last().copied(), older.len() + 1, without);
        for (line, start) in whole
            .lines()
            .zip(std::iter::once("  - ").chain(std::iter::repeat("    ")))
        {
            writeln!(text, "{start}{line}").unwrap();
        }
    }
    text
}

/// One version with all that it needs. `age` counts from the oldest, which is 1.
fn completed(
    id: &str,
    fields: &Fields,
    older: Option<&Fields>,
    age: usize,
    without: &[&str],
) -> String {
    let mut whole = fields.clone();
    whole.need(without, "version", "1.0.0");
    whole.need(without, "status", "published");
    let status = whole.get("status").unwrap_or_default().to_owned();
    if status != "draft" {
        whole.need(without, "published", &format!("{}-03-01", 2020 + age));
    }
    if matches!(&*status, "deprecated" | "retired") {
        whole.need(without, "deprecated", "2026-03-01");
        whole.need(without, "sunset", "2027-03-31");
        if !whole.has("replacedBy") {
            whole.need(
                without,
                "advice",
                "{ sv: Sluta läsa den., en: Stop reading it. }",
            );
        }
    }
    if status == "retired" {
        whole.need(without, "retired", "2027-04-01");
    }
    if let Some(older) = older {
        whole.need(
            without,
            "changes",
            "{ sv: Något är nytt., en: Something is new. }",
        );
        if whole.number().major != older.number().major {
            whole.need(without, "migration", "{ sv: Läs på nytt., en: Read anew. }");
        }
    }
    whole.need(without, "title", "{ sv: Beslut fattat, en: Decision made }");
    whole.need(
        without,
        "description",
        "{ sv: Ett beslut är fattat., en: A decision has been made. }",
    );
    whole.need(without, "category", "DECIDED");
    whole.need(without, "authorizations", "[SELF]");
    whole.need(without, "requiresCustomerAction", "false");
    whole.need(without, "closesCase", "true");
    whole.need(
        without,
        "examples",
        &format!("\n{}", example(id, &whole).trim_end()),
    );
    filled(&whole.0)
}

/// The text with something in the place of every `…`.
pub(crate) fn filled(text: &str) -> String {
    text.replace("{ … }", "{ sv: En text., en: A text. }")
        .replace("sv: …", "sv: En text.")
        .replace("en: …", "en: A text.")
}

/// An example of an event. It holds none of the version's own attributes, which
/// is for other tests to find wrong.
fn example(id: &str, version: &Fields) -> String {
    let truth = |name: &str, or: &str| match version.get(name) {
        Some("true") => "true".to_owned(),
        Some("false") => "false".to_owned(),
        _ => or.to_owned(),
    };
    format!(
        r#"  - title: {{ sv: Bifall, en: Approval }}
    event:
      kundhandelseId: REFKOM-2
      rubrik: Beslut är fattat
      beskrivning: Vi har fattat beslut i ditt ärende.
      sprak: sv
      producent: Referenskommunen
      tidpunkt: "2026-05-04T09:12:44+02:00"
      kundhandelseTyp: {id}
      producentarendetKraverKundatgard: {}
      producentarendetKlart: {}
      version: "6.1"
"#,
        truth("requiresCustomerAction", "false"),
        truth("closesCase", "true"),
    )
}
