//! Writing YAML the way a careful author would: short texts in flow form, long ones folded.

/// The longest line that is written, in characters.
const WIDTH: usize = 108;

/// A YAML document under construction.
#[derive(Default)]
pub(crate) struct Yaml {
    /// The text so far.
    pub text: String,
}

impl Yaml {
    /// One line at a depth of `indent` spaces.
    pub(crate) fn line(&mut self, indent: usize, line: &str) {
        self.indent(indent);
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// `key: value`, with the value quoted when it must be.
    pub(crate) fn scalar(&mut self, indent: usize, key: &str, value: &str) {
        self.line(indent, &format!("{key}: {}", quoted(value)));
    }

    /// A text in both languages, in flow form when it fits on a line.
    pub(crate) fn localized(&mut self, indent: usize, key: &str, [sv, en]: [&str; 2]) {
        let flow = format!("{key}: {}", flow(sv, en));
        if fits(indent, &flow) {
            return self.line(indent, &flow);
        }
        self.line(indent, &format!("{key}:"));
        // Under `- key:` the children stand below the key, not below the dash.
        let indent = indent + if key.starts_with("- ") { 4 } else { 2 };
        self.text(indent, "sv", sv);
        self.text(indent, "en", en);
    }

    /// A text in one language, folded when it does not fit on a line.
    pub(crate) fn text(&mut self, indent: usize, key: &str, text: &str) {
        let line = format!("{key}: {}", quoted(text));
        if fits(indent, &line) {
            return self.line(indent, &line);
        }
        self.line(indent, &format!("{key}: >-"));
        let mut column = 0;
        for word in text.split(' ') {
            let length = word.chars().count();
            if column > 0 && column + 1 + length > WIDTH {
                self.text.push('\n');
                column = 0;
            }
            if column == 0 {
                self.indent(indent + 2);
                column = indent + 2;
            } else {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += length;
        }
        self.text.push('\n');
    }

    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }
}

/// Does the line fit at that depth?
pub(crate) fn fits(indent: usize, line: &str) -> bool {
    indent + line.chars().count() <= WIDTH
}

/// Does a whole entry in flow form fit? It may be a bit longer than text.
pub(crate) fn entry_fits(indent: usize, line: &str) -> bool {
    indent + line.chars().count() <= WIDTH + 36
}

/// `{ sv: …, en: … }`.
pub(crate) fn flow(sv: &str, en: &str) -> String {
    format!("{{ sv: {}, en: {} }}", quoted(sv), quoted(en))
}

/// The text as a scalar that stays a string in block and in flow form.
pub(crate) fn quoted(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && !text.ends_with([' ', ':'])
        && !text.contains([',', '[', ']', '{', '}', '"', '\\', '\n', '\t'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !is_reserved(text);
    if plain {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Words that some YAML version reads as something else than a string.
fn is_reserved(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}
