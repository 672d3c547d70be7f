//! Whether an example is an event of its version.
//!
//! Written by hand rather than run through the generated JSON Schema: it knows
//! the place of every value in the author's file, says in plain words what is
//! wrong, and costs microseconds where compiling a schema for each version costs
//! milliseconds. A test holds it against a JSON Schema validator.

use crate::diagnostic::{Diagnostic, Message, nearest};
use crate::model::{Attribute, CodeList, Codes, EventType, Example, Truth, Type, Version, pattern};
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
struct Walk<'a> {
    tables: &'a Tables,
    example: &'a Example,
    next: usize,
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

    fn report(&mut self, at: usize, message: Message, help: Message) {
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
                if length == 0 || length > *longest {
                    self.report(
                        at,
                        say!(
                            "`{key}` är {length} tecken, men ska ha 1–{longest}",
                            "`{key}` has {length} characters, but must have 1–{longest}"
                        ),
                        say!(
                            "skriv en text av rätt längd",
                            "write a text of the right length"
                        ),
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
    fn skip(&mut self, value: &Value) {
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

    fn object(&mut self, value: &Value, attributes: &[Attribute]) {
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

    fn wrong_type(&mut self, at: usize, expected: &Message) {
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

    fn value(&mut self, value: &Value, ty: &Type) {
        let at = self.next;
        match (ty, value) {
            (Type::Object(attributes), _) => return self.object(value, attributes),
            (Type::Array { items, count }, Value::Array(found)) => {
                self.next += 1;
                let length = found.len() as u64;
                self.bounds(
                    at,
                    length,
                    count.min,
                    count.max,
                    ("antalet", "the number of items"),
                );
                found.iter().for_each(|item| self.value(item, items));
                return;
            }
            _ => self.skip(value),
        }
        match (ty, value) {
            (Type::String { length, pattern }, Value::String(text)) => {
                let found = text.chars().count() as u64;
                self.bounds(
                    at,
                    found,
                    length.min,
                    length.max,
                    ("antalet tecken", "the number of characters"),
                );
                if let Some(pattern) = pattern {
                    let fits =
                        pattern::compile(&pattern.value).is_ok_and(|regex| regex.is_match(text));
                    let shown = &pattern.value;
                    if !fits {
                        self.report(
                            at,
                            say!(
                                "`{text}` följer inte mönstret {shown}",
                                "`{text}` doesn't follow the pattern {shown}"
                            ),
                            say!(
                                "rätta värdet, eller ändra `pattern`",
                                "mend the value, or change `pattern`"
                            ),
                        );
                    }
                }
            }
            (Type::String { .. }, _) => {
                self.wrong_type(at, &say!("text inom citattecken", "text in quotes"))
            }
            (Type::Integer(bounds), Value::Number(number)) => match number.as_f64() {
                Some(found) if found.fract() == 0.0 => {
                    self.bounds(at, found, bounds.min, bounds.max, ("talet", "the number"));
                }
                _ => self.wrong_type(at, &say!("ett heltal", "a whole number")),
            },
            (Type::Integer(_), _) => self.wrong_type(at, &say!("ett heltal", "a whole number")),
            (Type::Number(bounds), Value::Number(number)) => {
                let found = number.as_f64().unwrap_or(f64::NAN);
                self.bounds(at, found, bounds.min, bounds.max, ("talet", "the number"));
            }
            (Type::Number(_), _) => self.wrong_type(at, &say!("ett tal", "a number")),
            (Type::Boolean, Value::Bool(_)) => {}
            (Type::Boolean, _) => self.wrong_type(at, &say!("true eller false", "true or false")),
            (Type::Date, Value::String(text)) if is_date(text) => {}
            (Type::Date, _) => self.wrong_type(
                at,
                &say!(
                    "ett datum som finns, som 2026-03-01",
                    "a day that exists, such as 2026-03-01"
                ),
            ),
            (Type::DateTime, Value::String(text)) => self.instant(at, "", text, false),
            (Type::DateTime, _) => self.wrong_type(
                at,
                &say!(
                    "datum och tid, som \"2026-03-01T09:30:00+01:00\"",
                    "a day and time, such as \"2026-03-01T09:30:00+01:00\""
                ),
            ),
            (Type::Uri, Value::String(text)) if is_uri(text) => {}
            (Type::Uri, _) => self.wrong_type(
                at,
                &say!(
                    "en hel adress, som https://www.example.se/",
                    "a whole address, such as https://www.example.se/"
                ),
            ),
            (Type::Code(codes), Value::String(text)) => self.code(at, codes, text),
            (Type::Code(_), _) => self.wrong_type(at, &say!("en kod", "a code")),
            (Type::Array { .. }, _) => self.wrong_type(at, &say!("en lista", "a list")),
            (Type::Object(_), _) => {}
        }
    }

    fn bounds<N: PartialOrd + std::fmt::Display + Copy>(
        &mut self,
        at: usize,
        found: N,
        min: Option<N>,
        max: Option<N>,
        (sv, en): (&str, &str),
    ) {
        let help = say!(
            "rätta värdet, eller ändra gränsen",
            "mend the value, or change the bound"
        );
        if let Some(min) = min.filter(|min| found < *min) {
            let message = say!(
                "{sv} är {found}, men ska vara minst {min}",
                "{en} is {found}, but must be at least {min}"
            );
            self.report(at, message, help.clone());
        }
        if let Some(max) = max.filter(|max| found > *max) {
            let message = say!(
                "{sv} är {found}, men får vara högst {max}",
                "{en} is {found}, but may be at most {max}"
            );
            self.report(at, message, help);
        }
    }

    /// A closed list holds only its codes; an open one may get more at any time.
    fn code(&mut self, at: usize, codes: &Codes, text: &str) {
        let shared = codes
            .list
            .as_ref()
            .and_then(|list| self.tables.find::<CodeList>(list));
        if codes.open || (codes.list.is_some() && shared.is_none()) {
            return;
        }
        let values = shared.map_or(&codes.values, |list| &list.values);
        let known: Vec<&str> = values.iter().map(|value| &*value.value.value).collect();
        if known.contains(&text) {
            return;
        }
        let help = match nearest(text, known.iter().copied()) {
            Some(near) => say!("menade du `{near}`?", "did you mean `{near}`?"),
            None => {
                let all = known.join(", ");
                say!("skriv någon av {all}", "write one of {all}")
            }
        };
        self.report(
            at,
            say!(
                "`{text}` är ingen av koderna",
                "`{text}` is none of the codes"
            ),
            help,
        );
    }

    /// RFC 3339; the time of an event itself is in Swedish time.
    fn instant(&mut self, at: usize, key: &str, text: &str, swedish: bool) {
        let fine = text.parse::<jiff::Timestamp>().is_ok() && is_rfc3339(text);
        if !fine {
            let subject = if key.is_empty() { text } else { key };
            return self.report(
                at,
                say!("`{subject}` är ingen tidpunkt", "`{subject}` is not a time"),
                say!(
                    "skriv datum, T, klockslag och avstånd till UTC: \"2026-03-01T09:30:00+01:00\"",
                    "write the date, T, the time and the offset from UTC: \"2026-03-01T09:30:00+01:00\""
                ),
            );
        }
        if swedish && !(text.ends_with("+01:00") || text.ends_with("+02:00")) {
            self.report(
                at,
                say!(
                    "`{key}` är inte i svensk tid",
                    "`{key}` isn't in Swedish time"
                ),
                say!(
                    "skriv tiden med +01:00 på vintern och +02:00 på sommaren",
                    "write the time with +01:00 in winter and +02:00 in summer"
                ),
            );
        }
    }
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// The form `YYYY-MM-DDThh:mm:ss[.fff]±hh:mm` or `Z`; that the day and the hour
/// exist is for the calendar to say.
fn is_rfc3339(text: &str) -> bool {
    let b = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        b.get(range)
            .is_some_and(|s| s.iter().all(u8::is_ascii_digit))
    };
    let mark = |at: usize, c: u8| {
        b.get(at)
            .is_some_and(|found| found.eq_ignore_ascii_case(&c))
    };
    let body = digits(0..4)
        && mark(4, b'-')
        && digits(5..7)
        && mark(7, b'-')
        && digits(8..10)
        && mark(10, b'T')
        && digits(11..13)
        && mark(13, b':')
        && digits(14..16)
        && mark(16, b':')
        && digits(17..19);
    if !body {
        return false;
    }
    let rest = &text[19..];
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let end = fraction
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(fraction.len());
            if end == 0 {
                return false;
            }
            &fraction[end..]
        }
        None => rest,
    };
    let z = rest.as_bytes();
    rest.eq_ignore_ascii_case("z")
        || (z.len() == 6
            && (z[0] == b'+' || z[0] == b'-')
            && z[3] == b':'
            && [1, 2, 4, 5].iter().all(|at| z[*at].is_ascii_digit()))
}

/// An absolute URI: a scheme, a colon and only characters that RFC 3986 allows.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let scheme_fine = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    scheme_fine && !rest.is_empty() && rest.bytes().all(allowed)
}
