//! The file that an agreement is filled in from: names of fields and their values, in
//! groups or with dots.

use super::decode::shorten;
use super::read::empty;
use super::yaml::{self, Node, Pair, Value};
use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::model::{
    AgreementEdition, AgreementField, FieldKind, FieldValue, Lang, term::without_brackets,
};
use crate::say;
use crate::source::{FileId, Span, Spanned};
use std::collections::{BTreeMap, BTreeSet};

/// Reads what a version of an agreement is filled in with. `lang` is the language in
/// which fields are spoken of. All that is wrong is told at once.
pub fn fill(
    text: &str,
    edition: &AgreementEdition,
    lang: Lang,
) -> (BTreeMap<Box<str>, FieldValue>, Vec<Diagnostic>) {
    let mut filling = Filling {
        edition,
        values: BTreeMap::new(),
        seen: BTreeMap::new(),
        empty: BTreeMap::new(),
        told: BTreeSet::new(),
        findings: Vec::new(),
    };
    let root = yaml::parse(FileId(0), text, &mut filling.findings);
    match root.as_ref().map(|root| &root.value) {
        Some(Value::Map(pairs)) => filling.group("", pairs),
        Some(_) => filling.report(
            "K0707",
            Span::start_of(FileId(0)),
            say!(
                "filen har inga fält med värden",
                "the file has no fields with values"
            ),
            say!(
                "skriv `fält: värde`, ett på varje rad; katalog agreement NAMN --data ger en fil att fylla i",
                "write `field: value`, one on each line; katalog agreement NAME --data gives a file to fill in"
            ),
        ),
        None if filling.findings.is_empty() => {
            filling.findings.push(empty(FileId(0), "data.yaml"));
        }
        None => {}
    }
    // What couldn't be read may hold anything.
    if root.is_some_and(|root| matches!(root.value, Value::Map(_))) {
        filling.missing(lang);
    }
    (filling.values, filling.findings)
}

struct Filling<'e> {
    edition: &'e AgreementEdition,
    values: BTreeMap<Box<str>, FieldValue>,
    /// The names that stand in the file, whole or as groups, and where.
    seen: BTreeMap<String, Span>,
    /// The fields that stand there without a value, and where.
    empty: BTreeMap<String, Span>,
    /// The names, whole or as groups, that something was said about.
    told: BTreeSet<String>,
    findings: Vec<Diagnostic>,
}

impl<'e> Filling<'e> {
    fn group(&mut self, prefix: &str, pairs: &[Pair<'_>]) {
        for pair in pairs {
            let name = match prefix {
                "" => pair.key.to_string(),
                prefix => format!("{prefix}.{}", pair.key),
            };
            let key = Span::new(FileId(0), pair.key_range.clone());
            if pair.is_refused() {
                // It was told of when the file was read.
                self.told.insert(name);
                continue;
            }
            let edition = self.edition;
            match edition.field(&name) {
                Some(field) => self.field(field, &Spanned::new(name, key), &pair.value),
                None if self.is_group(&name) => match &pair.value.value {
                    Value::Map(inner) => {
                        self.seen.insert(name.clone(), key);
                        self.group(&name, inner);
                    }
                    _ if is_nothing(&pair.value) => {
                        self.seen.insert(name, key);
                    }
                    _ => self.no_group(&name, &pair.value),
                },
                None => self.unknown(name, key),
            }
        }
    }

    fn is_group(&self, name: &str) -> bool {
        let start = format!("{name}.");
        let mut fields = self.edition.fields.iter();
        fields.any(|it| it.name.starts_with(&start))
    }

    fn field(&mut self, field: &'e AgreementField, name: &Spanned<String>, node: &Node<'_>) {
        if let Some(first) = self.seen.get(&name.value).copied() {
            let text = &name.value;
            self.findings.push(
                Diagnostic::new(
                    "K0121",
                    name.span,
                    say!("`{text}` finns två gånger", "`{text}` is given twice"),
                )
                .related(first, say!("här står den första", "the first one is here"))
                .help(say!("ta bort den ena", "remove one of them")),
            );
            return;
        }
        self.seen.insert(name.value.clone(), name.span);
        let span = Span::new(FileId(0), node.range.clone());
        match &node.value {
            Value::Refused => {
                self.told.insert(name.value.clone());
            }
            _ if is_nothing(node) => {
                self.empty.insert(name.value.clone(), name.span);
            }
            Value::Scalar { text, .. } => match field.kind.read(text) {
                Ok(value) => {
                    self.values.insert(field.name.value.clone(), value);
                }
                Err((message, help)) => {
                    self.told.insert(name.value.clone());
                    self.report("K0707", span, message, help);
                }
            },
            Value::List(_) | Value::Map(_) => {
                let name = &name.value;
                self.told.insert(name.clone());
                self.report(
                    "K0707",
                    span,
                    say!(
                        "`{name}` ska ha ett enda värde",
                        "`{name}` has a single value"
                    ),
                    say!(
                        "skriv värdet efter kolon; börjar det med `[`, `{{` eller `- `, sätt citattecken om det",
                        "write the value after the colon; if it begins with `[`, `{{` or `- `, put it in quotes"
                    ),
                );
            }
        }
    }

    fn no_group(&mut self, name: &str, node: &Node<'_>) {
        self.told.insert(name.to_owned());
        let start = format!("{name}.");
        let inner = self.edition.fields.iter();
        let inner = inner.filter_map(|it| it.name.strip_prefix(&start));
        let inner: Vec<&str> = inner
            .map(|rest| rest.split('.').next().unwrap_or(rest))
            .collect();
        let inner = inner.join(", ");
        let found = match &node.value {
            Value::Scalar { text, .. } => shorten(text),
            _ => "…".to_owned(),
        };
        self.report(
            "K0707",
            Span::new(FileId(0), node.range.clone()),
            say!(
                "`{name}` är en grupp av fält, men har värdet `{found}`",
                "`{name}` is a group of fields, but has the value `{found}`"
            ),
            say!(
                "skriv fälten på egna rader under `{name}:`, indragna med två mellanslag: {inner}",
                "write the fields on lines of their own below `{name}:`, indented by two spaces: {inner}"
            ),
        );
    }

    fn unknown(&mut self, name: String, span: Span) {
        let fields = || self.edition.fields.iter().map(|it| &*it.name.value);
        let last = |name: &str| name.rsplit('.').next().unwrap_or("").to_owned();
        // The right name in the wrong group, or a misspelt one.
        let moved = fields().find(|field| last(field) == last(&name));
        let groups: Vec<&str> = fields()
            .filter_map(|field| field.rsplit_once('.').map(|(group, _)| group))
            .collect();
        let near = nearest(&name, fields().chain(groups)).or(moved);
        let help = match near {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => say!(
                "ta bort raden, eller jämför med fälten som `katalog agreement NAMN` visar",
                "remove the line, or compare with the fields that `katalog agreement NAME` lists"
            ),
        };
        let near = near.map(str::to_owned);
        self.report(
            "K0706",
            span,
            say!(
                "avtalet har inget fält `{name}`",
                "the agreement has no field `{name}`"
            ),
            help,
        );
        // What was meant is not missing as well.
        self.told.extend(near);
    }

    /// Reports what must be filled in and isn't.
    fn missing(&mut self, lang: Lang) {
        let edition = self.edition;
        for field in edition.fields.iter().filter(|it| it.required) {
            let name = &*field.name.value;
            let groups = name.match_indices('.').map(|(at, _)| &name[..at]);
            let told = groups
                .clone()
                .chain([name])
                .any(|it| self.told.contains(it));
            if told || self.values.contains_key(name) {
                continue;
            }
            // Where the name stands without a value, or else where its group does.
            let empty = self.empty.get(name).copied();
            let group = groups.rev().find_map(|group| self.seen.get(group).copied());
            let span = empty.or(group).unwrap_or(Span::start_of(FileId(0)));
            let label = field.label.get(lang);
            let about = without_brackets(field.description.get(lang)).into_owned();
            let example = field.example.as_ref().map(|it| it.value.to_string());
            let own = name.rsplit('.').next().unwrap_or(name);
            let own = if empty.is_some() { own } else { name };
            let words: Vec<String> = match &field.kind {
                FieldKind::Choice(choices) => {
                    let values = choices.iter().map(|it| &it.value.value);
                    values.map(|value| format!("`{value}`")).collect()
                }
                _ => Vec::new(),
            };
            let words = words.join(", ");
            let help = match example {
                Some(it) => say!(
                    "skriv `{own}: {it}`. {about}",
                    "write `{own}: {it}`. {about}"
                ),
                None if !words.is_empty() => say!(
                    "skriv `{own}: …` med något av {words}. {about}",
                    "write `{own}: …` with one of {words}. {about}"
                ),
                None => say!("skriv `{own}: …`. {about}", "write `{own}: …`. {about}"),
            };
            let message = say!(
                "`{name}` ({label}) måste fyllas i",
                "`{name}` ({label}) must be filled in"
            );
            self.report("K0705", span, message, help);
        }
    }

    fn report(&mut self, code: &str, span: Span, message: Message, help: Message) {
        self.findings
            .push(Diagnostic::new(code, span, message).help(help));
    }
}

/// Whether nothing is given: no value, or one of blanks only.
fn is_nothing(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Scalar { text, plain } => text.trim().is_empty() || (*plain && text == "~"),
        _ => false,
    }
}
