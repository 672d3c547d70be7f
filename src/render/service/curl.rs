//! A command that does what an operation's first example shows.

use crate::model::Service;
use crate::model::service::{Header, Location, Operation};
use crate::render::code::{Form, print_json};
use crate::render::html::escape;

/// The command as HTML with token classes. Every value is quoted so that a shell
/// takes it as it is; only the token is left to the reader's own environment.
pub(in crate::render) fn curl_html(it: &Service, operation: &Operation) -> String {
    let mut out = Html(String::with_capacity(1024));
    out.part("hf", "curl");
    if operation.method != "POST" {
        out.part("ho", &format!(" --request {}", operation.method));
    }
    out.part("hs", &format!(" {}", quoted(&address(it, operation))));
    let security = operation.security.as_ref().unwrap_or(&it.security);
    let bearer = security.iter().any(|name| {
        let scheme = it
            .security_schemes
            .iter()
            .find(|own| own.name.value == name.value);
        scheme.is_some_and(|own| ["oauth2", "http", "openIdConnect"].contains(&&*own.value.kind))
    });
    if bearer {
        out.header("\"Authorization: Bearer $TOKEN\"");
    }
    let body = operation
        .request_body
        .as_ref()
        .and_then(|own| it.request_body(own));
    let media = body.and_then(|own| own.content.first());
    if let Some(media) = media {
        out.header(&quoted(&format!("Content-Type: {}", media.name.value)));
    }
    for parameter in operation
        .parameters
        .iter()
        .filter_map(|own| it.parameter(own))
    {
        if parameter.location == Location::Header && parameter.header.required {
            let value = example(it, &parameter.header);
            out.header(&quoted(&format!("{}: {value}", parameter.name.value)));
        }
    }
    let examples = media.map_or(&[][..], |media| &media.examples);
    if let Some(example) = examples.iter().find_map(|own| it.example(own)) {
        let mut json = String::new();
        print_json(&example.value.json, Form::Plain, 0, &mut json);
        out.part("ho", " \\\n  --data");
        out.part("hs", &format!(" {}", quoted(&json)));
    }
    out.0
}

struct Html(String);

impl Html {
    fn part(&mut self, class: &str, text: &str) {
        self.0.push_str("<span class=\"");
        self.0.push_str(class);
        self.0.push_str("\">");
        escape(text, &mut self.0);
        self.0.push_str("</span>");
    }

    fn header(&mut self, quoted: &str) {
        self.part("ho", " \\\n  --header");
        self.part("hs", &format!(" {quoted}"));
    }
}

/// The address with parameters in it, from the first server.
fn address(it: &Service, operation: &Operation) -> String {
    let server = it.servers.first();
    let server = server.map_or_else(|| "https://api.example".to_owned(), |own| own.address());
    let mut path = operation.path.value.to_string();
    let mut query = Vec::new();
    for parameter in operation
        .parameters
        .iter()
        .filter_map(|own| it.parameter(own))
    {
        let name = &parameter.name.value;
        let value = percent(&example(it, &parameter.header));
        match parameter.location {
            Location::Path => path = path.replace(&format!("{{{name}}}"), &value),
            Location::Query if parameter.header.required => {
                query.push(format!("{}={value}", percent(name)));
            }
            _ => {}
        }
    }
    let query = match query.is_empty() {
        true => String::new(),
        false => format!("?{}", query.join("&")),
    };
    format!("{}{path}{query}", server.trim_end_matches('/'))
}

/// The first example of a value, or that of its schema.
fn example(it: &Service, header: &Header) -> String {
    let own = header.examples.iter().find_map(|own| it.example(own));
    let of_schema = || header.schema.as_ref().and_then(|own| own.examples.first());
    let json = own.map(|own| &own.value).or_else(of_schema);
    json.map_or_else(|| "…".to_owned(), |json| json.shown())
}

/// Text that a shell takes as it is.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Text as it may stand in a part of an address.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{percent, quoted};

    #[test]
    fn what_is_quoted_stays_as_it_is() {
        assert_eq!(quoted("it's $HOME"), r"'it'\''s $HOME'");
        assert_eq!(percent("a/b å"), "a%2Fb%20%C3%A5");
    }
}
