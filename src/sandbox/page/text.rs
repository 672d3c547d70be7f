//! Texts as the page shows them: Markdown as plain words, and no number of a person.

use super::Cx;
use crate::model::term::{markdown_options, plain_markdown};
use crate::model::{LocalText, NumberKind};
use crate::resolve::Catalogue;
use pulldown_cmark::{Event, Parser, TagEnd};

/// Digits at the end of a person's number that are not shown.
const HIDDEN: usize = 4;

/// Digits of a person's number without its century.
const SHORTEST: usize = 10;

/// Markdown as words without marks, its paragraphs apart.
pub(super) fn plain(markdown: &str) -> String {
    let markdown = plain_markdown(markdown);
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new_ext(&markdown, markdown_options()) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                text.push_str("\n\n");
            }
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// The first sentence of a text, without its full stop: what a value is called.
pub(super) fn label(markdown: &str) -> String {
    let text = plain(markdown);
    let ends = [". ", ".\n", "\n"];
    let end = ends.iter().filter_map(|end| text.find(end)).min();
    let first = &text[..end.unwrap_or(text.len())];
    first.trim_end_matches('.').to_owned()
}

/// Adds text to HTML.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}

/// A text without the last digits of the numbers of the catalogue's persons. Nobody else
/// has a number in a sandbox; other long numbers, as those of cases, stay whole.
pub(super) fn without_numbers(catalogue: &Catalogue, text: &str) -> String {
    let mut text = text.to_owned();
    // Most texts have no room for a number, and are left alone at once.
    if text.bytes().filter(u8::is_ascii_digit).count() < SHORTEST {
        return text;
    }
    let persons = catalogue.customers.iter();
    for person in persons.filter(|it| it.kind != NumberKind::Organisation) {
        let number = &*person.number.value;
        let Some((day, last)) = number
            .len()
            .checked_sub(HIDDEN)
            .and_then(|at| number.split_at_checked(at))
        else {
            continue;
        };
        for sign in ["", "-", "+", " "] {
            text = text.replace(&format!("{day}{sign}{last}"), &format!("{day}-XXXX"));
            // Without the century too, as numbers often are written.
            if let Some(short) = day.get(2..) {
                text = text.replace(&format!("{short}{sign}{last}"), &format!("{short}-XXXX"));
            }
        }
    }
    text
}

impl<'p> Cx<'p> {
    /// A text of the catalogue in this language.
    pub(super) fn text(&self, text: &'p LocalText) -> &'p str {
        text.get(self.lang)
    }

    /// A Markdown text of the catalogue as plain words.
    pub(super) fn plain(&self, text: &'p LocalText) -> String {
        plain(self.text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{label, plain};

    #[test]
    fn markdown_becomes_words() {
        assert_eq!(
            plain("En *a* [b](/c/) `d`\ne [[f|g]].\n\nTvå."),
            "En a b d e f.\n\nTvå."
        );
        assert_eq!(label("Sista dag. Saknas `ibland`."), "Sista dag");
        assert_eq!(label("Belopp i kr."), "Belopp i kr");
    }
}
