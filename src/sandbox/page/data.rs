//! What `utokadInformation` of an event holds, as a list of what the catalogue calls each
//! value and the value in words. Values that the catalogue doesn't describe are left out,
//! as the guide asks consumers to do.

use super::event::Event;
use super::text::{escape, label, without_numbers};
use super::{Cx, Language};
use crate::model::{Attribute, Codes, Type};
use serde_json::{Map, Value};

/// Whole numbers with at least so many digits are grouped: a shorter one may be a year.
const GROUPED: usize = 5;

impl<'p> Cx<'p> {
    /// The attribute with a name that an event may hold: that of the version in use, or
    /// of another, because an event doesn't say which version it follows.
    pub(super) fn attribute(&self, event: &Event, name: &str) -> Option<&'p Attribute> {
        let kind = event.kind(self.catalogue);
        let versions = std::iter::once(kind.current()).chain(&kind.versions);
        let mut all = versions.flat_map(|version| version.attributes.iter());
        all.find(|attribute| *attribute.name.value == *name)
    }

    /// What an event holds, as a definition list; empty when that is nothing.
    pub(super) fn information(&self, event: &Event) -> String {
        let mut out = String::new();
        let mut writer = Writer {
            cx: self,
            language: event.language.as_deref(),
            out: &mut out,
        };
        let find = |name: &str| self.attribute(event, name);
        writer.rows(&event.information, &find);
        out
    }
}

struct Writer<'w, 'p> {
    cx: &'w Cx<'p>,
    /// The language of the producer's texts.
    language: Option<&'w str>,
    out: &'w mut String,
}

impl<'p> Writer<'_, 'p> {
    fn rows(&mut self, values: &Map<String, Value>, find: &dyn Fn(&str) -> Option<&'p Attribute>) {
        let known = values.iter().filter(|(_, value)| !is_empty(value));
        let known = known.filter_map(|(name, value)| Some((find(name)?, value)));
        let mut known = known.peekable();
        if known.peek().is_none() {
            return;
        }
        self.out.push_str("<dl class=\"inf\">");
        for (attribute, value) in known {
            self.out.push_str("<div><dt>");
            escape(&label(self.cx.text(&attribute.description)), self.out);
            self.out.push_str("</dt><dd>");
            self.value(&attribute.ty, value);
            self.out.push_str("</dd></div>");
        }
        self.out.push_str("</dl>");
    }

    fn value(&mut self, ty: &'p Type, value: &Value) {
        match (ty, value) {
            (Type::Array { items, .. }, Value::Array(values)) => {
                self.out.push_str("<ul>");
                for value in values {
                    self.out.push_str("<li>");
                    self.value(items, value);
                    self.out.push_str("</li>");
                }
                self.out.push_str("</ul>");
            }
            (Type::Object(attributes), Value::Object(values)) => {
                let find = |name: &str| attributes.iter().find(|own| *own.name.value == *name);
                self.rows(values, &find);
            }
            (Type::Uri, Value::String(address))
                if is_web_address(address)
                    && without_numbers(self.cx.catalogue, address) == *address =>
            {
                self.out.push_str("<a rel=\"noreferrer\" href=\"");
                escape(address, self.out);
                self.out.push_str("\">");
                let shown = address.trim_start_matches("https://");
                escape(shown.trim_end_matches('/'), self.out);
                self.out.push_str("</a>");
            }
            (Type::Code(codes), Value::String(code)) => {
                let title = self.code(codes, code);
                escape(title, self.out);
            }
            (Type::String { .. }, Value::String(text)) => self.text(text),
            _ => {
                let told = self.told(ty, value);
                escape(&without_numbers(self.cx.catalogue, &told), self.out);
            }
        }
    }

    /// A text of the producer's, in its language.
    fn text(&mut self, text: &str) {
        let text = without_numbers(self.cx.catalogue, text);
        let own = self.cx.language.code();
        match self.language.filter(|language| *language != own) {
            Some(language) => {
                self.out.push_str("<span lang=\"");
                escape(language, self.out);
                self.out.push_str("\">");
                escape(&text, self.out);
                self.out.push_str("</span>");
            }
            None => escape(&text, self.out),
        }
    }

    /// The title of a code; a code that isn't known, as open lists may get, as it is.
    fn code<'c>(&self, codes: &'p Codes, code: &'c str) -> &'c str
    where
        'p: 'c,
    {
        let shared = codes
            .list
            .as_ref()
            .map(|list| &self.cx.catalogue.get(list).values);
        let mut all = codes.values.iter().chain(shared.into_iter().flatten());
        let found = all.find(|own| *own.value.value == *code);
        found.map_or(code, |own| self.cx.text(&own.title))
    }

    /// A value in words; what isn't what the catalogue says, as it is.
    fn told(&self, ty: &Type, value: &Value) -> String {
        match (ty, value) {
            (Type::Date, Value::String(text)) => match text.parse() {
                Ok(day) => self.cx.day(day),
                Err(_) => text.clone(),
            },
            (Type::DateTime, Value::String(text)) => match text.parse() {
                Ok(at) => self.cx.when(at),
                Err(_) => text.clone(),
            },
            (_, Value::Bool(true)) => self.cx.t("yes").to_owned(),
            (_, Value::Bool(false)) => self.cx.t("no").to_owned(),
            (_, Value::Number(number)) => number_in_words(&number.to_string(), self.cx.language),
            (_, Value::String(text)) => text.clone(),
            (_, value) => value.to_string(),
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(values) => values.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether this can be a link that leads to a web page and nowhere else.
fn is_web_address(address: &str) -> bool {
    let plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'"' | b'\'');
    address.starts_with("https://") && address.bytes().all(plain)
}

/// A number as it is written in a language: 12 500,5 or 12,500.5.
fn number_in_words(number: &str, language: Language) -> String {
    let (group, point) = match language {
        Language::Swedish => ('\u{a0}', ","),
        Language::English => (',', "."),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.trim_start_matches('-');
    if !digits.bytes().all(|b| b.is_ascii_digit()) || part.contains(['e', 'E']) {
        return number.to_owned();
    }
    let mut told = if whole.starts_with('-') {
        "−".to_owned()
    } else {
        String::new()
    };
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        if at > 0 && left % 3 == 0 && digits.len() >= GROUPED {
            told.push(group);
        }
        told.push(digit);
    }
    if !part.is_empty() {
        told.push_str(point);
        told.push_str(part);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::{Language, is_web_address, number_in_words};

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let both = |number| Language::ALL.map(|language| number_in_words(number, language));
        assert_eq!(both("12500"), ["12\u{a0}500", "12,500"]);
        assert_eq!(both("2026"), ["2026", "2026"]);
        assert_eq!(
            both("-1234567.5"),
            ["−1\u{a0}234\u{a0}567,5", "−1,234,567.5"]
        );
        assert_eq!(both("1e30"), ["1e30", "1e30"]);
    }

    #[test]
    fn only_addresses_of_pages_become_links() {
        assert!(is_web_address("https://kommunen.example/a?b=c"));
        for other in [
            "http://a.example",
            "javascript:alert(1)",
            "https://a\" onclick=\"b",
            "//a",
        ] {
            assert!(!is_web_address(other), "{other}");
        }
    }
}
