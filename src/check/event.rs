//! Whether an example is an event of its version.
//!
//! Written by hand rather than run through the generated JSON Schema: it knows
//! the place of every value in the author's file, says in plain words what is
//! wrong, and costs microseconds where compiling a schema for each version costs
//! milliseconds. A test holds it against a JSON Schema validator.

use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::model::{Attribute, EventType, Example, Truth, Version};
use crate::resolve::Tables;
use crate::say;
use crate::source::Span;
use serde_json::{Map, Value};

/// Holds an example against its version.
pub(super) fn check(
    tables: &Tables,
    event_type: &EventType,
    version: &Version,
    example: &Example,
    out: &mut Vec<Diagnostic>,
) {
    let Ok(event) = serde_json::from_str::<Value>(&example.json) else {
        unreachable!("examples are written as JSON by the load stage");
    };
    let mut walk = Walk {
        tables,
        example,
        next: 0,
        out,
    };
    walk.event(&event, event_type, version);
}

/// A walk over a value in the order in which its parts begin, so that the n-th
/// value met is the n-th place noted when the example was read.
pub(super) struct Walk<'a> {
    pub(super) tables: &'a Tables,
    example: &'a Example,
    /// The number of the value that is met next.
    pub(super) next: usize,
    out: &'a mut Vec<Diagnostic>,
}

/// What a field of the wire event must be.
enum Field<'a> {
    Text { longest: usize },
    Exactly(&'a str, Message),
    Boolean(Truth, &'static str),
    Instant,
    Language,
    StandardVersion,
    Object(&'a [Attribute]),
}

impl Walk<'_> {
    /// The place of the value that is being looked at.
    fn span(&self, at: usize) -> Span {
        let (start, end) = self.example.spans.get(at).copied().unwrap_or((0, 0));
        Span {
            file: self.example.file,
            start,
            end,
        }
    }

    pub(super) fn report(&mut self, at: usize, message: Message, help: Message) {
        let finding = Diagnostic::new("K0301", self.span(at), message).help(help);
        self.out.push(finding);
    }

    /// The whole event, by the wire contract of the standard and by what its
    /// type says of it.
    fn event(&mut self, event: &Value, event_type: &EventType, version: &Version) {
        let id = &*event_type.id.value;
        let fields: [(&str, Field<'_>); 12] = [
            ("kundhandelseId", Field::Text { longest: 100 }),
            ("rubrik", Field::Text { longest: 255 }),
            (
                "beskrivning",
                Field::Text {
                    longest: usize::MAX,
                },
            ),
            ("sprak", Field::Language),
            (
                "producent",
                Field::Text {
                    longest: usize::MAX,
                },
            ),
            ("tidpunkt", Field::Instant),
            (
                "kundhandelseTyp",
                Field::Exactly(
                    id,
                    say!(
                        "exemplet är av en annan händelsetyp",
                        "the example is of another event type"
                    ),
                ),
            ),
            (
                "producentarendetKraverKundatgard",
                Field::Boolean(version.requires_customer_action, "requiresCustomerAction"),
            ),
            (
                "producentarendetKlart",
                Field::Boolean(version.closes_case, "closesCase"),
            ),
            ("version", Field::StandardVersion),
            ("utokadInformation", Field::Object(&version.attributes)),
            ("referenser", Field::Object(&version.references)),
        ];
        let at = self.next;
        self.next += 1;
        let Value::Object(map) = event else { return };
        for (key, value) in map {
            match fields.iter().find(|(name, _)| name == key) {
                Some((_, field)) => self.field(key, field, value),
                None => self.unknown(key, value, fields.iter().map(|(name, _)| *name)),
            }
        }
        for (name, field) in &fields {
            let may_be_absent = match field {
                Field::Object(attributes) => !attributes.iter().any(|a| a.required),
                _ => false,
            };
            if !map.contains_key(*name) && !may_be_absent {
                self.absent(at, name);
            }
        }
    }

    fn absent(&mut self, at: usize, name: &str) {
        self.report(
            at,
            say!(
                "`{name}` saknas i exemplet",
                "`{name}` is missing in the example"
            ),
            say!("lägg till `{name}: …`", "add `{name}: …`"),
        );
    }

    fn field(&mut self, key: &str, field: &Field<'_>, value: &Value) {
        let at = self.next;
        if let Field::Object(attributes) = field {
            return self.object(value, attributes);
        }
        self.skip(value);
        match (field, value) {
            (Field::Text { longest }, Value::String(text)) => {
                let length = text.chars().count();
                if length == 0 {
                    self.report(
                        at,
                        say!("`{key}` är tom", "`{key}` is empty"),
                        say!("skriv en text", "write a text"),
                    );
                } else if length > *longest {
                    self.report(
                        at,
                        say!(
                            "`{key}` har {length} tecken, men får ha högst {longest}",
                            "`{key}` has {length} characters, but may have at most {longest}"
                        ),
                        say!("korta texten", "shorten the text"),
                    );
                }
            }
            (Field::Exactly(expected, message), Value::String(text)) if text != expected => {
                let help = say!("skriv `{key}: {expected}`", "write `{key}: {expected}`");
                self.report(at, message.clone(), help);
            }
            (Field::Exactly(..), Value::String(_)) => {}
            (Field::Boolean(truth, name), Value::Bool(found)) => {
                let says = truth.key();
                if !matches!(
                    (truth, found),
                    (Truth::Varies, _) | (Truth::True, true) | (Truth::False, false)
                ) {
                    self.report(
                        at,
                        say!(
                            "`{key}` är {found}, men versionen säger `{name}: {says}`",
                            "`{key}` is {found}, but the version says `{name}: {says}`"
                        ),
                        say!(
                            "skriv {says} här, eller ändra `{name}` till varies",
                            "write {says} here, or change `{name}` to varies"
                        ),
                    );
                }
            }
            (Field::Boolean(..), _) => {
                self.wrong(at, key, &say!("true eller false", "true or false"))
            }
            (Field::Instant, Value::String(text)) => self.instant(at, key, text, true),
            (Field::Language, Value::String(text)) => {
                if text.len() != 2 || !text.bytes().all(|b| b.is_ascii_lowercase()) {
                    self.wrong(
                        at,
                        key,
                        &say!(
                            "en språkkod som sv eller en",
                            "a language code such as sv or en"
                        ),
                    );
                }
            }
            (Field::StandardVersion, Value::String(text)) => {
                let fine = text.split_once('.').is_some_and(|(major, minor)| {
                    let number = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
                    number(major) && number(minor)
                });
                if !fine {
                    self.wrong(
                        at,
                        key,
                        &say!(
                            "standardens version, som \"6.1\"",
                            "the version of the standard, such as \"6.1\""
                        ),
                    );
                }
            }
            _ => self.wrong(at, key, &say!("text inom citattecken", "text in quotes")),
        }
    }

    fn wrong(&mut self, at: usize, key: &str, expected: &Message) {
        let (sv, en) = (&expected.sv, &expected.en);
        self.report(
            at,
            say!(
                "`{key}` har fel slags värde",
                "`{key}` has the wrong kind of value"
            ),
            say!("skriv {sv}", "write {en}"),
        );
    }

    /// Passes over a value and all that it holds.
    pub(super) fn skip(&mut self, value: &Value) {
        self.next += 1;
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.skip(item)),
            Value::Object(map) => map.values().for_each(|item| self.skip(item)),
            _ => {}
        }
    }

    fn unknown<'k>(&mut self, key: &str, value: &Value, known: impl Iterator<Item = &'k str>) {
        let at = self.next;
        self.skip(value);
        let help = match nearest(key, known) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => say!(
                "ta bort det ur exemplet, eller beskriv det bland attributen",
                "remove it from the example, or describe it among the attributes"
            ),
        };
        self.report(
            at,
            say!(
                "`{key}` finns i exemplet men är inte beskrivet",
                "`{key}` is in the example but isn't described"
            ),
            help,
        );
    }

    pub(super) fn object(&mut self, value: &Value, attributes: &[Attribute]) {
        let at = self.next;
        let Value::Object(map) = value else {
            self.skip(value);
            return self.wrong_type(at, &say!("nycklar med värden", "keys with values"));
        };
        self.next += 1;
        self.members(at, map, attributes);
    }

    fn members(&mut self, at: usize, map: &Map<String, Value>, attributes: &[Attribute]) {
        for (key, value) in map {
            match attributes
                .iter()
                .find(|attribute| *attribute.name.value == **key)
            {
                Some(attribute) => self.value(value, &attribute.ty),
                None => self.unknown(key, value, attributes.iter().map(|a| &*a.name.value)),
            }
        }
        for attribute in attributes.iter().filter(|attribute| attribute.required) {
            if !map.contains_key(&*attribute.name.value) {
                self.absent(at, &attribute.name.value);
            }
        }
    }

    pub(super) fn wrong_type(&mut self, at: usize, expected: &Message) {
        let (sv, en) = (&expected.sv, &expected.en);
        self.report(
            at,
            say!("värdet är av fel typ", "the value is of the wrong type"),
            say!(
                "skriv {sv}, eller ändra attributets typ",
                "write {en}, or change the attribute's type"
            ),
        );
    }
}
