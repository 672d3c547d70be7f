//! Values of attributes in an example, held against their types.

use super::event::Walk;
use super::formats::{is_date, is_date_like, is_rfc3339, is_uri};
use crate::diagnostic::nearest;
use crate::model::{CodeList, Codes, Type, pattern};
use crate::say;
use serde_json::Value;

impl Walk<'_> {
    pub(super) fn value(&mut self, value: &Value, ty: &Type) {
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
            (Type::Date, Value::String(text)) if is_date_like(text) => self.report(
                at,
                say!(
                    "dagen {text} finns inte i kalendern",
                    "there is no such day as {text}"
                ),
                say!(
                    "skriv en dag som finns, som 2026-03-01",
                    "write a day that exists, such as 2026-03-01"
                ),
            ),
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
                let mut once: Vec<&str> = Vec::new();
                for name in &known {
                    if !once.contains(name) {
                        once.push(name);
                    }
                }
                let all = once.join(", ");
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
    pub(super) fn instant(&mut self, at: usize, key: &str, text: &str, swedish: bool) {
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
